import { Module } from '@nestjs/common';
import { Bearer } from './bearer';
import { CasesController } from './cases.controller';
import { DashboardController } from './dashboard.controller';
import { HealthController } from './health.controller';
import { LawController } from './law.controller';
import { UploadsController } from './uploads.controller';

@Module({
  controllers: [CasesController, UploadsController, LawController, DashboardController, HealthController],
  providers: [Bearer],
})
export class ApiModule {}

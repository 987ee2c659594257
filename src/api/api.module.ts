import { Module } from '@nestjs/common';
import { Bearer } from './bearer';
import { CasesController } from './cases.controller';
import { DashboardController } from './dashboard.controller';
import { HealthController } from './health.controller';
import { LawController } from './law.controller';
import { TransparencyController } from './transparency.controller';

@Module({
  controllers: [
    CasesController,
    LawController,
    DashboardController,
    TransparencyController,
    HealthController,
  ],
  providers: [Bearer],
})
export class ApiModule {}

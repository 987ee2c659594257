import { Module } from '@nestjs/common';
import { Bearer } from './bearer';
import { CasesController } from './cases.controller';
import { DashboardController } from './dashboard.controller';
import { HealthController } from './health.controller';
import { LawController } from './law.controller';
import { ReceiptsController } from './receipts.controller';
import { WebhooksController } from './webhooks.controller';

@Module({
  controllers: [
    CasesController,
    WebhooksController,
    ReceiptsController,
    LawController,
    DashboardController,
    HealthController,
  ],
  providers: [Bearer],
})
export class ApiModule {}

import { Module } from '@nestjs/common';
import { ApprovalsController } from './approvals.controller';
import { Bearer } from './bearer';
import { BoardReportsController } from './board-report.controller';
import { CasesController } from './cases.controller';
import { DashboardController } from './dashboard.controller';
import { HealthController } from './health.controller';
import { LawController } from './law.controller';
import { TransparencyController } from './transparency.controller';
import { ReceiptsController } from './receipts.controller';
import { UploadsController } from './uploads.controller';
import { WebhooksController } from './webhooks.controller';

@Module({
  controllers: [
    CasesController,
    ApprovalsController,
    UploadsController,
    WebhooksController,
    ReceiptsController,
    LawController,
    DashboardController,
    BoardReportsController,
    TransparencyController,
    HealthController,
  ],
  providers: [Bearer],
})
export class ApiModule {}

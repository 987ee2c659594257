// The whole application: the platform, the open database, and every feature in the order of docs/architecture.md.

import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access';
import { ApiModule } from './api';
import { ApprovalsModule } from './approvals';
import { BankHolidaysModule } from './bank-holidays';
import { CaseloadModule } from './caseload';
import { ContactLogModule } from './contact-log';
import { DemoModule } from './demo';
import { DocumentsModule } from './documents';
import { EngineModule } from './engine';
import { ExchangeModule } from './exchange';
import { LodgingModule } from './lodging';
import { MeetingsModule } from './meetings';
import { MessagesModule } from './messages';
import { OrganisationsModule } from './organisations';
import { PagesModule } from './pages';
import { PapersModule } from './papers';
import { PersistenceModule, type Db } from './persistence';
import { PlatformModule, type Clock, type Config, type Ids } from './platform';
import { PrivacyModule } from './privacy';
import { RemindersModule } from './reminders';
import { EqualityModule } from './equality';
import { ReportingModule } from './reporting';
import { UploadsModule } from './uploads';
import { TransparencyModule } from './transparency';
import { VaultModule } from './vault';
import { VerificationModule } from './verification';
import { WebhooksModule } from './webhooks';
import { WorkerModule } from './worker';

export interface Surroundings {
  config: Config;
  db: Db;
  clock: Clock;
  ids: Ids;
}

@Module({})
export class AppModule {
  static with({ config, db, clock, ids }: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, clock, ids),
        PersistenceModule.with(db),
        VaultModule,
        BankHolidaysModule,
        OrganisationsModule,
        MessagesModule,
        WebhooksModule,
        AccessModule,
        RemindersModule,
        EngineModule,
        PapersModule,
        DocumentsModule,
        UploadsModule,
        TransparencyModule,
        ReportingModule,
        EqualityModule,
        LodgingModule,
        PrivacyModule,
        ContactLogModule,
        MeetingsModule,
        CaseloadModule,
        ApprovalsModule,
        ExchangeModule,
        WorkerModule,
        VerificationModule,
        DemoModule,
        ApiModule,
        PagesModule,
      ],
    };
  }
}

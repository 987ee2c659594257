import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { BriefController } from './brief.controller';
import { ContactsController } from './contacts.controller';
import { DashboardController } from './dashboard.controller';
import { DeskActController } from './desk-act.controller';
import { DeskCaseController } from './desk-case.controller';
import { DeskController } from './desk.controller';
import { AccountController } from './account.controller';
import { ErrorPages } from './errors';
import { ExecutiveController } from './executive.controller';
import { FamilyController } from './family.controller';
import { HandoverController } from './handover.controller';
import { KeptForms } from './kept-forms';
import { LodgingController } from './lodging.controller';
import { MeetingController } from './meeting.controller';
import { PeopleController } from './people.controller';
import { PublicController } from './public.controller';
import { Readers } from './reader';
import { ReportController } from './report.controller';
import { StaffCases } from './staff-case';
import { Views } from './views';

@Module({
  controllers: [
    PublicController,
    LodgingController,
    BriefController,
    DashboardController,
    DeskController,
    DeskCaseController,
    DeskActController,
    ContactsController,
    MeetingController,
    HandoverController,
    ExecutiveController,
    ReportController,
    FamilyController,
    PeopleController,
    AccountController,
  ],
  providers: [Views, Readers, StaffCases, KeptForms, { provide: APP_FILTER, useClass: ErrorPages }],
})
export class PagesModule {}

import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { BoardReportController } from './board-report.controller';
import { BriefController } from './brief.controller';
import { ApprovalPages } from './approvals.controller';
import { ContactsController } from './contacts.controller';
import { DashboardController } from './dashboard.controller';
import { DeskActController } from './desk-act.controller';
import { DeskCaseController } from './desk-case.controller';
import { DeskController } from './desk.controller';
import { AdminCalendarController } from './admin-calendar.controller';
import { AdminChecksController } from './admin-checks.controller';
import { AdminConnectionsController } from './admin-connections.controller';
import { AdminController } from './admin.controller';
import { AdminMessagesController } from './admin-messages.controller';
import { AdminOrganisationsController } from './admin-organisations.controller';
import { AdminPrivacyController } from './admin-privacy.controller';
import { AdminSecurityController } from './admin-security.controller';
import { AccountController } from './account.controller';
import { DemoController } from './demo.controller';
import { DevelopersController } from './developers.controller';
import { DocumentsController } from './documents.controller';
import { DraftDocumentPages } from './draft-documents.controller';
import { EqualityController } from './equality.controller';
import { ErrorPages } from './errors';
import { ExecutiveController } from './executive.controller';
import { FamilyActController } from './family-act.controller';
import { FamilyController } from './family.controller';
import { FileForms } from './file-form';
import { HandoverController } from './handover.controller';
import { MeetingController } from './meeting.controller';
import { ContactController } from './contact.controller';
import { LodgingController } from './lodging.controller';
import { MessageGalleryController } from './message-gallery.controller';
import { NoticesController } from './notices.controller';
import { PeopleController } from './people.controller';
import { PrivacyController } from './privacy.controller';
import { PublicController } from './public.controller';
import { Readers } from './reader';
import { SecondFactorController } from './second-factor.controller';
import { SecurityController } from './security.controller';
import { SignInController } from './sign-in.controller';
import { UploadPages } from './uploads.controller';
import { Languages } from './language';
import { RouterController } from './router.controller';
import { SafetyController } from './safety.controller';
import { TransparencyController } from './transparency.controller';
import { ReportController } from './report.controller';
import { StaffCases } from './staff-case';
import { Views } from './views';

@Module({
  controllers: [
    PublicController,
    SignInController,
    DemoController,
    RouterController,
    // Before the sections of a case that is being written: a section is any word in that place.
    DraftDocumentPages,
    LodgingController,
    BoardReportController,
    BriefController,
    // Before the pages of areas: an area is any word in that place.
    EqualityController,
    DashboardController,
    TransparencyController,
    DeskController,
    FamilyController,
    FamilyActController,
    PeopleController,
    DocumentsController,
    DeskCaseController,
    DeskActController,
    ApprovalPages,
    ContactsController,
    MeetingController,
    HandoverController,
    ExecutiveController,
    ReportController,
    SafetyController,
    AccountController,
    SecondFactorController,
    SecurityController,
    PrivacyController,
    UploadPages,
    AdminController,
    AdminOrganisationsController,
    AdminCalendarController,
    AdminChecksController,
    AdminMessagesController,
    AdminConnectionsController,
    AdminPrivacyController,
    AdminSecurityController,
    ContactController,
    NoticesController,
    MessageGalleryController,
    DevelopersController,
  ],
  providers: [
    Views,
    Languages,
    Readers,
    FileForms,
    StaffCases,
    { provide: APP_FILTER, useClass: ErrorPages },
  ],
})
export class PagesModule {}

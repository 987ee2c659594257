import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { BoardReportController } from './board-report.controller';
import { BriefController } from './brief.controller';
import { DashboardController } from './dashboard.controller';
import { DeskController } from './desk.controller';
import { AdminCalendarController } from './admin-calendar.controller';
import { AdminController } from './admin.controller';
import { AdminOrganisationsController } from './admin-organisations.controller';
import { AccountController } from './account.controller';
import { DocumentsController } from './documents.controller';
import { ErrorPages } from './errors';
import { FamilyController } from './family.controller';
import { ContactController } from './contact.controller';
import { LodgingController } from './lodging.controller';
import { MessageGalleryController } from './message-gallery.controller';
import { NoticesController } from './notices.controller';
import { PeopleController } from './people.controller';
import { PublicController } from './public.controller';
import { Readers } from './reader';
import { Views } from './views';

@Module({
  controllers: [
    PublicController,
    LodgingController,
    BoardReportController,
    BriefController,
    DashboardController,
    DeskController,
    DocumentsController,
    FamilyController,
    PeopleController,
    AccountController,
    AdminController,
    AdminOrganisationsController,
    AdminCalendarController,
    ContactController,
    NoticesController,
    MessageGalleryController,
  ],
  providers: [Views, Readers, { provide: APP_FILTER, useClass: ErrorPages }],
})
export class PagesModule {}

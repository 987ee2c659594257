import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { BriefController } from './brief.controller';
import { DashboardController } from './dashboard.controller';
import { DeskController } from './desk.controller';
import { ErrorPages } from './errors';
import { FamilyController } from './family.controller';
import { PublicController } from './public.controller';
import { Readers } from './reader';
import { Views } from './views';

@Module({
  controllers: [PublicController, BriefController, DashboardController, DeskController, FamilyController],
  providers: [Views, Readers, { provide: APP_FILTER, useClass: ErrorPages }],
})
export class PagesModule {}

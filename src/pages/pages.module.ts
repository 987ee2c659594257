import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { DashboardController } from './dashboard.controller';
import { ErrorPages } from './errors';
import { FamilyController } from './family.controller';
import { PublicController } from './public.controller';
import { Readers } from './reader';
import { Views } from './views';

@Module({
  controllers: [PublicController, DashboardController, FamilyController],
  providers: [Views, Readers, { provide: APP_FILTER, useClass: ErrorPages }],
})
export class PagesModule {}

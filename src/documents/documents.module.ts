import { Global, Module } from '@nestjs/common';
import { CalendarFeeds } from './calendar-feeds';
import { Documents } from './documents';

@Global()
@Module({ providers: [Documents, CalendarFeeds], exports: [Documents, CalendarFeeds] })
export class DocumentsModule {}

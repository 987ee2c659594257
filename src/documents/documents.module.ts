import { Global, Module } from '@nestjs/common';
import { Bundles } from './bundles';
import { CalendarFeeds } from './calendar-feeds';
import { Documents } from './documents';
import { Wordings } from './wordings';

const services = [Bundles, CalendarFeeds, Documents, Wordings];

@Global()
@Module({ providers: services, exports: services })
export class DocumentsModule {}

// Files of a case that can be taken away.

export { calendarFile } from './calendar-file';
export { CalendarFeeds } from './calendar-feeds';
export { Documents, type CaseDocument } from './documents';
export { documentEntities } from './entities';
export { DocumentsModule } from './documents.module';

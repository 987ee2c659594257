// Files of a case that can be taken away.

export { calendarFile, dayFile } from './calendar-file';
export { Documents, type CaseDocument } from './documents';
export { DocumentsModule } from './documents.module';

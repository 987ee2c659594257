// Files of a case that can be taken away.

export { Bundles, type BundleChoice, type BundleOffer, type BundleWish } from './bundles';
export { calendarFile, dateFile, dayFile } from './calendar-file';
export { isPaperKind, paperKinds, placeholdersOf } from './default-wordings';
export { Documents, type CaseDocument, type DocumentFile } from './documents';
export { CalendarFeeds } from './calendar-feeds';
export { DocumentsModule } from './documents.module';
export { documentEntities } from './entities';
export { samplePaper } from './sample-paper';
export { Wordings } from './wordings';

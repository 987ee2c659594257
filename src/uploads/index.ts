// Documents that people add, to a case or to one that is not sent yet.

export { Custody } from './custody';
export { DraftDocuments, type DraftDocumentView, type UnsentPlace } from './draft-documents';
export { uploadEntities } from './entities';
export { Intake, type Received } from './intake';
export { LARGEST_MB } from './kinds';
export { PrivateWords } from './private-words';
export { Uploads, type UploadList, type UploadView } from './uploads';
export { UploadsModule } from './uploads.module';

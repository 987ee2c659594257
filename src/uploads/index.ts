// Documents that people add to a case.

export { uploadEntities } from './entities';
export { Intake, type Received } from './intake';
export { LARGEST_MB } from './kinds';
export { PrivateWords } from './private-words';
export { Uploads, type UploadList, type UploadView } from './uploads';
export { UploadsModule } from './uploads.module';

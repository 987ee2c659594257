import { Global, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../platform';
import { Checking } from './checking';
import { Custody } from './custody';
import { DraftDocuments } from './draft-documents';
import { FileStore, FolderStore } from './file-store';
import { Intake } from './intake';
import { Pace } from './pace';
import { PrivateWords } from './private-words';
import { Scanner, scannerFor } from './scanner';
import { SealedFiles } from './sealed-files';
import { Uploads } from './uploads';

const services = [Uploads, DraftDocuments, Custody, PrivateWords, Intake];

@Global()
@Module({
  providers: [
    ...services,
    Checking,
    SealedFiles,
    Pace,
    { provide: Scanner, inject: [CONFIG], useFactory: scannerFor },
    {
      provide: FileStore,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => new FolderStore(join(dataDir, 'files')),
    },
  ],
  exports: services,
})
export class UploadsModule implements BeforeApplicationShutdown {
  constructor(private readonly scanner: Scanner) {}

  /** First of all: a scanner that does not answer must not keep a process that was asked to stop. */
  beforeApplicationShutdown(): void {
    this.scanner.close();
  }
}

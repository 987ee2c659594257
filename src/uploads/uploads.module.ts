import { Global, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../platform';
import { FileStore, FolderStore } from './file-store';
import { Intake } from './intake';
import { PrivateWords } from './private-words';
import { Scanner, scannerFor } from './scanner';
import { Uploads } from './uploads';

@Global()
@Module({
  providers: [
    Uploads,
    PrivateWords,
    Intake,
    { provide: Scanner, inject: [CONFIG], useFactory: scannerFor },
    {
      provide: FileStore,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => new FolderStore(join(dataDir, 'files')),
    },
  ],
  exports: [Uploads, PrivateWords, Intake],
})
export class UploadsModule implements BeforeApplicationShutdown {
  constructor(private readonly scanner: Scanner) {}

  /** First of all: a scanner that does not answer must not keep a process that was asked to stop. */
  beforeApplicationShutdown(): void {
    this.scanner.close();
  }
}

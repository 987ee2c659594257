// When the SQLite file was last copied, as a file beside it: the command that copies it is no part of the service.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'last-backup';

export const noteBackup = (dataDir: string, instant: string): void =>
  writeFileSync(join(dataDir, FILE), `${instant}\n`);

/** An instant; nothing where none was made from this folder. */
export function lastBackup(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, FILE), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

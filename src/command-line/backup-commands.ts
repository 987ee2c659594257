// Backup and restore of the one-process size, with a proof that nothing is missing.

import type { Command } from 'commander';
import { readConfig, SystemClock } from '../platform';
import { Invariants } from '../verification';
import { BadInput } from './bad-input';
import { FINDING } from './exit-codes';
import { backUp, restore } from './sqlite-backup';
import { tell } from './verify-commands';
import { withApp } from './with-app';

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('copies the SQLite file while it is in use, and the documents, with a manifest')
    .requiredOption('--to <folder>', 'a folder without a backup in it')
    .option('--with-key', 'also copy the key that opens sealed text; keep such a backup as safe as the data')
    .action(async ({ to, withKey }: { to: string; withKey?: boolean }) => {
      const { dataDir } = sqliteOnly('pg_dump');
      const made = await backUp(dataDir, to, new SystemClock().instant(), withKey === true);
      console.log(`${made.cases} cases, ${made.entries} entries copied; heads ${made.heads}`);
      if (!withKey) console.log('Keep master.key apart: without it, personal text cannot be read.');
    });

  program
    .command('restore')
    .description('puts a backup where there is no data, and verifies every case in it')
    .requiredOption('--from <folder>', 'the folder of the backup')
    .action(async ({ from }: { from: string }) => {
      const { dataDir } = sqliteOnly('pg_restore');
      const { madeAt } = await restore(from, dataDir);
      await withApp(false, async (app) => {
        // What fell due since the backup still waits: that is no finding here.
        const { cases, entries, findings } = await app.get(Invariants).verifyAll(tell, { grace: Infinity });
        console.log(
          `Restored as of ${madeAt}: ${cases} cases, ${entries} entries verified, ${findings} findings`,
        );
        if (findings > 0) process.exitCode = FINDING;
      });
    });
}

function sqliteOnly(instead: string) {
  const config = readConfig(process.env);
  if (config.databaseUrl) throw new BadInput(`This is for the SQLite file; with PostgreSQL use ${instead}`);
  return config;
}

// A copy of the SQLite file made while it is in use, with a manifest that says what must be found in it again.

import { createHash } from 'node:crypto';
import { constants, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database, OPEN_READONLY } from 'sqlite3';
import { noteBackup } from '../persistence';
import { BadInput } from './bad-input';

const FILE = 'recourse.sqlite';
const KEY = 'master.key';
/** Sealed documents. */
const FILES = 'files';
const MANIFEST = 'manifest.json';

export interface Manifest {
  madeAt: string;
  cases: number;
  entries: number;
  /** SHA-256 over reference, version and head of every case's hash chain, in order of reference. */
  heads: string;
}

/** @throws BadInput where there is nothing to copy, or a copy there already */
export async function backUp(
  dataDir: string,
  folder: string,
  madeAt: string,
  withKey: boolean,
): Promise<Manifest> {
  const source = join(dataDir, FILE);
  if (!existsSync(source)) throw new BadInput(`There is no ${FILE} in ${dataDir}`);
  const copy = join(folder, FILE);
  if (existsSync(copy)) throw new BadInput(`There is a backup in ${folder} already`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await using(source, (run) => run(`VACUUM INTO '${copy.replace(/'/g, "''")}'`));
  // After the rows: a file is there before its row is.
  if (existsSync(join(dataDir, FILES)))
    cpSync(join(dataDir, FILES), join(folder, FILES), { recursive: true });
  if (withKey) copyFileSync(join(dataDir, KEY), join(folder, KEY), constants.COPYFILE_EXCL);
  const manifest = { madeAt, ...(await contentOf(copy)) };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  noteBackup(dataDir, madeAt);
  return manifest;
}

/** @throws BadInput where data would be overwritten, or the backup is not what its manifest says */
export async function restore(folder: string, dataDir: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  const target = join(dataDir, FILE);
  if (existsSync(target)) throw new BadInput(`There is a ${FILE} in ${dataDir}: move it away first`);
  const found = await contentOf(join(folder, FILE));
  for (const what of ['cases', 'entries', 'heads'] as const) {
    if (found[what] !== manifest[what])
      throw new BadInput(`The backup is damaged: ${what} is ${found[what]}, and was ${manifest[what]}`);
  }
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(join(folder, KEY)) && !existsSync(join(dataDir, KEY)))
    copyFileSync(join(folder, KEY), join(dataDir, KEY));
  if (existsSync(join(folder, FILES))) cpSync(join(folder, FILES), join(dataDir, FILES), { recursive: true });
  copyFileSync(join(folder, FILE), target, constants.COPYFILE_EXCL);
  return manifest;
}

function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw new BadInput(`There is no backup in ${folder}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

async function contentOf(file: string): Promise<Omit<Manifest, 'madeAt'>> {
  return using(file, async (run) => {
    const heads = createHash('sha256');
    const cases = await run('SELECT ref, version, head_hash FROM cases ORDER BY ref');
    for (const { ref, version, head_hash: head } of cases) heads.update(`${ref} ${version} ${head}\n`);
    const [journal] = await run('SELECT count(*) AS entries FROM journal');
    return { cases: cases.length, entries: Number(journal?.entries), heads: heads.digest('hex') };
  });
}

type Run = (sql: string) => Promise<Record<string, unknown>[]>;

async function using<T>(file: string, work: (run: Run) => Promise<T>): Promise<T> {
  const database = await new Promise<Database>((resolve, reject) => {
    const opened = new Database(file, OPEN_READONLY, (error) => (error ? reject(error) : resolve(opened)));
  });
  const run: Run = (sql) =>
    new Promise((resolve, reject) =>
      database.all(sql, (error, rows) =>
        error ? reject(error) : resolve(rows as Record<string, unknown>[]),
      ),
    );
  try {
    return await work(run);
  } finally {
    await new Promise<void>((resolve) => database.close(() => resolve()));
  }
}

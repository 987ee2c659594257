// Data of the first release, and the first release itself: its own code, as it stood before the data was written down.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../../src/entities';
import type { DbSettings } from '../../src/persistence';
import { migrations } from '../../src/persistence/migrations';

type Row = Record<string, unknown>;
interface FirstRelease {
  migrations: string[];
  ref: string;
  amira: string;
  /** All rows of a small service that had run for some weeks, as SQLite kept them. */
  tables: Record<string, Row[]>;
  /** What the first release wrote to open a case and to move it on once, statement by statement. */
  writes: Record<
    'sqlite' | 'postgres',
    { ref: string; statements: { sql: string; parameters: unknown[] }[] }
  >;
}

const root = join(__dirname, '..', '..');
const FIXTURE = 'test/fixtures/first-release.json';
export const first = JSON.parse(readFileSync(join(root, FIXTURE), 'utf8')) as FirstRelease;
export const ofFirst = migrations.filter(({ name }) => first.migrations.includes(name));

/** The text of this route was changed before its first release: its case in the fixture no longer fits it. */
const CHANGED = 'council-complaint';
export const changedRefs = (first.tables.cases ?? [])
  .filter(({ route }) => route === CHANGED)
  .map(({ ref }) => ref as string);

export function sourceOn({ dataDir, databaseUrl, schema }: DbSettings): DataSource {
  const common = { entities, migrations, migrationsTableName: 'migrations' };
  const options: DataSourceOptions = databaseUrl
    ? { ...common, type: 'postgres', url: databaseUrl, extra: { options: `-c search_path=${schema}` } }
    : { ...common, type: 'sqlite', database: join(dataDir, 'recourse.sqlite') };
  return new DataSource(options);
}

/** The schema and the data as the first release left them. */
export async function firstRelease(settings: DbSettings): Promise<void> {
  const source = sourceOn(settings);
  source.setOptions({ migrations: ofFirst });
  await source.initialize();
  await source.runMigrations();
  for (const [table, rows] of Object.entries(first.tables)) await insertInto(source, table, rows);
  await source.destroy();
}

async function insertInto(source: DataSource, table: string, rows: Row[]): Promise<void> {
  const flags = new Set(
    source.options.type !== 'postgres'
      ? []
      : (
          (await source.query(
            `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND data_type = 'boolean'`,
            [table],
          )) as { column_name: string }[]
        ).map(({ column_name: name }) => name),
  );
  for (const row of rows) {
    const names = Object.keys(row);
    const marks = names.map((_, n) => (source.options.type === 'postgres' ? `$${n + 1}` : '?'));
    await source.query(
      `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${marks.join(', ')})`,
      names.map((name) => (flags.has(name) ? Boolean(row[name]) : row[name])),
    );
  }
}

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The commit before the one that wrote its data down; why it cannot be had here, if it cannot. */
function firstCommit(): { commit?: string; missing?: string } {
  try {
    const added = git('log', '--diff-filter=A', '--format=%H', '-1', '--', FIXTURE);
    const commit = added === '' ? '' : git('rev-parse', '--verify', '--quiet', `${added}^`);
    if (commit === '' || git('ls-tree', commit, 'src/main.ts') === '') throw new Error();
    return { commit };
  } catch {
    return { missing: 'the history of this repository does not reach back to the first release' };
  }
}

export const { commit, missing: noOldCode } = firstCommit();

/** Unpacks it once; gives its folder, under node_modules, where it finds the libraries of today. */
export function oldCode(): string {
  const shelf = join(root, 'node_modules', '.cache', 'recourse-releases');
  const folder = join(shelf, String(commit));
  if (existsSync(folder)) return folder;
  const unpacked = `${folder}.${process.pid}`;
  mkdirSync(unpacked, { recursive: true });
  const { status } = spawnSync('sh', ['-c', `git archive ${commit} | tar x -C "${unpacked}"`], { cwd: root });
  if (status !== 0) throw new Error('git archive or tar failed');
  try {
    renameSync(unpacked, folder);
  } catch {
    rmSync(unpacked, { recursive: true }); // another was quicker
  }
  return folder;
}

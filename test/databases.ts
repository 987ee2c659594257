// Runs a suite on SQLite and on PostgreSQL: a fresh file, a fresh schema, gone afterwards.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { entities } from '../src/entities';
import { openDb, type Db, type DbSettings } from '../src/persistence';
import { madeOnce } from './made-once';
import { migratedSchema } from './postgres-schema';
import { TEST_DATABASE_URL } from './services';

/** What has to end before a test's database is closed. */
const endings = new WeakMap<Db, (() => Promise<void>)[]>();

type Suite = (openTestDb: () => Promise<Db>, kind: Db['kind']) => void;

export interface TestDatabase {
  settings: DbSettings;
  drop: () => Promise<void>;
}

export function freshSqlite(): TestDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'recourse-'));
  return { settings: { dataDir }, drop: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

export async function freshPostgres(): Promise<TestDatabase> {
  const { url, schema, drop } = await emptySchema();
  const files = freshSqlite();
  return {
    settings: { ...files.settings, databaseUrl: url, schema, poolSize: 10 },
    drop: async () => {
      await drop();
      await files.drop();
    },
  };
}

/** For a suite in which rows do little: on PostgreSQL only in the long run. */
export function mostlyOnSqlite(name: string, suite: Suite): void {
  onBothDatabases(name, suite, process.env.RECOURSE_TEST_LONG === undefined);
}

/** `openTestDb` may be called in a hook or a test; everything it opened is closed and dropped after the suite. */
export function onBothDatabases(name: string, suite: Suite, onlySqlite = false): void {
  for (const kind of onlySqlite ? (['sqlite'] as const) : (['sqlite', 'postgres'] as const)) {
    const missing = kind === 'postgres' && process.env.RECOURSE_TEST_POSTGRES !== 'up';
    const title = `${name} (${kind}${missing ? `; skipped: ${process.env.RECOURSE_TEST_POSTGRES}` : ''})`;
    (missing ? describe.skip : describe)(title, () => {
      const undo: (() => Promise<void>)[] = [];
      afterAll(async () => {
        for (const step of undo.reverse()) await step();
      });
      suite(async () => {
        const { settings, drop } = kind === 'sqlite' ? freshSqlite() : await freshPostgres();
        undo.push(drop);
        await migrate(settings);
        const db = await openDb(settings, entities);
        undo.push(() => db.close());
        endings.set(db, undo);
        return db;
      }, kind);
    });
  }
}

/** Ends before `db` is closed, if a suite of this file opened it. */
export function endsWith(db: Db, end: () => Promise<void>): void {
  endings.get(db)?.push(end);
}

/** As the migrations would, in a fraction of the time: there is nothing left for them to do when it is opened. */
export async function migrate(settings: DbSettings): Promise<void> {
  if (settings.schema) await asAdmin(await migratedSchema(settings.schema, emptySchema));
  else cpSync(await madeOnce('sqlite', migrateFile), settings.dataDir, { recursive: true });
}

async function migrateFile(dataDir: string): Promise<void> {
  await (await openDb({ dataDir }, entities)).close();
}

async function emptySchema(): Promise<{ url: string; schema: string; drop: () => Promise<void> }> {
  const schema = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE SCHEMA ${schema}`);
  return { url: TEST_DATABASE_URL, schema, drop: () => asAdmin(`DROP SCHEMA ${schema} CASCADE`) };
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}

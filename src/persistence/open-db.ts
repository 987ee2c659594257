// Opens the database that the configuration names, brings its schema up to date, and says clearly why it cannot.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from 'sqlite3';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { faultOf, log } from '../platform';
import { PostgresDb, SqliteDb, type Db } from './db';
import { migrations } from './migrations';
import { PlanningClient } from './planned-once';
import { sqliteDriver } from './sqlite-driver';

export type Entities = MixedList<Function>; // eslint-disable-line @typescript-eslint/no-unsafe-function-type

export interface DbSettings {
  dataDir: string;
  databaseUrl?: string;
  /** Connections to PostgreSQL, per process. */
  poolSize?: number;
  /** PostgreSQL schema; the server's default where left out. Tests keep apart with it. */
  schema?: string;
  /** A command that runs beside the serving process: single statements only, no process lock. */
  beside?: boolean;
}

/** A condition without a value is a fault: it must not quietly find the first row there is. */
const STRICT = { invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' } } as const;

/** Any number that no other program uses as its advisory lock: replicas migrate one at a time. */
const MIGRATION_LOCK = 7_263_001;

/** Whoever waits longer for a connection is told that the database is away. */
const CONNECT_WITHIN = 10_000;

/** @throws Error in one sentence when another process has the SQLite file or PostgreSQL cannot be reached. */
export async function openDb(settings: DbSettings, entities: Entities): Promise<Db> {
  return settings.databaseUrl ? openPostgres(settings, entities) : openSqlite(settings, entities);
}

async function openPostgres(settings: DbSettings, entities: Entities): Promise<Db> {
  const source = new DataSource({
    ...STRICT,
    type: 'postgres',
    url: settings.databaseUrl,
    entities,
    migrations,
    migrationsTableName: 'migrations',
    poolSize: settings.poolSize ?? 20,
    applicationName: 'recourse',
    connectTimeoutMS: CONNECT_WITHIN,
    poolErrorHandler: (error: unknown) =>
      log('warn', 'a connection to the database was lost', faultOf(error)),
    extra: {
      Client: PlanningClient,
      ...(settings.schema ? { options: `-c search_path=${settings.schema}` } : {}),
    },
  });
  await source.initialize();
  return source.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
    return PostgresDb.on(source);
  });
}

async function openSqlite(settings: DbSettings, entities: Entities): Promise<Db> {
  mkdirSync(settings.dataDir, { recursive: true });
  const release = settings.beside ? async () => undefined : await takeProcessLock(settings.dataDir);
  const options = {
    ...STRICT,
    driver: sqliteDriver,
    database: join(settings.dataDir, 'recourse.sqlite'),
    entities,
  } as const;
  try {
    const writer = await sqlite(
      { ...options, type: 'sqlite', migrations, migrationsTableName: 'migrations' },
      [
        'PRAGMA journal_mode = WAL',
        // With NORMAL a power loss may take back an event that was already acknowledged.
        'PRAGMA synchronous = FULL',
        'PRAGMA foreign_keys = ON',
        // What is deleted is overwritten: an erased key must not lie in a free page.
        'PRAGMA secure_delete = ON',
        'PRAGMA busy_timeout = 10000',
      ],
    );
    if (!settings.beside) {
      await writer.runMigrations({ transaction: 'each' });
      // Looks at a sample of tables that have grown: a planner that knows nothing takes any index.
      await writer.query('PRAGMA optimize = 0x10002');
    }
    if (settings.beside && (await writer.showMigrations())) {
      await writer.destroy();
      throw new Error('The database is empty or older than this release: run "recourse migrate" first');
    }
    const reader = await sqlite({ ...options, type: 'sqlite' }, [
      'PRAGMA busy_timeout = 10000',
      'PRAGMA query_only = ON',
    ]);
    return new SqliteDb(writer, reader, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function sqlite(options: DataSourceOptions, pragmas: string[]): Promise<DataSource> {
  const source = await new DataSource(options).initialize();
  for (const pragma of pragmas) await source.query(pragma);
  return source;
}

/**
 * Two processes on one SQLite file would each believe they alone send the reminders. The lock is an open
 * transaction on a small file of its own: the operating system lets go of it when the process ends, however it ends.
 */
async function takeProcessLock(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'recourse.lock');
  const database = await new Promise<Database>((resolve, reject) => {
    const opened = new Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const run = (sql: string) =>
    new Promise<void>((resolve, reject) =>
      database.exec(sql, (error) => (error ? reject(error) : resolve())),
    );
  const close = () => new Promise<void>((resolve) => database.close(() => resolve()));
  try {
    await run('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    await close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new Error(
      `Another Recourse process is already using ${dataDir}. Stop it first, or set DATABASE_URL to run several processes on PostgreSQL.`,
    );
  }
  return close;
}

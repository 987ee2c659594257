// What the migrations do to PostgreSQL, written down once in a run, to be repeated in one go: a schema in a tenth of the time.
// test/made-once.spec.ts keeps that it comes to the same.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeLiteral } from 'pg';
import { DataSource, type Logger } from 'typeorm';
import { migrations } from '../src/persistence/migrations';
import { madeOnce } from './made-once';

const FILE = 'schema.sql';
/** Stands for the name of the schema. */
const HERE = '@schema@';
/** Asks, or begins and ends a transaction: nothing of it stays. */
const LEAVES_NOTHING = /^\s*(?:SELECT|START|COMMIT|ROLLBACK)\b/i;

/** `empty` makes a schema to migrate, and takes it away again. */
export async function migratedSchema(
  schema: string,
  empty: () => Promise<{ url: string; schema: string; drop: () => Promise<void> }>,
): Promise<string> {
  const folder = await madeOnce('postgres', async (aside) => {
    const { drop, ...where } = await empty();
    try {
      writeFileSync(join(aside, FILE), (await writtenDown(where)).replaceAll(where.schema, HERE));
    } finally {
      await drop();
    }
  });
  return readFileSync(join(folder, FILE), 'utf8').replaceAll(HERE, schema);
}

async function writtenDown({ url, schema }: { url: string; schema: string }): Promise<string> {
  const done: string[] = [];
  const logger = {
    logQuery: (sql: string, values: unknown[] = []) => {
      if (!LEAVES_NOTHING.test(sql)) done.push(withValues(sql, values));
    },
    logQueryError: () => undefined,
    logQuerySlow: () => undefined,
    logSchemaBuild: () => undefined,
    logMigration: () => undefined,
    log: () => undefined,
  } satisfies Logger;
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migrations',
    extra: { options: `-c search_path=${schema}` },
    logging: ['query'],
    logger,
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  return `SET LOCAL search_path TO ${schema};\n${done.join(';\n')};\n`;
}

/** Several statements that go together cannot have parameters. */
const withValues = (sql: string, values: unknown[]): string =>
  sql.replace(/\$(\d+)/g, (place, n: string) =>
    values.length === 0 ? place : escapeLiteral(String(values[Number(n) - 1])),
  );

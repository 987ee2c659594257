// A schema that was repeated from what the migrations did is the one that they make.

import { DataSource } from 'typeorm';
import { entities } from '../src/entities';
import { openDb, type DbSettings } from '../src/persistence';
import { freshPostgres, freshSqlite, migrate } from './databases';

/** Everything in a schema, as the catalogue of PostgreSQL tells it. */
const CATALOGUE = [
  `SELECT table_name, column_name, ordinal_position, column_default, is_nullable, data_type, udt_name
   FROM information_schema.columns WHERE table_schema = $1`,
  `SELECT c.relname, pg_get_indexdef(i.indexrelid) AS def FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = to_regnamespace($1)`,
  `SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
   WHERE connamespace = to_regnamespace($1)`,
  `SELECT tgrelid::regclass::text AS of, tgname, pg_get_triggerdef(t.oid) AS def FROM pg_trigger t
   JOIN pg_class c ON c.oid = tgrelid WHERE c.relnamespace = to_regnamespace($1) AND NOT tgisinternal`,
  `SELECT tablename, policyname, permissive, roles::text, cmd, qual, with_check FROM pg_policies WHERE schemaname = $1`,
  `SELECT proname, pg_get_functiondef(oid) AS def, proacl::text FROM pg_proc WHERE pronamespace = to_regnamespace($1)`,
  `SELECT relname, relkind, relrowsecurity, relforcerowsecurity, relacl::text, reloptions::text FROM pg_class
   WHERE relnamespace = to_regnamespace($1)`,
  `SELECT nspname, nspacl::text FROM pg_namespace WHERE nspname = $1`,
  `SELECT sequencename, start_value, increment_by, last_value FROM pg_sequences WHERE schemaname = $1`,
];

async function catalogueOf({ databaseUrl, schema = '' }: DbSettings): Promise<string[]> {
  const source = await new DataSource({ type: 'postgres', url: databaseUrl }).initialize();
  const found: string[] = [];
  for (const query of [...CATALOGUE, `SELECT timestamp, name FROM ${schema}.migrations`]) {
    const rows = await source.query<object[]>(query, query.includes('$1') ? [schema] : []);
    found.push(...rows.map((row) => JSON.stringify(row).replaceAll(schema, 'here')).sort());
  }
  await source.destroy();
  return found;
}

const missing = process.env.RECOURSE_TEST_POSTGRES !== 'up';

(missing ? it.skip : it)(
  `A schema that was repeated is the one that migrations make${missing ? ` (skipped: ${process.env.RECOURSE_TEST_POSTGRES})` : ''}`,
  async () => {
    const [repeated, migrated] = [await freshPostgres(), await freshPostgres()];
    try {
      await migrate(repeated.settings);
      // Whoever opens it gives the role that reads its rights.
      for (const { settings } of [repeated, migrated]) await (await openDb(settings, entities)).close();
      const expected = await catalogueOf(migrated.settings);
      expect(expected.length).toBeGreaterThan(500);
      expect(await catalogueOf(repeated.settings)).toEqual(expected);
    } finally {
      await repeated.drop();
      await migrated.drop();
    }
  },
);

it('A copied file is the one that migrations make', async () => {
  const [copied, migrated] = [freshSqlite(), freshSqlite()];
  try {
    await migrate(copied.settings);
    const tables = await Promise.all(
      [copied, migrated].map(async ({ settings }) => {
        const db = await openDb(settings, entities);
        const rows = await db.read.query<object[]>('SELECT type, name, tbl_name, sql FROM sqlite_master');
        await db.close();
        return rows;
      }),
    );
    expect(tables[1]?.length).toBeGreaterThan(100);
    expect(tables[0]).toEqual(tables[1]);
  } finally {
    await copied.drop();
    await migrated.drop();
  }
});

// F18 and upgrades: data of the first release under today's schema, old processes beside new ones, the way back, and a
// backup of yesterday.

import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { backUp, restore } from '../../src/command-line/sqlite-backup';
import { Cases } from '../../src/engine';
import { Case, JournalEntry } from '../../src/engine/entities';
import { entities } from '../../src/entities';
import { Outbox } from '../../src/messages';
import { People } from '../../src/access';
import type { DbSettings } from '../../src/persistence';
import { migrations } from '../../src/persistence/migrations';
import { SettableClock } from '../../src/platform';
import { Roots } from '../../src/transparency';
import { Worker } from '../../src/worker';
import { freshPostgres, freshSqlite } from '../databases';
import { MailSink } from './mail-sink';
import { appOn, findingsIn as allFindingsIn } from './rig';

jest.setTimeout(120_000);

/** The text of this route was changed before its first release: its case in the fixture no longer fits it. */
const CHANGED = 'council-complaint';

async function findingsIn(app: Parameters<typeof allFindingsIn>[0], grace?: number) {
  const refs = (first.tables.cases ?? []).filter(({ route }) => route === CHANGED).map(({ ref }) => ref);
  return (await allFindingsIn(app, grace)).filter(({ ref }) => !refs.includes(ref));
}

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

const first = JSON.parse(
  readFileSync(join(__dirname, '..', 'fixtures', 'first-release.json'), 'utf8'),
) as FirstRelease;
const ofFirst = migrations.filter(({ name }) => first.migrations.includes(name));

function sourceOn({ dataDir, databaseUrl, schema }: DbSettings): DataSource {
  const common = { entities, migrations, migrationsTableName: 'migrations' };
  const options: DataSourceOptions = databaseUrl
    ? { ...common, type: 'postgres', url: databaseUrl, extra: { options: `-c search_path=${schema}` } }
    : { ...common, type: 'sqlite', database: join(dataDir, 'recourse.sqlite') };
  return new DataSource(options);
}

/** The schema and the data as the first release left them. */
async function firstRelease(settings: DbSettings): Promise<void> {
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

const plans = [
  { kind: 'sqlite' as const, fresh: async () => freshSqlite(), missing: undefined },
  {
    kind: 'postgres' as const,
    fresh: freshPostgres,
    missing: process.env.RECOURSE_TEST_POSTGRES === 'up' ? undefined : process.env.RECOURSE_TEST_POSTGRES,
  },
];

describe.each(plans)('Data of the first release ($kind)', ({ kind, fresh, missing }) => {
  const run = missing ? it.skip : it;

  run(
    `is whole after an upgrade, goes on, and an old process may still write beside it${missing ? ` (skipped: ${missing})` : ''}`,
    async () => {
      const { settings, drop } = await fresh();
      await firstRelease(settings);
      const clock = new SettableClock(new Date('2026-11-02T09:00:00Z'));
      const { app, db, close } = await appOn(settings, clock);
      expect(await db.read.count(Case)).toBe(first.tables.cases?.length);
      expect(await findingsIn(app)).toEqual([]);

      // What an old process sends to the database is still understood, and a new one goes on from there.
      const { ref, statements } = first.writes[kind];
      for (const { sql, parameters } of statements) await db.tx((m) => m.query(sql, parameters));
      expect((await db.read.findOneByOrFail(Case, { ref })).stateHash).toBeNull();
      expect(await findingsIn(app)).toEqual([]);

      const who = { kind: 'person', personId: first.amira } as const;
      const before = await app.get(Cases).view(first.ref, who);
      const corrected = await app
        .get(Cases)
        .advance(
          first.ref,
          { type: before.events.find(({ type }) => type === 'certificate-received')?.type ?? '', data: {} },
          who,
        );
      expect(corrected.case.version).toBe(before.version + 1);
      await app.get(Worker).advanceTo(clock, new Date('2026-12-20T09:00:00Z'));
      expect(await app.get(Roots).published(1)).toHaveLength(1);
      expect(await findingsIn(app, 0)).toEqual([]);
      const cases = await db.read.count(Case);
      const entries = await db.read.count(JournalEntry);
      await close();

      // Back to the first release and forth again: its own data is as it was.
      const source = await sourceOn(settings).initialize();
      for (let n = ofFirst.length; n < migrations.length; n += 1) await source.undoLastMigration();
      const old = (await source.query('SELECT * FROM cases WHERE ref = ' + `'${first.ref}'`)) as Row[];
      expect(Object.keys(old[0] as Row).sort()).toEqual(Object.keys(first.tables.cases?.[0] as Row).sort());
      await source.destroy();
      const again = await appOn(settings, clock);
      expect([await again.db.read.count(Case), await again.db.read.count(JournalEntry)]).toEqual([
        cases,
        entries,
      ]);
      expect(await findingsIn(again.app, 0)).toEqual([]);
      await again.close();
      await drop();
    },
  );
});

describe("Yesterday's backup", () => {
  it('loses what came after it, sends again what it does not know was sent, and says by its Message-ID that it is the same', async () => {
    const { settings, drop } = freshSqlite();
    const mail = await MailSink.start();
    const clock = new SettableClock(new Date('2026-10-06T09:00:00Z'));
    const env = { SMTP_URL: mail.url };
    const folder = mkdtempSync(join(tmpdir(), 'recourse-yesterday-'));
    const t = await appOn(settings, clock, env);
    await t.db.tx(async (m) => {
      for (let n = 0; n < 10; n += 1) {
        const { id } = await t.app.get(People).create(m, { name: 'A', email: `${n}@example.org` });
        const params = { ref: 'RC-7F3K-Q2MW-9XC', due: '2026-12-04' };
        await t.app
          .get(Outbox)
          .enqueue(m, { key: `test-${n}`, personId: id, template: 'duty-reminder', params });
      }
    });
    await backUp(settings.dataDir, join(folder, 'backup'), clock.instant(), false);
    await t.app.get(Worker).runUntilIdle();
    expect(mail.taken.size).toBe(10);
    await t.close();

    await restore(join(folder, 'backup'), join(folder, 'restored'));
    const restored = await appOn({ dataDir: join(folder, 'restored') }, clock, env);
    expect(await findingsIn(restored.app)).toEqual([]);
    await restored.app.get(Worker).runUntilIdle();
    expect([mail.taken.size, [...mail.taken.values()]]).toEqual([10, Array.from({ length: 10 }, () => 2)]);
    expect(await findingsIn(restored.app, 0)).toEqual([]);
    await restored.close();
    await mail.close();
    rmSync(folder, { recursive: true, force: true });
    await drop();
  });
});

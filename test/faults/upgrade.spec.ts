// F18 and upgrades: data of the first release under today's schema, old processes beside new ones, the way back, and a
// backup of yesterday.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restore } from '../../src/command-line/sqlite-backup';
import { Cases } from '../../src/engine';
import { Case, JournalEntry } from '../../src/engine/entities';
import { Outbox } from '../../src/messages';
import { People } from '../../src/access';
import { migrations } from '../../src/persistence/migrations';
import { SettableClock } from '../../src/platform';
import { Roots } from '../../src/transparency';
import { Worker } from '../../src/worker';
import { freshPostgres, freshSqlite } from '../databases';
import { changedRefs, first, firstRelease, ofFirst, sourceOn } from './first-release';
import { MailSink } from './mail-sink';
import { appOn, findingsIn as allFindingsIn } from './rig';

jest.setTimeout(120_000);

async function findingsIn(app: Parameters<typeof allFindingsIn>[0], grace?: number) {
  return (await allFindingsIn(app, grace)).filter(({ ref }) => !changedRefs.includes(ref));
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
      const old = (await source.query('SELECT * FROM cases WHERE ref = ' + `'${first.ref}'`)) as object[];
      expect(Object.keys(old[0] as object).sort()).toEqual(
        Object.keys(first.tables.cases?.[0] as object).sort(),
      );
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

// F19: however many rows wait, what is due is found by an index, in its order: no table is looked through, nothing is sorted.

import { Dispute } from '../../src/access/entities';
import { Reminders } from '../../src/reminders';
import { Sender } from '../../src/messages';
import type { Db } from '../../src/persistence';
import { TimedWork } from '../../src/worker';
import { kinds } from '../../src/worker/kinds';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { pendingTables, planOf, plantRows, settle, statementsOf, type Sent } from '../pending-rows';

jest.setTimeout(120_000);

const ROWS = 20_000;
const NOW = '2026-10-06T09:00:00Z';

onBothDatabases('What waits for its instant', (openTestDb, kind) => {
  let db: Db;
  let t: TestApp;

  beforeAll(async () => {
    db = await openTestDb();
    t = await startApp(db, NOW);
    await db.tx((m) =>
      m.insert(Dispute, { id: 'd', organisations: {}, openedAt: new Date(NOW).toISOString() }),
    );
    // A thousand of them are due.
    for (const table of pendingTables)
      await plantRows(db, table, ROWS, new Date(Date.parse(NOW) - 1_000_000));
    await settle(db);
  });

  const reading = (sent: Sent[], table: string) =>
    sent.filter(({ sql }) => new RegExp(`^SELECT .*FROM "?${table}"? .*LIMIT`, 's').test(sql));

  /** On the way the planner chose: no step that grows with what waits. */
  const byItsIndex = async (each: Sent, only: boolean): Promise<void> => {
    const plan = (await planOf(db, each)).join('\n');
    expect(plan).not.toMatch(kind === 'postgres' ? /Seq Scan|Sort|Bitmap/ : /SCAN|TEMP B-TREE/);
    if (only) expect(plan).toMatch(kind === 'postgres' ? /Index Only Scan/ : /COVERING INDEX/);
    else expect(plan).toMatch(kind === 'postgres' ? /Index (Only )?Scan/ : /USING (COVERING )?INDEX/);
  };

  it('is found by the index alone, page after page, for every kind of timed work', async () => {
    const until = new Date(Date.parse(NOW) + 3_600_000).toISOString();
    for (const each of kinds) {
      const found: string[] = [];
      const sent = await statementsOf(db, async () => {
        for await (const page of t.app.get(TimedWork).fallingDue(each, until, 1_000))
          found.push(...page.map(({ at }) => at));
      });
      expect([each, found.length]).toEqual([each, 1_000 + 3_600]);
      expect(found).toEqual([...found].sort());
      const pages = sent.filter(({ sql }) => /^SELECT .* LIMIT/s.test(sql));
      expect(pages.length).toBeGreaterThanOrEqual(5);
      for (const page of pages) await byItsIndex(page, true);
    }
  });

  it('is claimed by the index', async () => {
    for (const [table, claim] of [
      ['reminders', () => t.app.get(Reminders).dispatch()],
      ['outbox', () => t.app.get(Sender).claim()],
    ] as const) {
      const claims = reading(await statementsOf(db, claim), table);
      expect(claims.length).toBeGreaterThanOrEqual(1);
      for (const each of claims) await byItsIndex(each, false);
    }
  });
});

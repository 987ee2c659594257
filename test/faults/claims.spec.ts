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

  const taking = (sent: Sent[], table: string) =>
    sent.filter(({ sql }) => new RegExp(`UPDATE "?${table}"? .*LIMIT`, 's').test(sql));

  /** On the way the planner chose: no step that grows with what waits. */
  const byItsIndexAlone = async (each: Sent): Promise<void> => {
    const plan = (await planOf(db, each)).join('\n');
    expect(plan).not.toMatch(kind === 'postgres' ? /Seq Scan|Sort|Bitmap/ : /SCAN|TEMP B-TREE/);
    expect(plan).toMatch(kind === 'postgres' ? /Index Only Scan/ : /COVERING INDEX/);
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
      for (const page of pages) await byItsIndexAlone(page);
    }
  });

  /** What is due is found in the order of its index, and what was found is taken by its id: nothing else is looked at. */
  const FOUND = { sqlite: /USING (COVERING )?INDEX \w+_due/, postgres: /Index (Only )?Scan using \w+_due/ };

  const takenByIds = (plan: string): void => {
    expect(plan).not.toMatch(kind === 'postgres' ? /Seq Scan/ : /SCAN (?!held|json_each|one|CONSTANT)/);
    if (kind === 'postgres')
      for (const [, index] of plan.matchAll(/Bitmap Index Scan on "?(\w+)/g)) expect(index).toMatch(/^PK_/);
  };

  it('is claimed by the index', async () => {
    for (const [table, claim] of [
      ['reminders', () => t.app.get(Reminders).dispatch()],
      ['outbox', () => t.app.get(Sender).claim()],
    ] as const) {
      const claims = taking(await statementsOf(db, claim), table);
      expect(claims.length).toBeGreaterThanOrEqual(1);
      for (const each of claims) {
        const plan = (await planOf(db, each)).join('\n');
        expect(plan).toMatch(FOUND[kind]);
        expect(plan).not.toMatch(/Sort|TEMP B-TREE/);
        takenByIds(plan);
      }
    }
  });

  it('is claimed by ids without a look at what else is due', async () => {
    for (const [each, table] of [
      ['reminders', 'reminders'],
      ['messages', 'outbox'],
    ] as const) {
      const [page = []] = await firstOf(
        t.app.get(TimedWork).fallingDue(each, new Date(NOW).toISOString(), 50),
      );
      const ids = page.map(({ id }) => id);
      const claims = taking(await statementsOf(db, () => t.app.get(TimedWork).perform(each, ids)), table);
      expect(claims).toHaveLength(1);
      const plan = (await planOf(db, claims[0] as Sent)).join('\n');
      expect(plan).not.toMatch(/_due/);
      takenByIds(plan);
      const still = await firstOf(t.app.get(TimedWork).fallingDue(each, new Date(NOW).toISOString(), 50));
      expect((still[0] ?? []).filter(({ id }) => ids.includes(id))).toEqual([]);
    }
  });
});

async function firstOf<T>(pages: AsyncGenerator<T>): Promise<T[]> {
  for await (const page of pages) return [page];
  return [];
}

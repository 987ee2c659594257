// A worklist and the numbers above it come out of one index, however many cases there are; a case is shown and counted once.

import { Desk } from '../src/engine';
import type { Db } from '../src/persistence';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';
import { plantRows, planOf, settle, statementsOf, type Sent } from './pending-rows';

jest.setTimeout(120_000);

const ROWS = 20_000;
const NOW = '2026-10-06T09:00:00Z';

onBothDatabases('A worklist', (openTestDb, kind) => {
  let db: Db;
  let t: TestApp;
  const place = { organisationId: 'o7', parties: ['council complaints team' as const] };

  beforeAll(async () => {
    db = await openTestDb();
    t = await startApp(db, NOW);
    await plantRows(db, 'case_organisations', ROWS, new Date('2026-10-01T00:00:00Z'), 60);
    await settle(db);
  });

  const planIn = async (sent: Sent[]): Promise<string> => {
    const [listing] = sent.filter(({ sql }) => /FROM "?case_organisations"?/.test(sql));
    if (!listing) throw new Error('Nothing was asked of the worklist');
    return (await planOf(db, listing)).join('\n');
  };

  it.each(['all', 'mine', 'overdue', 'soon', 'waiting'] as const)(
    'of the kind %s is read in the order of its index and nothing is sorted',
    async (which) => {
      const desk = t.app.get(Desk);
      const plan = await planIn(
        await statementsOf(db, () =>
          desk.soonest([place], 50, (list) => {
            if (which !== 'all') desk.show(list, which, [place]);
          }),
        ),
      );
      expect(plan).toMatch(kind === 'postgres' ? /Index Only Scan/ : /COVERING INDEX/);
      expect(plan).not.toMatch(kind === 'postgres' ? /Seq Scan|Sort|Bitmap/ : /SCAN case|TEMP B-TREE/);
    },
  );

  it('is counted by the index, and the numbers are those of the rows', async () => {
    const desk = t.app.get(Desk);
    const plan = await planIn(await statementsOf(db, () => desk.counts([place])));
    // Whether PostgreSQL may answer out of the index alone hangs on what else is under way in its cluster.
    expect(plan).toMatch(kind === 'postgres' ? /case_organisations_worklist/ : /COVERING INDEX/);
    expect(plan).not.toMatch(kind === 'postgres' ? /Seq Scan/ : /SCAN case/);
    const of = async (condition: string) => {
      const sql = `SELECT COUNT(*) AS n FROM case_organisations WHERE organisation_id = 'o7' AND NOT over AND ${condition}`;
      return Number(((await db.read.query(sql)) as { n: string }[])[0]?.n);
    };
    const mine = "responsible = 'council complaints team'";
    const now = new Date(NOW).toISOString();
    const inDoubt = `(last_due_at IS NOT NULL AND last_due_at >= '${now}')`;
    expect(await of(`${mine} AND next_due_at < '${now}' AND ${inDoubt}`)).toBeGreaterThan(0);
    const counts = await desk.counts([place]);
    expect(counts).toEqual({
      all: await of('(1 = 1)'),
      mine: await of(mine),
      overdue: await of(`${mine} AND next_due_at < '${now}' AND NOT ${inDoubt}`),
      soon: await of(
        `${mine} AND (next_due_at >= '${now}' OR ${inDoubt}) AND next_due_at < '2026-10-13T23:00:00.000Z'`,
      ),
      waiting: await of(`(responsible IS NULL OR NOT ${mine})`),
      routes: { 'council-complaint': counts.all },
      atLeast: { all: false, mine: false, overdue: false, soon: false, waiting: false },
    });
    expect(Math.min(counts.mine, counts.overdue, counts.soon, counts.waiting)).toBeGreaterThan(0);
    expect(await desk.turnsOf([place])).toBe(counts.mine);
  });

  it('has a case once in which an organisation has two places', async () => {
    const before = await t.app.get(Desk).counts([place]);
    await db.tx((m) =>
      m.query(`INSERT INTO case_organisations (case_id, body, organisation_id, over, next_due_at, route, responsible, last_due_at)
        SELECT case_id, 'provider', organisation_id, over, next_due_at, route, responsible, last_due_at FROM case_organisations
        WHERE organisation_id = 'o7'`),
    );
    expect(await t.app.get(Desk).counts([place])).toEqual(before);
    expect(await t.app.get(Desk).turnsOf([place])).toBe(before.mine);
  });

  it('is counted no further than a thousand open cases, and says which numbers may be larger', async () => {
    const take = (from: string) =>
      db.tx((m) =>
        m.query(
          `UPDATE case_organisations SET organisation_id = 'o7' WHERE body = 'council' AND next_due_at >= '${from}'`,
        ),
      );
    await take('2026-10-06T08:00:00.000Z');
    const { all, atLeast } = await t.app.get(Desk).counts([place]);
    expect(all).toBe(1_000);
    expect(atLeast).toEqual({ all: true, mine: true, overdue: false, soon: true, waiting: true });
    await take('2026-10-01');
    expect((await t.app.get(Desk).counts([place])).atLeast.overdue).toBe(true);
  });
});

import { startApp, type TestApp } from '../../test/app';
import { possible, saidBy, type Interval, type Sums } from '../../test/attack';
import { onBothDatabases } from '../../test/databases';
import { inventPastDisputes } from '../demo/past-disputes';
import { Deadline } from '../engine/entities';
import { Organisations } from '../organisations';
import { Dashboards, type Figure } from './dashboard';
import { PublishedFigure } from './entities';
import { parts, publishedBodies, timedMeasures } from './measures';
import { Publisher } from './publisher';
import { quarterOf } from './quarter';

const Q3 = quarterOf('2026-07-01');
const Q4 = quarterOf('2026-10-01');

/**
 * What an attacker does with every published number of two successive quarters, every addition that the methodology admits,
 * and what ties the quarters: an escalation is decided by a date in the quarter in which it was opened, or in the next.
 * Gives the hidden counts that can be only one number.
 */
async function attack(earlier: Figure[], later: Figure[]): Promise<string[]> {
  const cells = new Map<string, Interval>();
  const equal: Sums['equal'] = [];
  const atMost: NonNullable<Sums['atMost']> = [];
  const stars: string[] = [];
  for (const [quarter, figures] of [
    ['earlier', earlier],
    ['later', later],
  ] as const) {
    for (const { body, area, measure, category, value } of figures) {
      if (category.includes('days')) continue;
      const cell = [quarter, body, area, measure, category].join('|');
      cells.set(cell, saidBy(value));
      if (value === '*') stars.push(cell);
    }
    for (const body of publishedBodies) {
      const own = figures.filter((figure) => figure.body === body);
      const areas = [...new Set(own.map(({ area }) => area))].filter((area) => area !== 'england');
      const at = (area: string, measure: string, category: string) =>
        [quarter, body, area, measure, category].join('|');
      const routes = [...new Set(own.filter((f) => f.measure === 'opened').map((f) => f.category))].filter(
        (category) => category !== 'all' && !category.includes('/'),
      );
      const everywhere = [...areas, 'england'];
      for (const measure of timedMeasures) {
        for (const area of everywhere)
          equal.push({
            whole: at(area, measure, 'due'),
            parts: ['on-time', 'done-late', 'not-done'].map((category) => at(area, measure, category)),
          });
        for (const category of Object.keys(parts))
          equal.push({
            whole: at('england', measure, category),
            parts: areas.map((area) => at(area, measure, category)),
          });
      }
      for (const area of everywhere)
        equal.push({
          whole: at(area, 'opened', 'all'),
          parts: routes.map((route) => at(area, 'opened', route)),
        });
      for (const route of ['all', ...routes])
        equal.push({
          whole: at('england', 'opened', route),
          parts: areas.map((area) => at(area, 'opened', route)),
        });
      for (const route of routes)
        equal.push({
          whole: at('england', 'opened', route),
          parts: own
            .filter((f) => f.category.startsWith(`${route}/`))
            .map((f) => at(f.area, f.measure, f.category)),
        });
      if (quarter === 'later')
        for (const area of everywhere)
          atMost.push({
            these: [at(area, 'escalations', 'due')],
            those: ['earlier', 'later']
              .map((each) => [each, body, area, 'opened', `executive.${body}`].join('|'))
              .filter((cell) => cells.has(cell)),
          });
    }
  }
  for (const { whole, parts: added } of equal)
    for (const name of [whole, ...added]) expect([...cells.keys()]).toContain(name);
  expect(stars.length).toBeGreaterThan(20);
  const found = await possible(cells, { equal, atMost }, stars);
  expect(found.size).toBeGreaterThan(0);
  return [...found].filter(([, { low, high }]) => low === high).map(([cell]) => cell);
}

onBothDatabases('Published figures', (openTestDb) => {
  let t: TestApp;
  let publisher: Publisher;
  let read: Dashboards;
  let nextQuarter: () => Promise<void>;

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-09-30T10:00:00Z');
    publisher = t.app.get(Publisher);
    read = t.app.get(Dashboards);
    const registry = t.app.get(Organisations);
    const areas = await t.db.tx(async (m) => {
      const make = async (name: string, lateOfTen: number, size: number) => ({
        council: (await registry.create(m, 'council', `${name} Council`)).id,
        icb: (await registry.create(m, 'icb', `NHS ${name} ICB`)).id,
        lateOfTen,
        size,
      });
      return [await make('Hillshire', 3, 40), await make('Northport', 5, 20), await make('Southmere', 2, 9)];
    });
    await t.db.tx(() => inventPastDisputes(t.cases, '2026-07-01', areas));
    // The next quarter is quieter, and something has happened in every area.
    nextQuarter = () =>
      t.db.tx(() =>
        inventPastDisputes(
          t.cases,
          '2026-10-01',
          areas.map((area) => ({ ...area, size: Math.ceil(area.size / 4) })),
        ),
      );
  });

  const value = async (quarter: string, area: string, measure: string, category: string, body = 'council') =>
    (await read.read({ quarter, area })).figures.find(
      (f) => f.body === body && f.area === area && f.measure === measure && f.category === category,
    )?.value;

  it('cannot be frozen before everything has been recorded, and are then frozen by the worker', async () => {
    await expect(publisher.publish(Q3)).rejects.toThrow(/can be frozen after 2026-10-14/);
    t.clock.moveTo(new Date('2026-10-14T22:59:00Z'));
    await t.worker.runUntilIdle();
    expect((await read.read()).quarters).toEqual([]);
    t.clock.moveTo(new Date('2026-10-14T23:00:00Z'));
    await t.worker.runUntilIdle();
    expect(await read.read()).toMatchObject({
      quarters: ['2026Q3'],
      publication: { quarter: '2026Q3', cutOff: '2026-10-14', builtAt: '2026-10-14T23:00:00.000Z' },
    });
  });

  it('count what the disputes of the quarter were', async () => {
    // Hillshire: 20 complaints, each with an acknowledgement in time and an answer; 8 answers are late.
    expect(await value('2026Q3', 'hillshire-council', 'duties', 'due')).toBe(40);
    expect(await value('2026Q3', 'hillshire-council', 'duties', 'done-late')).toBe(10);
    expect(await value('2026Q3', 'hillshire-council', 'duties', 'on-time')).toBe(30);
    expect(await value('2026Q3', 'hillshire-council', 'duties', 'not-done')).toBe(0);
    // 27 promises of the council, 13 of the ICB; 12 late ones of 40, of which the ICB owes four.
    expect(await value('2026Q3', 'hillshire-council', 'promises', 'due')).toBe(25);
    expect(await value('2026Q3', 'nhs-hillshire-icb', 'promises', 'due', 'icb')).toBe(15);
    expect(await value('2026Q3', 'nhs-hillshire-icb', 'promises', 'done-late', 'icb')).toBe('*');
    expect(await value('2026Q3', 'nhs-hillshire-icb', 'escalations', 'due', 'icb')).toBe(15);
    // Riverside uses the service, and had no dispute in the quarter.
    expect(await value('2026Q3', 'riverside-council', 'duties', 'due')).toBe(0);
    expect(await value('2026Q3', 'england', 'opened', 'council-complaint/closed')).toBe(35);
  });

  it('give the days late only where enough stand behind them', async () => {
    // Late by 2, 4, 12, 14, 22, 24, 32 and 34 days.
    expect(await value('2026Q3', 'hillshire-council', 'duties', 'median-days-late')).toBe(14);
    expect(await value('2026Q3', 'hillshire-council', 'duties', 'ninetieth-days-late')).toBe('*');
    expect(await value('2026Q3', 'southmere-council', 'duties', 'median-days-late')).toBe('*');
    expect(await value('2026Q3', 'riverside-council', 'duties', 'median-days-late')).toBeUndefined();
  });

  it('hide a large count that comes from one family', async () => {
    const open = () =>
      t.cases.open(
        {
          route: 'compliance',
          facts: {
            source: 'agreement',
            made: '2026-10-01',
            owedBy: 'council',
            points: Array.from({ length: 12 }, (_, n) => ({
              key: String(n + 1),
              what: 'x',
              kind: 'mediation.agreement.no-appeal-right',
            })),
          },
          parties: t.organisations,
        },
        t.people.Amira,
      );
    await open();
    t.clock.moveTo(new Date('2026-12-30T09:00:00Z'));
    await nextQuarter();
    t.clock.moveTo(new Date('2027-01-15T09:00:00Z'));
    await t.worker.runUntilIdle();
    expect(await t.db.read.countBy(Deadline, { status: 'missed' })).toBeGreaterThanOrEqual(12);
    expect(await value('2026Q4', 'riverside-council', 'promises', 'not-done')).toBe('*');
    expect(await value('2026Q4', 'riverside-council', 'promises', 'due')).toBe('*');
  });

  it('are never made twice, whatever has been recorded since', async () => {
    const before = await t.db.read.find(PublishedFigure, { where: { quarter: '2026Q3' } });
    expect(await publisher.publish(Q3)).toBe(false);
    expect(await Promise.all([publisher.publish(Q4), publisher.publish(Q4)])).toEqual([false, false]);
    expect(await t.db.read.find(PublishedFigure, { where: { quarter: '2026Q3' } })).toEqual(before);
  });

  it('are frozen once by two that do it at the same moment', async () => {
    const q2 = quarterOf('2026-05-01');
    const done = await Promise.all([publisher.publish(q2), publisher.publish(q2)]);
    expect(done.filter(Boolean)).toHaveLength(1);
  });

  it('tell no small count, neither alone nor one quarter against the other', async () => {
    const [q3, q4] = [(await read.read({ quarter: '2026Q3' })).figures, (await read.read()).figures];
    expect(q3.length).toBeGreaterThan(100);
    expect(q3.some(({ value: v }) => v === '*')).toBe(true);
    for (const { category, value: v } of [...q3, ...q4])
      if (!category.includes('days'))
        expect([0, '*'].includes(v) || (Number(v) >= 10 && Number(v) % 5 === 0)).toBe(true);
    expect(await attack(q3, q4)).toEqual([]);
    // Nothing is in both quarters, so that one cannot be taken from the other: each date and each opening is in one.
    const deadlines = await t.db.read.find(Deadline);
    const within = ({ from, to }: typeof Q3) =>
      new Set(deadlines.filter((d) => from <= d.due && d.due <= to).map(({ id }) => id));
    const [inQ3, inQ4] = [within(Q3), within(Q4)];
    expect(inQ3.size).toBeGreaterThan(100);
    expect([...inQ3].filter((id) => inQ4.has(id))).toEqual([]);
  });

  it('hold no other column than what is published', async () => {
    const [row] = await t.db.read.query('SELECT * FROM published_figures LIMIT 1');
    expect(Object.keys(row as object).sort()).toEqual(
      ['area', 'area_name', 'body', 'category', 'measure', 'quarter', 'value'].sort(),
    );
  });
});

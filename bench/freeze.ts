// FREEZE: counting, hiding and storing the figures of a quarter, and the reports to boards, while the number of cases in
// it grows. What is kept in memory must not grow with them.
// Run: node --expose-gc -r ./bench/register.cjs bench/freeze.ts [--full] [--sizes=10000,100000] [--only=sqlite|postgres].

import 'reflect-metadata';
import { Organisations } from '../src/organisations';
import { Dashboards, Publisher } from '../src/reporting';
import { lastComplete } from '../src/reporting/quarter';
import { Clock } from '../src/platform';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { Template } from './cases';
import { grow } from './many-cases';
import { argument, full, report, seconds, type Figure } from './measure';
import { open } from './server';

const SIZES =
  argument('sizes')?.split(',').map(Number) ?? (full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]);
const COUNCILS = 150;
const MB = 1024 * 1024;
/** No quarter is shorter: every case opens and falls due within the one that is frozen. */
const DAYS = 90;

interface Frozen {
  took: number;
  /** Megabytes of the heap in use while it runs, above those before. */
  heap: number;
  figures: number;
  due: number;
  read: number;
}

async function frozen({ settings, drop }: TestDatabase, size: number): Promise<Frozen> {
  const { app, db } = await open(settings);
  try {
    const template = await Template.open(app, db);
    const councils = await db.tx(async (m) => {
      const made: string[] = [];
      for (let n = 0; n < COUNCILS; n += 1)
        made.push((await app.get(Organisations).create(m, 'council', `Council ${n}`)).id);
      return made;
    });
    const quarter = lastComplete(app.get(Clock).today());
    const spread = { from: `${quarter.from}T11:59:59.999Z`, days: DAYS, settled: true };
    await grow(db, template, { councils, icb: template.places.icb as string, size, spread });
    await (db.kind === 'postgres' ? db.read.query('ANALYZE') : db.tx((m) => m.query('ANALYZE')));
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 5);
    const took = await seconds(async () => {
      if (!(await app.get(Publisher).publish(quarter))) throw new Error('It was frozen before');
    });
    clearInterval(watch);
    const dashboard = await app.get(Dashboards).read({ area: 'england' });
    const due = dashboard.figures.find(
      ({ body, measure, category }) => body === 'council' && measure === 'duties' && category === 'due',
    )?.value;
    // A fast answer that is wrong is none: every case fell due once.
    if (typeof due !== 'number' || Math.abs(due - size) > 5) throw new Error(`${size} were due, not ${due}`);
    const all = await app.get(Dashboards).read();
    return {
      took,
      heap: (Math.max(most, process.memoryUsage().heapUsed) - before) / MB,
      figures: all.figures.length,
      due,
      read: await seconds(() => app.get(Dashboards).read({ area: 'england' })),
    };
  } finally {
    await app.close();
    await drop();
  }
}

async function main(): Promise<void> {
  const only = argument('only');
  const kinds = { PostgreSQL: freshPostgres, SQLite: freshSqlite };
  for (const [name, fresh] of Object.entries(kinds)) {
    if (only && only !== name.toLowerCase().replace('postgresql', 'postgres')) continue;
    const found: Frozen[] = [];
    for (const size of SIZES) found.push(await frozen(await fresh(), size));
    const said = (of: (each: Frozen) => string) => found.map(of).join(' · ');
    const [least, most] = [found[0] as Frozen, found.at(-1) as Frozen];
    const rows: Figure[] = [
      {
        what: 'a quarter frozen, with its board reports',
        median: `${said(({ took }) => took.toFixed(1))} s`,
        range: `${said(({ figures }) => String(figures))} figures`,
        ratio: `× ${(most.took / least.took).toFixed(1)} for × ${(SIZES.at(-1) as number) / (SIZES[0] as number)} cases`,
      },
      {
        what: 'heap above rest while it runs',
        median: `${said(({ heap }) => heap.toFixed(0))} MB`,
        range: '',
        ratio: `× ${(most.heap / Math.max(least.heap, 1)).toFixed(1)}`,
        goal: '× ≤ 2',
      },
      {
        what: 'published figures of England read',
        median: `${said(({ read }) => (read * 1000).toFixed(1))} ms`,
        range: '',
      },
    ];
    report(`FREEZE on ${name}: ${SIZES.join(' · ')} cases in the quarter`, rows);
  }
}

void main();

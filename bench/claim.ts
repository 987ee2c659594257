// CLAIM: finding and taking what is due while very many more rows wait, all sizes in the same run (F19 of docs/faults.md).
// Run: node -r ./bench/register.cjs bench/claim.ts [--full] [--sizes=10000,1000000] [--only=sqlite|postgres].

import 'reflect-metadata';
import { Sender } from '../src/messages';
import type { Db } from '../src/persistence';
import { TimedWork } from '../src/worker';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { plantRows, settle } from '../test/pending-rows';
import { argument, full, median, quantile, report, timesOf, type Figure } from './measure';
import { open } from './server';

const SIZES = argument('sizes')?.split(',').map(Number) ?? [10_000, full ? 1_000_000 : 100_000];
const SAMPLES = 100;
/** Due beside those that wait: enough for every claim. */
const DUE = 60_000;
const PAGE = 100;

interface Waiting {
  db: Db;
  timed: TimedWork;
  sender: Sender;
  close: () => Promise<void>;
}

async function waiting({ settings, drop }: TestDatabase, size: number): Promise<Waiting> {
  const { app, db } = await open(settings);
  await app.init();
  for (const table of ['reminders', 'outbox'] as const)
    await plantRows(db, table, DUE + size, new Date(Date.now() - DUE * 1_000));
  await settle(db);
  const close = async () => {
    await app.close();
    await drop();
  };
  return { db, timed: app.get(TimedWork), sender: app.get(Sender), close };
}

const READING = 'reminders: those due, a page';

const asks: Record<string, (at: Waiting) => Promise<unknown>> = {
  'floor: the soonest row by the index': ({ db }) =>
    db.read.query("SELECT id FROM reminders WHERE status = 'planned' ORDER BY at LIMIT 1"),
  [READING]: ({ timed }) => timed.fallingDue('reminders', new Date().toISOString(), PAGE).next(),
  'messages: a batch claimed, with its transaction': async ({ sender }) => {
    // A claim of nothing is quick whatever waits.
    if ((await sender.claim()).length === 0) throw new Error('Nothing was left to claim');
  },
};

async function measure(name: string, fresh: () => Promise<TestDatabase> | TestDatabase): Promise<void> {
  const databases: Waiting[] = [];
  for (const size of SIZES) databases.push(await waiting(await fresh(), size));
  const rows: Figure[] = [];
  for (const [what, ask] of Object.entries(asks)) {
    const took = await timesOf(databases, ask, { samples: SAMPLES, warmUp: 20 });
    const p99 = took.map((values) => quantile(values, 0.99));
    rows.push({
      what,
      median: `${took.map((values) => median(values).toFixed(1)).join(' · ')} ms`,
      range: `p99 ${p99.map((value) => value.toFixed(1)).join(' · ')} ms`,
      ratio: `p99 × ${((p99.at(-1) as number) / (p99[0] as number)).toFixed(2)}`,
      ...(what === READING ? { goal: 'p99 < 20 ms' } : {}),
    });
  }
  report(`CLAIM on ${name}: ${SIZES.join(' · ')} rows waiting in each table`, rows);
  for (const each of databases) await each.close();
}

async function main(): Promise<void> {
  const only = argument('only');
  if (only !== 'sqlite') await measure('PostgreSQL', freshPostgres);
  if (only !== 'postgres') await measure('SQLite', freshSqlite);
}

void main();

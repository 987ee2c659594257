// REPLAY: `recourse verify` over many cases: chains, states and deadlines worked out again; entries a second, and memory.
// Run: node -r ./bench/register.cjs bench/replay.ts [--full].

import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { Cases, Verifier } from '../src/engine';
import { entities } from '../src/entities';
import { openDb, type Db } from '../src/persistence';
import { RandomIds } from '../src/platform';
import { startApp } from '../test/app';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { Template } from './cases';
import { copyOf, insertDisputes, type Rows } from './copies';
import { LivedCases } from './lived-cases';
import { full, median, report, type Figure } from './measure';
import { open } from './server';

/** Disputes that are lived through; the others are their copies. */
const LIVED = 120;
const LIVED_CASES = full ? 100_000 : 4_000;
const YOUNG_CASES = 5_000;
const ROUNDS = full ? 3 : 5;
const LOT = 50;
const LOOK_EVERY_MS = 100;

/** Writes so many more cases into a database. */
type Grow = (app: INestApplication, db: Db, count: number) => Promise<void>;

async function measure(
  what: string,
  { settings, drop }: TestDatabase,
  cases: number,
  grow: Grow,
  goal?: string,
) {
  const { app, db } = await open(settings);
  await app.init();
  const few = Math.round(cases / 10);
  await grow(app, db, few);
  const before = await heapOf(app);
  await grow(app, db, cases - few);
  const after = await heapOf(app);
  const rounds: Round[] = [];
  for (let n = 0; n < ROUNDS; n += 1) rounds.push(await verified(app));
  await app.close();
  await drop();
  const rates = (key: 'core' | 'wall') => rounds.map((round) => round[key]);
  const rate = (name: string, values: number[], goal?: string): Figure => ({
    what: `${what}: ${name}`,
    median: `${Math.round(median(values))} entries/s`,
    range: `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`,
    ...(goal ? { goal } : {}),
  });
  return [
    rate('entries a second of processor time', rates('core'), goal),
    rate('entries a second by the clock', rates('wall')),
    {
      what: `${what}: most heap in use while it runs`,
      median: `${Math.round(after)} MB`,
      range: `of ${few} and ${cases} cases`,
      ratio: `${(after / before).toFixed(2)} of that of a tenth of the cases`,
      goal: 'constant',
    },
  ];
}

interface Round {
  wall: number;
  core: number;
}

async function verified(app: INestApplication): Promise<Round> {
  const findings: unknown[] = [];
  const before = process.cpuUsage();
  const began = performance.now();
  const { entries } = await app.get(Verifier).verifyAll((finding) => findings.push(finding));
  const { user, system } = process.cpuUsage(before);
  if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
  return { wall: (entries * 1000) / (performance.now() - began), core: (entries * 1e6) / (user + system) };
}

/** The most that is in use at once, in MB: looked at again and again while a run of its own goes on. */
async function heapOf(app: INestApplication): Promise<number> {
  await verified(app);
  let highest = 0;
  const look = () => {
    global.gc?.();
    highest = Math.max(highest, process.memoryUsage().heapUsed);
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  await verified(app);
  clearInterval(looking);
  look();
  return highest / 2 ** 20;
}

/** As JSON: hundreds of thousands of objects that nobody needs would be in the way of what is measured. */
async function livedThrough(): Promise<{ disputes: string[]; each: string }> {
  const { settings, drop } = freshSqlite();
  const db = await openDb(settings, entities);
  const t = await startApp(db);
  const lived = await LivedCases.in(t);
  const disputes: string[] = [];
  const counts = { cases: 0, journal: 0, deadlines: 0, reminders: 0 };
  for (let n = 0; n < LIVED; n += 1) {
    const rows = await lived.live(n);
    disputes.push(JSON.stringify(rows));
    for (const table of Object.keys(counts) as (keyof typeof counts)[]) counts[table] += rows[table].length;
  }
  await t.close();
  await db.close();
  await drop();
  const mean = (count: number) => (count / counts.cases).toFixed(1);
  const each = `${mean(counts.journal)} entries, ${mean(counts.deadlines)} dates, ${mean(counts.reminders)} reminders`;
  return { disputes, each };
}

/** Copies of all of them in turn. */
function growLived(disputes: string[]): Grow {
  const ids = new RandomIds();
  let next = 0;
  return async (_, db, count) => {
    for (let left = count; left > 0;) {
      const lot: Rows[] = [];
      while (lot.length < LOT && left > 0) {
        const copy = copyOf(disputes[next % disputes.length] as string, ids);
        lot.push(copy);
        left -= copy.cases.length;
        next += 1;
      }
      await insertDisputes(db, lot);
    }
  };
}

/** A complaint that was acknowledged, and its copies. */
function growYoung(): Grow {
  let template: Template | undefined;
  return async (app, db, count) => {
    if (!template) {
      template = await Template.open(app, db);
      const officer = { kind: 'person' as const, personId: template.officer.personId };
      await app.get(Cases).advance(template.ref, { type: 'acknowledged', data: {} }, officer);
    }
    await template.copies(count);
  };
}

const both = async (cases: number, grow: () => Grow, goal?: string): Promise<Figure[]> => [
  ...(await measure('SQLite', freshSqlite(), cases, grow(), goal)),
  ...(await measure('PostgreSQL', await freshPostgres(), cases, grow(), goal)),
];

async function main(): Promise<void> {
  const { disputes, each } = await livedThrough();
  report(
    `REPLAY: verify of ${LIVED_CASES} cases after some months; each has on the mean ${each}`,
    await both(LIVED_CASES, () => growLived(disputes), '≥ 20,000'),
  );
  report(
    `REPLAY: verify of ${YOUNG_CASES} young cases, all alike; each has 2 entries, 3 dates, 19 reminders`,
    await both(YOUNG_CASES, growYoung),
  );
}

void main();

// REPLAY: `recourse verify` over many cases: chains, states and deadlines worked out again; entries a second, and memory.
// Run: node -r ./bench/register.cjs bench/replay.ts [--full].

import 'reflect-metadata';
import { Cases, Verifier } from '../src/engine';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { Template } from './cases';
import { full, median, report, type Figure } from './measure';
import { open } from './server';

/** Two entries in each. */
const CASES = full ? 50_000 : 5_000;
const ROUNDS = full ? 3 : 5;

async function measure(what: string, { settings, drop }: TestDatabase): Promise<Figure[]> {
  const { app, db } = await open(settings);
  await app.init();
  const template = await Template.open(app, db);
  const officer = { kind: 'person' as const, personId: template.officer.personId };
  await app.get(Cases).advance(template.ref, { type: 'acknowledged', data: {} }, officer);
  const verify = async () => {
    const findings: unknown[] = [];
    const before = process.cpuUsage();
    const began = performance.now();
    const { entries } = await app.get(Verifier).verifyAll((finding) => findings.push(finding));
    const { user, system } = process.cpuUsage(before);
    if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
    return {
      wall: (entries * 1000) / (performance.now() - began),
      core: (entries * 1e6) / (user + system),
      heap: heapUsed(),
    };
  };
  await template.copies(Math.round(CASES / 10));
  await verify();
  const small = await verify();
  await template.copies(CASES - Math.round(CASES / 10) - 1);
  const rounds: Awaited<ReturnType<typeof verify>>[] = [];
  for (let n = 0; n < ROUNDS; n += 1) rounds.push(await verify());
  await app.close();
  await drop();
  const of = (key: 'wall' | 'core' | 'heap') => rounds.map((round) => round[key]);
  const figure = (name: string, values: number[], unit: string, more: object): Figure => ({
    what: `${what}: ${name}`,
    median: `${Math.round(median(values))} ${unit}`,
    range: `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`,
    ...more,
  });
  return [
    figure('entries a second of processor time', of('core'), 'entries/s', { goal: '≥ 20,000' }),
    figure('entries a second by the clock', of('wall'), 'entries/s', {}),
    figure('heap after a full run, MB', of('heap'), 'MB', {
      ratio: `${(median(of('heap')) / small.heap).toFixed(2)} of that of a tenth of the cases`,
      goal: 'constant',
    }),
  ];
}

function heapUsed(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function main(): Promise<void> {
  report(`REPLAY: verify of ${CASES} cases, ${2 * CASES} entries`, [
    ...(await measure('SQLite', freshSqlite())),
    ...(await measure('PostgreSQL', await freshPostgres())),
  ]);
}

void main();

// F1: a process is killed in the middle of its transactions, again and again.

import { freshPostgres, freshSqlite } from '../databases';
import { Cases } from '../../src/engine';
import { Case, JournalEntry } from '../../src/engine/entities';
import type { DbSettings } from '../../src/persistence';
import {
  appOn,
  chanceFrom,
  FACTS,
  findingsIn,
  LONG,
  NEXT,
  personIn,
  Program,
  seedOf,
  tellProgress,
  until,
} from './rig';

// The long form takes half an hour on a machine with nothing else to do.
jest.setTimeout(LONG ? 14_400_000 : 1_800_000);

const plans = [
  { kind: 'SQLite', rounds: LONG ? 500 : 8, fresh: async () => freshSqlite(), missing: undefined },
  {
    kind: 'PostgreSQL',
    rounds: LONG ? 200 : 3,
    fresh: freshPostgres,
    missing: process.env.RECOURSE_TEST_POSTGRES === 'up' ? undefined : process.env.RECOURSE_TEST_POSTGRES,
  },
];

describe.each(plans)('A process that is killed in the middle of its work ($kind)', (plan) => {
  const { rounds, fresh, missing } = plan;
  const title = `${rounds} times has lost nothing it acknowledged, left nothing half-written, and does nothing twice`;

  (missing ? it.skip : it)(missing ? `${title} (skipped: ${missing})` : title, async () => {
    const { settings, drop } = await fresh();
    const seed = seedOf();
    const chance = chanceFrom(seed);
    const { personId } = await personIn(settings);
    const said: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      said.push(...(await killedAfter(settings, personId, `${seed}-${round}`, chance() * 50)));
      tellProgress(`${plan.kind}, seed ${seed}: killed ${round + 1} of ${rounds} times`, round);
    }
    const done = linesOf(said, /^done (\S+) (\S+) (\d+)$/);
    const tried = linesOf(said, /^try (\S+)(?: (\S+))?$/);

    const { app, db, close } = await appOn(settings);
    const kept = new Map((await db.read.find(Case)).map(({ ref, version }) => [ref, version]));
    const lost = done.filter(([, ref, version]) => (kept.get(ref) ?? 0) < Number(version));
    expect({ seed, lost }).toEqual({ seed, lost: [] });

    // Each act is asked for once more: what was answered is answered again, and what was not is done once.
    const who = { kind: 'person', personId } as const;
    const cases = app.get(Cases);
    const answers = new Map(done.map(([key, ref, version]) => [key, `${ref} ${version}`]));
    for (const [key, ref] of tried) {
      const again = ref
        ? await cases.advance(ref, { type: NEXT, data: {}, idempotencyKey: key }, who)
        : await cases.open({ route: 'tribunal.sen-appeal', facts: FACTS, idempotencyKey: key }, who);
      const answer = answers.get(key);
      if (answer) expect([again.replayed, `${again.case.ref} ${again.case.version}`]).toEqual([true, answer]);
    }
    const keys = (await db.read.find(JournalEntry)).flatMap(({ idempotencyKey: key }) => (key ? [key] : []));
    expect([keys.length, new Set(keys).size]).toEqual([tried.length, tried.length]);
    expect({ seed, findings: await findingsIn(app) }).toEqual({ seed, findings: [] });
    // Progress: a process that never worked would have lost nothing either.
    expect(done.length).toBeGreaterThanOrEqual(rounds);
    expect(tried.length - done.length).toBeLessThanOrEqual(rounds);
    await close();
    await drop();
  });
});

const linesOf = (said: string[], form: RegExp): [string, string, string][] =>
  said.flatMap((line) => {
    const found = form.exec(line);
    return found ? [[found[1], found[2], found[3]] as [string, string, string]] : [];
  });

/** Starts the maker, lets it acknowledge at least one case, kills it `wait` milliseconds later; gives what it said. */
async function killedAfter(
  settings: DbSettings,
  personId: string,
  round: string,
  wait: number,
): Promise<string[]> {
  const maker = new Program('test/faults/case-maker.ts', [JSON.stringify(settings), personId, round]);
  await maker.says('done ');
  const end = performance.now() + wait;
  await until('its time has come', async () => performance.now() >= end);
  const { signal } = await maker.end('SIGKILL');
  if (signal !== 'SIGKILL') throw new Error(`The process ended by itself: ${maker.said.slice(-500)}`);
  // A line that was cut off was not said.
  return maker.said.slice(0, maker.said.lastIndexOf('\n')).split('\n');
}

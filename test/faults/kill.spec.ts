import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { freshPostgres, freshSqlite } from '../databases';
import { Verifier } from '../../src/engine';
import { Case } from '../../src/engine/entities';
import { entities } from '../../src/entities';
import { openDb, type DbSettings } from '../../src/persistence';

jest.setTimeout(1_800_000);

const LONG = process.env.RECOURSE_TEST_LONG !== undefined;
/** `npm run test:faults` takes the long way. */
const plans = [
  { kind: 'SQLite', rounds: LONG ? 500 : 50, fresh: async () => freshSqlite(), missing: undefined },
  {
    kind: 'PostgreSQL',
    rounds: LONG ? 200 : 4,
    fresh: freshPostgres,
    missing: process.env.RECOURSE_TEST_POSTGRES === 'up' ? undefined : process.env.RECOURSE_TEST_POSTGRES,
  },
];
const maker = join(__dirname, 'case-maker.ts');
const register = join(__dirname, '..', '..', 'bench', 'register.cjs');

describe.each(plans)('A process that is killed in the middle of its work ($kind)', (plan) => {
  const { rounds, fresh, missing } = plan;
  const title = `${rounds} times has lost nothing it acknowledged and left nothing half-written`;

  (missing ? it.skip : it)(missing ? `${title} (skipped: ${missing})` : title, async () => {
    const { settings, drop } = await fresh();
    const seed = randomInt(1_000_000);
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const wait = (seed * (round + 7)) % 60;
      for (const [ref, version] of await killedAfter(settings, wait)) acknowledged.set(ref, version);
    }
    const db = await openDb(settings, entities);
    const findings: unknown[] = [];
    const { cases } = await new Verifier(db).verifyAll((finding) => findings.push(finding));
    expect({ seed, findings }).toEqual({ seed, findings: [] });
    const kept = new Map((await db.read.find(Case)).map(({ ref, version }) => [ref, version]));
    const lost = [...acknowledged].filter(([ref, version]) => (kept.get(ref) ?? 0) < version);
    expect({ seed, lost }).toEqual({ seed, lost: [] });
    // Progress: a process that never worked would have lost nothing either.
    expect(acknowledged.size).toBeGreaterThanOrEqual(rounds);
    expect(cases).toBeGreaterThanOrEqual(acknowledged.size);
    await db.close();
    await drop();
  });
});

/** Starts the maker, lets it acknowledge at least one case, kills it `wait` milliseconds later. */
function killedAfter(settings: DbSettings, wait: number): Promise<[string, number][]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', register, maker, JSON.stringify(settings)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let errors = '';
    let armed = false;
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!armed && / 1\n/.test(said)) {
        armed = true;
        setTimeout(() => child.kill('SIGKILL'), wait);
      }
    });
    child.on('exit', (_code, signal) => {
      if (signal !== 'SIGKILL')
        return reject(new Error(`The process ended by itself: ${errors.slice(-500)}`));
      const whole = said.slice(0, said.lastIndexOf('\n')).split('\n');
      resolve(
        whole
          .filter((line) => /^RC-\S+ \d+$/.test(line))
          .map((line) => [line.split(' ')[0] as string, Number(line.split(' ')[1])]),
      );
    });
  });
}

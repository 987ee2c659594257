// ADVANCE beside others, in the same run: what durable execution costs where it does one step and leaves one timer.
// They have a package of their own: `npm install --prefix bench/rivals`. Run: node -r ./bench/register.cjs bench/rivals.ts.

import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freshPostgres } from '../test/databases';
import { freshRedis } from '../test/redis';
import { TEST_DATABASE_URL } from '../test/services';
import { Template } from './cases';
import { figures, inTurn, report, ROUNDS, seconds } from './measure';
import { byClients, call, open, startServer } from './server';

const [, asked] = /--rows=(\d+)/.exec(process.argv.join(' ')) ?? [];
const EVENTS = Number(asked ?? 200);
const CLIENTS = 16;
const FOLDER = join(__dirname, 'rivals');
const RESTATE = join(FOLDER, 'node_modules', '@restatedev');

interface Rival {
  child: ChildProcess;
  port: number;
  path: string;
}

/** Nothing, with a line that says so, where it does not start here. */
async function rival(name: string, env: Record<string, string>): Promise<Rival | undefined> {
  const child = fork(join(FOLDER, `${name}.mjs`), [], {
    env: { ...process.env, RESTATE_LOGGING: 'ERROR', ...env },
  });
  const started = await new Promise<{ port: number; path: string } | undefined>((resolve) => {
    child.once('message', (message) => resolve(message as { port: number; path: string }));
    child.once('exit', () => resolve(undefined));
    setTimeout(() => resolve(undefined), 90_000).unref();
  });
  if (started) return { child, ...started };
  child.kill('SIGKILL');
  console.log(`${name} does not start here: it is left out`);
  return undefined;
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function main(): Promise<void> {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    console.log('RIVALS are left out: npm install --prefix bench/rivals brings them');
    return;
  }
  const { settings, drop } = await freshPostgres();
  const redis = await freshRedis();
  const database = `rival_${randomUUID().slice(0, 8)}`;
  await asAdmin(`CREATE DATABASE ${database}`);
  const databaseUrl = Object.assign(new URL(TEST_DATABASE_URL), { pathname: `/${database}` }).href;
  const { app, db } = await open(settings);
  await app.init();
  const template = await Template.open(app, db);
  const copies = await template.copies((ROUNDS + 1) * EVENTS);
  await app.close();

  const recourse = await startServer(settings);
  const rivals = {
    'DBOS on PostgreSQL': await rival('dbos', { RIVAL_DATABASE_URL: databaseUrl }),
    'Restate, its own log': await rival('restate', {
      RIVAL_RESTATE: join(
        RESTATE,
        `restate-server-${process.platform}-${process.arch}`,
        'bin',
        'restate-server',
      ),
    }),
    'BullMQ alone, as durable as this Redis': await rival('bullmq', { RIVAL_REDIS_URL: redis.url }),
  };
  const sent = async (port: number, path: string, body: unknown, headers = {}) => {
    const answer = await call(port, 'POST', path, template.officer.token, body, headers);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.slice(0, 300)}`);
  };
  const own = 'Recourse on PostgreSQL: a whole case event';
  const results = await inTurn({
    [own]: async () => {
      const items = copies.splice(0, EVENTS);
      const took = await seconds(() =>
        byClients(items, CLIENTS, ({ ref }) =>
          sent(
            recourse.port,
            `/api/v1/cases/${ref}/events`,
            { type: 'acknowledged' },
            {
              'if-match': '"1"',
              'idempotency-key': randomUUID(),
            },
          ),
        ),
      );
      return EVENTS / took;
    },
    ...Object.fromEntries(
      Object.entries(rivals).flatMap(([name, at]) =>
        at
          ? [
              [
                `${name}: one step, one timer`,
                async () =>
                  EVENTS /
                  (await seconds(() =>
                    byClients(Array.from({ length: EVENTS }), CLIENTS, () =>
                      sent(at.port, at.path, { type: 'acknowledged' }),
                    ),
                  )),
              ],
            ]
          : [],
      ),
    ),
  });
  const rows = figures(results, 'events/s', own).map((row) => ({
    ...row,
    ...(row.ratio
      ? { ratio: row.ratio.replace('of the floor', '× Recourse') }
      : { goal: '≥ 2 × the better' }),
  }));
  report(`RIVALS: over HTTP, ${CLIENTS} clients`, rows);

  await recourse.stop();
  const ended = Object.values(rivals).flatMap((at) =>
    at ? [new Promise((resolve) => at.child.once('exit', resolve))] : [],
  );
  for (const at of Object.values(rivals)) at?.child.kill('SIGTERM');
  await Promise.all(ended);
  await redis.drop();
  await drop();
  await asAdmin(`DROP DATABASE ${database} WITH (FORCE)`);
}

void main();

// TIMERS: reminders due at once, from planned row to delivered message, against the same rows written by hand-made SQL.
// Both sizes: SQLite with the sweep in the process, PostgreSQL with the queue on Redis. Delivery is the mailbox table.
// Needs the services of the tests. Run: node -r ./bench/register.cjs bench/timers.ts [rows].

import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { Parts } from '../src/access';
import { entities } from '../src/entities';
import { OutboxMessage } from '../src/messages/entities';
import { openDb, type Db } from '../src/persistence';
import { RandomIds, readConfig, SystemClock } from '../src/platform';
import { Reminder } from '../src/reminders/entities';
import { createApp } from '../src/serve';
import { Dispatcher, Worker } from '../src/worker';
import { People } from '../src/access';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { freshRedis } from '../test/redis';

const ROWS = Number(process.argv[2] ?? 3_000);
const ROUNDS = 5;
const BATCH = 100;

interface Side {
  /** Plans so many due reminders, and gives the seconds until each of their messages is recorded as sent. */
  round: (rows: number) => Promise<number>;
  close: () => Promise<void>;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

async function plan(db: Db, disputeId: string, count: number): Promise<void> {
  const row = () => ({
    id: randomUUID(),
    key: randomUUID(),
    caseId: randomUUID(),
    caseRef: 'RC-7F3K-Q2MW-9XC',
    disputeId,
    deadlineId: null,
    party: 'parent or young person' as const,
    template: 'duty-reminder',
    params: { due: '2026-12-04' },
    at: '2026-01-05T09:00:00.000Z',
    status: 'planned' as const,
    closedAt: null,
  });
  for (let done = 0; done < count; done += 500)
    await db.tx((m) => m.insert(Reminder, Array.from({ length: Math.min(500, count - done) }, row)));
}

async function product({ settings, drop }: TestDatabase, redisUrl?: string): Promise<Side> {
  const config = readConfig({
    RECOURSE_DATA: settings.dataDir,
    RECOURSE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
  });
  const db = await openDb(settings, entities);
  const app = await createApp({ config, db, clock: new SystemClock(), ids: new RandomIds() });
  await app.init();
  const disputeId = await db.tx(async (m) => {
    const person = await app.get(People).create(m, { name: 'A', email: 'a@example.org' });
    const { id } = await app.get(Parts).openDispute(m, {});
    await app.get(Parts).join(m, id, person.id, 'parent or young person');
    return id;
  });
  const allSent = async (rows: number) => {
    while ((await db.read.countBy(OutboxMessage, { status: 'sent' })) < rows)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  let sent = 0;
  // Looked at often, so that what is measured is the work and not the wait for it.
  if (redisUrl) app.get(Dispatcher).start({ look: 500, fill: 60_000, retry: 2_000, lock: 15_000 });
  return {
    round: async (rows) => {
      await plan(db, disputeId, rows);
      sent += rows;
      return seconds(() => (redisUrl ? allSent(sent) : app.get(Worker).runUntilIdle()));
    },
    close: async () => {
      await app.close();
      await drop();
    },
  };
}

/** The same rows on the same tables, in batches of a hundred on one connection, with nothing else in the way. */
async function floor({ settings, drop }: TestDatabase): Promise<Side> {
  const db = await openDb(settings, entities);
  const pool = new Pool({
    connectionString: settings.databaseUrl,
    options: `-c search_path=${settings.schema}`,
    max: 1,
  });
  const tx = async (sql: string): Promise<number> => {
    await pool.query('BEGIN');
    const { rowCount } = await pool.query(sql);
    await pool.query('COMMIT');
    return rowCount ?? 0;
  };
  const now = `to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const claimed = (table: string, where: string) =>
    `SELECT id FROM ${table} WHERE ${where} ORDER BY 1 LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  const steps = [
    `WITH due AS (${claimed('reminders', `status = 'planned' AND at <= ${now}`)}),
          done AS (UPDATE reminders SET status = 'dispatched', closed_at = ${now} WHERE id IN (SELECT id FROM due) RETURNING *)
     INSERT INTO outbox (id, key, person_id, template, params, status, attempts, next_attempt_at, created_at)
     SELECT id, key, case_id, template, params, 'queued', 0, ${now}, ${now} FROM done`,
    `UPDATE outbox SET status = 'claimed', claim = id WHERE id IN (${claimed('outbox', "status = 'queued'")})`,
    `WITH sent AS (UPDATE outbox SET status = 'sent', sent_at = ${now} WHERE id IN (${claimed('outbox', "status = 'claimed'")}) RETURNING *)
     INSERT INTO mailbox (id, person_id, subject, text, html, at)
     SELECT id, person_id, 'Action needed', repeat('x', 200), repeat('x', 400), ${now} FROM sent`,
  ];
  return {
    round: async (rows) => {
      await plan(db, randomUUID(), rows);
      return seconds(async () => {
        for (const step of steps) while ((await tx(step)) > 0);
      });
    },
    close: async () => {
      await pool.end();
      await db.close();
      await drop();
    },
  };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

async function main(): Promise<void> {
  const redis = await freshRedis();
  const sides: Record<string, Side> = {
    'hand-made SQL on PostgreSQL, one connection': await floor(await freshPostgres()),
    'PostgreSQL and the queue on Redis, one process': await product(await freshPostgres(), redis.url),
    'PostgreSQL, sweep in one process': await product(await freshPostgres()),
    'SQLite, sweep in the process': await product(freshSqlite()),
  };
  const rates = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, side] of Object.entries(sides)) {
      const rate = ROWS / (await side.round(ROWS));
      if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate]); // the first warms up
    }
  }
  const [raw] = [...rates.values()].map(median) as [number];
  console.table(
    [...rates].map(([name, values]) => ({
      [`TIMERS, ${ROWS} reminders`]: name,
      'per second': Math.round(median(values)),
      'lowest and highest': `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`,
      'of the floor': Number((median(values) / raw).toFixed(3)),
    })),
  );
  for (const side of Object.values(sides)) await side.close();
  await redis.drop();
}

void main();

// LATE: how long after its due instant a reminder is handed over, when very many fall due at once; and what Redis holds
// while more and more wait, beside BullMQ alone.
// Run: node -r ./bench/register.cjs bench/late.ts [--rows=N] [--pending=N,N] [--full]; with --rows=0 Redis alone.

import 'reflect-metadata';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { OutboxMessage } from '../src/messages/entities';
import type { Db } from '../src/persistence';
import { Dispatcher } from '../src/worker';
import { freshPostgres } from '../test/databases';
import { freshRedis } from '../test/redis';
import { families, planReminders } from './due-rows';
import { mailSink } from './mail-sink';
import { argument, full, quantile, report, type Figure } from './measure';
import { open, startServer } from './server';

const ROWS = Number(argument('rows') ?? (full ? 100_000 : 5_000));
const FAMILIES = 1_000;
const WORKERS = 2;
const AHEAD = 15_000;
const PENDING = argument('pending')?.split(',').map(Number) ?? [10_000, full ? 1_000_000 : 100_000];
const WITHIN_THE_HOUR = 1_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function late(channel: 'mailbox' | 'SMTP sink', rows: number): Promise<Figure[]> {
  const { settings, drop } = await freshPostgres();
  const redis = await freshRedis();
  const sink = channel === 'mailbox' ? undefined : await mailSink();
  const { app, db } = await open(settings);
  await app.init();
  const disputes = await families(app, db, FAMILIES);
  // They are there long before; the queue is filled with them while they wait.
  const insertedFor = Math.max(AHEAD, rows / 2);
  const due = Date.now() + insertedFor + AHEAD;
  await planReminders(db, disputes, rows, new Date(due).toISOString());
  const around = { redisUrl: redis.url, works: true, ...(sink ? { mailUrl: sink.url } : {}) };
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => startServer(settings, around)));
  if (Date.now() > due) throw new Error('planning took longer than it should: ask for fewer rows');
  while ((await db.read.countBy(OutboxMessage, { status: 'sent' })) < rows) await pause(500);
  const sentAt: { sent_at: string }[] = await db.read.query('SELECT sent_at FROM outbox');
  for (const worker of workers) await worker.stop();
  sink?.close();
  await app.close();
  await redis.drop();
  await drop();
  const seconds = sentAt.map(({ sent_at }) => (Date.parse(sent_at) - due) / 1000);
  const last = Math.max(...seconds.slice(0, 1), quantile(seconds, 1));
  const first = quantile(seconds, 0);
  if (first < 0) throw new Error('a reminder was handed over before its time');
  return [
    {
      what: `${channel}: p99 from due to recorded receipt, ${WORKERS} workers`,
      median: `${quantile(seconds, 0.99).toFixed(1)} s`,
      range: `first ${first.toFixed(1)} s, half ${quantile(seconds, 0.5).toFixed(1)} s, last ${last.toFixed(1)} s`,
      ratio: `by this slope 1,000,000 in ${Math.round(((last / rows) * 1_000_000) / 60)} min`,
      goal: '< 60 s at 100,000; all within the hour',
    },
  ];
}

/** What the keys of one Redis database take: the server is shared with others. */
async function memory(redis: Redis): Promise<number> {
  let bytes = 0;
  for await (const keys of redis.scanStream({ count: 1_000 }) as AsyncIterable<string[]>)
    for (const key of keys) bytes += Number((await redis.call('MEMORY', 'USAGE', key, 'SAMPLES', '0')) ?? 0);
  return bytes;
}

/** Reminders of one dispute, from some time on, a second apart. */
const plant = (db: Db, from: number, count: number, seconds: number): Promise<unknown> =>
  db.tx((m) =>
    m.query(
      `INSERT INTO reminders (id, key, case_id, case_ref, dispute_id, party, template, params, at, status)
       SELECT gen_random_uuid()::text, gen_random_uuid()::text, 'c', 'RC', 'd', 'parent or young person', 'news', '{}',
         to_char(now() AT TIME ZONE 'UTC' + ($1::bigint + n * $2::float) * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'planned' FROM generate_series(1, $3::bigint) AS n`,
      [from, seconds, count],
    ),
  );

async function redisMemory(): Promise<Figure[]> {
  const { settings, drop } = await freshPostgres();
  const redis = await freshRedis();
  const { app, db } = await open(settings, { redisUrl: redis.url });
  await app.init();
  await plant(db, 1_200, WITHIN_THE_HOUR, 2);
  app.get(Dispatcher).start({ look: 500, fill: 1_000, retry: 2_000, lock: 15_000 });
  const held: number[] = [];
  let pending = WITHIN_THE_HOUR;
  for (const size of PENDING) {
    await plant(db, 2 * 3_600, size - pending, 1);
    pending = size;
    await pause(6_000);
    held.push(await memory(redis.redis));
  }
  await app.close();
  await redis.redis.flushdb();
  const queue = new Queue('alone', { connection: redis.redis as never });
  const alone: number[] = [];
  let queued = 0;
  for (const size of PENDING) {
    while (queued < size) {
      await queue.addBulk(
        Array.from({ length: 1_000 }, (_, n) => ({
          name: 'reminder',
          data: { at: '2026-12-04' },
          opts: { delay: 3_600_000 + queued + n },
        })),
      );
      queued += 1_000;
    }
    alone.push(await memory(redis.redis));
  }
  await redis.drop();
  await drop();
  const line = (what: string, [least, most]: number[], goal?: string): Figure => ({
    what,
    median: `${(((most as number) / (least as number) - 1) * 100).toFixed(1)} % more`,
    range: `${Math.round((least as number) / 1024)} to ${Math.round((most as number) / 1024)} KiB`,
    ...(goal ? { goal } : {}),
  });
  const from = `from ${PENDING[0]} to ${PENDING[1]} pending`;
  return [
    line(`Redis, ${WITHIN_THE_HOUR} of them within the hour, ${from}`, held, 'within 5 %'),
    line(`the same with BullMQ alone, ${from}`, alone),
  ];
}

async function main(): Promise<void> {
  if (ROWS > 0)
    report(`LATE: ${ROWS} reminders due at one instant`, [
      ...(await late('mailbox', ROWS)),
      ...(await late('SMTP sink', Math.ceil(ROWS / 5))),
    ]);
  report('REDIS MEMORY', await redisMemory());
}

void main();

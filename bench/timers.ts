// TIMERS: reminders due at once, from planned row to recorded receipt, against the same rows written by hand-made SQL.
// Run: node -r ./bench/register.cjs bench/timers.ts [--rows=N] [--full].

import 'reflect-metadata';
import { createTransport } from 'nodemailer';
import { Pool } from 'pg';
import { entities } from '../src/entities';
import { OutboxMessage } from '../src/messages/entities';
import { openDb } from '../src/persistence';
import { Dispatcher, Worker } from '../src/worker';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { freshRedis } from '../test/redis';
import { families, planReminders } from './due-rows';
import { mailSink, type MailSink } from './mail-sink';
import { figures, full, inTurn, report, seconds } from './measure';
import { open } from './server';

const [, asked] = /--rows=(\d+)/.exec(process.argv.join(' ')) ?? [];
const ROWS = Number(asked ?? (full ? 20_000 : 3_000));
const FAMILIES = 500;
/** As many as the product takes together. */
const BATCH = 500;
const DUE = '2026-01-05T09:00:00.000Z';

interface Side {
  /** Plans so many due reminders, and gives how many a second become messages with a recorded receipt. */
  rate: () => Promise<number>;
  close: () => Promise<void>;
}

async function product(
  { settings, drop }: TestDatabase,
  { redisUrl, mail }: { redisUrl?: string; mail?: MailSink } = {},
): Promise<Side> {
  const { app, db } = await open(settings, {
    ...(redisUrl ? { redisUrl } : {}),
    ...(mail ? { mailUrl: mail.url } : {}),
  });
  await app.init();
  const disputes = await families(app, db, FAMILIES);
  const allSent = async (rows: number) => {
    while ((await db.read.countBy(OutboxMessage, { status: 'sent' })) < rows)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  let sent = 0;
  // Looked at often, so that what is measured is the work and not the wait for it.
  if (redisUrl) app.get(Dispatcher).start({ look: 250, fill: 60_000, retry: 2_000, lock: 15_000 });
  return {
    rate: async () => {
      await planReminders(db, disputes, ROWS, DUE);
      sent += ROWS;
      const took = await seconds(() => (redisUrl ? allSent(sent) : app.get(Worker).runUntilIdle()));
      if ((await db.read.countBy(OutboxMessage, { status: 'sent' })) !== sent)
        throw new Error('not every message was sent');
      return ROWS / took;
    },
    close: async () => {
      await app.close();
      await drop();
    },
  };
}

/** The same rows on the same tables, by the batch on one connection, with nothing else in the way. */
async function floor({ settings, drop }: TestDatabase, mail?: MailSink): Promise<Side> {
  const db = await openDb(settings, entities);
  const options = `-c search_path=${settings.schema}`;
  const pool = new Pool({ connectionString: settings.databaseUrl, options, max: 1 });
  const transport = mail && createTransport({ url: mail.url, pool: true } as never);
  const tx = async (sql: string, values: unknown[] = []): Promise<{ id: string }[]> => {
    await pool.query('BEGIN');
    const { rows } = await pool.query<{ id: string }>(sql, values);
    await pool.query('COMMIT');
    return rows;
  };
  const now = `to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const due = (table: string, at: string, status: string) =>
    `SELECT id FROM ${table} WHERE status = '${status}' AND ${at} <= ${now} ORDER BY ${at} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  const dispatch = `
    WITH due AS (${due('reminders', 'at', 'planned')}),
         done AS (UPDATE reminders SET status = 'dispatched', closed_at = ${now} WHERE id IN (SELECT id FROM due) RETURNING *)
    INSERT INTO outbox (id, key, person_id, template, params, status, attempts, next_attempt_at, created_at)
    SELECT id, key, case_id, template, params, 'queued', 0, ${now}, ${now} FROM done RETURNING id`;
  const claim = `UPDATE outbox SET status = 'claimed', claim = id
    WHERE id IN (${due('outbox', 'next_attempt_at', 'queued')}) RETURNING id`;
  const record = `
    WITH sent AS (UPDATE outbox SET status = 'sent', sent_at = ${now} WHERE id = ANY ($1) RETURNING *)
    ${
      mail
        ? 'SELECT id FROM sent'
        : `INSERT INTO mailbox (id, person_id, subject, text, html, at)
           SELECT id, person_id, 'Action needed', repeat('x', 200), repeat('x', 400), ${now} FROM sent RETURNING id`
    }`;
  const letter = { from: 'r@example.org', to: 'p@example.org', subject: 'Action needed' };
  return {
    rate: async () => {
      await planReminders(db, ['none'], ROWS, DUE);
      const took = await seconds(async () => {
        while ((await tx(dispatch)).length > 0);
        for (;;) {
          const ids = (await tx(claim)).map(({ id }) => id);
          if (ids.length === 0) break;
          if (transport)
            await Promise.all(
              ids.map(() => transport.sendMail({ ...letter, text: 'x'.repeat(200), html: 'x'.repeat(400) })),
            );
          await tx(record, [ids]);
        }
      });
      return ROWS / took;
    },
    close: async () => {
      transport?.close();
      await pool.end();
      await db.close();
      await drop();
    },
  };
}

async function main(): Promise<void> {
  const redis = await freshRedis();
  const mail = await mailSink();
  const sides: Record<string, Side> = {
    'floor: hand-made SQL on PostgreSQL, mailbox table': await floor(await freshPostgres()),
    'PostgreSQL and the queue on Redis, mailbox': await product(await freshPostgres(), {
      redisUrl: redis.url,
    }),
    'PostgreSQL, sweep, mailbox': await product(await freshPostgres()),
    'SQLite, sweep, mailbox': await product(freshSqlite()),
    'floor: the same SQL with nodemailer to an SMTP sink': await floor(await freshPostgres(), mail),
    'PostgreSQL, sweep, SMTP sink': await product(await freshPostgres(), { mail }),
  };
  const names = Object.keys(sides);
  const results = await inTurn(
    Object.fromEntries(Object.entries(sides).map(([name, side]) => [name, side.rate])),
  );
  const part = (from: number, to: number) =>
    Object.fromEntries(names.slice(from, to).map((name) => [name, results[name] as number[]]));
  const goals = Object.fromEntries(names.map((name) => [name, name.startsWith('floor') ? '' : '≥ 0.5']));
  report(`TIMERS: ${ROWS} reminders due at once`, [
    ...figures(part(0, 4), 'reminders/s', names[0], goals),
    ...figures(part(4, 6), 'reminders/s', names[4], goals),
  ]);
  for (const side of Object.values(sides)) await side.close();
  mail.close();
  await redis.drop();
}

void main();

// TIMERS: reminders due at once, from planned row to recorded receipt, against the same rows written by hand-made SQL.
// Run: node -r ./bench/register.cjs bench/timers.ts [--rows=N] [--only=WORD] [--full].

import 'reflect-metadata';
import { createTransport } from 'nodemailer';
import { Pool } from 'pg';
import { entities } from '../src/entities';
import { Sender } from '../src/messages';
import { OutboxMessage } from '../src/messages/entities';
import { openDb, type DbSettings } from '../src/persistence';
import { Dispatcher, Worker } from '../src/worker';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { freshRedis } from '../test/redis';
import { families, planReminders } from './due-rows';
import { mailSink, type MailSink } from './mail-sink';
import { argument, figures, full, inTurn, report, seconds } from './measure';
import { named, postgresSeconds, secondsBetween } from './processor-time';
import { open } from './server';

/** Many, because the queue is looked at only so often; with SMTP half of them, because that takes ten times as long. */
const ROWS = Number(argument('rows') ?? (full ? 20_000 : 6_000));
const FAMILIES = 500;
/** As many as the product takes together. */
const BATCH = 500;
const DUE = '2026-01-05T09:00:00.000Z';

interface Side {
  rows: number;
  /** Plans so many due reminders. */
  plan: () => Promise<void>;
  /** Until each of them has become a message with a recorded receipt. */
  work: () => Promise<void>;
  settings: DbSettings;
  close: () => Promise<void>;
}

/** Of one reminder, in microseconds. */
interface Cost {
  own: number;
  database: number;
}

async function product(
  { settings, drop }: TestDatabase,
  { redisUrl, mail }: { redisUrl?: string; mail?: MailSink } = {},
): Promise<Side> {
  const { app, db } = await open(known(settings), {
    ...(redisUrl ? { redisUrl } : {}),
    ...(mail ? { mailUrl: mail.url } : {}),
  });
  await app.init();
  const disputes = await families(app, db, FAMILIES);
  // Counted by the program itself: counting rows, again and again, costs the database as much as sending them.
  const allSent = async (rows: number) => {
    while (new Map(app.get(Sender).outcomes()).get('sent') !== rows)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const rows = mail ? ROWS / 2 : ROWS;
  let sent = 0;
  // Looked at often, so that what is measured is the work and not the wait for it.
  if (redisUrl) app.get(Dispatcher).start({ look: 250, fill: 60_000, retry: 2_000, lock: 15_000 });
  return {
    rows,
    settings,
    plan: () => planReminders(db, disputes, rows, DUE),
    work: async () => {
      sent += rows;
      await (redisUrl ? allSent(sent) : app.get(Worker).runUntilIdle());
    },
    close: async () => {
      if ((await db.read.countBy(OutboxMessage, { status: 'sent' })) !== sent)
        throw new Error('not every message was sent');
      await app.close();
      await drop();
    },
  };
}

/** With connections that PostgreSQL knows by the name of the schema: each side has one of its own. */
const known = (settings: DbSettings): DbSettings => named(settings, settings.schema ?? '');

/** How many reminders a second; what they cost this process and PostgreSQL is noted. */
async function measured({ rows, plan, work, settings }: Side, costs: Cost[]): Promise<number> {
  await plan();
  const database = async () =>
    settings.databaseUrl ? postgresSeconds(settings.databaseUrl, settings.schema as string) : undefined;
  const before = [process.cpuUsage(), await database()] as const;
  const took = await seconds(work);
  const { user, system } = process.cpuUsage(before[0]);
  costs.push({
    own: (user + system) / rows,
    database: (secondsBetween(before[1], await database()) * 1e6) / rows,
  });
  return rows / took;
}

/**
 * The same rows on the same tables, by the batch on one connection, with nothing else in the way.
 * @param atOnce writes its messages with the claim on them, as the product does, and not with a claim of its own
 */
async function floor(
  { settings, drop }: TestDatabase,
  { mail, atOnce = false }: { mail?: MailSink; atOnce?: boolean } = {},
): Promise<Side> {
  const db = await openDb(settings, entities);
  const options = `-c search_path=${settings.schema}`;
  const pool = new Pool({ connectionString: known(settings).databaseUrl, options, max: 1 });
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
    SELECT id, key, case_id, template, params, '${atOnce ? 'claimed' : 'queued'}', 0, ${now}, ${now} FROM done RETURNING id`;
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
  const rows = mail ? ROWS / 2 : ROWS;
  return {
    rows,
    settings,
    plan: () => planReminders(db, ['none'], rows, DUE),
    work: async () => {
      while (!atOnce && (await tx(dispatch)).length > 0);
      for (;;) {
        const ids = (await tx(atOnce ? dispatch : claim)).map(({ id }) => id);
        if (ids.length === 0) break;
        if (transport)
          await Promise.all(
            ids.map(() => transport.sendMail({ ...letter, text: 'x'.repeat(200), html: 'x'.repeat(400) })),
          );
        await tx(record, [ids]);
      }
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
  const made: [string, () => Promise<Side>][] = [
    ['floor: hand-made SQL on PostgreSQL, mailbox table', async () => floor(await freshPostgres())],
    [
      'PostgreSQL and the queue on Redis, mailbox',
      async () => product(await freshPostgres(), { redisUrl: redis.url }),
    ],
    ['PostgreSQL, sweep, mailbox', async () => product(await freshPostgres())],
    ['SQLite, sweep, mailbox', () => product(freshSqlite())],
    [
      'hand-made SQL on PostgreSQL, mailbox table, with one writing less, as ours',
      async () => floor(await freshPostgres(), { atOnce: true }),
    ],
    [
      'floor: the same SQL with nodemailer to an SMTP sink',
      async () => floor(await freshPostgres(), { mail }),
    ],
    ['PostgreSQL, sweep, SMTP sink', async () => product(await freshPostgres(), { mail })],
  ];
  const only = argument('only');
  const sides = new Map<string, Side>();
  for (const [name, make] of made) if (!only || name.includes(only)) sides.set(name, await make());
  const costs: Record<string, Cost[]> = {};
  const results = await inTurn(
    Object.fromEntries([...sides].map(([name, side]) => [name, () => measured(side, (costs[name] ??= []))])),
  );
  const compared = (sinks: boolean) => {
    const names = [...sides.keys()].filter((name) => name.includes('SMTP') === sinks);
    const part = Object.fromEntries(names.map((name) => [name, results[name] as number[]]));
    const floors = names.filter((name) => name.startsWith('floor'));
    const goals = Object.fromEntries(
      names.map((name) => [name, name.includes('hand-made') || floors.includes(name) ? '' : '≥ 0.5']),
    );
    return figures(part, 'reminders/s', floors[0], goals);
  };
  report(`TIMERS: ${ROWS} reminders due at once`, [...compared(false), ...compared(true)]);
  const times = Object.entries(costs).flatMap(([name, each]): [string, number[]][] => {
    const counted = each.slice(1);
    const database = counted.map((cost) => cost.database);
    return [
      [name, counted.map(({ own }) => own)],
      ...(database.every((took) => took > 0)
        ? [[`${name}: PostgreSQL for it`, database] as [string, number[]]]
        : []),
    ];
  });
  report('TIMERS: processor time of a reminder', figures(Object.fromEntries(times), 'µs'));
  for (const side of sides.values()) await side.close();
  mail.close();
  await redis.drop();
}

void main();

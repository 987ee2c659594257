// ADVANCE, ADVANCE-1, REPLICAS: case events a second over HTTP, against the same rows written by hand-made code without HTTP.
// Run: node -r ./bench/register.cjs bench/advance.ts [--rows=N] [--full] [--profile=FOLDER].

import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Pool } from 'pg';
import { Database } from 'sqlite3';
import { Cases } from '../src/engine';
import { Case, CaseOrganisation, Deadline, IdempotentAnswer, JournalEntry } from '../src/engine/entities';
import type { Db, DbSettings } from '../src/persistence';
import { Reminder } from '../src/reminders/entities';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { Template, type Copy } from './cases';
import { argument, figures, full, inTurn, report, ROUNDS, seconds } from './measure';
import { named, postgresSeconds, secondsBetween } from './processor-time';
import { byClients, call, open, startServer, type Server } from './server';

const EVENTS = Number(argument('rows') ?? (full ? 1_000 : 200));
const CLIENTS = 16;
const EVENT = 'acknowledged';

/** One statement of a transaction; SQLite and PostgreSQL understand the same ones. */
type Run = (sql: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

/** The rows that the product wrote for one event, as statements that write them for another case. */
async function handMade(db: Db, copy: Copy): Promise<(run: Run, copy: Copy) => Promise<void>> {
  const stored = async (entity: new () => object, where: string, order = '1') => {
    const { tableName } = db.read.connection.getMetadata(entity);
    return (await db.read.query(
      `SELECT * FROM ${tableName} WHERE ${where.replaceAll('$1', `'${copy.id}'`)} ORDER BY ${order}`,
    )) as Record<string, unknown>[];
  };
  const [after] = await stored(Case, 'id = $1');
  const journal = await stored(JournalEntry, 'case_id = $1 AND seq = 2');
  const deadlines = await stored(Deadline, `case_id = $1 AND status = 'open'`);
  const opened = `deadline_id IN (SELECT id FROM deadlines WHERE case_id = $1 AND status = 'open')`;
  const reminders = await stored(Reminder, `case_id = $1 AND (${opened} OR deadline_id IS NULL)`);
  const answers = await stored(IdempotentAnswer, 'case_id = $1');
  const [place] = await stored(CaseOrganisation, 'case_id = $1');
  if (!after || !place || deadlines.length * reminders.length * answers.length === 0)
    throw new Error('the event wrote other rows than this bench knows');
  /** With new ids, and the case that they are about. */
  const insert = (table: string, rows: Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] as object);
    const places = rows.map(
      (_, n) => `(${columns.map((_, column) => `$${n * columns.length + column + 1}`).join(', ')})`,
    );
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`;
    return (run: Run, { id }: Copy) =>
      run(
        sql,
        rows.flatMap((row) =>
          columns.map((column) => {
            if (column === 'case_id') return id;
            return column === 'id' || column === 'key' ? randomUUID() : row[column];
          }),
        ),
      );
  };
  const inserts = [
    insert('journal', journal),
    insert('deadlines', deadlines),
    insert('reminders', reminders),
    insert('idempotency', answers),
  ];
  const lock = db.kind === 'postgres' ? 'FOR UPDATE' : '';
  return async (run, each) => {
    await run(`SELECT * FROM cases WHERE id = $1 ${lock}`, [each.id]);
    await run(
      `UPDATE cases SET stage = $1, context = $2, version = $3, head_hash = $4, responsible = $5, next_due_at = $6
       WHERE id = $7 AND version = 1`,
      [after.stage, after.context, 2, after.head_hash, after.responsible, after.next_due_at, each.id],
    );
    await run(`UPDATE case_organisations SET next_due_at = $1, responsible = $2 WHERE case_id = $3`, [
      place.next_due_at,
      place.responsible,
      each.id,
    ]);
    const [open] = await run('SELECT * FROM deadlines WHERE case_id = $1', [each.id]);
    await run(`UPDATE reminders SET status = 'superseded' WHERE deadline_id = $1 AND status = 'planned'`, [
      open?.id,
    ]);
    await run(`UPDATE deadlines SET status = 'met', met_on = '2026-11-24' WHERE id = $1`, [open?.id]);
    for (const write of inserts) await write(run, each);
  };
}

function handMadePostgres(settings: DbSettings) {
  const options = `-c search_path=${settings.schema}`;
  const pool = new Pool({
    connectionString: named(settings, connectionsOf('floor', settings)).databaseUrl,
    options,
    max: CLIENTS,
  });
  return {
    transaction: async (work: (run: Run) => Promise<void>) => {
      const client = await pool.connect();
      await client.query('BEGIN');
      await work(async (sql, values) => (await client.query<Record<string, unknown>>(sql, values)).rows);
      await client.query('COMMIT');
      client.release();
    },
    close: () => pool.end(),
  };
}

async function handMadeSqlite(settings: DbSettings) {
  const database = new Database(join(settings.dataDir, 'recourse.sqlite'));
  const run: Run = (sql, values) =>
    new Promise((resolve, reject) =>
      database.all<Record<string, unknown>>(sql, values, (error, rows) =>
        error ? reject(error) : resolve(rows),
      ),
    );
  await run('PRAGMA synchronous = FULL', []);
  let tail = Promise.resolve();
  return {
    // One connection: a transaction waits for the one before.
    transaction: (work: (run: Run) => Promise<void>) =>
      (tail = tail.then(async () => {
        await run('BEGIN IMMEDIATE', []);
        await work(run);
        await run('COMMIT', []);
      })),
    close: () => new Promise<void>((resolve) => database.close(() => resolve())),
  };
}

/** By the side that they serve. */
const connectionsOf = (side: string, { schema }: DbSettings): string => `${side}-${schema}`;

/** What one event costs a program and the database that works for it, in milliseconds of processor time. */
async function cost(
  settings: DbSettings,
  name: string,
  own: () => Promise<number>,
  work: () => Promise<number>,
): Promise<{ rate: number; own: number; database: number }> {
  const database = async () =>
    settings.databaseUrl ? postgresSeconds(settings.databaseUrl, connectionsOf(name, settings)) : undefined;
  const before = [await own(), await database()] as const;
  const rate = await work();
  const after = [await own(), await database()] as const;
  const each = (seconds: number) => (seconds * 1000) / EVENTS;
  return { rate, own: each(after[0] - before[0]), database: each(secondsBetween(before[1], after[1])) };
}

async function measure(id: string, { settings, drop }: TestDatabase, processes: number[]): Promise<void> {
  const { app, db } = await open(settings);
  await app.init();
  const template = await Template.open(app, db);
  const copies = await template.copies((ROUNDS + 1) * EVENTS * (processes.length + 1) + 1);
  const take = (count: number) => copies.splice(0, count);
  const [first] = take(1) as [Copy];
  const who = { kind: 'person' as const, personId: template.officer.personId };
  await app
    .get(Cases)
    .advance(first.ref, { type: EVENT, data: {}, expectedVersion: 1, idempotencyKey: 'k' }, who);
  const writeByHand = await handMade(db, first);
  await app.close();

  const profile = argument('profile');
  const servers: Server[] = [];
  for (let n = 0; n < Math.max(...processes); n += 1)
    servers.push(await startServer(named(settings, connectionsOf('ours', settings)), {}, profile));
  const byHand = await (settings.databaseUrl ? handMadePostgres(settings) : handMadeSqlite(settings));
  const floor = 'floor: the same rows by hand, no HTTP';
  const costs: Record<string, { own: number; database: number }[]> = { floor: [], ours: [] };
  const costing = async (side: string, own: () => Promise<number>, work: () => Promise<number>) => {
    const { rate, ...each } = await cost(settings, side, own, work);
    costs[side]?.push(each);
    return rate;
  };
  const overHttp = (count: number) => async () => {
    const items = take(EVENTS);
    const took = await seconds(() =>
      byClients(items, CLIENTS, async ({ ref }, n) => {
        const { port } = servers[n % count] as Server;
        const headers = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
        const path = `/api/v1/cases/${ref}/events`;
        const answer = await call(port, 'POST', path, template.officer.token, { type: EVENT }, headers);
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.slice(0, 300)}`);
      }),
    );
    return EVENTS / took;
  };
  const name = (count: number) => `over HTTP, ${count === 1 ? 'one process' : `${count} processes`}`;
  const results = await inTurn({
    [floor]: () =>
      costing('floor', ownSeconds, async () => {
        const items = take(EVENTS);
        const took = await seconds(() =>
          byClients(items, CLIENTS, (each) => byHand.transaction((run) => writeByHand(run, each))),
        );
        return EVENTS / took;
      }),
    ...Object.fromEntries(
      processes.map((count) => [
        name(count),
        count === 1 ? () => costing('ours', (servers[0] as Server).cpu, overHttp(1)) : overHttp(count),
      ]),
    ),
  });
  report(id, figures(results, 'events/s', floor, { [name(1)]: '≥ 0.5' }));
  const times = (side: string, part: 'own' | 'database') =>
    (costs[side] ?? []).slice(1).map((each) => each[part]);
  const postgres = settings.databaseUrl !== undefined;
  report(
    `${id.split(':')[0]}: processor time of an event`,
    figures(
      {
        'floor: its program': times('floor', 'own'),
        ...(postgres ? { 'floor: PostgreSQL': times('floor', 'database') } : {}),
        'one process': times('ours', 'own'),
        ...(postgres ? { 'PostgreSQL for it': times('ours', 'database') } : {}),
      },
      'ms',
    ),
  );
  await byHand.close();
  for (const server of servers) await server.stop();
  await drop();
}

async function ownSeconds(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function main(): Promise<void> {
  const only = argument('only');
  if (only !== 'sqlite')
    await measure(
      `ADVANCE and REPLICAS: PostgreSQL, ${CLIENTS} clients`,
      await freshPostgres(),
      only ? [1] : [1, 2, 4],
    );
  if (only !== 'postgres')
    await measure(`ADVANCE-1: SQLite, synchronous=FULL, ${CLIENTS} clients`, freshSqlite(), [1]);
}

void main();

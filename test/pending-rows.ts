// Very many rows that wait for an instant, made by the database itself; and what its planner means to do with a statement.

import type { Db } from '../src/persistence';

/** The columns that matter to a claim, and something for each of the others. */
const tables = {
  reminders: `id, key, case_id, case_ref, dispute_id, party, template, params, at, status) SELECT
    ID, ID, 'c', 'RC', 'd', 'parent or young person', 'news', '{}', AT, 'planned'`,
  outbox: `id, key, person_id, template, params, status, attempts, next_attempt_at, created_at) SELECT
    ID, ID, 'p', 'news', '{}', 'queued', 0, AT, AT`,
  webhook_events: `id, webhook_id, case_ref, version, stage, at, status, attempts, next_attempt_at) SELECT
    ID, 'w', 'RC', 1, 'open', AT, 'queued', 0, AT`,
  deadlines: `id, case_id, key, round, rule, inputs, owed_by, met_by, family_right, if_missed, escalates, status, due,
    due_at, late_after, explained) SELECT
    ID, ID, 'k', 1, 'r', '{}', 'council SEND casework', '[]', false, '', false, 'open', '2026-01-01', AT, AT, '{}'`,
  tells: `id, key, dispute_id, route, event, occurred_on, data, status, created_at) SELECT
    ID, ID, 'd', 'r', 'e', '2026-01-01', '{}', 'waiting', AT`,
  // Twenty organisations, each with every turn, and some dates of which the last day is far off.
  case_organisations: `case_id, body, organisation_id, over, next_due_at, route, responsible, last_due_at) SELECT
    ID, 'council', 'o' || CAST(n % 20 AS integer), n % 3 = 0, AT, 'council-complaint',
    CASE WHEN n % 7 = 0 THEN NULL WHEN n % 11 < 6 THEN 'council complaints team' ELSE 'parent or young person' END,
    CASE WHEN n % 13 = 5 THEN '2027-01-01T00:00:00.000Z' END`,
} as const;

export type PlantedTable = keyof typeof tables;
/** Those from which timed work is claimed. */
export const pendingTables = ['reminders', 'outbox', 'webhook_events', 'deadlines', 'tells'] as const;
export type PendingTable = (typeof pendingTables)[number];

/** So many rows with ids in no order, each due `apart` seconds after the one before. */
export async function plantRows(
  db: Db,
  table: PlantedTable,
  count: number,
  first: Date,
  apart = 1,
): Promise<void> {
  const from = first.getTime() / 1000;
  const [id, at, numbers] =
    db.kind === 'postgres'
      ? [
          `'${table.slice(0, 1)}' || md5(n::text)`,
          `to_char(to_timestamp(${from} + n * ${apart}::float) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
          `generate_series(1, ${count}) AS n`,
        ]
      : [
          `'${table.slice(0, 1)}' || printf('%08x', (n * 2654435761) % 4294967296)`,
          `strftime('%Y-%m-%dT%H:%M:%fZ', ${from} + n * ${apart}, 'unixepoch')`,
          `(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ${count}) SELECT n FROM s)`,
        ];
  const sql = `INSERT INTO ${table} (${tables[table].replaceAll('ID', id).replaceAll('AT', at)} FROM ${numbers}`;
  await db.tx((m) => m.query(sql));
}

/** As autovacuum leaves a table: its pages known to be seen by all, its columns counted. */
export async function settle(db: Db): Promise<void> {
  if (db.kind === 'postgres') await db.read.query('VACUUM ANALYZE');
  else await db.tx((m) => m.query('ANALYZE'));
}

export interface Sent {
  sql: string;
  values: unknown[];
}

/** Every statement that the product sends while it works. */
export async function statementsOf(db: Db, work: () => Promise<unknown>): Promise<Sent[]> {
  // SQLite has one for reading and one for writing.
  const connections = new Set([db.read.connection, await db.tx(async (m) => m.connection)]);
  const sent: Sent[] = [];
  const undo = [...connections].map((connection) => {
    const before = connection.logger;
    connection.logger = Object.assign(Object.create(before) as typeof before, {
      logQuery: (sql: string, values: unknown[] = []) => void sent.push({ sql, values }),
    });
    return () => void (connection.logger = before);
  });
  try {
    await work();
  } finally {
    for (const step of undo) step();
  }
  return sent;
}

/** The plan in the database's own words, a line a step. */
export async function planOf(db: Db, { sql, values }: Sent): Promise<string[]> {
  const explain = db.kind === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  const rows = (await db.tx((m) => m.query(`${explain} ${sql}`, values))) as Record<string, unknown>[];
  return rows.map((row) => String(row['QUERY PLAN'] ?? row.detail));
}

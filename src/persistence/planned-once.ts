// Statements that come again and again are planned once for each connection to PostgreSQL: planning one that does a whole
// event takes it longer than carrying it out.

import { createHash } from 'node:crypto';
import { Client, type QueryConfig } from 'pg';

/** Each is kept by every connection: so many shapes and no more. */
const MOST = 200;
const names = new Map<string, string>();

/**
 * Notes that a statement will come again. Only for one whose columns stay the same when a table gets another: a plan
 * with other columns than before would be refused while a newer release migrates.
 */
export function plannedOnce(sql: string): string {
  // By their content: behind a pooler, processes of two releases may share a connection.
  if (!names.has(sql) && names.size < MOST)
    names.set(sql, createHash('sha256').update(sql).digest('base64url'));
  return sql;
}

type Query = (text: unknown, ...rest: unknown[]) => unknown;

export class PlanningClient extends Client {
  override query: Client['query'] = ((text: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(rest[0]) ? names.get(text) : undefined;
    const query = super.query.bind(this) as Query;
    if (name === undefined) return query(text, ...rest);
    const [values, ...callback] = rest;
    return query({ name, text, values } as QueryConfig, ...callback);
  }) as Client['query'];
}

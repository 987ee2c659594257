// Processor time that PostgreSQL has taken for a program, where it runs on this machine. It says what a piece of work costs
// however busy the machine is with other things.

import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { DbSettings } from '../src/persistence';

const TICKS_PER_SECOND = 100;

/** With connections that PostgreSQL knows by this name. */
export function named(settings: DbSettings, name: string): DbSettings {
  if (!settings.databaseUrl) return settings;
  const url = new URL(settings.databaseUrl);
  url.searchParams.set('application_name', name);
  return { ...settings, databaseUrl: url.href };
}

/** In seconds so far, by connection, of all that bear this name; nothing where PostgreSQL is elsewhere. */
export async function postgresSeconds(
  databaseUrl: string,
  applicationName: string,
): Promise<Map<number, number> | undefined> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE application_name = $1',
    [applicationName],
  );
  await client.end();
  try {
    return new Map(rows.map(({ pid }) => [pid, ticksOf(pid) / TICKS_PER_SECOND]));
  } catch {
    return undefined;
  }
}

/** A pool opens and closes connections as it likes. */
export const secondsBetween = (
  before: Map<number, number> | undefined,
  after: Map<number, number> | undefined,
): number => [...(after ?? [])].reduce((sum, [pid, seconds]) => sum + seconds - (before?.get(pid) ?? 0), 0);

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

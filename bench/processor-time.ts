// Processor time that PostgreSQL has taken for a program, where it runs on this machine. It says what a piece of work costs
// however busy the machine is with other things.

import { readFileSync } from 'node:fs';
import { Client } from 'pg';

const TICKS_PER_SECOND = 100;

/** In seconds, of all the connections that bear this name; nothing where PostgreSQL is elsewhere. */
export async function postgresSeconds(
  databaseUrl: string,
  applicationName: string,
): Promise<number | undefined> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE application_name = $1',
    [applicationName],
  );
  await client.end();
  try {
    return rows.map(({ pid }) => ticksOf(pid) / TICKS_PER_SECOND).reduce((sum, each) => sum + each, 0);
  } catch {
    return undefined;
  }
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

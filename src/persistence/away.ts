// Is it the database that cannot be worked with just now? Then nothing was changed, and trying again later will do.

/** The connection was refused, cut or never made; or PostgreSQL is starting, stopping or full. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
/** The disk is full or cannot be written. */
const FULL = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  '53100',
  'ENOSPC',
  'EFBIG',
]);
const BUSY = new Set(['SQLITE_BUSY', '55P03']);
/** `pg` and TypeORM give these no code. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Driver not Connected|Cannot use a pool after calling end)|not queryable/;

export type Away = 'away' | 'full' | 'busy';

export function databaseIs(error: unknown): Away | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    if (AWAY.has(code)) return 'away';
    if (FULL.has(code)) return 'full';
    if (BUSY.has(code)) return 'busy';
  }
  return WORDS.test(error.message) ? 'away' : undefined;
}

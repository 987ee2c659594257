// Has another transaction put a row with this key there first? On SQLite, with its one writer, nobody can.

/** PostgreSQL's unique_violation, which it says only once the other transaction is in. */
const UNIQUE = '23505';

export function isTaken(error: unknown, table: string): boolean {
  const { code, table: where } = (error ?? {}) as { code?: unknown; table?: unknown };
  return code === UNIQUE && where === table;
}

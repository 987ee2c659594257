// The role in which readers read. Roles belong to the whole server: a deployer whose account may make none makes it once.

import type { DataSource } from 'typeorm';
import { faultOf, log } from '../platform';
import { READER_ROLE } from './reader-connection';

/** Two databases of one server may begin at the same instant. */
const MADE_ELSEWHERE = new Set(['42710', '23505', 'XX000']);

/** Makes what is missing. Gives whether what is read for a person is held by row-level security. */
export async function prepareReaders(source: DataSource): Promise<boolean> {
  try {
    await made(source);
    await source.transaction(async (m) => {
      await m.query(`SET LOCAL ROLE ${READER_ROLE}`);
      const [row] = (await m.query("SELECT row_security_active('cases') AS held")) as { held: boolean }[];
      if (!row?.held) throw new Error('Row-level security does not hold the role of readers');
    });
    return true;
  } catch (error) {
    log(
      'warn',
      'councils are kept apart by the application alone: the role of readers cannot be used, see docs/operate.md',
      faultOf(error),
    );
    return false;
  }
}

async function made(source: DataSource): Promise<void> {
  const ask = async (sql: string) => (await source.query(sql)) as Record<string, unknown>[];
  if ((await ask(`SELECT 1 FROM pg_roles WHERE rolname = '${READER_ROLE}'`)).length === 0)
    await source.query(`CREATE ROLE ${READER_ROLE} NOLOGIN`).catch((error: unknown) => {
      if (!MADE_ELSEWHERE.has((error as { code?: string }).code ?? '')) throw error;
    });
  const [member] = await ask(`SELECT pg_has_role('${READER_ROLE}', 'MEMBER') AS yes`);
  if (!member?.yes) await source.query(`GRANT ${READER_ROLE} TO CURRENT_USER`);
  const [schema] = await ask(
    `SELECT quote_ident(current_schema()) AS name, has_schema_privilege('${READER_ROLE}', current_schema(), 'USAGE') AS open`,
  );
  if (!schema?.open) await source.query(`GRANT USAGE ON SCHEMA ${schema?.name as string} TO ${READER_ROLE}`);
  const closed = await ask(
    `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
     AND NOT has_table_privilege('${READER_ROLE}', oid, 'SELECT')`,
  );
  if (closed.length > 0)
    await source.query(
      `GRANT SELECT ON ${closed.map(({ name }) => name as string).join(', ')} TO ${READER_ROLE}`,
    );
}

// Several statements in one round trip to PostgreSQL, which is what its transactions spend their time on. SQLite is in
// the process and takes them one after another.

import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { ApplyValueTransformers } from 'typeorm/util/ApplyValueTransformers';
import { plannedOnce } from './planned-once';

/** Parameters are numbered in the order in which they stand: `$1` then means the same to both databases. */
export interface Statement {
  sql: string;
  values: unknown[];
}

export interface Reading<T> extends Statement {
  read: (rows: ObjectLiteral[]) => T;
}

type Results<R extends Reading<unknown>[]> = { [N in keyof R]: R[N] extends Reading<infer T> ? T : never };

const isPostgres = (manager: EntityManager): boolean => manager.connection.options.type === 'postgres';

/** Rows of a table as its entity describes them. */
export function rowsOf<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  where: string,
  values: unknown[],
): Reading<E[]> {
  const { tableName } = manager.connection.getMetadata(entity);
  return {
    sql: `SELECT * FROM ${tableName} WHERE ${where}`,
    values,
    read: (rows) => asEntities(manager, entity, rows),
  };
}

export function asEntities<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  rows: ObjectLiteral[],
): E[] {
  const { columns } = manager.connection.getMetadata(entity);
  return rows.map(
    (row) =>
      Object.fromEntries(
        columns.map((column) => [column.propertyName, restored(column, row[column.databaseName])]),
      ) as E,
  );
}

const restored = ({ type, transformer }: ColumnMetadata, value: unknown): unknown => {
  if (transformer) return ApplyValueTransformers.transformFrom(transformer, value);
  if (type === 'simple-json' && typeof value === 'string') return JSON.parse(value);
  return type === 'boolean' ? Boolean(value) : value;
};

/** On PostgreSQL all of them see the same instant. */
export async function readTogether<R extends Reading<unknown>[]>(
  manager: EntityManager,
  ...readings: R
): Promise<Results<R>> {
  if (!isPostgres(manager)) {
    const results: unknown[] = [];
    for (const { sql, values, read } of readings)
      results.push(read((await manager.query(sql, values)) as ObjectLiteral[]));
    return results as Results<R>;
  }
  const { sqls, values } = numbered(readings);
  const columns = sqls.map((sql, n) => `(SELECT json_agg(q) FROM (${sql}) AS q) AS r${n}`);
  const together = plannedOnce(`SELECT ${columns.join(',\n')}`);
  const [row] = (await manager.query(together, values)) as ObjectLiteral[];
  return readings.map(({ read }, n) => read((row?.[`r${n}`] ?? []) as ObjectLiteral[])) as Results<R>;
}

/**
 * Gathers what a transaction writes. No statement may depend on what another one wrote since the last `flush`, and no
 * two may change the same row: on PostgreSQL all of them happen at once.
 */
export class Writes {
  private gathered: (Statement & { otherwise?: Error })[] = [];

  constructor(private readonly manager: EntityManager) {}

  /** @param otherwise thrown by `flush` where the statement, an update, finds no row */
  add(statement: Statement | undefined, otherwise?: Error): void {
    if (statement) this.gathered.push({ ...statement, ...(otherwise ? { otherwise } : {}) });
  }

  async flush(): Promise<void> {
    const statements = this.gathered;
    this.gathered = [];
    if (statements.length === 0) return;
    if (isPostgres(this.manager)) await this.atOnce(statements);
    else await this.inTurn(statements);
  }

  private async atOnce(statements: (Statement & { otherwise?: Error })[]): Promise<void> {
    const { sqls, values } = numbered(statements);
    const parts = sqls.map((sql, n) => `w${n} AS (${sql}${statements[n]?.otherwise ? ' RETURNING 1' : ''})`);
    const counted = statements.flatMap(({ otherwise }, n) => (otherwise ? [n] : []));
    const counts = counted.map((n) => `(SELECT count(*)::int FROM w${n}) AS c${n}`);
    const together = plannedOnce(`WITH ${parts.join(',\n')} SELECT ${['1 AS done', ...counts].join(', ')}`);
    const [row] = (await this.manager.query(together, values)) as ObjectLiteral[];
    const failed = counted.find((n) => row?.[`c${n}`] === 0);
    if (failed !== undefined) throw statements[failed]?.otherwise;
  }

  private async inTurn(statements: (Statement & { otherwise?: Error })[]): Promise<void> {
    for (const { sql, values, otherwise } of statements) {
      await this.manager.query(sql, values);
      if (!otherwise) continue;
      const [row] = (await this.manager.query('SELECT changes() AS changed')) as { changed: number }[];
      if (row?.changed === 0) throw otherwise;
    }
  }
}

/** The statements with their parameters counted through. */
function numbered(statements: Statement[]): { sqls: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const sqls = statements.map((statement) => {
    const before = values.length;
    values.push(...statement.values);
    return statement.sql.replace(/\$(\d+)/g, (_, n: string) => `$${before + Number(n)}`);
  });
  return { sqls, values };
}

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
  return rows.map((row) => {
    const made: ObjectLiteral = {};
    for (const column of columns) made[column.propertyName] = restored(column, row[column.databaseName]);
    return made as E;
  });
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
  const { sql, values } = joined('read', readings, (sqls) => {
    const columns = sqls.map((each, n) => `(SELECT json_agg(q) FROM (${each}) AS q) AS r${n}`);
    return `SELECT ${columns.join(',\n')}`;
  });
  const [row] = (await manager.query(sql, values)) as ObjectLiteral[];
  return readings.map(({ read }, n) => read((row?.[`r${n}`] ?? []) as ObjectLiteral[])) as Results<R>;
}

type Gathered = Statement & { otherwise?: () => Error };

/**
 * Gathers what a transaction writes. No statement may depend on what another one wrote since the last `flush`, and no
 * two may change the same row: on PostgreSQL all of them happen at once.
 */
export class Writes {
  private gathered: Gathered[] = [];

  constructor(private readonly manager: EntityManager) {}

  /** @param otherwise made and thrown by `flush` where the statement, an update, finds no row */
  add(statement: Statement | undefined, otherwise?: () => Error): void {
    if (statement) this.gathered.push({ ...statement, ...(otherwise ? { otherwise } : {}) });
  }

  async flush(): Promise<void> {
    const statements = this.gathered;
    this.gathered = [];
    if (statements.length === 0) return;
    if (isPostgres(this.manager)) await this.atOnce(statements);
    else await this.inTurn(statements);
  }

  private async atOnce(statements: Gathered[]): Promise<void> {
    const counted = statements.flatMap(({ otherwise }, n) => (otherwise ? [n] : []));
    const { sql, values } = joined(`write, count ${counted.join()}`, statements, (sqls) => {
      const parts = sqls.map((each, n) => `w${n} AS (${each}${counted.includes(n) ? ' RETURNING 1' : ''})`);
      const counts = counted.map((n) => `(SELECT count(*)::int FROM w${n}) AS c${n}`);
      return `WITH ${parts.join(',\n')} SELECT ${['1 AS done', ...counts].join(', ')}`;
    });
    const [row] = (await this.manager.query(sql, values)) as ObjectLiteral[];
    const failed = counted.find((n) => row?.[`c${n}`] === 0);
    if (failed !== undefined) throw statements[failed]?.otherwise?.();
  }

  private async inTurn(statements: Gathered[]): Promise<void> {
    for (const { sql, values, otherwise } of statements) {
      await this.manager.query(sql, values);
      if (!otherwise) continue;
      const [row] = (await this.manager.query('SELECT changes() AS changed')) as { changed: number }[];
      if (row?.changed === 0) throw otherwise();
    }
  }
}

/** The same statements come together again and again: what they are as one is put together once. */
const known = new Map<string, string>();
const MOST = 1_000;

/** Several statements as one, their parameters counted through. */
function joined(how: string, statements: Statement[], join: (sqls: string[]) => string): Statement {
  const values = statements.flatMap((statement) => statement.values);
  const key = [how, ...statements.map(({ sql }) => sql)].join('\n');
  let sql = known.get(key);
  if (sql === undefined) {
    let before = 0;
    const sqls = statements.map((statement) => {
      const first = before;
      before += statement.values.length;
      return statement.sql.replace(/\$(\d+)/g, (_, n: string) => `$${first + Number(n)}`);
    });
    sql = plannedOnce(join(sqls));
    if (known.size < MOST) known.set(key, sql);
  }
  return { sql, values };
}

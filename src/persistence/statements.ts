// Several statements in one round trip, which is what transactions spend their time on: to PostgreSQL over a connection,
// to SQLite through a thread. SQLite can only read several things at once; it writes one after another.

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
  /** The names of the columns that it gives. */
  columns: string[];
  read: (rows: ObjectLiteral[]) => T;
}

/** Its statement gives one text. Where very many rows are read, both sides make and read it faster than JSON. */
export interface TextReading<T> extends Statement {
  readText: (text: string) => T;
}

type AnyReading = Reading<unknown> | TextReading<unknown>;
type Results<R extends AnyReading[]> = {
  [N in keyof R]: R[N] extends Reading<infer T> | TextReading<infer T> ? T : never;
};

const isPostgres = (manager: EntityManager): boolean => manager.connection.options.type === 'postgres';

/** Rows of a table as its entity describes them. */
export function rowsOf<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  where: string,
  values: unknown[],
): Reading<E[]> {
  const { tableName, columns } = manager.connection.getMetadata(entity);
  return {
    sql: `SELECT * FROM ${tableName} WHERE ${where}`,
    values,
    columns: columns.map(({ databaseName }) => databaseName),
    read: (rows) => asEntities(manager, entity, rows),
  };
}

/**
 * Of the rows of a table only these properties of its entity, and `also` what these expressions give. Where very many are
 * read, what nobody looks at costs more than what somebody does.
 */
export function columnsOf<E extends ObjectLiteral, K extends keyof E & string, Also extends string = never>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  properties: readonly K[],
  where: string,
  values: unknown[],
  also?: Record<Also, string>,
): Reading<(Pick<E, K> & Record<Also, unknown>)[]> {
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const read = columns.filter(({ propertyName }) => properties.includes(propertyName as K));
  const toRestore = read.filter(isKeptOtherwise);
  const named = [
    ...read.map(({ databaseName, propertyName }) => [databaseName, propertyName]),
    ...Object.entries<string>(also ?? {}).map(([name, sql]) => [sql, name]),
  ];
  return {
    sql: `SELECT ${named.map(([sql, name]) => `${sql} AS "${name}"`).join(', ')} FROM ${tableName} WHERE ${where}`,
    values,
    columns: named.map(([, name]) => name as string),
    read: (rows) => {
      // They were made for this reading and carry their names already: nothing is copied.
      for (const column of toRestore) {
        const { propertyName } = column;
        for (const row of rows) row[propertyName] = restored(column, row[propertyName]);
      }
      return rows as (Pick<E, K> & Record<Also, unknown>)[];
    },
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

export const restored = ({ type, transformer }: ColumnMetadata, value: unknown): unknown => {
  if (transformer) return ApplyValueTransformers.transformFrom(transformer, value);
  if (type === 'simple-json' && typeof value === 'string') return JSON.parse(value);
  return type === 'boolean' ? Boolean(value) : value;
};

const isKeptOtherwise = ({ type, transformer }: ColumnMetadata): boolean =>
  transformer !== undefined || type === 'simple-json' || type === 'boolean';

/** All of them see the same instant. */
export async function readTogether<R extends AnyReading[]>(
  manager: EntityManager,
  ...readings: R
): Promise<Results<R>> {
  const postgres = isPostgres(manager);
  const { sql, values } = joined(postgres ? 'read' : 'read SQLite', readings, (sqls) => {
    const columns = sqls.map((each, n) => {
      const reading = readings[n] as AnyReading;
      if ('readText' in reading) return `(${each}) AS r${n}`;
      const rows = postgres ? 'json_agg(q)' : `json_group_array(${asObject(reading)})`;
      return `(SELECT ${rows} FROM (${each}) AS q) AS r${n}`;
    });
    return `SELECT ${columns.join(',\n')}`;
  });
  const [row] = (await manager.query(sql, values)) as Record<string, unknown>[];
  return readings.map((reading, n) => {
    const rows = row?.[`r${n}`];
    if ('readText' in reading) return reading.readText((rows as string | null | undefined) ?? '');
    return reading.read((typeof rows === 'string' ? JSON.parse(rows) : (rows ?? [])) as ObjectLiteral[]);
  }) as Results<R>;
}

const asObject = ({ columns }: Reading<unknown>): string =>
  `json_object(${columns.map((name) => `'${name}', q."${name}"`).join(', ')})`;

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
      if (!otherwise) await this.manager.query(sql, values);
      else if ((await changedBy(this.manager, { sql, values })) === 0) throw otherwise();
    }
  }
}

/** How many rows a statement of a transaction has written. */
export async function changedBy(
  manager: EntityManager,
  { sql, values }: Statement,
): Promise<number | undefined> {
  return (await manager.queryRunner?.query(sql, values, true))?.affected;
}

/** The rows that a change with RETURNING gives. TypeORM asks SQLite for rows only where it sees no change coming. */
export async function changedRows(
  manager: EntityManager,
  { sql, values }: Statement,
): Promise<ObjectLiteral[]> {
  const answer = (await manager.query(
    isPostgres(manager) ? sql : `WITH one AS (SELECT 1) ${sql}`,
    values,
  )) as ObjectLiteral[] | [ObjectLiteral[], number];
  return isPostgres(manager) ? (answer[0] as ObjectLiteral[]) : (answer as ObjectLiteral[]);
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

// Many rows in one statement: they travel as one JSON parameter, so the statement is the same however many they are.

import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { ApplyValueTransformers } from 'typeorm/util/ApplyValueTransformers';
import { changedBy, type Statement } from './statements';

type Kind = 'text' | 'integer' | 'boolean';

const isPostgres = (manager: EntityManager): boolean => manager.connection.options.type === 'postgres';

/**
 * A parameter that holds a JSON array of objects, as a table of these columns. Number parameters in the order in
 * which they stand in the statement: `$1` then means the same to both databases.
 */
export function tableOf(manager: EntityManager, parameter: string, columns: Record<string, Kind>): string {
  const names = Object.keys(columns);
  return isPostgres(manager)
    ? `json_to_recordset(${parameter}::json) AS given(${names.map((name) => `"${name}" ${columns[name]}`).join(', ')})`
    : `(SELECT ${names.map((name) => `value->>'${name}' AS "${name}"`).join(', ')} FROM json_each(${parameter})) AS given`;
}

/** The strings in the JSON array that the parameter holds, as a query. */
export const stringsIn = (manager: EntityManager, parameter: string): string =>
  isPostgres(manager)
    ? `SELECT json_array_elements_text(${parameter}::json)`
    : `SELECT value FROM json_each(${parameter})`;

/** The values of the JSON object that this query gives, as a query. */
export const valuesIn = (manager: EntityManager, json: string): string =>
  isPostgres(manager)
    ? `SELECT value FROM json_each_text((${json})::json)`
    : `SELECT value FROM json_each((${json}))`;

/** A field of the JSON object in a column, as text. */
export const fieldIn = (manager: EntityManager, column: string, field: string): string =>
  isPostgres(manager) ? `${column}::json->>'${field}'` : `${column}->>'${field}'`;

/** True for a column whose value the query gives: looked up by its index, however many rows there are. */
export const isOneOf = (manager: EntityManager, column: string, query: string): string =>
  isPostgres(manager) ? `${column} = ANY (ARRAY(${query}))` : `${column} IN (${query})`;

/** True for a column whose value is in the JSON array of strings that the parameter holds. */
export const isIn = (manager: EntityManager, column: string, parameter: string): string =>
  isOneOf(manager, column, stringsIn(manager, parameter));

/** From here on a set of values is joined: looking each row up in a list of them costs their product where a table is small. */
const MANY = 50;

/**
 * As above, for about so many strings. Few are looked up by the index. What PostgreSQL does with many is left to its
 * planner, which looks at how large the table is.
 */
export const isAmong = (manager: EntityManager, column: string, parameter: string, count: number): string =>
  isPostgres(manager) && count >= MANY
    ? `${column} IN (${stringsIn(manager, parameter)})`
    : isIn(manager, column, parameter);

/** Rows that are being worked on elsewhere are passed over; SQLite has one writer, who holds them all. */
export const passingOver = (manager: EntityManager): string =>
  isPostgres(manager) ? 'FOR UPDATE SKIP LOCKED' : '';

/** With `or ignore`, a row whose key is there already is left out. */
export async function insertAll<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  rows: E[],
  otherwise?: 'or ignore',
): Promise<void> {
  const statement = insertion(manager, entity, rows, otherwise);
  if (statement) await manager.query(statement.sql, statement.values);
}

/**
 * As above, for rows that have much in common: what is the same in all of them travels once. Gives how many were written.
 */
export async function insertAlike<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  rows: E[],
  otherwise?: 'or ignore',
): Promise<number> {
  const [first, ...others] = rows;
  if (!first) return 0;
  const { columns } = manager.connection.getMetadata(entity);
  const isAlike = ({ propertyName }: ColumnMetadata) =>
    others.every((row) => row[propertyName] === first[propertyName]);
  const alike = others.length === 0 ? [] : columns.filter(isAlike);
  const statement = insertion(manager, entity, rows, otherwise, alike);
  return (statement && (await changedBy(manager, statement))) ?? 0;
}

/** The statement alone; none where there are no rows. `alike`: columns that are the same in all of many rows. */
export function insertion<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  rows: E[],
  otherwise?: 'or ignore',
  alike: ColumnMetadata[] = [],
): Statement | undefined {
  if (rows.length === 0) return undefined;
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const ignore = otherwise === 'or ignore';
  const insert = `INSERT ${ignore && !isPostgres(manager) ? 'OR IGNORE ' : ''}INTO ${tableName}
    (${columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')})`;
  const rest = ignore && isPostgres(manager) ? 'ON CONFLICT DO NOTHING' : '';
  const [first] = rows;
  if (rows.length === 1 && first) {
    // A long text would otherwise be packed twice.
    const places = columns.map((_, n) => `$${n + 1}`).join(', ');
    const values = columns.map((column) => stored(column, first));
    return { sql: `${insert} VALUES (${places}) ${rest}`, values };
  }
  const own = columns.filter((column) => !alike.includes(column));
  const given = Object.fromEntries(own.map((column) => [column.databaseName, kindOf(column)]));
  const values = rows.map((row) => {
    const value: ObjectLiteral = {};
    for (const column of own) value[column.databaseName] = stored(column, row);
    return value;
  });
  const selected = columns.map((column) => {
    const n = alike.indexOf(column);
    return n < 0 ? `given."${column.databaseName}"` : `CAST($${n + 1} AS ${kindOf(column)})`;
  });
  return {
    sql: `${insert}
     SELECT ${selected.join(', ')} FROM ${tableOf(manager, `$${alike.length + 1}`, given)}
     ${rest}`,
    values: [...alike.map((column) => stored(column, first as E)), JSON.stringify(values)],
  };
}

const kindOf = ({ type }: ColumnMetadata): Kind => (type === 'integer' || type === 'boolean' ? type : 'text');

const stored = ({ type, propertyName, transformer }: ColumnMetadata, row: ObjectLiteral): unknown => {
  let value = (row[propertyName] as unknown) ?? null;
  if (transformer) value = ApplyValueTransformers.transformTo(transformer, value);
  return type === 'simple-json' && value !== null ? JSON.stringify(value) : value;
};

// Rows by what they have in common, for whoever looks at very many of them, some at a time: they come as one text, which is
// taken apart where it is asked for. As JSON they would be written, quoted and read for nothing, and all be there at once.

import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { columnsOf, restored, type Reading, type TextReading } from './statements';

/** The rows of which a column has this value, in no order. */
export type RowsBy<T> = (value: string) => T[];

/** What ASCII has for this: it stands in no name, and JSON writes it as an escape. */
const [GROUP, NOTHING, ROW, COLUMN] = [28, 29, 30, 31] as const;
const mark = (code: number): string => String.fromCharCode(code);

const isPostgres = (manager: EntityManager): boolean => manager.connection.options.type === 'postgres';
const char = (manager: EntityManager, code: number): string =>
  `${isPostgres(manager) ? 'chr' : 'char'}(${code})`;
const gathered = (manager: EntityManager, text: string, by: number): string =>
  `${isPostgres(manager) ? 'string_agg' : 'group_concat'}(${text}, ${char(manager, by)})`;

/** This text of each row, by this column. A text that holds a mark comes as several. */
export function textsBy(
  manager: EntityManager,
  column: string,
  text: string,
  from: string,
  values: unknown[],
): TextReading<RowsBy<string>> {
  const group = `${column} || ${char(manager, COLUMN)} || ${gathered(manager, text, ROW)}`;
  const groups = `(SELECT ${group} AS rows_of_one FROM ${from} GROUP BY ${column}) AS q`;
  return {
    sql: `SELECT ${gathered(manager, 'rows_of_one', GROUP)} FROM ${groups}`,
    values,
    readText: (all) => {
      const texts = new Map<string, string>();
      for (const each of all === '' ? [] : all.split(mark(GROUP))) {
        const end = each.indexOf(mark(COLUMN));
        texts.set(each.slice(0, end), each.slice(end + 1));
      }
      return (value) => texts.get(value)?.split(mark(ROW)) ?? [];
    },
  };
}

type Row<E, K extends keyof E, Also extends string> = Pick<E, K> & Record<Also, string | null>;

type Columns<K extends string, Also extends string> = {
  by: K;
  properties: readonly K[];
  /** Expressions that give a text each. */
  also?: Record<Also, string>;
};

/** As text. @throws SyntaxError, when rows are asked for, where a value holds a mark: then read them as JSON */
export function rowsAsText<E extends ObjectLiteral, K extends keyof E & string, Also extends string = never>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  { by, properties, also }: Columns<K, Also>,
  where: string,
  values: unknown[],
): TextReading<RowsBy<Row<E, K, Also>>> {
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const read = columns.filter(({ propertyName }) => properties.includes(propertyName as K));
  const named = Object.entries<string>(also ?? {});
  const nothing = char(manager, NOTHING);
  const texts = [
    ...read.map(({ databaseName, isNullable }) =>
      isNullable ? `coalesce(${databaseName}, ${nothing})` : databaseName,
    ),
    ...named.map(([, sql]) => `coalesce(${sql}, ${nothing})`),
  ];
  const names = [...read.map(({ propertyName }) => propertyName), ...named.map(([name]) => name)];
  const column = read.find(({ propertyName }) => propertyName === by)?.databaseName as string;
  const line = `concat_ws(${char(manager, COLUMN)}, ${texts.join(', ')})`;
  const reading = textsBy(manager, column, line, `${tableName} WHERE ${where}`, values);
  const made = (row: string) => {
    const parts = row.split(mark(COLUMN));
    if (parts.length !== names.length) throw new SyntaxError('A value holds a mark');
    const entry: ObjectLiteral = {};
    for (let n = 0; n < names.length; n += 1) {
      const part = parts[n] as string;
      const of = read[n];
      entry[names[n] as string] = part === mark(NOTHING) ? null : of ? valueOf(of, part) : part;
    }
    return entry as Row<E, K, Also>;
  };
  return {
    ...reading,
    readText: (all) => {
      const rows = reading.readText(all);
      return (value) => rows(value).map(made);
    },
  };
}

/** The same as JSON, whatever they hold. */
export function rowsAsJson<E extends ObjectLiteral, K extends keyof E & string, Also extends string = never>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  { by, properties, also }: Columns<K, Also>,
  where: string,
  values: unknown[],
): Reading<RowsBy<Row<E, K, Also>>> {
  const reading = columnsOf<E, K, Also>(manager, entity, properties, where, values, also);
  return {
    ...reading,
    read: (all) => {
      const rows = reading.read(all) as Row<E, K, Also>[];
      return (value) => rows.filter((row) => row[by] === value);
    },
  };
}

function valueOf(column: ColumnMetadata, text: string): unknown {
  if (column.type === 'varchar') return text;
  if (column.type === 'integer') return Number(text);
  return column.type === 'boolean' ? text === '1' || text === 't' : restored(column, text);
}

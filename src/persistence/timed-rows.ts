// Rows of any feature that wait for an instant: what falls due next, and how much of it is late. Shared by whoever does timed work.

import {
  In,
  Not,
  type EntityManager,
  type EntityTarget,
  type FindOperator,
  type ObjectLiteral,
} from 'typeorm';
import { isIn, passingOver } from './many-rows';
import { asEntities } from './statements';

/** Which rows of a table wait, and the column that says until when. */
export interface TimedRows {
  entity: EntityTarget<ObjectLiteral>;
  waiting: string[];
  at: string;
}

export interface FallingDue {
  id: string;
  at: string;
}

/** Told of a row that could not be worked on; the others go on. */
export type Failed = (error: unknown, id: string) => void;

/** Leaves these rows out of a search. */
export const notOf = (ids: ReadonlySet<string>): { id?: FindOperator<string> } =>
  ids.size === 0 ? {} : { id: Not(In([...ids])) };

/**
 * What waits for an instant up to `until`, in pages; of each status, soonest first. One status at a time, because
 * only then the index gives the order and a page costs the same however many wait. `except` is looked at for each page.
 */
export async function* fallingDue(
  manager: EntityManager,
  { entity, waiting, at }: TimedRows,
  until: string,
  limit: number,
  except: ReadonlySet<string> = new Set(),
): AsyncGenerator<FallingDue[]> {
  for (const status of waiting) {
    for (let after: FallingDue | undefined; ;) {
      const rows = manager
        .createQueryBuilder(entity, 't')
        .select('t.id', 'id')
        .addSelect(`t.${at}`, 'at')
        .where('t.status = :status', { status })
        .andWhere(`t.${at} <= :until`, { until })
        .orderBy(`t.${at}`)
        .addOrderBy('t.id')
        .limit(limit);
      if (except.size > 0) rows.andWhere('t.id NOT IN (:...except)', { except: [...except] });
      if (after) rows.andWhere(`(t.${at}, t.id) > (:at, :id)`, after);
      const page = await rows.getRawMany<FallingDue>();
      if (page.length > 0) yield page;
      after = page.at(-1);
      if (page.length < limit) break;
    }
  }
}

/**
 * Takes hold, until the transaction ends, of what is due: of these rows, or of all up to a limit for each status, the
 * longest due first. Rows that somebody else holds are passed over.
 */
export async function dueRows<E extends ObjectLiteral>(
  manager: EntityManager,
  { entity, waiting, at }: TimedRows,
  now: string,
  limit: number,
  ids?: string[],
): Promise<E[]> {
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const column = columns.find(({ propertyName }) => propertyName === at)?.databaseName as string;
  const select = async (where: string, values: unknown[]): Promise<ObjectLiteral[]> =>
    manager.query(
      `SELECT * FROM ${tableName} WHERE ${where} ORDER BY ${column} LIMIT ${limit} ${passingOver(manager)}`,
      values,
    );
  let due: ObjectLiteral[] = [];
  if (ids) {
    // By nothing but their ids: a planner that takes the index of what is due would look through all of it.
    const found = await select(isIn(manager, 'id', '$1'), [JSON.stringify(ids)]);
    due = found.filter((row) => waiting.includes(row.status as string) && row[column] <= now);
  } else {
    for (const status of waiting)
      if (due.length < limit) due.push(...(await select(`status = $1 AND ${column} <= $2`, [status, now])));
  }
  return asEntities(manager, entity, due) as E[];
}

/** How many rows wait, how many of them are due already, and since when the oldest is. */
export async function backlogOf(
  manager: EntityManager,
  { entity, waiting, at }: TimedRows,
  now: string,
): Promise<{ waiting: number; due: number; oldest: string | null }> {
  const count = (restrict: string) =>
    manager
      .createQueryBuilder(entity, 't')
      .select('COUNT(*)', 'count')
      .addSelect(`MIN(t.${at})`, 'oldest')
      .where('t.status IN (:...waiting)', { waiting })
      .andWhere(restrict, { now })
      .getRawOne<{ count: string | number; oldest: string | null }>();
  const [all, due] = [await count('1 = 1'), await count(`t.${at} <= :now`)];
  return { waiting: Number(all?.count), due: Number(due?.count), oldest: due?.oldest ?? null };
}

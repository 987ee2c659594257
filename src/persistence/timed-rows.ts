// Rows of any feature that wait for an instant: what falls due next, and how much of it is late. Shared by whoever does timed work.

import {
  In,
  Not,
  type EntityManager,
  type EntityTarget,
  type FindOperator,
  type ObjectLiteral,
} from 'typeorm';
import { isIn, isOneOf, passingOver } from './many-rows';
import { asEntities, changedRows } from './statements';

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
 * Takes what is due and changes it, in one statement: of these rows, or of all up to a limit for each status, the longest
 * due first. Rows that somebody else holds are passed over. Gives them as they are now, in no order.
 */
export async function takeDue<E extends ObjectLiteral>(
  manager: EntityManager,
  { entity, waiting, at }: TimedRows,
  now: string,
  limit: number,
  change: Partial<E>,
  ids?: string[],
): Promise<E[]> {
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const nameOf = (property: string) =>
    columns.find(({ propertyName }) => propertyName === property)?.databaseName as string;
  const due = nameOf(at);
  const set = Object.keys(change).map((property, n) => `${nameOf(property)} = $${n + 1}`);
  const take = async (where: string, still: string, values: unknown[]): Promise<ObjectLiteral[]> =>
    changedRows(manager, {
      sql: `UPDATE ${tableName} SET ${set.join(', ')}
        WHERE ${isOneOf(
          manager,
          'id',
          `SELECT id FROM (SELECT id, status, ${due} FROM ${tableName}
          WHERE ${where} ORDER BY ${due} LIMIT ${limit} ${passingOver(manager)}) AS held ${still}`,
        )}
        RETURNING ${columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')}`,
      values: [...Object.values(change), ...values],
    });
  const [first, second] = [set.length + 1, set.length + 2].map((n) => `$${n}`) as [string, string];
  const taken: ObjectLiteral[] = [];
  if (ids) {
    // By nothing but their ids: a planner that takes the index of what is due would look through all of it.
    const still = `WHERE status IN (${waiting.map((status) => `'${status}'`).join(', ')}) AND ${due} <= ${second}`;
    taken.push(...(await take(isIn(manager, 'id', first), still, [JSON.stringify(ids), now])));
  } else {
    for (const status of waiting)
      if (taken.length < limit)
        taken.push(...(await take(`status = ${first} AND ${due} <= ${second}`, '', [status, now])));
  }
  return asEntities(manager, entity, taken) as E[];
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

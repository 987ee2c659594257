// Rows of any feature that wait for an instant: what falls due next, and how much of it is late. Shared by whoever does timed work.

import {
  In,
  Not,
  type EntityManager,
  type EntityTarget,
  type FindOperator,
  type ObjectLiteral,
} from 'typeorm';

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

/** What waits for an instant up to `until`, soonest first; `after` is the last row of the page before. */
export function fallingDue(
  manager: EntityManager,
  { entity, waiting, at }: TimedRows,
  until: string,
  limit: number,
  after?: FallingDue,
  except: ReadonlySet<string> = new Set(),
): Promise<FallingDue[]> {
  const rows = manager
    .createQueryBuilder(entity, 't')
    .select('t.id', 'id')
    .addSelect(`t.${at}`, 'at')
    .where('t.status IN (:...waiting)', { waiting })
    .andWhere(`t.${at} <= :until`, { until })
    .orderBy(`t.${at}`)
    .addOrderBy('t.id')
    .limit(limit);
  if (except.size > 0) rows.andWhere('t.id NOT IN (:...except)', { except: [...except] });
  if (after) rows.andWhere(`(t.${at} > :at OR (t.${at} = :at AND t.id > :id))`, after);
  return rows.getRawMany();
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

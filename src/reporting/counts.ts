// Counts one quarter in the database, in SQL that both databases understand. These are true counts: they stay inside.

import type { EntityManager } from 'typeorm';
import type { Db } from '../persistence';
import {
  ALL_ROUTES,
  partiesOfBody,
  timedMeasures,
  whichOf,
  type PublishedBody,
  type Timed,
  type TimedPart,
} from './measures';
import { instantsOf, type Quarter } from './quarter';

/** How many, and from how many different disputes. */
export interface Count {
  count: number;
  disputes: number;
}

export interface TimedCounts {
  parts: Record<TimedPart, Count>;
  /** How many were how many days late. */
  daysLate: Map<number, number>;
}

export interface QuarterCounts {
  /** By measure, then organisation. */
  timed: Record<Timed, Map<string, TimedCounts>>;
  /** By organisation, then category: all, a route, or a route and a stage. */
  opened: Map<string, Map<string, Count>>;
}

/** The last day that any reading of the law allows: nobody is called late before it has passed. */
const LAST_DAY = 'SUBSTR(d.late_after, 1, 10)';
export const ON_TIME = `(d.met_on IS NOT NULL AND d.met_on <= ${LAST_DAY})`;

/** `only`: the counts of one organisation. */
export async function countQuarter(
  db: Db,
  quarter: Quarter,
  body: PublishedBody,
  only?: string,
): Promise<QuarterCounts> {
  const m = db.read;
  const timed = {} as QuarterCounts['timed'];
  for (const measure of timedMeasures)
    timed[measure] = await countTimed(m, db.kind, quarter, body, measure, only);
  return { timed, opened: await countOpened(m, quarter, body, only) };
}

async function countTimed(
  m: EntityManager,
  kind: Db['kind'],
  quarter: Quarter,
  body: PublishedBody,
  measure: Timed,
  only?: string,
): Promise<Map<string, TimedCounts>> {
  const { rules, route, withoutPoint } = whichOf(measure);
  const list = m
    .createQueryBuilder()
    .from('deadlines', 'd')
    .innerJoin('cases', 'c', 'c.id = d.case_id')
    .innerJoin('case_organisations', 'o', 'o.case_id = d.case_id AND o.body = :body', { body })
    .where('d.due >= :from AND d.due <= :to', { from: quarter.from, to: quarter.to })
    .andWhere("d.status IN ('met', 'met-late', 'missed')")
    .andWhere('d.owed_by IN (:...parties)', { parties: partiesOfBody(body) });
  if (rules.length > 0) list.andWhere('d.rule IN (:...rules)', { rules });
  else list.andWhere("d.rule <> 'recommendation.respond'");
  if (route) list.andWhere('c.route = :route', { route });
  if (only) list.andWhere('o.organisation_id = :only', { only });
  if (withoutPoint) list.andWhere('d.point IS NULL');
  const done = '(d.met_on IS NOT NULL AND d.met_on <= :cutOff)';
  const which: Record<TimedPart, string> = {
    due: '1 = 1',
    'on-time': ON_TIME,
    'done-late': `(NOT ${ON_TIME} AND ${done})`,
    'not-done': `(NOT ${ON_TIME} AND NOT ${done})`,
  };
  const totals = list
    .clone()
    .select('o.organisation_id', 'organisation')
    .setParameter('cutOff', quarter.cutOff);
  Object.entries(which).forEach(([, condition], n) => {
    totals.addSelect(`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`, `count_${n}`);
    totals.addSelect(`COUNT(DISTINCT CASE WHEN ${condition} THEN c.dispute_id END)`, `disputes_${n}`);
  });
  const found = new Map<string, TimedCounts>();
  for (const row of await totals.groupBy('o.organisation_id').getRawMany<Record<string, string | number>>()) {
    const counts = Object.keys(which).map((part, n) => [
      part,
      { count: Number(row[`count_${n}`]), disputes: Number(row[`disputes_${n}`]) },
    ]);
    found.set(String(row.organisation), {
      parts: Object.fromEntries(counts) as TimedCounts['parts'],
      daysLate: new Map(),
    });
  }
  const days =
    kind === 'postgres'
      ? `(d.met_on::date - ${LAST_DAY}::date)`
      : `CAST(julianday(d.met_on) - julianday(${LAST_DAY}) AS INTEGER)`;
  const late = await list
    .andWhere(which['done-late'], { cutOff: quarter.cutOff })
    .select('o.organisation_id', 'organisation')
    .addSelect(days, 'days')
    .addSelect('COUNT(*)', 'count')
    .groupBy('o.organisation_id')
    .addGroupBy(days)
    .getRawMany<{ organisation: string; days: number; count: string | number }>();
  for (const row of late) found.get(row.organisation)?.daysLate.set(Number(row.days), Number(row.count));
  return found;
}

/** Disputes opened in the quarter, by route and by the stage they had reached when the time to record was over. */
async function countOpened(
  m: EntityManager,
  quarter: Quarter,
  body: PublishedBody,
  only?: string,
): Promise<QuarterCounts['opened']> {
  const { begins, ends, closes } = instantsOf(quarter);
  const found: QuarterCounts['opened'] = new Map();
  // The stage that a case had reached: its last entry by then, found by its index, and only where it is asked for.
  const stage =
    '(SELECT k.stage FROM journal k WHERE k.case_id = c.id AND k.at <= :closes ORDER BY k.seq DESC LIMIT 1)';
  // Different disputes cannot be added up, so each level is counted by itself.
  for (const level of [[], ['c.route'], ['c.route', stage]]) {
    const list = m
      .createQueryBuilder()
      .from('cases', 'c')
      .innerJoin('case_organisations', 'o', 'o.case_id = c.id AND o.body = :body', { body })
      .where('c.opened_at >= :begins AND c.opened_at <= :ends', { begins, ends })
      .select('o.organisation_id', 'organisation')
      .addSelect('COUNT(*)', 'count')
      .addSelect('COUNT(DISTINCT c.dispute_id)', 'disputes')
      .groupBy('o.organisation_id');
    if (only) list.andWhere('o.organisation_id = :only', { only });
    if (level.includes(stage)) list.setParameter('closes', closes);
    level.forEach((column, n) => list.addSelect(column, `level_${n}`).addGroupBy(`level_${n}`));
    for (const row of await list.getRawMany<Record<string, string | number>>()) {
      const category = level.map((_, n) => row[`level_${n}`]).join('/') || ALL_ROUTES;
      const organisation = String(row.organisation);
      if (!found.has(organisation)) found.set(organisation, new Map());
      found.get(organisation)?.set(category, { count: Number(row.count), disputes: Number(row.disputes) });
    }
  }
  return found;
}

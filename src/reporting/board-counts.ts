// What a board report counts beside the published measures: escalations, and each duty by itself. True counts: they are for
// the body they are about, and stay behind its sign-in.

import type { Db } from '../persistence';
import { ON_TIME } from './counts';
import { partiesOfBody, type PublishedBody } from './measures';
import { instantsOf, type Quarter } from './quarter';

export interface EscalationCounts {
  received: number;
  decided: number;
  decidedInTime: number;
  /** Not decided when the time to record was over. */
  waiting: number;
}

/** Families for whom a duty fell due, and those it was late for. */
export interface DutyCount {
  rule: string;
  due: number;
  late: number;
}

export interface BoardCounts {
  escalations: Map<string, EscalationCounts>;
  duties: Map<string, DutyCount[]>;
}

const NOTHING: EscalationCounts = { received: 0, decided: 0, decidedInTime: 0, waiting: 0 };

/** For every organisation of the kind at once. */
export async function countForBoards(db: Db, quarter: Quarter, body: PublishedBody): Promise<BoardCounts> {
  return {
    escalations: await countEscalations(db, quarter, body),
    duties: await countDuties(db, quarter, body),
  };
}

async function countEscalations(
  db: Db,
  quarter: Quarter,
  body: PublishedBody,
): Promise<BoardCounts['escalations']> {
  const { begins, ends } = instantsOf(quarter);
  const decided = "(d.status IN ('met', 'met-late') AND d.met_on >= :from AND d.met_on <= :to)";
  const waiting =
    "(d.status <> 'superseded' AND c.opened_at <= :ends AND (d.met_on IS NULL OR d.met_on > :cutOff))";
  const one = (condition: string) => `COUNT(DISTINCT CASE WHEN ${condition} THEN c.id END)`;
  const rows = await db.read
    .createQueryBuilder()
    .from('cases', 'c')
    .innerJoin('case_organisations', 'o', 'o.case_id = c.id AND o.body = :body', { body })
    .leftJoin('deadlines', 'd', "d.case_id = c.id AND d.rule = 'executive.decide'")
    .where('c.route = :route', { route: `executive.${body}` })
    .andWhere('c.opened_at <= :ends')
    .setParameters({ begins, ends, from: quarter.from, to: quarter.to, cutOff: quarter.cutOff })
    .select('o.organisation_id', 'organisation')
    .addSelect(one('c.opened_at >= :begins'), 'received')
    .addSelect(one(decided), 'decided')
    .addSelect(one(`${decided} AND ${ON_TIME}`), 'in_time')
    .addSelect(one(waiting), 'waiting')
    .groupBy('o.organisation_id')
    .getRawMany<Record<string, string | number>>();
  return new Map(
    rows.map((row) => [
      String(row.organisation),
      {
        ...NOTHING,
        received: Number(row.received),
        decided: Number(row.decided),
        decidedInTime: Number(row.in_time),
        waiting: Number(row.waiting),
      },
    ]),
  );
}

/** Families, not dates: many points of one agreement are one family. */
async function countDuties(db: Db, quarter: Quarter, body: PublishedBody): Promise<BoardCounts['duties']> {
  const rows = await db.read
    .createQueryBuilder()
    .from('deadlines', 'd')
    .innerJoin('cases', 'c', 'c.id = d.case_id')
    .innerJoin('case_organisations', 'o', 'o.case_id = d.case_id AND o.body = :body', { body })
    .where('d.due >= :from AND d.due <= :to', { from: quarter.from, to: quarter.to })
    .andWhere("d.status IN ('met', 'met-late', 'missed')")
    .andWhere('d.owed_by IN (:...parties)', { parties: partiesOfBody(body) })
    .andWhere("d.rule NOT LIKE 'executive.%'")
    .select('o.organisation_id', 'organisation')
    .addSelect('d.rule', 'rule')
    .addSelect('COUNT(DISTINCT c.dispute_id)', 'due')
    .addSelect(`COUNT(DISTINCT CASE WHEN NOT ${ON_TIME} THEN c.dispute_id END)`, 'late')
    .groupBy('o.organisation_id')
    .addGroupBy('d.rule')
    .getRawMany<Record<string, string | number>>();
  const found: BoardCounts['duties'] = new Map();
  for (const { organisation, rule, due, late } of rows) {
    const own = found.get(String(organisation)) ?? [];
    own.push({ rule: String(rule), due: Number(due), late: Number(late) });
    found.set(String(organisation), own);
  }
  for (const own of found.values())
    own.sort((a, b) => b.late - a.late || b.due - a.due || (a.rule < b.rule ? -1 : 1));
  return found;
}

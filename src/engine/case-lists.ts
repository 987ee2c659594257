// Lists of cases: a person's own, and the worklist of organisations.

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { londonDateOf, workingDaysBetween } from '../../workflows/calendar';
import type { PartyId } from '../../workflows/kit';
import { Parts, type Dispute, type Participation } from '../access';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { hasRoute, routeOf } from './case-route';
import { Desk, takesPart, type Place } from './desk';
import { Case, Deadline, NO_DATE } from './entities';
import { namesIn, partiesOf, placed } from './view';
import type { Page, Who, WorklistItem, WorklistQuery } from './types';

const FAMILY: PartyId = 'parent or young person';
const LONGEST_PAGE = 100;

type DatesOfItem = Pick<WorklistItem, 'due' | 'dueAt' | 'workingDaysLeft' | 'overdue' | 'inDoubt'>;

@Injectable()
export class CaseLists {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly organisations: Organisations,
    private readonly desk: Desk,
    private readonly clock: Clock,
  ) {}

  /** The cases a person takes part in by themselves, newest first, each with the date of whoever must act. */
  async mine(personId: string): Promise<WorklistItem[]> {
    const places = await this.parts.ownPlaces(this.db.read, personId);
    const disputes = [...new Set(places.map(({ disputeId }) => disputeId))];
    if (disputes.length === 0) return [];
    const found = await this.db.read.find(Case, {
      where: { disputeId: In(disputes) },
      order: { openedAt: 'DESC' },
    });
    const own = new Set(places.filter(({ scope }) => scope === 'full').map(({ disputeId }) => disputeId));
    const shown = found.filter((each) => hasRoute(each) && partiesOf(routeOf(each)).has(FAMILY));
    const running = await this.db.read.find(Deadline, {
      where: { caseId: In(shown.map(({ id }) => id)), status: In(['open', 'missed']) },
      order: { dueAt: 'ASC' },
    });
    const today = this.clock.today();
    return (await this.described(shown)).map((item, n) => {
      const { id, over, disputeId } = shown[n] as Case;
      const dates = over ? [] : running.filter(({ caseId }) => caseId === id);
      const turn = dates.find(({ owedBy }) => owedBy === item.responsible);
      const limit = dates.find(({ owedBy, status }) => owedBy === FAMILY && status === 'open');
      return {
        ...item,
        over,
        yours: !over && item.responsible === FAMILY && own.has(disputeId),
        overdue: turn?.status === 'missed',
        ...(turn
          ? {
              due: turn.due,
              dueAt: turn.dueAt,
              workingDaysLeft: workingDaysBetween(today, turn.due),
              inDoubt: turn.status === 'open' && turn.due < today && turn.lateAfter > turn.dueAt,
            }
          : {}),
        ...(limit && limit !== turn ? { ownDue: limit.due } : {}),
        ...helping(places.filter((place) => place.disputeId === disputeId)),
      };
    });
  }

  /** Open cases of the person's organisations, soonest date first, in keyset pages. */
  async worklist(query: WorklistQuery, who: Who, memberships: Place[]): Promise<Page<WorklistItem>> {
    if (who.kind !== 'person' || memberships.length === 0) return { items: [] };
    const limit = Math.min(Math.max(query.limit ?? 50, 1), LONGEST_PAGE);
    const after = query.cursor ? readCursor(query.cursor) : undefined;
    const rows = await this.desk.soonest(memberships, limit + 1, (list) => {
      if (query.show) this.desk.show(list, query.show, memberships);
      if (query.responsible)
        list.andWhere('o.responsible = :responsible', { responsible: query.responsible });
      if (query.route) list.andWhere('o.route = :route', { route: query.route });
      if (query.only)
        list.andWhere('o.case_id IN (SELECT c.id FROM cases c WHERE c.ref IN (:...only))', {
          only: query.only.length > 0 ? query.only : [''],
        });
      if (query.dueBefore)
        list.andWhere('o.next_due_at < :before', { before: `${query.dueBefore}T00:00:00.000Z` });
      if (after) list.andWhere('(o.next_due_at > :at OR (o.next_due_at = :at AND o.case_id > :id))', after);
    });
    const mine = rows
      .slice(0, limit)
      .filter(hasRoute)
      .filter((each) => memberships.some((place) => takesPart(place, routeOf(each))));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const items = (await this.described(mine)).map((item, n) => ({
      ...item,
      ...this.datesOf(mine[n] as Case),
    }));
    return { items, ...(last ? { next: cursorOf(last) } : {}) };
  }

  /** The date that stands in the case itself. */
  private datesOf({ nextDueAt, lastDueAt }: Case): DatesOfItem {
    if (nextDueAt === NO_DATE) return { overdue: false };
    const now = this.clock.instant();
    const due = londonDateOf(nextDueAt);
    const overdue = (lastDueAt ?? nextDueAt) < now;
    return {
      overdue,
      ...(nextDueAt < now && !overdue ? { inDoubt: true } : {}),
      due,
      dueAt: nextDueAt,
      workingDaysLeft: workingDaysBetween(this.clock.today(), due),
    };
  }

  /** All that is said of a case in a list but for its dates. */
  private async described(found: Case[]): Promise<Omit<WorklistItem, keyof DatesOfItem>[]> {
    const disputes = await this.parts.disputes(
      this.db.read,
      found.map(({ disputeId }) => disputeId),
    );
    const named = [...disputes.values()].flatMap(({ organisations }) => Object.values(organisations));
    const organisations = await this.organisations.byId([...new Set(named)]);
    return found.map((each) => {
      const route = routeOf(each);
      const stage = route.stages[each.stage];
      const dispute = disputes.get(each.disputeId) as Dispute;
      const responsible = each.responsible ?? FAMILY;
      const { council } = dispute.organisations;
      const councilName = council === undefined ? undefined : organisations.get(council)?.name;
      return {
        ref: each.ref,
        route: each.route,
        routeTitle: route.title,
        stage: stage && 'title' in stage ? stage.title : each.stage,
        responsible,
        responsibleName: each.over ? '' : namesIn(placed(dispute, organisations))(responsible),
        ...(councilName === undefined ? {} : { council: councilName }),
        law: stage && 'law' in stage ? (stage.law ?? []) : [],
      };
    });
  }
}

/** For somebody who was asked to help: by whom, how far it goes, and for how long. */
function helping(places: Participation[]): Pick<WorklistItem, 'helping'> {
  const asked = places.filter(({ scope }) => scope !== 'full');
  const [place] = [...asked].sort((a) => (a.scope === 'representative' ? -1 : 1));
  if (!place || asked.length < places.length) return {};
  const { scope, expiresAt, grantedBy } = place;
  return {
    helping: {
      scope: scope === 'representative' ? scope : 'read',
      ...(expiresAt ? { until: londonDateOf(expiresAt) } : {}),
      ...(grantedBy ? { askedBy: grantedBy } : {}),
    },
  };
}

const cursorOf = ({ nextDueAt, id }: Case): string =>
  Buffer.from(JSON.stringify([nextDueAt, id])).toString('base64url');

function readCursor(cursor: string): { at: string; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof at === 'string' && typeof id === 'string') return { at, id };
  } catch {
    // Said below in words.
  }
  throw new Refusal('bad-request', 'This cursor is not one of ours. Start from the first page.');
}

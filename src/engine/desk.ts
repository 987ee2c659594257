// Which cases a worklist shows, and how many there are of each kind: one place for the rule, for lists and for counts.

import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { routes } from '../../workflows';
import { addWorkingDays, endOfDayLondon } from '../../workflows/calendar';
import type { PartyId } from '../../workflows/kit';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Case, CaseOrganisation } from './entities';
import type { WorklistShow } from './types';
import { partiesOf } from './view';

/** What a person may act as, and for whom. */
export interface Place {
  organisationId: string;
  parties: PartyId[];
}

export interface DeskCounts {
  all: number;
  /** Their turn, whatever the date. */
  mine: number;
  /** Their turn, and the date has passed. */
  overdue: number;
  /** Their turn, and the date is within five working days. */
  soon: number;
  /** Somebody else's turn. */
  waiting: number;
  /** Open cases by route, for the filter. */
  routes: Record<string, number>;
}

const SOON = 5;

@Injectable()
export class Desk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Open cases of these places, of the routes in which one of their parties has a part. */
  cases(places: Place[]): SelectQueryBuilder<Case> {
    return this.db.read
      .createQueryBuilder(Case, 'c')
      .innerJoin(CaseOrganisation, 'o', 'o.case_id = c.id')
      .where('o.over = :over', { over: false })
      .andWhere(
        new Brackets((any) => {
          any.where('1 = 0');
          places.forEach(({ organisationId, parties }, n) => {
            const known = routesOf(parties);
            if (known.length === 0) return;
            any.orWhere(`(o.organisation_id = :place${n} AND c.route IN (:...routes${n}))`, {
              [`place${n}`]: organisationId,
              [`routes${n}`]: known,
            });
          });
        }),
      );
  }

  /** Narrows a list to one of the counted kinds. */
  show(list: SelectQueryBuilder<Case>, which: WorklistShow, places: Place[]): void {
    list.andWhere(this.conditions()[which], this.parameters(places));
  }

  async counts(places: Place[]): Promise<DeskCounts> {
    const none: DeskCounts = { all: 0, mine: 0, overdue: 0, soon: 0, waiting: 0, routes: {} };
    if (places.length === 0) return none;
    const conditions = this.conditions();
    const rows = await this.cases(places)
      .setParameters(this.parameters(places))
      .select('c.route', 'route')
      .addSelect('COUNT(DISTINCT c.id)', 'all')
      .addSelect('COUNT(DISTINCT CASE WHEN c.responsible IN (:...own) THEN c.id END)', 'mine')
      .addSelect(`COUNT(DISTINCT CASE WHEN ${conditions.overdue} THEN c.id END)`, 'overdue')
      .addSelect(`COUNT(DISTINCT CASE WHEN ${conditions.soon} THEN c.id END)`, 'soon')
      .addSelect(`COUNT(DISTINCT CASE WHEN ${conditions.waiting} THEN c.id END)`, 'waiting')
      .groupBy('c.route')
      .getRawMany<Record<keyof DeskCounts | 'route', string>>();
    return rows.reduce(
      (sum, row) => ({
        all: sum.all + Number(row.all),
        mine: sum.mine + Number(row.mine),
        overdue: sum.overdue + Number(row.overdue),
        soon: sum.soon + Number(row.soon),
        waiting: sum.waiting + Number(row.waiting),
        routes: { ...sum.routes, [row.route]: Number(row.all) },
      }),
      none,
    );
  }

  private conditions(): Record<WorklistShow, string> {
    return {
      overdue: '(c.responsible IN (:...own) AND o.next_due_at < :now)',
      soon: '(c.responsible IN (:...own) AND o.next_due_at >= :now AND o.next_due_at <= :horizon)',
      waiting: '(c.responsible IS NULL OR c.responsible NOT IN (:...own))',
    };
  }

  private parameters(places: Place[]) {
    const horizon = endOfDayLondon(addWorkingDays(this.clock.today(), SOON));
    // An empty list is no SQL; nobody is called nobody.
    const own = places.flatMap(({ parties }) => parties);
    return { own: own.length > 0 ? own : ['nobody'], now: this.clock.instant(), horizon };
  }
}

/** @throws Refusal for a word that is none of ours. */
export function readShow(text: string): WorklistShow {
  if (text === 'overdue' || text === 'soon' || text === 'waiting') return text;
  throw new Refusal('bad-request', 'show must be overdue, soon or waiting.');
}

const routesOf = (parties: PartyId[]): string[] => [
  ...new Set(
    routes
      .filter((route) => parties.some((party) => partiesOf(route).has(party)))
      .map(({ id }) => id as string),
  ),
];

// Which cases a worklist shows, and how many there are of each kind: one place for the rule, for lists and for counts.

import { Injectable } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { routes } from '../../workflows';
import { addWorkingDays, endOfDayLondon } from '../../workflows/calendar';
import type { PartyId, Route } from '../../workflows/kit';
import { reaches } from '../access';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Case, CaseOrganisation } from './entities';
import type { WorklistShow } from './types';
import { partiesOf } from './view';

/** What a person may act as, and for whom. */
export interface Place {
  organisationId: string;
  parties: PartyId[];
  /** In cases of these routes alone. */
  routes?: readonly string[] | null;
}

export interface DeskCounts {
  all: number;
  /** Their turn, whatever the date. */
  mine: number;
  /** Their turn, and the date has passed, under every reading of it. */
  overdue: number;
  /** Their turn, and the date is within five working days. */
  soon: number;
  /** Somebody else's turn. */
  waiting: number;
  /** Open cases by route, for the filter. */
  routes: Record<string, number>;
  /** Where there are more open cases than are counted: which of the numbers may be larger. */
  atLeast: Record<'all' | WorklistShow, boolean>;
}

const SOON = 5;
/** So many open cases are counted, those with the soonest dates: more tells a person nothing, and looking costs the page. */
const MOST_COUNTED = 1_000;

/** Places of organisations in cases, called `o`. */
export type Listed = SelectQueryBuilder<CaseOrganisation>;

@Injectable()
export class Desk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Open cases of these places, soonest date first, each once; the cases themselves are then found by their ids, because
   * nothing else of them is looked at to tell which they are.
   */
  async soonest(places: Place[], limit: number, narrow?: (list: Listed) => void): Promise<Case[]> {
    const list = this.inOrder(places, limit);
    narrow?.(list);
    const ids = (await list.getRawMany<{ id: string }>()).map(({ id }) => id);
    if (ids.length === 0) return [];
    const found = new Map((await this.db.read.findBy(Case, { id: In(ids) })).map((each) => [each.id, each]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Narrows a list to one of the counted kinds. */
  show(list: Listed, which: WorklistShow, places: Place[]): void {
    list.andWhere(
      conditionsOn('o.responsible', 'o.next_due_at', 'o.last_due_at')[which],
      this.parameters(places),
    );
  }

  async counts(places: Place[]): Promise<DeskCounts> {
    const none = { all: 0, mine: 0, overdue: 0, soon: 0, waiting: 0, routes: {}, last: '' };
    const parameters = this.parameters(places);
    if (places.length === 0) return numbersOf(none, parameters);
    // Each case once, before anything is counted.
    const once = this.inOrder(places, MOST_COUNTED)
      .addSelect('o.route', 'route')
      .addSelect('o.responsible', 'responsible')
      .addSelect('o.last_due_at', 'last_due');
    const { mine, overdue, soon, waiting } = conditionsOn('each.responsible', 'each.due', 'each.last_due');
    const rows = await this.db.read
      .createQueryBuilder()
      .select('each.route', 'route')
      .addSelect('COUNT(*)', 'all')
      .addSelect(`COUNT(CASE WHEN ${mine} THEN 1 END)`, 'mine')
      .addSelect(`COUNT(CASE WHEN ${overdue} THEN 1 END)`, 'overdue')
      .addSelect(`COUNT(CASE WHEN ${soon} THEN 1 END)`, 'soon')
      .addSelect(`COUNT(CASE WHEN ${waiting} THEN 1 END)`, 'waiting')
      .addSelect('MAX(each.due)', 'last')
      .from(`(${once.getQuery()})`, 'each')
      .setParameters({ ...once.getParameters(), ...parameters })
      .groupBy('each.route')
      .getRawMany<Record<keyof Counted | 'route', string>>();
    const counted = rows.reduce<Counted>(
      (sum, row) => ({
        all: sum.all + Number(row.all),
        mine: sum.mine + Number(row.mine),
        overdue: sum.overdue + Number(row.overdue),
        soon: sum.soon + Number(row.soon),
        waiting: sum.waiting + Number(row.waiting),
        routes: { ...sum.routes, [row.route]: Number(row.all) },
        last: row.last > sum.last ? row.last : sum.last,
      }),
      none,
    );
    return numbersOf(counted, parameters);
  }

  /** In how many open cases of these places it is their turn, of those that are counted. */
  async turnsOf(places: Place[]): Promise<number> {
    return (await this.counts(places)).mine;
  }

  /** In how many cases a person takes part by themselves, and in how many of those it is their turn. */
  async ownTurnsOf(personId: string): Promise<{ all: number; turns: number }> {
    const found = await this.db.read
      .createQueryBuilder(Case, 'c')
      .innerJoin('participations', 'p', 'p.dispute_id = c.dispute_id')
      .where('p.person_id = :personId AND p.revoked_at IS NULL', { personId })
      .andWhere('(p.expires_at IS NULL OR p.expires_at > :now)', { now: this.clock.instant() })
      .setParameters({ family: 'parent or young person', own: 'full', no: false })
      .select('COUNT(DISTINCT c.id)', 'all')
      .addSelect(
        'COUNT(DISTINCT CASE WHEN c.responsible = :family AND p.scope = :own AND c.over = :no THEN c.id END)',
        'turns',
      )
      .getRawOne<{ all: string; turns: string }>();
    return { all: Number(found?.all ?? 0), turns: Number(found?.turns ?? 0) };
  }

  /** Their places in open cases, of the routes in which one of their parties has a part: all of it in one index. */
  listed(places: Place[]): Listed {
    return this.db.read
      .createQueryBuilder(CaseOrganisation, 'o')
      .where('o.over = :over', { over: false })
      .andWhere(
        new Brackets((any) => {
          const theirs = places.map((place) => ({ ...place, known: routesOf(place) }));
          const some = theirs.filter(({ known }) => known.length > 0);
          // Nothing beside the places: SQLite would no longer find them in the index.
          if (some.length === 0) any.where('1 = 0');
          some.forEach(({ organisationId, known }, n) =>
            any.orWhere(`(o.organisation_id = :place${n} AND o.route IN (:...routes${n}))`, {
              [`place${n}`]: organisationId,
              [`routes${n}`]: known,
            }),
          );
        }),
      );
  }

  /** The soonest of them, a case once. In the order of the index: nothing is sorted for it. */
  private inOrder(places: Place[], limit: number): Listed {
    return this.listed(places)
      .select('o.next_due_at', 'due')
      .addSelect('o.case_id', 'id')
      .distinct(true)
      .orderBy('o.next_due_at', 'ASC')
      .addOrderBy('o.case_id', 'ASC')
      .limit(limit);
  }

  private parameters(places: Place[]) {
    const horizon = endOfDayLondon(addWorkingDays(this.clock.today(), SOON));
    // An empty list is no SQL; nobody is called nobody.
    const own = places.flatMap(({ parties }) => parties);
    return { own: own.length > 0 ? own : ['nobody'], now: this.clock.instant(), horizon };
  }
}

/** What was counted, and the latest date in it. */
type Counted = Omit<DeskCounts, 'atLeast'> & { last: string };

/** Later dates than the last one counted make neither what is overdue nor what is soon any larger. */
function numbersOf(
  { last, ...numbers }: Counted,
  { now, horizon }: { now: string; horizon: string },
): DeskCounts {
  const more = numbers.all >= MOST_COUNTED;
  return {
    ...numbers,
    atLeast: {
      all: more,
      mine: more,
      waiting: more,
      overdue: more && last < now,
      soon: more && last <= horizon,
    },
  };
}

/**
 * Which cases are which, in the words of the columns that say whose turn it is and when: `due` on the earliest day, `last`
 * on the last where that is another. Nobody is late between the two.
 */
const conditionsOn = (responsible: string, due: string, last: string): Record<WorklistShow, string> => ({
  mine: `(${responsible} IN (:...own))`,
  overdue: `(${responsible} IN (:...own) AND ${due} < :now AND COALESCE(${last}, ${due}) < :now)`,
  soon: `(${responsible} IN (:...own) AND COALESCE(${last}, ${due}) >= :now AND ${due} <= :horizon)`,
  waiting: `(${responsible} IS NULL OR ${responsible} NOT IN (:...own))`,
});

/** @throws Refusal for a word that is none of ours. */
export function readShow(text: string): WorklistShow {
  if (text === 'mine' || text === 'overdue' || text === 'soon' || text === 'waiting') return text;
  throw new Refusal('bad-request', 'show must be mine, overdue, soon or waiting.');
}

const routesOf = (place: Place): string[] => [
  ...new Set(routes.filter((route) => takesPart(place, route)).map(({ id }) => id as string)),
];

/** Whether somebody with this place has a part in cases of a route. */
export const takesPart = (place: Pick<Place, 'parties' | 'routes'>, route: Route): boolean =>
  reaches(place, route.id) && place.parties.some((party) => partiesOf(route).has(party));

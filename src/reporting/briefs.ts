// What an executive reads before deciding about an escalation: the promise against the fact, how it came to this, and
// what each decision leads to. They see of the linked cases only the dates that their own organisation missed.

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { findRoute, routeFor } from '../../workflows';
import { workingDaysBetween, type PlainDate } from '../../workflows/calendar';
import {
  isOutcome,
  isWorking,
  parties,
  partyDefinition,
  transitionsOf,
  type PartyDefinition,
  type PartyId,
} from '../../workflows/kit';
import { ruleOf } from '../../workflows/law';
import { ReadLog } from '../access';
import { CaseLists, Cases, type CaseView, type DeadlineView, type Place, type Who } from '../engine';
import { Case, Deadline, Link } from '../engine/entities';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Vault } from '../vault';

/** One date that was missed. */
export interface MissedDate {
  ref: string;
  routeTitle: string;
  what: string;
  owedBy: string;
  due: PlainDate;
  basis: string;
  /** The day it was done after all. */
  doneOn?: PlainDate;
  /** From the date to the day it was done, or to today. */
  workingDaysLate: number;
}

export interface Brief {
  view: CaseView;
  /** The date for the decision itself: before it there may be one for the acknowledgement. Absent once decided. */
  decide?: DeadlineView;
  /** What was promised, in the words of the promise where there are any. */
  promises: (MissedDate & { words?: string })[];
  /** Every date that the organisation missed on the way here, oldest first. */
  chain: MissedDate[];
  decisions: { type: string; title: string; follows: string }[];
}

const ladders = new Set(
  Object.values(parties).flatMap((party: PartyDefinition) => (party.ladder ? [party.ladder] : [])),
);

/** Whether these parts are ever asked to decide an escalation. */
export const decidesEscalations = (held: PartyId[]): boolean =>
  [...ladders].some((id) =>
    Object.values(routeFor(id)?.stages ?? {}).some(
      (stage) => isWorking(stage) && held.includes(stage.responsible),
    ),
  );

/** An escalation, read by somebody of the organisation whose executive must decide it. */
export const mayReadBrief = ({ route, parts }: Pick<CaseView, 'route' | 'parts'>): boolean =>
  (ladders as ReadonlySet<string>).has(route) &&
  parts.some((party) => partyDefinition(party).body !== 'family');

/** More than ten is not a list to decide from. */
const MOST_CARDS = 10;

const byDate = (a: Brief, b: Brief): number => {
  const due = ({ decide, view }: Brief) => decide?.dueAt ?? view.turn?.dueAt ?? '9';
  return due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0;
};

@Injectable()
export class Briefs {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly lists: CaseLists,
    private readonly reads: ReadLog,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Escalations that wait for this reader's decision, the most pressing first, and how many more there are. */
  async cards(who: Who & { kind: 'person' }, places: Place[]): Promise<{ cards: Brief[]; more: number }> {
    const mine = new Set(places.flatMap(({ parties: each }) => each));
    const waiting: string[] = [];
    for (const route of ladders) {
      const { items } = await this.lists.worklist({ route, limit: 100 }, who, places);
      waiting.push(...items.filter(({ responsible }) => mine.has(responsible)).map(({ ref }) => ref));
    }
    const cards = await Promise.all(waiting.slice(0, MOST_CARDS).map((ref) => this.read(ref, who)));
    return { cards: cards.sort(byDate), more: waiting.length - cards.length };
  }

  /** @throws Refusal as for a case that does not exist, where the reader is not on the executive's side. */
  async read(ref: string, who: Who): Promise<Brief> {
    const view = await this.cases.view(ref, who, 'brief');
    if (!mayReadBrief(view))
      throw new Refusal('not-found', 'There is no such brief, or it is not yours to see.');
    const own = await this.db.read.findOneByOrFail(Case, { ref: view.ref });
    const before = await this.leadingTo(own);
    if (who.kind === 'person')
      for (const each of before) await this.reads.record(each.id, who.personId, partOf(view), 'brief');
    const { body } = partyDefinition(partOf(view));
    const all = [...before, own];
    const rows = await this.db.read.find(Deadline, {
      where: { caseId: In(all.map(({ id }) => id)), status: In(['missed', 'met-late']) },
      order: { due: 'ASC', key: 'ASC' },
    });
    const missed = rows.filter(({ owedBy }) => partyDefinition(owedBy).body === body);
    const caseOf = (row: Deadline) => all.find(({ id }) => id === row.caseId) as Case;
    const facts = view.facts as { due: string; owedBy: string; duty: string };
    const promised = missed.filter(
      (row) =>
        row.caseId !== own.id &&
        row.due === facts.due &&
        row.owedBy === facts.owedBy &&
        ruleOf(row.rule).title === facts.duty,
    );
    const decide = view.deadlines.find(
      ({ rule, status }) => rule === 'executive.decide' && (status === 'open' || status === 'missed'),
    );
    return {
      view,
      ...(decide ? { decide } : {}),
      promises: await Promise.all(
        promised.map(async (row) => {
          const words = await this.wordsOf(caseOf(row), row.point);
          return { ...this.dateOf(row, caseOf(row), view), ...(words ? { words } : {}) };
        }),
      ),
      chain: missed.map((row) => this.dateOf(row, caseOf(row), view)),
      decisions: decisionsOf(view),
    };
  }

  /** The case that was escalated and those it came from, nearest first. */
  private async leadingTo(own: Case): Promise<Case[]> {
    const found = new Map<string, Case>();
    for (let next = [own.id]; next.length > 0;) {
      const links = await this.db.read.findBy(Link, { toCase: In(next) });
      next = links.map(({ fromCase }) => fromCase).filter((id) => id !== own.id && !found.has(id));
      if (next.length === 0) break;
      for (const each of await this.db.read.findBy(Case, { id: In(next) })) found.set(each.id, each);
    }
    return [...found.values()];
  }

  /** Only the words of the point that was missed are unsealed. */
  private async wordsOf(found: Case, point: string | null): Promise<string | undefined> {
    const points = (found.context.facts as { points?: { key?: string; what?: string }[] }).points;
    const what = Array.isArray(points) ? points.find(({ key }) => key === point)?.what : undefined;
    return what === undefined ? undefined : (await this.vault.reveal(this.db.read, { what })).what;
  }

  private dateOf(row: Deadline, found: Case, view: CaseView): MissedDate {
    const { body, name } = partyDefinition(row.owedBy);
    return {
      ref: found.ref,
      routeTitle: findRoute(found.route, found.routeVersion)?.title ?? found.route,
      what: row.pointTitle ?? ruleOf(row.rule).title,
      owedBy: view.parties[body]?.name ?? name,
      due: row.due,
      basis: row.explained.basis,
      ...(row.metOn === null ? {} : { doneOn: row.metOn }),
      workingDaysLate: workingDaysBetween(row.due, row.metOn ?? this.clock.today()),
    };
  }
}

/** The part that makes the reader one of the executive's side. */
const partOf = ({ parts }: CaseView): PartyId =>
  parts.find((party) => partyDefinition(party).body !== 'family') as PartyId;

/** What the reader can do now, and the stage or outcome each leads to, in the words of the route. */
function decisionsOf({
  route: id,
  routeVersion,
  stage: { id: current },
  events,
}: CaseView): Brief['decisions'] {
  const route = findRoute(id, routeVersion);
  const stage = route?.stages[current];
  if (!route || !stage || !isWorking(stage)) return [];
  const decisions = events.map(({ type, title }) => {
    const next = transitionsOf(stage.on[type] ?? route.throughout.on[type]).flatMap(({ to }) =>
      to === undefined || to === current ? [] : [route.stages[to]],
    );
    const follows = next.map((each) => {
      if (!each || !('title' in each)) return '';
      if (isOutcome(each)) return `${each.title}, and it ends here. The family reads: “${each.outcome}”`;
      return isWorking(each)
        ? `${each.title}. Then ${partyDefinition(each.responsible).name} ${each.duty}.`
        : '';
    });
    return { type, title, follows: follows.join(' ') };
  });
  // What moves the case comes first.
  return decisions
    .sort((a, b) => Number(a.follows === '') - Number(b.follows === ''))
    .map((each) => ({ ...each, follows: each.follows || STAYS }));
}

const STAYS = 'It stays where it is, and the date for the decision does not move.';

// What would follow from an event before it is sent: the machine and the calendar are asked themselves, nothing is stored.

import { Injectable } from '@nestjs/common';
import { routeFor } from '../../workflows';
import { workingDaysBetween, type PlainDate } from '../../workflows/calendar';
import {
  isOutcome,
  isWorking,
  runningClocks,
  start,
  step,
  type CaseState,
  type Effect,
  type PartyId,
  type Route,
  type RouteEvent,
  type RouteId,
  type RunningClock,
} from '../../workflows/kit';
import { explainUntyped, ruleOf } from '../../workflows/law';
import type { Part } from '../access';
import { Organisations, type Organisation } from '../organisations';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { Vault } from '../vault';
import { routeOf } from './case-route';
import { Cases } from './cases';
import { checkedEvent, unknownRoute } from './check';
import { deadlineChanges } from './deadline-changes';
import { Case, Deadline } from './entities';
import { namesIn, partsIn } from './view';
import type { DeadlineStatus, DeadlineView, SendEvent, Who } from './types';

/** A date that would start to run. */
export type DateAhead = Omit<DeadlineView, 'id' | 'status' | 'metOn'>;

/** A case as it would stand. */
export interface Following {
  /** Absent where the case would be opened. */
  ref?: string;
  route: RouteId;
  routeTitle: string;
  stage: { id: string; title: string };
  turn?: { responsible: PartyId; responsibleName: string; duty: string };
  outcome?: { title: string; meaning: string };
  starts: DateAhead[];
  ends: { title: string; pointTitle?: string; owedByName: string; due: PlainDate; status: DeadlineStatus }[];
}

export interface Preview {
  case: Following;
  /** Linked cases that would be opened. */
  opens: Following[];
  /** Linked cases that would be told, as far as the reader takes part in them. */
  tells: Following[];
}

interface Known {
  found: Case;
  route: Route;
  rows: Deadline[];
}

interface Surroundings {
  own: Known;
  /** The other open cases of the dispute, whoever sees them. */
  others: Known[];
  /** Undefined where the service itself asks. */
  parts: Part[] | undefined;
  organisations: Map<string, Organisation>;
  /** What the organisations set themselves: their own periods, a school's terms. */
  settings: Awaited<ReturnType<Organisations['settingsOf']>>;
  today: PlainDate;
}

/** Linked cases open linked cases: deeper than this none does. */
const DEEPEST = 4;

@Injectable()
export class Previews {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly organisations: Organisations,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal as for sending the event. */
  async preview(ref: string, sent: SendEvent, who: Who): Promise<Preview> {
    return this.vault.reveal(this.db.read, (await this.of(ref, who)).follow(sent));
  }

  /** The case as it stands, read once: any number of events can then be tried on it. */
  async of(ref: string, who: Who): Promise<Situation> {
    const { found, route, dispute, parts } = await this.cases.readable(ref, who, 'preview');
    // What would follow depends on cases that the sender may not see; of them, nothing is shown.
    const others = (await this.db.readBeyond.findBy(Case, { disputeId: dispute.id, over: false })).filter(
      ({ id }) => id !== found.id,
    );
    const known = async (each: Case): Promise<Known> => ({
      found: each,
      route: each.id === found.id ? route : routeOf(each),
      rows: await this.db.readBeyond.findBy(Deadline, { caseId: each.id }),
    });
    return new Situation({
      own: await known(found),
      others: await Promise.all(others.map(known)),
      parts: who.kind === 'person' ? parts : undefined,
      organisations: await this.cases.organisationsOf(dispute),
      settings: await this.organisations.settingsOf(this.db.read, Object.values(dispute.organisations)),
      today: this.clock.today(),
    });
  }
}

export class Situation {
  constructor(private readonly around: Surroundings) {}

  /** @throws Refusal as for sending the event. */
  follow(sent: SendEvent): Preview {
    const { own, others, parts, today } = this.around;
    const state = stateOf(own);
    const event = checkedEvent(own.route, state, sent, parts, today);
    const next = step(own.route, state, event);
    if (!next)
      return { case: this.following(own.route, state, this.changes(own, state), own), opens: [], tells: [] };
    const opens: Following[] = [];
    const tells: Following[] = [];
    const begun: RouteId[] = [];
    // What the sender's own act opens is theirs to see beforehand; of cases that are there already, only their own.
    const carryOut = (effects: Effect[], shown: boolean, depth: number) => {
      if (depth > DEEPEST) return;
      for (const effect of effects) {
        if (effect.kind === 'open') {
          const there =
            others.some(({ route: { id } }) => id === effect.route) || begun.includes(effect.route);
          if (effect.once && there) continue;
          for (const facts of effect.facts) {
            const route = pinned(effect.route, facts, today);
            const first = start(route, facts, today);
            begun.push(route.id);
            if (shown)
              opens.push(this.following(route, first.state, this.changes(undefined, first.state, route)));
            carryOut(first.effects, shown, depth + 1);
          }
        } else {
          for (const each of others.filter(({ route: { id } }) => id === effect.route)) {
            const told = { type: effect.event, on: effect.on, data: effect.data };
            const then = step(each.route, stateOf(each), told);
            if (!then) continue;
            const seen = shown && (parts === undefined || partsIn(each.route, parts).length > 0);
            const changes = this.changes(each, then.state, each.route, told);
            if (seen) tells.push(this.following(each.route, then.state, changes, each));
            carryOut(then.effects, seen, depth + 1);
          }
        }
      }
    };
    carryOut(next.effects, true, 1);
    return {
      case: this.following(own.route, next.state, this.changes(own, next.state, own.route, event), own),
      opens,
      tells,
    };
  }

  private changes(
    known: Known | undefined,
    after: CaseState,
    route = (known as Known).route,
    event?: RouteEvent,
  ) {
    const before = known ? runningClocks(known.route, stateOf(known)).map(({ key }) => key) : [];
    return deadlineChanges(known?.rows ?? [], new Set(before), runningClocks(route, after), event);
  }

  private following(
    route: Route,
    state: CaseState,
    { open, closed }: ReturnType<Situation['changes']>,
    known?: Known,
  ): Following {
    const stage = route.stages[state.stage] ?? {};
    const nameOf = namesIn(this.around.organisations);
    return {
      ...(known ? { ref: known.found.ref } : {}),
      route: route.id,
      routeTitle: route.title,
      stage: { id: state.stage, title: 'title' in stage ? (stage.title as string) : state.stage },
      ...(isWorking(stage)
        ? {
            turn: {
              responsible: stage.responsible,
              responsibleName: nameOf(stage.responsible),
              duty: stage.duty,
            },
          }
        : {}),
      ...(isOutcome(stage) ? { outcome: { title: stage.title, meaning: stage.outcome } } : {}),
      starts: open
        .map(({ clock }) => this.dateOf(clock))
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0)),
      ends: closed.map(({ row, status }) => ({
        title: ruleOf(row.rule).title,
        ...(row.pointTitle === null ? {} : { pointTitle: row.pointTitle }),
        owedByName: nameOf(row.owedBy),
        due: row.due,
        status,
      })),
    };
  }

  private dateOf({
    rule,
    point,
    pointTitle,
    inputs,
    owedBy,
    familyRight,
    ifMissed,
  }: RunningClock): DateAhead {
    const { settings, today, organisations } = this.around;
    const working = explainUntyped(rule, inputs, { settings });
    return {
      rule,
      title: ruleOf(rule).title,
      ...(point === undefined ? {} : { point }),
      ...(pointTitle === undefined ? {} : { pointTitle }),
      owedBy,
      owedByName: namesIn(organisations)(owedBy),
      due: working.due,
      dueAt: working.dueAt,
      kind: working.kind,
      basis: working.basis,
      familyRight,
      ifMissed,
      workingDaysLeft: workingDaysBetween(today, working.due),
      working,
    };
  }
}

const stateOf = ({ found: { stage, context } }: Known): CaseState => ({ stage, context });

/** The version of a route that a case opened with these facts would be on. */
function pinned(id: RouteId, facts: Record<string, unknown>, today: PlainDate): Route {
  const newest = routeFor(id);
  const route = newest && routeFor(id, newest.decidedOn(facts) ?? today);
  if (!route) throw unknownRoute(id);
  return route;
}

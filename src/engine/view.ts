// A case as its reader sees it: whose turn, what, by when, what if not, and what the reader may do now.

import { z } from 'zod';
import { workingDaysBetween, type PlainDate } from '../../workflows/calendar';
import {
  isOutcome,
  isWorking,
  partyDefinition,
  possibleEvents,
  runningClocks,
  stepsAhead,
  type PartyId,
  type Route,
} from '../../workflows/kit';
import { ruleOf } from '../../workflows/law';
import { reaches, type Dispute, type Part, type Scope } from '../access';
import type { Organisation } from '../organisations';
import type { Case, Deadline } from './entities';
import type { AheadView, CaseView, DeadlineView, EventView, LinkView, TurnView } from './types';

export interface ViewOf {
  found: Case;
  route: Route;
  deadlines: Deadline[];
  parts: Part[];
  organisations: Map<string, Organisation>;
  links: LinkView[];
  today: PlainDate;
}

const schemas = new WeakMap<z.ZodType, Record<string, unknown>>();

export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  let json = schemas.get(schema);
  if (!json) {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<
      string,
      unknown
    >;
    schemas.set(schema, (json = rest));
  }
  return json;
}

/** The parties that have a part in a route at all: nobody else's organisation sees its cases. It is always the family's. */
const partiesOfRoute = new WeakMap<Route, Set<PartyId>>();
export function partiesOf(route: Route): Set<PartyId> {
  let parties = partiesOfRoute.get(route);
  if (!parties) {
    parties = new Set<PartyId>([
      'parent or young person',
      ...Object.values(route.events).flatMap(({ by }) => by),
    ]);
    for (const stage of Object.values(route.stages)) if (isWorking(stage)) parties.add(stage.responsible);
    partiesOfRoute.set(route, parties);
  }
  return parties;
}

export const partsIn = (route: Route, parts: Part[]): Part[] =>
  parts.filter((part) => partiesOf(route).has(part.party) && reaches(part, route.id));

/** Events that give up a right: a representative needs the family itself for them. */
const givesUp = (route: Route, type: string): boolean => route.events[type]?.interruption !== undefined;

export const maySend = (route: Route, type: string, parts: Part[]): Part | undefined =>
  parts.find(
    ({ party, scope }) =>
      route.events[type]?.by.includes(party) === true &&
      (scope === 'full' || (scope === 'representative' && !givesUp(route, type))),
  );

/** What a case was opened with is the family's to put right. */
export const mayCorrect = (parts: Part[]): boolean =>
  parts.some(
    ({ party, scope }) =>
      party === 'parent or young person' && (scope === 'full' || scope === 'representative'),
  );

const widest = (parts: Part[]): Scope =>
  (['full', 'representative'] as const).find((scope) => parts.some((part) => part.scope === scope)) ?? 'read';

/** The organisations that take part, by body. */
export const placed = (dispute: Dispute, known: Map<string, Organisation>): Map<string, Organisation> =>
  new Map(
    Object.entries(dispute.organisations).flatMap(([body, id]) => {
      const organisation = known.get(id);
      return organisation ? [[body, organisation] as const] : [];
    }),
  );

export const namesIn =
  (organisations: Map<string, Organisation>) =>
  (party: PartyId): string =>
    organisations.get(partyDefinition(party).body)?.name ?? partyDefinition(party).name;

/** What usually follows, counted from the day on which the present turn ends at the latest. */
export function aheadOf(
  { stage, context }: Case,
  route: Route,
  organisations: Map<string, Organisation>,
  turn: TurnView | undefined,
  today: PlainDate,
): AheadView[] {
  const from = turn?.due === undefined || turn.due > today ? turn?.due : today;
  return stepsAhead(route, { stage, context }, from).map((step) => ({
    ...step,
    ...(step.responsible ? { responsibleName: namesIn(organisations)(step.responsible) } : {}),
  }));
}

export function viewOf({ found, route, deadlines, parts, organisations, links, today }: ViewOf): CaseView {
  const stage = route.stages[found.stage];
  const state = { stage: found.stage, context: found.context };
  const nameOf = namesIn(organisations);
  const views = deadlines.map((row) => deadlineView(row, nameOf, today));
  const running = new Set(runningClocks(route, state).map(({ key }) => key));
  const live = deadlines.filter(
    ({ key, status }) => running.has(key) && (status === 'open' || status === 'missed'),
  );
  const events: EventView[] = possibleEvents(route, state)
    .filter((type) => maySend(route, type, parts))
    .map((type) => {
      const { title, by, when, interruption, data } = route.events[type] as Route['events'][string];
      return {
        type,
        title,
        by,
        ...(when ? { when } : {}),
        ...(interruption ? { interruption } : {}),
        data: jsonSchemaOf(data),
      };
    });
  return {
    ref: found.ref,
    route: found.route,
    routeTitle: route.title,
    routeVersion: found.routeVersion,
    version: found.version,
    stage: { id: found.stage, title: stage && 'title' in stage ? stage.title : found.stage },
    ...(stage && isWorking(stage)
      ? {
          turn: turnOf(
            stage,
            nameOf,
            views.filter(({ id }) => live.some((row) => row.id === id)),
          ),
        }
      : {}),
    deadlines: views,
    events,
    links,
    ...(stage && isOutcome(stage) ? { outcome: { title: stage.title, meaning: stage.outcome } } : {}),
    facts: found.context.facts as Record<string, unknown>,
    mayCorrect: mayCorrect(parts),
    parties: Object.fromEntries([...organisations].map(([body, { id, name }]) => [body, { id, name }])),
    parts: [...new Set(parts.map(({ party }) => party))],
    scope: widest(parts),
    openedAt: found.openedAt,
  };
}

function turnOf(
  stage: { responsible: PartyId; duty: string; law: readonly string[]; noDeadline?: string },
  nameOf: (party: PartyId) => string,
  live: DeadlineView[],
): TurnView {
  const own = live.filter(({ owedBy }) => owedBy === stage.responsible).sort(soonest)[0];
  return {
    responsible: stage.responsible,
    responsibleName: nameOf(stage.responsible),
    duty: stage.duty,
    law: stage.law,
    ...(own
      ? { due: own.due, dueAt: own.dueAt, workingDaysLeft: own.workingDaysLeft, ifMissed: own.ifMissed }
      : { noDeadline: stage.noDeadline ?? 'No date runs at this stage.' }),
  };
}

const soonest = (a: { dueAt: string }, b: { dueAt: string }): number =>
  a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0;

function deadlineView(row: Deadline, nameOf: (party: PartyId) => string, today: PlainDate): DeadlineView {
  return {
    id: row.id,
    rule: row.rule,
    title: ruleOf(row.rule).title,
    ...(row.point === null ? {} : { point: row.point }),
    ...(row.pointTitle === null ? {} : { pointTitle: row.pointTitle }),
    owedBy: row.owedBy,
    owedByName: nameOf(row.owedBy),
    status: row.status,
    due: row.due,
    dueAt: row.dueAt,
    kind: row.explained.kind,
    basis: row.explained.basis,
    familyRight: row.familyRight,
    ifMissed: row.ifMissed,
    workingDaysLeft: workingDaysBetween(today, row.due),
    ...(row.metOn === null ? {} : { metOn: row.metOn }),
    working: row.explained,
  };
}

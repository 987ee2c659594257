// The shapes of the route language: what a stage, an event and a deadline must state.

import type { z } from 'zod';
import type { AnyStateMachine } from 'xstate';
import type { PlainDate } from '../calendar';
import type { RuleId, RuleInputs } from '../law';
import type { PartyId } from './parties';
import type { RouteId } from './route-ids';

/** Something that happened in a case: what was said, and the legal day on which it happened. */
export interface Occurrence<D = unknown> {
  on: PlainDate;
  data: D;
}

/** An event as the machine receives it. `data.point` names the item where a deadline runs per item. */
export interface RouteEvent<T extends string = string, D = unknown> extends Occurrence<D> {
  type: T;
}

export type MissedType = `missed.${RuleId}`;

export type EventsVocabulary = Record<string, EventDefinition<any>>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What a machine remembers: the facts the case was opened with, and everything that happened, by event. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface CaseContext<F = any, E extends EventsVocabulary = EventsVocabulary> {
  facts: F;
  opened: PlainDate;
  happened: { [K in keyof E]?: Occurrence<z.infer<E[K]['data']>>[] };
  missed: { [R in RuleId]?: Occurrence<{ point?: string }>[] };
}

export type PaperKind = 'certificate' | 'agreement' | 'acknowledgement' | 'reply';

export interface EventDefinition<D extends z.ZodObject = z.ZodObject, C = CaseContext> {
  /** What a person does: "Tell the mediation adviser what you want". Used on buttons and as a heading. */
  title: string;
  /** What the history says afterwards: "The mediation adviser was told". */
  past: string;
  /** The question about the day it happened, where that is not simply today. */
  when?: string;
  by: readonly PartyId[];
  data: D;
  /** Shown before sending where the act cannot be undone or gives something up. */
  interruption?: string;
  /** The formal paper this act is, when an organisation does it: it can be had as a document of the case. */
  paper?: PaperKind;
  /**
   * Whether it binds its organisation as a formal answer does: an organisation may want two people for it. Left out, a
   * reply does. False for what somebody decides who answers for it alone.
   */
  binding?: boolean;
  /** Legal sense: what is wrong with this event in this case, in plain English; nothing when it is in order. */
  check?: (c: C, event: Occurrence<z.infer<D>>) => string | undefined;
}

export interface Transition<S extends string, G extends string> {
  /** The next stage; left out, the case stays where it is. */
  to?: S;
  when?: G;
}

/** A stage name, `stay`, one guarded transition, or several of which the first that applies is taken. */
export type Target<S extends string, G extends string> =
  S | 'stay' | Transition<S, G> | readonly Transition<S, G>[];

interface DeadlineCommon<C, E extends EventsVocabulary> {
  /** The event, or any one of the events, that meets it. */
  metBy: Extract<keyof E, string> | readonly Extract<keyof E, string>[];
  /** Who owes it, where that is not the stage's responsible party. */
  owedBy?: PartyId;
  /** The family loses something when it lapses: they get at least two reminders before it does. */
  familyRight?: true;
  /** What follows if it is missed, in plain English, for the turn panel. */
  ifMissed: string;
  /** Why a miss does not climb the ladder of the party that owes it, where it does not. */
  noEscalation?: string;
  /** Further condition for the clock to run. */
  while?: (c: C) => boolean;
}

export type SingleDeadline<C, E extends EventsVocabulary> = {
  [R in RuleId]: DeadlineCommon<C, E> & {
    rule: R;
    /** The dates the rule counts from; nothing while the clock has not started. */
    inputs: (c: C) => RuleInputs<R> | undefined;
  };
}[RuleId];

/** One item of a stage that has several clocks of the same kind, e.g. a point of an agreement. */
export interface DeadlineItem {
  key: string;
  title: string;
  rule: RuleId;
  inputs: Record<string, PlainDate>;
  owedBy?: PartyId;
}

export type ItemisedDeadline<C, E extends EventsVocabulary> = DeadlineCommon<C, E> & {
  /** Every rule an item can have: the doctor wants a miss handled for each. */
  rules: readonly RuleId[];
  each: (c: C) => DeadlineItem[];
};

export type DeadlineSpec<C, E extends EventsVocabulary> = SingleDeadline<C, E> | ItemisedDeadline<C, E>;

/** Opens a linked dispute when a stage is entered. */
export interface Opening<C> {
  route: RouteId;
  when?: (c: C) => boolean;
  /** Not where the dispute already has a case of that route that is not over. */
  once?: true;
  /** Facts for the new case, in the shape its route asks for. A list opens one case each. */
  facts: (c: C) => Record<string, unknown> | Record<string, unknown>[];
}

/** Sends an event to a linked case of another route when a stage is entered. */
export interface Telling<C> {
  route: RouteId;
  event: string;
  when?: (c: C) => boolean;
  on: (c: C) => PlainDate;
  data: (c: C) => Record<string, unknown>;
}

export interface WorkingStage<C, E extends EventsVocabulary, S extends string, G extends string> {
  title: string;
  responsible: PartyId;
  /** What the responsible party must do, as a sentence that follows its name: "must arrange the mediation". */
  duty: string;
  law: readonly string[];
  deadlines?: readonly DeadlineSpec<C, E>[];
  /** Why no date runs here; required where `deadlines` is left out. */
  noDeadline?: string;
  on: { [K in Extract<keyof E, string> | MissedType]?: Target<S, G> };
  opens?: readonly Opening<C>[];
  tells?: readonly Telling<C>[];
}

/** A stage nobody rests in: the first transition that applies is taken at once. */
export interface ChoiceStage<S extends string, G extends string> {
  choose: Transition<S, G>[];
}

/** How a case ended. */
export interface OutcomeStage<C> {
  title: string;
  /** What it means and what the family can still do. */
  outcome: string;
  law?: readonly string[];
  opens?: readonly Opening<C>[];
  tells?: readonly Telling<C>[];
}

export type Stage<C, E extends EventsVocabulary, S extends string, G extends string> =
  WorkingStage<C, E, S, G> | ChoiceStage<S, G> | OutcomeStage<C>;

export interface RouteSpec<C, E extends EventsVocabulary, S extends string, G extends string> {
  id: RouteId;
  /** The law this text of the route follows: cases whose decision date falls in it are pinned to it. */
  effective: { from: PlainDate; to?: PlainDate };
  /** A proposed law: only `simulate` uses it. */
  proposed?: true;
  title: string;
  /** What the route is for and what it can and cannot change, in plain English. */
  summary: string;
  law: readonly string[];
  /** The fact that pins a case to a version, e.g. the day the notice was sent; left out, the day it was opened. */
  decidedOn?: (facts: C extends CaseContext<infer F> ? F : never) => PlainDate | undefined;
  initial: NoInfer<S>;
  stages: Record<S, Stage<C, E, NoInfer<S>, G>>;
  /** Clocks and events that hold in every stage that is not an outcome. */
  throughout?: {
    deadlines?: readonly DeadlineSpec<C, E>[];
    on?: { [K in Extract<keyof E, string> | MissedType]?: Target<NoInfer<S>, G> };
  };
}

/** A route as the engine, the pages and the doctor use it: types erased, machine built. */
export interface Route {
  id: RouteId;
  /** Equal to `effective.from`: what a case is pinned to. */
  version: PlainDate;
  effective: { from: PlainDate; to?: PlainDate };
  proposed: boolean;
  title: string;
  summary: string;
  law: readonly string[];
  facts: z.ZodObject;
  events: EventsVocabulary;
  guards: Record<string, (c: CaseContext) => boolean>;
  initial: string;
  stages: Record<string, Stage<CaseContext, EventsVocabulary, string, string>>;
  throughout: {
    deadlines: readonly DeadlineSpec<CaseContext, EventsVocabulary>[];
    on: Record<string, Target<string, string>>;
  };
  decidedOn: (facts: unknown) => PlainDate | undefined;
  machine: AnyStateMachine;
}

export const isOutcome = (stage: object): stage is OutcomeStage<CaseContext> => 'outcome' in stage;
export const isChoice = (stage: object): stage is ChoiceStage<string, string> => 'choose' in stage;
export const isWorking = (
  stage: object,
): stage is WorkingStage<CaseContext, EventsVocabulary, string, string> => 'responsible' in stage;
export const isItemised = (
  deadline: DeadlineSpec<CaseContext, EventsVocabulary>,
): deadline is ItemisedDeadline<CaseContext, EventsVocabulary> => 'each' in deadline;

/** The rules a deadline can run under. */
export const rulesOf = (deadline: DeadlineSpec<CaseContext, EventsVocabulary>): readonly RuleId[] =>
  isItemised(deadline) ? deadline.rules : [deadline.rule];

/** The transitions of a target, first choice first. */
export function transitionsOf(
  target: Target<string, string> | undefined,
): readonly Transition<string, string>[] {
  if (target === undefined) return [];
  if (target === 'stay') return [{}];
  if (typeof target === 'string') return [{ to: target }];
  return 'length' in target ? target : [target];
}

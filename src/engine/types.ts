// What the engine tells the rest of the house about a case. The API serves these shapes as they are.

import type { ExplainedDeadline, PlainDate } from '../../workflows/calendar';
import type { Body, PartyId, RouteId } from '../../workflows/kit';
import type { Scope } from '../access';

/** Who acts: a person, or the service itself. What a person may do is read from the database at each act. */
export type Who =
  { kind: 'person'; personId: string } | { kind: 'system'; name: 'clock' | 'link' | 'operator' };

export interface OpenCase {
  route: string;
  facts: Record<string, unknown>;
  /** The organisation that takes part for each body, by id, e.g. `{council: '…', icb: '…'}`. */
  parties?: Partial<Record<Body, string>>;
  /** The part the opener takes in the case; a family lodging its own case leaves it out. */
  as?: PartyId;
  /** The person who is the family, where the service opens a case for them. */
  familyId?: string;
  /** The id of the dispute, where something was sealed for it before it was opened. */
  disputeId?: string;
  idempotencyKey?: string;
}

export interface SendEvent {
  type: string;
  data: Record<string, unknown>;
  /** The legal day on which it happened; today where left out. Never in the future. */
  occurredOn?: PlainDate;
  /** The version the sender saw; a stale one is refused. */
  expectedVersion?: number;
  idempotencyKey?: string;
}

/** Facts put right: only those named change. */
export interface Correction {
  facts: Record<string, unknown>;
  /** Why, in the family's words. */
  reason: string;
  expectedVersion?: number;
}

export type DeadlineStatus = 'open' | 'met' | 'met-late' | 'missed' | 'superseded';

export interface DeadlineView {
  id: string;
  rule: string;
  title: string;
  /** The item it is for, where a stage has several, e.g. a point of an agreement. */
  point?: string;
  pointTitle?: string;
  owedBy: PartyId;
  owedByName: string;
  status: DeadlineStatus;
  due: PlainDate;
  dueAt: string;
  kind: ExplainedDeadline['kind'];
  basis: string;
  familyRight: boolean;
  ifMissed: string;
  /** Working days from today to `due`; negative when it has passed. */
  workingDaysLeft: number;
  metOn?: PlainDate;
  working: ExplainedDeadline;
}

export interface EventView {
  type: string;
  title: string;
  by: readonly PartyId[];
  when?: string;
  interruption?: string;
  /** JSON Schema of `data`, with the labels, hints and controls of each question. */
  data: Record<string, unknown>;
}

export interface TurnView {
  responsible: PartyId;
  responsibleName: string;
  duty: string;
  due?: PlainDate;
  dueAt?: string;
  workingDaysLeft?: number;
  ifMissed?: string;
  /** Why there is no date. */
  noDeadline?: string;
  law: readonly string[];
}

/** A step that usually follows, and its last day if everybody takes all the time there is. */
export interface AheadView {
  /** Several where a Tribunal or an Ombudsman decides. */
  titles: string[];
  responsible?: PartyId;
  responsibleName?: string;
  due?: PlainDate;
}

export interface LinkView {
  ref: string;
  route: RouteId;
  title: string;
  stage: string;
  /** Whether the linked case came from this one or this one from it. */
  direction: 'opened' | 'opened-by';
}

export interface CaseView {
  ref: string;
  route: RouteId;
  routeTitle: string;
  routeVersion: PlainDate;
  version: number;
  stage: { id: string; title: string };
  /** Absent when the case is over. */
  turn?: TurnView;
  deadlines: DeadlineView[];
  /** What this reader may send now. */
  events: EventView[];
  /** What usually follows; only where one case is looked at. */
  ahead?: AheadView[];
  links: LinkView[];
  outcome?: { title: string; meaning: string };
  facts: Record<string, unknown>;
  /** Whether this reader may put the facts right. */
  mayCorrect: boolean;
  parties: Partial<Record<Body, { id: string; name: string }>>;
  /** The parts the reader has in this case. */
  parts: PartyId[];
  /** How far they go: as the party itself, for it, or only to see. */
  scope: Scope;
  openedAt: string;
}

export interface TimelineEntry {
  seq: number;
  /** When Recourse recorded it, UTC. */
  at: string;
  /** The legal day on which it happened. */
  occurredOn: PlainDate;
  type: string;
  /** A sentence: "The mediation adviser was told about the appeal". */
  title: string;
  /** The part in which it was done; `Recourse` for what the service did by itself. */
  party: string;
  by: string;
  data: Record<string, unknown>;
  /** What it did to the dates of the case. */
  dates: { rule: string; point?: string; status: DeadlineStatus; due: PlainDate }[];
  stage: string;
  hash: string;
}

/** The reader's turn and late, their turn within five working days, or somebody else's turn. */
export type WorklistShow = 'mine' | 'overdue' | 'soon' | 'waiting';

export interface WorklistQuery {
  responsible?: string;
  dueBefore?: PlainDate;
  route?: string;
  show?: WorklistShow;
  /** Only these cases, by reference. */
  only?: string[];
  cursor?: string;
  limit?: number;
}

export interface WorklistItem {
  ref: string;
  route: RouteId;
  routeTitle: string;
  stage: string;
  responsible: PartyId;
  responsibleName: string;
  /** The council in whose area it is, where one takes part. */
  council?: string;
  /** What the stage rests on. */
  law: readonly string[];
  due?: PlainDate;
  dueAt?: string;
  workingDaysLeft?: number;
  /** Under every reading of the date. */
  overdue: boolean;
  /** `due` has passed, and it may be in time all the same until the last reading has. */
  inDoubt?: boolean;
  /** In a person's own list: whether it is their own turn. */
  yours?: boolean;
  /** In a person's own list: the family's next limit, where `due` is another's. */
  ownDue?: PlainDate;
  /** Nobody has to act any more. */
  over?: boolean;
  /** In the list of somebody whom a family asked to help: how far it goes, until when, and who asked. */
  helping?: { scope: 'read' | 'representative'; until?: PlainDate; askedBy?: string };
}

export interface Page<T> {
  items: T[];
  /** Where the next page starts; absent on the last. */
  next?: string;
}

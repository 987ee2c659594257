// Runs a route as a pure function: a state and an event go in; the next state and what it asks for come out.

import { createActor, type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { PlainDate } from '../calendar';
import type { RouteId } from './route-ids';
import { isOutcome, isWorking, transitionsOf, type CaseContext, type Route, type RouteEvent } from './types';

/** All that a machine needs to go on: plain JSON, stored with the case. */
export interface CaseState {
  stage: string;
  context: CaseContext;
}

/** What a step asks of the engine beside the new state: open a linked case, or send an event to one. */
export type Effect =
  | { kind: 'open'; route: RouteId; once: boolean; facts: Record<string, unknown>[] }
  | { kind: 'tell'; route: RouteId; event: string; on: PlainDate; data: Record<string, unknown> };

export interface Step {
  state: CaseState;
  effects: Effect[];
}

/** Opens a case. `facts` must already have passed the route's schema. */
export function start(route: Route, facts: unknown, opened: PlainDate): Step {
  const { scope, actions } = pureScope(route.machine);
  const snapshot = route.machine.getInitialSnapshot(scope, { facts, opened });
  if (snapshot.status === 'error') throw snapshot.error;
  return stepOf(snapshot, actions);
}

/**
 * Takes one event. Nothing comes back where the event is not possible in this stage; the event's data must
 * already have passed its schema.
 */
export function step(route: Route, state: CaseState, event: RouteEvent): Step | undefined {
  const { scope, actions } = pureScope(route.machine);
  const snapshot = { ...snapshotIn(route.machine, state.stage), context: state.context };
  const next = route.machine.transition(snapshot, event, scope);
  // Whatever is possible is recorded, and so makes another snapshot.
  return next === snapshot ? undefined : stepOf(next, actions);
}

const snapshots = new WeakMap<AnyStateMachine, Map<string, AnyMachineSnapshot>>();

/** What a machine is in a stage, whatever it remembers: XState would look up the stage's place anew for each step. */
function snapshotIn(machine: AnyStateMachine, stage: string): AnyMachineSnapshot {
  let known = snapshots.get(machine);
  if (!known) snapshots.set(machine, (known = new Map()));
  let snapshot = known.get(stage);
  if (!snapshot) known.set(stage, (snapshot = machine.resolveState({ value: stage, context: {} })));
  return snapshot;
}

type Action = Parameters<AnyActorScope['actionExecutor']>[0];

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();

/**
 * What XState's own `transition` gives a machine: nothing is carried out, actions are gathered. XState makes it anew for
 * each step, and for that works out the machine's first state each time, which costs more than the step.
 */
function pureScope(machine: AnyStateMachine): { scope: AnyActorScope; actions: Action[] } {
  let scope = scopes.get(machine);
  if (!scope) {
    const self = createActor(machine);
    scope = {
      self,
      system: self.system,
      id: '',
      sessionId: '',
      logger: () => undefined,
      defer: () => undefined,
      stopChild: () => undefined,
      emit: () => undefined,
      actionExecutor: () => undefined,
    };
    scopes.set(machine, scope);
  }
  const actions: Action[] = [];
  scope.actionExecutor = (action) => void actions.push(action);
  return { scope, actions };
}

function stepOf(
  snapshot: { value: unknown; context: unknown },
  actions: { type: string; params?: unknown }[],
): Step {
  const effects = actions
    .filter(({ type, params }) => (type === 'open' || type === 'tell') && params !== undefined)
    .map(({ params }) => params as Effect)
    .filter((effect) => effect.kind === 'tell' || effect.facts.length > 0);
  return {
    state: { stage: snapshot.value as string, context: snapshot.context as CaseContext },
    effects,
  };
}

/** The events a person could send in this stage, whoever may send them; guards are asked as far as they can be. */
export function possibleEvents(route: Route, state: CaseState): string[] {
  const stage = route.stages[state.stage];
  if (stage === undefined || !isWorking(stage)) return [];
  return Object.keys({ ...route.throughout.on, ...stage.on }).filter((type) => type in route.events);
}

export function isOver(route: Route, state: CaseState): boolean {
  const stage = route.stages[state.stage];
  return stage !== undefined && isOutcome(stage);
}

/** Where an event could lead, without regard to guards: for diagrams, the doctor and "what happens next". */
export function targets(route: Route, stageName: string): { type: string; to: string; when?: string }[] {
  const stage = route.stages[stageName];
  if (stage === undefined || isOutcome(stage)) return [];
  if (!isWorking(stage))
    return stage.choose.map(({ to, when }) => ({ type: '', to: to ?? stageName, ...(when && { when }) }));
  return Object.entries({ ...route.throughout.on, ...stage.on }).flatMap(([type, target]) =>
    transitionsOf(target).map(({ to, when }) => ({ type, to: to ?? stageName, ...(when && { when }) })),
  );
}

// A route's own words (facts, events, guards) and the constructor that turns them with its stages into an XState machine.
// Everything is checked against the vocabulary by the compiler: an unknown rule, party, event, guard or stage is an error.

import { assign, createMachine } from 'xstate';
import type { z } from 'zod';
import type { RuleId } from '../law';
import {
  isChoice,
  isOutcome,
  transitionsOf,
  type CaseContext,
  type EventDefinition,
  type EventsVocabulary,
  type Occurrence,
  type Opening,
  type Route,
  type RouteEvent,
  type RouteSpec,
  type Target,
  type Telling,
} from './types';

/** One event of a route; `D` keeps the data of the event typed for guards and deadlines. */
export const event = <D extends z.ZodObject>(definition: EventDefinition<D>): EventDefinition<D> =>
  definition;

export interface Words<F extends z.ZodObject, E extends EventsVocabulary, G extends string> {
  facts: F;
  events: E;
  /** Conditions by name. A guard sees the case with the event that is being sent already in it. */
  guards?: Record<G, (c: CaseContext<z.infer<F>, E>) => boolean>;
}

/** Fixes the words of a route; `defineRoute` of the result accepts no others. */
export function vocabulary<F extends z.ZodObject, E extends EventsVocabulary, G extends string = never>(
  words: Words<F, E, G>,
) {
  type C = CaseContext<z.infer<F>, E>;
  return {
    ...words,
    defineRoute: <S extends string>(spec: RouteSpec<C, E, S, G>): Route => build(words, spec),
  };
}

/** The latest time an event happened in the case. */
export function last<F, E extends EventsVocabulary, K extends keyof E>(
  c: CaseContext<F, E>,
  type: K,
): Occurrence<z.infer<E[K]['data']>> | undefined {
  return c.happened[type]?.at(-1);
}

/** Every time an event happened in the case, first first. */
export function all<F, E extends EventsVocabulary, K extends keyof E>(
  c: CaseContext<F, E>,
  type: K,
): Occurrence<z.infer<E[K]['data']>>[] {
  return c.happened[type] ?? [];
}

/** The context with one more occurrence in it. The only way a machine's memory changes. */
export function record(c: CaseContext, { type, on, data }: RouteEvent): CaseContext {
  if (type.startsWith('missed.')) {
    const rule = type.slice('missed.'.length) as RuleId;
    return { ...c, missed: { ...c.missed, [rule]: [...(c.missed[rule] ?? []), { on, data }] } };
  }
  return { ...c, happened: { ...c.happened, [type]: [...(c.happened[type] ?? []), { on, data }] } };
}

function build<F extends z.ZodObject, E extends EventsVocabulary, S extends string, G extends string>(
  words: Words<F, E, G>,
  spec: RouteSpec<CaseContext<z.infer<F>, E>, E, S, G>,
): Route {
  const guards = (words.guards ?? {}) as unknown as Route['guards'];
  const stages = spec.stages as unknown as Route['stages'];
  const throughout = {
    deadlines: (spec.throughout?.deadlines ?? []) as Route['throughout']['deadlines'],
    on: (spec.throughout?.on ?? {}) as Route['throughout']['on'],
  };
  const decidedOn = spec.decidedOn as ((facts: unknown) => string | undefined) | undefined;
  return {
    id: spec.id,
    version: spec.effective.from,
    effective: spec.effective,
    proposed: spec.proposed ?? false,
    title: spec.title,
    summary: spec.summary,
    law: spec.law,
    facts: words.facts,
    events: words.events,
    guards,
    initial: spec.initial,
    stages,
    throughout,
    decidedOn: (facts) => decidedOn?.(facts),
    machine: machineOf(spec.id, spec.initial, stages, guards, throughout.on),
  };
}

/** What a proposed law would change in a route; everything else stays as it is. */
export interface Revision {
  effective: Route['effective'];
  summary?: string;
  law?: readonly string[];
  /** Events with other words, senders or questions, and guards that look at something else. */
  events?: EventsVocabulary;
  guards?: Record<string, (c: CaseContext) => boolean>;
  stages?: Route['stages'];
}

/** A proposed version of a route. It is never in force: only `simulate` and `routes --diff` use it. */
export function propose(route: Route, revision: Revision): Route {
  const guards = { ...route.guards, ...revision.guards };
  const stages = { ...route.stages, ...revision.stages };
  return {
    ...route,
    version: revision.effective.from,
    effective: revision.effective,
    proposed: true,
    summary: revision.summary ?? route.summary,
    law: revision.law ?? route.law,
    events: { ...route.events, ...revision.events },
    guards,
    stages,
    machine: machineOf(route.id, route.initial, stages, guards, route.throughout.on),
  };
}

function machineOf(
  id: string,
  initial: string,
  stages: Route['stages'],
  guards: Route['guards'],
  throughout: Route['throughout']['on'],
) {
  const transitions = (target: Target<string, string> | undefined) =>
    transitionsOf(target).map(({ to, when }) => ({
      ...(to === undefined ? {} : { target: to }),
      ...(when === undefined ? {} : { guard: when }),
      actions: 'record',
    }));
  const handlers = (on: Record<string, Target<string, string> | undefined>) =>
    Object.fromEntries(Object.entries(on).map(([type, target]) => [type, transitions(target)]));
  const states = Object.fromEntries(
    Object.entries(stages).map(([name, stage]) => {
      if (isChoice(stage)) {
        const always = stage.choose.map(({ to, when }) => ({
          target: to,
          ...(when === undefined ? {} : { guard: `settled ${when}` }),
        }));
        return [name, { always }];
      }
      const entry = [...(stage.opens ?? []).map(openAction), ...(stage.tells ?? []).map(tellAction)];
      if (isOutcome(stage)) return [name, { entry }];
      // Events that hold throughout are written into each stage, so that an outcome accepts nothing.
      return [name, { entry, on: handlers({ ...throughout, ...stage.on }) }];
    }),
  );
  return createMachine(
    {
      id,
      initial,
      context: ({ input }: { input: Pick<CaseContext, 'facts' | 'opened'> }) => ({
        facts: input.facts,
        opened: input.opened,
        happened: {},
        missed: {},
      }),
      states,
    } as Parameters<typeof createMachine>[0],
    {
      actions: {
        record: assign(({ context, event: sent }) =>
          record(context as CaseContext, sent as RouteEvent),
        ) as never,
        open: () => undefined,
        tell: () => undefined,
      },
      // XState asks a transition's guard before the event is recorded, and a choice's guard after it.
      guards: Object.fromEntries(
        Object.entries(guards).flatMap(([name, guard]) => [
          [name, ({ context, event: sent }: GuardArguments) => guard(record(context, sent))],
          [`settled ${name}`, ({ context }: GuardArguments) => guard(context)],
        ]),
      ) as never,
    },
  );
}

interface GuardArguments {
  context: CaseContext;
  event: RouteEvent;
}

const openAction = (opening: Opening<CaseContext>) => ({
  type: 'open',
  params: ({ context }: { context: CaseContext }) => ({
    kind: 'open' as const,
    route: opening.route,
    once: opening.once ?? false,
    facts: opening.when?.(context) === false ? [] : [opening.facts(context)].flat(),
  }),
});

const tellAction = (telling: Telling<CaseContext>) => ({
  type: 'tell',
  params: ({ context }: { context: CaseContext }) =>
    telling.when?.(context) === false
      ? undefined
      : {
          kind: 'tell' as const,
          route: telling.route,
          event: telling.event,
          on: telling.on(context),
          data: telling.data(context),
        },
});

// A history: a case as it went, event by event, with all that a route decides on the way. Replayed on today's machines,
// it must come out as it was recorded.

import { runningClocks, start, step, type CaseState, type Effect, type Route } from '../../workflows/kit';
import { explainUntyped } from '../../workflows/law';
import { deadlineChanges, type Kept } from '../../src/engine/deadline-changes';

export interface Happened {
  type: string;
  on: string;
  data: Record<string, unknown>;
}

/** What the route decided: one line each, so that a difference can be read. */
export type Decided = string[];

export interface History {
  facts: Record<string, unknown>;
  opened: string;
  past: Happened[];
  /** After the opening, and after each event. */
  decided: Decided[];
}

/** One file for each version of a route. */
export interface Recorded {
  route: string;
  version: string;
  histories: History[];
}

export const fileOf = ({ id, version }: { id: string; version: string }): string => `${id}@${version}.json`;

/** Runs it; ends early with a line that says so where an event is not possible. */
export function decidedBy(route: Route, { facts, opened, past }: Omit<History, 'decided'>): Decided[] {
  const begun = start(route, facts, opened);
  const rows: Kept[] = [];
  let state = begun.state;
  const decided = [look(route, rows, new Set(), state, begun.effects)];
  for (const event of past) {
    const before = new Set(runningClocks(route, state).map(({ key }) => key));
    const next = step(route, state, event);
    if (!next) return [...decided, [`not possible: ${event.type} in ${state.stage}`]];
    state = next.state;
    decided.push(look(route, rows, before, state, next.effects, event));
  }
  return decided;
}

function look(
  route: Route,
  rows: Kept[],
  before: ReadonlySet<string>,
  state: CaseState,
  effects: Effect[],
  event?: Happened,
): Decided {
  const { closed, open } = deadlineChanges(rows, before, runningClocks(route, state), event);
  for (const { row, status } of closed) row.status = status;
  const opened = open.map(({ clock, round }): Kept => ({
    key: clock.key,
    round,
    rule: clock.rule,
    point: clock.point ?? null,
    inputs: clock.inputs,
    metBy: [...clock.metBy],
    due: explainUntyped(clock.rule, clock.inputs).due,
    status: 'open',
  }));
  rows.push(...opened);
  return [
    `stage ${state.stage}`,
    ...closed.map(({ row, status }) => `${row.key} ${row.round} ${status}`),
    ...opened.map(({ key, round, due }) => `${key} ${round} due ${due}`),
    ...effects.map((effect) =>
      effect.kind === 'open'
        ? `opens ${effect.facts.length} ${effect.route}`
        : `tells ${effect.route} ${effect.event}`,
    ),
  ];
}

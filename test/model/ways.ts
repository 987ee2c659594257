// A way through a route: what was sent and which dates passed, the transitions taken, and the dates as they then stand.

import { londonDateOf, type PlainDate } from '../../workflows/calendar';
import { runningClocks, start, step, type CaseState, type Effect, type Route } from '../../workflows/kit';
import { explainUntyped } from '../../workflows/law';
import { deadlineChanges, type Kept } from '../../src/engine/deadline-changes';

export interface Sending {
  kind: 'send' | 'miss';
  type: string;
  on: PlainDate;
  data: Record<string, unknown>;
  /** For a miss: the row that passes. */
  key?: string;
  round?: number;
}

export interface Way {
  facts: Record<string, unknown>;
  steps: Sending[];
  /** The transitions it takes, in order. */
  edges: string[];
  state: CaseState;
  rows: Row[];
  today: PlainDate;
}

export interface Row extends Kept {
  lateAfter: string;
  familyRight: boolean;
  opened: PlainDate;
}

export const OPENED: PlainDate = '2026-03-02';

/** A way that has only begun. */
export function open(route: Route, facts: Record<string, unknown>): { way: Way; effects: Effect[] } {
  const { state, effects } = start(route, facts, OPENED);
  const rows = rowsAfter(route, [], undefined, state, OPENED);
  return { way: { facts, steps: [], edges: [], state, rows, today: OPENED }, effects };
}

/** The next dates to pass: those of one instant may be raised in any order. */
export function nextMisses({ rows, today }: Way): Sending[] {
  const running = rows.filter(({ status }) => status === 'open');
  const soonest = running.map(({ lateAfter }) => lateAfter).sort()[0];
  return running
    .filter(({ lateAfter }) => lateAfter === soonest)
    .map((row) => {
      const day = londonDateOf(new Date(Date.parse(row.lateAfter) + 1).toISOString());
      return {
        kind: 'miss',
        type: `missed.${row.rule}`,
        on: day < today ? today : day,
        data: row.point === null ? {} : { point: row.point },
        key: row.key,
        round: row.round,
      };
    });
}

/** The way with one more step; nothing where the route does not allow it. */
export function take(route: Route, way: Way, sending: Sending): { way: Way; effects: Effect[] } | undefined {
  const { type, on, data } = sending;
  const next = step(route, way.state, { type, on, data });
  if (!next) return undefined;
  const rows = rowsAfter(route, way.rows, way.state, next.state, on, { type, on, data });
  return {
    way: {
      facts: way.facts,
      steps: [...way.steps, sending],
      edges: [...way.edges, `${way.state.stage}|${type}|${next.state.stage}`],
      state: next.state,
      rows,
      today: on,
    },
    effects: next.effects,
  };
}

/** The dates as they stand after a step, as the engine keeps them. */
function rowsAfter(
  route: Route,
  rows: Row[],
  before: CaseState | undefined,
  after: CaseState,
  today: PlainDate,
  event?: { type: string; on: string; data: unknown },
): Row[] {
  const ran = new Set(before ? runningClocks(route, before).map(({ key }) => key) : []);
  const copies = rows.map((row) => ({ ...row }));
  const changes = deadlineChanges(copies, ran, runningClocks(route, after), event);
  for (const { row, status } of changes.closed) row.status = status;
  const opened = changes.open.map(({ clock, round }): Row => {
    const { due, lateAfter } = explainUntyped(clock.rule, clock.inputs);
    return {
      key: clock.key,
      round,
      rule: clock.rule,
      point: clock.point ?? null,
      inputs: clock.inputs,
      metBy: [...clock.metBy],
      familyRight: clock.familyRight,
      due,
      lateAfter,
      status: 'open',
      opened: today,
    };
  });
  return [...copies, ...opened];
}

// Finds a way to every transition of a route: what can be sent is sent, and time passes date by date, until nothing new
// happens. Each way is a list of steps that the engine can then be driven along.

import { addDays, londonDateOf, type PlainDate } from '../../workflows/calendar';
import {
  isChoice,
  isWorking,
  possibleEvents,
  runningClocks,
  start,
  step,
  targets,
  type CaseState,
  type Effect,
  type Route,
} from '../../workflows/kit';
import { explainUntyped } from '../../workflows/law';
import { deadlineChanges, type Kept } from '../../src/engine/deadline-changes';
import { examplesOf } from './examples';

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

export interface Explored {
  /** The shortest way found to each transition `stage | event | stage`. */
  ways: Map<string, Way>;
  /** Transitions of the machine that nothing led to. */
  unreached: string[];
  effects: { effect: Effect; at: string }[];
}

export const OPENED: PlainDate = '2026-03-02';
/** Facts are from last week, or so old that time limits have passed. */
const PAST: PlainDate[] = ['2026-02-23', '2025-03-03'];
/** Dates that are named lie near, or beyond most others. */
const ahead = (today: PlainDate): PlainDate[] => [addDays(today, 3), addDays(today, 500)];
/** Different histories that are kept of each stage with the same clocks: guards look back. */
const KEPT = 2;
/** And of each stage in all. */
const KEPT_PER_STAGE = 60;
const ROUNDS = 14;

export function explore(route: Route): Explored {
  const ways = new Map<string, Way>();
  const effects: Explored['effects'] = [];
  const seen = new Map<string, Set<string>>();
  const kept = new Map<string, number>();
  const expected = expectedOf(route);
  let frontier: Way[] = [];

  const keep = (way: Way, most = KEPT): boolean => {
    const situation = `${way.state.stage}/${clocksOf(way)}`;
    const known = seen.get(situation) ?? new Set();
    seen.set(situation, known);
    const signature = signatureOf(way);
    const inStage = kept.get(way.state.stage) ?? 0;
    if (known.has(signature) || known.size >= most) return false;
    if (inStage >= KEPT_PER_STAGE && most !== Infinity) return false;
    kept.set(way.state.stage, inStage + 1);
    known.add(signature);
    return true;
  };

  const factsOf = (past: PlainDate) => examplesOf(route.facts, { past, ahead: ahead(OPENED), points: ['1'] });
  for (const facts of PAST.flatMap(factsOf)) {
    const begun = start(route, facts, OPENED);
    effects.push(...begun.effects.map((effect) => ({ effect, at: begun.state.stage })));
    const way: Way = { facts, steps: [], edges: [], state: begun.state, rows: [], today: OPENED };
    way.rows = rowsAfter(route, [], undefined, way.state, OPENED);
    const entered = `|opened|${way.state.stage}`;
    if (!ways.has(entered)) ways.set(entered, way);
    if (keep(way, Infinity)) frontier.push(way);
  }
  for (
    let round = 0;
    round < ROUNDS && frontier.length > 0 && unreachedOf(expected, ways).length > 0;
    round += 1
  ) {
    const next: Way[] = [];
    for (const way of frontier) {
      for (const sending of sendingsOf(route, way)) {
        const taken = take(route, way, sending);
        if (!taken) continue;
        const edge = `${way.state.stage}|${sending.type}|${taken.way.state.stage}`;
        if (!ways.has(edge)) ways.set(edge, taken.way);
        effects.push(...taken.effects.map((effect) => ({ effect, at: edge })));
        if (keep(taken.way)) next.push(taken.way);
      }
    }
    frontier = next;
  }
  return { ways, effects, unreached: unreachedOf(expected, ways) };
}

/** As few ways as take every transition that was found, longest first. */
export function coveringWays({ ways }: Explored): Way[] {
  const covered = new Set<string>();
  return [...ways.values()]
    .sort((a, b) => b.steps.length - a.steps.length)
    .filter(({ steps, edges }) => {
      if (steps.length > 0 && edges.every((edge) => covered.has(edge))) return false;
      edges.forEach((edge) => covered.add(edge));
      return true;
    });
}

function unreachedOf(expected: Set<string>, ways: Map<string, Way>): string[] {
  // A date that passes and changes nothing is the same transition wherever its clock runs.
  const quiet = new Set([...ways.keys()].filter(isQuiet).map((edge) => edge.split('|')[1]));
  return [...expected].filter((edge) => !ways.has(edge) && !(isQuiet(edge) && quiet.has(edge.split('|')[1])));
}

const isQuiet = (edge: string): boolean => {
  const [from, type, to] = edge.split('|');
  return from === to && type?.startsWith('missed.') === true;
};

/** What can happen next: every event with every kind of answer, and the next date that passes. */
function sendingsOf(route: Route, { state, rows, today }: Way): Sending[] {
  const points = [...new Set(rows.flatMap(({ point, status }) => (point && isLive(status) ? [point] : [])))];
  const sent = possibleEvents(route, state).flatMap((type) => {
    const event = route.events[type] as Route['events'][string];
    return examplesOf(event.data, { past: today, ahead: ahead(today), points })
      .filter((data) => !event.check?.(state.context, { on: today, data }))
      .map((data): Sending => ({ kind: 'send', type, on: today, data }));
  });
  const open = rows.filter(({ status }) => status === 'open');
  const soonest = open.map(({ lateAfter }) => lateAfter).sort()[0];
  // Dates that pass in the same instant may be raised in any order.
  const missed = open
    .filter(({ lateAfter }) => lateAfter === soonest)
    .map((row): Sending => {
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
  return [...sent, ...missed];
}

function take(route: Route, way: Way, sending: Sending): { way: Way; effects: Effect[] } | undefined {
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

const clocksOf = ({ rows }: Way): string =>
  rows
    .filter(({ status }) => isLive(status))
    .map(({ key, status }) => `${key}:${status}`)
    .sort()
    .join();

/** Histories that no guard could tell apart count as one. */
const signatureOf = ({ facts, state }: Way): string => {
  const happened = Object.entries((state.context as { happened: Record<string, unknown[]> }).happened)
    .filter(([type]) => !type.startsWith('missed.'))
    .map(([type, each]) => `${type}${Math.min(each.length, 2)}${choicesIn(each.at(-1))}`)
    .sort();
  return `${choicesIn({ data: facts })}/${happened.join()}`;
};

const choicesIn = (entry: unknown): string =>
  JSON.stringify(
    Object.entries((entry as { data?: object } | undefined)?.data ?? {}).filter(
      ([, value]) => typeof value === 'boolean' || (typeof value === 'string' && value.length < 30),
    ),
  );

const isLive = (status: string): boolean => status === 'open' || status === 'missed';

/** Every transition the machine states, through stages in which nobody rests. */
function expectedOf(route: Route): Set<string> {
  const resting = (stage: string): string[] => {
    const spec = route.stages[stage];
    return spec && isChoice(spec) ? targets(route, stage).flatMap(({ to }) => resting(to)) : [stage];
  };
  const edges = new Set<string>();
  for (const [name, stage] of Object.entries(route.stages)) {
    if (!isWorking(stage)) continue;
    for (const { type, to } of targets(route, name)) {
      for (const end of resting(to)) edges.add(`${name}|${type}|${end}`);
    }
  }
  return edges;
}

// Finds a way to every transition of a route: what can be sent is sent, and time passes date by date, until nothing new
// happens. Where that is too shallow, the way was written by hand. The engine can then be driven along each.

import { addDays, type PlainDate } from '../../workflows/calendar';
import { isChoice, isWorking, possibleEvents, targets, type Effect, type Route } from '../../workflows/kit';
import { isLive } from '../../src/engine/deadline-changes';
import { examplesOf } from './examples';
import { nextMisses, open, OPENED, take, type Sending, type Way } from './ways';
import { play } from './play';
import { written } from './written';

/** Transitions a machine states. `shared`: they hold throughout, so one stage stands for all. */
type Expected = Map<string, { shared: boolean }>;

export interface Explored {
  /** The shortest way found to each transition `stage | event | stage`. */
  ways: Map<string, Way>;
  /** Those written by hand, whole. */
  written: Way[];
  /** Transitions of the machine that nothing led to. */
  unreached: string[];
  effects: { effect: Effect; at: string }[];
}

/** Facts are from last week, or so old that time limits have passed. */
const PAST: PlainDate[] = ['2026-02-23', '2025-03-03'];
/** Dates that are named lie near, or beyond most others. */
const ahead = (today: PlainDate): PlainDate[] => [addDays(today, 3), addDays(today, 500)];
/** Different histories that are kept of each stage with the same clocks: guards look back. */
const KEPT = 2;
/** How many acts deep a stage is dwelt in, and how often that may lead on. */
const DWELL_DEPTH = 3;
const PASSES = 6;
/** Kinds of answers that are tried of an event while dwelling. */
const SAMPLED = 12;
/** Kinds of cases that are looked at by themselves. */
const KINDS = 24;

const memory = new Map<Route, Explored>();

/** All that can be found of a route; found once in a process. */
export function explore(route: Route): Explored {
  let explored = memory.get(route);
  if (!explored) memory.set(route, (explored = search(route)));
  return explored;
}

function search(route: Route): Explored {
  const explored: Explored = { ways: new Map(), written: [], effects: [], unreached: [] };
  const expected = expectedOf(route);
  for (const story of written[route.id] ?? []) {
    const { ways, effects } = play(route, story);
    explored.written.push(...ways.slice(-1));
    explored.effects.push(...effects);
    for (const way of ways.slice(1)) explored.ways.set(way.edges.at(-1) ?? '', way);
  }
  const missing = () => unreachedOf(expected, explored.ways);
  const begun = PAST.flatMap((past) =>
    examplesOf(route.facts, { past, ahead: ahead(OPENED), points: ['1'] }),
  ).map((facts) => begin(route, facts, explored));
  new Search(route, explored, missing, { perStage: 24, dwellers: 8, states: 200 }).from(begun);
  // Some ways are open to some facts only: each kind of case is then looked at by itself.
  const kinds = new Map(begun.map((way) => [`${choicesIn({ data: way.facts })}/${clocksOf(way)}`, way]));
  for (const way of [...kinds.values()].slice(0, KINDS)) {
    if (missing().length === 0) break;
    new Search(route, explored, missing, { perStage: 4, dwellers: 2, states: 20 }).from([way]);
  }
  return { ...explored, unreached: missing() };
}

function begin(route: Route, facts: Record<string, unknown>, { ways, effects }: Explored): Way {
  const { way, effects: asked } = open(route, facts);
  const { stage } = way.state;
  effects.push(...asked.map((effect) => ({ effect, at: stage })));
  const entered = `|opened|${stage}`;
  if (!ways.has(entered)) ways.set(entered, way);
  return way;
}

/** One search with a memory of its own: wide first, then deep in the stages that still keep something back. */
class Search {
  private readonly seen = new Map<string, Set<string>>();
  private readonly stays = new Map<string, Way[]>();
  private readonly left = new Set<string>();

  constructor(
    private readonly route: Route,
    private readonly explored: Explored,
    private readonly missing: () => string[],
    /** How many ways into a stage are followed, and how many are dwelt on. */
    private readonly most: { perStage: number; dwellers: number; states: number },
  ) {}

  from(begun: Way[]): void {
    for (const way of begun) this.remember(way);
    this.spread(begun);
    for (let pass = 0; pass < PASSES; pass += 1) {
      const stages = new Set(this.missing().map((edge) => edge.split('|')[0] ?? ''));
      const found = [...stages].flatMap((stage) => this.dwell(stage));
      if (found.length === 0) return;
      this.spread(found);
    }
  }

  private spread(begun: Way[]): void {
    let frontier = begun;
    while (frontier.length > 0 && this.missing().length > 0) {
      const further: Way[] = [];
      for (const way of frontier) {
        this.next(way, Infinity, (found) => {
          if (this.isNew(found)) further.push(found);
        });
      }
      frontier = further;
    }
  }

  /** Stays in a stage and tries everything that may be done there before it is left: some ways out need two acts. */
  private dwell(stage: string): Way[] {
    const out: Way[] = [];
    const known = new Set<string>();
    let here = (this.stays.get(stage) ?? []).slice(0, this.most.dwellers);
    for (let depth = 0; depth < DWELL_DEPTH && here.length > 0; depth += 1) {
      const deeper: Way[] = [];
      for (const way of here) {
        this.next(way, SAMPLED, (found, edge) => {
          if (found.state.stage !== stage) {
            if (!this.left.has(edge)) out.push(found);
            this.left.add(edge);
            return;
          }
          const deeds = deedsOf(found);
          if (known.has(deeds) || known.size >= this.most.states) return;
          known.add(deeds);
          deeper.push(found);
        });
        if (!this.missing().some((edge) => edge.startsWith(`${stage}|`))) return out;
      }
      here = deeper;
    }
    return out;
  }

  private next(way: Way, most: number, found: (way: Way, edge: string) => void): void {
    const { ways, effects } = this.explored;
    for (const sending of sendingsOf(this.route, way, most)) {
      const taken = take(this.route, way, sending);
      if (!taken) continue;
      const edge = `${way.state.stage}|${sending.type}|${taken.way.state.stage}`;
      if (!ways.has(edge)) ways.set(edge, taken.way);
      effects.push(...taken.effects.map((effect) => ({ effect, at: edge })));
      found(taken.way, edge);
    }
  }

  private isNew(way: Way): boolean {
    const situation = `${way.state.stage}/${clocksOf(way)}`;
    const known = this.seen.get(situation) ?? new Set();
    this.seen.set(situation, known);
    const signature = signatureOf(way);
    if (known.has(signature) || known.size >= KEPT) return false;
    if ((this.stays.get(way.state.stage) ?? []).length >= this.most.perStage) return false;
    known.add(signature);
    this.remember(way);
    return true;
  }

  private remember(way: Way): void {
    this.stays.set(way.state.stage, [...(this.stays.get(way.state.stage) ?? []), way]);
  }
}

/** As few ways as take every transition that was found: those written by hand, then the longest first. */
export function coveringWays({ ways, written }: Explored): Way[] {
  const covered = new Set<string>();
  const found = [...ways.values()].sort((a, b) => b.steps.length - a.steps.length);
  return [...new Set([...written, ...found])].filter(({ steps, edges }) => {
    if (steps.length > 0 && edges.every((edge) => covered.has(edge))) return false;
    edges.forEach((edge) => covered.add(edge));
    return true;
  });
}

function unreachedOf(expected: Expected, ways: Map<string, Way>): string[] {
  const entered = new Set([...ways.keys()].map((edge) => `*|*|${edge.split('|')[2]}`));
  const done = new Set([...ways.keys()].map((edge) => `${edge.split('|').slice(0, 2).join('|')}|*`));
  const taken = new Set([...ways.keys()].map(anywhere));
  const passed = new Set([...ways.keys()].map((edge) => edge.split('|')[1]));
  return [...expected]
    .filter(([edge, { shared }]) => {
      const [from, type, to] = edge.split('|');
      if (ways.has(edge) || entered.has(edge) || done.has(edge)) return false;
      if (shared && taken.has(anywhere(edge))) return false;
      // A clock that runs on into a stage whose other dates always pass first, or that was missed and stays in sight.
      return !(from === to && type?.startsWith('missed.') && passed.has(type));
    })
    .map(([edge]) => edge);
}

/** `event | stage`, or `event` alone where the case stays where it is. */
const anywhere = (edge: string): string => {
  const [from, type, to] = edge.split('|');
  return from === to ? `${type}` : `${type}|${to}`;
};

const spaced = <T>(all: T[], most: number): T[] =>
  all.length <= most ? all : all.filter((_, n) => n % Math.ceil(all.length / most) === 0);

/** What can happen next: every event with every kind of answer, and the next date that passes. */
function sendingsOf(route: Route, way: Way, most: number): Sending[] {
  const { state, rows, today } = way;
  const points = [
    ...new Set(rows.flatMap(({ point, status }) => (point && isLive({ status }) ? [point] : []))),
  ];
  const sent = possibleEvents(route, state).flatMap((type) => {
    const event = route.events[type] as Route['events'][string];
    return spaced(examplesOf(event.data, { past: today, ahead: ahead(today), points }), most)
      .filter((data) => !event.check?.(state.context, { on: today, data }))
      .map((data): Sending => ({ kind: 'send', type, on: today, data }));
  });
  return [...sent, ...nextMisses(way)];
}

const clocksOf = ({ rows }: Way): string =>
  rows
    .filter(({ status }) => isLive({ status }))
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

/** What was done, whatever the answers, with the choices of the latest deed. */
const deedsOf = (way: Way): string => {
  const { happened } = way.state.context as { happened: object };
  return `${Object.keys(happened).sort().join()}/${choicesIn(way.steps.at(-1))}/${clocksOf(way)}`;
};

const choicesIn = (entry: unknown): string =>
  JSON.stringify(
    Object.entries((entry as { data?: object } | undefined)?.data ?? {}).filter(
      ([, value]) => typeof value === 'boolean' || (typeof value === 'string' && value.length < 30),
    ),
  );

/** Every transition the machine states. A stage nobody rests in counts once: its guards look at what came before. */
function expectedOf(route: Route): Expected {
  const resting = (stage: string): string[] => {
    const spec = route.stages[stage];
    return spec && isChoice(spec) ? targets(route, stage).flatMap(({ to }) => resting(to)) : [stage];
  };
  const edges: Expected = new Map();
  for (const [name, stage] of Object.entries(route.stages)) {
    if (isChoice(stage)) for (const end of resting(name)) edges.set(`*|*|${end}`, { shared: false });
    if (!isWorking(stage)) continue;
    for (const { type, to } of targets(route, name)) {
      const shared = type in route.throughout.on && !(type in stage.on);
      const chosen = isChoice(route.stages[to] ?? {});
      edges.set(`${name}|${type}|${chosen ? '*' : to}`, { shared });
    }
  }
  return edges;
}

// The steps that usually follow the one a case is in, with who acts and when at the latest: for "Steps ahead".

import type { PlainDate } from '../calendar';
import { explainUntyped } from '../law';
import { deadlineSpecs, runningClocks } from './deadlines';
import { partyDefinition, type PartyId } from './parties';
import type { CaseState } from './run';
import {
  isChoice,
  isOutcome,
  isWorking,
  rulesOf,
  transitionsOf,
  type CaseContext,
  type Route,
  type Target,
} from './types';
import { record } from './vocabulary';

export interface StepAhead {
  /** What comes; several where it depends on a decision that nobody can foresee. */
  titles: string[];
  /** Nobody where the case ends, or where it depends. */
  responsible?: PartyId;
  /**
   * If everybody before takes all the time there is; absent where a person sets the date or none runs. Never for the
   * family: a day that only might become theirs must not be taken for a limit they have.
   */
  due?: PlainDate;
}

interface Way {
  to: string;
  /** What the case would remember then. */
  context: CaseContext;
}

/** More than this nobody reads on a telephone. */
const STEPS = 5;
const FAMILY: PartyId = 'parent or young person';

/**
 * Walks the route as it is written, taking the usual way on from each stage. `from` is the day on which the present
 * stage ends at the latest; without it nothing is said of the days that follow.
 */
export function stepsAhead(route: Route, { stage, context }: CaseState, from?: PlainDate): StepAhead[] {
  const steps: StepAhead[] = [];
  const seen = new Set([stage]);
  let at: Way = { to: stage, context };
  let day = from;
  while (steps.length < STEPS) {
    const ways = waysOn(route, at, day ?? context.opened, seen);
    const [usual] = ways;
    if (!usual) break;
    const reached = route.stages[usual.to];
    if (!reached || isChoice(reached)) break;
    const decided = decisions(route, at.to, ways);
    if (decided.length > 0) {
      steps.push({ titles: decided.map(({ to }) => titleOf(route, to)) });
      break;
    }
    seen.add(usual.to);
    const responsible = isWorking(reached) ? reached.responsible : undefined;
    const due = day && responsible ? dueIn(route, usual, responsible) : undefined;
    // A day that lies before the step it follows comes from another clock, and says nothing here.
    day = due && day && due >= day ? due : undefined;
    steps.push({
      titles: [reached.title],
      ...(responsible ? { responsible } : {}),
      ...(day && responsible !== FAMILY ? { due: day } : {}),
    });
    at = usual;
  }
  return steps;
}

/** Every way on to a stage that has not been shown, the usual one first. */
function waysOn(route: Route, { to: from, context }: Way, on: PlainDate, seen: ReadonlySet<string>): Way[] {
  const stage = route.stages[from];
  if (!stage || !isWorking(stage)) return [];
  const handlers: Record<string, Target<string, string> | undefined> = {
    ...stage.on,
    ...route.throughout.on,
  };
  const ways = new Map<string, Way>();
  const events = usualEvents(route, from);
  const givesUp = (type: string) => route.events[type]?.interruption !== undefined;
  // What gives something up is the usual way on only where there is no other.
  for (const type of [...events.filter((each) => !givesUp(each)), ...events.filter(givesUp)]) {
    if (givesUp(type) && ways.size > 0) break;
    const then = record(context, { type, on, data: {} });
    const taken = transitionsOf(handlers[type]).find(({ when }) => holds(route, when, then));
    const to = taken?.to === undefined ? undefined : settle(route, taken.to, then);
    if (to !== undefined && !seen.has(to) && !ways.has(to)) ways.set(to, { to, context: then });
  }
  return [...ways.values()];
}

/**
 * Events by how usual they are. A right that simply lapses into an ending is seldom used; a body does what meets its
 * date; a family does what its route names first.
 */
export function usualEvents(route: Route, name: string): string[] {
  const stage = route.stages[name];
  if (!stage || !isWorking(stage)) return [];
  const family = partyDefinition(stage.responsible).body === 'family';
  const endsIn = (type: string) =>
    transitionsOf(stage.on[type]).some(({ to }) => to !== undefined && isOutcome(route.stages[to] ?? {}));
  const lapses = family
    ? deadlineSpecs(route, name)
        .flatMap((spec) => rulesOf(spec).map((rule) => `missed.${rule}`))
        .filter(endsIn)
    : [];
  const duties: string[] = family ? [] : (stage.deadlines ?? []).flatMap(({ metBy }) => [metBy].flat());
  const written = [...Object.keys(stage.on), ...Object.keys(route.throughout.on)];
  const acts = [...new Set([...duties, ...written])].filter(
    (type) => written.includes(type) && type in route.events,
  );
  return [...lapses, ...acts];
}

/** A Tribunal or an Ombudsman decides: all that can come of it, where it ends the case or comes back to the family. */
function decisions(route: Route, from: string, ways: Way[]): Way[] {
  const deciding = route.stages[from];
  if (!deciding || !isWorking(deciding) || !partyDefinition(deciding.responsible).outside) return [];
  const final = ways.filter(({ to }) => {
    const stage = route.stages[to] ?? {};
    return isOutcome(stage) || (isWorking(stage) && stage.responsible === FAMILY);
  });
  return final.length > 1 && final[0] === ways[0] ? final : [];
}

/** Through stages in which nobody rests. */
function settle(route: Route, name: string, context: CaseContext): string | undefined {
  let at = name;
  for (let turns = 0; turns < STEPS; turns += 1) {
    const stage = route.stages[at];
    if (!stage || !isChoice(stage)) return at;
    const taken = stage.choose.find(({ when }) => holds(route, when, context));
    if (!taken?.to) return undefined;
    at = taken.to;
  }
  return undefined;
}

function titleOf(route: Route, name: string): string {
  const stage = route.stages[name];
  return stage && !isChoice(stage) ? stage.title : name;
}

/** A guard that asks for data nobody has given yet is taken as not holding. */
const holds = (route: Route, when: string | undefined, context: CaseContext): boolean =>
  when === undefined || (attempt(() => route.guards[when]?.(context)) ?? false);

const dueIn = (route: Route, { to, context }: Way, responsible: PartyId): PlainDate | undefined =>
  attempt(() =>
    runningClocks(route, { stage: to, context })
      .filter(({ owedBy }) => owedBy === responsible)
      .map(({ rule, inputs }) => explainUntyped(rule, inputs).due)
      .sort()
      .at(0),
  );

/** What has not happened yet has no data: whoever asks for them finds nothing rather than a fault. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

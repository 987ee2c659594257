// Which clocks run in a case, as a pure function of its state. The engine keeps a row for each and compares.

import type { PlainDate } from '../calendar';
import type { RuleId } from '../law';
import type { PartyId } from './parties';
import type { CaseState } from './run';
import {
  isItemised,
  isWorking,
  type CaseContext,
  type DeadlineSpec,
  type EventsVocabulary,
  type Route,
} from './types';

/** A clock that should be running now. */
export interface RunningClock {
  /** The rule, and the item behind `#` where there are several: unique in the case. */
  key: string;
  rule: RuleId;
  point?: string;
  /** The item in words. */
  pointTitle?: string;
  inputs: Record<string, PlainDate>;
  owedBy: PartyId;
  metBy: readonly string[];
  familyRight: boolean;
  ifMissed: string;
  noEscalation?: string;
}

type Spec = DeadlineSpec<CaseContext, EventsVocabulary>;

const specsOf = new WeakMap<Route['stages'][string], Spec[]>();

/** Every deadline stated for the stage a case is in, those that hold throughout included. */
export function deadlineSpecs(route: Route, stageName: string): readonly Spec[] {
  const stage = route.stages[stageName];
  if (stage === undefined || !isWorking(stage)) return [];
  let specs = specsOf.get(stage);
  if (!specs) specsOf.set(stage, (specs = [...(stage.deadlines ?? []), ...route.throughout.deadlines]));
  return specs;
}

/** The clocks that run in this state. A spec whose inputs are not there yet gives none. */
export function runningClocks(route: Route, state: CaseState): RunningClock[] {
  const stage = route.stages[state.stage];
  if (stage === undefined || !isWorking(stage)) return [];
  const clocks: RunningClock[] = [];
  for (const spec of deadlineSpecs(route, state.stage))
    addClocks(clocks, spec, state.context, stage.responsible);
  return clocks;
}

/** One that is there already stays as it is. */
function addClocks(clocks: RunningClock[], spec: Spec, context: CaseContext, responsible: PartyId): void {
  if (spec.while?.(context) === false) return;
  if (isItemised(spec)) {
    for (const item of spec.each(context)) {
      const key = `${item.rule}#${item.key}`;
      if (runs(clocks, key)) continue;
      const clock = clockOf(spec, key, item.rule, item.inputs, item.owedBy ?? spec.owedBy ?? responsible);
      clock.point = item.key;
      clock.pointTitle = item.title;
      clocks.push(clock);
    }
    return;
  }
  if (runs(clocks, spec.rule)) return;
  const inputs = spec.inputs(context) as Record<string, PlainDate> | undefined;
  if (inputs) clocks.push(clockOf(spec, spec.rule, spec.rule, inputs, spec.owedBy ?? responsible));
}

function clockOf(
  { metBy, familyRight, ifMissed, noEscalation }: Spec,
  key: string,
  rule: RuleId,
  inputs: Record<string, PlainDate>,
  owedBy: PartyId,
): RunningClock {
  const clock: RunningClock = {
    key,
    rule,
    inputs,
    owedBy,
    metBy: typeof metBy === 'string' ? [metBy] : (metBy as readonly string[]),
    familyRight: familyRight ?? false,
    ifMissed,
  };
  if (noEscalation !== undefined) clock.noEscalation = noEscalation;
  return clock;
}

const runs = (clocks: RunningClock[], key: string): boolean => clocks.some((clock) => clock.key === key);

/** Whether this event meets this clock: the right event, and the right item where there are several. */
export function meets(clock: Pick<RunningClock, 'metBy' | 'point'>, type: string, data: unknown): boolean {
  if (!clock.metBy.includes(type)) return false;
  if (clock.point === undefined) return true;
  return (data as { point?: unknown } | null)?.point === clock.point;
}

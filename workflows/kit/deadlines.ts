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

/** Every deadline stated for the stage a case is in, those that hold throughout included. */
export function deadlineSpecs(route: Route, stageName: string): Spec[] {
  const stage = route.stages[stageName];
  if (stage === undefined || !isWorking(stage)) return [];
  return [...(stage.deadlines ?? []), ...route.throughout.deadlines];
}

/** The clocks that run in this state. A spec whose inputs are not there yet gives none. */
export function runningClocks(route: Route, state: CaseState): RunningClock[] {
  const stage = route.stages[state.stage];
  if (stage === undefined || !isWorking(stage)) return [];
  const clocks = new Map<string, RunningClock>();
  for (const spec of deadlineSpecs(route, state.stage)) {
    for (const clock of clocksOf(spec, state.context, stage.responsible)) {
      if (!clocks.has(clock.key)) clocks.set(clock.key, clock);
    }
  }
  return [...clocks.values()];
}

function clocksOf(spec: Spec, context: CaseContext, responsible: PartyId): RunningClock[] {
  if (spec.while?.(context) === false) return [];
  const shared = {
    metBy: [spec.metBy].flat() as string[],
    familyRight: spec.familyRight ?? false,
    ifMissed: spec.ifMissed,
    ...(spec.noEscalation === undefined ? {} : { noEscalation: spec.noEscalation }),
  };
  if (isItemised(spec)) {
    return spec.each(context).map((item) => ({
      key: `${item.rule}#${item.key}`,
      rule: item.rule,
      point: item.key,
      pointTitle: item.title,
      inputs: item.inputs,
      owedBy: item.owedBy ?? spec.owedBy ?? responsible,
      ...shared,
    }));
  }
  const inputs = spec.inputs(context) as Record<string, PlainDate> | undefined;
  if (inputs === undefined) return [];
  return [{ key: spec.rule, rule: spec.rule, inputs, owedBy: spec.owedBy ?? responsible, ...shared }];
}

/** Whether this event meets this clock: the right event, and the right item where there are several. */
export function meets(clock: Pick<RunningClock, 'metBy' | 'point'>, type: string, data: unknown): boolean {
  if (!clock.metBy.includes(type)) return false;
  if (clock.point === undefined) return true;
  return (data as { point?: unknown } | null)?.point === clock.point;
}

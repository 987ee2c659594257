// Where a case stands, as its row says it for worklists: whose turn, the next date, and whether it is over.

import {
  isOver,
  isWorking,
  type CaseState,
  type PartyId,
  type Route,
  type RunningClock,
} from '../../workflows/kit';
import { NO_DATE, type Deadline } from './entities';
import { isLive } from './deadline-changes';

export interface Standing {
  responsible: PartyId | null;
  nextDueAt: string;
  /** After which it is late, where the law can be read so that this is another instant than `nextDueAt`. */
  lastDueAt: string | null;
  over: boolean;
}

export function standingOf(
  route: Route,
  state: CaseState,
  clocks: RunningClock[],
  rows: Pick<Deadline, 'key' | 'status' | 'owedBy' | 'dueAt' | 'lateAfter'>[],
): Standing {
  const stage = route.stages[state.stage];
  const responsible = stage && isWorking(stage) ? stage.responsible : null;
  const running = new Set(clocks.map(({ key }) => key));
  const live = rows.filter((row) => running.has(row.key) && isLive(row));
  const own = live.filter(({ owedBy }) => owedBy === responsible);
  const counted = own.length > 0 ? own : live;
  const nextDueAt = earliest(counted.map(({ dueAt }) => dueAt)) ?? NO_DATE;
  const lateAfter = earliest(counted.map(({ lateAfter }) => lateAfter)) ?? NO_DATE;
  const lastDueAt = lateAfter === nextDueAt ? null : lateAfter;
  return { responsible, nextDueAt, lastDueAt, over: isOver(route, state) };
}

const earliest = (instants: string[]): string | undefined => instants.sort()[0];

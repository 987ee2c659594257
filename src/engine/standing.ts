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
  over: boolean;
}

export function standingOf(
  route: Route,
  state: CaseState,
  clocks: RunningClock[],
  rows: Pick<Deadline, 'key' | 'status' | 'owedBy' | 'dueAt'>[],
): Standing {
  const stage = route.stages[state.stage];
  const responsible = stage && isWorking(stage) ? stage.responsible : null;
  const running = new Set(clocks.map(({ key }) => key));
  const live = rows.filter((row) => running.has(row.key) && isLive(row));
  const own = live.filter(({ owedBy }) => owedBy === responsible);
  const nextDueAt = (own.length > 0 ? own : live).map(({ dueAt }) => dueAt).sort()[0] ?? NO_DATE;
  return { responsible, nextDueAt, over: isOver(route, state) };
}

// What an event does to the deadlines of a case, as a pure function: the engine writes it down, `verify` works it out again.

import { meets, type RunningClock } from '../../workflows/kit';
import type { DeadlineStatus } from './types';

/** What is known of a deadline that has a row. */
export interface Kept {
  key: string;
  round: number;
  rule: string;
  point: string | null;
  inputs: Record<string, string>;
  metBy: string[];
  due: string;
  status: DeadlineStatus;
}

export interface Changes<D extends Kept> {
  open: { clock: RunningClock; round: number }[];
  closed: { row: D; status: Exclude<DeadlineStatus, 'open'>; metOn?: string }[];
  /** Missed, and no longer running: nobody is reminded of it any more. */
  quiet: D[];
}

/** It still counts for somebody: to be met, or already overdue. */
export const isLive = ({ status }: Pick<Kept, 'status'>): boolean => status === 'open' || status === 'missed';
export function sameInputs(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** `before`: the keys of the clocks that ran before the event; `after`: the clocks that should run now. */
export function deadlineChanges<D extends Kept>(
  rows: D[],
  before: ReadonlySet<string>,
  after: RunningClock[],
  event?: { type: string; on: string; data: unknown },
): Changes<D> {
  const changes: Changes<D> = { open: [], closed: [], quiet: [] };
  const closed = new Map<D, DeadlineStatus>();
  const statusOf = (row: D): DeadlineStatus => closed.get(row) ?? row.status;
  const close = (row: D, to: Exclude<DeadlineStatus, 'open'>, metOn?: string) => {
    closed.set(row, to);
    changes.closed.push({ row, status: to, ...(metOn ? { metOn } : {}) });
  };
  if (event) {
    for (const row of rows) {
      if (!isLive(row)) continue;
      if (
        meets(
          { metBy: row.metBy, ...(row.point === null ? {} : { point: row.point }) },
          event.type,
          event.data,
        )
      ) {
        close(row, event.on <= row.due ? 'met' : 'met-late', event.on);
      } else if (row.status === 'open' && event.type === `missed.${row.rule}` && samePoint(row, event.data)) {
        close(row, 'missed');
      }
    }
  }
  const running = new Set(after.map(({ key }) => key));
  for (const clock of after) {
    const latest = latestOf(rows, clock.key);
    if (latest && sameInputs(latest.inputs, clock.inputs)) {
      const now = statusOf(latest);
      // It was met or left behind, and the case has come back to it: the clock runs again.
      const cameBack = now !== 'open' && now !== 'missed' && !before.has(clock.key);
      if (!cameBack) continue;
    } else if (latest && statusOf(latest) === 'open') {
      close(latest, 'superseded');
    }
    changes.open.push({ clock, round: (latest?.round ?? 0) + 1 });
  }
  for (const row of rows) {
    if (running.has(row.key)) continue;
    const now = statusOf(row);
    if (now === 'open') close(row, 'superseded');
    else if (now === 'missed') changes.quiet.push(row);
  }
  return changes;
}

function latestOf<D extends Kept>(rows: D[], key: string): D | undefined {
  let latest: D | undefined;
  for (const row of rows) if (row.key === key && (!latest || row.round >= latest.round)) latest = row;
  return latest;
}

const samePoint = ({ point }: Kept, data: unknown): boolean =>
  ((data as { point?: string } | null)?.point ?? null) === point;

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
  const status = new Map(rows.map((row) => [row, row.status]));
  const close = (row: D, to: Exclude<DeadlineStatus, 'open'>, metOn?: string) => {
    status.set(row, to);
    changes.closed.push({ row, status: to, ...(metOn ? { metOn } : {}) });
  };
  if (event) {
    for (const row of rows.filter(isLive)) {
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
    const rounds = rows.filter(({ key }) => key === clock.key).sort((a, b) => a.round - b.round);
    const latest = rounds.at(-1);
    if (latest && sameInputs(latest.inputs, clock.inputs)) {
      const now = status.get(latest);
      // It was met or left behind, and the case has come back to it: the clock runs again.
      const cameBack = now !== 'open' && now !== 'missed' && !before.has(clock.key);
      if (!cameBack) continue;
    } else if (latest && status.get(latest) === 'open') {
      close(latest, 'superseded');
    }
    changes.open.push({ clock, round: (latest?.round ?? 0) + 1 });
  }
  for (const row of rows) {
    if (running.has(row.key)) continue;
    if (status.get(row) === 'open') close(row, 'superseded');
    else if (status.get(row) === 'missed') changes.quiet.push(row);
  }
  return changes;
}

const samePoint = ({ point }: Kept, data: unknown): boolean =>
  ((data as { point?: string } | null)?.point ?? null) === point;

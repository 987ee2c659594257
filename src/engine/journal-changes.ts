// Which entries of a journal did a thing to a deadline: opened it, or said that it was missed.

import type { Deadline, JournalEntry } from './entities';
import type { DeadlineStatus } from './types';

export type ChangesOf = (
  deadline: Pick<Deadline, 'key' | 'round'>,
  status: DeadlineStatus,
) => readonly JournalEntry[];

const NONE: readonly JournalEntry[] = [];

export function changesIn(journal: JournalEntry[]): ChangesOf {
  const entries = new Map<string, JournalEntry[]>();
  for (const entry of journal) {
    for (const { key, round, status } of entry.changes) {
      const change = `${status} ${round} ${key}`;
      const known = entries.get(change);
      if (!known) entries.set(change, [entry]);
      else if (known.at(-1) !== entry) known.push(entry);
    }
  }
  return ({ key, round }, status) => entries.get(`${status} ${round} ${key}`) ?? NONE;
}

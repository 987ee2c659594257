// The reminders of cases that are verified, read as lines of text: they are most of the rows there are, and as objects each
// would cost as much as all the checks that it goes through.

import type { EntityManager } from 'typeorm';
import { Reminder } from '../reminders/entities';
import { rowsAsJson, textsBy, type Reading, type RowsBy, type TextReading } from '../persistence';

export interface VerifiedReminder {
  /** Begins with the id of its deadline. */
  key: string;
  at: string;
  status: string;
}

const OF_DATES = 'deadline_id IS NOT NULL';

/** Where the key is not one of its deadline, the deadline stands before it: no plan has such a key. */
const LINE = `CASE WHEN substr(key, 1, length(deadline_id) + 1) = deadline_id || '|' THEN key
  ELSE deadline_id || '|' || key END || '|' || at || '|' || status`;

/** Of each of these cases all that belong to a deadline. */
export const remindersAsText = (
  manager: EntityManager,
  theirs: string,
  values: unknown[],
): TextReading<RowsBy<string>> =>
  textsBy(manager, 'case_id', LINE, `reminders WHERE ${theirs} AND ${OF_DATES}`, values);

/** The same lines, made of JSON. */
export function remindersAsJson(
  manager: EntityManager,
  theirs: string,
  values: unknown[],
): Reading<RowsBy<string>> {
  const properties = ['caseId', 'deadlineId', 'key', 'at', 'status'] as const;
  const of = { by: 'caseId', properties } as const;
  const reading = rowsAsJson(manager, Reminder, of, `${theirs} AND ${OF_DATES}`, values);
  return {
    ...reading,
    read: (all) => {
      const rows = reading.read(all);
      return (caseId) =>
        rows(caseId).map(({ deadlineId, key, at, status }) => {
          const own = key.startsWith(`${deadlineId}|`) ? key : `${deadlineId}|${key}`;
          return `${own}|${at}|${status}`;
        });
    },
  };
}

/** By their deadlines; those of other deadlines than these are left out. */
export function linesByDeadline(lines: string[], deadlines: { id: string }[]): Map<string, string[]> {
  const own = new Map<string, string[]>(deadlines.map(({ id }) => [id, []]));
  let last = '|';
  let theirs: string[] | undefined;
  for (const line of lines) {
    // Mostly they stand together.
    if (!line.startsWith(last)) {
      last = line.slice(0, line.indexOf('|') + 1);
      theirs = own.get(last.slice(0, -1));
    }
    theirs?.push(line);
  }
  return own;
}

export function reminderIn(line: string): VerifiedReminder {
  const status = line.lastIndexOf('|');
  const at = line.lastIndexOf('|', status - 1);
  return { key: line.slice(0, at), at: line.slice(at + 1, status), status: line.slice(status + 1) };
}

/** The status that the line ends with, if it is otherwise this key at this instant. */
export function statusOf(line: string, key: string, at: string): string | undefined {
  const [afterKey, afterAt] = [key.length, key.length + 1 + at.length];
  return line.charCodeAt(afterKey) === BAR &&
    line.charCodeAt(afterAt) === BAR &&
    line.startsWith(key) &&
    line.startsWith(at, afterKey + 1)
    ? line.slice(afterAt + 1)
    : undefined;
}

const BAR = '|'.charCodeAt(0);

// The reminders of cases that are verified, read as lines of text: they are most of the rows there are, and as objects each
// would cost as much as all the checks that it goes through.

import type { EntityManager } from 'typeorm';
import { linesOf, type Reading } from '../persistence';

export interface VerifiedReminder {
  deadlineId: string;
  /** Begins with the id of its deadline. */
  key: string;
  at: string;
  status: string;
}

/** Where the key is not one of its deadline, the deadline stands before it: no plan has such a key. */
const LINE = `CASE WHEN substr(key, 1, length(deadline_id) + 1) = deadline_id || '|' THEN key
  ELSE deadline_id || '|' || key END || '|' || at || '|' || status`;

/** Of each of these cases all that belong to a deadline. */
export const remindersOf = (
  manager: EntityManager,
  theirs: string,
  values: unknown[],
): Reading<{ caseId: string; lines: string }[]> => ({
  sql: `SELECT case_id AS "caseId", ${linesOf(manager, LINE)} AS lines FROM reminders
        WHERE ${theirs} AND deadline_id IS NOT NULL GROUP BY case_id`,
  values,
  columns: ['caseId', 'lines'],
  read: (rows) => rows as { caseId: string; lines: string }[],
});

export function* remindersIn(lines: string): Generator<VerifiedReminder> {
  if (lines === '') return;
  for (const line of lines.split('\n')) {
    const status = line.lastIndexOf('|');
    const at = line.lastIndexOf('|', status - 1);
    yield {
      deadlineId: line.slice(0, line.indexOf('|')),
      key: line.slice(0, at),
      at: line.slice(at + 1, status),
      status: line.slice(status + 1),
    };
  }
}

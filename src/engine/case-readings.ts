// What is read of a case besides its own row, to be read together with other things.

import type { EntityManager } from 'typeorm';
import { rowsOf, type Reading } from '../persistence';
import { Case, Deadline, IdempotentAnswer, Link } from './entities';

export const deadlinesOf = (m: EntityManager, caseId: string): Reading<Deadline[]> =>
  rowsOf(m, Deadline, 'case_id = $1', [caseId]);

export const linksOf = (m: EntityManager, caseId: string): Reading<Link[]> =>
  rowsOf(m, Link, 'from_case = $1 OR to_case = $1', [caseId]);

/** The cases at the other end of its links. */
export const linkedTo = (m: EntityManager, caseId: string): Reading<Case[]> =>
  rowsOf(
    m,
    Case,
    // Not two lists with OR between them: for those PostgreSQL looks through every case there is.
    `id IN (SELECT to_case FROM links WHERE from_case = $1
            UNION ALL SELECT from_case FROM links WHERE to_case = $1)`,
    [caseId],
  );

/** Nothing for a request that bears no key. */
export const answerTo = (
  m: EntityManager,
  scope: string,
  key: string | undefined,
): Reading<IdempotentAnswer[]> => rowsOf(m, IdempotentAnswer, 'scope = $1 AND key = $2', [scope, key ?? '']);

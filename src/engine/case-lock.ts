// A case held for a change: locked until the transaction ends, with the parts of whoever asks for it.

import type { EntityManager } from 'typeorm';
import type { Route } from '../../workflows/kit';
import type { Dispute, Part, Parts } from '../access';
import type { BankHolidays } from '../bank-holidays';
import { readTogether, type Db } from '../persistence';
import { answerTo, deadlinesOf, linkedTo, linksOf } from './case-readings';
import { routeOf } from './case-route';
import { notFound } from './check';
import { Case, type Deadline, type IdempotentAnswer, type Link } from './entities';
import { soundState, tailOf } from './sound-state';
import { partsIn } from './view';
import type { Who } from './types';

export interface HeldCase {
  found: Case;
  route: Route;
  dispute: Dispute;
  /** None where the service itself asks. */
  parts: Part[];
  deadlines: Deadline[];
  links: Link[];
  linked: Case[];
  /** The number of the newest list of bank holidays. */
  holidays: number;
  /** What was answered to the same request before. */
  earlier: IdempotentAnswer | undefined;
}

/**
 * Locks first, and only then reads all that may have changed until the lock was ours.
 * @throws Refusal where there is no such case, or the person has no part in it
 */
export async function holdCase(
  db: Db,
  access: Parts,
  bankHolidays: BankHolidays,
  m: EntityManager,
  ref: string,
  who: Who,
  request: { scope: string; key: string | undefined } = { scope: '', key: undefined },
): Promise<HeldCase> {
  const found = await db.lock(m, Case, { ref });
  if (!found) throw notFound();
  const [dispute, deadlines, links, linked, holidays, [earlier], tail, own, members] = await readTogether(
    m,
    access.disputeIn(m, found.disputeId),
    deadlinesOf(m, found.id),
    linksOf(m, found.id),
    linkedTo(m, found.id),
    bankHolidays.newest(),
    answerTo(m, request.scope, request.key),
    tailOf(found),
    ...access.placesIn(m, found.disputeId, who.kind === 'person' ? who.personId : ''),
  );
  const route = routeOf(found);
  const parts = who.kind === 'person' ? partsIn(route, access.partsFrom(dispute, own, members)) : [];
  if (who.kind === 'person' && parts.length === 0) throw notFound();
  await soundState(m, found, tail, true);
  return { found, route, dispute, parts, deadlines, links, linked, holidays, earlier };
}

/** The case, nobody else's until the transaction ends, in a state that its journal leads to. */
export async function lockCase(db: Db, m: EntityManager, id: string): Promise<Case> {
  const found = (await db.lock(m, Case, { id })) as Case;
  const [tail] = await readTogether(m, tailOf(found));
  return soundState(m, found, tail, true);
}

/** Who acts, as the journal names them. */
export const actorOf = (who: Who): string => (who.kind === 'person' ? who.personId : who.name);

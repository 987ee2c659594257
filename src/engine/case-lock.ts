// A case held for a change: locked until the transaction ends, with the parts of whoever asks for it.

import type { EntityManager } from 'typeorm';
import type { Route } from '../../workflows/kit';
import type { Dispute, Part, Parts } from '../access';
import type { Db } from '../persistence';
import { routeOf } from './case-route';
import { notFound } from './check';
import { Case } from './entities';
import { soundState } from './sound-state';
import { partsIn } from './view';
import type { Who } from './types';

export interface HeldCase {
  found: Case;
  route: Route;
  dispute: Dispute;
  /** None where the service itself asks. */
  parts: Part[];
}

/** @throws Refusal where there is no such case, or the person has no part in it */
export async function holdCase(
  db: Db,
  access: Parts,
  m: EntityManager,
  ref: string,
  who: Who,
): Promise<HeldCase> {
  const known = await m.findOne(Case, { where: { ref }, select: { id: true } });
  if (!known) throw notFound();
  const found = await lockCase(db, m, known.id);
  const dispute = await access.dispute(m, found.disputeId);
  const route = routeOf(found);
  const parts = who.kind === 'person' ? partsIn(route, await access.partsOf(m, dispute, who.personId)) : [];
  if (who.kind === 'person' && parts.length === 0) throw notFound();
  return { found, route, dispute, parts };
}

/** The case, nobody else's until the transaction ends, in a state that its journal leads to. */
export async function lockCase(db: Db, m: EntityManager, id: string): Promise<Case> {
  return soundState(m, (await db.lock(m, Case, id)) as Case, true);
}

/** Who acts, as the journal names them. */
export const actorOf = (who: Who): string => (who.kind === 'person' ? who.personId : who.name);

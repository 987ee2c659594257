// A case held for a change: locked until the transaction ends, with the parts of whoever asks for it.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Route } from '../../workflows/kit';
import { Parts, type Dispute, type Part } from '../access';
import { BankHolidays } from '../bank-holidays';
import { Organisations, type Organisation } from '../organisations';
import { Db, readTogether } from '../persistence';
import { Vault, type Fetched } from '../vault';
import { Webhooks } from '../webhooks';
import { answerTo, deadlinesOf, linkedTo, linksOf } from './case-readings';
import { routeOf } from './case-route';
import { notFound } from './check';
import { Case, type IdempotentAnswer, type Link } from './entities';
import type { Known } from './recorder';
import { soundState, tailOf } from './sound-state';
import { partsIn } from './view';
import type { Who } from './types';

export interface HeldCase {
  found: Case;
  route: Route;
  dispute: Dispute;
  /** None where the service itself asks. */
  parts: Part[];
  links: Link[];
  linked: Case[];
  organisations: Organisation[];
  /** What is sealed of its facts. */
  fetched: Fetched;
  /** What the recorder would otherwise read again. */
  known: Known;
  /** What was answered to the same request before. */
  earlier: IdempotentAnswer | undefined;
}

@Injectable()
export class CaseLock {
  constructor(
    private readonly db: Db,
    private readonly access: Parts,
    private readonly bankHolidays: BankHolidays,
    private readonly organisations: Organisations,
    private readonly webhooks: Webhooks,
    private readonly vault: Vault,
  ) {}

  /**
   * Locks first, and only then reads, in one statement, all that may have changed until the lock was ours.
   * @throws Refusal where there is no such case, or the person has no part in it
   */
  async hold(
    m: EntityManager,
    ref: string,
    who: Who,
    request: { scope: string; key: string | undefined } = { scope: '', key: undefined },
  ): Promise<HeldCase> {
    const found = await this.db.lock(m, Case, 'ref', ref);
    if (!found) throw notFound();
    const { id, disputeId } = found;
    const theirs = this.access.organisationsIn(m, disputeId);
    const [
      dispute,
      deadlines,
      links,
      linked,
      holidays,
      [earlier],
      tail,
      organisations,
      hooks,
      fetched,
      periods,
      terms,
      own,
      members,
    ] = await readTogether(
      m,
      this.access.disputeIn(m, disputeId),
      deadlinesOf(m, id),
      linksOf(m, id),
      linkedTo(m, id),
      this.bankHolidays.newest(),
      answerTo(m, request.scope, request.key),
      tailOf(found),
      this.organisations.organisationsIn(m, theirs),
      this.webhooks.hooksIn(m, theirs),
      this.vault.fetching(m, found.context?.facts),
      ...this.organisations.settingsIn(m, theirs),
      ...this.access.placesIn(m, disputeId, who.kind === 'person' ? who.personId : ''),
    );
    const route = routeOf(found);
    const parts = who.kind === 'person' ? partsIn(route, this.access.partsFrom(dispute, own, members)) : [];
    if (who.kind === 'person' && parts.length === 0) throw notFound();
    await soundState(m, found, tail, true);
    const settings = this.organisations.settingsFrom(periods, terms);
    const known = { deadlines, holidays, settings, hooks };
    return { found, route, dispute, parts, links, linked, earlier, organisations, fetched, known };
  }
}

/** The case, nobody else's until the transaction ends, in a state that its journal leads to. */
export async function lockCase(db: Db, m: EntityManager, id: string): Promise<Case> {
  const found = (await db.lock(m, Case, 'id', id)) as Case;
  const [tail] = await readTogether(m, tailOf(found));
  return soundState(m, found, tail, true);
}

/** Who acts, as the journal names them. */
export const actorOf = (who: Who): string => (who.kind === 'person' ? who.personId : who.name);

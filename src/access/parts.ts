// The parts a person has in a case, read from the database at every act: nothing is granted from memory.

import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { partyDefinition, type Body, type PartyId } from '../../workflows/kit';
import { Organisations } from '../organisations';
import { Clock, Ids } from '../platform';
import { Dispute, Membership, Participation, Person, type Scope } from './entities';

/** One part a person has, and how far it goes. */
export interface Part {
  party: PartyId;
  scope: Scope;
}

@Injectable()
export class Parts {
  constructor(
    private readonly organisations: Organisations,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async openDispute(manager: EntityManager, organisations: Partial<Record<Body, string>>): Promise<Dispute> {
    const dispute = { id: this.ids.id(), organisations, openedAt: this.clock.instant() };
    await manager.insert(Dispute, dispute);
    return dispute;
  }

  dispute(manager: EntityManager, disputeId: string): Promise<Dispute> {
    return manager.findOneByOrFail(Dispute, { id: disputeId });
  }

  /** Every part a person has in a dispute, through their own place in it or through their organisation. */
  async partsOf(manager: EntityManager, dispute: Dispute, personId: string): Promise<Part[]> {
    const now = this.clock.instant();
    const own = await manager.findBy(Participation, { disputeId: dispute.id, personId, revokedAt: IsNull() });
    const direct = own
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
      .map(({ party, scope }) => ({ party, scope }));
    const named = Object.values(dispute.organisations);
    const members =
      named.length === 0
        ? []
        : await manager.findBy(Membership, { personId, active: true, organisationId: In(named) });
    const through = members.flatMap(({ organisationId, parties }) =>
      parties
        .filter((party) => dispute.organisations[partyDefinition(party).body] === organisationId)
        .map((party) => ({ party, scope: 'full' as const })),
    );
    return [...direct, ...through];
  }

  /** Those who take part for the family in their own name. */
  async familyOf(manager: EntityManager, disputeId: string): Promise<string[]> {
    const own = await manager.findBy(Participation, {
      disputeId,
      party: 'parent or young person',
      scope: 'full',
      revokedAt: IsNull(),
    });
    return [...new Set(own.map(({ personId }) => personId))];
  }

  async join(
    manager: EntityManager,
    disputeId: string,
    personId: string,
    party: PartyId,
    {
      scope = 'full',
      grantedBy = null,
      expiresAt = null,
    }: Partial<Pick<Participation, 'scope' | 'grantedBy' | 'expiresAt'>> = {},
  ): Promise<void> {
    await manager.insert(Participation, {
      id: this.ids.id(),
      disputeId,
      personId,
      party,
      scope,
      grantedBy,
      expiresAt,
      revokedAt: null,
      createdAt: this.clock.instant(),
    });
  }

  async revoke(manager: EntityManager, disputeId: string, personId: string): Promise<void> {
    await manager.update(
      Participation,
      { disputeId, personId, revokedAt: IsNull() },
      { revokedAt: this.clock.instant() },
    );
  }

  /** The disputes in which a person has a place of their own; with a scope, only those in which it goes so far. */
  async disputesOf(manager: EntityManager, personId: string, scope?: Scope): Promise<string[]> {
    const now = this.clock.instant();
    const own = await manager.findBy(Participation, {
      personId,
      revokedAt: IsNull(),
      ...(scope ? { scope } : {}),
    });
    return [
      ...new Set(
        own.filter(({ expiresAt }) => !expiresAt || expiresAt > now).map(({ disputeId }) => disputeId),
      ),
    ];
  }

  /** Who is told when something concerns a party: the named executive where there is one, else everyone with that part. */
  async recipients(manager: EntityManager, disputeId: string, party: PartyId): Promise<string[]> {
    const dispute = await this.dispute(manager, disputeId);
    const { body } = partyDefinition(party);
    const now = this.clock.instant();
    // Who only sees cannot act: being told to would be wrong.
    const direct = (await manager.findBy(Participation, { disputeId, party, revokedAt: IsNull() }))
      .filter(({ expiresAt, scope }) => scope !== 'read' && (expiresAt === null || expiresAt > now))
      .map(({ personId }) => personId);
    const organisationId = dispute.organisations[body];
    if (organisationId === undefined) return active(manager, direct);
    const executive = await this.organisations.executiveOf(organisationId, party, this.clock.today());
    if (executive) return active(manager, [executive]);
    const members = await manager.findBy(Membership, { organisationId, active: true });
    return active(manager, [
      ...direct,
      ...members.filter(({ parties }) => parties.includes(party)).map(({ personId }) => personId),
    ]);
  }
}

async function active(manager: EntityManager, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const people = await manager.findBy(Person, { id: In([...new Set(personIds)]), active: true });
  return people.map(({ id }) => id);
}

// The parts a person has in a case, read from the database at every act: nothing is granted from memory.

import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { partyDefinition, type Body, type PartyId } from '../../workflows/kit';
import { Organisations } from '../organisations';
import {
  columnsOf,
  isAmong,
  isIn,
  readTogether,
  rowsOf,
  valuesIn,
  type Reading,
  type Statement,
} from '../persistence';
import { Clock, Ids } from '../platform';
import { Dispute, Membership, Participation, type Scope } from './entities';

/** One part a person has, and how far it goes. */
export interface Part {
  party: PartyId;
  scope: Scope;
  /** Only in cases of these routes. */
  routes?: readonly string[];
}

/** Whether a part, or a membership, goes as far as cases of a route. */
export const reaches = ({ routes }: { routes?: readonly string[] | null }, route: string): boolean =>
  !routes || routes.includes(route);

/** Whether somebody acts for the whole of an organisation, and not in cases of some routes alone. */
export const isWhole = ({ routes }: Pick<Membership, 'routes'>): boolean => routes === null;

@Injectable()
export class Parts {
  constructor(
    private readonly organisations: Organisations,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async openDispute(
    manager: EntityManager,
    organisations: Partial<Record<Body, string>>,
    id = this.ids.id(),
  ): Promise<Dispute> {
    const dispute = { id, organisations, openedAt: this.clock.instant() };
    await manager.insert(Dispute, dispute);
    return dispute;
  }

  dispute(manager: EntityManager, disputeId: string): Promise<Dispute> {
    return manager.findOneByOrFail(Dispute, { id: disputeId });
  }

  async disputes(manager: EntityManager, disputeIds: string[]): Promise<Map<string, Dispute>> {
    const ids = [...new Set(disputeIds)];
    const rows = ids.length === 0 ? [] : await manager.findBy(Dispute, { id: In(ids) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The dispute, to be read together with other things. */
  disputeIn(manager: EntityManager, disputeId: string): Reading<Dispute> {
    const reading = rowsOf(manager, Dispute, 'id = $1', [disputeId]);
    return {
      ...reading,
      read: (rows) => {
        const [dispute] = reading.read(rows);
        if (!dispute) throw new Error(`Dispute ${disputeId} does not exist`);
        return dispute;
      },
    };
  }

  /** A query for the organisations of a dispute, to be part of another. */
  organisationsIn(manager: EntityManager, disputeId: string): Statement {
    const sql = valuesIn(manager, 'SELECT organisations FROM disputes WHERE id = $1');
    return { sql, values: [disputeId] };
  }

  /** Every part a person has in a dispute, through their own place in it or through their organisation. */
  async partsOf(manager: EntityManager, dispute: Dispute, personId: string): Promise<Part[]> {
    const [own, members] = await readTogether(manager, ...this.placesIn(manager, dispute.id, personId));
    return this.partsFrom(dispute, own, members);
  }

  /** What `partsFrom` needs besides the dispute, to be read together with other things. */
  placesIn(
    manager: EntityManager,
    disputeId: string,
    personId: string,
  ): [Reading<Participation[]>, Reading<Membership[]>] {
    return [
      rowsOf(manager, Participation, 'dispute_id = $1 AND person_id = $2 AND revoked_at IS NULL', [
        disputeId,
        personId,
      ]),
      rowsOf(manager, Membership, 'person_id = $1 AND active', [personId]),
    ];
  }

  partsFrom({ organisations }: Dispute, own: Participation[], members: Membership[]): Part[] {
    const now = this.clock.instant();
    const direct = own
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
      .map(({ party, scope }) => ({ party, scope }));
    const through = members.flatMap(({ organisationId, parties, routes }) =>
      parties
        .filter((party) => organisations[partyDefinition(party).body] === organisationId)
        .map((party) => ({ party, scope: 'full' as const, ...(routes ? { routes } : {}) })),
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
    const own = await this.ownPlaces(manager, personId);
    return [
      ...new Set(own.filter((each) => !scope || each.scope === scope).map(({ disputeId }) => disputeId)),
    ];
  }

  /** The places of their own that a person has now. */
  async ownPlaces(manager: EntityManager, personId: string): Promise<Participation[]> {
    const now = this.clock.instant();
    const own = await manager.findBy(Participation, { personId, revokedAt: IsNull() });
    return own.filter(({ expiresAt }) => !expiresAt || expiresAt > now);
  }

  /**
   * Who is told when something concerns a party, for many parties in as many queries as for one, by `toldKey`: the named
   * executive where there is one, else everyone with that part.
   * @throws Error where a dispute does not exist
   */
  async recipients(manager: EntityManager, concerned: Concerned[]): Promise<Map<string, string[]>> {
    const now = this.clock.instant();
    const ids = [...new Set(concerned.map((each) => each.disputeId))];
    const given = [JSON.stringify(ids)];
    const [rows, own] = await readTogether(
      manager,
      columnsOf(manager, Dispute, ['id', 'organisations'], isAmong(manager, 'id', '$1', ids.length), given),
      columnsOf(
        manager,
        Participation,
        ['disputeId', 'party', 'personId', 'scope', 'expiresAt', 'revokedAt'],
        isAmong(manager, 'dispute_id', '$1', ids.length),
        given,
        { active: '(SELECT active FROM people WHERE people.id = person_id)' },
      ),
    );
    const disputes = new Map(rows.map((row) => [row.id, row]));
    // Who only sees cannot act: being told to would be wrong.
    const direct = own.filter(
      ({ active, expiresAt, revokedAt, scope }) =>
        Boolean(active) && revokedAt === null && scope !== 'read' && (expiresAt === null || expiresAt > now),
    );
    const named = [...new Set(rows.flatMap((each) => Object.values(each.organisations)))];
    const executives = await this.organisations.executivesOfAll(manager, named, this.clock.today());
    const inOne = `${isIn(manager, 'organisation_id', '$1')} AND active`;
    const [members] =
      named.length === 0
        ? [[]]
        : await readTogether(manager, rowsOf(manager, Membership, inOne, [JSON.stringify(named)]));
    const directOf = byKey(direct, partKey);
    const executivesOf = byKey(executives, placeKey);
    const membersOf = byKey(
      members.flatMap(({ organisationId, personId, parties, routes }) =>
        parties.map((party) => ({ organisationId, personId, party, routes })),
      ),
      placeKey,
    );
    const told = new Map<string, string[]>();
    for (const each of concerned) {
      const dispute = disputes.get(each.disputeId);
      if (!dispute) throw new Error(`Dispute ${each.disputeId} does not exist`);
      const organisationId = dispute.organisations[partyDefinition(each.party).body];
      const theirOwn = directOf.get(partKey(each)) ?? [];
      if (organisationId === undefined) {
        told.set(toldKey(each), personsOf(theirOwn));
        continue;
      }
      const place = placeKey({ organisationId, party: each.party });
      const [executive] = executivesOf.get(place) ?? [];
      const theirs = (membersOf.get(place) ?? []).filter((member) => reaches(member, each.route));
      told.set(toldKey(each), personsOf(executive ? [executive] : [...theirOwn, ...theirs]));
    }
    return onlyActive(manager, told, new Set(direct.map(({ personId }) => personId)));
  }
}

/** A party of a dispute whom something in a case of this route concerns. */
export interface Concerned {
  disputeId: string;
  party: PartyId;
  route: string;
}

export const toldKey = (concerned: Concerned): string => `${partKey(concerned)}|${concerned.route}`;

const partKey = ({ disputeId, party }: Pick<Concerned, 'disputeId' | 'party'>): string =>
  `${disputeId}|${party}`;

const placeKey = ({ organisationId, party }: { organisationId: string; party: string }): string =>
  `${organisationId}|${party}`;

const personsOf = (rows: { personId: string }[]): string[] => [...new Set(rows.map((row) => row.personId))];

function byKey<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

async function onlyActive(
  manager: EntityManager,
  told: Map<string, string[]>,
  known: ReadonlySet<string>,
): Promise<Map<string, string[]>> {
  const ids = [...new Set([...told.values()].flat())].filter((id) => !known.has(id));
  if (ids.length === 0) return told;
  const [people] = await readTogether(manager, {
    sql: `SELECT id FROM people WHERE ${isIn(manager, 'id', '$1')} AND active`,
    values: [JSON.stringify(ids)],
    columns: ['id'],
    read: (rows) => rows as { id: string }[],
  });
  const active = new Set([...known, ...people.map(({ id }) => id)]);
  return new Map([...told].map(([key, persons]) => [key, persons.filter((id) => active.has(id))]));
}

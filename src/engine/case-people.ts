// Who takes part in a case and what each of them sees, and the helpers that a family asks in and sends away.

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { partyDefinition, type Body, type PartyId, type Route } from '../../workflows/kit';
import {
  Invitations,
  Parts,
  People,
  reaches,
  ReadLog,
  type HelperScope,
  type InvitationView,
  type Part,
} from '../access';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import { hasRoute, routeOf } from './case-route';
import { notFound } from './check';
import { Case } from './entities';
import { partiesOf, partsIn } from './view';
import type { Who } from './types';

export interface ParticipantView {
  name: string;
  /** Titles of what they may do in this case. */
  may: string[];
  /** Titles of the family's cases they see, this one first; of those that the reader sees too. */
  sees: string[];
}

export interface PeopleView {
  ref: string;
  /** Names of the family; only the family and its helpers see them. */
  family: string[];
  organisations: ParticipantView[];
  /** Bodies that take part and do not use Recourse: they see nothing here. */
  outside: string[];
  /** Only for the family itself, which alone may ask helpers in. */
  helpers?: InvitationView[];
}

export interface PlaceInCase {
  caseId: string;
  disputeId: string;
  organisationId: string;
  party: PartyId;
  body: Body;
}

const FAMILY: PartyId = 'parent or young person';

@Injectable()
export class CasePeople {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly reads: ReadLog,
    private readonly invitations: Invitations,
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  async of(ref: string, who: Who & { kind: 'person' }): Promise<PeopleView> {
    const { found, route, dispute, parts, all } = await this.mine(ref, who);
    await this.reads.record(found.id, who.personId, (parts[0] as Part).party, 'people');
    const linked = await this.db.read.findBy(Case, { disputeId: dispute.id });
    // That there is another case is told to those alone who see it.
    const others = linked
      .filter((each) => each.id !== found.id && hasRoute(each))
      .map(routeOf)
      .filter((each) => partsIn(each, all).length > 0);
    const known = await this.organisations.byId(Object.values(dispute.organisations));
    const organisations = Object.entries(dispute.organisations).flatMap(([body, id]) => {
      const sees = (each: Route) => partiesWith(each, body as Body).length > 0;
      const organisation = known.get(id);
      if (!organisation || !sees(route)) return [];
      return {
        name: organisation.name,
        may: actsOf(route, partiesWith(route, body as Body)),
        sees: [route, ...others.filter(sees)].map(({ title }) => title),
      };
    });
    return {
      ref,
      family: parts.some(({ party }) => party === FAMILY) ? await this.invitations.familyOf(dispute.id) : [],
      organisations,
      outside: [
        ...new Set(
          [...partiesOf(route)].map(partyDefinition).flatMap(({ outside, name }) => (outside ? name : [])),
        ),
      ],
      ...(isFamily(parts) ? { helpers: await this.invitations.ofDispute(dispute.id) } : {}),
    };
  }

  /** Whether the case is there for them; nothing of it is read. */
  async includes(ref: string, who: Who & { kind: 'person' }): Promise<boolean> {
    return this.mine(ref, who).then(
      () => true,
      () => false,
    );
  }

  /** For whom a member of staff acts in a case. @throws Refusal where they have no such place in it. */
  async placeOf(ref: string, who: Who & { kind: 'person' }): Promise<PlaceInCase> {
    const { found, route, dispute } = await this.mine(ref, who);
    for (const membership of await this.people.memberships(who.personId)) {
      const { organisationId } = membership;
      if (!reaches(membership, route.id)) continue;
      const party = membership.parties.find(
        (each) =>
          partiesOf(route).has(each) && dispute.organisations[partyDefinition(each).body] === organisationId,
      );
      if (party)
        return {
          caseId: found.id,
          disputeId: dispute.id,
          organisationId,
          party,
          body: partyDefinition(party).body,
        };
    }
    throw notFound();
  }

  /** Who of the family takes part, for those who take part with it: to look up how to reach them safely. */
  async familyIds(ref: string, who: Who & { kind: 'person' }): Promise<string[]> {
    const { dispute } = await this.mine(ref, who);
    return this.invitations.familyIds(dispute.id);
  }

  /** Initials of the families in cases of a worklist that was made for its reader, by reference. */
  async initialsOf(refs: string[]): Promise<Map<string, string>> {
    if (refs.length === 0) return new Map();
    const found = await this.db.read.find(Case, {
      select: { ref: true, disputeId: true },
      where: { ref: In(refs) },
    });
    const initials = await this.invitations.initialsOf([...new Set(found.map(({ disputeId }) => disputeId))]);
    return new Map(found.map(({ ref, disputeId }) => [ref, initials.get(disputeId) ?? '']));
  }

  /** @throws Refusal for everybody but the family itself. */
  async invite(
    ref: string,
    who: Who & { kind: 'person' },
    invitation: { email: string; scope: HelperScope; endsOn: string },
  ): Promise<void> {
    await this.db.tx(async (m) => {
      const { dispute } = await this.familyOnly(ref, who);
      await this.invitations.invite(m, dispute.id, who.personId, invitation);
    });
  }

  async withdraw(ref: string, who: Who & { kind: 'person' }, invitationId: string): Promise<void> {
    await this.db.tx(async (m) => {
      const { dispute } = await this.familyOnly(ref, who);
      await this.invitations.withdraw(m, invitationId, dispute.id);
    });
  }

  private async familyOnly(ref: string, who: Who & { kind: 'person' }) {
    const mine = await this.mine(ref, who);
    if (!isFamily(mine.parts)) {
      throw new Refusal('not-allowed', 'Only the family itself may ask somebody in or send them away.');
    }
    return mine;
  }

  private async mine(ref: string, { personId }: Who & { kind: 'person' }) {
    const found = await this.db.read.findOneBy(Case, { ref });
    if (!found) throw notFound();
    const route = routeOf(found);
    const dispute = await this.parts.dispute(this.db.read, found.disputeId);
    const all = await this.parts.partsOf(this.db.read, dispute, personId);
    const parts = partsIn(route, all);
    if (parts.length === 0) throw notFound();
    return { found, route, dispute, parts, all };
  }
}

const isFamily = (parts: Part[]): boolean =>
  parts.some(({ party, scope }) => party === FAMILY && scope === 'full');

const partiesWith = (route: Route, body: Body): PartyId[] =>
  [...partiesOf(route)].filter((party) => partyDefinition(party).body === body);

const actsOf = (route: Route, parties: PartyId[]): string[] =>
  Object.values(route.events)
    .filter(({ by }) => by.some((party) => parties.includes(party)))
    .map(({ title }) => title);

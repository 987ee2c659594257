// What binds an organisation may want two of its people: which acts those are, and who of it may be one of the two.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { partyDefinition, type PartyId, type Route } from '../../workflows/kit';
import { Parts, People, reaches } from '../access';
import { Organisations, type Organisation } from '../organisations';
import { Refusal } from '../platform';
import { routeOf } from './case-route';
import { Case } from './entities';
import { maySend, partsIn } from './view';

/** For whom somebody would send an act of a case. */
export interface Signing {
  caseId: string;
  disputeId: string;
  version: number;
  organisationId: string;
  party: PartyId;
  /** What the act is called. */
  title: string;
  /** Whether the organisation wants a second person for it. */
  wanted: boolean;
}

@Injectable()
export class SecondPerson {
  constructor(
    private readonly parts: Parts,
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  /** Read anew each time. Nothing where they may not send it, or not for an organisation. */
  async signing(m: EntityManager, ref: string, type: string, personId: string): Promise<Signing | undefined> {
    const found = await m.findOneBy(Case, { ref });
    if (!found) return undefined;
    const route = routeOf(found);
    const dispute = await this.parts.dispute(m, found.disputeId);
    const part = maySend(route, type, partsIn(route, await this.parts.partsOf(m, dispute, personId)));
    const organisationId = part && dispute.organisations[partyDefinition(part.party).body];
    if (!part || organisationId === undefined) return undefined;
    const organisation = (await this.organisations.byId([organisationId])).get(organisationId);
    return {
      caseId: found.id,
      disputeId: dispute.id,
      version: found.version,
      organisationId,
      party: part.party,
      title: route.events[type]?.title ?? type,
      wanted: organisation !== undefined && wantsTwo(route, type, part.party, [organisation]),
    };
  }

  /** Everybody of the organisation who may send it. */
  async whoMay(m: EntityManager, ref: string, type: string, organisationId: string): Promise<string[]> {
    const found = await m.findOneBy(Case, { ref });
    const by = found && routeOf(found).events[type]?.by;
    if (!found || !by) return [];
    return (await this.people.staffOf(organisationId))
      .filter((member) => reaches(member, found.route) && member.parties.some((party) => by.includes(party)))
      .map(({ personId }) => personId);
  }
}

/** A formal answer, or what binds like one, from an organisation that has asked for two people. */
export function wantsTwo(route: Route, type: string, party: string, organisations: Organisation[]): boolean {
  const event = route.events[type];
  if (!event || !(event.binding ?? event.paper === 'reply') || party === 'Recourse') return false;
  const { body } = partyDefinition(party as PartyId);
  return organisations.some((each) => each.body === body && each.secondApproval);
}

export const needsApproval = (): Refusal =>
  new Refusal(
    'needs-approval',
    'Your organisation wants a second person to approve this. Ask for it: it is sent once somebody else has approved it.',
  );

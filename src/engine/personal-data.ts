// Everything Recourse holds about a person, in one document they can take away (UK GDPR articles 15 and 20).

import { Injectable } from '@nestjs/common';
import { Invitations, People, Sessions } from '../access';
import { EmailChoices, Preferences } from '../messages';
import { Clock } from '../platform';
import { CaseLists } from './case-lists';
import { Cases } from './cases';
import type { Who } from './types';

@Injectable()
export class PersonalData {
  constructor(
    private readonly cases: Cases,
    private readonly lists: CaseLists,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly invitations: Invitations,
    private readonly emailChoices: EmailChoices,
    private readonly preferences: Preferences,
    private readonly clock: Clock,
  ) {}

  async of(who: Who & { kind: 'person' }) {
    const { personId } = who;
    // What somebody sees as a helper is another family's.
    const mine = (await this.lists.mine(personId)).filter(({ helping }) => !helping);
    return {
      madeAt: this.clock.instant(),
      person: await this.people.contact(personId),
      messages: {
        email: await this.emailChoices.of(personId),
        ...(await this.preferences.of(personId)),
      },
      memberships: (await this.people.memberships(personId)).map(({ organisationId, parties }) => ({
        organisationId,
        parties,
      })),
      // What signs a browser in stays out, even as a hash.
      sessions: (await this.sessions.openOf(personId)).map(({ createdAt, lastSeenAt }) => ({
        createdAt,
        lastSeenAt,
      })),
      invitations: await this.invitations.waitingFor(personId),
      cases: await Promise.all(
        mine.map(async ({ ref }) => ({
          case: await this.cases.view(ref, who, 'data copy'),
          history: await this.cases.timeline(ref, who),
          openedBy: await this.cases.readsOf(ref, who),
        })),
      ),
    };
  }
}

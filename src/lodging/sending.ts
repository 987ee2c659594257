// Sends what was being written. The case is opened, its documents come into it, what was said about the writer is kept, and
// nothing is left of what was being written: all in one transaction, or none of it.

import { Injectable } from '@nestjs/common';
import { People } from '../access';
import { Cases, type CaseView, type OpenCase, type Who } from '../engine';
import { EmailChoices, type EmailChoiceId } from '../messages';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import { DraftDocuments } from '../uploads';
import { ContactSafeties, type SafetyAnswers } from './contact-safety';
import { Drafts } from './drafts';

export interface ToSend {
  opening: Pick<OpenCase, 'route' | 'facts' | 'parties'>;
  email: EmailChoiceId | undefined;
  name: string | undefined;
  safety: SafetyAnswers;
}

@Injectable()
export class Sending {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly drafts: Drafts,
    private readonly documents: DraftDocuments,
    private readonly safeties: ContactSafeties,
    private readonly emailChoices: EmailChoices,
    private readonly people: People,
  ) {}

  /** @throws Refusal where the draft is not theirs, or what is in it cannot be opened as a case. Nothing has changed then. */
  async send(id: string, who: Who & { kind: 'person' }, what: ToSend): Promise<CaseView> {
    const { personId } = who;
    const place = await this.drafts.place(id, personId);
    const apart = await this.documents.apart(place);
    return this.db.tx(async (m) => {
      const held = await this.drafts.hold(m, id, personId);
      const { disputeId } = held;
      const { opening } = what;
      if (what.email) await this.emailChoices.choose(personId, what.email);
      const asked = { ...opening, disputeId, idempotencyKey: `draft:${id}` };
      const { case: view, replayed } = await this.cases.open(asked, who);
      // An earlier release may have opened the case and stopped before it threw this away: under another dispute.
      if (replayed && (await this.documents.of(place)).length > 0)
        throw new Refusal('not-possible-now', 'This case is open already. Add your documents there.');
      const { ref } = view;
      await this.documents.enter(m, place, { ref, parties: opening.parties ?? {}, who }, apart);
      if (what.name !== undefined) await this.people.rename(personId, what.name);
      await this.safeties.say(personId, what.safety);
      await this.drafts.sent(m, held);
      return view;
    });
  }
}

// Helpers a family asks in: by e-mail, to a day, for all cases of the dispute. Nobody has a part before they accept,
// and nobody keeps one after the family withdraws it.

import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { addDays, endOfDayLondon, isPlainDate, type PlainDate } from '../../workflows/calendar';
import { Outbox } from '../messages';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Vault } from '../vault';
import { Invitation, Participation, Person, type Scope } from './entities';
import { Parts } from './parts';
import { People } from './people';

/** As themselves only the family acts. */
export type HelperScope = Exclude<Scope, 'full'>;

export interface InvitationView {
  id: string;
  name: string;
  email: string;
  scope: HelperScope;
  endsOn: PlainDate;
  status: 'waiting' | 'accepted' | 'refused' | 'over';
}

/** Longer than a year a family should be asked again. */
const LONGEST_DAYS = 366;
/** A mailbox of strangers is not to be filled from here. */
const MOST_OPEN = 10;

@Injectable()
export class Invitations {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Refusal for a wrong address or day, somebody who takes part already, or too many invitations. */
  async invite(
    m: EntityManager,
    disputeId: string,
    invitedBy: string,
    { email, scope, endsOn }: { email: string; scope: HelperScope; endsOn: PlainDate },
  ): Promise<void> {
    const address = this.people.checkedEmail(email);
    const today = this.clock.today();
    if (!isPlainDate(endsOn) || endsOn < today || endsOn > addDays(today, LONGEST_DAYS)) {
      throw wrong('endsOn', 'Choose a day from today to a year from now');
    }
    const person =
      (await this.people.findByEmail(m, address)) ??
      (await this.people.create(m, { name: 'Name not given', email: address }));
    const dispute = await this.parts.dispute(m, disputeId);
    if ((await this.parts.partsOf(m, dispute, person.id)).length > 0) {
      throw wrong('email', 'This person takes part already');
    }
    const open = await m.findBy(Invitation, { ...stillOpen(today), disputeId });
    if (open.some(({ personId }) => personId === person.id)) {
      throw wrong('email', 'You have asked this person already');
    }
    if (open.length >= MOST_OPEN) throw wrong('email', 'Withdraw an invitation before you send another');
    const id = this.ids.id();
    await m.insert(Invitation, {
      id,
      disputeId,
      personId: person.id,
      scope,
      invitedBy,
      endsOn,
      createdAt: this.clock.instant(),
      acceptedAt: null,
      refusedAt: null,
      withdrawnAt: null,
    });
    await this.outbox.enqueue(m, {
      key: `invitation:${id}`,
      personId: person.id,
      template: 'invitation',
      params: {},
    });
  }

  /** Those of a dispute that were not withdrawn, with the addresses the family typed. */
  async ofDispute(disputeId: string): Promise<InvitationView[]> {
    const rows = await this.db.read.find(Invitation, {
      where: { disputeId, withdrawnAt: IsNull() },
      order: { createdAt: 'ASC' },
    });
    const today = this.clock.today();
    return Promise.all(
      rows.map(async ({ id, personId, scope, endsOn, acceptedAt, refusedAt }) => ({
        id,
        name: '',
        email: '',
        ...(await this.people.contact(personId)),
        scope,
        endsOn,
        status: endsOn < today ? 'over' : acceptedAt ? 'accepted' : refusedAt ? 'refused' : 'waiting',
      })),
    );
  }

  /** What a person has been asked and has not answered; it names who asks and nobody else. */
  async waitingFor(
    personId: string,
  ): Promise<{ id: string; from: string; scope: HelperScope; endsOn: PlainDate }[]> {
    const rows = await this.db.read.find(Invitation, {
      where: { ...stillOpen(this.clock.today()), acceptedAt: IsNull(), personId },
      order: { createdAt: 'ASC' },
    });
    return Promise.all(
      rows.map(async ({ id, invitedBy, scope, endsOn }) => ({
        id,
        from: (await this.people.contact(invitedBy))?.name ?? 'A family',
        scope,
        endsOn,
      })),
    );
  }

  /** @throws Refusal where there is no such invitation for this person any more. */
  async answer(id: string, personId: string, accept: boolean): Promise<void> {
    await this.db.tx(async (m) => {
      const waiting = { ...stillOpen(this.clock.today()), acceptedAt: IsNull(), id, personId };
      const invitation = await m.findOneBy(Invitation, waiting);
      const at = this.clock.instant();
      const answered = await m.update(Invitation, waiting, accept ? { acceptedAt: at } : { refusedAt: at });
      if (!invitation || answered.affected !== 1) throw gone();
      if (!accept) return;
      await this.parts.join(m, invitation.disputeId, personId, 'parent or young person', {
        scope: invitation.scope,
        grantedBy: invitation.invitedBy,
        expiresAt: endOfDayLondon(invitation.endsOn),
      });
    });
  }

  /** Ends it at once, accepted or not. */
  async withdraw(m: EntityManager, id: string, disputeId: string): Promise<void> {
    const at = this.clock.instant();
    const invitation = await m.findOneBy(Invitation, { id, disputeId, withdrawnAt: IsNull() });
    if (!invitation) throw gone();
    await m.update(Invitation, { id }, { withdrawnAt: at });
    await m.update(
      Participation,
      {
        disputeId,
        personId: invitation.personId,
        grantedBy: invitation.invitedBy,
        scope: invitation.scope,
        revokedAt: IsNull(),
      },
      { revokedAt: at },
    );
  }

  /** Those who take part for a family in their own name, by name. */
  async familyOf(disputeId: string): Promise<string[]> {
    const people = await Promise.all(
      (await this.familyIds(disputeId)).map((id) => this.db.read.findOneBy(Person, { id, active: true })),
    );
    return Promise.all(
      people.flatMap((person) =>
        person ? this.vault.reveal(this.db.read, { name: person.name }).then(({ name }) => name) : [],
      ),
    );
  }

  /** The same in initials, for many at once: enough to tell cases apart by, and no name. */
  async initialsOf(disputeIds: string[]): Promise<Map<string, string>> {
    if (disputeIds.length === 0) return new Map();
    const own = await this.db.read.find(Participation, {
      where: { disputeId: In(disputeIds), scope: 'full', revokedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const names = await this.people.namesOf(own.map(({ personId }) => personId));
    const found = new Map<string, string>();
    for (const { disputeId, personId } of own) {
      const initials = initialsIn(names.get(personId) ?? '');
      if (initials) found.set(disputeId, [found.get(disputeId), initials].filter(Boolean).join(', '));
    }
    return found;
  }

  async familyIds(disputeId: string): Promise<string[]> {
    const own = await this.db.read.findBy(Participation, { disputeId, scope: 'full', revokedAt: IsNull() });
    return own.map(({ personId }) => personId);
  }
}

/** The first and the last: a name of many words is no easier told apart by all of them. */
export function initialsIn(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}][\p{L}\p{M}'’-]*/gu) ?? [];
  const shown = words.length > 1 ? [words[0], words.at(-1)] : words;
  return shown.map((word) => `${[...(word ?? '')][0]?.toLocaleUpperCase('en-GB')}.`).join('');
}

const stillOpen = (today: PlainDate) => ({
  refusedAt: IsNull(),
  withdrawnAt: IsNull(),
  endsOn: MoreThanOrEqual(today),
});

const wrong = (field: string, detail: string): Refusal =>
  new Refusal('invalid-data', detail, [{ pointer: `/${field}`, detail }]);

const gone = (): Refusal =>
  new Refusal('not-found', 'There is no such invitation, or it has been withdrawn.');

// Notices that did not reach their receiver: the contact is not used again, and a person must tell them another way.
// No date is moved because of it: the law does not, so neither do we.

import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { EmailChoice, OutboxMessage, UndeliveredNotice, UnreachableContact, type Contact } from './entities';

export const waysToTell = ['telephone', 'post', 'in person'] as const;
export type WayToTell = (typeof waysToTell)[number];

@Injectable()
export class Undelivered {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async unreachable(m: EntityManager, personId: string, contact: Contact, reason: string): Promise<void> {
    const row = { personId, contact, reason: reason.slice(0, 200), since: this.clock.instant() };
    await m.createQueryBuilder().insert().into(UnreachableContact).values(row).orIgnore().execute();
  }

  /** What takes nothing of theirs at present. */
  contactsOf(personId: string): Promise<UnreachableContact[]> {
    return this.db.read.findBy(UnreachableContact, { personId });
  }

  /** Its owner says that it works: it is used again. */
  async useAgain(personId: string, contact: Contact): Promise<void> {
    await this.db.tx((m) => m.delete(UnreachableContact, { personId, contact }));
  }

  /**
   * A task; the same message is one task, open again where it fails again. A text that fails is none where an e-mail
   * says the same.
   */
  async record(m: EntityManager, message: OutboxMessage, contact: Contact, reason: string): Promise<void> {
    if (contact === 'sms' && (await this.reachedByEmail(m, message.personId))) return;
    await m.save(UndeliveredNotice, {
      messageId: message.id,
      personId: message.personId,
      caseRef: message.params.ref ?? null,
      party: message.params.party ?? null,
      template: message.template,
      contact,
      reason: reason.slice(0, 200),
      at: this.clock.instant(),
      toldAt: null,
      toldHow: null,
      toldBy: null,
    });
  }

  private async reachedByEmail(m: EntityManager, personId: string): Promise<boolean> {
    const unsafe = await m.existsBy(EmailChoice, { personId, choice: 'no' });
    return !unsafe && !(await m.existsBy(UnreachableContact, { personId, contact: 'email' }));
  }

  /** Of one case, latest first: those waiting, and those that have been told since. */
  ofCase(caseRef: string): Promise<UndeliveredNotice[]> {
    return this.db.read.find(UndeliveredNotice, { where: { caseRef }, order: { at: 'DESC' }, take: 50 });
  }

  /** All that wait for a person, oldest first. */
  waiting(limit = 1000): Promise<UndeliveredNotice[]> {
    return this.db.read.find(UndeliveredNotice, {
      where: { toldAt: IsNull() },
      order: { at: 'ASC' },
      take: limit,
    });
  }

  /** Somebody has told its receiver: of everything in the case that they missed. Gives whether there was such a task. */
  async told(messageId: string, caseRef: string, how: WayToTell, by: string): Promise<boolean> {
    return this.db.tx(async (m) => {
      const notice = await m.findOneBy(UndeliveredNotice, { messageId, caseRef, toldAt: IsNull() });
      if (!notice) return false;
      const { personId, contact } = notice;
      const all = await m.findBy(UndeliveredNotice, { personId, contact, caseRef, toldAt: IsNull() });
      const messages = In(all.map((each) => each.messageId));
      await m.update(
        UndeliveredNotice,
        { messageId: messages },
        { toldAt: this.clock.instant(), toldHow: how, toldBy: by },
      );
      // They are no dead letters any more: what they said has been said.
      const told = { status: 'withheld', receipt: `Told: ${how}` } as const;
      await m.update(OutboxMessage, { id: messages, status: 'dead' }, told);
      return true;
    });
  }

  /** An operator has put right what was wrong: the contact is used again. */
  async sentAgain(m: EntityManager, messageId: string): Promise<void> {
    const notice = await m.findOneBy(UndeliveredNotice, { messageId, toldAt: IsNull() });
    if (!notice) return;
    await this.useAgain(notice.personId, notice.contact);
    await m.update(UndeliveredNotice, { messageId }, { toldAt: this.clock.instant(), toldHow: 'sent again' });
  }
}

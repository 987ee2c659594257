// Notices that did not reach their receiver: the contact is not used again, and a person must tell them another way.
// No date is moved because of it: the law does not, so neither do we.

import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Clock } from '../platform';
import {
  EmailChoice,
  UndeliveredNotice,
  UnreachableContact,
  type Contact,
  type OutboxMessage,
} from './entities';

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
  async useAgain(m: EntityManager, personId: string, contact: Contact): Promise<void> {
    await m.delete(UnreachableContact, { personId, contact });
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

  /** Somebody has told them. Gives whether there was such a task. */
  async told(messageId: string, caseRef: string, how: WayToTell, by: string): Promise<boolean> {
    const { affected } = await this.db.tx((m) =>
      m.update(
        UndeliveredNotice,
        { messageId, caseRef, toldAt: IsNull() },
        { toldAt: this.clock.instant(), toldHow: how, toldBy: by },
      ),
    );
    return affected === 1;
  }

  /** An operator has put right what was wrong: the contact is used again. */
  async sentAgain(m: EntityManager, messageId: string): Promise<void> {
    const notice = await m.findOneBy(UndeliveredNotice, { messageId, toldAt: IsNull() });
    if (!notice) return;
    await this.useAgain(m, notice.personId, notice.contact);
    await m.update(UndeliveredNotice, { messageId }, { toldAt: this.clock.instant(), toldHow: 'sent again' });
  }
}

// Due reminders as messages to each of their recipients: an e-mail, a text where they want texts, or a line of a list.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayBeListed, textMomentFor, type PartyId } from '../../workflows/kit';
import { Digests, textHours, Wishes, type NewMessage, type TemplateId } from '../messages';
import { Db } from '../persistence';
import { Clock } from '../platform';
import type { Reminder } from './entities';

export interface Addressed {
  reminder: Reminder;
  personIds: string[];
}

const FAMILY: PartyId = 'parent or young person';

@Injectable()
export class Addressing {
  private readonly wishes: Wishes;

  constructor(
    db: Db,
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {
    this.wishes = new Wishes(db);
  }

  async messagesFor(m: EntityManager, addressed: Addressed[]): Promise<NewMessage[]> {
    const each = addressed.flatMap(({ reminder, personIds }) =>
      personIds.map((personId) => ({ reminder, personId })),
    );
    if (each.length === 0) return [];
    const wishes = await this.wishes.ofAll(each.map(({ personId }) => personId));
    const single: NewMessage[] = [];
    const listed: { message: NewMessage; caseRef: string; due: string }[] = [];
    each.forEach(({ reminder, personId }, n) => {
      const { caseRef, party, params } = reminder;
      const wish = wishes[n];
      const message = {
        key: `${reminder.key}|${personId}`,
        personId,
        template: reminder.template as TemplateId,
        params: { ...params, ref: caseRef, party },
      };
      if (message.template === 'text-update') {
        const at = textMomentFor(this.clock.instant(), textHours[wish?.hours ?? 'day'], params.lastDay);
        if (wish?.phone) single.push({ ...message, at });
      } else if (wish?.digest && party !== FAMILY && isListed(reminder)) {
        listed.push({ message, caseRef, due: params.due ?? '' });
      } else single.push(message);
    });
    return [...single, ...(await this.listOrSend(m, listed))];
  }

  /** Gives those that are too late for their list. */
  private async listOrSend(
    m: EntityManager,
    listed: { message: NewMessage; caseRef: string; due: string }[],
  ): Promise<NewMessage[]> {
    const items = listed.map(({ message: { key, personId }, caseRef, due }) => ({
      key,
      personId,
      caseRef,
      due,
    }));
    const late = new Set((await this.digests.add(m, this.clock.today(), items)).map(({ key }) => key));
    return listed.map(({ message }) => message).filter(({ key }) => late.has(key));
  }
}

const isListed = ({ template, key }: Reminder): boolean => mayBeListed(template, key.split('|')[2] ?? '');

// What providers tell us afterwards: delivered, or not. Told twice, late or out of order, it has its effect once.

import { Injectable } from '@nestjs/common';
import { In, LessThan, Not, type EntityManager } from 'typeorm';
import { londonDateOf } from '../../workflows/calendar';
import { Db } from '../persistence';
import { canonical, Clock, log, Refusal, sha256 } from '../platform';
import { Channels } from './channels';
import { OutboxMessage, TrackedDelivery } from './entities';
import { FINAL, Handovers, rankOf } from './handovers';
import { NotifyChannel } from './notify-channel';
import { channelOf, isTemplate, wordsOf, type TemplateId } from './templates';
import { Undelivered } from './undelivered';

const HOUR = 3_600_000;
/** A failure that may pass is tried again so often, and so much later. */
const AGAIN = [0.5, 2, 12].map((hours) => hours * HOUR);
const ASK_AFTER = 24 * HOUR;
/** Notify forgets a message after a week. */
const FORGOTTEN_AFTER = 8 * 24 * HOUR;
const ASK_AT_ONCE = 50;

/** What a provider sends: more than this, which differs from provider to provider. */
export interface Receipt {
  /** The provider's own for the message. */
  id: string;
  /** Ours. */
  reference?: string | null | undefined;
  status: string;
  [more: string]: unknown;
}

@Injectable()
export class Receipts {
  constructor(
    private readonly db: Db,
    private readonly channels: Channels,
    private readonly handovers: Handovers,
    private readonly undelivered: Undelivered,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes what a provider tells by itself; gives whether it was news. The same receipt again is no news, nor is one that
   * comes too late.
   * @throws Refusal where the same id has told something else before: another message, another content for the same
   * status, or another end. Nothing is changed then.
   */
  async take(receipt: Receipt): Promise<boolean> {
    const { id, reference, status } = receipt;
    if (!reference) return false;
    return this.db.tx(async (m) => {
      const known = await this.db.lock(m, TrackedDelivery, 'reference', reference);
      const another = await m.findOneBy(TrackedDelivery, { providerId: id, reference: Not(reference) });
      if (another) throw altered(another);
      if (!known || rankOf(status) === undefined) return false;
      const told = known.told ?? {};
      const print = printOf(receipt);
      const ends = Object.keys(told).filter((each) => rankOf(each) === FINAL);
      const otherEnd = rankOf(status) === FINAL && ends.some((end) => end !== status);
      if ((known.providerId ?? id) !== id || (told[status] ?? print) !== print || otherEnd)
        throw altered(known);
      if (told[status] !== print)
        await m.update(
          TrackedDelivery,
          { reference },
          { providerId: id, told: { ...told, [status]: print } },
        );
      return this.apply(reference, status);
    });
  }

  /** Gives whether it was news. A reference that is not ours, or a status that is none, is no news. */
  async apply(reference: string, status: string): Promise<boolean> {
    const rank = rankOf(status);
    if (rank === undefined) return false;
    return this.db.tx(async (m) => {
      const { affected } = await m.update(
        TrackedDelivery,
        { reference, rank: LessThan(rank) },
        { status, rank, lookedAt: this.clock.instant() },
      );
      if (affected !== 1) return false;
      if (rank === FINAL && status !== 'delivered') await this.failed(m, reference, status);
      return true;
    });
  }

  /** Once a day, for those of which nothing was heard: a callback may have been missed. Gives how many were asked for. */
  async askForUnresolved(): Promise<number> {
    const notify = this.channels.of('email');
    const texts = this.channels.of('sms');
    const channel = [notify, texts].find((each) => each instanceof NotifyChannel);
    if (!channel) return 0;
    const rows = await this.handovers.unresolved(ASK_AFTER, ASK_AT_ONCE);
    for (const { reference, createdAt } of rows) {
      const found = await (channel as NotifyChannel).find(reference);
      if (found) await this.apply(reference, found.status);
      else if (this.clock.now().getTime() - Date.parse(createdAt) > FORGOTTEN_AFTER)
        await this.handovers.forgotten(reference);
    }
    return rows.length;
  }

  private async failed(m: EntityManager, reference: string, status: string): Promise<void> {
    const { messageId } = await m.findOneByOrFail(TrackedDelivery, { reference });
    const message = await m.findOneBy(OutboxMessage, { id: messageId });
    if (!message || !isTemplate(message.template)) return;
    const reason = `Not delivered: ${status}`;
    const contact = channelOf(message.template);
    if (status === 'permanent-failure')
      await this.undelivered.unreachable(m, message.personId, contact, reason);
    const again = status === 'permanent-failure' ? undefined : AGAIN[message.attempts];
    const dead = again === undefined || this.isOver(message, again);
    // A claimed one is taken out of the hands of its sender, which has not yet written down that it was sent.
    const sent = { id: messageId, status: In(['sent', 'claimed']) };
    const attempts = message.attempts + 1;
    const { affected } = await m.update(
      OutboxMessage,
      sent,
      dead
        ? { status: 'dead', attempts, receipt: reason, claim: null, sentAt: null }
        : {
            status: 'queued',
            attempts,
            claim: null,
            sentAt: null,
            nextAttemptAt: new Date(this.clock.now().getTime() + (again ?? 0)).toISOString(),
          },
    );
    if (dead && affected === 1 && wordsOf(message.template).kind === 'statutory')
      await this.undelivered.record(m, message, contact, reason);
  }

  /** A code is of no use later, nor is a reminder of a day that will have passed. */
  private isOver({ template, params }: OutboxMessage, wait: number): boolean {
    if (template === 'sign-in-code') return true;
    const then = londonDateOf(new Date(this.clock.now().getTime() + wait).toISOString());
    return wordsOf(template as TemplateId).before === true && params.due !== undefined && params.due < then;
  }
}

/** Without the address: what is kept of a receipt must not tell, even to who can guess, whom it was for. */
const printOf = ({ to: _to, ...receipt }: Receipt): string => sha256(canonical(receipt));

function altered({ reference }: TrackedDelivery): Refusal {
  log('warn', 'a receipt was refused: its id has told something else before', { delivery: reference });
  return new Refusal('receipt-altered', 'This id has told something else before. Nothing was changed.');
}

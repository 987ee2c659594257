// Sends what is due: claims a batch, sends outside any transaction, records the receipt. At least once, with a stable key.

import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids, type Config } from '../platform';
import { Vault } from '../vault';
import { Channel, PermanentFailure } from './channels';
import { EmailChoices } from './email-choices';
import { MailboxMessage, OutboxMessage } from './entities';
import { isTemplate, render } from './templates';

const MINUTE = 60_000;
/** Waits before the next try; after the last the message is dead and a person must look at it. */
const WAITS = [1, 5, 30, 120, 360, 1440, 2400].map((minutes) => minutes * MINUTE);
/** A sender that died with a claim loses it after this long. */
const CLAIM_LASTS = 2 * MINUTE;
const BATCH = 100;
/** For those over whose shoulder somebody may read. */
const NEUTRAL = 'There is an update for you';

/** Reaches people; given by the room above, which knows them. */
export abstract class Addresses {
  abstract contact(personId: string): Promise<{ email: string } | undefined>;
}

@Injectable()
export class Sender {
  constructor(
    private readonly db: Db,
    private readonly channel: Channel,
    private readonly addresses: Addresses,
    private readonly choices: EmailChoices,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
  ) {}

  /** Sends one batch; gives how many were claimed. */
  async sendDue(): Promise<number> {
    const claim = this.ids.id();
    const claimed = await this.claim(claim);
    for (const message of claimed) await this.send(message, claim);
    return claimed.length;
  }

  /** Messages of the demonstration's mailbox, latest first. */
  mailbox(limit = 100): Promise<MailboxMessage[]> {
    return this.db.read.find(MailboxMessage, { order: { at: 'DESC', id: 'DESC' }, take: limit });
  }

  async nextInstant(): Promise<string | undefined> {
    const next = await this.db.read.findOne(OutboxMessage, {
      where: { status: In(['queued', 'claimed']) },
      order: { nextAttemptAt: 'ASC' },
    });
    return next?.nextAttemptAt;
  }

  private claim(claim: string): Promise<OutboxMessage[]> {
    const now = this.clock.now();
    return this.db.tx(async (m) => {
      const due = await m.find(OutboxMessage, {
        where: { status: In(['queued', 'claimed']), nextAttemptAt: LessThanOrEqual(now.toISOString()) },
        order: { nextAttemptAt: 'ASC' },
        take: BATCH,
        ...(this.db.kind === 'postgres'
          ? { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } }
          : {}),
      });
      if (due.length > 0) {
        const lapses = new Date(now.getTime() + CLAIM_LASTS).toISOString();
        await m.update(
          OutboxMessage,
          { id: In(due.map(({ id }) => id)) },
          { status: 'claimed', claim, nextAttemptAt: lapses },
        );
      }
      return due;
    });
  }

  private async send(message: OutboxMessage, claim: string): Promise<void> {
    const { id, key, personId, template } = message;
    try {
      const contact = await this.addresses.contact(personId);
      if (!contact) throw new PermanentFailure('The person has left');
      if (!isTemplate(template)) throw new PermanentFailure(`There is no template ${template}`);
      // A code is asked for by whoever sits in front of the browser: it is sent in any case.
      const choice = template === 'sign-in-code' ? 'yes' : await this.choices.of(personId);
      if (choice === 'no') {
        await this.close(id, claim, { status: 'withheld', receipt: 'Not safe to e-mail', claim: null });
        return;
      }
      const secret =
        message.secret === null ? {} : await this.vault.reveal(this.db.read, { secret: message.secret });
      const rendered = render(template, { ...message.params, ...secret }, this.config.baseUrl);
      const subject = choice === 'neutral' ? NEUTRAL : rendered.subject;
      const receipt = await this.channel.deliver({ ...rendered, subject, key, personId, to: contact.email });
      await this.close(id, claim, {
        status: 'sent',
        receipt,
        sentAt: this.clock.instant(),
        secret: null,
        claim: null,
      });
    } catch (error) {
      const attempts = message.attempts + 1;
      const wait = error instanceof PermanentFailure ? undefined : WAITS[attempts - 1];
      await this.close(id, claim, {
        attempts,
        claim: null,
        ...(wait === undefined
          ? { status: 'dead', receipt: (error as Error).message.slice(0, 200) }
          : { status: 'queued', nextAttemptAt: new Date(this.clock.now().getTime() + wait).toISOString() }),
      });
    }
  }

  /** Only the holder of the claim may close it: one that was slow has lost it. */
  private async close(id: string, claim: string, change: Partial<OutboxMessage>): Promise<void> {
    await this.db.tx((m) => m.update(OutboxMessage, { id, claim }, change));
  }
}

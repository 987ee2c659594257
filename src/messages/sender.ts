// Sends what is due: claims a batch, sends outside any transaction, records the receipt. At least once, with a stable key.

import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Db, type TimedRows } from '../persistence';
import { Clock, Ids, Lanes, Together, type Config } from '../platform';
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
/** A claim with less left than this is given back unsent: sending could outlast it, and another would send too. */
const CLAIM_NEEDED = MINUTE;
const BATCH = 100;
/** Deliveries under way at once: as many as a mail server's pool has connections. */
const AT_ONCE = 5;
/** For those over whose shoulder somebody may read. */
const NEUTRAL = 'There is an update for you';

/** Reaches people; given by the room above, which knows them. */
export abstract class Addresses {
  abstract contact(personId: string): Promise<{ email: string } | undefined>;
}

type Change = Partial<OutboxMessage> & Pick<OutboxMessage, 'status'>;

interface Outcome {
  message: OutboxMessage;
  change: Change;
}

@Injectable()
export class Sender {
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly close = new Together((outcomes: Outcome[]) => this.closeAll(outcomes), BATCH);
  readonly rows: TimedRows = { entity: OutboxMessage, waiting: ['queued', 'claimed'], at: 'nextAttemptAt' };

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
    const claimed = await this.claim();
    const results = await Promise.allSettled(claimed.map((message) => this.send(message)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return claimed.length;
  }

  /** Messages of the demonstration's mailbox, latest first. */
  mailbox(limit = 100): Promise<MailboxMessage[]> {
    return this.db.read.find(MailboxMessage, { order: { at: 'DESC', id: 'DESC' }, take: limit });
  }

  /** Messages that nobody would take: a person must look at them. */
  dead(limit = 1000): Promise<OutboxMessage[]> {
    return this.db.read.find(OutboxMessage, {
      where: { status: 'dead' },
      order: { nextAttemptAt: 'ASC' },
      take: limit,
    });
  }

  countDead(): Promise<number> {
    return this.db.read.countBy(OutboxMessage, { status: 'dead' });
  }

  /** Sends a dead message once more, with all its tries. Gives whether there was one. */
  async revive(id: string): Promise<boolean> {
    const { affected } = await this.db.tx((m) =>
      m.update(
        OutboxMessage,
        { id, status: 'dead' },
        { status: 'queued', attempts: 0, nextAttemptAt: this.clock.instant() },
      ),
    );
    return (affected ?? 0) > 0;
  }

  async nextInstant(): Promise<string | undefined> {
    const next = await this.db.read.findOne(OutboxMessage, {
      where: { status: In(['queued', 'claimed']) },
      order: { nextAttemptAt: 'ASC' },
    });
    return next?.nextAttemptAt;
  }

  /** Claims a batch of what is due, of these or of all: nobody else sends it while the claim lasts. */
  claim(ids?: string[]): Promise<OutboxMessage[]> {
    const claim = this.ids.id();
    const now = this.clock.now();
    return this.db.tx(async (m) => {
      const due = await m.find(OutboxMessage, {
        where: {
          status: In(['queued', 'claimed']),
          nextAttemptAt: LessThanOrEqual(now.toISOString()),
          ...(ids ? { id: In(ids) } : {}),
        },
        order: { nextAttemptAt: 'ASC' },
        take: BATCH,
        ...(this.db.kind === 'postgres'
          ? { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } }
          : {}),
      });
      if (due.length === 0) return [];
      const nextAttemptAt = new Date(now.getTime() + CLAIM_LASTS).toISOString();
      const claimed = { status: 'claimed' as const, claim, nextAttemptAt };
      await m.update(OutboxMessage, { id: In(due.map(({ id }) => id)) }, claimed);
      return due.map((message) => ({ ...message, ...claimed }));
    });
  }

  /**
   * Sends what was claimed and writes down the receipt. A crash between the two sends it again when the claim lapses,
   * with the same key: at least once, and twice only where the record of the first was lost.
   */
  async send(message: OutboxMessage): Promise<void> {
    // The record belongs to the lane: no more than the lanes hold can ever be sent and not written down.
    await this.lanes.run(async () => this.close.of({ message, change: await this.deliver(message) }));
  }

  /** What becomes of the message. */
  private async deliver(message: OutboxMessage): Promise<Change> {
    const { key, personId, template, attempts, nextAttemptAt } = message;
    const now = this.clock.now();
    if (Date.parse(nextAttemptAt) - now.getTime() < CLAIM_NEEDED)
      return { status: 'queued', nextAttemptAt: now.toISOString() };
    try {
      const contact = await this.addresses.contact(personId);
      if (!contact) throw new PermanentFailure('The person has left');
      if (!isTemplate(template)) throw new PermanentFailure(`There is no template ${template}`);
      // A code is asked for by whoever sits in front of the browser: it is sent in any case.
      const choice = template === 'sign-in-code' ? 'yes' : await this.choices.of(personId);
      if (choice === 'no') return { status: 'withheld', receipt: 'Not safe to e-mail', secret: null };
      const secret =
        message.secret === null ? {} : await this.vault.reveal(this.db.read, { secret: message.secret });
      const rendered = render(template, { ...message.params, ...secret }, this.config.baseUrl);
      const subject = choice === 'neutral' ? NEUTRAL : rendered.subject;
      const receipt = await this.channel.deliver({ ...rendered, subject, key, personId, to: contact.email });
      return { status: 'sent', receipt };
    } catch (error) {
      const wait = error instanceof PermanentFailure ? undefined : WAITS[attempts];
      if (wait === undefined)
        return { status: 'dead', attempts: attempts + 1, receipt: (error as Error).message.slice(0, 200) };
      const next = new Date(this.clock.now().getTime() + wait).toISOString();
      return { status: 'queued', attempts: attempts + 1, nextAttemptAt: next };
    }
  }

  /** Only the holder of the claim may close it: one that was slow has lost it. */
  private async closeAll(outcomes: Outcome[]): Promise<void[]> {
    const sent = outcomes.filter(({ change }) => change.status === 'sent');
    await this.db.tx(async (m) => {
      if (sent.length > 0) await m.query(...this.recordSent(sent));
      for (const { message, change } of outcomes)
        if (change.status !== 'sent')
          await m.update(
            OutboxMessage,
            { id: message.id, claim: message.claim as string },
            { ...change, claim: null },
          );
    });
    return outcomes.map(() => undefined);
  }

  /** One statement for all receipts: a statement each would cost more than the sending. */
  private recordSent(sent: Outcome[]): [string, string[]] {
    const values: string[] = [];
    const value = (text: string) =>
      this.db.kind === 'postgres' ? `$${values.push(text)}` : (values.push(text), '?');
    const byId = (column: (outcome: Outcome) => string) =>
      sent.map((each) => `WHEN ${value(each.message.id)} THEN ${value(column(each))}`).join(' ');
    const sql = `UPDATE outbox SET status = 'sent', secret = NULL, claim = NULL, sent_at = ${value(this.clock.instant())},
      receipt = CASE id ${byId(({ change }) => change.receipt ?? '')} END
      WHERE claim = CASE id ${byId(({ message }) => message.claim as string)} END
      AND id IN (${sent.map(({ message }) => value(message.id)).join(', ')})`;
    return [sql, values];
  }
}

// Sends what is due: claims a batch, sends outside any transaction, records the receipt. At least once, with a stable key.

import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Db, type TimedRows } from '../persistence';
import { Clock, Ids, Lanes, Together } from '../platform';
import { Deliverer, type Delivered } from './deliverer';
import { MailboxMessage, OutboxMessage } from './entities';
import { Undelivered } from './undelivered';

const MINUTE = 60_000;
/** A sender that died with a claim loses it after this long. */
const CLAIM_LASTS = 2 * MINUTE;
/** A claim with less left than this is given back unsent: sending could outlast it, and another would send too. */
const CLAIM_NEEDED = MINUTE;
const BATCH = 100;
/** Deliveries under way at once: as many as a mail server's pool has connections. */
const AT_ONCE = 5;

interface Outcome extends Delivered {
  message: OutboxMessage;
}

@Injectable()
export class Sender {
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly close = new Together((outcomes: Outcome[]) => this.closeAll(outcomes), BATCH);
  readonly rows: TimedRows = { entity: OutboxMessage, waiting: ['queued', 'claimed'], at: 'nextAttemptAt' };

  constructor(
    private readonly db: Db,
    private readonly deliverer: Deliverer,
    private readonly undelivered: Undelivered,
    private readonly clock: Clock,
    private readonly ids: Ids,
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
    return this.db.tx(async (m) => {
      const { affected } = await m.update(
        OutboxMessage,
        { id, status: 'dead' },
        { status: 'queued', attempts: 0, nextAttemptAt: this.clock.instant() },
      );
      if ((affected ?? 0) > 0) await this.undelivered.sentAgain(m, id);
      return (affected ?? 0) > 0;
    });
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
    await this.lanes.run(async () => this.close.of({ message, ...(await this.deliver(message)) }));
  }

  private async deliver(message: OutboxMessage): Promise<Delivered> {
    const now = this.clock.now();
    if (Date.parse(message.nextAttemptAt) - now.getTime() < CLAIM_NEEDED)
      return { change: { status: 'queued', nextAttemptAt: now.toISOString() } };
    return this.deliverer.deliver(message);
  }

  /** Only the holder of the claim may close it: one that was slow has lost it. */
  private async closeAll(outcomes: Outcome[]): Promise<void[]> {
    const sent = outcomes.filter(({ change }) => change.status === 'sent');
    await this.db.tx(async (m) => {
      if (sent.length > 0) await m.query(...this.recordSent(sent));
      for (const { message, change, also } of outcomes) {
        if (change.status === 'sent') continue;
        const held = { id: message.id, claim: message.claim as string };
        const { affected } = await m.update(OutboxMessage, held, { ...change, claim: null });
        if (affected === 1) await also?.(m);
      }
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

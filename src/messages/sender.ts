// Sends what is due: claims a batch, sends outside any transaction, records the receipt. At least once, with a stable key.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Db, dueRows, isIn, tableOf, type TimedRows } from '../persistence';
import { Clock, Ids, Lanes, Together } from '../platform';
import { Deliverer, type Delivered } from './deliverer';
import { MailboxMessage, OutboxMessage, type MessageStatus } from './entities';
import { Undelivered } from './undelivered';

const MINUTE = 60_000;
/** A sender that died with a claim loses it after this long. */
const CLAIM_LASTS = 2 * MINUTE;
const BATCH = 500;
/** For each delivery under way, so many that are sent and not yet written down: they may arrive twice after a crash. */
const UNRECORDED = 4;

interface Outcome extends Delivered {
  message: OutboxMessage;
}

@Injectable()
export class Sender {
  /** By how many deliveries their channel has under way. */
  private readonly unrecorded = new Map<number, Lanes>();
  private readonly close = new Together((outcomes: Outcome[]) => this.closeAll(outcomes), BATCH);
  /** What became of the messages this process tried to send. */
  private readonly tried = new Map<MessageStatus, number>(
    (['sent', 'queued', 'dead', 'withheld'] as const).map((status) => [status, 0]),
  );
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
    await this.send(claimed);
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

  outcomes(): [MessageStatus, number][] {
    return [...this.tried];
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
    const now = this.clock.now();
    const claimed = {
      status: 'claimed' as const,
      claim: this.ids.id(),
      nextAttemptAt: new Date(now.getTime() + CLAIM_LASTS).toISOString(),
    };
    return this.db.tx(async (m) => {
      const due = await dueRows<OutboxMessage>(m, this.rows, now.toISOString(), BATCH, ids);
      if (due.length === 0) return [];
      await m.query(
        `UPDATE outbox SET status = 'claimed', claim = $1, next_attempt_at = $2 WHERE ${isIn(m, 'id', '$3')}`,
        [claimed.claim, claimed.nextAttemptAt, JSON.stringify(due.map(({ id }) => id))],
      );
      return due.map((message) => ({ ...message, ...claimed }));
    });
  }

  /**
   * Sends what was claimed and writes down the receipts. A crash between the two sends it again when the claim lapses,
   * with the same key: at least once, and twice only where the record of the first was lost.
   */
  async send(claimed: OutboxMessage[]): Promise<void> {
    const results = await Promise.allSettled(claimed.map((message) => this.sendOne(message)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** No more than the lanes hold can ever be sent and not written down. */
  private sendOne(message: OutboxMessage): Promise<void> {
    const atOnce = this.deliverer.atOnce(message);
    const lanes = this.unrecorded.get(atOnce) ?? new Lanes(atOnce * UNRECORDED);
    this.unrecorded.set(atOnce, lanes);
    return lanes.run(async () => this.close.of({ message, ...(await this.deliverer.deliver(message)) }));
  }

  /** Only the holder of the claim may close it: one that was slow has lost it. */
  private async closeAll(outcomes: Outcome[]): Promise<void[]> {
    const simple = outcomes.filter(({ also }) => also === undefined);
    await this.db.tx(async (m) => {
      if (simple.length > 0) await this.record(m, simple);
      for (const { message, change, also } of outcomes) {
        if (!also) continue;
        const held = { id: message.id, claim: message.claim as string };
        const { affected } = await m.update(OutboxMessage, held, { ...change, claim: null });
        if (affected === 1) await also(m);
      }
    });
    for (const { change } of outcomes)
      this.tried.set(change.status, (this.tried.get(change.status) ?? 0) + 1);
    return outcomes.map(() => undefined);
  }

  /** One statement for all of them: a statement each would cost more than the sending. */
  private async record(m: EntityManager, outcomes: Outcome[]): Promise<void> {
    const sentAt = this.clock.instant();
    const rows = outcomes.map(({ message, change }) => ({
      id: message.id,
      held: message.claim,
      status: change.status,
      attempts: change.attempts ?? message.attempts,
      next_attempt_at: change.nextAttemptAt ?? message.nextAttemptAt,
      receipt: change.receipt ?? null,
      keeps_secret: change.status === 'queued' || change.status === 'dead',
      sent_at: change.status === 'sent' ? sentAt : null,
    }));
    const given = tableOf(m, '$1', {
      id: 'text',
      held: 'text',
      status: 'text',
      attempts: 'integer',
      next_attempt_at: 'text',
      receipt: 'text',
      keeps_secret: 'boolean',
      sent_at: 'text',
    });
    await m.query(
      `UPDATE outbox SET status = given.status, attempts = given.attempts, next_attempt_at = given.next_attempt_at,
         receipt = given.receipt, secret = CASE WHEN given.keeps_secret THEN secret END, claim = NULL,
         sent_at = given.sent_at
       FROM ${given} WHERE outbox.id = given.id AND outbox.claim = given.held`,
      [JSON.stringify(rows)],
    );
  }
}

// Sends what is due: claims a batch, sends outside any transaction, records the receipt. At least once, with a stable key.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Db, tableOf, takeDue, type TimedRows } from '../persistence';
import { Clock, Ids, Lanes, Together } from '../platform';
import { CLAIMED_TOGETHER, inOrder, newClaim } from './claim';
import { Deliverer, type Delivered } from './deliverer';
import { MailboxMessage, OutboxMessage, type MessageStatus } from './entities';
import { Undelivered } from './undelivered';

/**
 * For each delivery that may be under way, so many that are under way, or sent and not yet written down: they may arrive
 * twice after a crash. With two, one half is being sent while the other is written down, and neither waits for the other.
 */
const UNRECORDED = 2;

interface Outcome extends Delivered {
  message: OutboxMessage;
}

@Injectable()
export class Sender {
  /** By how many deliveries their channel has under way. */
  private readonly unrecorded = new Map<number, Lanes>();
  private readonly close = new Together((outcomes: Outcome[]) => this.closeAll(outcomes), CLAIMED_TOGETHER);
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
    const claim = newClaim(this.ids.id(), now);
    return this.db.tx(async (m) =>
      inOrder(await takeDue<OutboxMessage>(m, this.rows, now.toISOString(), CLAIMED_TOGETHER, claim, ids)),
    );
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

  /** One statement for all of them, a statement each would cost more than the sending; one more for what was not sent. */
  private async record(m: EntityManager, outcomes: Outcome[]): Promise<void> {
    const sent = outcomes.filter(({ change }) => change.status === 'sent');
    const others = outcomes.filter(({ change }) => change.status !== 'sent');
    if (sent.length > 0) await this.recordSent(m, sent);
    if (others.length > 0) await this.recordOthers(m, others);
  }

  private async recordSent(m: EntityManager, outcomes: Outcome[]): Promise<void> {
    const rows = outcomes.map(({ message: { id, claim }, change }) => ({
      id,
      held: claim,
      receipt: change.receipt ?? null,
    }));
    await m.query(
      `UPDATE outbox SET status = 'sent', receipt = given.receipt, secret = NULL, claim = NULL, sent_at = $1
       FROM ${tableOf(m, '$2', { id: 'text', held: 'text', receipt: 'text' })}
       WHERE outbox.id = given.id AND outbox.claim = given.held`,
      [this.clock.instant(), JSON.stringify(rows)],
    );
  }

  private async recordOthers(m: EntityManager, outcomes: Outcome[]): Promise<void> {
    const rows = outcomes.map(({ message, change }) => ({
      id: message.id,
      held: message.claim,
      status: change.status,
      attempts: change.attempts ?? message.attempts,
      next_attempt_at: change.nextAttemptAt ?? message.nextAttemptAt,
      receipt: change.receipt ?? null,
      keeps_secret: change.status === 'queued' || change.status === 'dead',
    }));
    const given = tableOf(m, '$1', {
      id: 'text',
      held: 'text',
      status: 'text',
      attempts: 'integer',
      next_attempt_at: 'text',
      receipt: 'text',
      keeps_secret: 'boolean',
    });
    await m.query(
      `UPDATE outbox SET status = given.status, attempts = given.attempts, next_attempt_at = given.next_attempt_at,
         receipt = given.receipt, secret = CASE WHEN given.keeps_secret THEN secret END, claim = NULL, sent_at = NULL
       FROM ${given} WHERE outbox.id = given.id AND outbox.claim = given.held`,
      [JSON.stringify(rows)],
    );
  }
}

// Messages are queued inside the transaction that causes them and sent outside it.

import { Injectable } from '@nestjs/common';
import { In, LessThan, Like, type EntityManager } from 'typeorm';
import { Db, insertAlike, insertAll } from '../persistence';
import { Clock, Ids } from '../platform';
import { Vault } from '../vault';
import { CLAIMED_TOGETHER, inOrder, newClaim, type Claim } from './claim';
import { MailboxMessage, OutboxMessage, type MessageStatus } from './entities';
import { wordsOf, type Params, type TemplateId } from './templates';

export interface NewMessage {
  key: string;
  personId: string;
  template: TemplateId;
  params: Params;
  /** Something only the receiver may know, e.g. a code: sealed until it is sent. */
  secret?: string;
  /** When it may go out; at once where left out. */
  at?: string;
}

/** What is urgent counts as due this much earlier than the rest of its minute: it goes ahead of it. */
const AHEAD = 60_000;

@Injectable()
export class Outbox {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async enqueue(manager: EntityManager, ...messages: NewMessage[]): Promise<void> {
    await insertAll(manager, OutboxMessage, await this.queued(manager, messages), 'or ignore');
  }

  /**
   * As above; and of those that may go out at once, as many as one sender takes are claimed for the caller, who sends them
   * after the commit. What it does not send goes out when the claim lapses.
   */
  async enqueueClaimed(manager: EntityManager, messages: NewMessage[]): Promise<OutboxMessage[]> {
    const claim = newClaim(this.ids.id(), this.clock.now());
    const now = this.clock.instant();
    let left = CLAIMED_TOGETHER;
    const rows = (await this.queued(manager, messages)).map((row) =>
      row.nextAttemptAt <= now && left-- > 0 ? { ...row, ...claim } : row,
    );
    const written = await insertAlike(manager, OutboxMessage, rows, 'or ignore');
    const claimed = rows.filter((row) => row.claim !== null);
    // One that was there already is somebody else's to send, or was sent.
    const ours = written === rows.length ? undefined : await this.heldBy(manager, claim, claimed);
    return inOrder(ours ? claimed.filter(({ id }) => ours.has(id)) : claimed);
  }

  private async heldBy(
    manager: EntityManager,
    { claim }: Claim,
    rows: OutboxMessage[],
  ): Promise<Set<string>> {
    const ids = In(rows.map(({ id }) => id));
    const held = await manager.find(OutboxMessage, { where: { id: ids, claim }, select: { id: true } });
    return new Set(held.map(({ id }) => id));
  }

  private async queued(manager: EntityManager, messages: NewMessage[]): Promise<OutboxMessage[]> {
    const now = this.clock.instant();
    const ahead = new Date(this.clock.now().getTime() - AHEAD).toISOString();
    return Promise.all(
      messages.map(async ({ key, personId, template, params, secret, at }) => ({
        id: this.ids.id(),
        key,
        personId,
        template,
        params,
        secret: secret === undefined ? null : await this.vault.seal(manager, personId, secret),
        status: 'queued' as const,
        attempts: 0,
        nextAttemptAt: at ?? (wordsOf(template).urgent ? ahead : now),
        claim: null,
        receipt: null,
        createdAt: now,
        sentAt: null,
      })),
    );
  }

  /** How many were made since a moment, by what became of them. */
  async countSince(instant: string): Promise<Partial<Record<MessageStatus, number>>> {
    const rows = await this.db.read
      .createQueryBuilder(OutboxMessage, 'o')
      .select('o.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .where('o.created_at >= :instant', { instant })
      .groupBy('o.status')
      .getRawMany<{ status: MessageStatus; count: string | number }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  /** The latest of one kind to one person, e.g. the tests an operator has sent to themselves. */
  latestOf(personId: string, template: TemplateId): Promise<OutboxMessage[]> {
    return this.db.read.find(OutboxMessage, {
      where: { personId, template },
      order: { createdAt: 'DESC' },
      take: 3,
    });
  }

  /** Messages made before a moment that will not be sent any more: how many there are, or were. */
  async older(instant: string, erase: boolean): Promise<number> {
    const old = { createdAt: LessThan(instant), status: In(['sent', 'dead', 'withheld']) };
    if (!erase) return this.db.read.countBy(OutboxMessage, old);
    return (await this.db.tx((m) => m.delete(OutboxMessage, old))).affected ?? 0;
  }

  /** Everything that was sent about a case, or was to be. */
  async forgetAbout(manager: EntityManager, caseRef: string): Promise<void> {
    await manager.delete(OutboxMessage, { params: Like(`%"${caseRef}"%`) as never });
    await manager.delete(MailboxMessage, { text: Like(`%${caseRef}%`) });
  }
}

// What failed for good: kept as rows, shown by `recourse dead-letters`, tried again when a person says so.

import { Injectable } from '@nestjs/common';
import { Sender } from '../messages';
import { WebhookSender } from '../webhooks';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { DeadLetter } from './entities';
import { kinds, type Kind } from './kinds';

export type Letter = Omit<DeadLetter, 'id'>;

@Injectable()
export class DeadLetters {
  constructor(
    private readonly db: Db,
    private readonly sender: Sender,
    private readonly webhooks: WebhookSender,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The same one twice is one letter. */
  async record(kind: Kind, rowId: string, attempts: number, error: string): Promise<void> {
    const row = {
      id: this.ids.id(),
      kind,
      rowId,
      attempts,
      error: error.slice(0, 500),
      diedAt: this.clock.instant(),
    };
    await this.db.tx((m) =>
      m.createQueryBuilder().insert().into(DeadLetter).values(row).orIgnore().execute(),
    );
  }

  async rowsOf(kind: Kind): Promise<Set<string>> {
    const rows = await this.db.read.find(DeadLetter, { where: { kind }, select: { rowId: true } });
    return new Set(rows.map(({ rowId }) => rowId));
  }

  async count(): Promise<Record<Kind, number>> {
    const counts = await Promise.all(kinds.map((kind) => this.db.read.countBy(DeadLetter, { kind })));
    const died: Partial<Record<Kind, number>> = {
      messages: await this.sender.countDead(),
      webhooks: await this.webhooks.countDead(),
    };
    return Object.fromEntries(kinds.map((kind, n) => [kind, (counts[n] ?? 0) + (died[kind] ?? 0)])) as Record<
      Kind,
      number
    >;
  }

  /** Oldest first, with the messages that no mail server would take. */
  async all(): Promise<Letter[]> {
    const letters: Letter[] = await this.db.read.find(DeadLetter);
    const messages = (await this.sender.dead()).map(({ id, attempts, receipt, nextAttemptAt }): Letter => ({
      kind: 'messages',
      rowId: id,
      attempts,
      error: receipt ?? '',
      diedAt: nextAttemptAt,
    }));
    const webhooks = (await this.webhooks.dead()).map(({ id, attempts, result, nextAttemptAt }): Letter => ({
      kind: 'webhooks',
      rowId: id,
      attempts,
      error: result ?? '',
      diedAt: nextAttemptAt,
    }));
    return [...letters, ...messages, ...webhooks].sort((a, b) => (a.diedAt < b.diedAt ? -1 : 1));
  }

  /** Lets it be tried again: the row itself says what is to be done. Gives whether there was such a letter. */
  async retry(rowId: string): Promise<boolean> {
    const { affected } = await this.db.tx((m) => m.delete(DeadLetter, { rowId }));
    const revived = (await this.sender.revive(rowId)) || (await this.webhooks.revive(rowId));
    return revived || (affected ?? 0) > 0;
  }
}

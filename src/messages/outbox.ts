// Messages are queued inside the transaction that causes them and sent outside it.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertAll } from '../persistence';
import { Clock, Ids } from '../platform';
import { Vault } from '../vault';
import { OutboxMessage } from './entities';
import type { Params, TemplateId } from './templates';

export interface NewMessage {
  key: string;
  personId: string;
  template: TemplateId;
  params: Params;
  /** Something only the receiver may know, e.g. a code: sealed until it is sent. */
  secret?: string;
}

@Injectable()
export class Outbox {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async enqueue(manager: EntityManager, ...messages: NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const now = this.clock.instant();
    const rows = await Promise.all(
      messages.map(async ({ key, personId, template, params, secret }) => ({
        id: this.ids.id(),
        key,
        personId,
        template,
        params,
        secret: secret === undefined ? null : await this.vault.seal(manager, personId, secret),
        status: 'queued' as const,
        attempts: 0,
        nextAttemptAt: now,
        claim: null,
        receipt: null,
        createdAt: now,
        sentAt: null,
      })),
    );
    await insertAll(manager, OutboxMessage, rows, 'or ignore');
  }
}

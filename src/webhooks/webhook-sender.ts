// Sends webhooks: signed as Standard Webhooks says, tried again with longer and longer waits, with the same id each time.

import { Inject, Injectable } from '@nestjs/common';
import { Webhook as Signer } from 'standardwebhooks';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Db, type TimedRows } from '../persistence';
import { Clock, CONFIG, Ids, Lanes, type Config } from '../platform';
import { Vault } from '../vault';
import { Webhook, WebhookEvent } from './entities';
import { post } from './https-post';
import { pinnedAddress, resolveAll, type Resolve } from './safe-target';

const MINUTE = 60_000;
/** Waits before the next try, about three days in all; after the last a person must look. */
const WAITS = [0.1, 1, 5, 30, 120, 360, 840, 1440, 1440].map((minutes) => minutes * MINUTE);
const CLAIM_LASTS = 2 * MINUTE;
const CLAIM_NEEDED = MINUTE;
const BATCH = 50;
/** One slow receiver must not keep the others waiting. */
const AT_ONCE = 20;

export interface WebhookBody {
  type: 'case.changed';
  timestamp: string;
  data: { ref: string; version: number; stage: string };
}

@Injectable()
export class WebhookSender {
  readonly rows: TimedRows = { entity: WebhookEvent, waiting: ['queued', 'claimed'], at: 'nextAttemptAt' };
  private readonly lanes = new Lanes(AT_ONCE);
  /** Exchanged by tests that play with names. */
  resolve: Resolve = resolveAll;

  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends one batch; gives how many were claimed. */
  async sendDue(): Promise<number> {
    const events = await this.claim();
    await Promise.all(events.map((event) => this.send(event)));
    return events.length;
  }

  async sendOne(id: string): Promise<void> {
    for (const event of await this.claim(id)) await this.send(event);
  }

  dead(limit = 1000): Promise<WebhookEvent[]> {
    return this.db.read.find(WebhookEvent, {
      where: { status: 'dead' },
      order: { nextAttemptAt: 'ASC' },
      take: limit,
    });
  }

  countDead(): Promise<number> {
    return this.db.read.countBy(WebhookEvent, { status: 'dead' });
  }

  /** Lets a dead one be tried again. Gives whether there was one. */
  async revive(id: string): Promise<boolean> {
    const { affected } = await this.db.tx((m) =>
      m.update(
        WebhookEvent,
        { id, status: 'dead' },
        { status: 'queued', attempts: 0, nextAttemptAt: this.clock.instant() },
      ),
    );
    return affected === 1;
  }

  private claim(id?: string): Promise<WebhookEvent[]> {
    const now = this.clock.now();
    return this.db.tx(async (m) => {
      const due = await m.find(WebhookEvent, {
        where: {
          status: In(['queued', 'claimed']),
          nextAttemptAt: LessThanOrEqual(now.toISOString()),
          ...(id ? { id } : {}),
        },
        order: { nextAttemptAt: 'ASC', version: 'ASC' },
        take: BATCH,
        ...(this.db.kind === 'postgres'
          ? { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } }
          : {}),
      });
      if (due.length === 0) return [];
      const claimed = {
        status: 'claimed' as const,
        claim: this.ids.id(),
        nextAttemptAt: new Date(now.getTime() + CLAIM_LASTS).toISOString(),
      };
      await m.update(WebhookEvent, { id: In(due.map((event) => event.id)) }, claimed);
      return due.map((event) => ({ ...event, ...claimed }));
    });
  }

  private send(event: WebhookEvent): Promise<void> {
    return this.lanes.run(async () => {
      const { id, claim } = event;
      const change = await this.tried(event);
      await this.db.tx((m) =>
        m.update(WebhookEvent, { id, claim: claim as string }, { ...change, claim: null }),
      );
    });
  }

  private async tried(event: WebhookEvent): Promise<Partial<WebhookEvent>> {
    const now = this.clock.now();
    if (Date.parse(event.nextAttemptAt) - now.getTime() < CLAIM_NEEDED)
      return { status: 'queued', nextAttemptAt: now.toISOString() };
    const attempts = event.attempts + 1;
    const result = await this.post(event).catch((error: Error) => error.message.slice(0, 200));
    if (typeof result === 'number' && result >= 200 && result < 300)
      return { status: 'sent', attempts, result: String(result) };
    // 410: the receiver says that it wants no more of these.
    const wait = result === 410 ? undefined : WAITS[event.attempts];
    if (wait === undefined) return { status: 'dead', attempts, result: String(result) };
    const nextAttemptAt = new Date(this.clock.now().getTime() + wait).toISOString();
    return { status: 'queued', attempts, result: String(result), nextAttemptAt };
  }

  private async post({ id, webhookId, caseRef, version, stage, at }: WebhookEvent): Promise<number | string> {
    const hook = await this.db.read.findOneBy(Webhook, { id: webhookId, removedAt: IsNull() });
    if (!hook) return 410;
    const url = new URL(hook.url);
    const pinned = await pinnedAddress(url, this.config.localWebhooks, this.resolve);
    const body: WebhookBody = {
      type: 'case.changed',
      timestamp: at,
      data: { ref: caseRef, version, stage },
    };
    const text = JSON.stringify(body);
    const sentAt = this.clock.now();
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Recourse-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': await this.signatures(hook, id, sentAt, text),
    };
    return post(url, pinned, headers, text);
  }

  private async signatures(hook: Webhook, id: string, at: Date, text: string): Promise<string> {
    const old =
      hook.oldSecretUntil !== null && hook.oldSecretUntil > at.toISOString() ? hook.oldSecret : null;
    const secrets = await this.vault.reveal(this.db.read, [hook.secret, ...(old ? [old] : [])]);
    return secrets.map((secret) => new Signer(secret).sign(id, at, text)).join(' ');
  }
}

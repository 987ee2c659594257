// The subscriptions of organisations, and the events written down for them in the transaction of a change.

import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Db, insertion, isOneOf, rowsOf, type Reading, type Statement } from '../persistence';
import { Clock, CONFIG, Ids, Refusal, type Config } from '../platform';
import { Vault } from '../vault';
import { Webhook, WebhookEvent } from './entities';
import { checkedUrl } from './safe-target';

/** After a change of secret both are good for so long. */
const CHANGE_OVER = 24 * 3_600_000;
const MOST = 10;

export interface CaseChange {
  caseRef: string;
  version: number;
  stage: string;
}

export interface WebhookView {
  id: string;
  organisationId: string;
  url: string;
  createdAt: string;
  /** Events that wait, and that nobody took. */
  waiting: number;
  dead: number;
  lastResult: string | null;
}

@Injectable()
export class Webhooks {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Gives the secret, which is never shown again. @throws Refusal for an address that is not public. */
  async add(organisationId: string, typed: string): Promise<{ id: string; url: string; secret: string }> {
    const { href: url } = checkedUrl(typed, this.config.localWebhooks);
    return this.db.tx(async (m) => {
      const others = await m.countBy(Webhook, { organisationId, removedAt: IsNull() });
      if (others >= MOST)
        throw new Refusal(
          'not-possible-now',
          `An organisation has at most ${MOST} webhooks. Remove one first.`,
        );
      const id = this.ids.id();
      const secret = newSecret();
      await m.insert(Webhook, {
        id,
        organisationId,
        url,
        secret: await this.vault.seal(m, id, secret),
        oldSecret: null,
        oldSecretUntil: null,
        createdAt: this.clock.instant(),
        removedAt: null,
      });
      return { id, url, secret };
    });
  }

  async list(organisationIds?: string[]): Promise<WebhookView[]> {
    const hooks = await this.db.read.find(Webhook, {
      where: { removedAt: IsNull(), ...(organisationIds ? { organisationId: In(organisationIds) } : {}) },
      order: { createdAt: 'ASC' },
    });
    return Promise.all(
      hooks.map(async ({ id, organisationId, url, createdAt }) => {
        const count = (status: WebhookEvent['status'][]) =>
          this.db.read.countBy(WebhookEvent, { webhookId: id, status: In(status) });
        const last = await this.db.read.findOne(WebhookEvent, {
          where: { webhookId: id, status: In(['sent', 'dead']) },
          order: { at: 'DESC' },
        });
        return {
          id,
          organisationId,
          url,
          createdAt,
          waiting: await count(['queued', 'claimed']),
          dead: await count(['dead']),
          lastResult: last?.result ?? null,
        };
      }),
    );
  }

  /** A new secret, shown once. @throws Refusal where there is no such webhook for these organisations. */
  async rotate(id: string, organisationIds?: string[]): Promise<string> {
    return this.db.tx(async (m) => {
      const hook = await this.known(m, id, organisationIds);
      const secret = newSecret();
      await m.update(
        Webhook,
        { id },
        {
          secret: await this.vault.seal(m, id, secret),
          oldSecret: hook.secret,
          oldSecretUntil: new Date(this.clock.now().getTime() + CHANGE_OVER).toISOString(),
        },
      );
      return secret;
    });
  }

  /** Ends it at once, with what was still to be sent. @throws Refusal where there is none. */
  async remove(id: string, organisationIds?: string[]): Promise<void> {
    await this.db.tx(async (m) => {
      await this.known(m, id, organisationIds);
      await m.update(Webhook, { id }, { removedAt: this.clock.instant() });
      await m.delete(WebhookEvent, { webhookId: id, status: In(['queued', 'dead']) });
      await this.vault.erase(m, id);
    });
  }

  /** The webhooks of the organisations that a query gives, to be read together with other things. */
  hooksIn(m: EntityManager, { sql, values }: Statement): Reading<Webhook[]> {
    return rowsOf(m, Webhook, `${isOneOf(m, 'organisation_id', sql)} AND removed_at IS NULL`, values);
  }

  /** What the engine writes in the transaction of the change: an event for each of their webhooks. */
  caseChanged(
    m: EntityManager,
    hooks: Webhook[],
    { caseRef, version, stage }: CaseChange,
  ): Statement | undefined {
    const now = this.clock.instant();
    return insertion(
      m,
      WebhookEvent,
      hooks.map(({ id }) => ({
        id: this.ids.id(),
        webhookId: id,
        caseRef,
        version,
        stage,
        at: now,
        status: 'queued' as const,
        attempts: 0,
        nextAttemptAt: now,
        claim: null,
        result: null,
      })),
    );
  }

  private async known(m: EntityManager, id: string, organisationIds?: string[]): Promise<Webhook> {
    const hook = await m.findOneBy(Webhook, { id, removedAt: IsNull() });
    if (!hook || (organisationIds && !organisationIds.includes(hook.organisationId)))
      throw new Refusal('not-found', 'There is no such webhook.');
    return hook;
  }
}

/** 256 bits in the form of Standard Webhooks. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

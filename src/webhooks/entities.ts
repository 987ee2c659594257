// Systems of organisations that want to be told of changes, and each thing that is to be said to one of them.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('webhooks')
@Index('webhooks_organisation_id', ['organisationId'])
export class Webhook {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ type: 'varchar', length: 500 })
  url!: string;

  /** Sealed: with it, messages are signed. */
  @Column({ type: 'text' })
  secret!: string;

  /** The one before: messages are signed with it too until then, so that a receiver can change over in peace. */
  @Column({ name: 'old_secret', type: 'text', nullable: true })
  oldSecret!: string | null;

  @Column({ name: 'old_secret_until', type: 'varchar', length: 24, nullable: true })
  oldSecretUntil!: string | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'removed_at', type: 'varchar', length: 24, nullable: true })
  removedAt!: string | null;
}

export type WebhookEventStatus = 'queued' | 'claimed' | 'sent' | 'dead';

/** Written in the transaction of the change. It holds no personal detail: the receiver asks the API for more. */
@Entity('webhook_events')
@Index('webhook_events_due', ['status', 'nextAttemptAt', 'id'])
@Index('webhook_events_webhook_id', ['webhookId'])
export class WebhookEvent {
  /** The receiver's means to tell a repetition: the same at every try. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'webhook_id', type: 'varchar', length: 36 })
  webhookId!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'varchar', length: 60 })
  stage!: string;

  @Column({ type: 'varchar', length: 24 })
  at!: string;

  @Column({ type: 'varchar', length: 20 })
  status!: WebhookEventStatus;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** For a claimed one, when the claim lapses. */
  @Column({ name: 'next_attempt_at', type: 'varchar', length: 24 })
  nextAttemptAt!: string;

  @Column({ type: 'varchar', length: 36, nullable: true })
  claim!: string | null;

  /** What the receiver answered last. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  result!: string | null;
}

export const webhookEntities = [Webhook, WebhookEvent];

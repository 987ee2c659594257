// Messages that must go out, and the demonstration's mailbox in which they can be read.

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** `withheld`: its receiver has said that e-mail is not safe. */
export type MessageStatus = 'queued' | 'claimed' | 'sent' | 'dead' | 'withheld';

/** One message to one person. Holds no address and no personal detail; `secret` is sealed. */
@Entity('outbox')
@Unique('outbox_key', ['key'])
@Index('outbox_due', ['status', 'nextAttemptAt', 'id'])
export class OutboxMessage {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  /** Says what the message is about: the same message is never queued twice. */
  @Column({ type: 'varchar', length: 200 })
  key!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 60 })
  template!: string;

  @Column({ type: 'simple-json' })
  params!: Record<string, string>;

  @Column({ type: 'text', nullable: true })
  secret!: string | null;

  @Column({ type: 'varchar', length: 20 })
  status!: MessageStatus;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** For a claimed message, when the claim lapses. */
  @Column({ name: 'next_attempt_at', type: 'varchar', length: 24 })
  nextAttemptAt!: string;

  @Column({ type: 'varchar', length: 36, nullable: true })
  claim!: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  receipt!: string | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'sent_at', type: 'varchar', length: 24, nullable: true })
  sentAt!: string | null;
}

@Entity('mailbox')
@Index('mailbox_at', ['at'])
export class MailboxMessage {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 300 })
  subject!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  html!: string;

  @Column({ type: 'varchar', length: 24 })
  at!: string;
}

@Entity('email_choices')
export class EmailChoice {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** `neutral`: with a subject that says nothing about a case. */
  @Column({ type: 'varchar', length: 20 })
  choice!: 'yes' | 'neutral' | 'no';

  @Column({ name: 'chosen_at', type: 'varchar', length: 24 })
  chosenAt!: string;
}

export const messageEntities = [OutboxMessage, MailboxMessage, EmailChoice];

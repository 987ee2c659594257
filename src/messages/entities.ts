// Messages that must go out, and the demonstration's mailbox in which they can be read.

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** `withheld`: its receiver does not want it this way, or its day has passed; `receipt` says which. */
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

/** What somebody has chosen about messages beside e-mail; who has chosen nothing has no row. */
@Entity('message_preferences')
export class MessagePreference {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** News that asks nothing of its reader. */
  @Column({ type: 'boolean' })
  news!: boolean;

  /** Reminders of dates further off as one list in the morning: for staff, who have many cases. */
  @Column({ type: 'boolean' })
  digest!: boolean;

  /** They have said that texts are safe. */
  @Column({ type: 'boolean' })
  text!: boolean;

  /** Sealed with the person's own key. */
  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'varchar', length: 10 })
  hours!: 'day' | 'school' | 'evening';

  @Column({ name: 'chosen_at', type: 'varchar', length: 24 })
  chosenAt!: string;
}

/** One date of a list that is sent in the morning. */
@Entity('digest_items')
@Index('digest_items_person_id_day', ['personId', 'day'])
export class DigestItem {
  /** That of the reminder it stands for, and the person. */
  @PrimaryColumn({ type: 'varchar', length: 200 })
  key!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** The morning on which it is sent. */
  @Column({ type: 'varchar', length: 10 })
  day!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  @Column({ type: 'varchar', length: 10 })
  due!: string;
}

export type Contact = 'email' | 'sms';

/** One handing over to a provider that tells later what became of it. Written before anything is sent. */
@Entity('deliveries')
@Index('deliveries_message_id', ['messageId'])
@Index('deliveries_rank_looked_at', ['rank', 'lookedAt'])
@Index('deliveries_provider_id', ['providerId'])
export class TrackedDelivery {
  /** Our own name for it at the provider: made from the key of the message, says nothing about it. */
  @PrimaryColumn({ type: 'varchar', length: 40 })
  reference!: string;

  @Column({ name: 'message_id', type: 'varchar', length: 36 })
  messageId!: string;

  @Column({ name: 'provider_id', type: 'varchar', length: 60, nullable: true })
  providerId!: string | null;

  /** A message that failed at the provider may be sent again: the next round. */
  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'varchar', length: 30 })
  status!: string;

  /** How far the status is; it never goes back. */
  @Column({ type: 'integer' })
  rank!: number;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  /** When the provider was last asked, or told us. */
  @Column({ name: 'looked_at', type: 'varchar', length: 24 })
  lookedAt!: string;

  /** By status, a hash over the receipt that told it, without the address in it: a second one must say the same. */
  @Column({ type: 'simple-json', nullable: true })
  told!: Record<string, string> | null;
}

/** An address or a number that takes nothing: not used again until its owner says so. */
@Entity('unreachable_contacts')
export class UnreachableContact {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @PrimaryColumn({ type: 'varchar', length: 10 })
  contact!: Contact;

  @Column({ type: 'varchar', length: 200 })
  reason!: string;

  @Column({ type: 'varchar', length: 24 })
  since!: string;
}

/** A notice that did not reach its receiver: a task for a person, to tell them by telephone or by post. */
@Entity('undelivered_notices')
@Index('undelivered_notices_case_ref', ['caseRef'])
@Index('undelivered_notices_told_at', ['toldAt'])
export class UndeliveredNotice {
  @PrimaryColumn({ name: 'message_id', type: 'varchar', length: 36 })
  messageId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20, nullable: true })
  caseRef!: string | null;

  /** For whom in the case it was, e.g. "parent or young person". */
  @Column({ type: 'varchar', length: 60, nullable: true })
  party!: string | null;

  @Column({ type: 'varchar', length: 60 })
  template!: string;

  @Column({ type: 'varchar', length: 10 })
  contact!: Contact;

  @Column({ type: 'varchar', length: 200 })
  reason!: string;

  @Column({ type: 'varchar', length: 24 })
  at!: string;

  @Column({ name: 'told_at', type: 'varchar', length: 24, nullable: true })
  toldAt!: string | null;

  @Column({ name: 'told_how', type: 'varchar', length: 20, nullable: true })
  toldHow!: 'telephone' | 'post' | 'in person' | 'sent again' | null;

  @Column({ name: 'told_by', type: 'varchar', length: 36, nullable: true })
  toldBy!: string | null;
}

/** What a provider must show before we believe it: kept as a hash. */
@Entity('callback_tokens')
export class CallbackToken {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  purpose!: 'receipts';

  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  @Column({ name: 'made_at', type: 'varchar', length: 24 })
  madeAt!: string;
}

export const messageEntities = [
  OutboxMessage,
  MailboxMessage,
  EmailChoice,
  MessagePreference,
  DigestItem,
  TrackedDelivery,
  UnreachableContact,
  UndeliveredNotice,
  CallbackToken,
];

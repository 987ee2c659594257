// People, the ways they prove who they are, and the parts they have in disputes.

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Body, PartyId } from '../../workflows/kit';

/** Name and e-mail are sealed; the address is found by its keyed hash. */
@Entity('people')
@Unique('people_email_hash', ['emailHash'])
export class Person {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'email_hash', type: 'varchar', length: 64 })
  emailHash!: string;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;
}

/** What a person may act as for an organisation, in every case that names it. */
@Entity('memberships')
@Index('memberships_person_id', ['personId'])
@Index('memberships_organisation_id', ['organisationId'])
export class Membership {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ type: 'simple-json' })
  parties!: PartyId[];

  /** In cases of these routes alone; in every case that names the organisation where there are none. */
  @Column({ type: 'simple-json', nullable: true })
  routes!: string[] | null;

  @Column({ type: 'boolean' })
  active!: boolean;
}

/** Linked cases of one family's disagreement: who takes part is said once for all of them. */
@Entity('disputes')
export class Dispute {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'simple-json' })
  organisations!: Partial<Record<Body, string>>;

  @Column({ name: 'opened_at', type: 'varchar', length: 24 })
  openedAt!: string;
}

/** `full`: acts as the party. `representative`: acts, except giving up rights. `read`: only sees. */
export type Scope = 'full' | 'representative' | 'read';

@Entity('participations')
@Index('participations_dispute_id', ['disputeId'])
@Index('participations_person_id', ['personId'])
export class Participation {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'dispute_id', type: 'varchar', length: 36 })
  disputeId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 60 })
  party!: PartyId;

  @Column({ type: 'varchar', length: 20 })
  scope!: Scope;

  @Column({ name: 'granted_by', type: 'varchar', length: 36, nullable: true })
  grantedBy!: string | null;

  @Column({ name: 'expires_at', type: 'varchar', length: 24, nullable: true })
  expiresAt!: string | null;

  @Column({ name: 'revoked_at', type: 'varchar', length: 24, nullable: true })
  revokedAt!: string | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;
}

/** A helper whom a family has asked, whether or not they have answered. */
@Entity('invitations')
@Index('invitations_dispute_id', ['disputeId'])
@Index('invitations_person_id', ['personId'])
export class Invitation {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'dispute_id', type: 'varchar', length: 36 })
  disputeId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 20 })
  scope!: Exclude<Scope, 'full'>;

  @Column({ name: 'invited_by', type: 'varchar', length: 36 })
  invitedBy!: string;

  /** The last day of what they may see or do. */
  @Column({ name: 'ends_on', type: 'varchar', length: 10 })
  endsOn!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'accepted_at', type: 'varchar', length: 24, nullable: true })
  acceptedAt!: string | null;

  @Column({ name: 'refused_at', type: 'varchar', length: 24, nullable: true })
  refusedAt!: string | null;

  @Column({ name: 'withdrawn_at', type: 'varchar', length: 24, nullable: true })
  withdrawnAt!: string | null;
}

@Entity('sign_in_codes')
@Index('sign_in_codes_email_hash_created_at', ['emailHash', 'createdAt'])
export class SignInCode {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'email_hash', type: 'varchar', length: 64 })
  emailHash!: string;

  @Column({ name: 'browser_hash', type: 'varchar', length: 64 })
  browserHash!: string;

  @Column({ name: 'code_hash', type: 'varchar', length: 64 })
  codeHash!: string;

  /** To whom it was sent; nothing where no more codes were sent to this address. */
  @Column({ name: 'recipient_id', type: 'varchar', length: 36, nullable: true })
  recipientId!: string | null;

  @Column({ name: 'expires_at', type: 'varchar', length: 24 })
  expiresAt!: string;

  @Column({ type: 'integer', default: 0 })
  tries!: number;

  @Column({ name: 'used_at', type: 'varchar', length: 24, nullable: true })
  usedAt!: string | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;
}

/** `id` is the hash of what the browser holds. */
@Entity('sessions')
@Index('sessions_person_id', ['personId'])
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 64 })
  csrf!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'last_seen_at', type: 'varchar', length: 24 })
  lastSeenAt!: string;

  @Column({ name: 'ended_at', type: 'varchar', length: 24, nullable: true })
  endedAt!: string | null;

  /** Two where it was by two, by a passkey, or through the organisation's own sign-in. */
  @Column({ type: 'integer', default: 1 })
  factors!: number;

  /** When the person last showed that it is them. */
  @Column({ name: 'proved_at', type: 'varchar', length: 24, default: '' })
  provedAt!: string;

  /** What a person knows their device by, e.g. "Chrome on Android". */
  @Column({ type: 'varchar', length: 60, default: '' })
  device!: string;
}

/** An address for one message that belongs to nobody's account: not yet, or no longer. Gone after a day. */
@Entity('recipients')
@Index('recipients_created_at', ['createdAt'])
export class Recipient {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  /** Sealed with a key of its own. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;
}

@Entity('passkeys')
@Index('passkeys_person_id', ['personId'])
export class Passkey {
  /** The credential's id, as the authenticator gave it. */
  @PrimaryColumn({ type: 'varchar', length: 400 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'public_key', type: 'text' })
  publicKey!: string;

  /** How often it was used: one that goes back was copied. */
  @Column({ type: 'integer' })
  counter!: number;

  @Column({ type: 'varchar', length: 60 })
  device!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'last_used_at', type: 'varchar', length: 24, nullable: true })
  lastUsedAt!: string | null;
}

/** The app on a telephone that shows a code every half minute. */
@Entity('authenticators')
export class Authenticator {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** Sealed with the person's key. */
  @Column({ type: 'text' })
  secret!: string;

  /** Counts only after a first right code. */
  @Column({ name: 'confirmed_at', type: 'varchar', length: 24, nullable: true })
  confirmedAt!: string | null;

  /** The half minute of the latest code: none counts twice. */
  @Column({ name: 'last_step', type: 'integer', default: 0 })
  lastStep!: number;
}

/** What a browser must bring back: a passkey's challenge, or the state of a sign-in elsewhere. Good once. */
@Entity('challenges')
@Index('challenges_expires_at', ['expiresAt'])
export class Challenge {
  /** The hash of its purpose and of what the browser holds. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'text' })
  value!: string;

  @Column({ name: 'expires_at', type: 'varchar', length: 24 })
  expiresAt!: string;
}

/** How often something was tried in a while; `id` is a keyed hash: no address and no network address is kept. */
@Entity('attempts')
@Index('attempts_expires_at', ['expiresAt'])
export class Attempt {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ name: 'expires_at', type: 'varchar', length: 24 })
  expiresAt!: string;
}

/** Who somebody is at their organisation's own sign-in. */
@Entity('work_accounts')
@Index('work_accounts_person_id', ['personId'])
export class WorkAccount {
  /** The keyed hash of issuer and subject. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'linked_at', type: 'varchar', length: 24 })
  linkedAt!: string;
}

@Entity('api_tokens')
@Unique('api_tokens_hash', ['hash'])
export class ApiToken {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'simple-json' })
  scopes!: string[];

  @Column({ name: 'expires_at', type: 'varchar', length: 24, nullable: true })
  expiresAt!: string | null;

  @Column({ name: 'revoked_at', type: 'varchar', length: 24, nullable: true })
  revokedAt!: string | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;
}

@Entity('reads')
@Index('reads_case_id_at', ['caseId', 'at'])
export class Read {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 60 })
  part!: string;

  @Column({ type: 'varchar', length: 40 })
  what!: string;

  @Column({ type: 'varchar', length: 24 })
  at!: string;
}

/** One who sets up the service. Appointed on the command line alone. */
@Entity('operators')
export class Operator {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'appointed_at', type: 'varchar', length: 24 })
  appointedAt!: string;

  @Column({ name: 'ended_at', type: 'varchar', length: 24, nullable: true })
  endedAt!: string | null;
}

/** What an operator has done. The table can only be added to. */
@Entity('operator_acts')
@Index('operator_acts_at', ['at'])
export class OperatorAct {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 24 })
  at!: string;

  /** Nobody where it was done on the command line. */
  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;

  @Column({ type: 'varchar', length: 300 })
  what!: string;
}

export const accessEntities = [
  Person,
  Membership,
  Dispute,
  Participation,
  Invitation,
  SignInCode,
  Session,
  Recipient,
  Passkey,
  Authenticator,
  Challenge,
  Attempt,
  WorkAccount,
  ApiToken,
  Read,
  Operator,
  OperatorAct,
];

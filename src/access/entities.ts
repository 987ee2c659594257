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

  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;

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
  ApiToken,
  Read,
  Operator,
  OperatorAct,
];

// What stops an erasure, who has asked for one, and that one was carried out.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Nothing of a dispute is erased while one stands, e.g. because a court has asked for the papers. */
@Entity('legal_holds')
@Index('legal_holds_dispute_id', ['disputeId'])
export class LegalHold {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'dispute_id', type: 'varchar', length: 36 })
  disputeId!: string;

  /** In the operator's words, without personal detail. */
  @Column({ type: 'varchar', length: 300 })
  reason!: string;

  @Column({ name: 'placed_at', type: 'varchar', length: 24 })
  placedAt!: string;

  @Column({ name: 'lifted_at', type: 'varchar', length: 24, nullable: true })
  liftedAt!: string | null;
}

/** UK GDPR article 17. It goes with the person when it is done; one that is refused says why. */
@Entity('erasure_requests')
@Index('erasure_requests_person_id', ['personId'])
export class ErasureRequest {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'asked_at', type: 'varchar', length: 24 })
  askedAt!: string;

  /** An answer is owed by then: one month, article 12(3). */
  @Column({ name: 'due_on', type: 'varchar', length: 10 })
  dueOn!: string;

  @Column({ name: 'refused_at', type: 'varchar', length: 24, nullable: true })
  refusedAt!: string | null;

  /** Sealed with the person's key. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

/** That something was erased, and why. Names nobody: it is all that is left. */
@Entity('erasures')
export class ErasureRecord {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 20 })
  what!: 'person' | 'dispute';

  @Column({ type: 'varchar', length: 20 })
  why!: 'request' | 'retention';

  @Column({ type: 'varchar', length: 24 })
  at!: string;
}

export const privacyEntities = [LegalHold, ErasureRequest, ErasureRecord];

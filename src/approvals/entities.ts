// An act that waits for a second person of its organisation, or that one has decided about.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ApprovalStatus = 'waiting' | 'approved' | 'returned' | 'withdrawn';

/** `content` and `reason` are sealed with the key of the dispute. What was decided about is not kept a second time. */
@Entity('approvals')
@Index('approvals_case_ref_status', ['caseRef', 'status'])
export class Approval {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ type: 'varchar', length: 80 })
  act!: string;

  @Column({ name: 'writer_id', type: 'varchar', length: 36 })
  writerId!: string;

  @Column({ type: 'text', nullable: true })
  content!: string | null;

  @Column({ name: 'asked_at', type: 'varchar', length: 24 })
  askedAt!: string;

  @Column({ type: 'varchar', length: 20 })
  status!: ApprovalStatus;

  @Column({ name: 'decided_by', type: 'varchar', length: 36, nullable: true })
  decidedBy!: string | null;

  @Column({ name: 'decided_at', type: 'varchar', length: 24, nullable: true })
  decidedAt!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

export const approvalEntities = [Approval];

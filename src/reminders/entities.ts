// Reminders as planned. The row is the plan; whatever queue there is only carries it.

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PartyId } from '../../workflows/kit';

export type ReminderStatus = 'planned' | 'dispatched' | 'superseded';

@Entity('reminders')
@Unique('reminders_key', ['key'])
@Index('reminders_due', ['status', 'at', 'id'])
@Index('reminders_deadline', ['deadlineId', 'status'])
@Index('reminders_case_id', ['caseId'])
export class Reminder {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 200 })
  key!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  @Column({ name: 'dispute_id', type: 'varchar', length: 36 })
  disputeId!: string;

  /** Nothing for a notice that belongs to no deadline. */
  @Column({ name: 'deadline_id', type: 'varchar', length: 36, nullable: true })
  deadlineId!: string | null;

  @Column({ type: 'varchar', length: 60 })
  party!: PartyId;

  @Column({ type: 'varchar', length: 60 })
  template!: string;

  @Column({ type: 'simple-json' })
  params!: Record<string, string>;

  @Column({ type: 'varchar', length: 24 })
  at!: string;

  @Column({ type: 'varchar', length: 20 })
  status!: ReminderStatus;

  @Column({ name: 'closed_at', type: 'varchar', length: 24, nullable: true })
  closedAt!: string | null;
}

export const reminderEntities = [Reminder];

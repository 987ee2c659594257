// Finding a day for a meeting: the times that were proposed, and what each side answered. That a meeting is arranged, or
// was held, is an event of the route and stands in its journal, not here.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Body } from '../../workflows/kit';

export interface Slot {
  key: string;
  day: string;
  /** `HH:MM`, as people in London say it. */
  from: string;
}

export type MeetingStatus = 'asked' | 'arranged' | 'withdrawn';

/** `place` is sealed with the key of the dispute: it may be an address or a link. */
@Entity('meetings')
@Index('meetings_case_ref', ['caseRef'])
export class Meeting {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  /** Whose task it is to find the day: they alone see who comes and what each person needs. */
  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ type: 'varchar', length: 40 })
  body!: Body;

  @Column({ type: 'varchar', length: 20 })
  venue!: string;

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'simple-json' })
  slots!: Slot[];

  @Column({ type: 'varchar', length: 20 })
  status!: MeetingStatus;

  @Column({ type: 'varchar', length: 10, nullable: true })
  chosen!: string | null;

  @Column({ name: 'asked_by', type: 'varchar', length: 36 })
  askedBy!: string;

  @Column({ name: 'asked_at', type: 'varchar', length: 24 })
  askedAt!: string;
}

/** One for each side. Who comes and what they need are sealed. */
@Entity('meeting_answers')
export class MeetingAnswer {
  @PrimaryColumn({ name: 'meeting_id', type: 'varchar', length: 36 })
  meetingId!: string;

  @PrimaryColumn({ type: 'varchar', length: 40 })
  body!: Body;

  @Column({ type: 'simple-json' })
  works!: string[];

  /** Whether somebody comes who can settle the issues for this side. */
  @Column({ type: 'boolean' })
  authority!: boolean;

  @Column({ type: 'text' })
  attendees!: string;

  @Column({ type: 'text', nullable: true })
  needs!: string | null;

  @Column({ name: 'answered_by', type: 'varchar', length: 36 })
  answeredBy!: string;

  @Column({ name: 'answered_at', type: 'varchar', length: 24 })
  answeredAt!: string;
}

export const meetingEntities = [Meeting, MeetingAnswer];

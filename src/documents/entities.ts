// Wordings of papers that organisations made their own, and calendars with which people follow their dates.

import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { PaperKind } from '../../workflows/kit';

/** None is changed or taken away: a paper keeps the one of its day. */
@Entity('paper_wordings')
export class PaperWording {
  @PrimaryColumn({ name: 'organisation_id', type: 'varchar', length: 36 }) organisationId!: string;
  @PrimaryColumn({ type: 'varchar', length: 20 }) kind!: PaperKind;
  /** Counts up from 1. */
  @PrimaryColumn({ type: 'integer' }) number!: number;
  /** Nothing where the organisation went back to the wording that comes with Recourse. */
  @Column({ type: 'text', nullable: true }) text!: string | null;
  @Column({ name: 'saved_at', type: 'varchar', length: 24 }) savedAt!: string;
}

/** One for each person, or none: making a new one ends the one before. */
@Entity('calendar_feeds')
@Unique('calendar_feeds_hash', ['hash'])
export class CalendarFeed {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** Of the secret in its address. */
  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  @Column({ name: 'made_at', type: 'varchar', length: 24 })
  madeAt!: string;

  @Column({ name: 'fetched_at', type: 'varchar', length: 24, nullable: true })
  fetchedAt!: string | null;
}

export const documentEntities = [PaperWording, CalendarFeed];

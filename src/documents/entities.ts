// Calendars with which people follow their dates.

import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

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

export const documentEntities = [CalendarFeed];

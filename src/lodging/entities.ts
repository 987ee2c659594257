// What is being written and has not been sent: a case, an act in one, a form that outlived its session; and how a family
// can be reached safely.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `answers` is sealed with a key of this draft alone: throwing the draft away throws the key away. */
@Entity('drafts')
@Index('drafts_person_id', ['personId'])
@Index('drafts_updated_at', ['updatedAt'])
@Index('drafts_person_id_about', ['personId', 'about'], { unique: true })
export class Draft {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** Empty for an act or a form: only a case that is being opened has one here. */
  @Column({ type: 'varchar', length: 60 })
  route!: string;

  /** The act it is about, e.g. `RC-…/stage-1-answered`, or the page of a form; null for a case that is being opened. */
  @Column({ type: 'varchar', length: 120, nullable: true })
  about!: string | null;

  /** The dispute that it will be, once documents were added: its key seals them, and it is opened under this id. */
  @Column({ name: 'dispute_id', type: 'varchar', length: 36, nullable: true })
  disputeId!: string | null;

  @Column({ type: 'text' })
  answers!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'updated_at', type: 'varchar', length: 24 })
  updatedAt!: string;
}

/** `answers` is sealed with the person's own key: erasing the person erases it. */
@Entity('contact_safety')
export class ContactSafety {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'text' })
  answers!: string;

  @Column({ name: 'updated_at', type: 'varchar', length: 24 })
  updatedAt!: string;
}

export const lodgingEntities = [Draft, ContactSafety];

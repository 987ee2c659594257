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

  /** Empty for an act: its case has a route already. */
  @Column({ type: 'varchar', length: 60 })
  route!: string;

  /** The act it is about, e.g. `RC-…/stage-1-answered`; null for a case that is being opened. */
  @Column({ type: 'varchar', length: 120, nullable: true })
  about!: string | null;

  @Column({ type: 'text' })
  answers!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'updated_at', type: 'varchar', length: 24 })
  updatedAt!: string;
}

/** `fields` is sealed with the key of the person who had been signed in. */
@Entity('kept_forms')
@Index('kept_forms_person_id', ['personId'])
@Index('kept_forms_created_at', ['createdAt'])
export class KeptForm {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 200 })
  path!: string;

  @Column({ type: 'text' })
  fields!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;
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

export const lodgingEntities = [Draft, KeptForm, ContactSafety];

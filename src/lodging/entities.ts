// A case that is being written and has not been sent.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `answers` is sealed with a key of this draft alone: throwing the draft away throws the key away. */
@Entity('drafts')
@Index('drafts_person_id', ['personId'])
@Index('drafts_updated_at', ['updatedAt'])
export class Draft {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 60 })
  route!: string;

  @Column({ type: 'text' })
  answers!: string;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: string;

  @Column({ name: 'updated_at', type: 'varchar', length: 24 })
  updatedAt!: string;
}

export const lodgingEntities = [Draft];

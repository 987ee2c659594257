// What families have said of themselves, as counts alone: no row belongs to a person, a case or an area.

import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('equality_counts')
export class EqualityCount {
  @PrimaryColumn({ type: 'varchar', length: 6 })
  quarter!: string;

  @PrimaryColumn({ type: 'varchar', length: 30 })
  question!: string;

  @PrimaryColumn({ type: 'varchar', length: 30 })
  answer!: string;

  @Column({ type: 'integer' })
  count!: number;
}

/** That somebody was asked, so that they are not asked again; not when, and not what they said. */
@Entity('equality_asked')
export class EqualityAsked {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
}

export const equalityEntities = [EqualityCount, EqualityAsked];

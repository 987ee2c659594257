// Timed work that failed again and again: a person must look at it.

import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Kind } from './kinds';

@Entity('dead_letters')
@Unique('dead_letters_row', ['kind', 'rowId'])
export class DeadLetter {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: Kind;

  /** The row that still waits; it is left alone until somebody says that it may be tried again. */
  @Column({ name: 'row_id', type: 'varchar', length: 36 })
  rowId!: string;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ type: 'varchar', length: 500 })
  error!: string;

  @Column({ name: 'died_at', type: 'varchar', length: 24 })
  diedAt!: string;
}

export const workerEntities = [DeadLetter];

// Each time everything was verified: when, how much of it there was, and what was found.

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Finding } from '../engine';

@Entity('verifications')
@Unique('verifications_night', ['night'])
@Index('verifications_asked_at', ['askedAt'])
export class Verification {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  /** The London day whose night it belongs to: one for all processes. Nothing where an operator asked for it. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  night!: string | null;

  @Column({ name: 'asked_at', type: 'varchar', length: 24 })
  askedAt!: string;

  @Column({ name: 'began_at', type: 'varchar', length: 24, nullable: true })
  beganAt!: string | null;

  /** Nothing while it runs, and for one that was broken off. */
  @Column({ name: 'ended_at', type: 'varchar', length: 24, nullable: true })
  endedAt!: string | null;

  @Column({ type: 'integer', default: 0 })
  cases!: number;

  @Column({ type: 'integer', default: 0 })
  entries!: number;

  /** Published roots that were checked. */
  @Column({ type: 'integer', default: 0 })
  roots!: number;

  @Column({ type: 'integer', default: 0 })
  findings!: number;

  /** The first of them. They name cases by their references, and hold no personal detail. */
  @Column({ type: 'simple-json' })
  named!: Finding[];
}

export const verificationEntities = [Verification];

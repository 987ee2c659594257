// Wordings of papers that organisations made their own. None is changed or taken away: a paper keeps the one of its day.

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaperKind } from '../../workflows/kit';

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

export const documentEntities = [PaperWording];

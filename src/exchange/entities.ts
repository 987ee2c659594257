// Cases that came from another system, by the reference they have there.

import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('imported_cases')
export class ImportedCase {
  /** Every organisation of the import, as one word: two councils may use the same numbers. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  source!: string;

  @PrimaryColumn({ type: 'varchar', length: 100 })
  reference!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  @Column({ name: 'imported_at', type: 'varchar', length: 24 })
  importedAt!: string;
}

export const exchangeEntities = [ImportedCase];

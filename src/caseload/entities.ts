// Who looks after a case in an organisation, and who stands in for whom. It gives and takes no right: every colleague
// with the same part may act, and every reminder still reaches all of them.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One for each time a case was given to somebody; the latest counts. */
@Entity('handovers')
@Index('handovers_organisation_id_case_ref', ['organisationId', 'caseRef'])
export class Handover {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 20 })
  reason!: string;

  @Column({ name: 'given_by', type: 'varchar', length: 36 })
  givenBy!: string;

  @Column({ name: 'given_at', type: 'varchar', length: 24 })
  givenAt!: string;
}

@Entity('absences')
@Index('absences_organisation_id_to_day', ['organisationId', 'toDay'])
export class Absence {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'cover_id', type: 'varchar', length: 36 })
  coverId!: string;

  @Column({ name: 'from_day', type: 'varchar', length: 10 })
  fromDay!: string;

  @Column({ name: 'to_day', type: 'varchar', length: 10 })
  toDay!: string;

  @Column({ name: 'noted_by', type: 'varchar', length: 36 })
  notedBy!: string;
}

export const caseloadEntities = [Handover, Absence];

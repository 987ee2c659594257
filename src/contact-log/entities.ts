// What an organisation noted for itself about a contact in a case. Never changed, never shown to anybody else.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The words are sealed with the key of the dispute: what erases the dispute erases them. */
@Entity('contact_notes')
@Index('contact_notes_case_ref_organisation_id', ['caseRef', 'organisationId'])
export class ContactNote {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'case_ref', type: 'varchar', length: 20 })
  caseRef!: string;

  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'happened_on', type: 'varchar', length: 10 })
  happenedOn!: string;

  @Column({ type: 'varchar', length: 20 })
  how!: string;

  @Column({ name: 'with_whom', type: 'varchar', length: 20 })
  withWhom!: string;

  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'next_step', type: 'text', nullable: true })
  nextStep!: string | null;

  @Column({ name: 'written_at', type: 'varchar', length: 24 })
  writtenAt!: string;
}

export const contactLogEntities = [ContactNote];

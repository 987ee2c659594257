// Councils, ICBs, mediation providers and the rest, and the executives who answer for them.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Body, PartyId } from '../../workflows/kit';
import type { RuleId } from '../../workflows/law';

/** Where a family finds independent help in the area of a council. */
export interface Help {
  name: string;
  phone?: string;
  web?: string;
}

@Entity('organisations')
export class Organisation {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  body!: Body;

  @Column({ type: 'varchar', length: 200 })
  name!: string;

  @Column({ type: 'simple-json', nullable: true })
  help!: Help | null;

  /** What binds it is sent by one of its people after another has approved it. */
  @Column({ name: 'second_approval', type: 'boolean', default: false })
  secondApproval!: boolean;
}

/** Who is accountable, from a day to a day: an escalation goes to the one of its own date. */
@Entity('named_executives')
@Index('named_executives_organisation', ['organisationId', 'party'])
export class NamedExecutive {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @Column({ type: 'varchar', length: 60 })
  party!: PartyId;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ name: 'from_day', type: 'varchar', length: 10 })
  fromDay!: string;

  @Column({ name: 'to_day', type: 'varchar', length: 10, nullable: true })
  toDay!: string | null;
}

/** An organisation's own period for a rule that is a policy or a service standard, in the unit of the rule. */
@Entity('organisation_periods')
export class OrganisationPeriod {
  @PrimaryColumn({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @PrimaryColumn({ type: 'varchar', length: 80 })
  rule!: RuleId;

  @Column({ type: 'integer' })
  period!: number;
}

/** One term of a school; all its rows together are its calendar. */
@Entity('school_terms')
export class SchoolTermRow {
  @PrimaryColumn({ name: 'organisation_id', type: 'varchar', length: 36 })
  organisationId!: string;

  @PrimaryColumn({ name: 'from_day', type: 'varchar', length: 10 })
  fromDay!: string;

  @Column({ name: 'to_day', type: 'varchar', length: 10 })
  toDay!: string;
}

export const organisationEntities = [Organisation, NamedExecutive, OrganisationPeriod, SchoolTermRow];

// Published figures as they were frozen: what is read here is all there is to read.

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DutyCount, EscalationCounts } from './board-counts';
import type { PublishedBody, Measure } from './measures';

const text = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

/** One frozen quarter. It is made once and never made again: two versions could be subtracted from each other. */
@Entity('publications')
export class Publication {
  @PrimaryColumn(text('quarter', 6)) quarter!: string;
  @Column(text('from_day', 10)) from!: string;
  @Column(text('to_day', 10)) to!: string;
  @Column(text('cut_off', 10)) cutOff!: string;
  @Column(text('built_at', 24)) builtAt!: string;
  /** The version of the methodology. */
  @Column({ type: 'integer' }) method!: number;
}

@Entity('published_figures')
export class PublishedFigure {
  @PrimaryColumn(text('quarter', 6)) quarter!: string;
  @PrimaryColumn(text('body', 10)) body!: PublishedBody;
  /** `england`, or a name for the address bar made of the organisation's name. */
  @PrimaryColumn(text('area', 220)) area!: string;
  @PrimaryColumn(text('measure', 20)) measure!: Measure;
  @PrimaryColumn(text('category', 130)) category!: string;
  @Column(text('area_name', 200)) areaName!: string;
  /** Nothing where it is hidden: the true count is not in this table. */
  @Column({ type: 'integer', nullable: true }) value!: number | null;
}

export interface TimedNumbers {
  due: number;
  onTime: number;
  doneLate: number;
  notDone: number;
}

/** True counts of one body and one quarter. */
export interface BoardContent {
  escalations: EscalationCounts;
  promises: TimedNumbers;
  duties: TimedNumbers;
  /** Each duty, most often late first. */
  causes: DutyCount[];
}

/** Frozen with the publication of its quarter; only those who answer for the body read it. */
@Entity('board_reports')
export class BoardReport {
  @PrimaryColumn(text('organisation_id', 36)) organisationId!: string;
  @PrimaryColumn(text('quarter', 6)) quarter!: string;
  @Column({ type: 'simple-json' }) content!: BoardContent;
}

/** What the executive adds; each version is kept. The text is sealed. */
@Entity('board_narratives')
export class BoardNarrative {
  @PrimaryColumn(text('organisation_id', 36)) organisationId!: string;
  @PrimaryColumn(text('quarter', 6)) quarter!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @Column({ type: 'text' }) text!: string;
  @Column(text('written_by', 36)) writtenBy!: string;
  @Column(text('written_at', 24)) writtenAt!: string;
}

export const reportingEntities = [Publication, PublishedFigure, BoardReport, BoardNarrative];

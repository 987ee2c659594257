// The vocabulary of legal time: plain dates, clocks, periods, and a deadline that explains itself.

import type { SchoolTerm } from './school-terms';

/** A legal day, `YYYY-MM-DD`, without a time zone. */
export type PlainDate = string;

/** How strong the date is: a law, official guidance, a body's own policy, or a promise of this service. */
export type DeadlineKind = 'statutory' | 'guidance' | 'policy' | 'service-standard';

/** Where a rule's words were read: in the law itself, in someone else's account of it, or not at all. */
export type Confidence = 'seen' | 'secondary' | 'unconfirmed';

/** A day that was passed over while counting or rolling, and why. */
export interface SkippedDay {
  date: PlainDate;
  why: string;
}

/** One other way to read the law, with the date it would give. */
export interface Reading {
  id: string;
  due: PlainDate;
  reason: string;
}

/** What a rule makes of its inputs. `due` is the last legal day on which the act is in time. */
export interface ExplainedDeadline {
  rule: string;
  /** Version of the rule: the date from which its text has effect. */
  version: PlainDate;
  due: PlainDate;
  /** The instant after which the act is late: end of `due` in Europe/London, or 17:00 for the Tribunal; UTC ISO. */
  dueAt: string;
  /**
   * The last reading's instant: nobody is called late before it. Equal to `dueAt` where there is one reading; for school
   * days of a school whose terms are not known, the last day on which they can have passed.
   */
  lateAfter: string;
  kind: DeadlineKind;
  /** The citation, e.g. `SEND Regulations 2014, reg 33(1)`. */
  basis: string;
  /** Where the rule's period was read: the law's own text, a secondary source, or nowhere yet. */
  confidence: Confidence;
  /** The date before rolling over a closed day or a closed period. */
  raw: PlainDate;
  /** Where a family's own limit ends on a day that is not a working day: the working day before it. */
  actBy?: PlainDate;
  /** The body's own period, where a policy or service standard was counted with it. */
  ownPeriod?: number;
  /** The school's own terms, where school days were counted by them. */
  schoolTerms?: readonly SchoolTerm[];
  skipped: SkippedDay[];
  readings?: Reading[];
  /** The working in plain sentences, first step first. */
  trace: string[];
  /** E.g. the date lies beyond the last known bank holiday. */
  warnings?: string[];
}

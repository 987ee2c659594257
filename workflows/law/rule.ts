// The shape of a deadline rule: data that can be read aloud. `rule()` only keeps the inputs' names for the compiler.

import type { ClockId, Confidence, Counting, DeadlineKind, Period, PlainDate } from '../calendar';
import type { InputId } from './inputs';

/** One event that sets a period running. Where a rule has several limbs, the one that ends last counts. */
export interface Limb {
  /** The date it counts from. */
  from: InputId;
  period: Period;
  /** Left out: the day of the event is not counted. */
  counting?: Counting;
  /** The limb falls away where its date is not given. */
  optional?: true;
}

/** Another way to read the rule: what differs from the rule itself, and why it can be read so. */
export interface OtherReading {
  id: string;
  reason: string;
  period?: Period;
  counting?: Counting;
  /** Whether a last day that is closed moves to the next working day. */
  rollsOver?: boolean;
  /** Another way of counting days. */
  clock?: ClockId;
}

export interface Rule<L extends readonly Limb[] = readonly Limb[]> {
  /** What must be done, in plain English, as an instruction. */
  title: string;
  limbs: L;
  clock: ClockId;
  kind: DeadlineKind;
  /** The limit is the family's own: it loses something when it lapses, so the earliest reading is the one to show. */
  familyLimit?: true;
  citation: string;
  url: string;
  /** When this text of the rule has effect. */
  effective: { from: PlainDate; to?: PlainDate };
  confidence: Confidence;
  /** What was read where, for the reader who wants to check. */
  verified: string;
  note?: string;
  readings?: readonly OtherReading[];
  /**
   * Another rule that counts from the same date and may end earlier; `{date}` in the warning is its date. Nothing is
   * said where the date `unlessBefore` shows that it was kept.
   */
  watch?: { rule: string; unlessBefore?: InputId; warning: string };
  /** Shown as a warning with every result. */
  caution?: string;
}

export const rule = <const L extends readonly Limb[]>(definition: Rule<L>): Rule<L> => definition;

export const days = (n: number): Period => ({ n, unit: 'days' });
export const weeks = (n: number): Period => ({ n, unit: 'weeks' });
export const months = (n: number): Period => ({ n, unit: 'months' });
export const workingDays = (n: number): Period => ({ n, unit: 'working-days' });
export const schoolDays = (n: number): Period => ({ n, unit: 'school-days' });

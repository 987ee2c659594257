// What a deadline rule is: a row that can be read aloud. "Within 2 months after the notice was sent, SEND Regulations 2014, reg 33."

import type { ClockId, Confidence, Counting, DeadlineKind, Period, PlainDate } from '../calendar';

export interface Limb<I extends string = string> {
  /** The date it counts from. */
  from: I;
  period: Period;
  counting?: Counting;
}

/** Another way to read the same words. */
export interface OtherReading {
  id: string;
  period?: Period;
  counting?: Counting;
  reason: string;
}

export interface Rule<I extends string = string, O extends string = never> {
  /** What must be done, in plain English. */
  title: string;
  kind: DeadlineKind;
  clock: ClockId;
  /** One limb, or several of which the latest counts; a limb whose date is optional and absent is left out. */
  limbs: readonly [Limb<I>, ...Limb<I | O>[]];
  optional?: readonly O[];
  citation: string;
  url: string;
  effective: { from: PlainDate; to?: PlainDate };
  confidence: Confidence;
  /** The limit is the family's own: they lose something when it lapses. */
  familyLimit?: true;
  readings?: readonly OtherReading[];
  note?: string;
}

export const days = (n: number): Period => ({ n, unit: 'days' });
export const weeks = (n: number): Period => ({ n, unit: 'weeks' });
export const months = (n: number): Period => ({ n, unit: 'months' });
export const workingDays = (n: number): Period => ({ n, unit: 'working-days' });
export const schoolDays = (n: number): Period => ({ n, unit: 'school-days' });

/** What the rules of one statute or code have in common. */
interface Source {
  kind: DeadlineKind;
  clock: ClockId;
  url: string;
  effective: Rule['effective'];
  confidence: Confidence;
  /** Put before each citation. */
  act: string;
}

type Row<I extends string> = Partial<Omit<Source, 'act'>> &
  Pick<Rule, 'familyLimit' | 'readings' | 'note'> & {
    title: string;
    from: I;
    within: Period;
    counting?: Counting;
    /** Where in the act. */
    at: string;
  };

/** Rows of one statute: `const row = of({...}); row({ title, from, within, at })`. */
export const of =
  ({ act, ...source }: Source) =>
  <const I extends string>({ from, within, counting, at, ...own }: Row<I>): Rule<I> => ({
    ...source,
    ...own,
    limbs: [{ from, period: within, ...(counting ? { counting } : {}) }],
    citation: `${act}, ${at}`,
  });

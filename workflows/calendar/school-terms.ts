// A school's own terms. Outside the years they cover, any working day may be a school day, and any day in the usual school
// holidays may be none: a count of school days then ends somewhere between an earliest and a last possible day.

import { dateOf, dayOf, isPlainDate, longDateOf, type DayNumber } from './plain-date';
import type { PlainDate } from './types';

/** One stretch of a school's year without a holiday in it, first and last day included: half-terms end one. */
export interface SchoolTerm {
  from: PlainDate;
  to: PlainDate;
}

export class SchoolTermsError extends Error {}

/** More than a school would ever keep: ten years of six. */
const MOST = 60;

/**
 * Term dates as a school sends them, in order.
 * @throws SchoolTermsError in one clear sentence
 */
export function schoolTermsFrom(list: unknown): SchoolTerm[] {
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST)
    throw new SchoolTermsError(
      `Give a list of 1 to ${MOST} terms, each like {"from": "2026-09-03", "to": "2026-10-23"}`,
    );
  const terms = list.map((each: unknown, n) => {
    const { from, to } = (each ?? {}) as Partial<SchoolTerm>;
    if (!isPlainDate(from) || !isPlainDate(to))
      throw new SchoolTermsError(`Term ${n + 1} needs two real dates, "from" and "to", like 2026-09-03`);
    if (to < from) throw new SchoolTermsError(`Term ${n + 1} ends on ${to}, before it begins on ${from}`);
    return { from, to };
  });
  terms.sort((a, b) => (a.from < b.from ? -1 : 1));
  terms.forEach(({ from }, n) => {
    const before = terms[n - 1];
    if (before && from <= before.to)
      throw new SchoolTermsError(`The term from ${from} begins before the one to ${before.to} has ended`);
  });
  return terms;
}

/** Whether a working day is a school day. */
export function isSchoolDay(terms: readonly SchoolTerm[] = []): (day: DayNumber) => boolean {
  const known = terms.map(({ from, to }) => [dayOf(from), dayOf(to)] as const);
  const first = known[0]?.[0] ?? Infinity;
  const last = known.at(-1)?.[1] ?? -Infinity;
  return (day) => day < first || day > last || known.some(([from, to]) => from <= day && day <= to);
}

/**
 * When schools have holidays, first and last day: wide enough for every council's and trust's own dates, with half-terms of
 * two weeks. An assumption on the side of whoever could be called late, no law: each school's dates are its own.
 */
const USUAL_HOLIDAYS = [
  ['01-01', '01-12'],
  ['02-05', '03-01'],
  ['03-20', '04-25'],
  ['05-20', '06-08'],
  ['07-01', '09-14'],
  ['10-10', '11-08'],
  ['12-08', '12-31'],
] as const;

/** Days in term on which staff are trained and no pupil comes: commonly five a year. */
export const TRAINING_DAYS = 5;

/** Whether a working day is a school day whatever the school's own dates are, apart from days of training. */
export function isSurelySchoolDay(terms: readonly SchoolTerm[] = []): (day: DayNumber) => boolean {
  const inTerm = isSchoolDay(terms);
  return (day) => {
    const date = dateOf(day);
    const known = terms.length > 0 && date >= (terms[0]?.from ?? '') && date <= (terms.at(-1)?.to ?? '');
    if (known) return inTerm(day);
    const inYear = date.slice(5);
    return !USUAL_HOLIDAYS.some(([from, to]) => from <= inYear && inYear <= to);
  };
}

/** Whether a count from one day to another goes beyond the terms that are known. */
export function leavesKnownTerms(terms: readonly SchoolTerm[] = [], from: DayNumber, to: DayNumber): boolean {
  const [first, last] = [terms[0], terms.at(-1)];
  return !first || !last || from + 1 < dayOf(first.from) || to > dayOf(last.to);
}

/** What must be known of such a count: the day it gives is the earliest. */
export function unknownTerms(
  terms: readonly SchoolTerm[] = [],
  familyLimit: boolean,
  latest: DayNumber,
): string {
  const [first, last] = [terms[0], terms.at(-1)];
  const counted =
    first && last
      ? `The school's term dates are known from ${longDateOf(dayOf(first.from))} to ${longDateOf(dayOf(last.to))} only. Outside them every working day was counted as a school day.`
      : "The school's term dates are not known here: every working day was counted as a school day.";
  const means = familyLimit
    ? 'So this is the earliest day on which the time can end: act by it.'
    : `So this is the earliest day on which the time can end. Nobody is called late before ${longDateOf(latest)} has passed: by then it has ended whatever the holidays are.`;
  return `${counted} ${means}`;
}

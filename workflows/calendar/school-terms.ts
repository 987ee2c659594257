// A school's own terms. Outside the years they cover, any working day may be a school day: the earlier date is the safe one.

import { dayOf, isPlainDate, longDateOf, type DayNumber } from './plain-date';
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

/** What cannot be said of a count from one day to another; nothing where the terms cover it. */
export function unknownTerms(
  terms: readonly SchoolTerm[] = [],
  from: DayNumber,
  to: DayNumber,
): string | undefined {
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last)
    return "The school's term dates are not known here: every working day was counted as a school day.";
  if (from + 1 >= dayOf(first.from) && to <= dayOf(last.to)) return undefined;
  return `The school's term dates are known from ${longDateOf(dayOf(first.from))} to ${longDateOf(dayOf(last.to))} only. Outside them every working day was counted as a school day.`;
}

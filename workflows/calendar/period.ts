// How long a rule gives, and how its days are counted. Answers in day numbers; words are made elsewhere.

import type { Clock } from './clocks';
import { closedPeriodOf, type Holidays } from './holidays';
import { shiftMonths, dateOf, type DayNumber } from './plain-date';
import { isSchoolDay, isSurelySchoolDay, TRAINING_DAYS, type SchoolTerm } from './school-terms';
import type { SkippedDay } from './types';

export type PeriodUnit = 'days' | 'weeks' | 'months' | 'working-days' | 'school-days';

export interface Period {
  /** Below zero where the law counts back from a day that lies ahead: whole days, weeks and months only. */
  n: number;
  unit: PeriodUnit;
}

/** `after`: the day of the event is not counted. `beginning-with`: it is the first day. */
export type Counting = 'after' | 'beginning-with';

/** Another day on which the period could be said to end. */
export interface OtherEnd {
  id: string;
  day: DayNumber;
  reason: string;
}

export interface End {
  day: DayNumber;
  skipped: SkippedDay[];
  others: OtherEnd[];
}

export interface CountingWith {
  clock: Clock;
  holidays: Holidays;
  schoolTerms?: readonly SchoolTerm[];
}

const NONE: readonly never[] = Object.freeze([]);
const none = <T>(): T[] => NONE as unknown as T[];

/** Why a day is passed over, where it is neither a weekend day nor a bank holiday. */
export const AUGUST = 'In August, which rule 12(3) leaves out';
export const CHRISTMAS = 'From 25 December to 1 January, which rule 12(3) leaves out';
export const OUT_OF_TERM = 'Not a school day: outside term';
const closedDays: (Readonly<SkippedDay> | undefined)[] = [];

function closedPeriodDay(day: DayNumber): SkippedDay {
  const known = closedDays[day];
  if (known !== undefined) return known as SkippedDay;
  const why = closedPeriodOf(day) === 'august' ? AUGUST : CHRISTMAS;
  return (closedDays[day] = Object.freeze({ date: dateOf(day), why }));
}

/** The last day of a period that an event on `start` sets running, before anything is moved. */
export function endOfPeriod(start: DayNumber, period: Period, counting: Counting, using: CountingWith): End {
  const notCounted = using.clock.closedPeriods === 'not-counted';
  const { n, unit } = period;
  switch (unit) {
    case 'working-days':
      return countDays(start, n, counting, (day) =>
        notCounted && closedPeriodOf(day) !== undefined
          ? closedPeriodDay(day)
          : using.holidays.isOpen(day)
            ? undefined
            : using.holidays.whyClosed(day),
      );
    case 'school-days': {
      const inTerm = isSchoolDay(using.schoolTerms);
      return countDays(start, n, counting, (day) => {
        if (!using.holidays.isOpen(day)) return using.holidays.whyClosed(day);
        return inTerm(day) ? undefined : { date: dateOf(day), why: OUT_OF_TERM };
      });
    }
    case 'days':
    case 'weeks': {
      const days = unit === 'weeks' ? n * 7 : n;
      if (notCounted) {
        return countDays(start, days, counting, (day) =>
          closedPeriodOf(day) === undefined ? undefined : closedPeriodDay(day),
        );
      }
      return { day: start + days - (counting === 'beginning-with' ? 1 : 0), skipped: none(), others: none() };
    }
    case 'months':
      return notCounted ? monthsWithDaysLeftOut(start, n) : wholeMonths(start, n, counting);
  }
}

/** The last day on which so many school days can have passed, whatever the dates of the school are. */
export function lastPossibleSchoolDay(
  start: DayNumber,
  { n }: Period,
  counting: Counting,
  { holidays, schoolTerms }: CountingWith,
): DayNumber {
  const surely = isSurelySchoolDay(schoolTerms);
  return countDays(start, n + TRAINING_DAYS, counting, (day) =>
    holidays.isOpen(day) && surely(day) ? undefined : { date: dateOf(day), why: OUT_OF_TERM },
  ).day;
}

function countDays(
  start: DayNumber,
  n: number,
  counting: Counting,
  leftOut: (day: DayNumber) => SkippedDay | undefined,
): End {
  const skipped: SkippedDay[] = [];
  let day = counting === 'beginning-with' ? start - 1 : start;
  for (let left = n; left > 0;) {
    day += 1;
    const reason = leftOut(day);
    if (reason === undefined) left -= 1;
    else skipped.push(reason);
  }
  return { day, skipped, others: none() };
}

/**
 * After: the corresponding date, or the last day of a shorter month (Dodds v Walker). Beginning with: the day before
 * the corresponding date; where the month has none, the period ends with the month, or a day earlier when read strictly.
 */
function wholeMonths(start: DayNumber, n: number, counting: Counting): End {
  const { day, clamped } = shiftMonths(start, n);
  if (counting === 'after') return { day, skipped: none(), others: none() };
  if (!clamped) return { day: day - 1, skipped: none(), others: none() };
  const strict = {
    id: 'month-end-strict',
    day: day - 1,
    reason:
      'The month is too short to hold the same day: read strictly, the period ends the day before its last day.',
  };
  return { day, skipped: none(), others: [strict] };
}

/**
 * A month in which some days "must not be counted" can be read two ways. The shorter: the corresponding date stands
 * unless it is itself such a day. The longer: as many days are added as were left out.
 */
function monthsWithDaysLeftOut(start: DayNumber, n: number): End {
  const { day: corresponding } = shiftMonths(start, n);
  let day = corresponding;
  const skipped: SkippedDay[] = [];
  while (closedPeriodOf(day) !== undefined) {
    skipped.push(closedPeriodDay(day));
    day += 1;
  }
  const added = countDays(start, corresponding - start, 'after', (each) =>
    closedPeriodOf(each) === undefined ? undefined : closedPeriodDay(each),
  );
  const longer = {
    id: 'days-left-out-added',
    day: added.day,
    reason:
      'Days in August and from 25 December to 1 January are not counted: this reading adds one day to the month for each.',
  };
  return { day, skipped, others: added.day === day ? none() : [longer] };
}

/** Where a period that ends on `raw` really ends under a clock: moved over closed days where the clock says so. */
export function moveOverClosedDays(raw: DayNumber, { clock, holidays }: CountingWith): End {
  if (!clock.rollsOver) return { day: raw, skipped: none(), others: none() };
  if (clock.closedPeriods === 'moved-when-ending-there' && closedPeriodOf(raw) !== undefined) {
    return afterClosedPeriod(raw, holidays);
  }
  const day = holidays.nextOpen(raw);
  if (day === raw) return { day, skipped: none(), others: none() };
  const skipped: SkippedDay[] = [];
  for (let each = raw; each < day; each += 1) skipped.push(holidays.whyClosed(each));
  if (clock.closedPeriods === 'counted' || closedPeriodOf(day) === undefined) {
    return { day, skipped, others: none() };
  }
  const later = {
    id: 'moved-out-of-closed-period',
    day: afterClosedPeriod(day, holidays).day,
    reason:
      'The next working day falls in August or between 25 December and 1 January: this reading moves it past those days too.',
  };
  return { day, skipped, others: [later] };
}

function afterClosedPeriod(raw: DayNumber, holidays: Holidays): End {
  const skipped: SkippedDay[] = [];
  let day = raw;
  for (; closedPeriodOf(day) !== undefined || !holidays.isOpen(day); day += 1) {
    skipped.push(closedPeriodOf(day) === undefined ? holidays.whyClosed(day) : closedPeriodDay(day));
  }
  return { day, skipped, others: none() };
}

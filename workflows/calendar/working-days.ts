// Counting in working days: not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday. The five laws that
// define the term (see docs) come to the same days, because a fixed day that falls on a weekend has its substitute.

import { clockOf, type ClockId } from './clocks';
import { closedPeriodOf, currentHolidays, type Holidays } from './holidays';
import { dateOf, dayOf } from './plain-date';
import type { PlainDate } from './types';

/** Whether a clock counts this day as a working day. */
export function isWorkingDay(
  date: PlainDate,
  clock: ClockId = 'complaints',
  holidays: Holidays = currentHolidays(),
): boolean {
  const day = dayOf(date);
  if (clockOf(clock).closedPeriods === 'not-counted' && closedPeriodOf(day) !== undefined) return false;
  return holidays.isOpen(day);
}

/** Working days after `from` up to and including `to`; negative where `to` is earlier (days overdue). */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  holidays: Holidays = currentHolidays(),
): number {
  const [a, b] = [dayOf(from), dayOf(to)];
  return b >= a ? holidays.openBetween(a, b) : -holidays.openBetween(b, a);
}

/** The `n`th working day after a date; for `n` 0 the date itself. */
export function addWorkingDays(
  date: PlainDate,
  n: number,
  holidays: Holidays = currentHolidays(),
): PlainDate {
  if (n < 0) return subtractWorkingDays(date, -n, holidays);
  const day = dayOf(date);
  return dateOf(n === 0 ? day : holidays.openAfter(day, n));
}

/** The `n`th working day before a date; for `n` 0 the date itself. */
export function subtractWorkingDays(
  date: PlainDate,
  n: number,
  holidays: Holidays = currentHolidays(),
): PlainDate {
  if (n < 0) return addWorkingDays(date, -n, holidays);
  const day = dayOf(date);
  return dateOf(n === 0 ? day : holidays.openBefore(day, n));
}

// Which days of a year are bank holidays in England and Wales when nobody proclaims otherwise: Banking and Financial
// Dealings Act 1971, Sch 1, the yearly proclamation of New Year's Day and the early May day, and the common law days.

import { dateOf, dayFromCivil, weekdayOf, type DayNumber } from './plain-date';
import type { PlainDate } from './types';

/** Easter Sunday, Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayFromCivil(year, Math.floor(n / 31), (n % 31) + 1);
}

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

function firstMonday(year: number, month: number): DayNumber {
  const first = dayFromCivil(year, month, 1);
  return first + ((MONDAY - weekdayOf(first) + 7) % 7);
}

function lastMonday(year: number, month: number): DayNumber {
  const last = dayFromCivil(year, month, 31);
  return last - ((weekdayOf(last) - MONDAY + 7) % 7);
}

/** The bank holidays that the standing law gives a year, in order of date, substitute days in place. */
export function projectedBankHolidays(year: number): { date: PlainDate; title: string }[] {
  const days: [DayNumber, string][] = [];
  const newYear = dayFromCivil(year, 1, 1);
  const shift = weekdayOf(newYear) === SATURDAY ? 2 : weekdayOf(newYear) === SUNDAY ? 1 : 0;
  days.push([newYear + shift, `New Year's Day${shift > 0 ? ' (substitute day)' : ''}`]);
  const easter = easterSunday(year);
  days.push([easter - 2, 'Good Friday'], [easter + 1, 'Easter Monday']);
  days.push([firstMonday(year, 5), 'Early May bank holiday']);
  days.push([lastMonday(year, 5), 'Spring bank holiday']);
  days.push([lastMonday(year, 8), 'Summer bank holiday']);
  days.push(...christmas(year));
  return days.map(([day, title]) => ({ date: dateOf(day), title }));
}

function christmas(year: number): [DayNumber, string][] {
  const day = dayFromCivil(year, 12, 25);
  switch (weekdayOf(day)) {
    case 5: // Friday: Boxing Day falls on Saturday
      return [
        [day, 'Christmas Day'],
        [day + 3, 'Boxing Day (substitute day)'],
      ];
    case SATURDAY:
      return [
        [day + 2, 'Christmas Day (substitute day)'],
        [day + 3, 'Boxing Day (substitute day)'],
      ];
    case SUNDAY: // Boxing Day keeps its Monday, and Christmas Day takes the Tuesday
      return [
        [day + 1, 'Boxing Day'],
        [day + 2, 'Christmas Day (substitute day)'],
      ];
    default:
      return [
        [day, 'Christmas Day'],
        [day + 1, 'Boxing Day'],
      ];
  }
}

// Arithmetic on legal days. Inside, a day is a whole number (days since 1970-01-01), so no time zone can interfere.

import type { PlainDate } from './types';

/** Days since 1970-01-01. */
export type DayNumber = number;

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Thrown where a value is not a real day written `YYYY-MM-DD`. */
export class NotADateError extends RangeError {
  constructor(value: unknown) {
    super(`${JSON.stringify(value) ?? String(value)} is not a real date in the form YYYY-MM-DD`);
    this.name = 'NotADateError';
  }
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Number of days in a month, `month` from 1 to 12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of a civil date; after Howard Hinnant's `days_from_civil`. */
export function dayFromCivil(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Civil date of a day number; after Howard Hinnant's `civil_from_days`. */
export function civilFromDay(dayNumber: DayNumber): { year: number; month: number; day: number } {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** The number that these two characters write; far below zero where one of them is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
}

/** Day number of `YYYY-MM-DD`, or nothing where that is not a real day of the years 1 to 9999. */
export function parseDay(value: unknown): DayNumber | undefined {
  if (typeof value !== 'string' || value.length !== 10) return undefined;
  if (value.charCodeAt(4) !== 45 || value.charCodeAt(7) !== 45) return undefined;
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayFromCivil(year, month, day);
}

/** Day number of a plain date. @throws NotADateError */
export function dayOf(date: PlainDate): DayNumber {
  const day = parseDay(date);
  if (day === undefined) throw new NotADateError(date);
  return day;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

// Dates recur in a run of deadlines: each text is built once for the days that a case can touch.
const CACHED_DAYS = dayFromCivil(2200, 1, 1);
const dateTexts: (string | undefined)[] = new Array<string | undefined>(CACHED_DAYS);
const longTexts: (string | undefined)[] = new Array<string | undefined>(CACHED_DAYS);

/** `YYYY-MM-DD` of a day number. */
export function dateOf(dayNumber: DayNumber): PlainDate {
  const known = dateTexts[dayNumber];
  if (known !== undefined) return known;
  const { year, month, day } = civilFromDay(dayNumber);
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (dayNumber >= 0 && dayNumber < CACHED_DAYS) dateTexts[dayNumber] = text;
  return text;
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (dayNumber: DayNumber): number => (((dayNumber + 4) % 7) + 7) % 7;

/** `Friday 4 December 2026` of a day number. */
export function longDateOf(dayNumber: DayNumber): string {
  const known = longTexts[dayNumber];
  if (known !== undefined) return known;
  const { year, month, day } = civilFromDay(dayNumber);
  const text = `${WEEKDAYS[weekdayOf(dayNumber)]} ${day} ${MONTHS[month - 1]} ${year}`;
  if (dayNumber >= 0 && dayNumber < CACHED_DAYS) longTexts[dayNumber] = text;
  return text;
}

/** A day moved by whole months, and whether the month was too short to hold the same day of the month. */
export function shiftMonths(dayNumber: DayNumber, months: number): { day: DayNumber; clamped: boolean } {
  const { year, month, day } = civilFromDay(dayNumber);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  const last = daysInMonth(y, m);
  return { day: dayFromCivil(y, m, Math.min(day, last)), clamped: day > last };
}

/** Whether a value is a real day written `YYYY-MM-DD`. */
export const isPlainDate = (value: unknown): value is PlainDate => parseDay(value) !== undefined;

/** The date `days` later (earlier where negative). @throws NotADateError */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOf(dayOf(date) + days);

/** The corresponding date `months` later, or the last day of that month where there is none (Dodds v Walker). */
export const addMonths = (date: PlainDate, months: number): PlainDate =>
  dateOf(shiftMonths(dayOf(date), months).day);

/** Negative, 0 or positive as `a` is before, on or after `b`. @throws NotADateError */
export const compareDates = (a: PlainDate, b: PlainDate): number => dayOf(a) - dayOf(b);

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayOf(to) - dayOf(from);

export const weekdayName = (date: PlainDate): Weekday => WEEKDAYS[weekdayOf(dayOf(date))] as Weekday;

/** `Friday 4 December 2026`. */
export const formatDate = (date: PlainDate): string => longDateOf(dayOf(date));

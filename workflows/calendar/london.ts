// Instants and legal days in London. Summer time is computed from its rule (Summer Time Act 1972 as amended in 2002:
// 01:00 GMT on the last Sunday of March to 01:00 GMT on the last Sunday of October), so the host's zone is never read.

import { civilFromDay, dateOf, dayFromCivil, dayOf, weekdayOf, type DayNumber } from './plain-date';
import type { PlainDate } from './types';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

interface SummerTime {
  /** The last Sundays of March and October. */
  begins: DayNumber;
  ends: DayNumber;
}

const summers = new Map<number, SummerTime>();

function summerTime(year: number): SummerTime {
  const known = summers.get(year);
  if (known !== undefined) return known;
  const lastSunday = (month: number): DayNumber => {
    const last = dayFromCivil(year, month, 31);
    return last - weekdayOf(last);
  };
  const summer = { begins: lastSunday(3), ends: lastSunday(10) };
  summers.set(year, summer);
  return summer;
}

/**
 * Whether a London wall-clock time is in summer time. A time that the spring change leaps over counts as winter
 * time; a time that the autumn change repeats counts as its first occurrence.
 */
function isSummer(day: DayNumber, minutes: number): boolean {
  const { begins, ends } = summerTime(civilFromDay(day).year);
  if (day === begins) return minutes >= 120;
  if (day === ends) return minutes < 120;
  return day > begins && day < ends;
}

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

/**
 * The last instant of a day in London, as UTC ISO text: the next local midnight less one millisecond.
 * An act at that instant is in time; any later one is not.
 */
export const endOfDayLondon = (date: PlainDate): string => endOfDay(dayOf(date));

export function endOfDay(day: DayNumber): string {
  return `${dateOf(day)}T${isSummer(day + 1, 0) ? '22' : '23'}:59:59.999Z`;
}

/** The instant of a London wall-clock time `HH:MM` on a day, as UTC ISO text. @throws RangeError */
export const londonInstant = (date: PlainDate, time: string): string =>
  instantAt(dayOf(date), minutesOf(time));

/** Rules and reminders name few times, again and again. */
const knownTimes = new Map<string, number>();
const TIMES = 24 * 60;

function minutesOf(time: string): number {
  let minutes = knownTimes.get(time);
  if (minutes === undefined) {
    const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
    if (match === null) throw new RangeError(`${JSON.stringify(time)} is not a time in the form HH:MM`);
    minutes = Number(match[1]) * 60 + Number(match[2]);
    if (knownTimes.size < TIMES) knownTimes.set(time, minutes);
  }
  return minutes;
}

/** The same few times of the same days, again and again: by the minutes since 1970. */
const knownInstants = new Map<number, string>();
const INSTANTS = 50_000;

/** As `londonInstant`, from a day number and the minutes since midnight. */
export function instantAt(day: DayNumber, minutes: number): string {
  const local = day * TIMES + minutes;
  let instant = knownInstants.get(local);
  if (instant === undefined) {
    instant = toInstant(day, minutes);
    if (knownInstants.size < INSTANTS) knownInstants.set(local, instant);
  }
  return instant;
}

function toInstant(day: DayNumber, minutes: number): string {
  const utc = minutes - (isSummer(day, minutes) ? 60 : 0);
  const onDay = utc < 0 ? day - 1 : day;
  const rest = utc < 0 ? utc + 1440 : utc;
  return `${dateOf(onDay)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}:00.000Z`;
}

/** The day it is in London at an instant (ISO text with `Z` or an offset). @throws RangeError */
export function londonDateOf(isoInstant: string): PlainDate {
  // Without an offset the host's zone would decide.
  const ms = /(Z|[+-]\d\d:\d\d)$/.test(isoInstant) ? Date.parse(isoInstant) : NaN;
  if (Number.isNaN(ms))
    throw new RangeError(`${JSON.stringify(isoInstant)} is not an ISO instant with its offset`);
  const { begins, ends } = summerTime(civilFromDay(Math.floor(ms / DAY_MS)).year);
  const summer = ms >= begins * DAY_MS + HOUR_MS && ms < ends * DAY_MS + HOUR_MS;
  return dateOf(Math.floor((summer ? ms + HOUR_MS : ms) / DAY_MS));
}

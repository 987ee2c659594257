// When a telephone may ring: no text messages at night, on Sundays or on bank holidays. What has a legal moment moves
// earlier, never past it.

import { addDays, currentHolidays, londonDateOf, londonInstant, type PlainDate } from '../calendar';
import { dateOf, dayOf, weekdayOf, type DayNumber } from '../calendar/plain-date';

/** London times between which somebody wants texts. */
export interface Hours {
  from: string;
  until: string;
}

/** Outside these nobody is sent a text. */
export const DAYTIME: Hours = { from: '08:00', until: '20:00' };

/** The Tribunal's day ends at 17:00: no text about a last day comes later. */
const LATEST_ON_LAST_DAY = '17:00';

const SUNDAY = 0;
/** Days that people keep even where another day is the bank holiday for them. */
const KEPT = new Set(['01-01', '12-25', '12-26']);

export const isQuietDay = (day: PlainDate): boolean => isQuiet(dayOf(day));

const isQuiet = (day: DayNumber): boolean =>
  weekdayOf(day) === SUNDAY || KEPT.has(dateOf(day).slice(5)) || currentHolidays().isBankHoliday(day);

/** The first moment for texts on a day; where it is a quiet one, on the nearest day before it that is not. */
export function textMorning(day: DayNumber): string {
  let open = day;
  while (isQuiet(open)) open -= 1;
  return londonInstant(dateOf(open), DAYTIME.from);
}

/** The first moment at or after an instant at which a text may be sent. */
export function nextTextMoment(instant: string, { from, until }: Hours = DAYTIME): string {
  let day = londonDateOf(instant);
  if (instant >= londonInstant(day, until)) day = addDays(day, 1);
  while (isQuietDay(day)) day = addDays(day, 1);
  const first = londonInstant(day, from);
  return instant > first ? instant : first;
}

/** As `nextTextMoment`, in a person's own hours where these come before the end of the last day, else at once. */
export function textMomentFor(instant: string, hours: Hours, due: PlainDate | undefined): string {
  const wanted = nextTextMoment(instant, hours);
  if (due === undefined || wanted <= londonInstant(due, LATEST_ON_LAST_DAY)) return wanted;
  return instant;
}

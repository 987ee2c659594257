// A quarter of the calendar year: the period of published figures, and the day on which they are frozen.

import { addDays, addMonths, endOfDayLondon, londonInstant, type PlainDate } from '../../workflows/calendar';

/** Time for the last acts of a quarter to be recorded before its figures are frozen. */
const DAYS_TO_RECORD = 14;

export interface Quarter {
  /** `2026Q3`. */
  id: string;
  from: PlainDate;
  to: PlainDate;
  /** What was recorded later does not count. */
  cutOff: PlainDate;
}

export function quarterOf(day: PlainDate): Quarter {
  const year = day.slice(0, 4);
  const number = Math.ceil(Number(day.slice(5, 7)) / 3);
  const from = `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`;
  const to = addDays(addMonths(from, 3), -1);
  return { id: `${year}Q${number}`, from, to, cutOff: addDays(to, DAYS_TO_RECORD) };
}

/** Nothing where the text names no quarter. */
export function readQuarter(text: string): Quarter | undefined {
  const [, year, number] = /^(20\d\d)Q([1-4])$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  return quarterOf(`${year}-${String(Number(number) * 3).padStart(2, '0')}-01`);
}

/** The latest quarter whose figures can be frozen at this moment. */
export function lastComplete(today: PlainDate): Quarter {
  const before = ({ from }: Quarter) => quarterOf(addDays(from, -1));
  const previous = before(quarterOf(today));
  return isComplete(previous, today) ? previous : before(previous);
}

export const isComplete = ({ cutOff }: Quarter, today: PlainDate): boolean => cutOff < today;

/** First and last instant of the quarter, and of the time to record it. */
export const instantsOf = ({ from, to, cutOff }: Quarter) => ({
  begins: londonInstant(from, '00:00'),
  ends: endOfDayLondon(to),
  closes: endOfDayLondon(cutOff),
});

/** "July to September 2026". */
export function quarterInWords(quarter: string): string {
  const months = ['January to March', 'April to June', 'July to September', 'October to December'];
  return `${months[Number(quarter.slice(5)) - 1]} ${quarter.slice(0, 4)}`;
}

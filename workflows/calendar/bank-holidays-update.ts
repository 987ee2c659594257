// Takes a newer list of bank holidays, in the shape GOV.UK publishes, into an existing one and says what changes.

import { z } from 'zod';
import { Holidays, type BankHoliday } from './holidays';
import { dayOf, isPlainDate } from './plain-date';

const DIVISION = 'england-and-wales';

const division = z.object({
  division: z.literal(DIVISION),
  events: z
    .array(
      z.object({
        date: z.string().refine(isPlainDate, 'is not a real date in the form YYYY-MM-DD'),
        title: z.string().trim().min(1).max(120),
        notes: z.string().optional(),
      }),
    )
    .min(1),
});

/** The whole file of GOV.UK, keyed by division, or the one division alone. */
const govUkFile = z.union([z.object({ [DIVISION]: division }).transform((file) => file[DIVISION]), division]);

/** The file is not a usable list of bank holidays; the message says why in one line. */
export class BankHolidayFileError extends Error {
  constructor(why: string) {
    super(`Not a usable list of bank holidays: ${why}`);
    this.name = 'BankHolidayFileError';
  }
}

export interface BankHolidayMerge {
  holidays: Holidays;
  /** Days that were not in the calendar. */
  added: BankHoliday[];
  /** Days of the years in the file that the file no longer has. */
  removed: BankHoliday[];
  /** The same day with another name. */
  renamed: { from: BankHoliday; to: BankHoliday }[];
  /** Projected days that the file now announces. */
  confirmed: BankHoliday[];
}

/**
 * The existing calendar with the years of the file replaced by what the file says. Years that the file leaves out
 * stay. Pure: nothing is put in use.
 * @param govUkJson parsed JSON, as at https://www.gov.uk/bank-holidays.json
 * @throws BankHolidayFileError where the file has the wrong shape, a day twice, a day on a weekend, or a year
 *   with fewer than eight days (a cut-off file would lose holidays silently).
 */
export function mergeBankHolidays(existing: Holidays, govUkJson: unknown): BankHolidayMerge {
  const incoming = read(govUkJson);
  const years = new Set(incoming.map(yearOf));
  const before = new Map(existing.events.map((event) => [event.date, event]));
  const after = new Map(incoming.map((event) => [event.date, event]));
  const kept = existing.events.filter((event) => !years.has(yearOf(event)));
  const added = incoming.filter(({ date }) => !before.has(date));
  const removed = existing.events.filter((event) => years.has(yearOf(event)) && !after.has(event.date));
  const both = incoming.flatMap((to) => {
    const from = before.get(to.date);
    return from === undefined ? [] : [{ from, to }];
  });
  return {
    holidays: new Holidays([...kept, ...incoming]),
    added,
    removed,
    renamed: both.filter(({ from, to }) => from.title !== to.title),
    confirmed: both.filter(({ from }) => from.status === 'projected').map(({ to }) => to),
  };
}

const yearOf = ({ date }: { date: string }): string => date.slice(0, 4);

function read(govUkJson: unknown): BankHoliday[] {
  const parsed = govUkFile.safeParse(govUkJson);
  if (!parsed.success) {
    throw new BankHolidayFileError(
      `it must have the GOV.UK shape, { "${DIVISION}": { "division", "events": [{ "date", "title" }] } }`,
    );
  }
  const { events } = parsed.data;
  const perYear = new Map<string, number>();
  const seen = new Set<string>();
  for (const event of events) {
    if (seen.has(event.date)) throw new BankHolidayFileError(`${event.date} is there twice`);
    seen.add(event.date);
    const weekday = (dayOf(event.date) + 4) % 7;
    if (weekday === 0 || weekday === 6) throw new BankHolidayFileError(`${event.date} is a weekend day`);
    perYear.set(yearOf(event), (perYear.get(yearOf(event)) ?? 0) + 1);
  }
  for (const [year, count] of perYear) {
    if (count < 8)
      throw new BankHolidayFileError(`${year} has only ${count} days; a whole year has at least eight`);
  }
  return events.map(({ date, title }) => ({ date, title, status: 'announced' }));
}

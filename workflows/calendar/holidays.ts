// The set of bank holidays a count is made with: bundled data, or an operator's own after a proclamation.

import bundled from './bank-holidays.json';
import { projectedBankHolidays } from './bank-holiday-rules';
import { civilFromDay, dateOf, dayFromCivil, dayOf, weekdayOf, WEEKDAYS, type DayNumber } from './plain-date';
import type { PlainDate, SkippedDay } from './types';

/** One bank holiday in England and Wales. `projected`: worked out from the standing law, not yet announced. */
export interface BankHoliday {
  date: PlainDate;
  title: string;
  status: 'announced' | 'projected';
}

/** First and last day on which the tables can count. */
const FIRST_DAY: DayNumber = dayFromCivil(1970, 1, 1);
const LAST_DAY: DayNumber = dayFromCivil(2199, 12, 31);

/** A day in August or from 25 December to 1 January: rule 12(3) of the Tribunal's rules treats them apart. */
export function closedPeriodOf(day: DayNumber): 'august' | 'christmas' | undefined {
  return (['august', 'christmas'] as const)[(closedPeriods[day] as number) - 1];
}

const closedPeriods = new Uint8Array(LAST_DAY + 1);
for (let year = 1970; year <= 2199; year += 1) {
  closedPeriods.fill(1, dayFromCivil(year, 8, 1), dayFromCivil(year, 9, 1));
  closedPeriods.fill(2, dayFromCivil(year, 12, 25), dayFromCivil(year + 1, 1, 1));
  closedPeriods.fill(2, dayFromCivil(year, 1, 1), dayFromCivil(year, 1, 2));
}

/**
 * An immutable set of bank holidays with tables for counting. Years without data are filled from the standing law;
 * a result that lies there carries a warning.
 */
export class Holidays {
  /** The holidays of the years for which there is data, in order of date. */
  readonly events: readonly BankHoliday[];
  /** First and last day of the years for which there is data. */
  readonly knownFrom: PlainDate;
  readonly knownTo: PlainDate;
  /** Last day of the last year whose holidays are all announced. */
  readonly announcedTo: PlainDate;

  private readonly titles = new Map<DayNumber, string>();
  /** 1 where the day is a working day. */
  private readonly open = new Uint8Array(LAST_DAY + 1);
  /** Working days from the first day up to and including each day. */
  private readonly openThrough = new Uint32Array(LAST_DAY + 1);
  /** The working days, one after another. */
  private readonly openDays: DayNumber[] = [];
  private readonly closedReasons: (Readonly<SkippedDay> | undefined)[] = [];
  private readonly knownFromDay: DayNumber;
  private readonly announcedToDay: DayNumber;

  constructor(events: readonly BankHoliday[]) {
    if (events.length === 0) throw new RangeError('A calendar needs at least one bank holiday');
    this.events = Object.freeze([...events].sort((a, b) => dayOf(a.date) - dayOf(b.date)));
    const years = this.events.map(({ date }) => Number(date.slice(0, 4)));
    const projected = this.events
      .filter(({ status }) => status === 'projected')
      .map(({ date }) => Number(date.slice(0, 4)));
    const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
    const announcedYear = projected.length === 0 ? lastYear : Math.min(...projected) - 1;
    this.knownFrom = `${firstYear}-01-01`;
    this.knownTo = `${lastYear}-12-31`;
    this.announcedTo = `${announcedYear}-12-31`;
    this.knownFromDay = dayOf(this.knownFrom);
    this.announcedToDay = dayOf(this.announcedTo);
    for (const { date, title } of this.events) this.titles.set(dayOf(date), title);
    const withData = new Set(years);
    for (let year = 1970; year <= 2199; year += 1) {
      if (withData.has(year)) continue;
      for (const { date, title } of projectedBankHolidays(year)) this.titles.set(dayOf(date), title);
    }
    this.fillTables();
  }

  private fillTables(): void {
    let count = 0;
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
      const weekday = weekdayOf(day);
      if (weekday !== 0 && weekday !== 6 && !this.titles.has(day)) {
        this.open[day] = 1;
        this.openDays.push(day);
        count += 1;
      }
      this.openThrough[day] = count;
    }
  }

  /** A set with one more day, or another title for it, e.g. one proclaimed at short notice. */
  with(date: PlainDate, title: string): Holidays {
    const others = this.events.filter((event) => event.date !== date);
    return new Holidays([...others, { date, title, status: 'announced' }]);
  }

  isOpen(day: DayNumber): boolean {
    return this.open[day] === 1;
  }

  /** Working days after `from` up to and including `to`; `to` must not be earlier. */
  openBetween(from: DayNumber, to: DayNumber): number {
    return (this.openThrough[inRange(to)] as number) - (this.openThrough[inRange(from)] as number);
  }

  /** The `n`th working day after a day, from 1. @throws RangeError */
  openAfter(day: DayNumber, n: number): DayNumber {
    return inRange(this.openDays[(this.openThrough[inRange(day)] as number) + n - 1]);
  }

  /** The `n`th working day before a day, from 1. @throws RangeError */
  openBefore(day: DayNumber, n: number): DayNumber {
    return inRange(
      this.openDays[(this.openThrough[inRange(day)] as number) - (this.open[day] as number) - n],
    );
  }

  nextOpen(day: DayNumber): DayNumber {
    let next = day;
    while (this.open[next] === 0) next += 1;
    return inRange(next);
  }

  previousOpen(day: DayNumber): DayNumber {
    let previous = day;
    while (this.open[previous] === 0) previous -= 1;
    return inRange(previous);
  }

  isBankHoliday(day: DayNumber): boolean {
    return this.titles.has(day);
  }

  /** The bank holiday on a day, if there is one. */
  titleOf(date: PlainDate): string | undefined {
    return this.titles.get(dayOf(date));
  }

  /** Why a day is not a working day. The same frozen object each time. */
  whyClosed(day: DayNumber): SkippedDay {
    const known = this.closedReasons[day];
    if (known !== undefined) return known as SkippedDay;
    const why = this.titles.get(day) ?? (WEEKDAYS[weekdayOf(day)] as string);
    return (this.closedReasons[day] = Object.freeze({ date: dateOf(day), why }));
  }

  /** What a reader must be told about a count that touches these days; nothing where every holiday is announced. */
  uncertaintyOf(from: DayNumber, to: DayNumber): string | undefined {
    if (to > this.announcedToDay) {
      return `Bank holidays after ${civilFromDay(this.announcedToDay).year} are worked out from the standing law and not yet announced: check this date again later.`;
    }
    if (from < this.knownFromDay) {
      return `Bank holidays before ${civilFromDay(this.knownFromDay).year} are worked out from the standing law: extra days proclaimed then are not known here.`;
    }
    return undefined;
  }
}

function inRange(day: DayNumber | undefined): DayNumber {
  if (day === undefined || day < FIRST_DAY || day > LAST_DAY)
    throw new RangeError('The calendar counts from 1970 to 2199 only');
  return day;
}

/** The holidays that come with this release. */
export const bundledHolidays = new Holidays(bundled.events as BankHoliday[]);

/** The last day for which the bundled calendar has data, projected days included. */
export const BANK_HOLIDAYS_KNOWN_TO: PlainDate = bundledHolidays.knownTo;

let current = bundledHolidays;

/** The holidays used where a call names none. */
export const currentHolidays = (): Holidays => current;

/** Makes another set the one in use. For the program's edge, at start and after an update; never inside a rule. */
export function useHolidays(holidays: Holidays): void {
  current = holidays;
}

/** Counts as on a day when this was the list in use. `work` must not wait for anything. */
export function withHolidays<T>(holidays: Holidays, work: () => T): T {
  const before = current;
  current = holidays;
  try {
    return work();
  } finally {
    current = before;
  }
}

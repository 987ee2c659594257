// The days of a case in their legal order, and the day a clock counts from.

import type { PlainDate } from '../../calendar';
import type { CaseContext } from '../../kit';

/** The input of a rule, once its day is known. */
export const from = <K extends string>(
  input: K,
  on: PlainDate | undefined,
): Record<K, PlainDate> | undefined =>
  on === undefined ? undefined : ({ [input]: on } as Record<K, PlainDate>);

type DayOf = (c: CaseContext) => PlainDate | undefined;
type Check = (c: CaseContext, event: { on: PlainDate }) => string | undefined;

/** The latest day on which any of these events last happened. */
export const latestOf = (c: CaseContext, ...types: string[]): PlainDate | undefined =>
  types
    .flatMap((type) => c.happened[type]?.at(-1)?.on ?? [])
    .sort()
    .at(-1);

/** The day on which an event last happened. */
export const dayOfLast =
  (type: string): DayOf =>
  (c) =>
    latestOf(c, type);

/** Refuses an event dated before another day, where that day is known. */
export const notEarlierThan =
  (what: string, day: DayOf, than: string): Check =>
  (c, { on }) => {
    const before = day(c);
    return before !== undefined && on < before ? `${what} cannot be earlier than ${than}.` : undefined;
  };

/** The same where either day may be the wrong one. */
export const notBeforeDay =
  (what: string, than: string, day: DayOf): Check =>
  (c, event) => {
    const complaint = notEarlierThan(what, day, than)(c, event);
    return complaint && `${complaint} Check the two dates.`;
  };

/** Refuses an event dated before others: `earlier` maps each of them, or a fact, to its name in a sentence. */
export const notBefore =
  (what: string, earlier: Record<string, string>): Check =>
  (c, event) => {
    for (const [name, than] of Object.entries(earlier)) {
      const day: DayOf = () => dayOfLast(name)(c) ?? (c.facts as Record<string, PlainDate | undefined>)[name];
      const complaint = notBeforeDay(what, than, day)(c, event);
      if (complaint) return complaint;
    }
    return undefined;
  };

/** Refuses an event dated before the thing that the case is about. */
export const notBeforeItHappened = (what: string): Check =>
  notEarlierThan(what, (c) => (c.facts as { happened: PlainDate }).happened, 'what it is about');

/** Refuses a date in the answer that lies before the day it was given. */
export const notInThePast = (what: string, on: PlainDate, date: PlainDate | undefined): string | undefined =>
  date !== undefined && date < on ? `${what} cannot be in the past.` : undefined;

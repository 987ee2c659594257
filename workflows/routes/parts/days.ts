// The days of a case in their legal order, and the day a clock counts from.

import type { PlainDate } from '../../calendar';
import type { CaseContext } from '../../kit';

/** The input of a rule, once its day is known. */
export const from = <K extends string>(
  input: K,
  on: PlainDate | undefined,
): Record<K, PlainDate> | undefined =>
  on === undefined ? undefined : ({ [input]: on } as Record<K, PlainDate>);

/** The latest day on which an event happened, or the date of the fact of that name. */
function dayOf(c: CaseContext, name: string): PlainDate | undefined {
  return c.happened[name]?.at(-1)?.on ?? (c.facts as Record<string, PlainDate | undefined>)[name];
}

/** Refuses an event dated before another: `earlier` maps that event, or fact, to its name in a sentence. */
export const notBefore =
  (what: string, earlier: Record<string, string>) =>
  (c: CaseContext, { on }: { on: PlainDate }): string | undefined => {
    for (const [name, than] of Object.entries(earlier)) {
      const day = dayOf(c, name);
      if (day !== undefined && on < day)
        return `${what} cannot be earlier than ${than}. Check the two dates.`;
    }
    return undefined;
  };

/** Refuses a date in the answer that lies before the day it was given. */
export const notInThePast = (what: string, on: PlainDate, date: PlainDate | undefined): string | undefined =>
  date !== undefined && date < on ? `${what} cannot be in the past.` : undefined;

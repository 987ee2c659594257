// Refuses an event dated before the one it answers, or one that came too late to count.

import type { PlainDate } from '../../calendar';
import type { CaseContext } from '../../kit';

type DayOf = (c: CaseContext) => PlainDate | undefined;

/** `day` gives the day that must have come first; nothing while it is not known. */
export const notBefore =
  (what: string, than: string, day: DayOf) =>
  (c: CaseContext, { on }: { on: PlainDate }): string | undefined => {
    const before = day(c);
    return before !== undefined && on < before
      ? `${what} cannot be earlier than ${than}. Check the two dates.`
      : undefined;
  };

/** The day on which an event last happened. */
export const dayOfLast =
  (type: string): DayOf =>
  (c) =>
    c.happened[type]?.at(-1)?.on;

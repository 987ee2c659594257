// Days that make no sense together, said in plain English: an answer before its question, a claim before its cause.

import type { CaseContext } from '../../kit';

type Check = (c: CaseContext, event: { on: string }) => string | undefined;

/** Refuses an event dated before another day, where that day is known. */
export const notBefore =
  (what: string, day: (c: CaseContext) => string | undefined, than: string): Check =>
  (c, { on }) => {
    const before = day(c);
    return before !== undefined && on < before ? `${what} cannot be earlier than ${than}.` : undefined;
  };

/** Refuses an event dated before the thing that the case is about. */
export const notBeforeItHappened = (what: string): Check =>
  notBefore(what, (c) => (c.facts as { happened: string }).happened, 'what it is about');

// What a body promised in its answer or in an agreement: each promise with its own date.

import { z } from 'zod';
import {
  all,
  date,
  event,
  list,
  personalLine,
  type CaseContext,
  type DeadlineItem,
  type PartyId,
} from '../../kit';
import { aboutPoint } from './data';

export const promise = z.object({
  what: personalLine({ label: 'What will be done?', hint: 'One promise for each line.' }),
  by: date({ label: 'By when?' }).meta({ future: true }),
});

export const promises = list({ label: 'What will be done to put it right?' }, promise, { min: 0, max: 20 });

/** A promise as the case holds it, numbered. */
export interface Promised {
  key: string;
  by: string;
}

export const promiseKept = (by: readonly PartyId[], made: (c: CaseContext) => Promised[]) =>
  event({
    title: 'Say that a promise is kept',
    past: 'A promise was kept',
    when: 'When was it done?',
    by,
    data: aboutPoint,
    check: (c, { data }) =>
      made(c).some(({ key }) => key === data.point)
        ? undefined
        : 'There is no such promise. Choose one from the list.',
  });

/** One clock for each promise that is not kept yet. */
export const promiseClocks = <P extends Promised>(
  made: (c: CaseContext) => P[],
  owedBy: (promised: P) => PartyId,
  ifMissed: string,
) =>
  ({
    rules: ['named.date'],
    each: (c: CaseContext): DeadlineItem[] =>
      open(c, made).map((promised) => ({
        key: promised.key,
        title: 'What was promised',
        rule: 'named.date',
        inputs: { named: promised.by },
        owedBy: owedBy(promised),
      })),
    metBy: 'promise-kept',
    ifMissed,
  }) as const;

/** The promises that nobody has called kept. */
export function open<P extends Promised>(c: CaseContext, made: (c: CaseContext) => P[]): P[] {
  const kept = new Set(all(c, 'promise-kept').map(({ data }) => (data as { point: string }).point));
  return made(c).filter(({ key }) => !kept.has(key));
}

/** Refuses a promise whose date has passed on the day it is made. */
export const noPromiseInThePast = (on: string, made: readonly { by: string }[] | undefined) =>
  made?.some(({ by }) => by < on) ? 'The date of a promise cannot be in the past.' : undefined;

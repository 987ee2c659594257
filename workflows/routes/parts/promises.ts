// What a body promised in its answer, in a decision or in an agreement: each promise with its own date.

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
import { numbered } from './points';

export const promise = z.object({
  what: personalLine({ label: 'What will be done?', hint: 'One promise for each line.' }),
  by: date({ label: 'By when?' }).meta({ future: true }),
});

export const promises = list({ label: 'What will be done to put it right?' }, promise, {
  min: 0,
  max: 20,
}).optional();

/** A promise as the case holds it; its text is sealed and plays no part. */
export interface Promised {
  by: string;
}

export type Numbered = Promised & { key: string };

/** Every promise of every answer, numbered in the order in which they were given. */
export const promisesIn = <P extends Promised>(answers: { data: { promises?: P[] | undefined } }[]) =>
  numbered(answers.flatMap(({ data }) => data.promises ?? []));

/** Whether each promise has been said to be kept. */
export const allKept = (promised: { key: string }[], done: { data: { point: string } }[]): boolean =>
  promised.every(({ key }) => done.some(({ data }) => data.point === key));

/** Refuses a promise whose day has passed when it is made. */
export const promisesAhead = (on: string, made: readonly Promised[] | undefined): string | undefined =>
  made?.some(({ by }) => by < on)
    ? 'The date of a promise cannot be in the past. Check the dates.'
    : undefined;

/** Says that a promise is kept only where there is such a promise. */
export const knownPromise = (promised: Numbered[], point: string): string | undefined =>
  promised.some(({ key }) => key === point)
    ? undefined
    : 'There is no such promise. Choose one from the list.';

export const promiseKept = (by: readonly PartyId[], made: (c: CaseContext) => Numbered[]) =>
  event({
    title: 'Say that a promise is kept',
    past: 'A promise was kept',
    when: 'When was it done?',
    by,
    data: aboutPoint,
    check: (c, { data }) => knownPromise(made(c), data.point),
  });

/** A clock for each promise, on the day that was named for it. */
export const promiseClocks = <P extends Numbered>(
  promised: P[],
  title: string,
  owedBy: PartyId | ((promised: P) => PartyId),
): DeadlineItem[] =>
  promised.map((each) => ({
    key: each.key,
    title,
    rule: 'named.date',
    inputs: { named: each.by },
    owedBy: typeof owedBy === 'function' ? owedBy(each) : owedBy,
  }));

/** The clocks of the promises that nobody has called kept. */
export const promisesOwed = <P extends Numbered>(
  made: (c: CaseContext) => P[],
  owedBy: PartyId | ((promised: P) => PartyId),
  ifMissed: string,
) =>
  ({
    rules: ['named.date'],
    each: (c: CaseContext) => promiseClocks(notKept(c, made), 'What was promised', owedBy),
    metBy: 'promise-kept',
    ifMissed,
  }) as const;

export function notKept<P extends Numbered>(c: CaseContext, made: (c: CaseContext) => P[]): P[] {
  const kept = new Set(all(c, 'promise-kept').map(({ data }) => (data as { point: string }).point));
  return made(c).filter(({ key }) => !kept.has(key));
}

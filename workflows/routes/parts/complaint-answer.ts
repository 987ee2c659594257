// The answer to a complaint, whoever gives it: a finding, a finding for each point, reasons, and promises with a date each.

import { z } from 'zod';
import { choice, date, list, personalLine, text, type DeadlineItem, type PartyId } from '../../kit';
import { numbered } from './points';

export const findings = { upheld: 'Upheld', 'partly-upheld': 'Partly upheld', 'not-upheld': 'Not upheld' };

/** One point of the complaint: what was found about it, why, and what will be done about it by when. */
export const pointFound = z
  .object({
    point: personalLine({ label: 'What was the point?' }),
    finding: choice({ label: 'What is the finding?' }, findings),
    reasons: text({
      label: 'Why?',
      hint: 'Say what you looked at, what should have happened, and what did happen.',
    }).optional(),
    remedy: personalLine({ label: 'What will be done about this point?' }).optional(),
    by: date({ label: 'By when will it be done?' }).meta({ future: true }).optional(),
  })
  .refine(({ remedy, by }) => (remedy === undefined) === (by === undefined), {
    path: ['by'],
    message: 'What will be done needs a date, and a date needs what will be done',
  });

type PointFound = z.infer<typeof pointFound>;

export const promise = z.object({
  what: personalLine({ label: 'What will be done?' }),
  by: date({ label: 'By when?' }).meta({ future: true }),
});

export type Promised = z.infer<typeof promise>;

export const promises = list({ label: 'What will be done to put it right?' }, promise, {
  min: 0,
  max: 20,
}).optional();

/** Everything that one answer promises: about single points first, then for the whole. */
export const promisedBy = (answer: {
  points?: PointFound[] | undefined;
  findings?: PointFound[] | undefined;
  promises?: Promised[] | undefined;
  remedies?: Promised[] | undefined;
}): Promised[] => [
  ...(answer.points ?? answer.findings ?? []).flatMap(({ remedy, by }) =>
    remedy !== undefined && by !== undefined ? [{ what: remedy, by }] : [],
  ),
  ...(answer.promises ?? answer.remedies ?? []),
];

/** One finding, with findings for points where they were given. */
export const answer = z.object({
  finding: choice({ label: 'What is the finding?' }, findings),
  reasons: text({ label: 'What are the reasons?' }),
  points: list({ label: 'Is there a finding for each point?' }, pointFound, { min: 0, max: 20 }).optional(),
  promises,
});

/** Every promise of every answer, numbered in the order in which they were given. */
export const promisesIn = (answers: { data: Parameters<typeof promisedBy>[0] }[]) =>
  numbered(answers.flatMap(({ data }) => promisedBy(data)));

/** Whether each promise has been said to be kept. */
export const allKept = (promised: { key: string }[], done: { data: { point: string } }[]): boolean =>
  promised.every(({ key }) => done.some(({ data }) => data.point === key));

/** What is wrong with a promise or a date given in the past; nothing where all lie ahead. */
export const notInThePast = (on: string, ...dates: (string | undefined)[]): string | undefined =>
  dates.some((day) => day !== undefined && day < on)
    ? 'The day for it must not be earlier than the day it was promised.'
    : undefined;

/** Findings point by point, reasons, and what will be done. */
export const answerToPoints = {
  findings: list({ label: 'What was found, point by point?' }, pointFound, { min: 1, max: 20 }),
  reasons: text({ label: 'What are the reasons?' }),
  remedies: promises,
};

/** Asked of the body when it ends its part: the family must learn where to go next. */
export const ombudsmanTold = {
  ombudsman: choice(
    { label: 'Does the letter say how to reach the Ombudsman?' },
    { yes: 'Yes, it is in the letter' },
  ),
};

/** A clock for each promise, on the day that was named for it. */
export const promiseClocks = (promised: Promised[], title: string, owedBy: PartyId): DeadlineItem[] =>
  numbered(promised).map(({ key, by }) => ({
    key,
    title,
    rule: 'named.date',
    inputs: { named: by },
    owedBy,
  }));

/** Refuses a promise for a day that has already passed when the answer is sent. */
export const promisesAhead = (
  _c: unknown,
  { on, data }: { on: string; data: Parameters<typeof promisedBy>[0] },
): string | undefined =>
  promisedBy(data).some(({ by }) => by < on)
    ? 'What will be done cannot have a date before the answer. Check the dates.'
    : undefined;

/** Says that a promise is done only where there is such a promise. */
export const knownPromise = (
  promised: Promised[],
  { data }: { data: { point: string } },
): string | undefined =>
  numbered(promised).some(({ key }) => key === data.point)
    ? undefined
    : 'There is no such promise. Choose one from the list.';

// The answer to a complaint, whoever gives it: a finding, a finding for each point, reasons, and promises with a date each.

import { z } from 'zod';
import { choice, date, list, personalLine, text } from '../../kit';
import { numbered } from './points';

const findings = { upheld: 'Upheld', 'partly-upheld': 'Partly upheld', 'not-upheld': 'Not upheld' };

const point = z.object({
  what: personalLine({ label: 'What is the point?' }),
  finding: choice({ label: 'What is the finding on it?' }, findings),
});

const promise = z.object({
  what: personalLine({ label: 'What will be done?', hint: 'One promise for each line.' }),
  by: date({ label: 'By when?' }).meta({ future: true }),
});

/** What will be done, point by point, with a date for each. */
export const promises = list({ label: 'What will be done to put it right?' }, promise, {
  min: 0,
  max: 20,
}).optional();

export const answer = z.object({
  finding: choice({ label: 'What is the finding?' }, findings),
  reasons: text({ label: 'What are the reasons?' }),
  points: list({ label: 'Is there a finding for each point?' }, point, { min: 0, max: 20 }).optional(),
  promises,
});

interface Answered {
  data: { promises?: z.infer<typeof promise>[] | undefined };
}

/** Every promise of every answer, numbered in the order in which they were given. */
export const promisesIn = (answers: Answered[]) =>
  numbered(answers.flatMap(({ data }) => data.promises ?? []));

/** Whether each promise has been said to be kept. */
export const allKept = (promises: { key: string }[], done: { data: { point: string } }[]): boolean =>
  promises.every(({ key }) => done.some(({ data }) => data.point === key));

/** What is wrong with a promise or a date given in the past; nothing where all lie ahead. */
export const notInThePast = (on: string, ...dates: (string | undefined)[]): string | undefined =>
  dates.some((day) => day !== undefined && day < on)
    ? 'The day for it must not be earlier than the day it was promised.'
    : undefined;

// What a claim in court has in common for a family that follows it here: the court's own dates and how it ended.

import { z } from 'zod';
import { all, choice, date, event, type CaseContext, type DeadlineItem, type PartyId } from '../../kit';
import { aboutPoint } from './data';
import { numbered } from './points';

export const courtEvents = (by: readonly PartyId[]) => ({
  'date-set': event({
    title: 'Record a date that the court set',
    past: 'The court set a date',
    when: 'What is the date of the letter or order?',
    by,
    data: z.object({
      what: choice(
        { label: 'What is the date for?' },
        { papers: 'Sending papers', hearing: 'A hearing', fee: 'A fee', other: 'Something else' },
      ),
      who: choice({ label: 'Who must act?' }, { family: 'You, or your lawyer', other: 'The other side' }),
      by: date({ label: 'Which date?' }).meta({ future: true }),
    }),
    check: (_c, { on, data }) => (data.by < on ? 'The date cannot be before the letter.' : undefined),
  }),
  'date-kept': event({
    title: 'Say that a date of the court was kept',
    past: 'A date of the court was kept',
    by,
    data: aboutPoint,
  }),
  'court-decided': event({
    title: 'Record the decision of the court',
    past: 'The court decided the claim',
    when: 'What is the date of the decision?',
    by,
    data: z.object({
      result: choice(
        { label: 'What did it decide?' },
        { won: 'The claim succeeded, in full or in part', lost: 'The claim failed' },
      ),
    }),
  }),
});

type C = CaseContext<unknown, ReturnType<typeof courtEvents>>;

/** One clock for each date that the court set; `otherSide` is the body that the claim is against. */
export const courtDates =
  (family: PartyId, otherSide: (c: C) => PartyId) =>
  (c: C): (DeadlineItem & { rule: 'named.date' })[] =>
    numbered(all(c, 'date-set').map(({ data }) => data)).map(({ key, what, who, by }) => ({
      key,
      title: what,
      rule: 'named.date' as const,
      inputs: { named: by },
      owedBy: who === 'family' ? family : otherSide(c),
    }));

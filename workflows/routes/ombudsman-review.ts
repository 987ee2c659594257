// Asking an ombudsman to look again at its own decision: once, for wrong facts or new evidence. After that, only a court.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext } from '../kit';
import { nothing } from './parts/data';
import { dayOfLast, from, notBeforeDay } from './parts/days';

const FAMILY = 'parent or young person';
const BODIES = ['council complaints team', 'NHS provider', 'ICB complaints team'] as const;

const facts = z.object({
  which: choice(
    { label: 'Whose decision is it?' },
    {
      lgsco: 'Local Government and Social Care Ombudsman',
      phso: 'Parliamentary and Health Service Ombudsman',
      joint: 'Both together',
    },
  ),
  decided: date({ label: 'What is the date of the decision?' }),
  lastDay: date({
    label: 'Does the letter give a last day to ask for a review?',
    hint: 'Leave it out if it does not.',
  })
    .meta({ future: true })
    .optional(),
  asked: date({
    label: 'When did you ask for a review?',
    hint: 'Leave it out if you have not yet.',
  }).optional(),
  aware: date({
    label: 'When did you first know about the problem?',
    hint: 'We need this only to go on if the Ombudsman looks again.',
  }).optional(),
  complained: date({
    label: 'When did you first complain to the body?',
    hint: 'We need this only to go on if the Ombudsman looks again.',
  }).optional(),
});

type Facts = z.infer<typeof facts>;

const decidedOn = (c: CaseContext): string => (c.facts as Facts).decided;
const askedDay = (c: CaseContext): string | undefined => dayOfLast('asked')(c) ?? (c.facts as Facts).asked;

const events = {
  asked: event({
    title: 'Record that you asked for a review',
    past: 'The family asked for a review',
    when: 'When did you ask?',
    by: [FAMILY],
    data: z.object({
      because: choice(
        { label: 'What is your main reason?' },
        {
          facts: 'The decision rests on wrong facts',
          evidence: 'I have new evidence that I could not give before',
          overlooked: 'It left out part of my complaint or evidence',
        },
      ),
      why: text({ label: 'What should the Ombudsman look at again?' }),
    }),
    check: notBeforeDay('The request', 'the decision', decidedOn),
  }),
  'not-wanted': event({
    title: 'Say that you do not want a review',
    past: 'The family did not want a review',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop.',
  }),
  answered: event({
    title: 'Record the answer',
    past: 'The Ombudsman answered the request for a review',
    when: 'What is the date of the answer?',
    by: [FAMILY, ...BODIES],
    data: z.object({
      answer: choice(
        { label: 'What is the answer?' },
        {
          again: 'It will look at the complaint again',
          stands: 'The decision stands',
          refused: 'It will not review the decision',
        },
      ),
    }),
    check: notBeforeDay('The answer', 'the request', askedDay),
  }),
  'court-asked': event({
    title: 'Say that you asked the court',
    past: 'The family asked the court to look at the decision',
    when: 'When did the court get the claim?',
    by: [FAMILY],
    data: nothing,
    check: notBeforeDay('The claim', 'the decision', decidedOn),
  }),
};

type C = CaseContext<Facts, typeof events>;

const words = vocabulary({
  facts,
  events,
  guards: {
    'already asked': (c: C) => c.facts.asked !== undefined,
    'it was the health ombudsman': (c: C) => c.facts.which === 'phso',
    'it looks again': (c: C) => last(c, 'answered')?.data.answer === 'again',
  },
});

const policy = {
  lgsco: "The Ombudsman's own review policy: no law gives this right",
  court: 'Civil Procedure Rules, rule 54.5(1)',
};

/** A review never stops this clock: it runs from the decision itself. */
const courtClock = {
  rule: 'judicial-review.claim',
  inputs: (c: C) => ({ happened: c.facts.decided }),
  metBy: 'court-asked',
  owedBy: FAMILY,
  familyRight: true,
  ifMissed: 'The court will hardly ever take a later claim. Get legal advice today.',
} as const;

const reviewing = (ombudsman: 'LGSCO' | 'PHSO') =>
  ({
    title: 'The Ombudsman answers your request',
    responsible: ombudsman,
    duty: 'says whether it will look again',
    law: [policy.lgsco],
    deadlines: [courtClock],
    noDeadline: 'The Ombudsman has no legal time limit for this answer. Only the date for a court runs.',
    on: {
      answered: [{ when: 'it looks again', to: 'again' }, { to: 'stands' }],
      'not-wanted': 'closed',
      'court-asked': 'court',
      'missed.judicial-review.claim': 'stay',
    },
  }) as const;

export const ombudsmanReview = words.defineRoute({
  id: 'ombudsman-review',
  effective: { from: '2020-01-01' },
  title: 'Ask the Ombudsman to review its decision',
  summary:
    'You can ask an Ombudsman once to look again at its decision, if its facts were wrong or you have new evidence. It is not an appeal. It does not stop the time to go to a court, which runs from the decision.',
  law: [policy.lgsco, policy.court],
  decidedOn: (f) => f.decided,
  initial: 'start',
  stages: {
    start: { choose: [{ when: 'already asked', to: 'asked' }, { to: 'before' }] },
    before: {
      title: 'Ask for a review',
      responsible: FAMILY,
      duty: 'can ask for a review, in writing and only once',
      law: [policy.lgsco],
      deadlines: [
        {
          rule: 'ombudsman.review',
          inputs: (c) => ({ decided: c.facts.decided }),
          while: (c) => c.facts.lastDay === undefined,
          metBy: ['asked', 'not-wanted'],
          familyRight: true,
          ifMissed: 'You can still ask and say why you are late. The Ombudsman need not agree.',
        },
        {
          rule: 'named.date',
          inputs: (c) => from('named', c.facts.lastDay),
          metBy: ['asked', 'not-wanted'],
          familyRight: true,
          ifMissed: 'You can still ask and say why you are late. The Ombudsman need not agree.',
        },
      ],
      on: {
        asked: 'asked',
        'not-wanted': 'closed',
        'missed.ombudsman.review': 'lapsed',
        'missed.named.date': 'lapsed',
      },
    },
    asked: { choose: [{ when: 'it was the health ombudsman', to: 'phso' }, { to: 'lgsco' }] },
    lgsco: reviewing('LGSCO'),
    phso: reviewing('PHSO'),
    stands: {
      title: 'The decision stands',
      responsible: FAMILY,
      duty: 'can only ask a court now, and only about a mistake in law',
      law: [policy.court],
      deadlines: [courtClock],
      on: {
        'court-asked': 'court',
        'not-wanted': 'closed',
        'missed.judicial-review.claim': 'final',
      },
    },
    again: {
      title: 'The Ombudsman looks again',
      outcome: 'Your complaint is with the Ombudsman again. If you gave us the dates, a new case follows it.',
      opens: (['lgsco', 'phso', 'joint'] as const).map((which) => ({
        route: `ombudsman.${which}` as const,
        when: (c: C) =>
          c.facts.which === which && c.facts.aware !== undefined && c.facts.complained !== undefined,
        once: true as const,
        facts: (c: C) => ({
          aware: c.facts.aware,
          complained: c.facts.complained,
          answered: true,
          asked: askedDay(c),
        }),
      })),
    },
    court: {
      title: 'You asked a court',
      outcome: 'The court decides. It can set the decision aside, but not decide your complaint itself.',
    },
    lapsed: {
      title: 'The day to ask has passed',
      outcome:
        'You can still ask and say why you are late: begin this again with the day you asked. A court can look at the decision only within 3 months of it, and you must be quick.',
    },
    final: { title: 'The decision is final', outcome: 'The time for a court has passed too.' },
    closed: { title: 'You did not go on', outcome: 'The decision of the Ombudsman stands.' },
  },
});

// The Information Commissioner: a signpost that keeps the family's own date. Data Protection Act 2018 ss165–166.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext } from '../kit';
import { nothing } from './parts/data';
import { from, notBefore } from './parts/days';

const FAMILY = 'parent or young person';
const TOLD = [FAMILY, 'data controller'] as const;

const facts = z.object({
  complained: date({ label: 'When did you complain to the body that holds the data?' }),
  contact: date({
    label: 'When did that body last answer you?',
    hint: 'Leave it out if it never did.',
  }).optional(),
  asked: date({
    label: 'When did you complain to the Commissioner?',
    hint: 'Leave it out if you have not yet.',
  }).optional(),
});

const events = {
  asked: event({
    title: 'Record your complaint to the Commissioner',
    past: 'The family complained to the Information Commissioner',
    when: 'When did you send it?',
    by: [FAMILY],
    data: nothing,
    check: notBefore('It', { complained: 'your complaint to the body' }),
  }),
  'sent-back': event({
    title: 'Record that it is too early',
    past: 'The Commissioner said that the body must have its chance first',
    by: TOLD,
    data: nothing,
  }),
  'body-answered': event({
    title: 'Record a new answer of the body',
    past: 'The body that holds the data answered',
    by: TOLD,
    data: nothing,
    check: notBefore('The answer', { complained: 'your complaint' }),
  }),
  decided: event({
    title: 'Record the outcome',
    past: 'The Information Commissioner gave its outcome',
    when: 'What is the date of the letter?',
    by: TOLD,
    data: z.object({
      outcome: choice(
        { label: 'What is the outcome?' },
        {
          broken: 'The body broke the law, or probably did',
          kept: 'The body kept to the law',
          'not-looked-at': 'The Commissioner will not look further',
        },
      ),
      told: text({ label: 'What was the body told to do?' }).optional(),
    }),
    check: notBefore('The outcome', { asked: 'your complaint to the Commissioner' }),
  }),
  'given-up': event({
    title: 'Do not go on',
    past: 'The family did not go on',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders about the date for the Commissioner stop.',
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const words = vocabulary({
  facts,
  events,
  guards: { 'already asked': (c: C) => c.facts.asked !== undefined },
});

export const ico = words.defineRoute({
  id: 'ico',
  effective: { from: '2018-05-25' },
  title: 'Information Commissioner',
  summary:
    'The Commissioner looks at whether a body kept to the law on personal data. It can tell the body what to do. It cannot pay you money and cannot change a decision about support. Complain to the body first.',
  law: ['Data Protection Act 2018 ss165–166'],
  initial: 'start',
  throughout: { on: { 'given-up': 'closed' } },
  stages: {
    start: { choose: [{ when: 'already asked', to: 'sent' }, { to: 'before' }] },
    before: {
      title: 'Before you go to the Commissioner',
      responsible: FAMILY,
      duty: 'can complain on the website of the Commissioner. Take your request, your complaint and the answers with you',
      law: ['Data Protection Act 2018 s165', 'Guidance of the Commissioner: three months'],
      deadlines: [
        {
          rule: 'data.ico',
          inputs: (c) => from('responded', last(c, 'body-answered')?.on ?? c.facts.contact),
          metBy: ['asked', 'given-up'],
          familyRight: true,
          ifMissed: 'The Commissioner may still look at it. Say why you come later.',
        },
      ],
      on: { asked: 'sent', 'body-answered': 'stay', 'missed.data.ico': 'stay' },
    },
    sent: {
      title: 'The Commissioner looks at it',
      responsible: 'Information Commissioner',
      duty: 'looks at the complaint and tells you the outcome',
      law: ['Data Protection Act 2018 ss165–166'],
      noDeadline:
        'No date is set for the outcome. If you hear nothing for three months, you can ask the Tribunal to order the Commissioner to tell you how far it is.',
      on: {
        decided: 'decided',
        'sent-back': 'before',
        'body-answered': 'stay',
      },
    },
    decided: {
      title: 'The Commissioner gave its outcome',
      outcome:
        'Ask the body to do what it was told. You can ask the Commissioner for a review of how it acted. For money, only a court can help: take legal advice.',
    },
    closed: { title: 'You did not go on', outcome: 'You can still complain until the date has passed.' },
  },
});

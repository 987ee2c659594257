// Telling Ofsted, the Care Quality Commission or the area inspection: a signpost. A regulator decides no single case.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, yesNo, type CaseContext } from '../kit';
import { nothing } from './parts/data';
import { notBefore } from './parts/days';

const FAMILY = 'parent or young person';

const regulators = {
  'ofsted-school': 'Ofsted: a school',
  'ofsted-early-years': 'Ofsted: a nursery or childminder',
  'ofsted-care': 'Ofsted: a children’s home or social care provider',
  cqc: 'Care Quality Commission (CQC): a health or adult care provider',
  area: 'Ofsted and CQC: how the council and the ICB serve children with special needs',
  'independent-school': 'Department for Education: an independent school',
} as const;

const facts = z.object({
  regulator: choice({ label: 'Whom do you want to tell?' }, regulators),
  sent: date({ label: 'When did you tell them?', hint: 'Leave it out if you have not yet.' }).optional(),
});

const events = {
  sent: event({
    title: 'Record that you told the regulator',
    past: 'The family told the regulator',
    when: 'When did you send it?',
    by: [FAMILY],
    data: z.object({ said: text({ label: 'What did you tell them?' }).optional() }),
  }),
  answered: event({
    title: 'Record the answer of the regulator',
    past: 'The regulator answered',
    when: 'When did the answer arrive?',
    by: [FAMILY],
    data: z.object({
      answer: choice(
        { label: 'What does it say?' },
        {
          noted: 'It keeps the information for an inspection',
          acting: 'It looks into it or inspects',
          elsewhere: 'It names another way',
        },
      ),
    }),
    check: notBefore('The answer', { sent: 'what you sent' }),
  }),
  'at-risk': event({
    title: 'A child is at risk: get help now',
    past: 'A child is at risk',
    by: [FAMILY],
    data: z.object({ danger: yesNo({ label: 'Is the child in danger right now?' }) }),
  }),
  closed: event({
    title: 'Close this',
    past: 'The family closed this',
    by: [FAMILY],
    data: nothing,
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const words = vocabulary({
  facts,
  events,
  guards: { 'already sent': (c: C) => c.facts.sent !== undefined },
});

const LAW = [
  'Education Act 2005 ss11A–11B',
  'Childcare Act 2006 Part 3',
  'Health and Social Care Act 2008 Part 1',
  'Children Act 2004 s20',
];

export const regulatorConcern = words.defineRoute({
  id: 'regulator-concern',
  effective: { from: '2014-09-01' },
  title: 'Tell the regulator (Ofsted or CQC)',
  summary:
    'A regulator uses what families tell it to choose what to inspect. It cannot decide your case, change a plan or give you anything. So use a complaint or an appeal as well: telling the regulator stops no date.',
  law: LAW,
  initial: 'start',
  throughout: { on: { 'at-risk': 'at-risk', closed: 'closed' } },
  stages: {
    start: { choose: [{ when: 'already sent', to: 'sent' }, { to: 'before' }] },
    before: {
      title: 'Before you write to the regulator',
      responsible: FAMILY,
      duty: 'can tell the regulator. Say what happened, when and where, and add the answers to your complaint',
      law: LAW,
      noDeadline:
        'No date is set. Ofsted looks at a concern about a school as a rule only after the school has answered your complaint.',
      on: { sent: 'sent' },
    },
    sent: {
      title: 'You told the regulator',
      responsible: FAMILY,
      duty: 'need do nothing more. The regulator may ask you something, and often answers only that it has your letter',
      law: LAW,
      noDeadline: 'The regulator owes you no answer by any date.',
      on: { answered: 'answered' },
    },
    answered: {
      title: 'The regulator answered',
      outcome:
        'What you told stays with the regulator for its inspections. Your complaint or appeal goes on as before.',
    },
    'at-risk': {
      title: 'A child is at risk',
      outcome: 'In danger now? Call 999. The linked case helps you to reach children’s social care.',
      opens: [
        {
          route: 'safeguarding',
          once: true,
          facts: (c) => ({ danger: last(c, 'at-risk')?.data.danger ?? true }),
        },
      ],
    },
    closed: { title: 'Closed', outcome: 'You can tell the regulator at any time.' },
  },
});

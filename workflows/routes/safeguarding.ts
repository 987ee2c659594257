// A child at risk: a referral to children's social care or the police, not a complaint. Children Act 1989 ss17, 47;
// Working Together to Safeguard Children.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, yesNo, type CaseContext } from '../kit';
import { nothing } from './parts/data';
import { from, notBefore } from './parts/days';

const FAMILY = 'parent or young person';
const FRONT_DOOR = 'safeguarding front door';
/** Anybody who works with the child can refer; a school must. */
const REFERRERS = [
  FAMILY,
  'school governing board',
  'academy trust',
  'college',
  'nursery provider',
  'NHS provider',
  'council SEND casework',
] as const;

const facts = z.object({
  danger: yesNo({ label: 'Is the child in danger right now?' }),
  referred: date({
    label: 'When did you call or write to children’s social care?',
    hint: 'Leave it out if you have not yet. Do it today.',
  }).optional(),
});

const events = {
  'police-called': event({
    title: 'Say that you called 999',
    past: 'The police were called',
    by: REFERRERS,
    data: nothing,
  }),
  referred: event({
    title: 'Record the referral to children’s social care',
    past: 'A referral was made to children’s social care',
    when: 'When did you call or write?',
    by: REFERRERS,
    data: z.object({
      how: choice({ label: 'How?' }, { phone: 'By phone', form: 'In writing or online' }),
      said: text({ label: 'What did you tell them?' }).optional(),
    }),
  }),
  decided: event({
    title: 'Record what was decided',
    past: 'Children’s social care decided about the referral',
    when: 'When was the referrer told?',
    by: [FRONT_DOOR, "council children's social care", ...REFERRERS],
    data: z.object({
      decision: choice(
        { label: 'What was decided?' },
        {
          protect: 'The child is protected at once',
          enquiry: 'An enquiry: is the child being harmed?',
          assessment: 'An assessment of what the child needs',
          help: 'Early help',
          nothing: 'Nothing further',
        },
      ),
      reasons: text({ label: 'What are the reasons?' }).optional(),
    }),
    check: notBefore('The decision', { referred: 'the referral' }),
  }),
  'asked-again': event({
    title: 'Ask for a manager to look again',
    past: 'A manager was asked to look again',
    by: REFERRERS,
    data: z.object({ why: text({ label: 'Why is the child still at risk?' }).optional() }),
    check: notBefore('This', { decided: 'the decision' }),
  }),
  safe: event({
    title: 'Close this: the child is safe',
    past: 'It was recorded that the child is safe',
    by: [FAMILY, FRONT_DOOR, "council children's social care"],
    data: nothing,
    interruption: 'You can call again at any time. A complaint that waited can go on now.',
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

/** The latest day on which they were asked to decide. */
const askedOn = (c: C) =>
  [c.facts.referred, last(c, 'referred')?.on, last(c, 'asked-again')?.on]
    .filter((on) => on !== undefined)
    .sort()
    .at(-1);

const words = vocabulary({
  facts,
  events,
  guards: {
    'already referred': (c: C) => c.facts.referred !== undefined,
    'in danger now': (c: C) => c.facts.danger,
    'nothing further': (c: C) => last(c, 'decided')?.data.decision === 'nothing',
  },
});

const LAW = ['Children Act 1989 ss17 and 47', 'Working Together to Safeguard Children'];

export const safeguarding = words.defineRoute({
  id: 'safeguarding',
  effective: { from: '2018-07-04' },
  title: 'A child is at risk: get help now',
  summary:
    'In danger now? Call 999. Otherwise call the children’s social care of your council today: it answers day and night. This is not a complaint. Safety comes first; any complaint waits and is not lost.',
  law: LAW,
  initial: 'start',
  throughout: { on: { 'police-called': 'stay', safe: 'closed' } },
  stages: {
    start: {
      choose: [
        { when: 'already referred', to: 'deciding' },
        { when: 'in danger now', to: 'danger' },
        { to: 'before' },
      ],
    },
    danger: {
      title: 'Call 999 now',
      responsible: FAMILY,
      duty: 'should call 999, and then children’s social care',
      law: LAW,
      noDeadline: 'Now. Do not wait for an answer here: nobody reads this day and night.',
      on: { referred: 'deciding' },
    },
    before: {
      title: 'Call children’s social care today',
      responsible: FAMILY,
      duty: 'should call children’s social care. Say what you saw or heard, when, and who is at risk',
      law: LAW,
      noDeadline: 'Today. No form is needed, and you need not be sure.',
      on: { referred: 'deciding' },
    },
    deciding: {
      title: 'Children’s social care must decide what happens',
      responsible: FRONT_DOOR,
      duty: 'should decide what the child needs and tell whoever made the referral',
      law: LAW,
      deadlines: [
        {
          rule: 'safeguarding.decide',
          inputs: (c) => from('received', askedOn(c)),
          metBy: 'decided',
          ifMissed:
            'Call again today and ask for a manager. Call 999 if the child is in danger. Tell the school too.',
        },
      ],
      on: {
        decided: [{ when: 'nothing further', to: 'no-action' }, { to: 'help-comes' }],
        'missed.safeguarding.decide': 'stay',
      },
    },
    'no-action': {
      title: 'They decided to do nothing further',
      responsible: FAMILY,
      duty: 'can ask for the reasons, ask for a manager to look again, or call again',
      law: LAW,
      noDeadline: 'You can ask at any time. If something new happens, call again at once.',
      on: { 'asked-again': 'deciding', referred: 'deciding' },
    },
    'help-comes': {
      title: 'Children’s social care is acting',
      outcome:
        'Ask for the name of the social worker and for what happens next. Call again if the child is not safe. A complaint that waited can go on now.',
    },
    closed: { title: 'Closed', outcome: 'Call again at any time. A complaint that waited can go on now.' },
  },
});

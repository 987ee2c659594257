// The independent disagreement resolution service of the council: voluntary on both sides, no certificate, no effect on
// any appeal. Children and Families Act 2014 s57.

import { z } from 'zod';
import { choice, date, event, last, list, text, vocabulary, type CaseContext, type PartyId } from '../kit';
import { nothing, withReason } from './parts/data';
import { from, notBefore, notInThePast } from './parts/days';
import { numbered } from './parts/points';
import { notKept, promise, promiseKept, promisesAhead, promisesOwed, type Numbered } from './parts/promises';

const FAMILY = 'parent or young person';
const COUNCIL = 'council SEND casework';
const SERVICE = ['mediation provider', 'mediator'] as const;
const OTHERS = [
  COUNCIL,
  "council children's social care",
  'ICB (responsible commissioner)',
  'school governing board',
  'academy trust',
  'college',
] as const;

const otherSide = {
  council: 'The council',
  school: 'The school',
  college: 'The college',
  icb: 'The ICB (health)',
} as const;

type Side = keyof typeof otherSide;

const partyOf = {
  council: COUNCIL,
  school: 'school governing board',
  college: 'college',
  icb: 'ICB (responsible commissioner)',
} as const satisfies Record<Side, PartyId>;

const facts = z.object({
  about: choice(
    { label: 'What is the disagreement about?' },
    {
      duties: 'How the council, school or college carries out its duties for special needs',
      provision: 'The help at school or college, with or without a plan',
      'health-or-care': 'Health or social care in an assessment, a plan or a review',
      bodies: 'The council and the ICB do not agree with each other',
    },
  ),
  with: choice({ label: 'Who is on the other side?' }, otherSide),
  asked: date({ label: 'When was the service asked?', hint: 'Use today if you ask now.' }),
});

const agreed = promise.extend({ owedBy: choice({ label: 'Who will do it?' }, otherSide) });

const events = {
  offered: event({
    title: 'Offer the service to the other side',
    past: 'The other side was asked to take part',
    when: 'When was it asked?',
    by: [COUNCIL, ...SERVICE],
    data: nothing,
    check: notBefore('The offer', { asked: 'the request' }),
  }),
  'not-offered': event({
    title: 'Say that the service cannot be used for this',
    past: 'The service was not offered, with reasons',
    by: [COUNCIL, ...SERVICE],
    data: withReason('Why not?', 'The family will read it.'),
    interruption: 'The family can complain to the council and then to the Ombudsman.',
  }),
  joined: event({
    title: 'Say yes: we take part',
    past: 'The other side agreed to take part',
    when: 'When did it agree?',
    by: [...OTHERS, ...SERVICE],
    data: nothing,
    check: notBefore('The answer', { offered: 'the offer' }),
  }),
  declined: event({
    title: 'Say no: we do not take part',
    past: 'The other side does not take part',
    by: [...OTHERS, ...SERVICE],
    data: z.object({ reason: text({ label: 'Why not?', hint: 'You need not say.' }).optional() }),
    interruption: 'Nobody can be made to take part. The family keeps every other way.',
    check: notBefore('The answer', { offered: 'the offer' }),
  }),
  'meeting-set': event({
    title: 'Record the day of the meeting',
    past: 'The meeting has a day',
    by: [...SERVICE, ...OTHERS],
    data: z.object({
      meeting: date({ label: 'On what day is the meeting?' }).meta({ future: true }),
      needs: text({ label: 'What does anyone need to take part?' }).optional(),
    }),
    check: (_c: CaseContext, { on, data }) => notInThePast('The meeting', on, data.meeting),
  }),
  'agreement-recorded': event({
    title: 'Record the agreement',
    past: 'An agreement was reached and written down',
    paper: 'agreement',
    when: 'What is the date of the agreement?',
    by: SERVICE,
    data: z.object({ points: list({ label: 'What was agreed?' }, agreed, { min: 1, max: 20 }) }),
    interruption: 'Everyone will see the dates. What was said in the meeting stays confidential.',
    check: (c: CaseContext, { on, data }) =>
      notBefore('The agreement', { joined: 'the yes of the other side' })(c, { on }) ??
      promisesAhead(on, data.points),
  }),
  'no-agreement': event({
    title: 'Record that there was no agreement',
    past: 'The meeting ended without agreement',
    by: SERVICE,
    data: nothing,
    check: notBefore('The end', { joined: 'the yes of the other side' }),
  }),
  'promise-kept': promiseKept([FAMILY, ...OTHERS], (c) => points(c)),
  withdrew: event({
    title: 'Stop: I do not want to go on',
    past: 'The family stopped',
    by: [FAMILY],
    data: nothing,
    interruption: 'You can ask for the service again. Other dates go on running.',
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const points = (c: CaseContext): (Numbered & { owedBy: Side })[] =>
  numbered(last(c as C, 'agreement-recorded')?.data.points ?? []);

const words = vocabulary({
  facts,
  events,
  guards: {
    'the school answers': (c: C) => c.facts.with === 'school',
    'the college answers': (c: C) => c.facts.with === 'college',
    'the ICB answers': (c: C) => c.facts.with === 'icb',
    'all promises kept': (c: C) => notKept(c, points).length === 0,
  },
});

const LAW = ['Children and Families Act 2014 s57'];
const VOLUNTARY = 'It is voluntary: nobody can be made to take part.';

const answerOf = (side: Side) =>
  ({
    title: 'Does the other side take part?',
    responsible: partyOf[side] as PartyId,
    duty: 'should say whether it takes part. It is free to say no',
    law: LAW,
    deadlines: [
      {
        rule: 'disagreement.answer',
        inputs: (c: C) => from('offered', last(c, 'offered')?.on),
        metBy: ['joined', 'declined'],
        ifMissed:
          'Treat silence as a no. You can complain, or use mediation and appeal where there is a decision.',
        noEscalation: VOLUNTARY,
      },
    ],
    on: { joined: 'meeting', declined: 'declined', 'missed.disagreement.answer': 'stay' },
  }) as const;

export const disagreementResolution = words.defineRoute({
  id: 'disagreement-resolution',
  effective: { from: '2014-09-01' },
  title: 'Disagreement resolution service',
  summary:
    'An independent person helps both sides to agree. It is free, and voluntary for both sides. Nobody decides for you. It gives no certificate for an appeal, and it never stops or moves the date of an appeal. The law sets no times here: the dates are a service standard.',
  law: LAW,
  decidedOn: (f) => f.asked,
  initial: 'asked',
  throughout: { on: { withdrew: 'stopped' } },
  stages: {
    asked: {
      title: 'The service must be offered',
      responsible: COUNCIL,
      duty: 'must have an independent service, and should ask the other side to take part',
      law: LAW,
      deadlines: [
        {
          rule: 'disagreement.offer',
          inputs: (c) => from('requested', c.facts.asked),
          metBy: ['offered', 'not-offered'],
          ifMissed:
            'The council must have such a service. You can complain to the council, and then to the Ombudsman.',
        },
      ],
      on: {
        offered: [
          { when: 'the school answers', to: 'school-answers' },
          { when: 'the college answers', to: 'college-answers' },
          { when: 'the ICB answers', to: 'icb-answers' },
          { to: 'council-answers' },
        ],
        'not-offered': 'not-offered',
        'missed.disagreement.offer': 'stay',
      },
    },
    'council-answers': answerOf('council'),
    'school-answers': answerOf('school'),
    'college-answers': answerOf('college'),
    'icb-answers': answerOf('icb'),
    meeting: {
      title: 'The meeting',
      responsible: 'mediation provider',
      duty: 'should hold the meeting',
      law: LAW,
      deadlines: [
        {
          rule: 'disagreement.meeting',
          inputs: (c) => from('agreed', last(c, 'joined')?.on),
          metBy: ['agreement-recorded', 'no-agreement', 'declined'],
          ifMissed: 'Ask the service for a day. You can stop and use another way at any time.',
        },
      ],
      on: {
        'meeting-set': 'stay',
        'agreement-recorded': 'promised',
        'no-agreement': 'no-agreement',
        declined: 'declined',
        'missed.disagreement.meeting': 'stay',
      },
    },
    promised: {
      title: 'What was agreed must now be done',
      responsible: COUNCIL,
      duty: 'should see that what was agreed is done, by whoever promised it',
      law: LAW,
      deadlines: [
        promisesOwed(
          points,
          ({ owedBy }) => partyOf[owedBy],
          'An agreement here cannot be enforced like an order. Complain to the body that promised it.',
        ),
      ],
      on: { 'promise-kept': [{ when: 'all promises kept', to: 'kept' }, {}], 'missed.named.date': 'stay' },
    },
    kept: { title: 'The promises were kept', outcome: 'Everything that was agreed has been done.' },
    'no-agreement': {
      title: 'There was no agreement',
      outcome:
        'Nothing is lost. You can complain, or use mediation and appeal where there is a decision. What was said in the meeting stays confidential.',
    },
    declined: {
      title: 'The other side does not take part',
      outcome: 'Nothing is lost. You can complain, or use mediation and appeal where there is a decision.',
    },
    'not-offered': {
      title: 'The service was not offered',
      outcome: 'Read the reasons. You can complain to the council, and then to the Ombudsman.',
    },
    stopped: { title: 'You stopped', outcome: 'You can ask for the service again at any time.' },
  },
});

// Travel to school: the council's own two steps, a review by a senior officer and an independent panel, then the Ombudsman.
// Education Act 1996 ss508A–509AD and Sch 35B; statutory guidance on travel to school.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext } from '../kit';
import { nothing, withReason } from './parts/data';
import { from, notBefore, notInThePast } from './parts/days';
import { afterTheAnswer, ombudsmanCase, ombudsmanClock } from './parts/ombudsman-next';

const FAMILY = 'parent or young person';
const TEAM = 'council transport team';

const facts = z.object({
  about: choice(
    { label: 'What is wrong?' },
    {
      refused: 'The council will not arrange travel',
      stopped: 'The council stopped the travel',
      unsuitable: 'The travel does not suit my child',
      route: 'The walking route is not safe, or the distance is wrong',
      cost: 'We must pay',
    },
  ),
  decided: date({ label: 'When did you receive the decision?' }),
});

const travelFrom = date({ label: 'From which day will there be travel?' }).meta({ future: true }).optional();

const answer = z.object({
  decision: choice(
    { label: 'What is the answer?' },
    { yes: 'Yes, as you asked', partly: 'Partly', no: 'No: the decision stands' },
  ),
  travelFrom,
  reasons: text({
    label: 'What are the reasons?',
    hint: 'How it was looked at, and who was asked.',
  }).optional(),
});

const moreTime = withReason('Why do you need more time?', 'The family will read it.').extend({
  by: date({ label: 'By when will you answer?' }).meta({ future: true }),
});

const answered =
  (earlier: Record<string, string>) =>
  (c: CaseContext, { on, data }: { on: string; data: z.infer<typeof answer> }): string | undefined =>
    notBefore('The answer', earlier)(c, { on }) ??
    notInThePast('The first day of travel', on, data.travelFrom);

const events = {
  'review-asked': event({
    title: 'Ask for a review of the decision',
    past: 'The family asked for a review of the travel decision',
    when: 'When did the council receive it?',
    by: [FAMILY],
    data: z.object({ why: text({ label: 'Why is the decision wrong?' }).optional() }),
    check: notBefore('The request', { decided: 'the decision' }),
  }),
  'late-refused': event({
    title: 'Refuse a late request',
    past: 'The council refused a late request, with reasons',
    by: [TEAM, FAMILY],
    data: withReason('Why can it not be looked at?', 'Give the details of the Ombudsman as well.'),
    interruption: 'The family can go to the Ombudsman at once.',
  }),
  'more-time-taken': event({
    title: 'Take more time, with a reason',
    past: 'The council took more time, with a reason',
    by: [TEAM],
    data: moreTime,
    interruption: 'The family will see the reason and the new date, and can go to the Ombudsman.',
    check: (_c: CaseContext, { on, data }) => notInThePast('The new date', on, data.by),
  }),
  'review-answered': event({
    title: 'Answer the review (stage 1)',
    past: 'The council answered the review',
    paper: 'reply',
    when: 'When did the family receive the answer?',
    by: [TEAM, FAMILY],
    data: answer,
    check: answered({ 'review-asked': 'the request' }),
  }),
  'panel-asked': event({
    title: 'Ask for the independent panel',
    past: 'The family asked for the independent panel',
    when: 'When did the council receive it?',
    by: [FAMILY],
    data: z.object({ why: text({ label: 'What is still wrong?' }).optional() }),
    check: notBefore('The request', { 'review-asked': 'the review', 'review-answered': 'the answer' }),
  }),
  'panel-held': event({
    title: 'Record that the panel met',
    past: 'The independent panel met',
    when: 'When did it meet?',
    by: [TEAM, FAMILY],
    data: nothing,
    check: notBefore('The panel', { 'panel-asked': 'the request' }),
  }),
  'panel-answered': event({
    title: 'Send the decision of the panel (stage 2)',
    past: 'The decision of the panel was sent',
    paper: 'reply',
    when: 'When was it sent?',
    by: [TEAM, FAMILY],
    data: answer,
    check: answered({ 'panel-asked': 'the request', 'panel-held': 'the panel' }),
  }),
  'travel-started': event({
    title: 'Say that the travel has started',
    past: 'The travel started',
    when: 'When did it start?',
    by: [FAMILY, TEAM],
    data: nothing,
  }),
  ...afterTheAnswer,
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const aware = (c: CaseContext) => (c as C).facts.decided;
const askedFirst = (c: CaseContext) => last(c as C, 'review-asked')?.on;

/** The answer the case stands on: the panel's where there is one. */
const answerOf = (c: C) => last(c, 'panel-answered') ?? last(c, 'review-answered');

/** A new date the council gave for the step it is at, i.e. after the request for that step. */
const newDate = (c: C): string | undefined => {
  const taken = last(c, 'more-time-taken');
  const asked = last(c, 'panel-asked') ?? last(c, 'review-asked');
  return taken && asked && taken.on >= asked.on ? taken.data.by : undefined;
};

const words = vocabulary({
  facts,
  events,
  guards: {
    'the answer is yes': (c: C) => answerOf(c)?.data.decision === 'yes',
  },
});

const GUIDANCE = 'Travel to school for children of compulsory school age (statutory guidance), appeals';
const LATE = 'You can go to the Ombudsman about the delay.';

const promisedDate = (metBy: 'review-answered' | 'panel-held') =>
  ({
    rule: 'named.date',
    inputs: (c: C) => from('named', newDate(c)),
    metBy: [metBy, 'panel-answered'],
    ifMissed: LATE,
  }) as const;

/** Travel that was promised is followed even where the family goes on for the rest. */
const promisedTravel = {
  rule: 'named.date',
  inputs: (c: C) => from('named', answerOf(c)?.data.travelFrom),
  while: (c: C) => last(c, 'travel-started') === undefined,
  metBy: 'travel-started',
  owedBy: TEAM,
  ifMissed: 'Write to the transport team, keep your receipts, and go to the Ombudsman if nothing happens.',
} as const;

export const transportAppeal = words.defineRoute({
  id: 'transport-appeal',
  effective: { from: '2014-07-01' },
  title: 'Appeal about travel to school',
  summary:
    'The council looks again at its decision about travel, in two steps: a senior officer, then an independent panel. It can give you travel. It cannot change the school or the plan. For ages 16 and over the council’s own policy counts, and its times may differ.',
  law: ['Education Act 1996 ss508A–509AD and Sch 35B', GUIDANCE],
  decidedOn: (f) => f.decided,
  initial: 'before',
  throughout: {
    deadlines: [ombudsmanClock(aware)],
    on: {
      'ombudsman-asked': 'ombudsman',
      accepted: 'closed',
      'missed.ombudsman.lgsco.complain': 'stay',
    },
  },
  stages: {
    before: {
      title: 'Ask for a review',
      responsible: FAMILY,
      duty: 'can ask a senior officer of the council to review the decision',
      law: [GUIDANCE],
      deadlines: [
        {
          rule: 'transport.stage-1.request',
          inputs: (c) => from('decided', c.facts.decided),
          metBy: ['review-asked', 'accepted', 'ombudsman-asked'],
          familyRight: true,
          ifMissed: 'Ask all the same and say why you are late. You can also apply for travel again.',
        },
      ],
      on: { 'review-asked': 'stage-1', 'missed.transport.stage-1.request': 'stay' },
    },
    'stage-1': {
      title: 'Stage 1: a senior officer must answer',
      responsible: TEAM,
      duty: 'must review the decision and answer in writing with reasons',
      law: [GUIDANCE],
      deadlines: [
        {
          rule: 'transport.stage-1',
          inputs: (c) => from('requested', askedFirst(c)),
          while: (c) => newDate(c) === undefined,
          metBy: ['review-answered', 'more-time-taken', 'late-refused'],
          ifMissed: 'You can ask for the panel without the answer, or go to the Ombudsman about the delay.',
        },
        promisedDate('review-answered'),
      ],
      on: {
        'review-answered': [{ when: 'the answer is yes', to: 'travel-promised' }, { to: 'stage-1-answered' }],
        'more-time-taken': 'stay',
        'late-refused': 'refused',
        'panel-asked': 'stage-2',
        'missed.transport.stage-1': 'stay',
        'missed.named.date': 'stay',
      },
    },
    'stage-1-answered': {
      title: 'You have an answer. Do you want the panel?',
      responsible: FAMILY,
      duty: 'can ask for an independent panel',
      law: [GUIDANCE],
      deadlines: [
        {
          rule: 'transport.stage-2.request',
          inputs: (c) => from('responded', last(c, 'review-answered')?.on),
          metBy: ['panel-asked', 'accepted', 'ombudsman-asked'],
          familyRight: true,
          ifMissed: 'Ask all the same and say why you are late. You can also go to the Ombudsman.',
        },
        promisedTravel,
      ],
      on: {
        'panel-asked': 'stage-2',
        'travel-started': 'stay',
        'missed.transport.stage-2.request': 'stay',
        'missed.named.date': 'stay',
      },
    },
    'stage-2': {
      title: 'Stage 2: an independent panel must meet',
      responsible: TEAM,
      duty: 'must hold an independent panel that hears you in writing or in person',
      law: [GUIDANCE],
      deadlines: [
        {
          rule: 'transport.stage-2',
          inputs: (c) => from('requested', last(c, 'panel-asked')?.on),
          while: (c) => newDate(c) === undefined,
          metBy: ['panel-held', 'panel-answered', 'more-time-taken', 'late-refused'],
          ifMissed: LATE,
        },
        promisedDate('panel-held'),
      ],
      on: {
        'panel-held': 'stage-2-deciding',
        'panel-answered': [{ when: 'the answer is yes', to: 'travel-promised' }, { to: 'refused' }],
        'more-time-taken': 'stay',
        'late-refused': 'refused',
        'missed.transport.stage-2': 'stay',
        'missed.named.date': 'stay',
      },
    },
    'stage-2-deciding': {
      title: 'The panel has met: its decision must be sent',
      responsible: TEAM,
      duty: 'must send the decision of the panel with reasons and the details of the Ombudsman',
      law: [GUIDANCE],
      deadlines: [
        {
          rule: 'transport.stage-2.notify',
          inputs: (c) => from('heard', last(c, 'panel-held')?.on),
          metBy: 'panel-answered',
          ifMissed: LATE,
        },
      ],
      on: {
        'panel-answered': [{ when: 'the answer is yes', to: 'travel-promised' }, { to: 'refused' }],
        'missed.transport.stage-2.notify': 'stay',
      },
    },
    'travel-promised': {
      title: 'The council must arrange the travel',
      responsible: TEAM,
      duty: 'must arrange the travel it promised',
      law: ['Education Act 1996 ss508B–508C'],
      deadlines: [promisedTravel],
      on: { 'travel-started': 'travelling', 'missed.named.date': 'stay' },
    },
    refused: {
      title: 'The council’s last word',
      responsible: FAMILY,
      duty: 'can go to the Ombudsman',
      law: ['Local Government Act 1974 s26B'],
      deadlines: [promisedTravel],
      on: { 'travel-started': 'stay', 'missed.named.date': 'stay' },
    },
    travelling: { title: 'The travel has started', outcome: 'The council arranged the travel.' },
    ombudsman: {
      title: 'You went to the Ombudsman',
      outcome: 'The Ombudsman now looks at it in the linked case.',
      opens: [ombudsmanCase(aware, askedFirst, (c) => answerOf(c as C) !== undefined)],
    },
    closed: {
      title: 'The case was closed',
      outcome: 'You accepted the answer. You can apply for travel again if something changes.',
    },
  },
});

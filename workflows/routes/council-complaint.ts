// A complaint to the council about its SEND service: two stages under the Complaint Handling Code, then the Ombudsman.

import { z } from 'zod';
import {
  all,
  choice,
  date,
  event,
  last,
  line,
  list,
  personalLine,
  text,
  vocabulary,
  type CaseContext,
} from '../kit';
import { findings, pointFound } from './parts/complaint-answer';
import { aboutPoint, nothing, withReason } from './parts/data';
import { from, notBefore } from './parts/days';
import { numbered } from './parts/points';
import { promiseClocks, promisesAhead, promisedBy } from './parts/promises';

const FAMILY = 'parent or young person';
const TEAM = 'council complaints team';
const OFFICERS = [TEAM, 'council SEND casework'] as const;

const facts = z.object({
  about: choice(
    { label: 'What is it about?' },
    {
      delay: 'Delay',
      provision: 'Help in the plan that does not happen',
      'no-education': 'No education',
      review: 'The yearly review',
      communication: 'How I was treated',
      other: 'Something else',
    },
  ),
  aware: date({ label: 'When did you first know about the problem?' }),
  received: date({
    label: 'When did you complain to the council?',
    hint: 'Use today if you are sending it now.',
  }),
  complaint: text({ label: 'What happened?' }),
  wanted: text({ label: 'What do you want the council to do?' }).optional(),
});

const remedy = z.object({
  what: personalLine({ label: 'What will the council do?' }),
  by: date({ label: 'By when?' }).meta({ future: true }),
});

const answer = z.object({
  points: list({ label: 'What was found, point by point?' }, pointFound, { min: 0, max: 20 }).optional(),
  finding: choice({ label: 'What is the finding?' }, findings),
  reasons: text({
    label: 'What are the reasons?',
    hint: 'Say in plain words what you looked at, what should have happened, and what did happen.',
  }),
  remedies: list({ label: 'What will the council do to put it right?' }, remedy, {
    min: 0,
    max: 20,
  }).optional(),
});

/** The family reads it with the reason: more time comes with the way to the Ombudsman (Code 6.4). */
const OMBUDSMAN_IS_AT =
  'Yes, with this message: Local Government and Social Care Ombudsman, www.lgo.org.uk, telephone 0300 061 0614';

const extension = z.object({
  reason: text({ label: 'Why do you need more time?', hint: 'The family will read it.' }),
  ombudsman: choice(
    { label: 'Have you told the family how to reach the Ombudsman?' },
    { yes: OMBUDSMAN_IS_AT },
  ),
});

const events = {
  refused: event({
    title: 'Refuse to look at the complaint',
    past: 'The council refused to look at the complaint, with reasons',
    paper: 'reply',
    by: [TEAM],
    data: withReason('Why can it not be looked at?', 'Give the details of the Ombudsman as well.'),
    interruption: 'The family can go to the Ombudsman at once.',
    check: notBefore('The refusal', { received: 'the complaint' }),
  }),
  acknowledged: event({
    title: 'Acknowledge the complaint',
    past: 'The council acknowledged the complaint',
    paper: 'acknowledgement',
    when: 'When was it acknowledged?',
    by: [TEAM, FAMILY],
    data: z.object({ understanding: text({ label: 'How do you understand the complaint?' }).optional() }),
    check: notBefore('The acknowledgement', { received: 'the complaint' }),
  }),
  'stage-1-extended': event({
    title: 'Take more time for stage 1',
    past: 'The council took more time for stage 1',
    by: [TEAM],
    data: extension,
    interruption: 'At most 10 working days more. The family can go to the Ombudsman now.',
  }),
  'stage-1-answered': event({
    title: 'Answer at stage 1',
    past: 'The council answered at stage 1',
    paper: 'reply',
    when: 'When was the answer sent?',
    by: [...OFFICERS, FAMILY],
    data: answer,
    check: (c: CaseContext, { on, data }) =>
      notBefore('The answer', { received: 'the complaint', acknowledged: 'the acknowledgement' })(c, {
        on,
      }) ?? promisesAhead(on, promisedBy(data)),
  }),
  'stage-2-asked': event({
    title: 'Ask for stage 2',
    past: 'The family asked for stage 2',
    by: [FAMILY],
    data: z.object({
      why: text({ label: 'What is still wrong?', hint: 'You do not have to give a reason.' }).optional(),
    }),
  }),
  'stage-2-acknowledged': event({
    title: 'Acknowledge stage 2',
    past: 'The council acknowledged stage 2',
    paper: 'acknowledgement',
    when: 'When was it acknowledged?',
    by: [TEAM, FAMILY],
    data: nothing,
    check: notBefore('The acknowledgement', { 'stage-2-asked': 'the request' }),
  }),
  'stage-2-extended': event({
    title: 'Take more time for stage 2',
    past: 'The council took more time for stage 2',
    by: [TEAM],
    data: extension,
    interruption: 'At most 20 working days more. The family can go to the Ombudsman now.',
  }),
  'stage-2-answered': event({
    title: 'Answer at stage 2',
    past: 'The council gave its final answer',
    paper: 'reply',
    when: 'When was the answer sent?',
    by: [TEAM, FAMILY],
    data: answer,
    check: (c: CaseContext, { on, data }) =>
      notBefore('The answer', {
        'stage-2-asked': 'the request',
        'stage-2-acknowledged': 'the acknowledgement',
      })(c, { on }) ?? promisesAhead(on, promisedBy(data)),
  }),
  'remedy-done': event({
    title: 'Say that a remedy is done',
    past: 'A remedy was done',
    by: [...OFFICERS, FAMILY],
    data: aboutPoint,
  }),
  'ombudsman-asked': event({
    title: 'Go to the Ombudsman',
    past: 'The family went to the Ombudsman',
    by: [FAMILY],
    data: nothing,
  }),
  satisfied: event({
    title: 'Close the complaint: I am content',
    past: 'The family closed the complaint',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. You can still go to the Ombudsman until its date.',
  }),
  'note-added': event({
    title: 'Add a note to the history',
    past: 'A note was added',
    by: [FAMILY, ...OFFICERS],
    data: z.object({ subject: line({ label: 'What is it about?' }), note: text({ label: 'Your note' }) }),
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const remedies = (c: C) =>
  numbered(
    [...all(c, 'stage-1-answered'), ...all(c, 'stage-2-answered')].flatMap(({ data }) => promisedBy(data)),
  );

const words = vocabulary({ facts, events });

const remedyClocks = {
  rules: ['named.date'],
  each: (c: C) => promiseClocks(remedies(c), 'Remedy that was promised', TEAM),
  metBy: 'remedy-done',
  ifMissed: 'Tell the complaints team, and then the Ombudsman.',
} as const;

/** A late acknowledgement must not push the answer back: this is the day it would have come to. */
const STAGE_1_AT_THE_LATEST = {
  rule: 'council.stage-1.outer',
  inputs: (c: C) => ({ received: c.facts.received }),
  while: (c: C) => c.missed['council.acknowledge'] !== undefined,
  metBy: ['stage-1-answered', 'stage-1-extended', 'stage-2-asked', 'refused'],
  ifMissed: 'You can ask for stage 2, or ask the Ombudsman to look at the delay.',
} as const;

const STAGE_2_AT_THE_LATEST = {
  rule: 'council.stage-2.outer',
  inputs: (c: C) => from('escalated', last(c, 'stage-2-asked')?.on),
  while: (c: C) => c.missed['council.stage-2.acknowledge'] !== undefined,
  metBy: ['stage-2-answered', 'stage-2-extended', 'refused'],
  ifMissed: 'You can ask the Ombudsman to look at the delay.',
} as const;

const acknowledgedOn = (c: C, type: 'acknowledged' | 'stage-2-acknowledged') =>
  from('acknowledged', last(c, type)?.on);

const OMBUDSMAN_NEXT = 'You can ask the Ombudsman to look at the delay.';

export const councilComplaint = words.defineRoute({
  id: 'council-complaint',
  effective: { from: '2024-02-01' },
  title: 'Complaint to the council',
  summary:
    'The council looks at what went wrong in its SEND service, in two stages. It cannot change a decision that you can appeal, and it never stops the date for an appeal.',
  law: ['Complaint Handling Code (LGSCO, 2024)', 'Local Government Act 1974 ss23–26B'],
  decidedOn: (f) => f.received,
  initial: 'received',
  throughout: {
    deadlines: [
      {
        rule: 'ombudsman.lgsco.complain',
        inputs: (c) => ({ aware: c.facts.aware }),
        metBy: 'ombudsman-asked',
        owedBy: FAMILY,
        familyRight: true,
        ifMissed: 'The Ombudsman can still look at it if there is a good reason. Say why you are late.',
      },
      remedyClocks,
    ],
    on: {
      'ombudsman-asked': 'ombudsman',
      satisfied: 'closed',
      'note-added': 'stay',
      'remedy-done': 'stay',
      'missed.ombudsman.lgsco.complain': 'stay',
      'missed.named.date': 'stay',
    },
  },
  stages: {
    received: {
      title: 'The council must acknowledge your complaint',
      responsible: TEAM,
      duty: 'must acknowledge the complaint',
      law: ['Complaint Handling Code part 6.2'],
      deadlines: [
        {
          rule: 'council.acknowledge',
          inputs: (c) => ({ received: c.facts.received }),
          metBy: ['acknowledged', 'stage-1-answered', 'refused'],
          ifMissed: OMBUDSMAN_NEXT,
        },
        STAGE_1_AT_THE_LATEST,
      ],
      on: {
        acknowledged: 'stage-1',
        'stage-1-answered': 'stage-1-answered',
        'stage-2-asked': 'stage-2-asked',
        refused: 'refused',
        'missed.council.acknowledge': 'stay',
        'missed.council.stage-1.outer': 'stay',
      },
    },
    'stage-1': {
      title: 'Stage 1: the council must answer',
      responsible: TEAM,
      duty: 'must answer at stage 1',
      law: ['Complaint Handling Code part 6.3'],
      deadlines: [
        {
          rule: 'council.stage-1',
          inputs: (c) => acknowledgedOn(c, 'acknowledged'),
          metBy: ['stage-1-answered', 'stage-1-extended'],
          ifMissed: 'You can ask for stage 2, or ask the Ombudsman to look at the delay.',
        },
        STAGE_1_AT_THE_LATEST,
      ],
      on: {
        'stage-1-answered': 'stage-1-answered',
        'stage-1-extended': 'stage-1-extended',
        'stage-2-asked': 'stage-2-asked',
        'missed.council.stage-1': 'stay',
        'missed.council.stage-1.outer': 'stay',
      },
    },
    'stage-1-extended': {
      title: 'Stage 1: the council took more time',
      responsible: TEAM,
      duty: 'must answer at stage 1',
      law: ['Complaint Handling Code parts 6.4–6.5'],
      deadlines: [
        {
          rule: 'council.stage-1.extended',
          inputs: (c) => acknowledgedOn(c, 'acknowledged'),
          metBy: 'stage-1-answered',
          ifMissed: 'You can ask for stage 2, or ask the Ombudsman to look at the delay.',
        },
      ],
      on: {
        'stage-1-answered': 'stage-1-answered',
        'stage-2-asked': 'stage-2-asked',
        'missed.council.stage-1.extended': 'stay',
      },
    },
    'stage-1-answered': {
      title: 'You have an answer. Are you content?',
      responsible: FAMILY,
      duty: 'can ask for stage 2 without giving a reason',
      law: ['Complaint Handling Code part 6', "The council's own policy sets the time"],
      deadlines: [
        {
          rule: 'council.stage-2.request',
          inputs: (c) => from('responded', last(c, 'stage-1-answered')?.on),
          metBy: ['stage-2-asked', 'satisfied', 'ombudsman-asked'],
          familyRight: true,
          ifMissed: 'The council may refuse stage 2, with reasons. You can still go to the Ombudsman.',
        },
      ],
      on: { 'stage-2-asked': 'stage-2-asked', 'missed.council.stage-2.request': 'stay' },
    },
    'stage-2-asked': {
      title: 'The council must acknowledge stage 2',
      responsible: TEAM,
      duty: 'must acknowledge stage 2',
      law: ['Complaint Handling Code part 6'],
      deadlines: [
        {
          rule: 'council.stage-2.acknowledge',
          inputs: (c) => from('escalated', last(c, 'stage-2-asked')?.on),
          metBy: ['stage-2-acknowledged', 'stage-2-answered', 'refused'],
          ifMissed: OMBUDSMAN_NEXT,
        },
        STAGE_2_AT_THE_LATEST,
      ],
      on: {
        'stage-2-acknowledged': 'stage-2',
        'stage-2-answered': 'stage-2-answered',
        refused: 'refused',
        'missed.council.stage-2.acknowledge': 'stay',
        'missed.council.stage-2.outer': 'stay',
      },
    },
    'stage-2': {
      title: 'Stage 2: the council must give its final answer',
      responsible: TEAM,
      duty: 'must give its final answer',
      law: ['Complaint Handling Code part 6'],
      deadlines: [
        {
          rule: 'council.stage-2',
          inputs: (c) => acknowledgedOn(c, 'stage-2-acknowledged'),
          metBy: ['stage-2-answered', 'stage-2-extended'],
          ifMissed: OMBUDSMAN_NEXT,
        },
        STAGE_2_AT_THE_LATEST,
      ],
      on: {
        'stage-2-answered': 'stage-2-answered',
        'stage-2-extended': 'stage-2-extended',
        'missed.council.stage-2': 'stay',
        'missed.council.stage-2.outer': 'stay',
      },
    },
    'stage-2-extended': {
      title: 'Stage 2: the council took more time',
      responsible: TEAM,
      duty: 'must give its final answer',
      law: ['Complaint Handling Code part 6'],
      deadlines: [
        {
          rule: 'council.stage-2.extended',
          inputs: (c) => acknowledgedOn(c, 'stage-2-acknowledged'),
          metBy: 'stage-2-answered',
          ifMissed: OMBUDSMAN_NEXT,
        },
      ],
      on: { 'stage-2-answered': 'stage-2-answered', 'missed.council.stage-2.extended': 'stay' },
    },
    'stage-2-answered': {
      title: 'You have the final answer',
      responsible: FAMILY,
      duty: 'can go to the Ombudsman',
      law: ['Local Government Act 1974 s26B'],
      noDeadline: 'Only the date for the Ombudsman and the dates of promised remedies run.',
      on: {},
    },
    refused: {
      title: 'The council will not look at it',
      responsible: FAMILY,
      duty: 'can go to the Ombudsman',
      law: ['Complaint Handling Code part 2', 'Local Government Act 1974 s26B'],
      noDeadline: 'Only the date for the Ombudsman runs.',
      on: {},
    },
    ombudsman: {
      title: 'You went to the Ombudsman',
      outcome: 'The Ombudsman now looks at it in the linked case.',
      opens: [
        {
          route: 'ombudsman.lgsco',
          once: true,
          facts: (c) => ({
            aware: c.facts.aware,
            complained: c.facts.received,
            asked: last(c, 'ombudsman-asked')?.on ?? c.opened,
            answered: last(c, 'stage-2-answered') !== undefined || last(c, 'refused') !== undefined,
          }),
        },
      ],
    },
    closed: { title: 'The complaint was closed', outcome: 'You said that you are content with the answer.' },
  },
});

// A complaint about children's social care: answer by the service, independent investigation, panel of three.
// Children Act 1989 ss24D, 26, 26A; SI 2006/1738.

import { z } from 'zod';
import { explain } from '../law';
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
  yesNo,
  type CaseContext,
} from '../kit';
import { answerToPoints, ombudsmanTold } from './parts/complaint-answer';
import { aboutPoint, nothing, withReason } from './parts/data';
import { dayOfLast, from, notBeforeDay } from './parts/days';
import { numbered } from './parts/points';
import { knownPromise, promiseClocks, promises, promisesAhead, promisedBy } from './parts/promises';

const FAMILY = 'parent or young person';
const SERVICE = "council children's social care";
const TEAM = 'council complaints team';
const DIRECTOR = "director of children's services";
const COUNCIL = [SERVICE, TEAM] as const;

const facts = z.object({
  about: choice(
    { label: 'What is it about?' },
    {
      'short-breaks': 'Short breaks or other help that does not happen',
      assessment: 'The assessment of needs',
      'care-leaver': 'Being in care or leaving care',
      decision: 'A decision about help',
      treatment: 'How we were treated',
      other: 'Something else',
    },
  ),
  happened: date({ label: 'When did it happen?', hint: 'If it goes on, use the last day it happened.' }),
  aware: date({
    label: 'When did you first know about it?',
    hint: 'Leave it out if you knew on the day it happened.',
  }).optional(),
  received: date({
    label: 'When did you complain to the council?',
    hint: 'You can write or just tell them. Leave it out if you have not done it yet.',
  }).optional(),
  complaint: text({ label: 'What happened?' }),
  wanted: text({ label: 'What do you want the council to do?' }).optional(),
});

type Facts = z.infer<typeof facts>;

const factsOf = (c: CaseContext): Facts => c.facts as Facts;

const madeOn = (c: CaseContext): string | undefined => factsOf(c).received ?? c.happened.complained?.[0]?.on;

const promisedIn = (c: CaseContext) =>
  numbered(
    ['stage-1-answered', 'stage-2-answered', 'final-answer'].flatMap((type) =>
      (c.happened[type] ?? []).flatMap(({ data }) => promisedBy(data as object)),
    ),
  );

/** The day the clock of stage 1 counts from: the complaint, or the day a complaint on hold was taken up again. */
const stageOneFrom = (c: CaseContext): string | undefined =>
  c.happened['taken-up-again']?.at(-1)?.on ?? madeOn(c);

/** Councils differ on the day stage 2 starts. The request is the day that is safe for the family. */
const stageTwoFrom = (c: CaseContext): string | undefined => {
  const asked = c.happened['stage-2-asked']?.[0]?.on;
  const again = c.happened['taken-up-again']?.at(-1)?.on;
  return asked !== undefined && again !== undefined && again > asked ? again : asked;
};

const longestStageTwo = (c: CaseContext): string | undefined => {
  const started = stageTwoFrom(c);
  return started && explain('social-care.stage-2.extended', { started }).due;
};

/** An extension counts until the complaint goes on hold: when it is taken up again, its clock starts anew. */
const extended = <T extends { on: string }>(c: CaseContext, extension: T | undefined): T | undefined => {
  const again = c.happened['taken-up-again']?.at(-1)?.on;
  return extension !== undefined && (again === undefined || extension.on >= again) ? extension : undefined;
};

const events = {
  complained: event({
    title: 'Record your complaint',
    past: 'The family complained to the council',
    when: 'When did you complain?',
    by: [FAMILY, ...COUNCIL],
    data: nothing,
    check: notBeforeDay('The complaint', 'the day it happened', (c) => factsOf(c).happened),
  }),
  refused: event({
    title: 'Refuse to look at the complaint',
    past: 'The council refused to look at the complaint, with reasons',
    by: [TEAM],
    data: z.object({
      why: choice(
        { label: 'Why can it not be looked at?' },
        {
          late: 'It is more than a year old',
          procedure: 'Another procedure is the right one',
          person: 'This person cannot complain about it',
          other: 'Another reason',
        },
      ),
      reason: text({ label: 'What are the reasons?', hint: 'The family will read them.' }),
      ...ombudsmanTold,
    }),
    interruption:
      'The family can go to the Ombudsman at once. Once a complaint is valid, stage 3 cannot be refused.',
    check: notBeforeDay('The refusal', 'the complaint', madeOn),
  }),
  'put-on-hold': event({
    title: 'Put the complaint on hold',
    past: 'The council put the complaint on hold, with reasons',
    by: [TEAM],
    data: z.object({
      because: choice(
        { label: 'What would looking at it now harm?' },
        {
          court: 'A court case',
          tribunal: 'A tribunal case',
          disciplinary: 'A staff disciplinary case',
          criminal: 'A criminal case',
        },
      ),
      reason: text({ label: 'What are the reasons?', hint: 'The family will read them.' }),
    }),
    interruption:
      'Only a case that would really be harmed is a reason. The clock stops until it is taken up again.',
    check: notBeforeDay('The hold', 'the complaint', madeOn),
  }),
  'taken-up-again': event({
    title: 'Take the complaint up again',
    past: 'The council took the complaint up again',
    by: [TEAM, FAMILY],
    data: nothing,
    check: notBeforeDay('Taking it up again', 'the hold', dayOfLast('put-on-hold')),
  }),
  'advocate-asked': event({
    title: 'Ask for an advocate',
    past: 'The family asked for an advocate',
    by: [FAMILY],
    data: nothing,
  }),
  'advocate-arranged': event({
    title: 'Say that an advocate was found',
    past: 'An advocate was found',
    by: [...COUNCIL, FAMILY],
    data: nothing,
  }),
  'stage-1-extended': event({
    title: 'Take more time for stage 1',
    past: 'The council took more time for stage 1',
    by: [...COUNCIL],
    data: z.object({
      because: choice(
        { label: 'Why do you need more time?' },
        { complex: 'It is complex', advocate: 'An advocate is needed' },
      ),
      reason: text({ label: 'What are the reasons?', hint: 'The family will read them.' }),
    }),
    interruption: 'At most 20 working days in all. There is no more after that.',
    check: (c: CaseContext, { on }) => {
      const received = stageOneFrom(c);
      return received && on > explain('social-care.stage-1', { received }).due
        ? 'The first 10 working days have passed. More time can only be taken before they end.'
        : undefined;
    },
  }),
  'stage-1-answered': event({
    title: 'Answer at stage 1',
    past: 'The council answered at stage 1',
    paper: 'reply',
    when: 'When did the answer arrive?',
    by: [...COUNCIL, FAMILY],
    data: z.object(answerToPoints),
    check: (c: CaseContext, occurrence) =>
      notBeforeDay('The answer', 'the complaint', stageOneFrom)(c, occurrence) ??
      promisesAhead(occurrence.on, promisedBy(occurrence.data)),
  }),
  'stage-2-asked': event({
    title: 'Ask for stage 2, an investigation',
    past: 'The family asked for stage 2',
    when: 'When did you ask?',
    by: [FAMILY],
    data: z.object({
      why: text({ label: 'What is still wrong?', hint: 'You can ask by talking or in writing.' }).optional(),
    }),
    check: (c: CaseContext, occurrence) =>
      notBeforeDay('Stage 2', 'the answer at stage 1', dayOfLast('stage-1-answered'))(c, occurrence) ??
      notBeforeDay('Stage 2', 'the complaint', madeOn)(c, occurrence),
  }),
  'statement-agreed': event({
    title: 'Record that the complaint is written down and agreed',
    past: 'The complaint was written down and agreed with the family',
    by: [TEAM, FAMILY],
    data: z.object({
      points: list({ label: 'What are the points?' }, z.object({ point: personalLine({ label: 'Point' }) }), {
        min: 1,
        max: 20,
      }),
    }),
    check: notBeforeDay('The statement', 'the request for stage 2', dayOfLast('stage-2-asked')),
  }),
  'people-appointed': event({
    title: 'Name the investigator and the independent person',
    past: 'An investigator and an independent person were named',
    by: [TEAM],
    data: z.object({
      investigator: personalLine({ label: 'Who investigates?' }),
      independentPerson: personalLine({ label: 'Who is the independent person?' }),
      independent: choice(
        {
          label: 'Is the independent person free of any tie to the council?',
          hint: 'Not a member or officer of the council, nor married to or a civil partner of one.',
        },
        { yes: 'Yes' },
      ),
    }),
    check: notBeforeDay('The appointment', 'the request for stage 2', dayOfLast('stage-2-asked')),
  }),
  'stage-2-extended': event({
    title: 'Take more time for stage 2',
    past: 'The council took more time for stage 2, with written reasons',
    by: [TEAM],
    data: z.object({
      reason: text({ label: 'Why do you need more time?', hint: 'The family gets it in writing.' }),
      by: date({ label: 'When will you answer?' }).meta({ future: true }),
    }),
    interruption: 'At most 65 working days in all. The law allows no more.',
    check: (c: CaseContext, { on, data }) => {
      const started = stageTwoFrom(c);
      if (started === undefined) return undefined;
      if (on > explain('social-care.stage-2', { started }).due)
        return 'The first 25 working days have passed. More time can only be taken before they end.';
      if (data.by < on) return 'The new date cannot be in the past.';
      const longest = explain('social-care.stage-2.extended', { started }).due;
      return data.by > longest ? `The law allows no date after ${longest}.` : undefined;
    },
  }),
  'stage-2-answered': event({
    title: 'Send the answer of stage 2',
    past: 'The council sent the reports and its answer at stage 2',
    paper: 'reply',
    when: 'When did the family get the letter?',
    by: [TEAM, FAMILY],
    data: z.object({
      ...answerToPoints,
      reports: yesNo({
        label: 'Were both reports with it?',
        hint: 'The report of the investigator and the report of the independent person.',
      }),
      panelTold: yesNo({ label: 'Does the letter say how to ask for a panel, and by when?' }),
    }),
    check: (c: CaseContext, occurrence) =>
      notBeforeDay('The answer', 'the request for stage 2', dayOfLast('stage-2-asked'))(c, occurrence) ??
      promisesAhead(occurrence.on, promisedBy(occurrence.data)),
  }),
  'early-referral-offered': event({
    title: 'Agree that the family can go to the Ombudsman without a panel',
    past: 'The council agreed that the family can go to the Ombudsman without a panel',
    by: [TEAM],
    data: withReason('Why is a panel not needed?', 'Say what was upheld and what is agreed.'),
    interruption: 'The family still decides. It keeps its right to a panel.',
    check: (c: CaseContext) => {
      const answer = c.happened['stage-2-answered']?.at(-1)?.data as
        z.infer<z.ZodObject<typeof answerToPoints>> | undefined;
      const upheld = answer?.findings.every(({ finding }) => finding === 'upheld') ?? false;
      return upheld && answer !== undefined && promisedBy(answer).length > 0
        ? undefined
        : 'Only where stage 2 upheld the points and what will be done is agreed. The family has a right to a panel.';
    },
  }),
  'panel-asked': event({
    title: 'Ask for stage 3, a panel',
    past: 'The family asked for a panel',
    when: 'When did you ask?',
    by: [FAMILY],
    data: z.object({ why: text({ label: 'What is still wrong?' }) }),
    check: notBeforeDay('The request', 'the answer of stage 2', dayOfLast('stage-2-answered')),
  }),
  'panel-named': event({
    title: 'Name the panel and its day',
    past: 'The panel of three and its day were named',
    by: [TEAM],
    data: z.object({
      chair: personalLine({ label: 'Who chairs the panel?' }),
      second: personalLine({ label: 'Who is the second member?' }),
      third: personalLine({ label: 'Who is the third member?' }),
      independent: choice(
        {
          label: 'Are all three free of any tie to the council?',
          hint: 'The independent person of stage 2 cannot be one of them.',
        },
        { yes: 'Yes, and none of them was the independent person of stage 2' },
      ),
      meeting: date({ label: 'What day does it meet?' }).meta({ future: true }),
    }),
    check: (_c, { on, data }) =>
      data.meeting < on ? 'The day of the meeting cannot be in the past.' : undefined,
  }),
  'panel-held': event({
    title: 'Record that the panel met',
    past: 'The panel met',
    when: 'When did it meet?',
    by: [TEAM, FAMILY],
    data: nothing,
    check: notBeforeDay('The panel', 'the request for it', dayOfLast('panel-asked')),
  }),
  'panel-reported': event({
    title: 'Record the report of the panel',
    past: 'The panel sent its report',
    when: 'When did it arrive?',
    by: [TEAM, FAMILY],
    data: z.object({ recommendations: text({ label: 'What does the panel recommend?' }) }),
    check: notBeforeDay('The report', 'the meeting of the panel', dayOfLast('panel-held')),
  }),
  'final-answer': event({
    title: 'Send the final answer',
    past: 'The council gave its final answer to the panel’s report',
    when: 'When was it sent?',
    by: [DIRECTOR, TEAM, FAMILY],
    data: z.object({
      follows: choice(
        { label: 'Will the council do what the panel recommends?' },
        { all: 'All of it', part: 'Part of it', none: 'None of it' },
      ),
      reasons: text({ label: 'What are the reasons?', hint: 'Needed most where the panel is not followed.' }),
      remedies: promises,
      ...ombudsmanTold,
    }),
    check: (c: CaseContext, occurrence) =>
      notBeforeDay('The answer', 'the report of the panel', dayOfLast('panel-reported'))(c, occurrence) ??
      promisesAhead(occurrence.on, occurrence.data.remedies),
  }),
  'remedy-done': event({
    title: 'Say that a promise was kept',
    past: 'A promise was kept',
    by: [...COUNCIL, FAMILY],
    data: aboutPoint,
    check: (c: CaseContext, { data }) => knownPromise(promisedIn(c), data.point),
  }),
  'ombudsman-asked': event({
    title: 'Go to the Ombudsman',
    past: 'The family went to the Ombudsman',
    by: [FAMILY],
    data: nothing,
    interruption:
      'The Ombudsman normally wants all three stages first. Ask it if the council is late or refuses.',
    check: (c: CaseContext) =>
      madeOn(c) === undefined
        ? 'Complain to the council first. The Ombudsman would send you back.'
        : undefined,
  }),
  withdrawn: event({
    title: 'Close the complaint',
    past: 'The family closed the complaint',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. You can still go to the Ombudsman until its date.',
  }),
  'note-added': event({
    title: 'Add a note to the history',
    past: 'A note was added',
    by: [FAMILY, ...COUNCIL],
    data: z.object({ subject: line({ label: 'What is it about?' }), note: text({ label: 'Your note' }) }),
  }),
};

type C = CaseContext<Facts, typeof events>;

const words = vocabulary({
  facts,
  events,
  guards: {
    'already complained': (c: C) => c.facts.received !== undefined,
    'in stage 2': (c: C) => last(c, 'stage-2-asked') !== undefined,
    'ready to investigate': (c: C) =>
      last(c, 'people-appointed') !== undefined && last(c, 'statement-agreed') !== undefined,
  },
});

const STAGE_2_NOW = 'You can ask for stage 2 at once. You do not have to wait for the answer.';
const OMBUDSMAN_NEXT = 'Write to the complaints manager. You can ask the Ombudsman to look at the delay.';

const stageOneClock = {
  rule: 'social-care.stage-1',
  inputs: (c: C) => from('received', stageOneFrom(c)),
  metBy: ['stage-1-answered', 'stage-1-extended', 'refused', 'put-on-hold'],
  ifMissed: STAGE_2_NOW,
} as const;

const stageOneLongClock = {
  rule: 'social-care.stage-1.extended',
  inputs: stageOneClock.inputs,
  metBy: ['stage-1-answered', 'put-on-hold'],
  ifMissed: STAGE_2_NOW,
} as const;

const stageTwoStarted = (c: C) => from('started', stageTwoFrom(c));

const stageTwoClock = {
  rule: 'social-care.stage-2',
  inputs: stageTwoStarted,
  while: (c: C) => extended(c, last(c, 'stage-2-extended')) === undefined,
  metBy: ['stage-2-answered', 'stage-2-extended', 'put-on-hold'],
  owedBy: TEAM,
  ifMissed: OMBUDSMAN_NEXT,
} as const;

/** The date the council named when it took more time, and the one that the law never lets it pass. */
const stageTwoLongClocks = [
  {
    rule: 'named.date',
    inputs: (c: C) => {
      const by = extended(c, last(c, 'stage-2-extended'))?.data.by;
      // Where the council named the last day the law allows, one clock is enough.
      return by === undefined || by === longestStageTwo(c) ? undefined : { named: by };
    },
    metBy: ['stage-2-answered', 'put-on-hold'],
    owedBy: TEAM,
    ifMissed: OMBUDSMAN_NEXT,
  },
  {
    rule: 'social-care.stage-2.extended',
    inputs: stageTwoStarted,
    metBy: ['stage-2-answered', 'put-on-hold'],
    owedBy: TEAM,
    ifMissed: 'The law allows no more time. Go to the Ombudsman and say that stage 2 is over its limit.',
  },
] as const;

const recordingStage = {
  responsible: TEAM,
  duty: 'must write the complaint down with you and name an investigator and an independent person',
  law: ['SI 2006/1738 regs 16–17', 'Getting the Best from Complaints (2006)'],
} as const;

const investigation = {
  responsible: TEAM,
  duty: 'must see that it is investigated and send you both reports and an answer',
  law: ['SI 2006/1738 reg 17'],
} as const;

const recording = (next: 'stage-2' | 'stage-2-extended' | 'stage-2-late') =>
  ({
    'statement-agreed': [{ when: 'ready to investigate', to: next }, {}],
    'people-appointed': [{ when: 'ready to investigate', to: next }, {}],
    'stage-2-answered': 'stage-2-answered',
    'put-on-hold': 'on-hold',
  }) as const;

export const socialCareRepresentations = words.defineRoute({
  id: 'social-care-representations',
  effective: { from: '2006-09-01' },
  title: "Complaint about children's social care",
  summary:
    "The law gives you three stages: an answer from the service, an investigation with an independent person, and a panel of three. They can put things right and change how the council acts. They cannot change a court's decision or a plan that you can appeal, and they never stop the date for an appeal.",
  law: ['Children Act 1989 ss24D, 26, 26A', 'SI 2006/1738', 'Getting the Best from Complaints (2006)'],
  decidedOn: (f) => f.received ?? f.happened,
  initial: 'start',
  throughout: {
    deadlines: [
      {
        rule: 'ombudsman.lgsco.complain',
        inputs: (c) => ({ aware: c.facts.aware ?? c.facts.happened }),
        metBy: 'ombudsman-asked',
        owedBy: FAMILY,
        familyRight: true,
        ifMissed: 'The Ombudsman can still look at it if there is a good reason. Say why you are late.',
      },
      {
        rules: ['named.date'],
        each: (c) => promiseClocks(promisedIn(c), 'What the council promised', SERVICE),
        metBy: 'remedy-done',
        ifMissed: 'Tell the complaints manager, and then the Ombudsman.',
      },
    ],
    on: {
      'advocate-asked': 'stay',
      'advocate-arranged': 'stay',
      'remedy-done': 'stay',
      'note-added': 'stay',
      'ombudsman-asked': 'ombudsman',
      withdrawn: 'closed',
      'missed.ombudsman.lgsco.complain': 'stay',
      'missed.named.date': 'stay',
    },
  },
  stages: {
    start: { choose: [{ when: 'already complained', to: 'stage-1' }, { to: 'before' }] },
    before: {
      title: 'Complain to the council',
      responsible: FAMILY,
      duty: 'can complain, in writing or by talking',
      law: ['SI 2006/1738 reg 9', 'Children Act 1989 s26A (a free advocate)'],
      deadlines: [
        {
          rule: 'social-care.complain',
          inputs: (c) => ({ happened: c.facts.happened }),
          metBy: 'complained',
          familyRight: true,
          ifMissed: 'Complain all the same and say why you are late. The council can still look at it.',
        },
      ],
      on: { complained: 'stage-1', 'missed.social-care.complain': 'stay' },
    },
    'stage-1': {
      title: 'Stage 1: the service must answer',
      responsible: SERVICE,
      duty: 'must try to put it right and answer',
      law: ['SI 2006/1738 regs 14–15'],
      deadlines: [stageOneClock],
      on: {
        'stage-1-answered': 'stage-1-answered',
        'stage-1-extended': 'stage-1-extended',
        refused: 'refused',
        'put-on-hold': 'on-hold',
        'missed.social-care.stage-1': 'stage-1-late',
      },
    },
    'stage-1-extended': {
      title: 'Stage 1: the council took more time',
      responsible: SERVICE,
      duty: 'must answer now, 20 working days after the complaint at the latest',
      law: ['SI 2006/1738 reg 14'],
      deadlines: [stageOneLongClock],
      on: {
        'stage-1-answered': 'stage-1-answered',
        'put-on-hold': 'on-hold',
        'missed.social-care.stage-1.extended': 'stage-1-late',
      },
    },
    'stage-1-late': {
      title: 'Stage 1 is late: you can ask for stage 2',
      responsible: SERVICE,
      duty: 'must answer, and must go on to stage 2 as soon as you ask',
      law: ['SI 2006/1738 regs 14, 17'],
      // The clock that was missed stays in sight until somebody acts.
      deadlines: [
        { ...stageOneClock, while: (c) => extended(c, last(c, 'stage-1-extended')) === undefined },
        { ...stageOneLongClock, while: (c) => extended(c, last(c, 'stage-1-extended')) !== undefined },
      ],
      on: {
        'stage-1-answered': 'stage-1-answered',
        'stage-2-asked': 'stage-2-asked',
        'put-on-hold': 'on-hold',
        'missed.social-care.stage-1': 'stay',
        'missed.social-care.stage-1.extended': 'stay',
      },
    },
    'stage-1-answered': {
      title: 'You have an answer. Are you content?',
      responsible: FAMILY,
      duty: 'can ask for stage 2',
      law: ['SI 2006/1738 regs 15, 17', 'Getting the Best from Complaints (2006) 3.6'],
      deadlines: [
        {
          rule: 'social-care.stage-2.request',
          inputs: (c) => from('responded', last(c, 'stage-1-answered')?.on),
          metBy: 'stage-2-asked',
          familyRight: true,
          ifMissed:
            'Ask all the same: this date is guidance, not law. The Ombudsman finds fault with councils that refuse.',
        },
      ],
      on: { 'stage-2-asked': 'stage-2-asked', 'missed.social-care.stage-2.request': 'stay' },
    },
    'stage-2-asked': {
      ...recordingStage,
      title: 'Stage 2: the complaint is written down',
      deadlines: [stageTwoClock],
      on: {
        ...recording('stage-2'),
        'stage-2-extended': 'stage-2-asked-extended',
        'missed.social-care.stage-2': 'stage-2-asked-late',
      },
    },
    'stage-2-asked-extended': {
      ...recordingStage,
      title: 'Stage 2: more time was taken before it was written down',
      deadlines: [...stageTwoLongClocks],
      on: { ...recording('stage-2-extended'), 'missed.social-care.stage-2.extended': 'stay' },
    },
    'stage-2-asked-late': {
      ...recordingStage,
      title: 'Stage 2 is late and has not begun',
      deadlines: [stageTwoClock, ...stageTwoLongClocks],
      on: {
        ...recording('stage-2-late'),
        'missed.social-care.stage-2': 'stay',
        'missed.social-care.stage-2.extended': 'stay',
      },
    },
    'stage-2': {
      ...investigation,
      title: 'Stage 2: the investigation',
      deadlines: [stageTwoClock],
      on: {
        'stage-2-answered': 'stage-2-answered',
        'stage-2-extended': 'stage-2-extended',
        'put-on-hold': 'on-hold',
        'missed.social-care.stage-2': 'stage-2-late',
      },
    },
    'stage-2-extended': {
      ...investigation,
      title: 'Stage 2: the council took more time',
      deadlines: [...stageTwoLongClocks],
      on: {
        'stage-2-answered': 'stage-2-answered',
        'put-on-hold': 'on-hold',
        'missed.social-care.stage-2.extended': 'stay',
      },
    },
    'stage-2-late': {
      ...investigation,
      title: 'Stage 2 is late',
      deadlines: [stageTwoClock, ...stageTwoLongClocks],
      on: {
        'stage-2-answered': 'stage-2-answered',
        'put-on-hold': 'on-hold',
        'missed.social-care.stage-2': 'stay',
        'missed.social-care.stage-2.extended': 'stay',
      },
    },
    'stage-2-answered': {
      title: 'You have the reports and an answer. Are you content?',
      responsible: FAMILY,
      duty: 'can ask for a panel of three independent people',
      law: ['SI 2006/1738 reg 18'],
      deadlines: [
        {
          rule: 'social-care.panel.request',
          inputs: (c) => from('adjudicated', last(c, 'stage-2-answered')?.on),
          metBy: 'panel-asked',
          familyRight: true,
          ifMissed: 'Ask all the same and say why you are late. You can also go to the Ombudsman.',
        },
      ],
      on: {
        'panel-asked': 'panel-asked',
        'early-referral-offered': 'stay',
        'missed.social-care.panel.request': 'stay',
      },
    },
    'panel-asked': {
      title: 'Stage 3: the panel must meet',
      responsible: TEAM,
      duty: 'must appoint three independent people, who must meet. You can come with your advocate and one more person',
      law: ['SI 2006/1738 reg 19'],
      deadlines: [
        {
          rule: 'social-care.panel',
          inputs: (c) => from('requested', last(c, 'panel-asked')?.on),
          metBy: 'panel-held',
          ifMissed: OMBUDSMAN_NEXT,
        },
      ],
      on: { 'panel-named': 'stay', 'panel-held': 'panel-held', 'missed.social-care.panel': 'stay' },
    },
    'panel-held': {
      title: 'The panel writes its report',
      responsible: 'independent panel',
      duty: 'must send its recommendations to you and to the council',
      law: ['SI 2006/1738 reg 20(1)–(2)'],
      deadlines: [
        {
          rule: 'social-care.panel.report',
          inputs: (c) => from('panelHeld', last(c, 'panel-held')?.on),
          metBy: 'panel-reported',
          ifMissed: 'Ask the complaints manager for it. The panel may need a little more time, but not long.',
        },
      ],
      on: { 'panel-reported': 'panel-reported', 'missed.social-care.panel.report': 'stay' },
    },
    'panel-reported': {
      title: 'The council must answer the panel',
      responsible: DIRECTOR,
      duty: 'must say with the independent person what the council will do, and give reasons',
      law: ['SI 2006/1738 reg 20(3)'],
      deadlines: [
        {
          rule: 'social-care.panel.response',
          inputs: (c) => from('reportReceived', last(c, 'panel-reported')?.on),
          metBy: 'final-answer',
          ifMissed: 'Go to the Ombudsman: all three stages are done but for this answer.',
        },
      ],
      on: { 'final-answer': 'final', 'missed.social-care.panel.response': 'stay' },
    },
    final: {
      title: 'You have the final answer',
      responsible: FAMILY,
      duty: 'can go to the Ombudsman',
      law: ['SI 2006/1738 reg 20', 'Local Government Act 1974 s26B'],
      noDeadline: 'Only the date for the Ombudsman and the dates of what was promised run.',
      on: {},
    },
    refused: {
      title: 'The council will not look at it',
      responsible: FAMILY,
      duty: 'can go to the Ombudsman, or use the other procedure if the council named one',
      law: ['SI 2006/1738 regs 3–9', 'Local Government Act 1974 s26B'],
      noDeadline: 'Only the date for the Ombudsman runs.',
      on: {},
    },
    'on-hold': {
      title: 'The complaint is on hold',
      responsible: TEAM,
      duty: 'must take it up again as soon as it no longer harms the other case',
      law: ['SI 2006/1738 reg 8'],
      noDeadline:
        'It waits for the other case. Ask for it again when that is over. The date for the Ombudsman runs on.',
      on: { 'taken-up-again': 'resumed', refused: 'refused' },
    },
    resumed: {
      choose: [
        { when: 'ready to investigate', to: 'stage-2' },
        { when: 'in stage 2', to: 'stage-2-asked' },
        { to: 'stage-1' },
      ],
    },
    ombudsman: {
      title: 'You went to the Ombudsman',
      outcome: 'The Ombudsman now looks at it in the linked case.',
      opens: [
        {
          route: 'ombudsman.lgsco',
          once: true,
          facts: (c) => {
            const asked = last(c, 'ombudsman-asked')?.on ?? c.opened;
            return {
              aware: c.facts.aware ?? c.facts.happened,
              complained: madeOn(c) ?? asked,
              asked,
              answered: all(c, 'final-answer').length > 0 || all(c, 'refused').length > 0,
            };
          },
        },
      ],
    },
    closed: {
      title: 'The complaint was closed',
      outcome: 'You closed it. You can still go to the Ombudsman until its date.',
    },
  },
});

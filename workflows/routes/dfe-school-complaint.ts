// The Department for Education about a maintained school, an academy or a college: whether it can look, what it finds,
// and what the school must then do. It keeps its own procedure; the family and the school record what it says.

import { z } from 'zod';
import {
  all,
  choice,
  date,
  event,
  last,
  text,
  vocabulary,
  yesNo,
  type CaseContext,
  type PartyId,
} from '../kit';
import { from, notInThePast } from './parts/days';
import { allKept, promises, promisesAhead, promisesIn } from './parts/promises';
import { aboutPoint, nothing } from './parts/data';

const FAMILY = 'parent or young person';
const SCHOOLS = ['school governing board', 'academy trust', 'college'] as const;
const RECEIVERS = [FAMILY, ...SCHOOLS] as const;

const facts = z.object({
  kind: choice(
    { label: 'What is it about?' },
    {
      maintained: 'A school run with the council',
      academy: 'An academy or free school',
      college: 'A college (further education)',
    },
  ),
  happened: date({ label: 'When did it happen?', hint: 'If it went on, use the last day of it.' }),
  why: choice(
    { label: 'Why do you go to the Department now?' },
    {
      finished: 'The school or college has finished, and I still disagree',
      'not-followed': 'It did not follow its own procedure',
      silent: 'It does not answer',
      refused: 'It will not look at my complaint',
      'no-hearing': 'It will not hold a hearing, or does not hold it in time',
      'no-procedure': 'It has no procedure, or will not show it',
    },
  ),
  asked: date({
    label: 'When did you send it to the Department?',
    hint: 'Leave it out if you have not yet.',
  }).optional(),
});

type Facts = z.infer<typeof facts>;

const sentOn = (c: CaseContext<Facts>): string | undefined =>
  c.happened['asked']?.at(-1)?.on ?? c.facts.asked;

const afterSending = (c: CaseContext<Facts>, { on }: { on: string }): string | undefined => {
  const sent = sentOn(c);
  return sent !== undefined && on < sent
    ? 'It cannot be earlier than the day you sent it to the Department.'
    : undefined;
};

const events = {
  asked: event({
    title: 'Say that you sent it to the Department',
    past: 'The family complained to the Department for Education',
    when: 'When did you send it?',
    by: [FAMILY],
    data: nothing,
    interruption:
      'Send with it: your complaint, each answer, the policy of the school, and a list of what was not done.',
    check: (c: CaseContext<Facts>, { on }) =>
      on < c.facts.happened ? 'It cannot be earlier than what it is about.' : undefined,
  }),
  'sent-back': event({
    title: 'Record that it is too early',
    past: 'The Department said that the school or college must finish first',
    by: RECEIVERS,
    data: nothing,
    check: afterSending,
  }),
  accepted: event({
    title: 'Record that the Department looks at it',
    past: 'The Department decided to look at it',
    by: RECEIVERS,
    data: nothing,
    check: afterSending,
  }),
  declined: event({
    title: 'Record that the Department will not look at it',
    past: 'The Department decided not to look at it',
    by: RECEIVERS,
    data: z.object({
      why: choice(
        { label: 'Why?' },
        {
          outside: 'It is not something the Department can look at',
          late: 'It is too old',
          'other-way': 'Another way is open, like an appeal',
          other: 'Another reason',
        },
      ),
    }),
    check: afterSending,
  }),
  'more-asked': event({
    title: 'Record that the Department wants to know more',
    past: 'The Department asked the family for more',
    by: [FAMILY],
    data: z.object({ by: date({ label: 'By which day?' }).meta({ future: true }) }),
    check: (c, { on, data }) => afterSending(c, { on }) ?? notInThePast('The new day', on, data.by),
  }),
  'more-sent': event({
    title: 'Say that you sent it',
    past: 'The family sent what the Department asked for',
    by: [FAMILY],
    data: nothing,
  }),
  decided: event({
    title: 'Record the decision',
    past: 'The Department decided',
    when: 'What is the date of the decision?',
    by: RECEIVERS,
    data: z.object({
      wrong: yesNo({ label: 'Did the Department find that something was wrong?' }),
      direction: yesNo({
        label: 'Is it a direction (an order by law)?',
        hint: 'The letter says so. Only then must a school obey by law.',
      }).default(false),
      reasons: text({ label: 'What does it say?' }).optional(),
      promises,
    }),
    check: (c, { on, data }) => afterSending(c, { on }) ?? promisesAhead(on, data.promises),
  }),
  'promise-kept': event({
    title: 'Say that a point was done',
    past: 'The school or college did what the Department wanted',
    when: 'When was it done?',
    by: RECEIVERS,
    data: aboutPoint,
  }),
  'given-up': event({
    title: 'Do not go on',
    past: 'The family did not go on',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. For a college, the date for the Department goes on running.',
  }),
};

type C = CaseContext<Facts, typeof events>;

const points = (c: C) => promisesIn(all(c, 'decided'));

const words = vocabulary({
  facts,
  events,
  guards: {
    'sent already': (c: C) => c.facts.asked !== undefined,
    'all done': (c: C) => allKept(points(c), all(c, 'promise-kept')),
    'about an academy': (c: C) => c.facts.kind === 'academy',
    'about a college': (c: C) => c.facts.kind === 'college',
  },
});

const LAW = {
  school: 'Education Act 1996 ss496–497',
  academy: 'Department for Education, How DfE handles complaints about academies',
  college: 'GOV.UK, complain about a further education college or apprenticeship',
};

/** The case of the school or college waits for this one to end. */
const waiting = {
  maintained: 'school-complaint.maintained',
  academy: 'school-complaint.academy',
  college: 'college-complaint',
} as const;

const tellsTheSchool = (Object.keys(waiting) as (keyof typeof waiting)[]).map((kind) => ({
  route: waiting[kind],
  event: 'outside-over',
  when: (c: C) => c.facts.kind === kind,
  on: (c: C) =>
    [last(c, 'promise-kept'), last(c, 'decided'), last(c, 'declined'), last(c, 'given-up')]
      .flatMap((each) => each?.on ?? [])
      .sort()
      .at(-1) ?? c.opened,
  data: () => ({}),
}));

/** One stage for each kind of school: a stage has one party that must act. */
const putsRight = (school: PartyId, law: string) => ({
  title: 'It must be put right',
  responsible: school,
  duty: 'must do what the Department said',
  law: [law],
  deadlines: [
    {
      rules: ['named.date'] as const,
      each: (c: C) =>
        points(c).map(({ key, by }) => ({
          key,
          title: 'What the Department wants done',
          rule: 'named.date' as const,
          inputs: { named: by },
        })),
      metBy: 'promise-kept' as const,
      ifMissed: 'Tell the Department. If it was a direction, the Department can go to court about it.',
    },
  ],
  on: {
    'promise-kept': [{ when: 'all done', to: 'put-right' }, {}],
    'given-up': 'given-up',
    'missed.named.date': 'stay',
  } as const,
});

const afterDecision = [
  { when: 'all done', to: 'decided' },
  { when: 'about an academy', to: 'trust-acts' },
  { when: 'about a college', to: 'college-acts' },
  { to: 'board-acts' },
] as const;

const NEXT =
  'If the Department handled it badly, use its own complaints procedure, then your MP can ask the Parliamentary Ombudsman. A court can look at the decision only if you act at once: get legal advice.';

export const dfeSchoolComplaint = words.defineRoute({
  id: 'dfe-school-complaint',
  effective: { from: '2014-09-01' },
  title: 'Complaint to the Department for Education',
  summary:
    'The Department looks when a school or college has finished your complaint or blocks it. A school run with the council: did it break the law or act unreasonably? An academy or college: did it handle your complaint properly? It cannot change an academy’s decision, pay money or change an EHC plan. It stops no other date.',
  law: [LAW.school, LAW.academy, LAW.college],
  decidedOn: (f) => f.asked,
  initial: 'start',
  stages: {
    start: { choose: [{ when: 'sent already', to: 'checking' }, { to: 'ready' }] },
    ready: {
      title: 'Send your complaint to the Department',
      responsible: FAMILY,
      duty: 'can complain to the Department when the school or college has finished or blocks the complaint',
      law: [LAW.school, LAW.academy, LAW.college],
      deadlines: [
        {
          rule: 'college.department',
          inputs: (c) => (c.facts.kind === 'college' ? { happened: c.facts.happened } : undefined),
          metBy: ['asked', 'given-up'],
          familyRight: true,
          ifMissed: 'Ask the Department all the same and say why you are late. It may say no.',
        },
      ],
      noDeadline:
        'No law sets a last day for schools. The Department may not look at old matters, so send it soon.',
      on: { asked: 'checking', 'given-up': 'given-up', 'missed.college.department': 'stay' },
    },
    checking: {
      title: 'The Department checks whether it can look',
      responsible: 'Department for Education',
      duty: 'decides whether it can look at your complaint',
      law: [LAW.school, LAW.academy, LAW.college],
      noDeadline: 'The law sets no number of days. Ask the Department when it will answer.',
      on: {
        accepted: 'looking',
        declined: 'declined',
        'sent-back': 'ready',
        'more-asked': 'more-wanted',
        decided: afterDecision,
        'given-up': 'given-up',
      },
    },
    looking: {
      title: 'The Department looks at it',
      responsible: 'Department for Education',
      duty: 'looks at the complaint and decides',
      law: [LAW.school, LAW.academy, LAW.college],
      noDeadline: 'The law sets no number of days. Ask the Department when it will answer.',
      on: {
        'more-asked': 'more-wanted',
        decided: afterDecision,
        declined: 'declined',
        'given-up': 'given-up',
      },
    },
    'more-wanted': {
      title: 'The Department wants to know more from you',
      responsible: FAMILY,
      duty: 'should send what the Department asked for',
      law: [LAW.school, LAW.academy, LAW.college],
      deadlines: [
        {
          rule: 'named.date',
          inputs: (c) => from('named', last(c, 'more-asked')?.data.by),
          metBy: ['more-sent', 'decided', 'declined'],
          familyRight: true,
          ifMissed: 'The Department may go on without it. Call and ask for more time.',
        },
      ],
      on: {
        'more-sent': 'looking',
        decided: afterDecision,
        declined: 'declined',
        'given-up': 'given-up',
        'missed.named.date': 'stay',
      },
    },
    'board-acts': putsRight('school governing board', LAW.school),
    'trust-acts': putsRight('academy trust', LAW.academy),
    'college-acts': putsRight('college', LAW.college),
    'put-right': {
      title: 'It was put right',
      outcome: 'All was done that the Department wanted.',
      tells: tellsTheSchool,
    },
    decided: {
      title: 'The Department has decided',
      outcome: `Nothing has to be done by a date. ${NEXT}`,
      tells: tellsTheSchool,
    },
    declined: {
      title: 'The Department will not look at it',
      outcome: `Read its reasons. ${NEXT}`,
      tells: tellsTheSchool,
    },
    'given-up': {
      title: 'You did not go on',
      outcome: 'You can still complain to the Department. Do not wait long.',
      tells: tellsTheSchool,
    },
  },
});

// A complaint to a college of further education: its own procedure, an appeal inside the college, then the Department.

import { z } from 'zod';
import { all, choice, date, event, last, line, text, vocabulary, yesNo, type CaseContext } from '../kit';
import { answer } from './parts/complaint-answer';
import { allKept, promisesAhead, promisesIn, promisedBy } from './parts/promises';
import { aboutPoint, nothing } from './parts/data';
import { dayOfLast, from, notInThePast } from './parts/days';
import { claimSent, courtClaimClock } from './parts/disability-claim';

const FAMILY = 'parent or young person';
const COLLEGE = 'college';
const BOTH = [COLLEGE, FAMILY] as const;
const POLICY = "The college's own complaints procedure sets the days; until it is known, 20 working days";
const GUIDE = 'GOV.UK, complain about a further education college or apprenticeship';

const facts = z.object({
  about: choice(
    { label: 'What is it about?' },
    {
      support: 'Help for special needs',
      adjustments: 'Changes for a disability that were not made',
      treatment: 'How I was treated',
      course: 'The course or the place',
      other: 'Something else',
    },
  ),
  disability: yesNo({
    label: 'Is it about unfair treatment because of a disability?',
    hint: 'Then the time for a court claim runs as well, and we show it.',
  }).default(false),
  happened: date({ label: 'When did it happen?', hint: 'If it happened more than once, use the last time.' }),
  complained: date({
    label: 'When did the college get your complaint in writing?',
    hint: 'Leave it out if you have only talked.',
  }).optional(),
  complaint: text({ label: 'What happened?' }),
  wanted: text({ label: 'What should the college do?' }).optional(),
});

type Facts = z.infer<typeof facts>;

const complainedOn = (c: CaseContext<Facts>): string | undefined =>
  dayOfLast('complained')(c) ?? c.facts.complained;

/** Whatever the college now has before it: the appeal, once there is one. */
const waitingSince = (c: CaseContext<Facts>): string | undefined =>
  dayOfLast('appealed')(c) ?? complainedOn(c);

const sinceItCame = (c: CaseContext<Facts>, on: string): string | undefined => {
  const since = waitingSince(c);
  return since !== undefined && on < since
    ? 'It cannot be earlier than the complaint or appeal that it answers.'
    : undefined;
};

const ownDay = (label: string) =>
  date({ label, hint: 'Leave it out if none is named.' }).meta({ future: true });

const events = {
  talked: event({
    title: 'Record a talk with the college',
    past: 'The learner or family and the college talked about it',
    when: 'When did you talk?',
    by: BOTH,
    data: z.object({ note: text({ label: 'What was said?' }).optional() }),
  }),
  complained: event({
    title: 'Complain in writing',
    past: 'The complaint was made in writing',
    when: 'When did the college get it?',
    by: [FAMILY],
    data: nothing,
    interruption: "Use the college's own form if it has one, and keep a copy.",
    check: (c: CaseContext<Facts>, { on }) =>
      on < c.facts.happened ? 'The complaint cannot be earlier than what it is about.' : undefined,
  }),
  'day-named': event({
    title: 'Say when the answer comes',
    past: 'The college said when it will answer',
    by: BOTH,
    data: z.object({
      by: date({ label: 'By which day will the college answer?' }).meta({ future: true }),
      reason: text({
        label: 'If that is later than its procedure says: why?',
        hint: 'The family will read it.',
      }).optional(),
    }),
    check: (c: CaseContext<Facts>, { on, data }) =>
      sinceItCame(c, on) ?? notInThePast('The new day', on, data.by),
  }),
  answered: event({
    title: 'Answer the complaint',
    past: 'The college answered the complaint',
    paper: 'reply',
    when: 'When did the answer come?',
    by: BOTH,
    data: answer.extend({
      appealBy: ownDay('Until which day can you appeal inside the college?').optional(),
    }),
    check: (c: CaseContext<Facts>, { on, data }) =>
      sinceItCame(c, on) ??
      notInThePast('The day for the appeal', on, data.appealBy) ??
      promisesAhead(on, promisedBy(data)),
  }),
  refused: event({
    title: 'Refuse to look at it',
    past: 'The college refused to look at it, with reasons',
    when: 'When was the refusal sent?',
    by: BOTH,
    data: z.object({ reasons: text({ label: 'What are the reasons?' }) }),
    interruption: 'The family can go to the Department for Education now.',
    check: (c: CaseContext<Facts>, { on }) => sinceItCame(c, on),
  }),
  appealed: event({
    title: 'Appeal inside the college',
    past: 'An appeal inside the college was made',
    when: 'When did the college get it?',
    by: [FAMILY],
    data: z.object({ why: text({ label: 'What is still wrong?' }).optional() }),
    check: (c: CaseContext<Facts>, { on }) => {
      const answered = dayOfLast('answered')(c);
      return answered !== undefined && on < answered
        ? 'The appeal cannot be earlier than the answer.'
        : undefined;
    },
  }),
  'appeal-answered': event({
    title: 'Give the final answer',
    past: 'The college gave its final answer',
    paper: 'reply',
    when: 'When did the answer come?',
    by: BOTH,
    data: answer,
    check: (c: CaseContext<Facts>, { on, data }) => sinceItCame(c, on) ?? promisesAhead(on, promisedBy(data)),
  }),
  'went-outside': event({
    title: 'Go to the Department for Education',
    past: 'The matter was taken to the Department for Education',
    when: 'When did you send it?',
    by: [FAMILY],
    data: nothing,
    interruption:
      'The Department wants the college to have finished first, unless the college does not answer or will not look at it.',
    check: (c: CaseContext<Facts>, { on }) =>
      on < c.facts.happened ? 'It cannot be earlier than what it is about.' : undefined,
  }),
  'outside-over': event({
    title: 'Record that it is over at the Department',
    past: 'It is over at the Department',
    by: BOTH,
    data: nothing,
  }),
  'promise-kept': event({
    title: 'Say that a promise was kept',
    past: 'The college did something that it promised',
    when: 'When was it done?',
    by: BOTH,
    data: aboutPoint,
  }),
  'claim-sent': claimSent,
  satisfied: event({
    title: 'Close the complaint: I am content',
    past: 'The learner or family is content',
    by: [FAMILY],
    data: nothing,
    interruption: 'We go on watching the dates of what was promised. The complaint goes no further.',
  }),
  withdrawn: event({
    title: 'Take the complaint back',
    past: 'The complaint was taken back',
    by: [FAMILY],
    data: nothing,
    interruption: 'All reminders stop, also for the Department. Tell the college in writing.',
  }),
  'note-added': event({
    title: 'Add a note to the history',
    past: 'A note was added',
    by: BOTH,
    data: z.object({ subject: line({ label: 'What is it about?' }), note: text({ label: 'Your note' }) }),
  }),
};

type C = CaseContext<Facts, typeof events>;

const promises = (c: C) => promisesIn([...all(c, 'answered'), ...all(c, 'appeal-answered')]);

/** The day the college named for what it has before it now; a day named for the complaint says nothing of the appeal. */
function namedDay(c: C): string | undefined {
  const named = last(c, 'day-named');
  const appealed = last(c, 'appealed')?.on;
  return named === undefined || (appealed !== undefined && named.on < appealed) ? undefined : named.data.by;
}

function whyOutside(c: C): string {
  if (last(c, 'refused')) return 'refused';
  if (last(c, 'appeal-answered')) return 'finished';
  return last(c, 'answered') && !last(c, 'appealed') ? 'finished' : 'silent';
}

const answerClocks = (met: 'answered' | 'appeal-answered', ifMissed: string) =>
  [
    {
      rule: 'college.respond',
      inputs: (c: C) => {
        const received = waitingSince(c);
        return received === undefined || namedDay(c) !== undefined ? undefined : { received };
      },
      metBy: [met, 'day-named', 'refused'],
      ifMissed,
    },
    {
      rule: 'named.date',
      inputs: (c: C) => from('named', namedDay(c)),
      metBy: [met, 'refused'],
      ifMissed,
    },
  ] as const;

const words = vocabulary({
  facts,
  events,
  guards: {
    'complained already': (c: C) => c.facts.complained !== undefined,
    'all promises kept': (c: C) => allKept(promises(c), all(c, 'promise-kept')),
  },
});

export const collegeComplaint = words.defineRoute({
  id: 'college-complaint',
  effective: { from: '2014-09-01' },
  title: 'Complaint to the college',
  summary:
    'The college looks at it in its own procedure, then the Department for Education may look at how the college handled it. It cannot change an EHC plan, and it never stops the date for an appeal or a court claim. For a university-level course, go to the Office of the Independent Adjudicator after the college.',
  law: [POLICY, GUIDE, 'Children and Families Act 2014 s66', 'Equality Act 2010 ss91, 114, 118'],
  decidedOn: (f) => f.complained,
  initial: 'start',
  throughout: {
    deadlines: [
      courtClaimClock,
      {
        rule: 'college.department',
        inputs: (c) => ({ happened: c.facts.happened }),
        while: (c) => last(c, 'went-outside') === undefined,
        metBy: 'went-outside',
        owedBy: FAMILY,
        familyRight: true,
        ifMissed: 'You can still ask the Department. Say why you are late; it may say no.',
      },
      {
        rules: ['named.date'],
        each: (c) =>
          promises(c).map(({ key, by }) => ({
            key,
            title: 'What the college promised',
            rule: 'named.date' as const,
            inputs: { named: by },
            owedBy: COLLEGE,
          })),
        metBy: 'promise-kept',
        ifMissed: 'Write to the college about it. You can go to the Department for Education.',
      },
    ],
    on: {
      'went-outside': 'department',
      'promise-kept': 'stay',
      'claim-sent': 'stay',
      'note-added': 'stay',
      satisfied: [{ when: 'all promises kept', to: 'settled' }, { to: 'promised' }],
      withdrawn: 'withdrawn',
      'missed.county-court.equality.claim': 'stay',
      'missed.college.department': 'stay',
      'missed.named.date': 'stay',
    },
  },
  stages: {
    start: { choose: [{ when: 'complained already', to: 'received' }, { to: 'talking' }] },
    talking: {
      title: 'Talk to the college first',
      responsible: COLLEGE,
      duty: 'should talk with you and try to put it right',
      law: [GUIDE, POLICY],
      noDeadline: 'Ask for the complaints procedure. It says until when you can complain in writing.',
      on: { talked: 'stay', complained: 'received' },
    },
    received: {
      title: 'The college must answer your complaint',
      responsible: COLLEGE,
      duty: 'should look into it and answer in the time of its procedure',
      law: [POLICY],
      deadlines: answerClocks(
        'answered',
        'Write once more. Then appeal inside the college or go to the Department for Education.',
      ),
      on: {
        talked: 'stay',
        'day-named': 'stay',
        answered: 'answered',
        refused: 'refused',
        appealed: 'appealed',
        'missed.college.respond': 'stay',
      },
    },
    answered: {
      title: 'You have an answer. Are you content?',
      responsible: FAMILY,
      duty: 'can appeal inside the college',
      law: [POLICY],
      deadlines: [
        {
          rule: 'named.date',
          inputs: (c) => from('named', last(c, 'answered')?.data.appealBy),
          metBy: ['appealed', 'satisfied', 'went-outside'],
          familyRight: true,
          ifMissed:
            'Appeal all the same and say why you are late. You can go to the Department for Education.',
        },
      ],
      noDeadline: "The college's procedure says until when you can appeal. It can be short: look now.",
      on: { appealed: 'appealed' },
    },
    appealed: {
      title: 'The college must decide your appeal',
      responsible: COLLEGE,
      duty: 'should look at it again and give its final answer',
      law: [POLICY],
      deadlines: answerClocks('appeal-answered', 'You can go to the Department for Education.'),
      on: {
        'day-named': 'stay',
        'appeal-answered': 'final',
        refused: 'refused',
        'missed.college.respond': 'stay',
      },
    },
    final: {
      title: 'The college has finished. Are you content?',
      responsible: FAMILY,
      duty: 'can accept the answer or go to the Department for Education',
      law: [GUIDE],
      noDeadline: 'Only the date for the Department and the dates of promises run.',
      on: {},
    },
    refused: {
      title: 'The college will not look at it',
      responsible: FAMILY,
      duty: 'can read the reasons and go to the Department for Education',
      law: [GUIDE],
      noDeadline: 'Only the date for the Department runs.',
      on: { answered: 'answered' },
    },
    department: {
      title: 'You went to the Department for Education',
      responsible: 'Department for Education',
      duty: 'decides whether the college handled your complaint properly',
      law: [GUIDE],
      noDeadline: 'The law sets no number of days.',
      opens: [
        {
          route: 'dfe-school-complaint',
          once: true,
          facts: (c) => ({
            kind: 'college',
            happened: c.facts.happened,
            why: whyOutside(c),
            asked: last(c, 'went-outside')?.on ?? c.opened,
          }),
        },
      ],
      on: {
        answered: 'answered',
        'appeal-answered': 'final',
        'outside-over': [{ when: 'all promises kept', to: 'over-outside' }, { to: 'promised' }],
      },
    },
    promised: {
      title: 'The college must keep its promises',
      responsible: COLLEGE,
      duty: 'must do what it promised',
      law: [POLICY],
      noDeadline: 'Each promise has its own date.',
      on: { 'promise-kept': [{ when: 'all promises kept', to: 'put-right' }, {}], appealed: 'appealed' },
    },
    'put-right': { title: 'It was put right', outcome: 'The college did all that it promised.' },
    settled: { title: 'You are content', outcome: 'The complaint is closed. You can make a new one.' },
    withdrawn: {
      title: 'You took the complaint back',
      outcome: 'The college need not answer. You can make a new complaint.',
    },
    'over-outside': {
      title: 'It is over at the Department',
      outcome: 'Read what it said in the linked case. A court claim has its own date.',
    },
  },
});

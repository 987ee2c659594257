// A complaint to a nursery, pre-school or childminder: a complaint in writing is answered within 28 days. Ofsted may be told,
// but decides nothing for one family.

import { z } from 'zod';
import { all, choice, date, event, line, text, vocabulary, yesNo, type CaseContext } from '../kit';
import { answer } from './parts/complaint-answer';
import { allKept, promisesAhead, promisesIn, promisedBy } from './parts/promises';
import { aboutPoint, nothing } from './parts/data';
import { claimSent, courtClaimClock } from './parts/disability-claim';
import { from } from './parts/days';

const FAMILY = 'parent or young person';
const NURSERY = 'nursery provider';
const BOTH = [NURSERY, FAMILY] as const;
const EYFS = 'Early Years Foundation Stage statutory framework, section 3 (complaints)';
const ACT = 'Childcare Act 2006 ss39–40';

const facts = z.object({
  setting: choice(
    { label: 'Who looks after your child?' },
    { nursery: 'A nursery or pre-school', childminder: 'A childminder' },
  ),
  about: choice(
    { label: 'What is it about?' },
    {
      support: 'Help for special needs',
      safety: 'Safety or care',
      treatment: 'How my child or I were treated',
      place: 'The place or the hours were cut',
      other: 'Something else',
    },
  ),
  disability: yesNo({
    label: 'Is it about unfair treatment because of a disability?',
    hint: 'Then another date runs as well, and we show it.',
  }).default(false),
  happened: date({ label: 'When did it happen?', hint: 'If it happened more than once, use the last time.' }),
  complained: date({
    label: 'When did they get your complaint in writing?',
    hint: 'A letter, an email or a form. Leave it out if you have only talked.',
  }).optional(),
  complaint: text({ label: 'What happened?' }),
  wanted: text({ label: 'What should they do?' }).optional(),
});

type Facts = z.infer<typeof facts>;

const complainedOn = (c: CaseContext<Facts>): string | undefined =>
  c.happened['complained']?.at(-1)?.on ?? c.facts.complained;

const afterComplaint =
  (what: string) =>
  (c: CaseContext<Facts>, { on }: { on: string }): string | undefined => {
    const complained = complainedOn(c);
    return complained !== undefined && on < complained
      ? `${what} cannot be earlier than the complaint.`
      : undefined;
  };

const events = {
  talked: event({
    title: 'Record a talk',
    past: 'The family and the nursery talked about it',
    when: 'When did you talk?',
    by: BOTH,
    data: z.object({ note: text({ label: 'What was said?' }).optional() }),
  }),
  complained: event({
    title: 'Complain in writing',
    past: 'The family complained in writing',
    when: 'When did they get your letter or email?',
    by: [FAMILY],
    data: nothing,
    interruption: 'Keep a copy. Ask for an answer within 28 days.',
    check: (c: CaseContext<Facts>, { on }) =>
      on < c.facts.happened ? 'The complaint cannot be earlier than what it is about.' : undefined,
  }),
  answered: event({
    title: 'Tell the family the outcome',
    past: 'The nursery told the family the outcome',
    paper: 'reply',
    when: 'When did the answer come?',
    by: BOTH,
    data: answer,
    check: (c: CaseContext<Facts>, { on, data }) =>
      afterComplaint('The answer')(c, { on }) ?? promisesAhead(on, promisedBy(data)),
  }),
  refused: event({
    title: 'Refuse to look at the complaint',
    past: 'The nursery refused to look at the complaint, with reasons',
    when: 'When was the refusal sent?',
    by: BOTH,
    data: z.object({
      why: choice(
        { label: 'Why?' },
        {
          contract: 'It is about fees or the contract alone',
          'other-body': 'Somebody else must answer it',
          other: 'Another reason',
        },
      ),
      reasons: text({ label: 'What are the reasons?' }),
    }),
    interruption: 'The family can tell Ofsted now.',
    check: afterComplaint('The refusal'),
  }),
  'ofsted-told': event({
    title: 'Say that you told Ofsted',
    past: 'The family told Ofsted',
    when: 'When did you tell Ofsted?',
    by: [FAMILY],
    data: nothing,
    interruption: 'Ofsted can check the nursery. It does not decide your complaint or tell you all it does.',
  }),
  'promise-kept': event({
    title: 'Say that a promise was kept',
    past: 'The nursery did something that it promised',
    when: 'When was it done?',
    by: BOTH,
    data: aboutPoint,
  }),
  'claim-sent': claimSent,
  satisfied: event({
    title: 'Close the complaint: I am content',
    past: 'The family is content',
    by: [FAMILY],
    data: nothing,
    interruption: 'We go on watching the dates of what was promised. The complaint goes no further.',
  }),
  stopped: event({
    title: 'Take the complaint back, or stop here',
    past: 'The family stopped here',
    by: [FAMILY],
    data: nothing,
    interruption: 'All reminders stop.',
  }),
  'note-added': event({
    title: 'Add a note to the history',
    past: 'A note was added',
    by: BOTH,
    data: z.object({ subject: line({ label: 'What is it about?' }), note: text({ label: 'Your note' }) }),
  }),
};

type C = CaseContext<Facts, typeof events>;

const promises = (c: C) => promisesIn(all(c, 'answered'));

const words = vocabulary({
  facts,
  events,
  guards: {
    'complained already': (c: C) => c.facts.complained !== undefined,
    'all promises kept': (c: C) => allKept(promises(c), all(c, 'promise-kept')),
  },
});

export const earlyYearsComplaint = words.defineRoute({
  id: 'early-years-complaint',
  effective: { from: '2014-09-01' },
  title: 'Complaint to the nursery',
  summary:
    'A nursery, pre-school or childminder must look into a complaint in writing and tell you the outcome within 28 days. It can change what it does. It cannot change an EHC plan, and it stops no date for an appeal or a claim. If the nursery is part of a school, use the complaint to the school.',
  law: [EYFS, ACT],
  decidedOn: (f) => f.complained,
  initial: 'start',
  throughout: {
    deadlines: [
      courtClaimClock,
      {
        rules: ['named.date'],
        each: (c) =>
          promises(c).map(({ key, by }) => ({
            key,
            title: 'What the nursery promised',
            rule: 'named.date' as const,
            inputs: { named: by },
            owedBy: NURSERY,
          })),
        metBy: 'promise-kept',
        ifMissed: 'Complain again in writing, or tell Ofsted.',
      },
    ],
    on: {
      'ofsted-told': 'stay',
      'promise-kept': 'stay',
      'claim-sent': 'stay',
      'note-added': 'stay',
      satisfied: [{ when: 'all promises kept', to: 'settled' }, { to: 'promised' }],
      stopped: 'stopped',
      'missed.county-court.equality.claim': 'stay',
      'missed.named.date': 'stay',
    },
  },
  stages: {
    start: { choose: [{ when: 'complained already', to: 'answering' }, { to: 'talking' }] },
    talking: {
      title: 'Talk to the nursery first',
      responsible: NURSERY,
      duty: 'should talk with you and try to put it right',
      law: [EYFS],
      noDeadline: 'A talk has no last day. The 28 days start only with a complaint in writing.',
      on: { talked: 'stay', complained: 'answering' },
    },
    answering: {
      title: 'The nursery must tell you the outcome',
      responsible: NURSERY,
      duty: 'must look into it and tell you the outcome within 28 days',
      law: [EYFS, ACT],
      deadlines: [
        {
          rule: 'early-years.respond',
          inputs: (c) => from('received', complainedOn(c)),
          metBy: ['answered', 'refused'],
          ifMissed: 'Write once more and say that 28 days have passed. You can tell Ofsted now.',
        },
      ],
      on: { talked: 'stay', answered: 'answered', refused: 'refused', 'missed.early-years.respond': 'stay' },
    },
    answered: {
      title: 'You have an answer. Are you content?',
      responsible: FAMILY,
      duty: 'can accept the answer, complain again in writing, or tell Ofsted',
      law: [EYFS],
      noDeadline: 'No day is set for you. Dates run for what the nursery promised.',
      on: { complained: 'answering' },
    },
    refused: {
      title: 'The nursery will not look at it',
      responsible: FAMILY,
      duty: 'can read the reasons, complain again in writing, or tell Ofsted',
      law: [EYFS],
      noDeadline: 'No day is set for you.',
      on: { complained: 'answering', answered: 'answered' },
    },
    promised: {
      title: 'The nursery must keep its promises',
      responsible: NURSERY,
      duty: 'must do what it promised',
      law: [EYFS],
      noDeadline: 'Each promise has its own date.',
      on: { 'promise-kept': [{ when: 'all promises kept', to: 'put-right' }, {}], complained: 'answering' },
    },
    'put-right': { title: 'It was put right', outcome: 'The nursery did all that it promised.' },
    settled: { title: 'You are content', outcome: 'The complaint is closed. You can make a new one.' },
    stopped: {
      title: 'You stopped here',
      outcome:
        'You can still tell Ofsted. The council must offer help to settle disagreements (disagreement resolution); it is free.',
    },
  },
});

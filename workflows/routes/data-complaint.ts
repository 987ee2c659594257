// A complaint about personal data, to the body that holds it: late access, a wrong record, a breach; then the
// Information Commissioner. Data Protection Act 2018 s164A; UK GDPR arts 12, 15–17.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext } from '../kit';
import { explain } from '../law';
import { nothing, withReason } from './parts/data';
import { from, notBefore } from './parts/days';
import { numbered } from './parts/points';
import { promiseKept, promises, promisesAhead, promisesOwed, type Numbered } from './parts/promises';

const FAMILY = 'parent or young person';
const HOLDER = 'data controller';
const BOTH = [FAMILY, HOLDER] as const;

const facts = z.object({
  about: choice(
    { label: 'What is it about?' },
    {
      access: 'I asked for a copy of the file and did not get it, or not all of it',
      wrong: 'The record is wrong',
      breach: 'Information was lost, leaked or shared',
      other: 'Something else about personal data',
    },
  ),
  requested: date({
    label: 'If you asked for a copy: when was your request received?',
    hint: 'Leave it out if you did not ask for a copy.',
  }).optional(),
  received: date({
    label: 'When was your complaint received?',
    hint: 'Use today if you are sending it now.',
  }),
  complaint: text({ label: 'What happened?' }).optional(),
});

type Facts = z.infer<typeof facts>;

const events = {
  'access-extended': event({
    title: 'Take two more months for a complex request',
    past: 'The body took two more months for the copy, with a reason',
    when: 'When was the family told?',
    by: BOTH,
    data: withReason(
      'Why is the request complex?',
      'Many requests, or a very large file. Being busy is no reason.',
    ),
    check: (c: CaseContext, { on }) => {
      const { requested } = c.facts as Facts;
      if (requested === undefined) return 'There is no request for a copy here.';
      return on > explain('data.access', { received: requested }).due
        ? 'The first month is over, so it is too late for this. The first date stays.'
        : undefined;
    },
  }),
  'copy-given': event({
    title: 'Record that the copy was given',
    past: 'The copy of the data was given',
    when: 'When was it given?',
    by: BOTH,
    data: z.object({
      complete: choice(
        { label: 'Was it everything?' },
        { yes: 'Yes', withheld: 'Parts were held back, with reasons', no: 'No' },
      ),
    }),
    check: notBefore('The copy', { requested: 'the request' }),
  }),
  acknowledged: event({
    title: 'Acknowledge the complaint',
    past: 'The complaint was acknowledged',
    paper: 'acknowledgement',
    when: 'When was it acknowledged?',
    by: BOTH,
    data: nothing,
    check: notBefore('The acknowledgement', { received: 'the complaint' }),
  }),
  'progress-told': event({
    title: 'Tell the family how far it is',
    past: 'The family was told how far it is',
    by: BOTH,
    data: z.object({ news: text({ label: 'What is the news?' }).optional() }),
    check: notBefore('The news', { received: 'the complaint' }),
  }),
  answered: event({
    title: 'Answer the complaint',
    past: 'The complaint was answered',
    paper: 'reply',
    when: 'When was the answer received?',
    by: BOTH,
    data: z.object({
      finding: choice(
        { label: 'What is the answer?' },
        { upheld: 'The complaint is right', partly: 'Partly right', no: 'The complaint is not right' },
      ),
      reasons: text({ label: 'What are the reasons?' }).optional(),
      promises: promises.optional(),
    }),
    check: (c: CaseContext, { on, data }) =>
      notBefore('The answer', { received: 'the complaint', acknowledged: 'the acknowledgement' })(c, {
        on,
      }) ?? promisesAhead(on, data.promises),
  }),
  'promise-kept': promiseKept(BOTH, (c) => made(c)),
  'commissioner-asked': event({
    title: 'Go to the Information Commissioner',
    past: 'The family went to the Information Commissioner',
    by: [FAMILY],
    data: nothing,
    check: notBefore('This', { received: 'the complaint' }),
  }),
  satisfied: event({
    title: 'Close the complaint: I am content',
    past: 'The family closed the complaint',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. You can still go to the Information Commissioner until its date.',
  }),
};

type C = CaseContext<Facts, typeof events>;

const made = (c: CaseContext): Numbered[] => numbered(last(c as C, 'answered')?.data.promises ?? []);

/** The last time the body said something that counts. */
const lastContact = (c: C): string | undefined =>
  (['acknowledged', 'progress-told', 'answered'] as const)
    .flatMap((type) => last(c, type)?.on ?? [])
    .sort()
    .at(-1);

const words = vocabulary({ facts, events });

export const dataComplaint = words.defineRoute({
  id: 'data-complaint',
  effective: { from: '2026-06-19' },
  title: 'Complaint to the body that holds your data',
  summary:
    'The body that holds your data must look at your complaint first. It can give the copy, correct the record and say sorry. It cannot change a decision about support. The Information Commissioner comes after that.',
  law: ['Data Protection Act 2018 s164A', 'UK GDPR arts 12 and 15–17'],
  decidedOn: (f) => f.received,
  initial: 'received',
  throughout: {
    deadlines: [
      {
        rule: 'data.access',
        inputs: (c) => from('received', c.facts.requested),
        while: (c) => last(c, 'access-extended') === undefined && last(c, 'copy-given') === undefined,
        metBy: ['copy-given', 'access-extended'],
        owedBy: HOLDER,
        ifMissed:
          'The copy is late. Say so in your complaint; after the answer go to the Information Commissioner.',
      },
      {
        rule: 'data.access.extended',
        inputs: (c) => from('received', c.facts.requested),
        while: (c) => last(c, 'access-extended') !== undefined && last(c, 'copy-given') === undefined,
        metBy: 'copy-given',
        owedBy: HOLDER,
        ifMissed: 'The copy is late, even with more time. Go to the Information Commissioner.',
      },
      {
        rule: 'data.ico',
        inputs: (c) => from('responded', lastContact(c)),
        metBy: ['commissioner-asked', 'satisfied'],
        owedBy: FAMILY,
        familyRight: true,
        ifMissed: 'The Commissioner may still look at it. Say why you come later.',
      },
    ],
    on: {
      'access-extended': 'stay',
      'copy-given': 'stay',
      'progress-told': 'stay',
      'commissioner-asked': 'commissioner',
      satisfied: 'closed',
      'missed.data.access': 'stay',
      'missed.data.access.extended': 'stay',
      'missed.data.ico': 'stay',
    },
  },
  stages: {
    received: {
      title: 'The body must acknowledge your complaint',
      responsible: HOLDER,
      duty: 'must acknowledge the complaint, and begin to look into it at once',
      law: ['Data Protection Act 2018 s164A(3)'],
      deadlines: [
        {
          rule: 'data.complaint.acknowledge',
          inputs: (c) => ({ received: c.facts.received }),
          metBy: ['acknowledged', 'answered'],
          ifMissed: 'You can go to the Information Commissioner.',
        },
      ],
      on: {
        acknowledged: 'looking',
        answered: 'answered',
        'missed.data.complaint.acknowledge': 'stay',
      },
    },
    looking: {
      title: 'The body must look into it and answer',
      responsible: HOLDER,
      duty: 'must look into it, tell you how far it is, and answer without undue delay',
      law: ['Data Protection Act 2018 s164A'],
      noDeadline:
        'The law says "without undue delay" and sets no number of days. It counts from the day your complaint came, not from the acknowledgement. If nothing happens, go to the Information Commissioner.',
      on: { answered: 'answered' },
    },
    answered: {
      title: 'You have an answer. Are you content?',
      responsible: FAMILY,
      duty: 'can go to the Information Commissioner',
      law: ['Data Protection Act 2018 s165'],
      deadlines: [promisesOwed(made, HOLDER, 'Remind the body, then tell the Information Commissioner.')],
      on: { 'promise-kept': 'stay', 'missed.named.date': 'stay' },
    },
    commissioner: {
      title: 'You went to the Information Commissioner',
      outcome: 'The Commissioner now looks at it in the linked case.',
      opens: [
        {
          route: 'ico',
          once: true,
          facts: (c) => ({
            complained: c.facts.received,
            ...(lastContact(c) === undefined ? {} : { contact: lastContact(c) }),
            asked: last(c, 'commissioner-asked')?.on ?? c.opened,
          }),
        },
      ],
    },
    closed: { title: 'The complaint was closed', outcome: 'You said that you are content.' },
  },
});

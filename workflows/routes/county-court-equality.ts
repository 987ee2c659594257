// A disability claim that the SEND Tribunal cannot hear: college, university, nursery, council service, NHS. A signpost:
// it keeps the family's own limit and the letter before claim; the court and a lawyer do the rest. Equality Act 2010 ss114, 118.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext, type PartyId } from '../kit';
import { courtDates, courtEvents } from './parts/court';
import { nothing, withReason } from './parts/data';
import { from, notBeforeItHappened } from './parts/days';

const FAMILY = 'parent or young person';

const otherSide = {
  college: 'college',
  university: 'university',
  nursery: 'nursery provider',
  council: 'council complaints team',
  nhs: 'NHS provider',
} as const satisfies Record<string, PartyId>;

const SIDES = [FAMILY, ...Object.values(otherSide)] as const;

const facts = z.object({
  against: choice(
    {
      label: 'Who treated you or your child unfairly?',
      hint: 'A claim about a school goes to the SEND Tribunal, which is free.',
    },
    {
      college: 'A college',
      university: 'A university',
      nursery: 'A nursery or childminder',
      council: 'The council, in a service it gives',
      nhs: 'An NHS service',
    },
  ),
  happened: date({
    label: 'When did it happen?',
    hint: 'If it went on for a time, use the last day of it. If something was not done, use the day on which that was decided.',
  }),
  what: text({ label: 'What was done, or not done?' }),
});

type Facts = z.infer<typeof facts>;

const factsOf = (c: CaseContext): Facts => c.facts as Facts;

const events = {
  'letter-sent': event({
    title: 'Record the letter that warns of a claim (“letter before claim”)',
    past: 'A letter that warns of a claim was sent (“letter before claim”)',
    when: 'When was it sent?',
    by: [FAMILY],
    data: z.object({
      replyBy: date({
        label: 'By when did you ask for an answer?',
        hint: '14 days is usual. It can be more where the matter is hard, up to 3 months.',
      }).meta({ future: true }),
    }),
    check: (c: CaseContext, { on, data }) =>
      data.replyBy < on
        ? 'The date for the answer cannot be before the letter.'
        : notBeforeItHappened('The letter')(c, { on }),
  }),
  answered: event({
    title: 'Answer the letter that warns of a claim',
    past: 'The letter that warns of a claim was answered',
    when: 'When was the answer sent?',
    by: SIDES,
    data: z.object({
      offer: choice(
        { label: 'What does the answer say?' },
        { yes: 'It puts it right', part: 'It offers something', no: 'No' },
      ),
    }),
    check: (c: CaseContext, { on }) =>
      on < (c.happened['letter-sent']?.at(-1)?.on ?? '')
        ? 'The answer cannot be earlier than the letter.'
        : undefined,
  }),
  claimed: event({
    title: 'Record that the claim was started',
    past: 'The claim was started in the County Court',
    when: 'When did the court receive it?',
    by: [FAMILY],
    data: nothing,
    interruption: 'There is a fee. If you lose, you may have to pay costs. Take advice first.',
    check: notBeforeItHappened('The claim'),
  }),
  'claimed-late': event({
    title: 'Record a late claim, with your reasons',
    past: 'A late claim was started in the County Court, with reasons',
    when: 'When did the court receive it?',
    by: [FAMILY],
    data: withReason('Why is the claim late?'),
    interruption: 'There is a fee. If you lose, you may have to pay costs. Take advice first.',
    check: notBeforeItHappened('The claim'),
  }),
  ...courtEvents(SIDES),
  settled: event({
    title: 'Record that it was settled',
    past: 'The two sides settled the matter',
    by: SIDES,
    data: nothing,
  }),
  closed: event({
    title: 'Do not go on',
    past: 'The family did not go on',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. If the date passes, you may lose the right to claim.',
  }),
};

type C = CaseContext<Facts, typeof events>;

const words = vocabulary({
  facts,
  events,
  guards: {
    'against a college': (c: C) => c.facts.against === 'college',
    'against a university': (c: C) => c.facts.against === 'university',
    'against a nursery': (c: C) => c.facts.against === 'nursery',
    'against the council': (c: C) => c.facts.against === 'council',
    won: (c: C) => last(c, 'court-decided')?.data.result === 'won',
  },
});

const claimLimit = {
  rule: 'county-court.equality.claim',
  inputs: (c: C) => ({ happened: c.facts.happened }),
  metBy: ['claimed', 'claimed-late', 'settled', 'closed'],
  owedBy: FAMILY,
  familyRight: true,
  ifMissed:
    'The court can still hear a late claim if that is fair. Go to it at once, and say why you are late.',
} as const;

const waysOn = {
  claimed: 'court',
  settled: 'settled',
  closed: 'closed',
  'missed.county-court.equality.claim': 'late',
} as const;

const letter = (party: PartyId) =>
  ({
    title: 'Your letter must be answered',
    responsible: party,
    duty: 'should answer the letter that warns of a claim',
    law: ['Practice Direction: Pre-Action Conduct and Protocols'],
    deadlines: [
      {
        rule: 'named.date',
        inputs: (c: C) => from('named', last(c, 'letter-sent')?.data.replyBy),
        metBy: ['answered', 'settled'],
        ifMissed:
          'You can start the claim. The court can take the silence into account when it decides on costs.',
      },
      claimLimit,
    ],
    on: { answered: 'decide', 'letter-sent': 'stay', 'missed.named.date': 'decide', ...waysOn },
  }) as const;

export const countyCourtEquality = words.defineRoute({
  id: 'county-court.equality',
  effective: { from: '2010-10-01' },
  title: 'Disability claim in the County Court',
  summary:
    'For colleges, universities, nurseries, the council and the NHS. The court can order money and say that the law was broken. There is a fee, and who loses may have to pay costs: take advice first. A complaint does not stop its date.',
  law: ['Equality Act 2010 ss114 and 118–119'],
  decidedOn: (f) => f.happened,
  initial: 'before',
  stages: {
    before: {
      title: 'Before you go to court',
      responsible: FAMILY,
      duty: 'should take advice, and write a letter that warns of a claim (“letter before claim”)',
      law: ['Equality Act 2010 s118(1)', 'Practice Direction: Pre-Action Conduct and Protocols'],
      deadlines: [claimLimit],
      on: { 'letter-sent': 'letter', ...waysOn },
    },
    letter: {
      choose: [
        { when: 'against a college', to: 'letter-college' },
        { when: 'against a university', to: 'letter-university' },
        { when: 'against a nursery', to: 'letter-nursery' },
        { when: 'against the council', to: 'letter-council' },
        { to: 'letter-nhs' },
      ],
    },
    'letter-college': letter(otherSide.college),
    'letter-university': letter(otherSide.university),
    'letter-nursery': letter(otherSide.nursery),
    'letter-council': letter(otherSide.council),
    'letter-nhs': letter(otherSide.nhs),
    decide: {
      title: 'Decide whether to go to court',
      responsible: FAMILY,
      duty: 'can start the claim in the County Court',
      law: ['Equality Act 2010 ss114 and 118(1)'],
      deadlines: [claimLimit],
      on: { answered: 'stay', ...waysOn },
    },
    late: {
      title: 'The date for the claim has passed',
      responsible: FAMILY,
      duty: 'can still ask the court to hear a late claim',
      law: ['Equality Act 2010 s118(1)(b)'],
      noDeadline:
        'There is no fixed limit for a late claim. Go at once, and say why you are late. A university complaint that is with its ombudsman (the OIA) can give 3 months more: ask a lawyer.',
      on: {
        'letter-sent': 'stay',
        answered: 'stay',
        'claimed-late': 'court',
        settled: 'settled',
        closed: 'closed',
      },
    },
    court: {
      title: 'The claim is in court',
      responsible: 'HMCTS',
      duty: 'sends the claim to the other side, and the court sets the dates',
      law: ['Equality Act 2010 ss114 and 119', 'Civil Procedure Rules'],
      deadlines: [
        {
          rules: ['named.date'],
          each: courtDates(FAMILY, (c) => otherSide[factsOf(c as CaseContext).against]),
          metBy: 'date-kept',
          ifMissed: 'Call your lawyer or the court the same day.',
        },
      ],
      on: {
        'date-set': 'stay',
        'date-kept': 'stay',
        'court-decided': [{ when: 'won', to: 'won' }, { to: 'lost' }],
        settled: 'settled',
        closed: 'closed',
        'missed.named.date': 'stay',
      },
    },
    won: {
      title: 'You won',
      outcome: 'The court said that the law was broken. Its order says what must be done.',
    },
    lost: {
      title: 'The claim failed',
      outcome: 'You can ask for permission to appeal. The time is short: ask your lawyer today.',
    },
    settled: { title: 'It was settled', outcome: 'Keep what was agreed in writing.' },
    closed: {
      title: 'You did not go on',
      outcome: 'A complaint is still open to you. You can come back while the date has not passed.',
    },
  },
});

// Judicial review: the letter before claim, its answer, and the claim in time. A signpost: a lawyer and the court do the rest.
// Civil Procedure Rules part 54; Pre-Action Protocol for Judicial Review.

import { z } from 'zod';
import { all, choice, date, event, last, text, vocabulary, type CaseContext, type PartyId } from '../kit';
import { courtDates, courtEvents } from './parts/court';
import { aboutPoint, nothing, withReason } from './parts/data';
import { from, notBeforeItHappened } from './parts/days';
import { numbered } from './parts/points';

const FAMILY = 'parent or young person';

const body = {
  council: 'council SEND casework',
  icb: 'ICB (responsible commissioner)',
  'social-care': "council children's social care",
  governors: 'school governing board',
  trust: 'academy trust',
  dfe: 'Department for Education',
  lgsco: 'LGSCO',
  phso: 'PHSO',
} as const satisfies Record<string, PartyId>;

const SIDES = [FAMILY, body.council, body.icb, body['social-care'], body.governors, body.trust] as const;

const facts = z.object({
  against: choice(
    { label: 'Which public body acted against the law?' },
    {
      council: 'The council (education)',
      icb: 'The ICB (health)',
      'social-care': 'The council (social care)',
      governors: 'A council (maintained) school',
      trust: 'An academy',
      dfe: 'The Department for Education',
      lgsco: 'The Local Government and Social Care Ombudsman',
      phso: 'The Health Service Ombudsman',
    },
  ),
  happened: date({
    label: 'When was the decision made, or when did the problem begin?',
    hint: 'Use the first day. If it goes on, a lawyer can tell you whether the time begins again.',
  }),
  what: text({ label: 'What did the body do, or not do?' }),
});

type Facts = z.infer<typeof facts>;

const factsOf = (c: CaseContext): Facts => c.facts as Facts;

const COSTS = 'If you lose, you may have to pay costs. Take legal advice first: legal aid may pay for it.';

const events = {
  'letter-sent': event({
    title: 'Record the letter that warns of a claim (“letter before claim”)',
    past: 'A letter that warns of a claim was sent (“letter before claim”)',
    when: 'When was it sent?',
    by: [FAMILY],
    data: z.object({
      replyBy: date({
        label: 'Does the letter give another date than 14 days? Which?',
        hint: 'Only where it is urgent, or where you gave more time.',
      })
        .meta({ future: true })
        .optional(),
    }),
    check: (c: CaseContext, { on, data }) =>
      data.replyBy !== undefined && data.replyBy < on
        ? 'The date for the answer cannot be before the letter.'
        : notBeforeItHappened('The letter')(c, { on }),
  }),
  answered: event({
    title: 'Answer the letter that warns of a claim',
    past: 'The letter that warns of a claim was answered',
    when: 'When was the answer sent?',
    by: SIDES,
    data: z.object({
      says: choice(
        { label: 'What does the answer say?' },
        {
          yes: 'The body will put it right',
          part: 'It will do a part',
          no: 'No',
          later: 'It needs more time',
        },
      ),
      doneBy: date({ label: 'By when will it be done, if it says so?' }).meta({ future: true }).optional(),
    }),
    check: (c: CaseContext, { on }) =>
      on < (c.happened['letter-sent']?.at(-1)?.on ?? '')
        ? 'The answer cannot be earlier than the letter.'
        : undefined,
  }),
  'promise-kept': event({
    title: 'Say that what was promised is done',
    past: 'What was promised was done',
    by: SIDES,
    data: aboutPoint,
  }),
  claimed: event({
    title: 'Record that the claim was started',
    past: 'The claim for judicial review was started',
    when: 'When did the court receive it?',
    by: [FAMILY],
    data: nothing,
    interruption: COSTS,
    check: notBeforeItHappened('The claim'),
  }),
  'claimed-late': event({
    title: 'Record a late claim, with your reasons',
    past: 'A late claim for judicial review was started, with reasons',
    when: 'When did the court receive it?',
    by: [FAMILY],
    data: withReason('Why is the claim late?'),
    interruption: COSTS,
    check: notBeforeItHappened('The claim'),
  }),
  'permission-granted': event({
    title: 'Record that the court gave permission',
    past: 'The court gave permission for the claim',
    by: SIDES,
    data: nothing,
  }),
  'permission-refused': event({
    title: 'Record that the court refused permission',
    past: 'The court refused permission for the claim',
    when: 'When was the refusal sent to you?',
    by: SIDES,
    data: z.object({
      renewBy: date({
        label: 'By when can you ask for a hearing?',
        hint: 'The order says so. It is only some days. Leave it out if the order says that you cannot.',
      })
        .meta({ future: true })
        .optional(),
    }),
  }),
  'hearing-asked': event({
    title: 'Record that you asked for a hearing about permission',
    past: 'A hearing about permission was asked for',
    by: [FAMILY],
    data: nothing,
  }),
  ...courtEvents(SIDES),
  settled: event({
    title: 'Record that it was put right or settled',
    past: 'The matter was put right or settled',
    by: [FAMILY],
    data: nothing,
  }),
  closed: event({
    title: 'Do not go on',
    past: 'The family did not go on',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. The time for a claim is short and goes on.',
  }),
};

type C = CaseContext<Facts, typeof events>;

const words = vocabulary({
  facts,
  events,
  guards: {
    'against the council': (c: C) => c.facts.against === 'council',
    'against the ICB': (c: C) => c.facts.against === 'icb',
    'against social care': (c: C) => c.facts.against === 'social-care',
    'against governors': (c: C) => c.facts.against === 'governors',
    'against a trust': (c: C) => c.facts.against === 'trust',
    'against the government': (c: C) => c.facts.against === 'dfe',
    'against the LGSCO': (c: C) => c.facts.against === 'lgsco',
    'can ask for a hearing': (c: C) => last(c, 'permission-refused')?.data.renewBy !== undefined,
    won: (c: C) => last(c, 'court-decided')?.data.result === 'won',
  },
});

/** Each answer that promises something by a day. */
const promises = (c: C) =>
  numbered(
    all(c, 'answered').flatMap(({ data }) => (data.doneBy === undefined ? [] : [{ by: data.doneBy }])),
  );

const claimLimit = {
  rule: 'judicial-review.claim',
  inputs: (c: C) => ({ happened: c.facts.happened }),
  metBy: ['claimed', 'claimed-late', 'settled', 'closed'],
  owedBy: FAMILY,
  familyRight: true,
  ifMissed: 'The court takes a late claim only for very good reasons. Ask a lawyer today.',
} as const;

const waysOn = {
  claimed: 'court',
  settled: 'settled',
  closed: 'closed',
  'missed.judicial-review.claim': 'late',
} as const;

const SILENCE =
  'You can start the claim. The court can take the silence into account when it decides on costs.';

const letter = (party: PartyId) =>
  ({
    title: 'Your letter must be answered',
    responsible: party,
    duty: 'should answer the letter that warns of a claim',
    law: ['Pre-Action Protocol for Judicial Review'],
    deadlines: [
      {
        rule: 'judicial-review.reply',
        inputs: (c: C) => {
          const sent = last(c, 'letter-sent');
          return sent && !sent.data.replyBy ? { sent: sent.on } : undefined;
        },
        metBy: ['answered', 'settled'],
        ifMissed: SILENCE,
      },
      {
        rule: 'named.date',
        inputs: (c: C) => from('named', last(c, 'letter-sent')?.data.replyBy),
        metBy: ['answered', 'settled'],
        ifMissed: SILENCE,
      },
      claimLimit,
    ],
    on: {
      answered: 'decide',
      'missed.judicial-review.reply': 'decide',
      'missed.named.date': 'decide',
      ...waysOn,
    },
  }) as const;

export const judicialReview = words.defineRoute({
  id: 'judicial-review',
  effective: { from: '2015-04-06' },
  title: 'Ask the High Court to look at it (judicial review)',
  summary:
    'The High Court decides whether a public body acted against the law. It can order the body to do its duty, often quickly. It does not decide what is best for a child, and it is for when nothing else helps. Act at once: 3 months is the very latest, not a time to wait. You need a lawyer.',
  law: [
    'Civil Procedure Rules part 54',
    'Pre-Action Protocol for Judicial Review',
    'Senior Courts Act 1981 s31',
  ],
  decidedOn: (f) => f.happened,
  initial: 'before',
  stages: {
    before: {
      title: 'Take advice, and write to warn of a claim',
      responsible: FAMILY,
      duty: 'should take legal advice now, and write a letter that warns of a claim (“letter before claim”)',
      law: ['Civil Procedure Rules rule 54.5', 'Pre-Action Protocol for Judicial Review'],
      deadlines: [claimLimit],
      on: { 'letter-sent': 'letter', ...waysOn },
    },
    letter: {
      choose: [
        { when: 'against the council', to: 'letter-council' },
        { when: 'against the ICB', to: 'letter-icb' },
        { when: 'against social care', to: 'letter-social-care' },
        { when: 'against governors', to: 'letter-governors' },
        { when: 'against a trust', to: 'letter-trust' },
        { when: 'against the government', to: 'letter-dfe' },
        { when: 'against the LGSCO', to: 'letter-lgsco' },
        { to: 'letter-phso' },
      ],
    },
    'letter-council': letter(body.council),
    'letter-icb': letter(body.icb),
    'letter-social-care': letter(body['social-care']),
    'letter-governors': letter(body.governors),
    'letter-trust': letter(body.trust),
    'letter-dfe': letter(body.dfe),
    'letter-lgsco': letter(body.lgsco),
    'letter-phso': letter(body.phso),
    decide: {
      title: 'Decide with a lawyer whether to start the claim',
      responsible: FAMILY,
      duty: 'can start the claim: it must be prompt',
      law: ['Civil Procedure Rules rule 54.5'],
      deadlines: [
        claimLimit,
        {
          rules: ['named.date'],
          each: (c) =>
            promises(c).map(({ key, by }) => ({
              key,
              title: 'What was promised',
              rule: 'named.date' as const,
              inputs: { named: by },
              owedBy: body[c.facts.against],
            })),
          metBy: 'promise-kept',
          ifMissed: 'Tell your lawyer the same day. The time for a claim goes on.',
        },
      ],
      on: {
        answered: 'stay',
        'promise-kept': 'stay',
        'letter-sent': 'letter',
        'missed.named.date': 'stay',
        ...waysOn,
      },
    },
    late: {
      title: 'The date for the claim has passed',
      responsible: FAMILY,
      duty: 'can still ask the court for more time, with very good reasons',
      law: ['Civil Procedure Rules rules 3.1(2)(a) and 54.5'],
      noDeadline: 'There is no fixed limit for asking, but every day makes it harder. Ask a lawyer today.',
      on: {
        answered: 'stay',
        'promise-kept': 'stay',
        'claimed-late': 'court',
        settled: 'settled',
        closed: 'closed',
      },
    },
    court: {
      title: 'The claim is in court',
      responsible: 'HMCTS',
      duty: 'sends the claim to a judge, who decides first whether it may go on',
      law: ['Civil Procedure Rules part 54'],
      deadlines: [
        {
          rules: ['named.date'],
          each: courtDates(FAMILY, (c) => body[factsOf(c as CaseContext).against]),
          metBy: 'date-kept',
          ifMissed: 'Call your lawyer the same day.',
        },
      ],
      on: {
        'date-set': 'stay',
        'date-kept': 'stay',
        'permission-granted': 'stay',
        'permission-refused': [{ when: 'can ask for a hearing', to: 'refused' }, { to: 'lost' }],
        'court-decided': [{ when: 'won', to: 'won' }, { to: 'lost' }],
        settled: 'settled',
        closed: 'closed',
        'missed.named.date': 'stay',
      },
    },
    refused: {
      title: 'The court refused permission',
      responsible: FAMILY,
      duty: 'can ask for a hearing about permission',
      law: ['Civil Procedure Rules rule 54.12'],
      deadlines: [
        {
          rule: 'named.date',
          inputs: (c) => from('named', last(c, 'permission-refused')?.data.renewBy),
          metBy: ['hearing-asked', 'settled', 'closed'],
          familyRight: true,
          ifMissed: 'The refusal stands. Ask your lawyer at once whether more time is possible.',
        },
      ],
      on: { 'hearing-asked': 'court', settled: 'settled', closed: 'closed', 'missed.named.date': 'stay' },
    },
    won: {
      title: 'The court decided for you',
      outcome:
        'The body must do what the order says, by its date. If it does not, your lawyer can go back to the court.',
    },
    lost: {
      title: 'The claim failed',
      outcome: 'You may be able to ask the Court of Appeal. The time is very short: ask your lawyer today.',
    },
    settled: { title: 'It was put right', outcome: 'Keep what was agreed in writing, with its dates.' },
    closed: {
      title: 'You did not go on',
      outcome: 'A complaint and the Ombudsman are still open to you, if their dates have not passed.',
    },
  },
});

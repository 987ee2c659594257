// The Office of the Independent Adjudicator, for students in higher education: after the university has finished, within
// twelve months of its letter. The Adjudicator keeps its own procedure; this follows the dates and what it says.

import { z } from 'zod';
import { all, choice, date, event, last, vocabulary, yesNo, type CaseContext } from '../kit';
import { allKept, promises, promisesAhead, promisesIn } from './parts/promises';
import { aboutPoint, nothing } from './parts/data';
import { dayOfLast, from, notInThePast } from './parts/days';
import { claimSent, courtClaimClock } from './parts/disability-claim';

const FAMILY = 'parent or young person';
const BOTH = [FAMILY, 'university'] as const;
const SCHEME = 'Higher Education Act 2004 Part 2; Rules of the OIA scheme';

const facts = z.object({
  happened: date({ label: 'When did it happen?', hint: 'If it happened more than once, use the last time.' }),
  disability: yesNo({
    label: 'Is it about unfair treatment because of a disability?',
    hint: 'Then the time for a court claim runs as well, and we show it.',
  }).default(false),
  finished: date({
    label: 'When did the university give its last answer?',
    hint: 'Leave it out if it has not finished.',
  }).optional(),
  letter: date({
    label: 'What date is on the Completion of Procedures letter?',
    hint: 'The letter that says that the university has finished. Leave it out if you have none.',
  }).optional(),
  asked: date({
    label: 'When did the Adjudicator get your complaint?',
    hint: 'Leave it out if you have not sent it.',
  }).optional(),
});

type Facts = z.infer<typeof facts>;

const finishedOn = (c: CaseContext<Facts>): string | undefined =>
  dayOfLast('finished')(c) ?? c.facts.finished;
const askedOn = (c: CaseContext<Facts>): string | undefined => dayOfLast('asked')(c) ?? c.facts.asked;

const afterAsking = (c: CaseContext<Facts>, { on }: { on: string }): string | undefined => {
  const asked = askedOn(c);
  return asked !== undefined && on < asked
    ? 'It cannot be earlier than your complaint to the Adjudicator.'
    : undefined;
};

const events = {
  finished: event({
    title: 'Say that the university gave its last answer',
    past: 'The university gave its last answer',
    when: 'When did it come?',
    by: BOTH,
    data: nothing,
    check: (c: CaseContext<Facts>, { on }) =>
      on < c.facts.happened ? 'The answer cannot be earlier than what it is about.' : undefined,
  }),
  'letter-came': event({
    title: 'Record the Completion of Procedures letter',
    past: 'The Completion of Procedures letter came',
    when: 'When did it come?',
    by: BOTH,
    data: z.object({ dated: date({ label: 'What date is on the letter?' }) }),
    check: (c: CaseContext<Facts>, { on, data }) => {
      if (data.dated > on) return 'The date on the letter cannot be later than the day it came.';
      return data.dated < c.facts.happened
        ? 'The letter cannot be earlier than what it is about.'
        : undefined;
    },
  }),
  asked: event({
    title: 'Say that you complained to the Adjudicator',
    past: 'The student complained to the Adjudicator',
    when: 'When did the Adjudicator get it?',
    by: [FAMILY],
    data: nothing,
    interruption:
      'Send the form with the letter of the university, your complaint and each answer. It is free. A lawyer is not needed.',
    check: (c: CaseContext<Facts>, { on }) => {
      const letter = letterDate(c);
      return letter !== undefined && on < letter
        ? 'It cannot be earlier than the letter of the university.'
        : undefined;
    },
  }),
  'not-eligible': event({
    title: 'Record that the Adjudicator cannot look at it',
    past: 'The Adjudicator said that it cannot look at it',
    by: BOTH,
    data: z.object({
      why: choice(
        { label: 'Why?' },
        {
          late: 'It came too late',
          'not-finished': 'The university has not finished',
          outside: 'It is not something the Adjudicator looks at',
          court: 'A court has dealt with it',
          other: 'Another reason',
        },
      ),
      askAgainBy: date({
        label: 'Until which day can you ask it to look at that again?',
        hint: 'The letter says it. Leave it out if it names no day.',
      })
        .meta({ future: true })
        .optional(),
    }),
    check: (c, { on, data }) => afterAsking(c, { on }) ?? notInThePast('The day', on, data.askAgainBy),
  }),
  'asked-again': event({
    title: 'Ask the Adjudicator to look at that again',
    past: 'The student asked the Adjudicator to look at that again',
    by: [FAMILY],
    data: nothing,
  }),
  settled: event({
    title: 'Record that you and the university agreed',
    past: 'The student and the university agreed',
    by: BOTH,
    data: z.object({ promises }),
    check: (c, { on, data }) => afterAsking(c, { on }) ?? promisesAhead(on, data.promises),
  }),
  decided: event({
    title: 'Record what the Adjudicator decided',
    past: 'The Adjudicator decided',
    when: 'What is the date of the decision?',
    by: BOTH,
    data: z.object({
      finding: choice(
        { label: 'What did it decide?' },
        { justified: 'Justified', 'partly-justified': 'Partly justified', 'not-justified': 'Not justified' },
      ),
      promises,
    }),
    check: (c, { on, data }) => afterAsking(c, { on }) ?? promisesAhead(on, data.promises),
  }),
  'promise-kept': event({
    title: 'Say that a point was done',
    past: 'The university did something that it must do',
    when: 'When was it done?',
    by: BOTH,
    data: aboutPoint,
  }),
  'claim-sent': claimSent,
  'given-up': event({
    title: 'Do not go on',
    past: 'The student did not go on',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders about the date for the Adjudicator stop.',
  }),
};

type C = CaseContext<Facts, typeof events>;

/** The twelve months count from the date on the letter, not from the day it came. */
const letterDate = (c: CaseContext<Facts>): string | undefined =>
  (c.happened['letter-came']?.at(-1)?.data as { dated: string } | undefined)?.dated ?? c.facts.letter;

const points = (c: C) => promisesIn([...all(c, 'settled'), ...all(c, 'decided')]);

const words = vocabulary({
  facts,
  events,
  guards: {
    'asked already': (c: C) => askedOn(c) !== undefined,
    'has the letter': (c: C) => letterDate(c) !== undefined,
    'all done': (c: C) => allKept(points(c), all(c, 'promise-kept')),
  },
});

const whenOver = [{ when: 'all done', to: 'over' }, { to: 'university-acts' }] as const;

export const oia = words.defineRoute({
  id: 'oia',
  effective: { from: '2015-07-09' },
  title: 'Office of the Independent Adjudicator (universities)',
  summary:
    'For students in higher education. When the university has finished, the Adjudicator looks at whether it was fair and kept its own rules. It can say what the university should do, also pay money. It cannot judge your work or change an EHC plan, and it stops no date for a court claim. It is free.',
  law: [SCHEME],
  initial: 'start',
  throughout: {
    deadlines: [courtClaimClock],
    on: { 'claim-sent': 'stay', 'given-up': 'given-up', 'missed.county-court.equality.claim': 'stay' },
  },
  stages: {
    start: {
      choose: [
        { when: 'asked already', to: 'sent' },
        { when: 'has the letter', to: 'ready' },
        { to: 'university' },
      ],
    },
    university: {
      title: 'The university must finish first',
      responsible: 'university',
      duty: 'must finish its own procedure and send you the Completion of Procedures letter',
      law: [SCHEME, "The university's own complaints procedure"],
      deadlines: [
        {
          rule: 'oia.completion-letter',
          inputs: (c) => from('responded', finishedOn(c)),
          metBy: ['letter-came', 'asked'],
          ifMissed:
            'Ask the university for the letter. The Adjudicator can look without it if the university delays.',
        },
      ],
      noDeadline: "The university's own procedure sets the days until it gives its last answer.",
      on: {
        finished: 'stay',
        'letter-came': 'ready',
        asked: 'sent',
        'missed.oia.completion-letter': 'stay',
      },
    },
    ready: {
      title: 'Send your complaint to the Adjudicator',
      responsible: FAMILY,
      duty: 'can complain to the Adjudicator within twelve months of the date on the letter',
      law: ['Rules of the OIA scheme, rule 8'],
      deadlines: [
        {
          rule: 'oia.complain',
          inputs: (c) => from('responded', letterDate(c)),
          metBy: ['asked', 'given-up'],
          familyRight: true,
          ifMissed:
            'The Adjudicator takes no complaint that comes later. Get legal advice about a court claim.',
        },
      ],
      on: { asked: 'sent', 'letter-came': 'stay', 'missed.oia.complain': 'stay' },
    },
    sent: {
      title: 'The Adjudicator looks at it',
      responsible: 'OIA',
      duty: 'decides whether it can look, and then whether the university was fair',
      law: [SCHEME],
      noDeadline: 'The law sets no number of days. Ask your case handler when to expect it.',
      on: { 'not-eligible': 'not-eligible', settled: whenOver, decided: whenOver },
    },
    'not-eligible': {
      title: 'The Adjudicator cannot look at it',
      responsible: FAMILY,
      duty: 'can ask the Adjudicator to look at that again',
      law: [SCHEME],
      deadlines: [
        {
          rule: 'named.date',
          inputs: (c) => from('named', last(c, 'not-eligible')?.data.askAgainBy),
          metBy: ['asked-again', 'given-up'],
          familyRight: true,
          ifMissed: 'Write all the same and say why you are late. It may say no.',
        },
      ],
      noDeadline: 'The letter says until when you can ask. It can be as short as 14 days: look now.',
      on: {
        'asked-again': 'sent',
        'letter-came': 'ready',
        'missed.named.date': 'stay',
      },
    },
    'university-acts': {
      title: 'The university must do what was decided or agreed',
      responsible: 'university',
      duty: 'must do what the Adjudicator recommended or both agreed',
      law: [SCHEME],
      deadlines: [
        {
          rules: ['named.date'],
          each: (c) =>
            points(c).map(({ key, by }) => ({
              key,
              title: 'What the university must do',
              rule: 'named.date' as const,
              inputs: { named: by },
            })),
          metBy: 'promise-kept',
          ifMissed: 'Tell the Adjudicator. It checks that universities do what it recommended.',
        },
      ],
      on: {
        'promise-kept': [{ when: 'all done', to: 'put-right' }, {}],
        'missed.named.date': 'stay',
      },
    },
    over: {
      title: 'The Adjudicator has finished',
      outcome: 'Read the reasons. A court can look at it only if you act at once: get legal advice.',
    },
    'put-right': { title: 'It was put right', outcome: 'The university did what was decided or agreed.' },
    'given-up': {
      title: 'You did not go on',
      outcome: 'You can come back while the twelve months since the letter have not passed.',
    },
  },
});

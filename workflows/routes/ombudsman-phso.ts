// The Parliamentary and Health Service Ombudsman: in time, after the NHS had its chance, investigation, remedies by date.
// Health Service Commissioners Act 1993.

import { z } from 'zod';
import { all, choice, event, last, list, vocabulary, type CaseContext, type PartyId } from '../kit';
import { findings } from './parts/complaint-answer';
import { nothing } from './parts/data';
import {
  askedOn,
  commentOnDraft,
  notGoneOn,
  ombudsmanEvents,
  ombudsmanFacts,
  ombudsmanRemedy,
  whileChecking,
} from './parts/ombudsman';
import { from, notBeforeDay } from './parts/days';
import { numbered } from './parts/points';
import { knownPromise, promiseClocks, promisesAhead, type Promised } from './parts/promises';

const FAMILY = 'parent or young person';
const PROVIDER = 'NHS provider';
const ICB = 'ICB complaints team';
const ALL = [FAMILY, PROVIDER, ICB] as const;

const facts = z.object({
  about: choice(
    { label: 'Who is it about?' },
    { provider: 'A hospital, clinic or other NHS provider', icb: 'The Integrated Care Board (ICB)' },
  ).default('provider'),
  ...ombudsmanFacts('the NHS'),
});

const shared = ombudsmanEvents('the NHS', ALL);

const recommended = (c: CaseContext) =>
  numbered((c.happened.decided?.at(-1)?.data as { remedies?: Promised[] } | undefined)?.remedies ?? []);

const events = {
  asked: shared.asked,
  'sent-back': shared['sent-back'],
  accepted: shared.accepted,
  declined: event({
    title: 'Record that the Ombudsman will not investigate',
    past: 'The Ombudsman decided not to investigate',
    when: 'What is the date of the decision?',
    by: ALL,
    data: z.object({
      why: choice(
        { label: 'Why?' },
        {
          court: 'You can or could go to a tribunal or a court about it',
          late: 'It was too late',
          'no-injustice': 'It would not be worth it',
          other: 'Another reason',
        },
      ),
    }),
    check: notBeforeDay('The decision', 'your complaint to the Ombudsman', askedOn),
  }),
  'delay-explained': event({
    title: 'Record that the Ombudsman explained the delay',
    past: 'The Ombudsman explained in writing why it needs more time',
    by: ALL,
    data: nothing,
  }),
  'draft-sent': shared['draft-sent'],
  commented: shared.commented,
  decided: event({
    title: 'Record the final decision',
    past: 'The Ombudsman made its final decision',
    when: 'What is the date of the decision?',
    by: ALL,
    data: z.object({
      finding: choice({ label: 'What did the Ombudsman find?' }, findings),
      remedies: list({ label: 'What does the Ombudsman recommend?' }, ombudsmanRemedy('the NHS'), {
        min: 0,
        max: 20,
      }).optional(),
    }),
    check: (c: CaseContext, occurrence) =>
      notBeforeDay('The decision', 'your complaint to the Ombudsman', askedOn)(c, occurrence) ??
      promisesAhead(occurrence.on, occurrence.data.remedies),
  }),
  'remedy-done': event({
    ...shared['remedy-done'],
    check: (c: CaseContext, { data }) => knownPromise(recommended(c), data.point),
  }),
  'given-up': shared['given-up'],
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const words = vocabulary({
  facts,
  events,
  guards: {
    'already asked': (c: C) => c.facts.asked !== undefined,
    'nothing to do': (c: C) => recommended(c).length === 0,
    'about the ICB': (c: C) => c.facts.about === 'icb',
    'all done': (c: C) =>
      new Set(all(c, 'remedy-done').map(({ data }) => data.point)).size === recommended(c).length,
  },
});

const delayClock = {
  rule: 'ombudsman.phso.explain-delay',
  inputs: (c: C) => from('received', askedOn(c)),
  metBy: ['decided', 'delay-explained'],
  owedBy: 'PHSO',
  ifMissed: 'Ask the Ombudsman in writing why. It must tell you. You can complain about its service.',
} as const;

const afterDecision = [
  { when: 'nothing to do', to: 'decided' },
  { when: 'about the ICB', to: 'remedies-icb' },
  { to: 'remedies-provider' },
] as const;

/** A review is offered where something was not upheld; it has a case of its own beside the remedies. */
const reviewOffered = {
  route: 'ombudsman-review',
  when: (c: C) => last(c, 'declined') !== undefined || last(c, 'decided')?.data.finding !== 'upheld',
  facts: (c: C) => ({
    which: 'phso',
    decided: last(c, 'decided')?.on ?? last(c, 'declined')?.on ?? c.opened,
    aware: c.facts.aware,
    complained: c.facts.complained,
  }),
} as const;

const puttingRight = (party: PartyId) =>
  ({
    title: 'The NHS must put it right',
    responsible: party,
    duty: 'should do what the Ombudsman recommends, by the date of each point',
    law: ['Health Service Commissioners Act 1993 s14'],
    deadlines: [
      {
        rules: ['named.date'],
        each: (c: C) => promiseClocks(recommended(c), 'What the Ombudsman recommended', party),
        metBy: 'remedy-done',
        ifMissed: 'Tell the Ombudsman. It cannot force the NHS, but it can report to Parliament.',
      },
    ],
    opens: [reviewOffered],
    on: { 'remedy-done': [{ when: 'all done', to: 'put-right' }, {}], 'missed.named.date': 'stay' },
  }) as const;

export const ombudsmanPhso = words.defineRoute({
  id: 'ombudsman.phso',
  effective: { from: '1994-02-05' },
  title: 'Parliamentary and Health Service Ombudsman',
  summary:
    'An independent Ombudsman looks at how the NHS acted, after the NHS has answered you. It can ask for an apology, payment and changes. It cannot change a plan or a decision of a tribunal, and it does not stop the date for an appeal.',
  law: ['Health Service Commissioners Act 1993 ss3–14'],
  decidedOn: (f) => f.aware,
  initial: 'start',
  stages: {
    start: { choose: [{ when: 'already asked', to: 'checking' }, { to: 'before' }] },
    before: {
      title: 'Complain to the Ombudsman',
      responsible: FAMILY,
      duty: 'can complain to the Ombudsman in writing, after the answer of the NHS',
      law: ['Health Service Commissioners Act 1993 ss4(5), 9(4)'],
      deadlines: [
        {
          rule: 'ombudsman.phso.complain',
          inputs: (c) => ({ aware: c.facts.aware }),
          metBy: ['asked', 'given-up'],
          familyRight: true,
          ifMissed: 'The Ombudsman can still look at it if that is reasonable. Say why you are late.',
        },
        {
          rule: 'nhs.respond',
          inputs: (c) => ({ received: c.facts.complained }),
          while: (c) => !c.facts.answered,
          metBy: ['asked', 'given-up'],
          owedBy: PROVIDER,
          ifMissed: 'The NHS has had its time. Ask the Ombudsman to look even without an answer.',
          noEscalation: 'The complaint to the NHS itself has escalated already.',
        },
      ],
      on: {
        asked: 'checking',
        'given-up': 'closed',
        'missed.ombudsman.phso.complain': 'stay',
        'missed.nhs.respond': 'stay',
      },
    },
    checking: {
      title: 'The Ombudsman checks whether it can look',
      responsible: 'PHSO',
      duty: 'decides whether to investigate',
      law: ['Health Service Commissioners Act 1993 ss3–5, 9'],
      noDeadline: 'The law sets no number of days for this check. It often takes some weeks.',
      on: whileChecking,
    },
    investigating: {
      title: 'The Ombudsman investigates',
      responsible: 'PHSO',
      duty: 'investigates and decides, or tells you after 12 months why it needs longer',
      law: ['Health Service Commissioners Act 1993 ss11–14'],
      deadlines: [delayClock],
      on: {
        'draft-sent': 'draft',
        decided: [...afterDecision],
        'delay-explained': 'stay',
        'given-up': 'closed',
        'missed.ombudsman.phso.explain-delay': 'stay',
      },
    },
    draft: {
      ...commentOnDraft,
      law: ['Health Service Commissioners Act 1993 s11'],
      deadlines: [...commentOnDraft.deadlines, delayClock],
      on: {
        commented: 'investigating',
        decided: [...afterDecision],
        'delay-explained': 'stay',
        'missed.named.date': 'stay',
        'missed.ombudsman.phso.explain-delay': 'stay',
      },
    },
    'remedies-provider': puttingRight(PROVIDER),
    'remedies-icb': puttingRight(ICB),
    decided: {
      title: 'The Ombudsman has decided',
      outcome:
        'There is nothing for the NHS to do. If you disagree, the linked case says how to ask for a review.',
      opens: [reviewOffered],
    },
    'put-right': { title: 'It was put right', outcome: 'The NHS did what the Ombudsman recommended.' },
    'not-investigated': {
      title: 'The Ombudsman will not investigate',
      outcome: 'Read its reasons. The linked case says how to ask for a review of this decision.',
      opens: [reviewOffered],
    },
    closed: notGoneOn,
  },
});

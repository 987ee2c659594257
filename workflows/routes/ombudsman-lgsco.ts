// The Local Government and Social Care Ombudsman: in time, not too early, investigation, remedy with dates, report.
// Local Government Act 1974 ss24A–34H.

import { z } from 'zod';
import { all, choice, event, last, list, vocabulary, yesNo, type CaseContext } from '../kit';
import { nothing } from './parts/data';
import {
  commentOnDraft,
  notGoneOn,
  ombudsmanEvents,
  ombudsmanFacts,
  ombudsmanRemedy,
  whileChecking,
} from './parts/ombudsman';
import { numbered } from './parts/points';
import { promiseClocks } from './parts/promises';

const FAMILY = 'parent or young person';
const TEAM = 'council complaints team';

const facts = z.object(ombudsmanFacts('the council'));

const remedy = ombudsmanRemedy('the council');

const shared = ombudsmanEvents('the council', [FAMILY, TEAM]);

const events = {
  asked: shared.asked,
  'sent-back': shared['sent-back'],
  accepted: shared.accepted,
  declined: event({
    title: 'Record that the Ombudsman will not investigate',
    past: 'The Ombudsman decided not to investigate',
    by: [FAMILY, TEAM],
    data: z.object({
      why: choice(
        { label: 'Why?' },
        {
          appeal: 'There is or was a right of appeal',
          late: 'It was too late',
          'no-injustice': 'It would not be worth it',
          other: 'Another reason',
        },
      ),
    }),
  }),
  'draft-sent': shared['draft-sent'],
  commented: shared.commented,
  decided: event({
    title: 'Record the final decision',
    past: 'The Ombudsman made its final decision',
    when: 'What is the date of the decision?',
    by: [FAMILY, TEAM],
    data: z.object({
      fault: yesNo({ label: 'Did the Ombudsman find fault?' }),
      report: yesNo({ label: 'Is it a public report?' }),
      remedies: list({ label: 'What must the council do?' }, remedy, { min: 0, max: 20 }).optional(),
    }),
  }),
  'remedy-done': shared['remedy-done'],
  'report-answered': event({
    title: 'Record the answer of the council to the report',
    past: 'The council told the Ombudsman what it will do about the report',
    by: [TEAM, FAMILY],
    data: nothing,
  }),
  'given-up': shared['given-up'],
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const remedies = (c: C) => numbered(last(c, 'decided')?.data.remedies ?? []);

const words = vocabulary({
  facts,
  events,
  guards: {
    'already asked': (c: C) => c.facts.asked !== undefined,
    'nothing to do': (c: C) => remedies(c).length === 0 && last(c, 'decided')?.data.report !== true,
    'all done': (c: C) => {
      const done = new Set(all(c, 'remedy-done').map(({ data }) => data.point));
      const reportAnswered =
        last(c, 'decided')?.data.report !== true || last(c, 'report-answered') !== undefined;
      return reportAnswered && remedies(c).every(({ key }) => done.has(key));
    },
  },
});

const review = {
  route: 'ombudsman-review',
  facts: (c: C) => ({
    which: 'lgsco',
    decided: last(c, 'decided')?.on ?? last(c, 'declined')?.on ?? c.opened,
    aware: c.facts.aware,
    complained: c.facts.complained,
  }),
} as const;

export const ombudsmanLgsco = words.defineRoute({
  id: 'ombudsman.lgsco',
  effective: { from: '2008-04-01' },
  title: 'Local Government and Social Care Ombudsman',
  summary:
    'An independent Ombudsman looks at how a council acted. It can ask for an apology, payment and changes. It cannot look at a decision that can be appealed.',
  law: ['Local Government Act 1974 ss24A–34H'],
  decidedOn: (f) => f.aware,
  initial: 'start',
  stages: {
    start: { choose: [{ when: 'already asked', to: 'checking' }, { to: 'before' }] },
    before: {
      title: 'Complain to the Ombudsman',
      responsible: FAMILY,
      duty: 'can complain to the Ombudsman',
      law: ['Local Government Act 1974 ss26(5), 26B'],
      deadlines: [
        {
          rule: 'ombudsman.lgsco.complain',
          inputs: (c) => ({ aware: c.facts.aware }),
          metBy: ['asked', 'given-up'],
          familyRight: true,
          ifMissed: 'The Ombudsman can still look at it if there is a good reason. Say why you are late.',
        },
        {
          rule: 'ombudsman.premature',
          inputs: (c) => ({ complained: c.facts.complained }),
          while: (c) => !c.facts.answered,
          metBy: ['asked', 'given-up'],
          owedBy: TEAM,
          ifMissed: 'The Ombudsman will now look even without a final answer.',
          noEscalation: 'The stages of the complaint itself have escalated already.',
        },
      ],
      on: {
        asked: 'checking',
        'given-up': 'closed',
        'missed.ombudsman.lgsco.complain': 'stay',
        'missed.ombudsman.premature': 'stay',
      },
    },
    checking: {
      title: 'The Ombudsman checks whether it can look',
      responsible: 'LGSCO',
      duty: 'decides whether to investigate',
      law: ['Local Government Act 1974 ss24A, 26, 26A–26D'],
      noDeadline: 'The law sets no number of days. It often takes some weeks.',
      on: whileChecking,
    },
    investigating: {
      title: 'The Ombudsman investigates',
      responsible: 'LGSCO',
      duty: 'investigates and decides',
      law: ['Local Government Act 1974 ss28–30'],
      noDeadline: 'The law sets no number of days. The Ombudsman aims at 26 weeks for most.',
      on: {
        'draft-sent': 'draft',
        decided: [{ when: 'nothing to do', to: 'decided' }, { to: 'remedies' }],
        'given-up': 'closed',
      },
    },
    draft: {
      ...commentOnDraft,
      law: ['Local Government Act 1974 s28'],
      on: {
        commented: 'investigating',
        decided: [{ when: 'nothing to do', to: 'decided' }, { to: 'remedies' }],
        'missed.named.date': 'stay',
      },
    },
    remedies: {
      title: 'The council must put it right',
      responsible: TEAM,
      duty: 'must do what the Ombudsman decided',
      law: ['Local Government Act 1974 ss30–31, 34H'],
      deadlines: [
        {
          rules: ['named.date'],
          each: (c) => promiseClocks(remedies(c), 'Remedy', TEAM),
          metBy: 'remedy-done',
          ifMissed: 'Tell the Ombudsman. It can publish a report.',
        },
        {
          rule: 'report.council-response',
          inputs: (c) => {
            const decided = last(c, 'decided');
            return decided?.data.report ? { received: decided.on } : undefined;
          },
          metBy: 'report-answered',
          ifMissed: 'The Ombudsman can publish a further report.',
        },
      ],
      on: {
        'remedy-done': [{ when: 'all done', to: 'put-right' }, {}],
        'report-answered': [{ when: 'all done', to: 'put-right' }, {}],
        'missed.named.date': 'stay',
        'missed.report.council-response': 'stay',
      },
    },
    decided: {
      title: 'The Ombudsman has decided',
      outcome:
        'You can ask the Ombudsman to review its decision within one month. The linked case has the date.',
      opens: [review],
    },
    'put-right': { title: 'It was put right', outcome: 'The council did what the Ombudsman decided.' },
    'not-investigated': {
      title: 'The Ombudsman will not investigate',
      outcome: 'Read its reasons. You can ask for a review within one month. The linked case has the date.',
      opens: [review],
    },
    closed: notGoneOn,
  },
});

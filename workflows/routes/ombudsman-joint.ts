// Both ombudsmen in one investigation, where a council and the NHS are at fault together: one decision, remedies by body
// and date, and a public report to the council. Local Government Act 1974 ss24A–34H; Health Service Commissioners Act 1993.

import { z } from 'zod';
import {
  all,
  choice,
  date,
  event,
  last,
  list,
  personalLine,
  vocabulary,
  yesNo,
  type CaseContext,
  type PartyId,
} from '../kit';
import { nothing } from './parts/data';
import { askedOn, commentOnDraft, notGoneOn, ombudsmanEvents, ombudsmanFacts } from './parts/ombudsman';
import { dayOfLast, from, notBeforeDay } from './parts/days';
import { numbered } from './parts/points';
import { knownPromise, promisesAhead } from './parts/promises';

const FAMILY = 'parent or young person';
const COUNCIL = 'council complaints team';
const PROVIDER = 'NHS provider';
const ICB = 'ICB complaints team';
const ALL = [FAMILY, COUNCIL, PROVIDER, ICB] as const;

const facts = z.object({
  health: choice(
    { label: 'Which part of the NHS is it about?' },
    { icb: 'The Integrated Care Board (ICB)', provider: 'A hospital, clinic or other NHS provider' },
  ).default('icb'),
  appeal: choice(
    {
      label: 'Is there a right of appeal to the SEND Tribunal about it?',
      hint: 'For example about what the plan says, or a refusal to assess.',
    },
    {
      no: 'No',
      'not-used': 'There was one, and I did not use it',
      used: 'Yes, and I appealed',
    },
  ).default('no'),
  ...ombudsmanFacts('the council and the NHS'),
});

const remedy = z.object({
  who: choice({ label: 'Who must do it?' }, { council: 'The council', health: 'The NHS' }),
  what: personalLine({ label: 'What must be done?' }),
  by: date({ label: 'By which date?' }).meta({ future: true }),
});

type Remedy = z.infer<typeof remedy>;

const remediesOf = (c: CaseContext): Remedy[] =>
  (c.happened.decided?.at(-1)?.data as { remedies?: Remedy[] } | undefined)?.remedies ?? [];

/** The day the council got a public report: with the decision, or a further one because nothing was done. */
const reportOn = (c: CaseContext): string | undefined => {
  const decided = c.happened.decided?.at(-1);
  const withDecision = (decided?.data as { report?: boolean } | undefined)?.report ? decided?.on : undefined;
  return dayOfLast('further-report')(c) ?? withDecision;
};

const part = (label: string) =>
  choice(
    { label },
    {
      upheld: 'It found fault',
      'not-upheld': 'It found no fault',
      'not-looked-at': 'It did not look at this',
    },
  );

const shared = ombudsmanEvents('the council and the NHS', ALL);

const events = {
  asked: shared.asked,
  'sent-back': shared['sent-back'],
  accepted: event({
    title: 'Record what the Ombudsmen will investigate',
    past: 'The Ombudsmen decided what to investigate',
    by: ALL,
    data: z.object({
      scope: choice(
        { label: 'What will they look at?' },
        { both: 'The council and the NHS', council: 'Only the council', health: 'Only the NHS' },
      ),
      leftOut: choice(
        { label: 'Was a part left out? Why?' },
        {
          appeal: 'There is or was a right of appeal',
          late: 'It was too late',
          early: 'That body must answer first',
          other: 'Another reason',
        },
      ).optional(),
    }),
    check: (c: CaseContext, occurrence) => {
      if (occurrence.data.scope !== 'both' && occurrence.data.leftOut === undefined)
        return 'Say why a part was left out.';
      return notBeforeDay('The decision', 'your complaint to the Ombudsmen', askedOn)(c, occurrence);
    },
  }),
  declined: event({
    title: 'Record that the Ombudsmen will not investigate',
    past: 'The Ombudsmen decided not to investigate',
    when: 'What is the date of the decision?',
    by: ALL,
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
    check: notBeforeDay('The decision', 'your complaint to the Ombudsmen', askedOn),
  }),
  'delay-explained': event({
    title: 'Record that the Health Service Ombudsman explained the delay',
    past: 'The Health Service Ombudsman explained in writing why it needs more time',
    by: ALL,
    data: nothing,
  }),
  'draft-sent': shared['draft-sent'],
  commented: shared.commented,
  decided: event({
    title: 'Record the final decision',
    past: 'The Ombudsmen made their final decision',
    when: 'What is the date of the decision?',
    by: ALL,
    data: z.object({
      council: part('What did they find about the council?'),
      health: part('What did they find about the NHS?'),
      report: yesNo({ label: 'Is it a public report about the council?' }),
      remedies: list({ label: 'What must be done?' }, remedy, { min: 0, max: 20 }).optional(),
    }),
    check: (c: CaseContext, occurrence) =>
      notBeforeDay('The decision', 'your complaint to the Ombudsmen', askedOn)(c, occurrence) ??
      promisesAhead(occurrence.on, occurrence.data.remedies),
  }),
  'remedy-done': event({
    ...shared['remedy-done'],
    check: (c: CaseContext, { data }) => knownPromise(numbered(remediesOf(c)), data.point),
  }),
  'report-answered': event({
    title: 'Record the answer of the council to the report',
    past: 'The council told the Ombudsman what it will do about the report',
    by: [COUNCIL, FAMILY],
    data: nothing,
    check: notBeforeDay('The answer', 'the report', reportOn),
  }),
  'further-report': event({
    title: 'Record a further public report',
    past: 'The Ombudsman sent the council a further public report',
    when: 'When did the council get it?',
    by: [FAMILY, COUNCIL],
    data: nothing,
    check: notBeforeDay('The report', 'the decision', dayOfLast('decided')),
  }),
  'given-up': shared['given-up'],
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const healthBody = (c: C): PartyId => (c.facts.health === 'icb' ? ICB : PROVIDER);

const reportIsOpen = (c: C): boolean => {
  const report = reportOn(c);
  const answered = last(c, 'report-answered')?.on;
  return report !== undefined && (answered === undefined || answered < report);
};

const stillOwed = (c: C) => {
  const done = new Set(all(c, 'remedy-done').map(({ data }) => data.point));
  return numbered(remediesOf(c)).filter(({ key }) => !done.has(key));
};

const words = vocabulary({
  facts,
  events,
  guards: {
    'already asked': (c: C) => c.facts.asked !== undefined,
    'there was an appeal': (c: C) => c.facts.appeal === 'used',
    'all done': (c: C) => stillOwed(c).length === 0 && !reportIsOpen(c),
    'the council owes nothing': (c: C) =>
      !reportIsOpen(c) && stillOwed(c).every(({ who }) => who === 'health'),
    'the council owes nothing, the ICB does': (c: C) =>
      c.facts.health === 'icb' && !reportIsOpen(c) && stillOwed(c).every(({ who }) => who === 'health'),
  },
});

/** The two Acts differ by one day: both are shown, and the family keeps to the earlier. */
const before = {
  responsible: FAMILY,
  deadlines: [
    {
      rule: 'ombudsman.lgsco.complain',
      inputs: (c: C) => ({ aware: c.facts.aware }),
      metBy: ['asked', 'given-up'],
      familyRight: true,
      ifMissed:
        'The Ombudsmen can still look at it if there is a good reason. Say why you are late, and send it today: the time for the NHS part ends one day later.',
    },
    {
      rule: 'ombudsman.phso.complain',
      inputs: (c: C) => ({ aware: c.facts.aware }),
      metBy: ['asked', 'given-up'],
      familyRight: true,
      ifMissed: 'The Ombudsmen can still look at it if that is reasonable. Say why you are late.',
    },
    {
      rule: 'ombudsman.premature',
      inputs: (c: C) => ({ complained: c.facts.complained }),
      while: (c: C) => !c.facts.answered,
      metBy: ['asked', 'given-up'],
      owedBy: COUNCIL,
      ifMissed: 'The Ombudsmen will normally look now, even without a final answer.',
      noEscalation: 'The stages of the complaint itself have escalated already.',
    },
  ],
  on: {
    asked: 'checking',
    'given-up': 'closed',
    'missed.ombudsman.lgsco.complain': 'stay',
    'missed.ombudsman.phso.complain': 'stay',
    'missed.ombudsman.premature': 'stay',
  },
} as const;

const delayClock = {
  rule: 'ombudsman.phso.explain-delay',
  inputs: (c: C) => from('received', askedOn(c)),
  while: (c: C) => last(c, 'accepted')?.data.scope !== 'council',
  metBy: ['decided', 'delay-explained'],
  owedBy: 'PHSO',
  ifMissed: 'Ask the Ombudsmen in writing why. The Health Service Ombudsman must tell you.',
} as const;

const toWhoOwes = [
  { when: 'all done', to: 'put-right' },
  { when: 'the council owes nothing, the ICB does', to: 'remedies-icb' },
  { when: 'the council owes nothing', to: 'remedies-provider' },
  { to: 'remedies-council' },
] as const;

const afterDecision = [{ when: 'all done', to: 'decided' }, ...toWhoOwes.slice(1)] as const;

const remedyClocks = [
  {
    rules: ['named.date'],
    each: (c: C) =>
      numbered(remediesOf(c)).map(({ key, by, who }) => ({
        key,
        title: who === 'council' ? 'What the council must do' : 'What the NHS must do',
        rule: 'named.date' as const,
        inputs: { named: by },
        owedBy: who === 'council' ? COUNCIL : healthBody(c),
      })),
    metBy: 'remedy-done',
    ifMissed:
      'Tell the Ombudsmen. They can publish a report about the council, and report on the NHS to Parliament.',
  },
] as const;

const reportClock = {
  rule: 'report.council-response',
  inputs: (c: C) => from('received', reportOn(c)),
  while: reportIsOpen,
  metBy: 'report-answered',
  owedBy: COUNCIL,
  ifMissed:
    'Tell the Ombudsman. It can publish a further report, and then make the council print a public statement.',
} as const;

/** What the council and the NHS have alike. */
const putRight = (party: PartyId) =>
  ({
    responsible: party,
    duty: 'must do what the Ombudsmen decided, by the date of each point',
    law: ['Local Government Act 1974 ss30–31, 34H', 'Health Service Commissioners Act 1993 s14'],
  }) as const;

/** The council comes first: it owes its remedies, and an answer to a report. */
const putRightByTheCouncil = {
  ...putRight(COUNCIL),
  deadlines: [...remedyClocks, reportClock],
  on: {
    'remedy-done': [...toWhoOwes],
    'report-answered': [...toWhoOwes],
    'further-report': 'remedies-council',
    'missed.named.date': 'stay',
    'missed.report.council-response': 'stay',
  },
} as const;

/** The council has done all that it owed, unless a further report comes. */
const putRightByTheNhs = (party: PartyId) =>
  ({
    ...putRight(party),
    deadlines: remedyClocks,
    on: {
      'remedy-done': [{ when: 'all done', to: 'put-right' }, {}],
      'further-report': 'remedies-council',
      'missed.named.date': 'stay',
    },
  }) as const;

/** A review is offered where a part was not upheld or not looked at: once, when the decision comes. */
const reviewOffered = {
  route: 'ombudsman-review',
  when: (c: C) => {
    const decided = last(c, 'decided');
    if (decided === undefined) return last(c, 'declined') !== undefined;
    const started = last(c, 'remedy-done') ?? last(c, 'report-answered') ?? last(c, 'further-report');
    return started === undefined && (decided.data.council !== 'upheld' || decided.data.health !== 'upheld');
  },
  facts: (c: C) => ({
    which: 'joint',
    decided: last(c, 'decided')?.on ?? last(c, 'declined')?.on ?? c.opened,
    aware: c.facts.aware,
    complained: c.facts.complained,
  }),
} as const;

export const ombudsmanJoint = words.defineRoute({
  id: 'ombudsman.joint',
  effective: { from: '2008-04-01' },
  title: 'Both Ombudsmen together',
  summary:
    'Where a council and the NHS both let you down, their two Ombudsmen look at it in one investigation. They can ask for an apology, payment and changes. They cannot look at a decision that can be appealed, and they do not stop the date for an appeal.',
  law: ['Local Government Act 1974 ss24A–34H', 'Health Service Commissioners Act 1993 ss3–14'],
  decidedOn: (f) => f.aware,
  initial: 'start',
  stages: {
    start: {
      choose: [
        { when: 'already asked', to: 'checking' },
        { when: 'there was an appeal', to: 'beside-an-appeal' },
        { to: 'before' },
      ],
    },
    before: {
      ...before,
      title: 'Complain to the Ombudsmen',
      duty: 'can complain to either Ombudsman and ask for a joint investigation',
      law: ['Local Government Act 1974 ss26(5)–(6), 26B', 'Health Service Commissioners Act 1993 s9(4)'],
    },
    'beside-an-appeal': {
      ...before,
      title: 'Complain about what the Tribunal cannot decide',
      duty: 'can complain about delay before the decision, help in the plan that nobody disputed, how a complaint was handled, or an order that was not carried out. What was appealed is barred',
      law: [
        'Local Government Act 1974 s26(6)(a)',
        'R (ER) v CLA [2014] EWCA Civ 1407',
        'R (Milburn) v LGSCO [2023] EWCA Civ 207',
      ],
    },
    checking: {
      title: 'The Ombudsmen check whether they can look',
      responsible: 'LGSCO',
      duty: 'decides with the Health Service Ombudsman what to investigate',
      law: [
        'Local Government Act 1974 ss24A, 26, 26A–26D, 33ZA',
        'Health Service Commissioners Act 1993 ss3–5, 9',
      ],
      noDeadline: 'The law sets no number of days. It often takes some weeks.',
      on: {
        accepted: 'investigating',
        declined: 'not-investigated',
        'sent-back': [{ when: 'there was an appeal', to: 'beside-an-appeal' }, { to: 'before' }],
        'given-up': 'closed',
      },
    },
    investigating: {
      title: 'The Ombudsmen investigate',
      responsible: 'LGSCO',
      duty: 'investigates with the Health Service Ombudsman and decides',
      law: ['Local Government Act 1974 ss28–30', 'Health Service Commissioners Act 1993 ss11–14'],
      deadlines: [delayClock],
      noDeadline: 'The law sets no day for the decision about the council. The aim is 26 weeks for most.',
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
      law: ['Local Government Act 1974 s28', 'Health Service Commissioners Act 1993 s11'],
      deadlines: [...commentOnDraft.deadlines, delayClock],
      on: {
        commented: 'investigating',
        decided: [...afterDecision],
        'delay-explained': 'stay',
        'missed.named.date': 'stay',
        'missed.ombudsman.phso.explain-delay': 'stay',
      },
    },
    'remedies-council': {
      ...putRightByTheCouncil,
      title: 'The council must put it right',
      opens: [reviewOffered],
    },
    'remedies-icb': { ...putRightByTheNhs(ICB), title: 'The ICB must put it right', opens: [reviewOffered] },
    'remedies-provider': {
      ...putRightByTheNhs(PROVIDER),
      title: 'The NHS provider must put it right',
      opens: [reviewOffered],
    },
    decided: {
      title: 'The Ombudsmen have decided',
      outcome: 'There is nothing to be done. If you disagree, the linked case says how to ask for a review.',
      opens: [reviewOffered],
    },
    'put-right': { title: 'It was put right', outcome: 'What the Ombudsmen decided was done.' },
    'not-investigated': {
      title: 'The Ombudsmen will not investigate',
      outcome: 'Read their reasons. The linked case says how to ask for a review of this decision.',
      opens: [reviewOffered],
    },
    closed: notGoneOn,
  },
});

// An appeal on a point of law: permission from the SEND Tribunal, then from the Upper Tribunal, the appeal, and what follows.
// Tribunals, Courts and Enforcement Act 2007 ss9–13; HESC Rules 2008 rules 46–49; Upper Tribunal Rules 2008 rules 21–25, 44.

import { z } from 'zod';
import {
  all,
  choice,
  date,
  event,
  last,
  list,
  vocabulary,
  yesNo,
  type CaseContext,
  type PartyId,
} from '../kit';
import type { RuleInputs } from '../law';
import { aboutPoint, nothing, withReason } from './parts/data';
import { dayOfLast, from, latestOf, notEarlierThan } from './parts/days';
import { directionItems, hearingDay, hearingEvents } from './parts/hearing';
import { everyPointHasADate, keepingTheOrder, orderPoint } from './parts/order';
import { numbered } from './parts/points';
import {
  againstWhom,
  forEachBody,
  schoolOrderClocks,
  schoolParty,
  toTheBody,
  type SchoolBody,
} from './parts/school-bodies';

const FAMILY = 'parent or young person';
/** The tribunals write to both sides; either may record what they wrote. */
const SIDES = [FAMILY, ...Object.values(schoolParty)] as const;

const facts = z.object({
  other: choice(
    { label: 'What was the case about, and who was on the other side?' },
    {
      council: 'An appeal about a plan or an assessment: the council',
      governors: 'A disability claim: the governing board of a council (maintained) school',
      trust: 'A disability claim: an academy trust',
      proprietor: 'A disability claim: the owner of an independent school',
      'council-claim': 'A disability claim: the council',
    },
  ),
  decisionSent: date({
    label: 'When did the SEND Tribunal send you its decision?',
    hint: 'If full reasons, a correction or a refusal to set it aside came later, use the latest of these dates.',
  }),
  asked: date({
    label: 'When did you ask the SEND Tribunal for permission to appeal?',
    hint: 'Leave it out if you have not asked yet.',
  }).optional(),
});

type Facts = z.infer<typeof facts>;

const otherSide = {
  ...schoolParty,
  'council-claim': schoolParty.council,
} as const satisfies Record<Facts['other'], PartyId>;

const askedFirst = (c: CaseContext) => latestOf(c, 'permission-asked') ?? (c.facts as Facts).asked;

const events = {
  'permission-asked': event({
    title: 'Record that you asked the SEND Tribunal for permission',
    past: 'The SEND Tribunal was asked for permission to appeal on a point of law',
    when: 'When did the Tribunal receive it?',
    by: [FAMILY],
    data: withReason('What is the error of law?', 'If you are late, say why as well.'),
    check: notEarlierThan('Your request', (c) => (c.facts as Facts).decisionSent, 'the decision'),
  }),
  'permission-granted': event({
    title: 'Record that the SEND Tribunal gave permission',
    past: 'The SEND Tribunal gave permission to appeal',
    when: 'When was the permission sent to you?',
    by: SIDES,
    data: z.object({
      grounds: choice(
        { label: 'For which of your grounds?' },
        { all: 'All of them', some: 'Only some of them' },
      ),
    }),
    check: notEarlierThan('The permission', askedFirst, 'your request'),
  }),
  'permission-refused': event({
    title: 'Record that the SEND Tribunal refused permission',
    past: 'The SEND Tribunal refused permission to appeal, or did not accept the request',
    when: 'When was the refusal sent to you?',
    by: SIDES,
    data: nothing,
    check: notEarlierThan('The refusal', askedFirst, 'your request'),
  }),
  reviewed: event({
    title: 'Record that the SEND Tribunal looked at its decision again',
    past: 'The SEND Tribunal reviewed its decision',
    when: 'When was the result sent to you?',
    by: SIDES,
    data: z.object({
      result: choice(
        { label: 'What was the result?' },
        {
          changed: 'The decision or its reasons were changed',
          'set-aside': 'The decision was cancelled (“set aside”) and the case is heard again',
        },
      ),
    }),
    check: notEarlierThan('The review', askedFirst, 'your request'),
  }),
  'upper-asked': event({
    title: 'Record that you asked the Upper Tribunal for permission',
    past: 'The Upper Tribunal was asked for permission to appeal',
    when: 'When did the Upper Tribunal receive it?',
    by: [FAMILY],
    data: withReason('What is the error of law?', 'If you are late, say why as well.'),
    check: notEarlierThan(
      'Your request',
      (c) => latestOf(c, 'permission-refused', 'permission-granted'),
      'the answer of the SEND Tribunal',
    ),
  }),
  'upper-granted': event({
    title: 'Record that the Upper Tribunal gave permission',
    past: 'The Upper Tribunal gave permission to appeal',
    when: 'When was the permission sent to you?',
    by: SIDES,
    data: z.object({
      notice: yesNo({
        label: 'Does the letter say that you must still send a notice of appeal?',
        hint: 'Most often it does not: your request then counts as the notice.',
      }),
    }),
    check: notEarlierThan('The permission', dayOfLast('upper-asked'), 'your request'),
  }),
  'upper-refused': event({
    title: 'Record that the Upper Tribunal refused permission',
    past: 'The Upper Tribunal refused permission to appeal',
    when: 'When was the refusal sent to you?',
    by: SIDES,
    data: z.object({
      how: choice(
        { label: 'How was it decided?' },
        { papers: 'On the papers, without a hearing', hearing: 'At a hearing' },
      ),
    }),
    check: notEarlierThan('The refusal', dayOfLast('upper-asked'), 'your request'),
  }),
  'hearing-asked': event({
    title: 'Ask for the refusal to be looked at again at a hearing',
    past: 'The Upper Tribunal was asked to look at the refusal again at a hearing',
    when: 'When did the Upper Tribunal receive it?',
    by: [FAMILY],
    data: nothing,
    check: notEarlierThan('Your request', dayOfLast('upper-refused'), 'the refusal'),
  }),
  'notice-sent': event({
    title: 'Record that you sent the notice of appeal',
    past: 'The notice of appeal was sent to the Upper Tribunal',
    when: 'When did the Upper Tribunal receive it?',
    by: [FAMILY],
    data: nothing,
    check: notEarlierThan(
      'The notice',
      (c) => latestOf(c, 'permission-granted', 'upper-granted'),
      'the permission',
    ),
  }),
  answered: event({
    title: 'Record the answer of the other side',
    past: 'The other side answered the appeal',
    by: SIDES,
    data: nothing,
  }),
  ...hearingEvents(SIDES, { family: 'The family', other: 'The other side' }),
  decided: event({
    title: 'Record the decision of the Upper Tribunal',
    past: 'The Upper Tribunal decided the appeal',
    when: 'What is the date of the decision?',
    by: SIDES,
    data: z.object({
      sent: date({ label: 'When was it sent to you?' }),
      result: choice(
        { label: 'What did it decide?' },
        {
          dismissed: 'The appeal was dismissed',
          remitted: 'The SEND Tribunal must decide the case again',
          remade: 'The Upper Tribunal decided the case itself',
        },
      ),
      points: list({ label: 'What was ordered, if anything?' }, orderPoint, { min: 0, max: 50 }).optional(),
    }),
    check: (c: CaseContext, sent) =>
      sent.data.sent < sent.on
        ? 'The decision cannot be sent before it was made.'
        : everyPointHasADate(c, sent),
  }),
  redecided: event({
    title: 'Record the new decision of the SEND Tribunal',
    past: 'The SEND Tribunal decided the case again',
    when: 'What is the date of the decision?',
    by: SIDES,
    data: z.object({
      sent: date({ label: 'When was it sent to you?' }),
      result: choice(
        { label: 'What did it decide?' },
        { allowed: 'You won, in full or in part', dismissed: 'Your case was dismissed' },
      ),
      points: list({ label: 'What was ordered, if anything?' }, orderPoint, { min: 0, max: 50 }).optional(),
    }),
    check: (c: CaseContext, sent) =>
      sent.data.sent < sent.on
        ? 'The decision cannot be sent before it was made.'
        : everyPointHasADate(c, sent),
  }),
  'order-kept': event({
    title: 'Say that a point of the order is done',
    past: 'A point of the order was done',
    when: 'When was it done?',
    by: SIDES,
    data: aboutPoint,
  }),
  'court-asked': event({
    title: 'Ask for permission to go to the Court of Appeal',
    past: 'The Upper Tribunal was asked for permission to appeal to the Court of Appeal',
    when: 'When did the Upper Tribunal receive it?',
    by: [FAMILY],
    data: nothing,
    interruption: 'Get legal advice first. If you lose in the Court of Appeal you may have to pay costs.',
  }),
  'given-up': event({
    title: 'Do not go on with the appeal',
    past: 'The family did not go on with the appeal',
    by: [FAMILY],
    data: nothing,
    interruption: 'The decision then stands. Reminders stop.',
  }),
};

type C = CaseContext<Facts, typeof events>;

/** When the decision now challenged was sent: a reviewed or a new decision begins the time again. */
const decisionSent = (c: C): string => {
  const reviewed = last(c, 'reviewed');
  return [
    c.facts.decisionSent,
    ...(reviewed?.data.result === 'changed' ? [reviewed.on] : []),
    ...all(c, 'redecided').map(({ data }) => data.sent),
  ].reduce((a, b) => (a > b ? a : b));
};

/** The permission that the notice follows: a later one for further grounds does not put its date off. */
const grantedOn = (c: C): string | undefined => {
  const granted = last(c, 'permission-granted')?.on;
  const refused = last(c, 'permission-refused')?.on;
  const stands = granted !== undefined && (refused === undefined || refused < granted);
  return stands ? granted : last(c, 'upper-granted')?.on;
};

const aboutAPlan = (c: C) => c.facts.other === 'council';

/** The decision that ordered something: the Upper Tribunal's own, or the new one of the SEND Tribunal. */
const order = (c: C) =>
  [...all(c, 'decided'), ...all(c, 'redecided')]
    .filter(({ data }) => data.result === 'remade' || data.result === 'allowed')
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);

const schoolPoints = (c: C) => numbered(order(c)?.data.points ?? []);

const words = vocabulary({
  facts,
  events,
  guards: {
    'already asked': (c: C) => c.facts.asked !== undefined,
    'decision changed': (c: C) => last(c, 'reviewed')?.data.result === 'changed',
    'a notice is needed': (c: C) => last(c, 'upper-granted')?.data.notice === true,
    'refused on the papers': (c: C) => last(c, 'upper-refused')?.data.how === 'papers',
    'decide again': (c: C) => last(c, 'decided')?.data.result === 'remitted',
    'decided itself': (c: C) => last(c, 'decided')?.data.result === 'remade',
    'won again': (c: C) => last(c, 'redecided')?.data.result === 'allowed',
    'nothing for a school to do': (c: C) => aboutAPlan(c) || schoolPoints(c).length === 0,
    'all done': (c: C) => {
      const done = new Set(all(c, 'order-kept').map(({ data }) => data.point));
      return schoolPoints(c).every(({ key }) => done.has(key));
    },
    ...againstWhom((c) => (c as C).facts.other as SchoolBody),
  },
});

const permissionLimits = [
  {
    rule: 'appeal.permission',
    inputs: (c: C) => (aboutAPlan(c) ? { decisionSent: decisionSent(c) } : undefined),
    metBy: ['permission-asked', 'given-up'],
    familyRight: true,
    ifMissed: 'You can still ask. Say that you are late, and why.',
  },
  {
    rule: 'discrimination.permission',
    inputs: (c: C) => (aboutAPlan(c) ? undefined : { decisionSent: decisionSent(c) }),
    metBy: ['permission-asked', 'given-up'],
    familyRight: true,
    ifMissed: 'You can still ask. Say that you are late, and why.',
  },
] as const;

/** The rules for a disability claim, by those for an appeal about a plan or an assessment. */
const forClaims = {
  'upper-tribunal.permission': 'upper-tribunal.claim.permission',
  'upper-tribunal.reconsider': 'upper-tribunal.claim.reconsider',
  'upper-tribunal.appeal': 'upper-tribunal.claim.appeal',
  'upper-tribunal.further-appeal': 'upper-tribunal.claim.further-appeal',
} as const;

/** A limit of the family, under the rule for what the case is about. */
const upperLimit = <R extends keyof typeof forClaims, M extends readonly (keyof typeof events)[]>(
  rule: R,
  inputs: (c: C) => RuleInputs<R> | undefined,
  metBy: M,
  ifMissed: string,
) => {
  const common = { metBy, familyRight: true, ifMissed } as const;
  return [
    { rule, inputs: (c: C) => (aboutAPlan(c) ? inputs(c) : undefined), ...common },
    {
      rule: forClaims[rule] as (typeof forClaims)[R],
      inputs: (c: C) =>
        (aboutAPlan(c) ? undefined : inputs(c)) as RuleInputs<(typeof forClaims)[R]> | undefined,
      ...common,
    },
  ] as const;
};

const directionClocks = {
  rules: ['named.date.tribunal'],
  each: directionItems((who, c) => (who === 'family' ? FAMILY : otherSide[(c.facts as Facts).other])),
  metBy: 'direction-met',
  ifMissed:
    'Ask the tribunal with a request for changes. It can bar a side that does not do what was directed.',
} as const;

const hearing = {
  rule: 'named.date',
  inputs: hearingDay,
  metBy: ['heard', 'adjourned', 'hearing-listed', 'decided', 'redecided'],
  ifMissed: 'Record what happened at the hearing, or its new date.',
} as const;

const duringTheCase = {
  directed: 'stay',
  'direction-met': 'stay',
  'change-asked': 'stay',
  'hearing-listed': 'stay',
  adjourned: 'stay',
  heard: 'stay',
  'missed.named.date.tribunal': 'stay',
  'missed.named.date': 'stay',
  'given-up': 'closed',
} as const;

/** Grounds that were not allowed at first can still be asked for while the others go on. */
const furtherGrounds = { 'upper-asked': 'stay', 'upper-granted': 'stay', 'upper-refused': 'stay' } as const;

/** What a school or council must do after a disability claim: the order names each date. */
const ordered = (party: PartyId) =>
  ({
    title: 'What was ordered must be done',
    responsible: party,
    duty: 'must do what was ordered',
    law: ['Equality Act 2010 Sch 17 para 5'],
    deadlines: [
      schoolOrderClocks(
        (c) => schoolPoints(c as C),
        party,
        'Write to the body and name the order. Then take legal advice: a court can enforce it.',
      ),
    ],
    on: {
      'order-kept': [{ when: 'all done', to: 'kept' }, {}],
      'missed.named.date': 'stay',
      'given-up': 'closed',
    },
  }) as const;

export const upperTribunal = words.defineRoute({
  id: 'upper-tribunal',
  effective: { from: '2014-09-01' },
  title: 'Appeal to the Upper Tribunal',
  summary:
    'A higher tribunal looks only at mistakes of law, such as reasons that do not hold or an unfair hearing. It does not hear the facts again. You need permission first. The decision and its dates stand until it says otherwise.',
  law: [
    'Tribunals, Courts and Enforcement Act 2007 ss9–13',
    'HESC Rules 2008 rules 46–49',
    'Upper Tribunal Rules 2008 rules 21–25 and 44',
  ],
  decidedOn: (f) => f.decisionSent,
  initial: 'start',
  stages: {
    start: { choose: [{ when: 'already asked', to: 'first' }, { to: 'before' }] },
    before: {
      title: 'Ask the SEND Tribunal for permission to appeal',
      responsible: FAMILY,
      duty: 'must ask the SEND Tribunal for permission first, and name the mistake of law',
      law: ['HESC Rules 2008 rule 46', 'Tribunals, Courts and Enforcement Act 2007 s11'],
      deadlines: [...permissionLimits],
      on: {
        'permission-asked': 'first',
        'given-up': 'closed',
        'missed.appeal.permission': 'late',
        'missed.discrimination.permission': 'late',
      },
    },
    late: {
      title: 'The date to ask for permission has passed',
      responsible: FAMILY,
      duty: 'can still ask, with the reasons for being late',
      law: ['HESC Rules 2008 rules 5(3)(a) and 46(4)'],
      noDeadline: 'There is no fixed limit for a late request. Ask at once.',
      on: { 'permission-asked': 'first', 'given-up': 'closed' },
    },
    first: {
      title: 'The SEND Tribunal decides about permission',
      responsible: 'SEND Tribunal',
      duty: 'decides whether to review its decision, and whether to give permission',
      law: ['HESC Rules 2008 rules 47–49', 'Tribunals, Courts and Enforcement Act 2007 s9'],
      noDeadline: 'The rules set no number of days. Call the Tribunal if you hear nothing for some weeks.',
      on: {
        'permission-granted': 'notice',
        'permission-refused': 'renew',
        reviewed: [{ when: 'decision changed', to: 'before' }, { to: 'again' }],
        'given-up': 'closed',
      },
    },
    renew: {
      title: 'Ask the Upper Tribunal for permission',
      responsible: FAMILY,
      duty: 'can now ask the Upper Tribunal itself for permission',
      law: ['Upper Tribunal Rules 2008 rules 21 and 12'],
      deadlines: [
        ...upperLimit(
          'upper-tribunal.permission',
          (c) => from('refusalSent', last(c, 'permission-refused')?.on),
          ['upper-asked', 'given-up'],
          'You can still ask. Say that you are late, and why.',
        ),
      ],
      on: {
        'upper-asked': 'upper',
        'given-up': 'closed',
        'missed.upper-tribunal.permission': 'renew-late',
        'missed.upper-tribunal.claim.permission': 'renew-late',
      },
    },
    'renew-late': {
      title: 'The date for the Upper Tribunal has passed',
      responsible: FAMILY,
      duty: 'can still ask, with the reasons for being late',
      law: ['Upper Tribunal Rules 2008 rules 5(3)(a) and 21(6)'],
      noDeadline: 'There is no fixed limit for a late request. Ask at once.',
      on: { 'upper-asked': 'upper', 'given-up': 'closed' },
    },
    upper: {
      title: 'The Upper Tribunal decides about permission',
      responsible: 'Upper Tribunal',
      duty: 'decides whether to give permission',
      law: ['Upper Tribunal Rules 2008 rule 22'],
      noDeadline: 'The rules set no number of days. It often takes some months.',
      on: {
        'upper-granted': [{ when: 'a notice is needed', to: 'notice' }, { to: 'appeal' }],
        'upper-refused': [{ when: 'refused on the papers', to: 'reconsider' }, { to: 'refused' }],
        'given-up': 'closed',
      },
    },
    reconsider: {
      title: 'Permission was refused on the papers',
      responsible: FAMILY,
      duty: 'can ask for the refusal to be looked at again at a hearing',
      law: ['Upper Tribunal Rules 2008 rule 22(3)–(5)'],
      deadlines: [
        ...upperLimit(
          'upper-tribunal.reconsider',
          (c) => from('refusalSent', last(c, 'upper-refused')?.on),
          ['hearing-asked', 'given-up'],
          'You can ask for more time, but you must say why. Otherwise the refusal stands.',
        ),
      ],
      on: {
        'hearing-asked': 'upper',
        'given-up': 'closed',
        'missed.upper-tribunal.reconsider': 'stay',
        'missed.upper-tribunal.claim.reconsider': 'stay',
      },
    },
    notice: {
      title: 'Send the notice of appeal',
      responsible: FAMILY,
      duty: 'must see that the Upper Tribunal has the notice of appeal',
      law: ['Upper Tribunal Rules 2008 rules 23 and 12'],
      deadlines: [
        ...upperLimit(
          'upper-tribunal.appeal',
          (c) => from('permissionSent', grantedOn(c)),
          ['notice-sent', 'given-up'],
          'You can still send it. Say that you are late, and why.',
        ),
        ...upperLimit(
          'upper-tribunal.permission',
          (c) => {
            const granted = last(c, 'permission-granted');
            return granted?.data.grounds === 'some' ? { refusalSent: granted.on } : undefined;
          },
          ['upper-asked', 'given-up'],
          'The appeal goes on with the grounds that were allowed.',
        ),
      ],
      on: {
        'notice-sent': 'appeal',
        ...furtherGrounds,
        'given-up': 'closed',
        'missed.upper-tribunal.appeal': 'stay',
        'missed.upper-tribunal.claim.appeal': 'stay',
        'missed.upper-tribunal.permission': 'stay',
        'missed.upper-tribunal.claim.permission': 'stay',
      },
    },
    appeal: {
      title: 'The Upper Tribunal deals with the appeal',
      responsible: 'Upper Tribunal',
      duty: 'asks the other side for its answer, and decides the point of law',
      law: ['Upper Tribunal Rules 2008 rules 24–25', 'Tribunals, Courts and Enforcement Act 2007 s12'],
      deadlines: [directionClocks, hearing],
      on: {
        answered: 'stay',
        ...furtherGrounds,
        ...duringTheCase,
        decided: [
          { when: 'decide again', to: 'again' },
          { when: 'decided itself', to: 'order' },
          { to: 'lost' },
        ],
      },
    },
    again: {
      title: 'The SEND Tribunal must decide the case again',
      responsible: 'SEND Tribunal',
      duty: 'must decide the case again, as the Upper Tribunal or its own review said',
      law: ['Tribunals, Courts and Enforcement Act 2007 ss9 and 12(2)(b)(i)'],
      deadlines: [directionClocks, hearing],
      on: {
        ...duringTheCase,
        redecided: [{ when: 'won again', to: 'order' }, { to: 'before' }],
      },
    },
    order: {
      choose: [{ when: 'nothing for a school to do', to: 'won' }, ...toTheBody('ordered')],
    },
    ...forEachBody('ordered', ordered),
    lost: {
      title: 'The appeal was dismissed',
      responsible: FAMILY,
      duty: 'can ask for permission to go to the Court of Appeal, if an important point of law is at stake',
      law: ['Upper Tribunal Rules 2008 rules 44(4) and 12', 'Tribunals, Courts and Enforcement Act 2007 s13'],
      deadlines: [
        ...upperLimit(
          'upper-tribunal.further-appeal',
          (c) => from('decisionSent', last(c, 'decided')?.data.sent),
          ['court-asked', 'given-up'],
          'The decision stands. You can ask for more time only with good reasons.',
        ),
      ],
      on: {
        'court-asked': 'court',
        'given-up': 'closed',
        'missed.upper-tribunal.further-appeal': 'stay',
        'missed.upper-tribunal.claim.further-appeal': 'stay',
      },
    },
    won: {
      title: 'The decision was changed',
      outcome: 'What the council must do has its dates in the linked case.',
      opens: [
        {
          route: 'compliance',
          facts: (c) => (aboutAPlan(c) ? keepingTheOrder('order', order(c)) : []),
        },
      ],
    },
    kept: { title: 'The order was kept', outcome: 'Everything that was ordered has been done.' },
    refused: {
      title: 'Permission was refused for good',
      outcome:
        'The decision of the SEND Tribunal stands. Nobody can appeal against this refusal. A new decision of the council can be appealed again.',
      law: ['Tribunals, Courts and Enforcement Act 2007 ss11A and 13(8)'],
    },
    court: {
      title: 'You asked to go to the Court of Appeal',
      outcome:
        'The Upper Tribunal answers first. If it refuses, you can ask the Court of Appeal itself; its letter says by when. You need a lawyer now.',
    },
    closed: {
      title: 'You did not go on',
      outcome:
        'The decision of the SEND Tribunal stands. A new decision of the council can be appealed again.',
    },
  },
});

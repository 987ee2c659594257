// The SEND appeal, from the decision letter to the order: HESC Rules 2008, SEND Regulations 2014 regs 43–45.

import { z } from 'zod';
import { choice, date, event, last, list, personalLine, vocabulary, type CaseContext } from '../kit';
import { nothing, withReason } from './parts/data';
import { decidedOn, decisionFacts, needsCertificate, notBeforeNotice } from './parts/decision';
import { directionItems, hearingDay, hearingEvents } from './parts/hearing';
import { everyPointHasADate, keepingTheOrder, orderPoint } from './parts/order';
import { numbered } from './parts/points';
import { notAccepted, notAcceptedEvents, refusalSent, wasStruckOut } from './parts/not-accepted';
import { afterTheDecision } from './parts/tribunal-decision';
import { from } from './parts/days';

const facts = decisionFacts.extend({
  certificateIssued: date({
    label: 'What is the date of your mediation certificate?',
    hint: 'Leave it out if you have none yet.',
  }).optional(),
});

const FAMILY = 'parent or young person';
const COUNCIL = 'council SEND casework';
/** The Tribunal writes to both sides; either may record what it wrote. */
const BOTH = [FAMILY, COUNCIL] as const;

const concessions = {
  assess: 'The council will assess',
  contents: 'The council will change the needs or help in the plan',
  placement: 'The council will change the school',
  plan: 'The council will make a plan',
  continue: 'The council will keep the plan that it wanted to end',
} as const;

/** The steps that each concession binds the council to (SEND Regulations 2014 reg 45 as amended in 2015). */
const concessionPoints = {
  assess: ['unopposed.assess', 'unopposed.assess.final-plan'],
  contents: ['unopposed.amend-contents'],
  placement: ['unopposed.amend-placement'],
  plan: ['unopposed.make-plan', 'unopposed.make-plan.final'],
  continue: ['unopposed.continue-and-amend'],
} as const;

const recommendation = z.object({
  what: personalLine({ label: 'What did the Tribunal recommend?' }),
  to: choice({ label: 'Who must answer it?' }, { icb: 'The ICB (health)', 'social-care': 'Social care' }),
});

const events = {
  'certificate-received': event({
    title: 'Add your mediation certificate',
    past: 'The mediation certificate was added',
    when: 'What is the date of the certificate?',
    by: [FAMILY, 'mediation adviser'],
    data: nothing,
    check: notBeforeNotice('The certificate'),
  }),
  lodged: event({
    title: 'Record that you sent your appeal',
    past: 'The appeal was sent to the Tribunal',
    when: 'When did the Tribunal receive it?',
    by: [FAMILY],
    data: nothing,
    check: notBeforeNotice('Your appeal'),
  }),
  'lodged-late': event({
    title: 'Record a late appeal, with your reasons',
    past: 'A late appeal was sent to the Tribunal, with reasons',
    when: 'When did the Tribunal receive it?',
    by: [FAMILY],
    data: withReason(
      'Why is the appeal late?',
      'A letter that left out your right to appeal is a good reason.',
    ),
    check: notBeforeNotice('Your appeal'),
  }),
  'leave-asked': event({
    title: 'Ask the Tribunal to let you appeal without a certificate',
    past: 'The Tribunal was asked to let the appeal go ahead without a certificate (“leave”)',
    when: 'When did the Tribunal receive it?',
    by: [FAMILY],
    data: withReason('Why do you have no certificate?'),
    check: notBeforeNotice('Your appeal'),
  }),
  registered: event({
    title: 'Record that the Tribunal registered the appeal',
    past: 'The Tribunal registered the appeal and sent it to the council',
    when: 'When was it sent to the council?',
    by: BOTH,
    data: z.object({
      respondBy: date({ label: 'By when must the council answer, if the letter says so?' })
        .meta({ future: true })
        .optional(),
    }),
    check: (c: CaseContext, { on }) => {
      const sent = [
        ...(c.happened.lodged ?? []),
        ...(c.happened['lodged-late'] ?? []),
        ...(c.happened['leave-asked'] ?? []),
      ].at(-1);
      return sent && on < sent.on ? 'An appeal cannot be registered before it was sent.' : undefined;
    },
  }),
  rejected: event({
    title: 'Record that the Tribunal did not accept the appeal',
    past: 'The Tribunal did not accept the appeal',
    when: 'When was this sent to you?',
    by: BOTH,
    data: nothing,
  }),
  responded: event({
    title: 'Answer the appeal',
    past: 'The council answered the appeal',
    when: 'When was the answer sent?',
    by: [COUNCIL, FAMILY],
    data: z.object({
      opposes: choice(
        { label: 'Does the council oppose the appeal?' },
        { all: 'All of it', part: 'Part of it', none: 'None of it' },
      ),
    }),
    check: (c: CaseContext, { on }) => {
      const registered = c.happened.registered?.at(-1)?.on;
      return registered && on < registered
        ? 'The answer cannot be earlier than the registration.'
        : undefined;
    },
  }),
  conceded: event({
    title: 'Tell the Tribunal that you do not oppose the appeal',
    past: 'The council told the Tribunal that it does not oppose the appeal',
    binding: true,
    when: 'When was the Tribunal told?',
    by: [COUNCIL, FAMILY],
    data: z.object({
      kind: choice(
        {
          label: 'What follows?',
          hint: 'The dates run from this notice, by regulation 45. You will see them before anyone else acts.',
        },
        concessions,
      ),
      what: personalLine({ label: 'What will the council do?' }),
    }),
    interruption: 'The appeal ends. The council must do this within weeks, and the family will see the date.',
  }),
  ...hearingEvents(BOTH, { family: 'The family', council: 'The council' }),
  'consent-order': event({
    title: 'Record an order that both sides agreed',
    past: 'The Tribunal made an order that both sides agreed',
    when: 'What is the date of the order?',
    by: BOTH,
    data: z.object({ points: list({ label: 'What was ordered?' }, orderPoint) }),
    check: everyPointHasADate,
  }),
  'order-made': event({
    title: 'Record the decision: the appeal was allowed',
    past: 'The Tribunal allowed the appeal and made an order',
    when: 'What is the date on which the order was made?',
    by: BOTH,
    data: z.object({
      sent: date({ label: 'When was the decision sent to you?' }),
      points: list({ label: 'What was ordered?' }, orderPoint),
      recommendations: list(
        {
          label: 'What was recommended to health or social care?',
          hint: 'Leave it out if you record it in the case about health and social care.',
        },
        recommendation,
        { min: 0, max: 20 },
      ).optional(),
    }),
    check: (c: CaseContext, { on, data }) =>
      data.sent < on
        ? 'The decision cannot be sent before the order was made.'
        : c.happened.registered && on < (c.happened.registered.at(-1)?.on ?? '')
          ? 'The order cannot be earlier than the registration.'
          : everyPointHasADate(c, { data }),
  }),
  dismissed: event({
    title: 'Record the decision: the appeal was dismissed',
    past: 'The Tribunal dismissed the appeal',
    when: 'When was the decision sent to you?',
    by: BOTH,
    data: nothing,
  }),
  'permission-asked': event({
    title: 'Ask for permission to appeal',
    past: 'The Tribunal was asked for permission to appeal on a point of law',
    by: [FAMILY],
    data: withReason('What is the error of law?'),
  }),
  'set-aside-asked': event({
    title: 'Ask for the decision to be cancelled (“set aside”)',
    past: 'The Tribunal was asked to set its decision aside',
    by: [FAMILY],
    data: withReason('What went wrong in the procedure?'),
  }),
  'set-aside-granted': event({
    title: 'Record that the decision was cancelled (“set aside”)',
    past: 'The Tribunal set its decision aside: the appeal goes on',
    by: BOTH,
    data: nothing,
  }),
  'set-aside-refused': event({
    title: 'Record that the decision stands (not “set aside”)',
    past: 'The Tribunal did not set its decision aside',
    when: 'When was this sent to you?',
    by: BOTH,
    data: nothing,
  }),
  'council-asked-permission': event({
    title: 'Record that the council asked for permission to appeal',
    past: 'The council asked for permission to appeal. The order still binds it',
    by: BOTH,
    data: nothing,
  }),
  'decision-accepted': event({
    title: 'Accept the decision',
    past: 'The family accepted the decision',
    by: [FAMILY],
    data: nothing,
    interruption: 'You can then no longer follow a further appeal here.',
  }),
  withdrawn: event({
    title: 'Withdraw the appeal',
    past: 'The appeal was withdrawn',
    when: 'When did the Tribunal receive the withdrawal?',
    by: [FAMILY],
    data: nothing,
    interruption:
      'The decision of the council then stands. You have 28 days to ask for the appeal to be taken up again.',
  }),
  reinstated: event({
    title: 'Record that the appeal was taken up again',
    past: 'The appeal was taken up again',
    by: BOTH,
    data: nothing,
  }),
  ...notAcceptedEvents('appeal', BOTH),
  closed: event({
    title: 'Close the case',
    past: 'The family closed the case',
    by: [FAMILY],
    data: nothing,
    interruption: 'You can no longer follow this appeal here.',
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const certificateOf = (c: C): string | undefined =>
  last(c, 'certificate-received')?.on ?? c.facts.certificateIssued;

const words = vocabulary({
  facts,
  events,
  guards: {
    'a certificate is needed': (c: C) => needsCertificate(c.facts) && certificateOf(c) === undefined,
    'it was struck out': wasStruckOut,
  },
});

const lodging = {
  rule: 'appeal.lodge',
  inputs: (c: C) => {
    const certificateIssued = certificateOf(c);
    return { noticeSent: c.facts.noticeSent, ...(certificateIssued ? { certificateIssued } : {}) };
  },
  metBy: ['lodged', 'lodged-late', 'leave-asked'],
  owedBy: FAMILY,
  familyRight: true,
  ifMissed: 'You can still ask the Tribunal to accept a late appeal. Send it at once, with your reasons.',
} as const;

const directionClocks = {
  rules: ['named.date.tribunal'],
  each: directionItems((who) => (who === 'family' ? FAMILY : COUNCIL)),
  metBy: 'direction-met',
  ifMissed:
    'Ask the Tribunal with a request for changes. It can bar a side that does not do what was directed.',
} as const;

const duringTheAppeal = {
  directed: 'stay',
  'direction-met': 'stay',
  'change-asked': 'stay',
  'missed.named.date.tribunal': 'stay',
  withdrawn: 'withdrawn',
  'struck-out': 'struck-out',
} as const;

const recommendationFacts = (c: C) => {
  const order = last(c, 'order-made');
  return (['icb', 'social-care'] as const)
    .map((to) => ({
      source: 'recommendation',
      made: order?.data.sent ?? c.opened,
      owedBy: to,
      points: numbered(
        (order?.data.recommendations ?? [])
          .filter((each) => each.to === to)
          .map(({ what }) => ({ what, kind: 'recommendation.respond' })),
      ),
    }))
    .filter(({ points }) => points.length > 0);
};

/** When the decision that stands was sent: a later one takes the place of an earlier. */
const decisionSent = (c: C): string | undefined =>
  [last(c, 'dismissed')?.on, last(c, 'order-made')?.data.sent, refusalSent(c)]
    .filter((on) => on !== undefined)
    .sort()
    .at(-1);

const { permissionRuns, limits: decisionLimits } = afterTheDecision('appeal', (c) => decisionSent(c as C));

const refused = notAccepted('appeal', 'appeal');

/** The family may ask again, appeal, or send a form that has what was missing. */
const afterARefusal = {
  'look-again-asked': 'looking-again',
  'permission-asked': 'permission',
  closed: 'closed',
  'missed.appeal.permission': 'not-accepted',
} as const;

export const tribunalAppeal = words.defineRoute({
  id: 'tribunal.sen-appeal',
  effective: { from: '2014-09-01' },
  title: 'Appeal to the SEND Tribunal',
  summary:
    'An independent Tribunal can change the decision of the council. It is free. You do not need a lawyer. A complaint never stops its date.',
  law: [
    'Children and Families Act 2014 s51',
    'HESC Rules 2008 (SI 2008/2699)',
    'SEND Regulations 2014 regs 43–45',
  ],
  decidedOn,
  initial: 'start',
  stages: {
    start: { choose: [{ when: 'a certificate is needed', to: 'certificate' }, { to: 'ready' }] },
    certificate: {
      title: 'Get your mediation certificate',
      responsible: FAMILY,
      duty: 'must get a mediation certificate before the appeal',
      law: ['Children and Families Act 2014 s55', 'HESC Rules 2008 rule 20'],
      deadlines: [lodging],
      opens: [
        {
          route: 'mediation-information',
          once: true,
          facts: ({ facts: { decision, noticeSent, sections } }) => ({ decision, noticeSent, sections }),
        },
      ],
      on: {
        'certificate-received': 'ready',
        'leave-asked': 'sent',
        'missed.appeal.lodge': 'late',
        closed: 'closed',
      },
    },
    ready: {
      title: 'Send your appeal',
      responsible: FAMILY,
      duty: 'must see that the Tribunal has the appeal',
      law: ['HESC Rules 2008 rules 12 and 20(1)(c)'],
      deadlines: [lodging],
      on: {
        lodged: 'sent',
        'certificate-received': 'stay',
        'missed.appeal.lodge': 'late',
        closed: 'closed',
      },
    },
    late: {
      title: 'The date for the appeal has passed',
      responsible: FAMILY,
      duty: 'can still ask the Tribunal to accept a late appeal',
      law: ['HESC Rules 2008 rules 5(3)(a) and 20(3)', 'CM v Surrey [2014] UKUT 4 (AAC)'],
      noDeadline: 'There is no fixed limit for asking. Ask at once, and say why you are late.',
      on: { 'lodged-late': 'sent', 'leave-asked': 'sent', 'certificate-received': 'stay', closed: 'closed' },
    },
    sent: {
      title: 'Waiting for the Tribunal to register the appeal',
      responsible: 'SEND Tribunal',
      duty: 'registers the appeal and sends it to the council',
      law: ['HESC Rules 2008 rule 20'],
      deadlines: [
        {
          rule: 'appeal.register',
          inputs: (c) =>
            from(
              'received',
              last(c, 'lodged')?.on ?? last(c, 'lodged-late')?.on ?? last(c, 'leave-asked')?.on,
            ),
          metBy: ['registered', 'rejected'],
          ifMissed: 'Call the Tribunal. Ask for urgency if your child has no school place.',
        },
      ],
      on: {
        registered: 'answering',
        rejected: 'rejected',
        withdrawn: 'withdrawn',
        'missed.appeal.register': 'stay',
      },
    },
    answering: {
      title: 'The council must answer the appeal',
      responsible: COUNCIL,
      duty: 'must answer the appeal',
      law: ['HESC Rules 2008 rule 21', 'SEND Regulations 2014 reg 45'],
      deadlines: [
        {
          rule: 'appeal.respond',
          inputs: (c) => {
            const registered = last(c, 'registered');
            return registered && !registered.data.respondBy ? { sentToAuthority: registered.on } : undefined;
          },
          metBy: ['responded', 'conceded'],
          ifMissed:
            'The Tribunal can bar the council from taking part. Ask for it with a request for changes.',
        },
        {
          rule: 'named.date.tribunal',
          inputs: (c) => from('named', last(c, 'registered')?.data.respondBy),
          metBy: ['responded', 'conceded'],
          ifMissed:
            'The Tribunal can bar the council from taking part. Ask for it with a request for changes.',
        },
        directionClocks,
      ],
      on: {
        responded: 'preparing',
        conceded: 'conceded',
        'consent-order': 'agreed',
        'hearing-listed': 'stay',
        'missed.appeal.respond': 'stay',
        'order-made': 'allowed',
        dismissed: 'lost',
        ...duringTheAppeal,
      },
    },
    preparing: {
      title: 'Preparing for the hearing',
      responsible: COUNCIL,
      duty: 'must prepare the bundle, and both sides must do what the Tribunal directs',
      law: ['HESC Rules 2008 rules 5–7 and 15'],
      deadlines: [directionClocks],
      on: {
        'hearing-listed': 'listed',
        heard: 'waiting',
        'consent-order': 'agreed',
        'order-made': 'allowed',
        dismissed: 'lost',
        ...duringTheAppeal,
      },
    },
    listed: {
      title: 'The hearing has a date',
      responsible: 'SEND Tribunal',
      duty: 'hears the appeal',
      law: ['HESC Rules 2008 rules 23–27'],
      deadlines: [
        directionClocks,
        {
          rule: 'named.date',
          inputs: hearingDay,
          metBy: ['heard', 'adjourned', 'consent-order', 'order-made', 'dismissed', 'hearing-listed'],
          ifMissed: 'Record what happened at the hearing, or its new date.',
        },
      ],
      on: {
        heard: 'waiting',
        adjourned: 'preparing',
        'hearing-listed': 'stay',
        'consent-order': 'agreed',
        'order-made': 'allowed',
        dismissed: 'lost',
        'missed.named.date': 'stay',
        ...duringTheAppeal,
      },
    },
    waiting: {
      title: 'Waiting for the decision',
      responsible: 'SEND Tribunal',
      duty: 'sends its decision with reasons',
      law: ['HESC Rules 2008 rule 30'],
      deadlines: [
        {
          rule: 'appeal.decide',
          inputs: (c) => from('heard', last(c, 'heard')?.on),
          metBy: ['order-made', 'dismissed', 'consent-order', 'adjourned'],
          ifMissed: 'Call the Tribunal. Two weeks is its practice, not the law.',
        },
        directionClocks,
      ],
      on: {
        'order-made': 'allowed',
        dismissed: 'lost',
        'consent-order': 'agreed',
        adjourned: 'preparing',
        'missed.appeal.decide': 'stay',
        ...duringTheAppeal,
      },
    },
    withdrawn: {
      title: 'The appeal was withdrawn',
      responsible: FAMILY,
      duty: 'can ask for the appeal to be taken up again',
      law: ['HESC Rules 2008 rule 17'],
      deadlines: [
        {
          rule: 'appeal.reinstate',
          inputs: (c) => from('withdrawn', last(c, 'withdrawn')?.on),
          metBy: ['reinstated', 'closed'],
          familyRight: true,
          ifMissed: 'The appeal is over. A new decision of the council can be appealed again.',
        },
      ],
      on: { reinstated: 'preparing', closed: 'closed', 'missed.appeal.reinstate': 'closed' },
    },
    lost: {
      title: 'The appeal was dismissed',
      responsible: FAMILY,
      duty: 'can ask for permission to appeal on a point of law, or for the decision to be cancelled (“set aside”)',
      law: ['HESC Rules 2008 rules 45–47'],
      deadlines: [...decisionLimits],
      on: {
        'permission-asked': 'permission',
        'set-aside-asked': 'stay',
        'set-aside-granted': 'preparing',
        'set-aside-refused': 'stay',
        'decision-accepted': 'dismissed',
        'order-made': 'allowed',
        'missed.appeal.permission': 'dismissed',
        'missed.appeal.set-aside': 'stay',
      },
    },
    allowed: {
      title: 'The appeal was allowed',
      responsible: FAMILY,
      duty: 'can ask for permission to appeal if part of the decision is wrong in law',
      law: ['HESC Rules 2008 rules 45–47', 'SEND Regulations 2014 reg 44'],
      deadlines: [...decisionLimits],
      opens: [
        { route: 'compliance', facts: (c) => keepingTheOrder('order', last(c, 'order-made')) },
        { route: 'compliance', facts: recommendationFacts },
      ],
      on: {
        'permission-asked': 'permission',
        'set-aside-asked': 'stay',
        'set-aside-granted': 'preparing',
        'set-aside-refused': 'stay',
        'council-asked-permission': 'stay',
        'decision-accepted': 'won',
        'missed.appeal.permission': 'won',
        'missed.appeal.set-aside': 'stay',
      },
    },
    agreed: {
      title: 'An order was agreed',
      outcome: 'The council must now do what was agreed by the dates in the linked case.',
      law: ['HESC Rules 2008 rule 29', 'SEND Regulations 2014 reg 44'],
      opens: [
        { route: 'compliance', facts: (c) => keepingTheOrder('consent-order', last(c, 'consent-order')) },
      ],
    },
    conceded: {
      title: 'The council gave way',
      outcome: 'The appeal counts as decided for you. The council must act by the date in the linked case.',
      law: ['SEND Regulations 2014 reg 45'],
      tells: [
        {
          // Without an education issue the Tribunal can recommend nothing to health and social care.
          route: 'tribunal.extended',
          event: 'education-ended',
          on: (c) => last(c, 'conceded')?.on ?? c.opened,
          data: () => ({}),
        },
      ],
      opens: [
        {
          route: 'compliance',
          facts: (c) => {
            const given = last(c, 'conceded');
            return given
              ? [
                  {
                    source: 'concession',
                    made: given.on,
                    owedBy: 'council',
                    points: numbered(
                      concessionPoints[given.data.kind].map((kind) => ({ what: given.data.what, kind })),
                    ),
                  },
                ]
              : [];
          },
        },
      ],
    },
    won: {
      title: 'You won the appeal',
      outcome: 'The council must do what was ordered by the dates in the linked case.',
    },
    dismissed: {
      title: 'The appeal was dismissed',
      outcome:
        'The decision of the council stands. A later decision can be appealed again. If you are late to ask for permission to appeal, ask at once and say why.',
    },
    permission: {
      title: 'You asked for permission to appeal',
      outcome: 'The linked case follows your appeal on a point of law, step by step. An order still binds.',
      law: ['HESC Rules 2008 rules 46–49', 'Tribunals, Courts and Enforcement Act 2007 s11'],
      opens: [
        {
          route: 'upper-tribunal',
          once: true,
          facts: (c) => {
            const asked = last(c, 'permission-asked')?.on ?? c.opened;
            return { other: 'council', decisionSent: permissionRuns(c) ?? asked, asked };
          },
        },
      ],
    },
    rejected: {
      ...refused.rejected,
      on: {
        ...afterARefusal,
        lodged: 'sent',
        'lodged-late': 'sent',
        'certificate-received': 'stay',
        reinstated: 'sent',
        'missed.appeal.afresh': 'stay',
      },
    },
    'struck-out': {
      ...refused.struckOut,
      on: { ...afterARefusal, reinstated: 'preparing', 'missed.appeal.reinstate.struck-out': 'stay' },
    },
    'looking-again': {
      ...refused.lookingAgain,
      on: {
        reinstated: [{ when: 'it was struck out', to: 'preparing' }, { to: 'sent' }],
        'look-again-refused': 'refused-again',
        'permission-asked': 'permission',
        closed: 'closed',
        'missed.appeal.permission': 'stay',
      },
    },
    'refused-again': {
      ...refused.refusedAgain,
      on: { 'permission-asked': 'permission', closed: 'closed', 'missed.appeal.permission': 'not-accepted' },
    },
    'not-accepted': {
      title: 'The appeal did not go on',
      outcome:
        'You can still ask the Tribunal late, with your reasons. A new decision of the council can be appealed again.',
    },
    closed: { title: 'The case was closed', outcome: 'The decision of the council stands.' },
  },
});

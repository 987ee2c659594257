// A disability discrimination claim about a school: Equality Act 2010 s116 and Sch 17, HESC Rules 2008.
// August and Christmas count in these claims: they left rule 12(3) on 21 July 2020.

import { z } from 'zod';
import {
  all,
  choice,
  date,
  event,
  last,
  list,
  text,
  vocabulary,
  type CaseContext,
  type PartyId,
} from '../kit';
import { aboutPoint, nothing, withReason } from './parts/data';
import { from, notBeforeItHappened, notEarlierThan } from './parts/days';
import { directionItems, hearingDay, hearingEvents } from './parts/hearing';
import { numbered } from './parts/points';
import { notAccepted, notAcceptedEvents, refusalSent, wasStruckOut } from './parts/not-accepted';
import { afterTheDecision } from './parts/tribunal-decision';
import {
  againstWhom,
  forEachBody,
  schoolBodies,
  schoolOrderClocks,
  schoolOrderPoint,
  schoolParty,
  toTheBody,
} from './parts/school-bodies';

const FAMILY = 'parent or young person';
const BODIES = Object.values(schoolParty);
/** The Tribunal writes to both sides; either may record what it wrote. */
const SIDES = [FAMILY, ...BODIES] as const;

const facts = z.object({
  against: choice(
    { label: 'Which school is the claim about?', hint: 'The claim is against the body that runs it.' },
    schoolBodies,
  ),
  happened: date({
    label: 'When did it happen?',
    hint: 'If it went on for a time, use the last day of it. If the school did not do something, use the day on which it decided not to.',
  }),
  what: text({ label: 'What did the school do, or not do?' }),
});

type Facts = z.infer<typeof facts>;

const factsOf = (c: CaseContext): Facts => c.facts as Facts;

const notBeforeRegistration = (what: string) =>
  notEarlierThan(what, (c) => c.happened.registered?.at(-1)?.on, 'the registration');

const points = list({ label: 'What must the school do?' }, schoolOrderPoint, { min: 0, max: 50 }).optional();

const events = {
  lodged: event({
    title: 'Record that you sent your claim',
    past: 'The claim was sent to the Tribunal',
    when: 'When did the Tribunal receive it?',
    by: [FAMILY],
    data: nothing,
    check: notBeforeItHappened('Your claim'),
  }),
  'lodged-late': event({
    title: 'Record a late claim, with your reasons',
    past: 'A late claim was sent to the Tribunal, with reasons',
    when: 'When did the Tribunal receive it?',
    by: [FAMILY],
    data: withReason('Why is the claim late?', 'Say also if it went on after the first day.'),
    check: notBeforeItHappened('Your claim'),
  }),
  registered: event({
    title: 'Record that the Tribunal registered the claim',
    past: 'The Tribunal registered the claim and sent it to the school',
    when: 'When was it sent to the school?',
    by: SIDES,
    data: z.object({
      respondBy: date({ label: 'By when must the school answer, if the letter says so?' })
        .meta({ future: true })
        .optional(),
    }),
    check: notEarlierThan(
      'The registration',
      (c) => c.happened.lodged?.at(-1)?.on ?? c.happened['lodged-late']?.at(-1)?.on,
      'the claim',
    ),
  }),
  rejected: event({
    title: 'Record that the Tribunal did not accept the claim',
    past: 'The Tribunal did not accept the claim',
    when: 'When was this sent to you?',
    by: SIDES,
    data: z.object({
      why: choice(
        { label: 'Why?' },
        { late: 'It was too late', outside: 'This Tribunal cannot look at it', other: 'Another reason' },
      ),
    }),
  }),
  responded: event({
    title: 'Answer the claim',
    past: 'The school answered the claim',
    when: 'When was the answer sent?',
    by: SIDES,
    data: z.object({
      opposes: choice(
        { label: 'Does the school oppose the claim?' },
        { all: 'All of it', part: 'Part of it', none: 'None of it' },
      ),
    }),
    check: notBeforeRegistration('The answer'),
  }),
  ...hearingEvents(SIDES, { family: 'The family', school: 'The school' }),
  settled: event({
    title: 'Record that you and the school agreed',
    past: 'The family and the school agreed',
    when: 'What is the date of the agreement or agreed order?',
    by: SIDES,
    data: z.object({ points }),
    interruption:
      'The claim ends. Everything that was agreed must be written down, with a date for each point.',
    check: notBeforeRegistration('The agreement'),
  }),
  'claim-allowed': event({
    title: 'Record the decision: there was discrimination',
    past: 'The Tribunal decided that there was discrimination',
    when: 'What is the date of the decision?',
    by: SIDES,
    data: z.object({ sent: date({ label: 'When was it sent to you?' }), points }),
    check: (c: CaseContext, { on, data }) =>
      data.sent < on
        ? 'The decision cannot be sent before it was made.'
        : notBeforeRegistration('The decision')(c, { on }),
  }),
  dismissed: event({
    title: 'Record the decision: the claim was dismissed',
    past: 'The Tribunal dismissed the claim',
    when: 'When was the decision sent to you?',
    by: SIDES,
    data: nothing,
    check: notBeforeRegistration('The decision'),
  }),
  'order-kept': event({
    title: 'Say that a point is done',
    past: 'A point of the order or agreement was done',
    when: 'When was it done?',
    by: SIDES,
    data: aboutPoint,
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
    past: 'The Tribunal set its decision aside: the claim goes on',
    by: SIDES,
    data: nothing,
  }),
  'set-aside-refused': event({
    title: 'Record that the decision stands (not “set aside”)',
    past: 'The Tribunal did not set its decision aside',
    when: 'When was this sent to you?',
    by: SIDES,
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
    title: 'Withdraw the claim',
    past: 'The claim was withdrawn',
    when: 'When did the Tribunal receive the withdrawal?',
    by: [FAMILY],
    data: nothing,
    interruption: 'The claim ends. You have 28 days to ask for it to be taken up again.',
  }),
  reinstated: event({
    title: 'Record that the claim was taken up again',
    past: 'The claim was taken up again',
    by: SIDES,
    data: nothing,
  }),
  ...notAcceptedEvents('claim', SIDES),
  closed: event({
    title: 'Close the case',
    past: 'The family closed the case',
    by: [FAMILY],
    data: nothing,
    interruption: 'You can no longer follow this claim here.',
  }),
};

type C = CaseContext<Facts, typeof events>;

/** What was ordered or agreed in the end. */
const orderPoints = (c: C) =>
  numbered([...all(c, 'settled'), ...all(c, 'claim-allowed')].at(-1)?.data.points ?? []);

/** When the decision that stands was sent; an agreement cannot be appealed. */
const decisionSent = (c: C): string | undefined =>
  [last(c, 'dismissed')?.on, last(c, 'claim-allowed')?.data.sent, refusalSent(c)]
    .filter((on) => on !== undefined && last(c, 'settled') === undefined)
    .sort()
    .at(-1);

const { permissionRuns, limits: decisionLimits } = afterTheDecision('discrimination', (c) =>
  decisionSent(c as C),
);

const allDone = (c: C): boolean => {
  const done = new Set(all(c, 'order-kept').map(({ data }) => data.point));
  return orderPoints(c).every(({ key }) => done.has(key));
};

const words = vocabulary({
  facts,
  events,
  guards: {
    ...againstWhom((c) => (c as C).facts.against),
    'agreed without points': (c: C) => last(c, 'settled') !== undefined && orderPoints(c).length === 0,
    'nothing ordered': (c: C) => orderPoints(c).length === 0,
    'all done': allDone,
    'it was struck out': wasStruckOut,
  },
});

const claimLimit = {
  rule: 'discrimination.claim',
  inputs: (c: C) => ({ happened: c.facts.happened }),
  metBy: ['lodged', 'lodged-late', 'closed'],
  familyRight: true,
  ifMissed: 'The Tribunal can still look at a late claim. Send it at once, with your reasons.',
} as const;

const directionClocks = {
  rules: ['named.date.tribunal'],
  each: directionItems((who, c) =>
    who === 'family' ? FAMILY : schoolParty[factsOf(c as CaseContext).against],
  ),
  metBy: 'direction-met',
  ifMissed:
    'Ask the Tribunal with a request for changes. It can bar a side that does not do what was directed.',
} as const;

const duringTheClaim = {
  directed: 'stay',
  'direction-met': 'stay',
  'change-asked': 'stay',
  'missed.named.date.tribunal': 'stay',
  settled: 'order',
  'claim-allowed': 'order',
  dismissed: 'lost',
  withdrawn: 'withdrawn',
  'struck-out': 'struck-out',
} as const;

const refused = notAccepted('discrimination', 'claim');

const afterARefusal = {
  'look-again-asked': 'looking-again',
  'permission-asked': 'permission',
  closed: 'closed',
  'missed.discrimination.permission': 'not-accepted',
} as const;

const NOT_ANSWERED =
  'The Tribunal can bar the school from taking part. Ask for it with a request for changes.';

const answering = (party: PartyId) =>
  ({
    title: 'The school must answer the claim',
    responsible: party,
    duty: 'must answer the claim',
    law: ['HESC Rules 2008 rule 21'],
    deadlines: [
      {
        rule: 'discrimination.respond',
        inputs: (c: C) => {
          const registered = last(c, 'registered');
          return registered && !registered.data.respondBy ? { sentToAuthority: registered.on } : undefined;
        },
        metBy: 'responded',
        ifMissed: NOT_ANSWERED,
      },
      {
        rule: 'named.date.tribunal',
        inputs: (c: C) => from('named', last(c, 'registered')?.data.respondBy),
        metBy: 'responded',
        ifMissed: NOT_ANSWERED,
      },
      directionClocks,
    ],
    on: {
      responded: 'preparing',
      'hearing-listed': 'stay',
      'missed.discrimination.respond': 'stay',
      ...duringTheClaim,
    },
  }) as const;

const orderClocks = (party: PartyId) =>
  schoolOrderClocks(
    (c) => orderPoints(c as C),
    party,
    'Write to the school and name the order. You can complain to the Department for Education, or ask a court: take advice.',
  );

const ordered = (party: PartyId) =>
  ({
    title: 'The school must do what was ordered or agreed',
    responsible: party,
    duty: 'must do what was ordered or agreed',
    law: ['Equality Act 2010 Sch 17 para 5', 'HESC Rules 2008 rules 29 and 45–47'],
    deadlines: [orderClocks(party), ...decisionLimits],
    on: {
      'order-kept': [{ when: 'all done', to: 'kept' }, {}],
      'permission-asked': 'permission',
      'set-aside-asked': 'stay',
      'set-aside-granted': 'preparing',
      'set-aside-refused': 'stay',
      'decision-accepted': 'stay',
      closed: 'closed',
      'missed.named.date': 'stay',
      'missed.discrimination.permission': 'stay',
      'missed.discrimination.set-aside': 'stay',
    },
  }) as const;

const furtherAppeal = {
  route: 'upper-tribunal',
  once: true,
  facts: (c: C) => {
    const asked = last(c, 'permission-asked')?.on ?? c.opened;
    return {
      other: c.facts.against === 'council' ? 'council-claim' : c.facts.against,
      decisionSent: permissionRuns(c) ?? asked,
      asked,
    };
  },
} as const;

/** The order binds while the family's appeal on a point of law runs in its own case. */
const orderedMeanwhile = (party: PartyId) =>
  ({
    title: 'You asked for permission to appeal. What was ordered must still be done',
    responsible: party,
    duty: 'must do what was ordered, unless a tribunal says that it can wait',
    law: ['Equality Act 2010 Sch 17 para 5', 'HESC Rules 2008 rules 5(3)(l) and 46'],
    deadlines: [orderClocks(party)],
    opens: [furtherAppeal],
    on: {
      'order-kept': [{ when: 'all done', to: 'kept' }, {}],
      closed: 'closed',
      'missed.named.date': 'stay',
    },
  }) as const;

export const tribunalDiscrimination = words.defineRoute({
  id: 'tribunal.discrimination',
  effective: { from: '2010-10-01' },
  title: 'Disability claim to the SEND Tribunal',
  summary:
    'An independent Tribunal decides whether a school treated a child worse because of a disability, or did not make reasonable adjustments. It is free. It can order an apology, training or a change of policy. It cannot order money. A complaint to the school does not stop its date.',
  law: ['Equality Act 2010 ss85, 116 and Sch 17', 'HESC Rules 2008 (SI 2008/2699)'],
  decidedOn: (f) => f.happened,
  initial: 'claim',
  stages: {
    claim: {
      title: 'Send your claim',
      responsible: FAMILY,
      duty: 'must see that the Tribunal has the claim: no mediation certificate is needed',
      law: ['Equality Act 2010 Sch 17 para 4'],
      deadlines: [claimLimit],
      on: { lodged: 'sent', closed: 'closed', 'missed.discrimination.claim': 'late' },
    },
    late: {
      title: 'The date for the claim has passed',
      responsible: FAMILY,
      duty: 'can still ask the Tribunal to look at a late claim',
      law: ['Equality Act 2010 Sch 17 para 4(3)'],
      noDeadline: 'There is no fixed limit for asking. Ask at once, and say why you are late.',
      on: { 'lodged-late': 'sent', closed: 'closed' },
    },
    sent: {
      title: 'Waiting for the Tribunal to register the claim',
      responsible: 'SEND Tribunal',
      duty: 'registers the claim and sends it to the school',
      law: ['HESC Rules 2008 rule 20'],
      noDeadline: 'The rules set no number of days. Call the Tribunal if you hear nothing for two weeks.',
      on: { registered: 'respond', rejected: 'rejected', withdrawn: 'withdrawn' },
    },
    respond: {
      choose: [...toTheBody('respond')],
    },
    ...forEachBody('respond', answering),
    preparing: {
      title: 'Preparing for the hearing',
      responsible: 'SEND Tribunal',
      duty: 'gives directions, which both sides must follow, and hears the claim',
      law: ['HESC Rules 2008 rules 5–7, 15 and 23–27'],
      deadlines: [
        directionClocks,
        {
          rule: 'named.date',
          inputs: hearingDay,
          metBy: ['heard', 'adjourned', 'hearing-listed', 'settled', 'claim-allowed', 'dismissed'],
          ifMissed: 'Record what happened at the hearing, or its new date.',
        },
      ],
      on: {
        'hearing-listed': 'stay',
        adjourned: 'stay',
        heard: 'waiting',
        'missed.named.date': 'stay',
        ...duringTheClaim,
      },
    },
    waiting: {
      title: 'Waiting for the decision',
      responsible: 'SEND Tribunal',
      duty: 'sends its decision with reasons',
      law: ['HESC Rules 2008 rule 30'],
      noDeadline:
        'The rules set no number of days. In practice it takes about two weeks. Call the Tribunal after that.',
      deadlines: [directionClocks],
      on: { adjourned: 'preparing', ...duringTheClaim },
    },
    order: {
      choose: [
        { when: 'agreed without points', to: 'settled' },
        { when: 'nothing ordered', to: 'finding' },
        ...toTheBody('ordered'),
      ],
    },
    ...forEachBody('ordered', ordered),
    lost: {
      title: 'The claim was dismissed',
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
        'missed.discrimination.permission': 'dismissed',
        'missed.discrimination.set-aside': 'stay',
      },
    },
    withdrawn: {
      title: 'The claim was withdrawn',
      responsible: FAMILY,
      duty: 'can ask for the claim to be taken up again',
      law: ['HESC Rules 2008 rule 17'],
      deadlines: [
        {
          rule: 'discrimination.reinstate',
          inputs: (c) => from('withdrawn', last(c, 'withdrawn')?.on),
          metBy: ['reinstated', 'closed'],
          familyRight: true,
          ifMissed: 'The claim is over.',
        },
      ],
      on: { reinstated: 'preparing', closed: 'closed', 'missed.discrimination.reinstate': 'closed' },
    },
    finding: {
      title: 'There was discrimination, and nothing more was ordered',
      responsible: FAMILY,
      duty: 'can ask for permission to appeal if the decision is wrong in law',
      law: ['Equality Act 2010 Sch 17 para 5', 'HESC Rules 2008 rules 45–47'],
      deadlines: [...decisionLimits],
      on: {
        'permission-asked': 'permission',
        'set-aside-asked': 'stay',
        'set-aside-granted': 'preparing',
        'set-aside-refused': 'stay',
        'decision-accepted': 'upheld',
        'missed.discrimination.permission': 'upheld',
        'missed.discrimination.set-aside': 'stay',
      },
    },
    permission: {
      choose: [{ when: 'all done', to: 'appealed' }, ...toTheBody('meanwhile')],
    },
    ...forEachBody('meanwhile', orderedMeanwhile),
    appealed: {
      title: 'You asked for permission to appeal',
      outcome: 'The linked case follows your appeal on a point of law, step by step.',
      law: ['HESC Rules 2008 rules 46–49'],
      opens: [furtherAppeal],
    },
    settled: { title: 'You agreed', outcome: 'You and the school settled the claim.' },
    upheld: {
      title: 'There was discrimination',
      outcome: 'The Tribunal agreed with you. Keep its decision.',
    },
    kept: { title: 'It was put right', outcome: 'Everything that was ordered or agreed has been done.' },
    dismissed: {
      title: 'The claim was dismissed',
      outcome:
        'The decision stands. If you are late to ask for permission to appeal, ask at once and say why. A new act of the school can be a new claim.',
    },
    rejected: {
      ...refused.rejected,
      on: {
        ...afterARefusal,
        lodged: 'sent',
        'lodged-late': 'sent',
        reinstated: 'sent',
        'missed.discrimination.afresh': 'stay',
      },
    },
    'struck-out': {
      ...refused.struckOut,
      on: { ...afterARefusal, reinstated: 'preparing', 'missed.discrimination.reinstate.struck-out': 'stay' },
    },
    'looking-again': {
      ...refused.lookingAgain,
      on: {
        reinstated: [{ when: 'it was struck out', to: 'preparing' }, { to: 'sent' }],
        'look-again-refused': 'refused-again',
        'permission-asked': 'permission',
        closed: 'closed',
        'missed.discrimination.permission': 'stay',
      },
    },
    'refused-again': {
      ...refused.refusedAgain,
      on: {
        'permission-asked': 'permission',
        closed: 'closed',
        'missed.discrimination.permission': 'not-accepted',
      },
    },
    'not-accepted': {
      title: 'The claim did not go on',
      outcome:
        'You can still ask the Tribunal late, with your reasons. A school complaint is still open, and a claim against a nursery or college goes to the County Court.',
    },
    closed: { title: 'The case was closed', outcome: 'You did not go on with the claim.' },
  },
});

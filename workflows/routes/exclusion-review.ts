// A suspension or permanent exclusion: the governing board, the independent review panel with a SEN expert, and the
// board again. Education Act 2002 s51A; SI 2012/1033.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, yesNo, type CaseContext, type PartyId } from '../kit';
import { nothing, withReason } from './parts/data';
import { from, latestOf, notBefore, notInThePast } from './parts/days';
import { afterTheAnswer, ombudsmanCase, ombudsmanClock } from './parts/ombudsman-next';

const FAMILY = 'parent or young person';
const BOARD = 'school governing board';
const TRUST = 'academy trust';
const COUNCIL = 'council SEND casework';
const SCHOOL = [BOARD, TRUST] as const;
/** The panel writes to all of them; any may record what it wrote. */
const TOLD = [FAMILY, BOARD, TRUST, COUNCIL] as const;

const facts = z.object({
  kind: choice(
    { label: 'What happened?' },
    {
      permanent: 'Permanent exclusion',
      long: 'Suspension: more than 15 school days in this term',
      exam: 'Suspension: my child would miss a public exam or national test',
      middle: 'Suspension: 6 to 15 school days in this term',
      short: 'Suspension: 5 school days or fewer in this term',
    },
  ),
  school: choice(
    { label: 'What kind of school is it?' },
    { maintained: 'A council school', pru: 'A pupil referral unit', academy: 'An academy or free school' },
  ),
  excluded: date({ label: 'When was your child excluded?' }),
  notified: date({
    label: 'When was the governing board told?',
    hint: 'Usually on the same day. Use the day of the exclusion if you do not know.',
  }),
  disability: yesNo({
    label: 'Could it have to do with a disability?',
    hint: 'For example autism, ADHD or anxiety. No diagnosis is needed.',
  }).default(false),
});

const backOn = date({
  label: 'From which day can your child go back?',
  hint: 'Leave it out if it is at once.',
})
  .meta({ future: true })
  .optional();

const boardDecision = z.object({
  decision: choice(
    { label: 'What did the board decide?' },
    { back: 'The child can go back', 'not-back': 'The exclusion stands' },
  ),
  backOn,
  reasons: text({ label: 'What are the reasons?' }).optional(),
});

const events = {
  'case-sent': event({
    title: 'Send your case to the governing board',
    past: 'The family sent its case to the governing board',
    by: [FAMILY],
    data: z.object({ case: text({ label: 'What should the board know?' }).optional() }),
    check: notBefore('Your case', { excluded: 'the exclusion' }),
  }),
  'board-decided': event({
    title: 'Record the decision of the governing board',
    past: 'The governing board decided',
    when: 'When was the letter with the decision given to the family?',
    by: [...SCHOOL, FAMILY],
    data: boardDecision,
    check: (c: CaseContext, { on, data }) =>
      notBefore('The decision', { notified: 'the day the board was told' })(c, { on }) ??
      notInThePast('The day of going back', on, data.backOn),
  }),
  returned: event({
    title: 'Say that the child is back at school',
    past: 'The child went back to school',
    by: [FAMILY, ...SCHOOL],
    data: nothing,
    check: notBefore('Going back', { 'board-decided': 'the decision' }),
  }),
  'review-asked': event({
    title: 'Ask for an independent review',
    past: 'The family asked for an independent review',
    when: 'When did you hand in the request?',
    by: [FAMILY],
    data: z.object({
      expert: yesNo({
        label: 'Do you want a special educational needs (SEN) expert?',
        hint: 'It is free, and you need no diagnosis. You can only ask for it together with the review.',
      }),
      why: text({ label: 'Why is the decision wrong?' }).optional(),
    }),
    check: notBefore('The request', { 'board-decided': 'the decision of the board' }),
  }),
  'hearing-set': event({
    title: 'Record the day of the panel',
    past: 'The panel has a day',
    by: TOLD,
    data: z.object({ hearing: date({ label: 'On what day does the panel meet?' }).meta({ future: true }) }),
  }),
  'panel-met': event({
    title: 'Record that the panel has met',
    past: 'The independent panel met',
    when: 'When did it meet?',
    by: TOLD,
    data: z.object({
      expertCame: yesNo({ label: 'Was the SEN expert there, if you asked for one?' }),
      adjourned: yesNo({ label: 'Was it put off to another day?' }),
    }),
    check: notBefore('The meeting', { 'review-asked': 'the request' }),
  }),
  'panel-decided': event({
    title: 'Record the decision of the panel',
    past: 'The independent panel decided',
    when: 'When was the letter with the decision given?',
    by: TOLD,
    data: z.object({
      decision: choice(
        { label: 'What did the panel decide?' },
        {
          upheld: 'The exclusion stands',
          recommended: 'It recommends that the board thinks again',
          quashed: 'It quashed the decision: the board must think again',
        },
      ),
    }),
    check: notBefore('The decision', { 'review-asked': 'the request', 'panel-met': 'the meeting' }),
  }),
  reconsidered: event({
    title: 'Record the new decision of the governing board',
    past: 'The governing board met again and decided',
    when: 'When did the board meet again?',
    by: [...SCHOOL, FAMILY],
    data: boardDecision,
    check: (c: CaseContext, { on, data }) =>
      notBefore('The new decision', { 'panel-decided': 'the decision of the panel' })(c, { on }) ??
      notInThePast('The day of going back', on, data.backOn),
  }),
  'request-refused': event({
    title: 'Record that the review was refused',
    past: 'The request for a review was refused, with reasons',
    by: [COUNCIL, TRUST, FAMILY],
    data: withReason('Why was it refused?'),
  }),
  'claim-made': event({
    title: 'Record a disability discrimination claim',
    past: 'The family made a disability discrimination claim',
    by: [FAMILY],
    data: nothing,
    check: notBefore('The claim', { excluded: 'the exclusion' }),
  }),
  'claim-decided': event({
    title: 'Record that the discrimination claim is decided',
    past: 'The discrimination claim was decided',
    when: 'When was it finally decided?',
    by: [FAMILY],
    data: nothing,
    check: notBefore('The end of the claim', { 'claim-made': 'the claim' }),
  }),
  withdrawn: event({
    title: 'Do not go on',
    past: 'The family did not go on',
    by: [FAMILY],
    data: nothing,
    interruption: 'A request for a review that you give up cannot be made again later.',
  }),
  ...afterTheAnswer,
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const lastBoardDecision = (c: C) => last(c, 'reconsidered') ?? last(c, 'board-decided');
const panelDecided = (c: C | CaseContext) => last(c as C, 'panel-decided')?.on;

const words = vocabulary({
  facts,
  events,
  guards: {
    'five days or fewer': (c: C) => c.facts.kind === 'short',
    'only if you ask': (c: C) => c.facts.kind === 'middle',
    'the child can go back': (c: C) => lastBoardDecision(c)?.data.decision === 'back',
    'a suspension': (c: C) => c.facts.kind !== 'permanent',
    'an academy': (c: C) => c.facts.school === 'academy',
    'put off': (c: C) => last(c, 'panel-met')?.data.adjourned === true,
    'the board must think again': (c: C) => last(c, 'panel-decided')?.data.decision !== 'upheld',
    // A family may make a second claim after a first one was decided.
    'a claim is running': (c: C) => {
      const [made, decided] = [last(c, 'claim-made')?.on, last(c, 'claim-decided')?.on];
      return made !== undefined && (decided === undefined || decided < made);
    },
  },
});

const LAW = 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012';

const onTheDecision = [
  { when: 'the child can go back', to: 'going-back' },
  { when: 'a suspension', to: 'suspension-stands' },
  { to: 'review-right' },
] as const;

/** A board that meets only if it is asked meets about a suspension: no panel follows. */
const onTheDecisionAsked = [
  { when: 'the child can go back', to: 'going-back' },
  { to: 'suspension-stands' },
] as const;

const onThePanel = [
  { when: 'the board must think again', to: 'reconsider' },
  { when: 'an academy', to: 'academy-panel-upheld' },
  { to: 'panel-upheld' },
] as const;

/** The panel is arranged by the council, or by the trust of an academy. */
const panelArrangedBy = (party: typeof COUNCIL | typeof TRUST) =>
  ({
    title: 'The independent panel must begin',
    responsible: party as PartyId,
    duty: 'must arrange the panel, and the SEN expert if you asked for one, and pay for both',
    law: [`${LAW}, regs 7, 16 and 25 and Schedule 1`],
    deadlines: [
      {
        rule: 'exclusion.review.hear',
        inputs: (c: C) => from('applied', last(c, 'review-asked')?.on),
        metBy: ['panel-met', 'panel-decided', 'request-refused'],
        ifMissed:
          party === COUNCIL
            ? 'Write to the council at once. You can complain to the Ombudsman about how the panel was arranged.'
            : 'Write to the academy trust at once. You can complain to the Department for Education.',
      },
    ],
    on: {
      'hearing-set': 'stay',
      'panel-met': [{ when: 'put off' }, { to: 'panel-deciding' }],
      'panel-decided': [
        { when: 'the board must think again', to: 'reconsider' },
        { to: party === COUNCIL ? 'panel-upheld' : 'academy-panel-upheld' },
      ],
      'request-refused': [{ when: 'a claim is running', to: 'claim-running' }, { to: 'request-refused' }],
      'missed.exclusion.review.hear': 'stay',
    },
  }) as const;

/** No review can be asked for now: what brings the right back is a discrimination claim that is finally decided. */
const untilAClaimIsDecided = (title: string, says: string) =>
  ({
    title,
    responsible: FAMILY,
    duty: `can make a discrimination claim. ${says}`,
    law: [`${LAW}, Schedule 1 para 2`, 'Equality Act 2010 Sch 17'],
    noDeadline:
      'For a disability claim the date is 6 months from the exclusion. Once a claim is decided, a new date runs here.',
    on: { 'claim-made': 'claim-running', 'claim-decided': 'review-right' },
  }) as const;

export const exclusionReview = words.defineRoute({
  id: 'exclusion-review',
  effective: { from: '2012-09-01' },
  title: 'Suspension or exclusion from school',
  summary:
    'The governing board looks at the exclusion. It can let your child go back, except after a short suspension. After a permanent exclusion you can ask for an independent panel with a SEN expert. The panel can make the board think again, but cannot itself put your child back. From the sixth school day your child must get full-time education.',
  law: ['Education Act 2002 s51A', LAW, 'Equality Act 2010 Sch 17'],
  decidedOn: (f) => f.excluded,
  initial: 'start',
  throughout: {
    deadlines: [
      {
        rule: 'discrimination.claim',
        inputs: (c) => from('happened', c.facts.excluded),
        while: (c) => c.facts.disability && last(c, 'claim-made') === undefined,
        metBy: ['claim-made'],
        owedBy: FAMILY,
        familyRight: true,
        ifMissed: 'You can still ask the Tribunal to hear a late claim. Say why you are late.',
      },
    ],
    on: {
      'claim-made': 'stay',
      'claim-decided': 'stay',
      withdrawn: 'withdrawn',
      'missed.discrimination.claim': 'stay',
    },
  },
  stages: {
    start: {
      choose: [
        { when: 'five days or fewer', to: 'short' },
        { when: 'only if you ask', to: 'ask-the-board' },
        { to: 'board' },
      ],
    },
    short: {
      title: 'You can write to the governing board',
      responsible: BOARD,
      duty: 'must consider what you write, but cannot let your child go back earlier',
      law: [`${LAW}, regs 6, 15 and 24`],
      noDeadline: 'The law sets no date. The board need not meet for 5 school days or fewer.',
      on: { 'case-sent': 'stay', 'board-decided': 'short-considered' },
    },
    'ask-the-board': {
      title: 'Ask the governing board to meet',
      responsible: FAMILY,
      duty: 'can ask the governing board to meet. It must meet only if you send it your case',
      law: [`${LAW}, regs 6, 15 and 24`],
      noDeadline:
        'The law sets no last day for asking. Ask at once: the board has 50 school days from the day it was told.',
      on: { 'case-sent': 'board-on-request', 'board-decided': onTheDecisionAsked },
    },
    'board-on-request': {
      title: 'The governing board must meet',
      responsible: BOARD,
      duty: 'must meet and decide whether the child goes back',
      law: [`${LAW}, regs 6, 15 and 24`],
      deadlines: [
        {
          rule: 'exclusion.board.on-request',
          inputs: (c) => from('notified', c.facts.notified),
          metBy: 'board-decided',
          ifMissed: 'Write to the clerk of the board at once. The suspension does not end by itself.',
        },
      ],
      on: {
        'case-sent': 'stay',
        'board-decided': onTheDecisionAsked,
        'missed.exclusion.board.on-request': 'stay',
      },
    },
    board: {
      title: 'The governing board must meet',
      responsible: BOARD,
      duty: 'must meet, hear you and decide whether the child goes back; before an exam or test, if it can',
      law: [`${LAW}, regs 6, 15 and 24`],
      deadlines: [
        {
          rule: 'exclusion.board',
          inputs: (c) => from('notified', c.facts.notified),
          metBy: 'board-decided',
          ifMissed:
            'Write to the clerk of the board and to the council at once. The exclusion does not end by itself.',
        },
      ],
      on: { 'case-sent': 'stay', 'board-decided': onTheDecision, 'missed.exclusion.board': 'stay' },
    },
    'going-back': {
      title: 'Your child can go back to school',
      responsible: BOARD,
      duty: 'must let the child come back on the day that was decided',
      law: [`${LAW}, regs 6, 15 and 24`],
      deadlines: [
        {
          rule: 'named.date',
          inputs: (c) => {
            const decided = lastBoardDecision(c);
            return from('named', decided?.data.backOn ?? decided?.on);
          },
          metBy: 'returned',
          ifMissed: 'Write to the head teacher and the board. Tell the council that your child is kept out.',
        },
      ],
      on: { returned: 'back', 'missed.named.date': 'stay' },
    },
    'review-right': {
      title: 'You can ask for an independent review',
      responsible: FAMILY,
      duty: 'can ask for an independent review with a SEN expert',
      law: [`${LAW}, Schedule 1 para 2`],
      deadlines: [
        {
          rule: 'exclusion.review.apply',
          // A claim decided after the board has written gives the time anew; one decided before takes none of it away.
          inputs: (c) => from('decided', latestOf(c, 'board-decided', 'claim-decided')),
          metBy: ['review-asked', 'withdrawn'],
          familyRight: true,
          ifMissed:
            'A late request is refused. A discrimination claim is still possible; once it is decided, you get 15 new school days.',
        },
      ],
      on: {
        'review-asked': [{ when: 'an academy', to: 'panel-of-the-trust' }, { to: 'panel-of-the-council' }],
        'missed.exclusion.review.apply': [
          { when: 'a claim is running', to: 'claim-running' },
          { to: 'too-late' },
        ],
      },
    },
    'claim-running': {
      title: 'Your discrimination claim is running',
      responsible: 'SEND Tribunal',
      duty: 'decides the claim. After that you can ask for the review again',
      law: [`${LAW}, Schedule 1 para 2`, 'Equality Act 2010 Sch 17'],
      noDeadline:
        'The dates of the claim run in its own case. Record its end here: it gives you 15 school days.',
      on: { 'claim-decided': 'review-right' },
    },
    'panel-of-the-council': panelArrangedBy(COUNCIL),
    'panel-of-the-trust': panelArrangedBy(TRUST),
    'panel-deciding': {
      title: 'The panel decides',
      responsible: 'independent panel',
      duty: 'must give its decision with reasons without delay',
      law: [`${LAW}, Schedule 1`],
      noDeadline: 'The law says "without delay" and sets no number of days. Call the clerk after a week.',
      on: {
        'panel-decided': onThePanel,
      },
    },
    reconsider: {
      title: 'The governing board must think again',
      responsible: BOARD,
      duty: 'must meet again and reconsider the exclusion',
      law: [`${LAW}, regs 8, 17 and 26`],
      deadlines: [
        {
          rule: 'exclusion.reconsider',
          inputs: (c) => from('decided', panelDecided(c)),
          metBy: 'reconsidered',
          ifMissed:
            'Write to the board at once. After a quashed decision the panel can make the school pay £4,000. Take legal advice.',
        },
      ],
      on: {
        reconsidered: [{ when: 'the child can go back', to: 'going-back' }, { to: 'still-out' }],
        'missed.exclusion.reconsider': 'stay',
      },
    },
    'panel-upheld': {
      title: 'The panel let the exclusion stand',
      responsible: FAMILY,
      duty: 'can complain about how the panel acted, not about its opinion',
      law: ['Local Government Act 1974 ss25–26B'],
      deadlines: [ombudsmanClock(panelDecided)],
      on: {
        'ombudsman-asked': 'ombudsman',
        accepted: 'closed',
        'missed.ombudsman.lgsco.complain': 'stay',
      },
    },
    'academy-panel-upheld': {
      title: 'The panel let the exclusion stand',
      outcome:
        'There is no further appeal. You can tell the Department for Education if the panel broke its rules. A court can look at it if the decision is against the law: take legal advice now.',
    },
    'request-refused': untilAClaimIsDecided(
      'The review was refused',
      'Read the reasons first: if you were in time, write back at once with proof of the day',
    ),
    'short-considered': {
      title: 'The board has looked at it',
      outcome:
        'After a short suspension the board cannot let a child go back earlier. You can complain to the school about how it acted.',
    },
    'suspension-stands': {
      title: 'The suspension stands',
      outcome:
        'There is no panel for a suspension. You can complain to the school, or make a disability discrimination claim within 6 months.',
    },
    back: { title: 'Your child is back at school', outcome: 'The exclusion has ended.' },
    'too-late': untilAClaimIsDecided(
      'The time for a review has passed',
      'Once it is decided you can ask for the review again. The council must go on arranging education',
    ),
    'still-out': {
      title: 'The board did not change its mind',
      outcome:
        'There is no further appeal. A court can look at it if the board acted against the law: take legal advice now. A discrimination claim is possible within 6 months of the exclusion.',
    },
    ombudsman: {
      title: 'You went to the Ombudsman',
      outcome: 'The Ombudsman looks at how the panel acted, in the linked case.',
      opens: [
        ombudsmanCase(
          panelDecided,
          (c) => last(c as C, 'review-asked')?.on,
          () => true,
        ),
      ],
    },
    closed: { title: 'The case was closed', outcome: 'You accepted the decision of the panel.' },
    withdrawn: {
      title: 'You did not go on',
      outcome: 'The exclusion stands. The council must go on arranging education.',
    },
  },
});

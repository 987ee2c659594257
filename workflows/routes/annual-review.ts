// The review of an EHC plan, yearly, early or before a move: meeting, report, decision, amended plan, right of appeal.
// Children and Families Act 2014 s44; SEND Regulations 2014 regs 18–22, 31.

import { z } from 'zod';
import {
  choice,
  date,
  event,
  last,
  text,
  vocabulary,
  yesNo,
  type CaseContext,
  type DeadlineSpec,
} from '../kit';
import { agreeOrAppeal, agreeOrAppealEvents, disputed, type Decided } from './parts/agree-or-appeal';
import { nothing, withReason } from './parts/data';
import { from, notBefore, notInThePast } from './parts/days';

const FAMILY = 'parent or young person';
const COUNCIL = 'council SEND casework';
const SCHOOL = 'school governing board';
const ALL = [COUNCIL, SCHOOL, 'academy trust', 'college', 'nursery provider', FAMILY] as const;

const facts = z.object({
  planMade: date({
    label: 'When was the plan made or last reviewed?',
    hint: 'Use the date of the latest of the two: the plan, or the letter after the last review.',
  }),
  early: yesNo({ label: 'Do you ask for a review before the year is over?' }).default(false),
  arrangedBy: choice(
    { label: 'Who holds the review meeting?', hint: 'A school often does it for the council.' },
    { school: 'The school', council: 'The council: at home, at college or at nursery' },
  ),
  meeting: date({
    label: 'When is the review meeting, or when was it?',
    hint: 'Leave it out if there is no date yet.',
  })
    .meta({ future: true })
    .optional(),
  held: yesNo({ label: 'Has the meeting taken place?' }).default(false),
  move: choice(
    { label: 'Does a move come up in the next 12 months?' },
    {
      none: 'No',
      school: 'To school, or from one phase of school to the next',
      'post-16': 'From school to college or other post-16 education',
      'between-colleges': 'From one college to another',
    },
  ).default('none'),
  moveOn: date({
    label: 'On which day does the move take place?',
    hint: 'For most moves this is 1 September.',
  })
    .meta({ future: true })
    .optional(),
});

const letterSent = 'When was the letter sent?';
const afterTheMeeting = { 'meeting-held': 'the review meeting' };

const events = {
  'early-agreed': event({
    title: 'Agree to an early review',
    past: 'The council agreed to an early review',
    by: [COUNCIL, FAMILY],
    data: nothing,
  }),
  'early-refused': event({
    title: 'Refuse an early review, with reasons',
    past: 'The council refused an early review, with reasons',
    by: [COUNCIL, FAMILY],
    data: withReason('Why not now?', 'The family will read it.'),
  }),
  'meeting-set': event({
    title: 'Record the day of the review meeting',
    past: 'The review meeting has a day',
    when: 'When was the invitation sent?',
    by: ALL,
    data: z.object({
      meeting: date({
        label: 'On what day is the meeting?',
        hint: 'The law asks for at least two weeks of notice.',
      }).meta({ future: true }),
    }),
    check: (_c: CaseContext, { on, data }) => notInThePast('The meeting', on, data.meeting),
  }),
  'papers-sent': event({
    title: 'Say that the reports for the meeting were sent',
    past: 'The reports for the meeting were sent to everyone invited',
    by: ALL,
    data: nothing,
  }),
  'meeting-held': event({
    title: 'Record that the meeting took place',
    past: 'The review meeting took place',
    when: 'When did it take place?',
    by: ALL,
    data: z.object({
      views: yesNo({ label: "Were the child's or young person's views heard?" }).optional(),
      wanted: text({ label: 'What did you ask to change in the plan?' }).optional(),
    }),
    check: (c: CaseContext, { on }) =>
      on < (c.facts as z.infer<typeof facts>).planMade
        ? 'The meeting cannot be earlier than the plan or the last review. Check the two dates.'
        : undefined,
  }),
  'report-sent': event({
    title: 'Say that the report of the meeting was sent',
    past: 'The report of the meeting was sent to everyone invited',
    by: ALL,
    data: nothing,
    check: notBefore('The report', afterTheMeeting),
  }),
  kept: event({
    title: 'Decide: the plan stays as it is',
    past: 'The council decided to leave the plan as it is',
    when: letterSent,
    by: [COUNCIL, FAMILY],
    data: nothing,
    interruption: 'The family gets a right to appeal. Your letter must say so.',
    check: notBefore('The decision', afterTheMeeting),
  }),
  'amendment-announced': event({
    title: 'Record: the plan will change, but no changes were sent yet',
    past: 'The council said that it will change the plan, without sending the changes',
    when: letterSent,
    by: [COUNCIL, FAMILY],
    data: nothing,
    check: notBefore('The letter', afterTheMeeting),
  }),
  'amendments-sent': event({
    title: 'Decide: change the plan, and send the proposed changes',
    past: 'The council sent the plan with the changes it proposes',
    when: 'When were the plan and the proposed changes sent?',
    by: [COUNCIL, FAMILY],
    data: z.object({
      served: date({
        label: 'When did the family receive them?',
        hint: 'Leave it out if it was on the same day.',
      }).optional(),
    }),
    check: (c: CaseContext, { on, data }) =>
      notBefore('The proposed changes', afterTheMeeting)(c, { on }) ??
      (data.served !== undefined && data.served < on
        ? 'They cannot arrive before they were sent.'
        : undefined),
  }),
  ceased: event({
    title: 'Decide: end the plan',
    past: 'The council decided to end the plan',
    when: letterSent,
    by: [COUNCIL, FAMILY],
    data: nothing,
    interruption:
      'You must have asked the family and the school first. The plan goes on until the appeal is over.',
    check: notBefore('The decision', afterTheMeeting),
  }),
  'comments-sent': event({
    title: 'Send your comments, and the school you ask for',
    past: 'The family commented on the proposed changes',
    by: [FAMILY],
    data: z.object({
      comments: text({ label: 'What is wrong or missing?' }).optional(),
      meeting: yesNo({ label: 'Do you ask for a meeting with the council?' }).default(false),
    }),
    check: notBefore('Your comments', { 'amendments-sent': 'the proposed changes' }),
  }),
  'final-plan': event({
    title: 'Send the final amended plan',
    past: 'The council sent the final amended plan',
    when: 'When was the final plan sent?',
    by: [COUNCIL, FAMILY],
    data: nothing,
    interruption: 'The family gets a right to appeal. Your letter must say so.',
    check: notBefore('The final plan', { 'amendments-sent': 'the proposed changes' }),
  }),
  'no-amendment': event({
    title: 'Decide not to change the plan after all',
    past: 'The council decided not to change the plan after all',
    when: letterSent,
    by: [COUNCIL, FAMILY],
    data: nothing,
    interruption: 'The family gets a right to appeal. Your letter must say so.',
    check: notBefore('The decision', { 'amendments-sent': 'the proposed changes' }),
  }),
  ...agreeOrAppealEvents('I agree: close the review'),
  stopped: event({
    title: 'Do not follow this review any more',
    past: 'The family stopped following the review',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. The council still has to review the plan.',
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;
type Deadlines = readonly DeadlineSpec<C, typeof events>[];

const meetingSet = (c: C) => last(c, 'meeting-set')?.data.meeting ?? c.facts.meeting;
const meetingHeld = (c: C) => last(c, 'meeting-held')?.on ?? (c.facts.held ? c.facts.meeting : undefined);
const arrangedBySchool = (c: C) => c.facts.arrangedBy === 'school';

/** The day that regulation 18(1) names in the calendar year of the move. */
const dayInTheYearOfTheMove = (c: C, move: C['facts']['move'], day: '02-15' | '03-31') =>
  c.facts.move === move && c.facts.moveOn !== undefined ? `${c.facts.moveOn.slice(0, 4)}-${day}` : undefined;

/** What can be appealed: the decision, and the day on which its letter was sent. */
function decisionOf(c: C): Decided {
  const plan = last(c, 'final-plan');
  if (plan) return { decision: 'contents', noticeSent: plan.on };
  const ended = last(c, 'ceased');
  if (ended) return { decision: 'cease', noticeSent: ended.on };
  const same = last(c, 'no-amendment') ?? last(c, 'kept');
  return { decision: 'refuse-to-amend', noticeSent: same?.on ?? c.opened };
}

const words = vocabulary({
  facts,
  events,
  guards: {
    'the meeting was held': (c: C) => meetingHeld(c) !== undefined,
    'the meeting has a day': (c: C) => meetingSet(c) !== undefined,
    'an early review is wanted': (c: C) => c.facts.early,
  },
});

const COMPLAIN = 'You can complain to the council, and then to the Ombudsman. ';
const NO_APPEAL_YET = `${COMPLAIN}The right to appeal comes only with the decision.`;
const BEFORE_THE_MOVE = `${COMPLAIN}Take legal advice now: for a move, a court can order the council to decide quickly.`;

/** What ends a review for good. */
const ended = ['kept', 'ceased', 'final-plan', 'no-amendment'] as const;

const wholeReview: Deadlines = [
  {
    rule: 'ehc.review.outer',
    inputs: (c) => from('reviewMeeting', meetingHeld(c)),
    metBy: ended,
    ifMissed: NO_APPEAL_YET,
  },
  {
    rule: 'ehc.transfer.school',
    inputs: (c) => from('transferLimit', dayInTheYearOfTheMove(c, 'school', '02-15')),
    metBy: ended,
    ifMissed: BEFORE_THE_MOVE,
  },
  {
    rule: 'ehc.transfer.post-16',
    inputs: (c) => from('transferLimit', dayInTheYearOfTheMove(c, 'post-16', '03-31')),
    metBy: ended,
    ifMissed: BEFORE_THE_MOVE,
  },
  {
    rule: 'ehc.transfer.between-colleges',
    inputs: (c) => from('transfer', c.facts.move === 'between-colleges' ? c.facts.moveOn : undefined),
    metBy: ended,
    ifMissed: BEFORE_THE_MOVE,
  },
];

const wholeReviewMissed = {
  'missed.ehc.review.outer': 'stay',
  'missed.ehc.transfer.school': 'stay',
  'missed.ehc.transfer.post-16': 'stay',
  'missed.ehc.transfer.between-colleges': 'stay',
} as const;

const untilTheDecision: Deadlines = [
  {
    rule: 'ehc.review.next',
    inputs: (c) => ({ planMade: c.facts.planMade }),
    metBy: ['kept', 'amendments-sent', 'ceased'],
    ifMissed: NO_APPEAL_YET,
  },
  {
    rule: 'ehc.review.decide',
    inputs: (c) => from('reviewMeeting', meetingHeld(c)),
    metBy: ['kept', 'amendments-sent', 'ceased'],
    ifMissed: NO_APPEAL_YET,
  },
  ...wholeReview,
];

/** A council can decide at any time, even where a step before was left out. */
const decisions = {
  kept: 'appeal',
  'amendments-sent': 'amending',
  'amendment-announced': 'changes-awaited',
  ceased: 'appeal',
  'missed.ehc.review.next': 'stay',
  'missed.ehc.review.decide': 'stay',
  ...wholeReviewMissed,
} as const;

/** The same paper is owed by the school where it holds the meeting, else by the council. */
const papers = (owedBy: typeof SCHOOL | typeof COUNCIL): Deadlines[number] => ({
  rule: 'ehc.review.papers',
  inputs: (c) => from('reviewMeeting', meetingSet(c)),
  while: (c) => arrangedBySchool(c) === (owedBy === SCHOOL) && last(c, 'papers-sent') === undefined,
  metBy: 'papers-sent',
  owedBy,
  ifMissed:
    'Ask for the reports at once. You can ask for a later meeting, so that you have two weeks to read.',
});

const report = (owedBy: typeof SCHOOL | typeof COUNCIL): Deadlines[number] => ({
  rule: 'ehc.review.report',
  inputs: (c) => from('reviewMeeting', meetingHeld(c)),
  while: (c) => arrangedBySchool(c) === (owedBy === SCHOOL) && last(c, 'report-sent') === undefined,
  metBy: 'report-sent',
  owedBy,
  ifMissed: 'Ask for the report. The council must decide in time even without it.',
});

export const annualReview = words.defineRoute({
  id: 'annual-review',
  effective: { from: '2014-09-01' },
  title: 'Review of the plan (annual review)',
  summary:
    'The council must review an EHC plan at least once a year, and before a move to a new phase of education. The review can change the plan, leave it or end it. Each of these decisions gives you a right to appeal. Asking for a review does not stop the date of an appeal that is running.',
  law: ['Children and Families Act 2014 ss44–45', 'SEND Regulations 2014 regs 18–22, 31'],
  initial: 'start',
  throughout: { on: { stopped: 'stopped' } },
  stages: {
    start: {
      choose: [
        { when: 'the meeting was held', to: 'after-the-meeting' },
        { when: 'the meeting has a day', to: 'before-the-meeting' },
        { when: 'an early review is wanted', to: 'early' },
        { to: 'due' },
      ],
    },
    early: {
      title: 'You asked for an early review',
      responsible: COUNCIL,
      duty: 'should say whether it will review the plan now',
      law: ['Children and Families Act 2014 s44(1)', 'SEND Code of Practice 2015, 9.186'],
      deadlines: untilTheDecision,
      on: {
        'early-agreed': 'due',
        'early-refused': 'due',
        'meeting-set': 'before-the-meeting',
        'meeting-held': 'after-the-meeting',
        ...decisions,
      },
    },
    due: {
      title: 'The council must hold a review meeting',
      responsible: COUNCIL,
      duty: 'must hold a review meeting and finish the review within the year',
      law: ['Children and Families Act 2014 s44(1)', 'SEND Regulations 2014 regs 20(1)–(3), 21(2)–(3)'],
      deadlines: untilTheDecision,
      on: {
        'meeting-set': 'before-the-meeting',
        'meeting-held': 'after-the-meeting',
        ...decisions,
      },
    },
    'before-the-meeting': {
      title: 'The review meeting is coming',
      responsible: COUNCIL,
      duty: 'must see that the meeting is held, and that you get all reports two weeks before',
      law: ['SEND Regulations 2014 regs 20(1)–(4), 21(2)–(4)'],
      deadlines: [papers(SCHOOL), papers(COUNCIL), ...untilTheDecision],
      on: {
        'meeting-set': 'stay',
        'papers-sent': 'stay',
        'meeting-held': 'after-the-meeting',
        'missed.ehc.review.papers': 'stay',
        ...decisions,
      },
    },
    'after-the-meeting': {
      title: 'The council must decide about the plan',
      responsible: COUNCIL,
      duty: 'must say whether it will keep, change or end the plan, and send any changes with the letter',
      law: [
        'SEND Regulations 2014 regs 20(7)–(11), 21(7)–(10), 22(2)',
        'R (L, M and P) v Devon [2022] EWHC 493 (Admin)',
      ],
      deadlines: [report(SCHOOL), report(COUNCIL), ...untilTheDecision],
      on: { 'report-sent': 'stay', 'missed.ehc.review.report': 'stay', ...decisions },
    },
    'changes-awaited': {
      title: 'The council must send the changes it proposes',
      responsible: COUNCIL,
      duty: 'must send the plan with the proposed changes. A letter that only announces them is not enough',
      law: ['SEND Regulations 2014 reg 22(2)', 'R (L, M and P) v Devon [2022] EWHC 493 (Admin)'],
      deadlines: untilTheDecision,
      on: decisions,
    },
    amending: {
      title: 'The plan is being changed',
      responsible: COUNCIL,
      duty: 'must send the final plan, or say that it stays as it is',
      law: ['SEND Regulations 2014 reg 22(2)–(4)'],
      deadlines: [
        {
          rule: 'ehc.draft.representations',
          inputs: (c) => {
            const sent = last(c, 'amendments-sent');
            return from('served', sent?.data.served ?? sent?.on);
          },
          while: (c) => last(c, 'comments-sent') === undefined,
          metBy: ['comments-sent', 'final-plan', 'no-amendment'],
          owedBy: FAMILY,
          familyRight: true,
          ifMissed: 'Send your comments all the same, at once. The council may finish the plan without them.',
        },
        {
          rule: 'ehc.review.final',
          inputs: (c) => from('amendmentNotice', last(c, 'amendments-sent')?.on),
          metBy: ['final-plan', 'no-amendment'],
          ifMissed: NO_APPEAL_YET,
        },
        ...wholeReview,
      ],
      on: {
        'comments-sent': 'stay',
        'final-plan': 'appeal',
        'no-amendment': 'appeal',
        'missed.ehc.draft.representations': 'stay',
        'missed.ehc.review.final': 'stay',
        ...wholeReviewMissed,
      },
    },
    appeal: agreeOrAppeal((c) => decisionOf(c as C)),
    disputed: disputed((c) => decisionOf(c as C)),
    finished: {
      title: 'The review is finished',
      outcome: 'You agreed with the decision. The next review is due within a year.',
    },
    stopped: {
      title: 'You stopped following the review',
      outcome: 'The council still has to review the plan. A right to appeal lasts until its own date.',
    },
  },
});

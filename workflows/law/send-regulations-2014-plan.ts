// Assessment, plan, review and reassessment: SEND Regulations 2014 (SI 2014/1530), Part 2, with Children and Families Act 2014, s44.

import { days, months, rule, weeks } from './rule';

const common = {
  clock: 'send-regulations',
  kind: 'statutory',
  effective: { from: '2014-09-01' },
} as const;

const regulation = (n: number) => `https://www.legislation.gov.uk/uksi/2014/1530/regulation/${n}`;

const REVIEWS = 'legislation.gov.uk/uksi/2014/1530/part/2/crossheading/reviews-and-reassessments';

/** Reg 18(1) names a day of the year, which no period gives: the day itself is the input. */
const beforeTheMove = {
  limbs: [{ from: 'transferLimit', period: days(0) }],
  url: regulation(18),
  confidence: 'seen',
  verified: REVIEWS,
  readings: [
    {
      id: 'before',
      period: days(-1),
      reason: 'The regulation says "before" that date: read strictly, the day before it is the last.',
    },
  ],
} as const;

export const planRules = {
  'ehc.assess.decide': rule({
    ...common,
    title: 'Decide whether to assess, and tell the family',
    limbs: [{ from: 'requested', period: weeks(6) }],
    citation: 'SEND Regulations 2014, reg 5(1)',
    url: regulation(5),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/5',
    note: 'Excused only in the circumstances of reg 5(4).',
  }),
  'ehc.plan.refuse': rule({
    ...common,
    title: 'Tell the family that no plan will be made, with reasons',
    limbs: [{ from: 'requested', period: weeks(16) }],
    citation: 'SEND Regulations 2014, reg 10(1)',
    url: regulation(10),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/10/made',
  }),
  'ehc.plan.final': rule({
    ...common,
    title: 'Send the final plan',
    limbs: [{ from: 'requested', period: weeks(20) }],
    citation: 'SEND Regulations 2014, reg 13(2)',
    url: regulation(13),
    confidence: 'seen',
    verified: 'Reg 13 quoted in full at senexpertsolicitors.co.uk',
    note: 'Excused only in the circumstances of reg 13(3).',
  }),
  'ehc.health-advice': rule({
    ...common,
    title: 'Give the health advice that the council asked for',
    limbs: [{ from: 'requested', period: weeks(6) }],
    citation: 'SEND Regulations 2014, reg 8(1)',
    url: regulation(8),
    confidence: 'secondary',
    verified: 'edyourself.org copy of the Regulations; council pages',
    note: 'The same period binds every body that is asked for advice.',
  }),
  'ehc.draft.representations': rule({
    ...common,
    title: 'Comment on the draft plan and ask for a school',
    limbs: [{ from: 'served', period: days(15), counting: 'beginning-with' }],
    familyLimit: true,
    citation: 'SEND Regulations 2014, regs 13(1) and 22(2)(c)',
    url: regulation(13),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/22; reg 13 quoted at senexpertsolicitors.co.uk',
    note: 'The council must give at least 15 days beginning with the day of service; it may give more.',
  }),
  'ehc.review.papers': rule({
    ...common,
    title: 'Send the advice and reports to everyone who is invited to the review meeting',
    limbs: [{ from: 'reviewMeeting', period: weeks(-2) }],
    citation: 'SEND Regulations 2014, regs 20(4) and 21(4)',
    url: regulation(20),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/20 and /regulation/21',
    note: 'The meeting itself needs at least two weeks of notice too (regs 20(3) and 21(3)).',
  }),
  'ehc.review.report': rule({
    ...common,
    title: 'Send the report of the review meeting to everyone who was invited',
    limbs: [{ from: 'reviewMeeting', period: weeks(2) }],
    citation: 'SEND Regulations 2014, regs 20(8) and 21(7)',
    url: regulation(20),
    confidence: 'secondary',
    verified: 'IPSEA, annual review',
  }),
  'ehc.review.decide': rule({
    ...common,
    title: 'Decide to keep, amend or end the plan, and give notice',
    limbs: [{ from: 'reviewMeeting', period: weeks(4) }],
    citation: 'SEND Regulations 2014, regs 20(10), 21(9) and 22(2)',
    url: regulation(20),
    confidence: 'secondary',
    verified:
      'IPSEA, doughtystreet and brownejacobson notes of R (L, M and P) v Devon [2022] EWHC 493 (Admin)',
  }),
  'ehc.review.final': rule({
    ...common,
    title: 'Send the final amended plan, or notice that it stays as it is',
    limbs: [{ from: 'amendmentNotice', period: weeks(8) }],
    citation: 'SEND Regulations 2014, reg 22(3) and (4)',
    url: regulation(22),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/22',
  }),
  'ehc.review.outer': rule({
    ...common,
    title: 'Finish the review: the final amended plan at the latest',
    limbs: [{ from: 'reviewMeeting', period: weeks(12) }],
    citation: 'SEND Regulations 2014, regs 20(10) and 22; R (L, M and P) v Devon [2022] EWHC 493 (Admin)',
    url: regulation(22),
    confidence: 'secondary',
    verified: 'IPSEA and doughtystreet notes of the Devon judgment',
  }),
  'ehc.review.next': rule({
    ...common,
    title: 'Review the plan at least once a year',
    limbs: [{ from: 'planMade', period: months(12), counting: 'beginning-with' }],
    citation: 'Children and Families Act 2014, s44(1)',
    url: 'https://www.legislation.gov.uk/ukpga/2014/6/section/44',
    confidence: 'secondary',
    verified:
      'Explanatory Notes to the Act, para 239 (legislation.gov.uk): a review at least every 12 months. The section itself could not be opened.',
  }),
  'ehc.transfer.school': rule({
    ...common,
    ...beforeTheMove,
    title: 'Finish the review before a move to another phase of school: 15 February',
    citation: 'SEND Regulations 2014, reg 18(1)(b)',
    note: 'In the calendar year of the move. The plan must then name the new school, or the type of school.',
  }),
  'ehc.transfer.post-16': rule({
    ...common,
    ...beforeTheMove,
    title: 'Finish the review before a move from school to college: 31 March',
    citation: 'SEND Regulations 2014, reg 18(1)(a)',
    note: 'In the calendar year of the move. The plan must then name the college, or the type of college.',
  }),
  'ehc.transfer.between-colleges': rule({
    ...common,
    title: 'Finish the review before a move from one college to another',
    limbs: [{ from: 'transfer', period: months(-5) }],
    citation: 'SEND Regulations 2014, reg 18(2)',
    url: regulation(18),
    confidence: 'seen',
    verified: REVIEWS,
    note: 'At least five months before the move.',
  }),
  'ehc.reassess.decide': rule({
    ...common,
    title: 'Decide whether to reassess, and tell the family',
    limbs: [{ from: 'requested', period: days(15) }],
    citation: 'SEND Regulations 2014, reg 25(1)',
    url: regulation(25),
    confidence: 'unconfirmed',
    verified: 'The regulation could not be opened.',
  }),
  'ehc.reassess.final': rule({
    ...common,
    title: 'Send the final plan after the reassessment',
    limbs: [{ from: 'reassessmentNotice', period: weeks(14) }],
    citation: 'SEND Regulations 2014, reg 27(2)',
    url: regulation(27),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/27',
  }),
};

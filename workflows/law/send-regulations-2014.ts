// The Special Educational Needs and Disability Regulations 2014 (SI 2014/1530), and the Code on consulting and advice.

import { days, months, of, weeks, workingDays } from './rule';

const regulations = of({
  act: 'SEND Regulations 2014 (SI 2014/1530)',
  kind: 'statutory',
  clock: 'send-regulations',
  url: 'https://www.legislation.gov.uk/uksi/2014/1530',
  effective: { from: '2014-09-01' },
  confidence: 'seen',
});

const order = (
  title: string,
  within: ReturnType<typeof weeks>,
  at: string,
  more: { confidence?: 'secondary' } = {},
) => regulations({ title, from: 'ordered', within, at, ...more });

export const sendRegulations = {
  'mediation.contact': regulations({
    title: 'Contact the mediation adviser',
    from: 'noticeSent',
    within: months(2),
    at: 'reg 33',
    familyLimit: true,
  }),
  'mediation.certificate.declined': regulations({
    title: 'Give the certificate to a family that does not want mediation',
    from: 'adviserInformed',
    within: workingDays(3),
    at: 'reg 34',
    confidence: 'secondary',
  }),
  'mediation.notify-icb': regulations({
    title: 'Tell the ICB about the health issues',
    from: 'authorityInformed',
    within: workingDays(3),
    at: 'reg 35',
    confidence: 'secondary',
  }),
  'mediation.arrange.authority': regulations({
    title: 'Arrange mediation and take part in it',
    from: 'authorityInformed',
    within: days(30),
    at: 'regs 36–37',
    confidence: 'secondary',
    note: 'Some read "arranged" and some "held" within 30 days: both end on the same day.',
  }),
  'mediation.arrange.icb': regulations({
    title: 'Arrange mediation about health and take part in it',
    from: 'icbNotified',
    within: days(30),
    at: 'regs 35–37',
    confidence: 'secondary',
  }),
  'mediation.certificate.not-arranged': regulations({
    title: 'Give the certificate where mediation was not arranged in time',
    from: 'adviserInformed',
    within: workingDays(3),
    at: 'reg 39',
    confidence: 'secondary',
  }),
  'mediation.certificate.concluded': regulations({
    title: 'Give the certificate after mediation',
    from: 'concluded',
    within: workingDays(3),
    at: 'reg 39',
    confidence: 'secondary',
  }),
  'mediation.agreement.no-appeal-right': regulations({
    title: 'Do what was agreed, where it could not have been appealed',
    from: 'agreed',
    within: weeks(2),
    at: 'reg 42(3)',
  }),
  'mediation.agreement.notify-authority': regulations({
    title: 'Tell the council about the agreement',
    from: 'agreed',
    within: weeks(1),
    at: 'reg 42(4)',
  }),
  'order.assess.notify': order('Tell the family that it will assess', weeks(2), 'reg 44(2)(b)'),
  'order.assess.refuse-plan': order(
    'Say with reasons that it will not make a plan',
    weeks(10),
    'reg 44(2)(b)(i)',
  ),
  'order.assess.final-plan': order('Send the final plan', weeks(14), 'reg 44(2)(b)(ii)'),
  'order.make-plan.draft': order('Send the draft plan', weeks(5), 'reg 44(2)(c)(i)'),
  'order.make-plan.final': order('Send the final plan', weeks(11), 'reg 44(2)(c)(ii)'),
  'order.reconsider': order('Think again, and send a draft plan or a notice', weeks(2), 'reg 44(2)(d)', {
    confidence: 'secondary',
  }),
  'order.amend-contents': order('Amend what the plan says', weeks(5), 'reg 44(2)(e)', {
    confidence: 'secondary',
  }),
  'order.amend-placement': order('Amend the school the plan names', weeks(2), 'reg 44(2)(f)', {
    confidence: 'secondary',
  }),
  'order.continue-and-amend': order('Keep the plan and amend it', weeks(5), 'reg 44(2)(h)', {
    confidence: 'secondary',
  }),
  'unopposed.assess': regulations({
    title: 'Carry out the assessment it no longer opposes',
    from: 'conceded',
    within: weeks(4),
    at: 'reg 45(3)',
  }),
  'unopposed.amend-contents': regulations({
    title: 'Send the amended plan it no longer opposes',
    from: 'conceded',
    within: weeks(4),
    at: 'reg 45(4)',
  }),
  'unopposed.amend-placement': regulations({
    title: 'Send the plan with the school it no longer opposes',
    from: 'conceded',
    within: weeks(2),
    at: 'reg 45(5)',
  }),
  'unopposed.make-plan': regulations({
    title: 'Make the plan it no longer opposes',
    from: 'conceded',
    within: weeks(5),
    at: 'reg 45(6)',
    confidence: 'unconfirmed',
  }),
  'ehc.assess.decide': regulations({
    title: 'Decide whether to assess, and tell the family',
    from: 'requested',
    within: weeks(6),
    at: 'reg 5',
    confidence: 'secondary',
  }),
  'ehc.plan.refuse': regulations({
    title: 'Say that it will not make a plan',
    from: 'requested',
    within: weeks(16),
    at: 'reg 10(1)',
    confidence: 'secondary',
  }),
  'ehc.plan.final': regulations({
    title: 'Send the final plan',
    from: 'requested',
    within: weeks(20),
    at: 'reg 13(2)',
  }),
  'ehc.health-advice': regulations({
    title: 'Give advice for the assessment',
    from: 'requested',
    within: weeks(6),
    at: 'reg 8',
    confidence: 'secondary',
  }),
  'ehc.draft.representations': regulations({
    title: 'Say what you think of the draft plan',
    from: 'served',
    within: days(15),
    counting: 'beginning-with',
    at: 'regs 13(1), 22(2)(c)',
    familyLimit: true,
    note: 'The law says at least 15 days: the council may give longer.',
  }),
  'ehc.review.decide': regulations({
    title: 'Say what it will do after the review',
    from: 'reviewMeeting',
    within: weeks(4),
    at: 'reg 20(10)',
    confidence: 'secondary',
  }),
  'ehc.review.final': regulations({
    title: 'Send the final amended plan',
    from: 'amendmentNotice',
    within: weeks(8),
    at: 'reg 22(3)–(4)',
  }),
  'ehc.reassess.decide': regulations({
    title: 'Decide whether to assess again',
    from: 'requested',
    within: days(15),
    at: 'reg 25(1)',
    confidence: 'unconfirmed',
  }),
};

const recommendations = of({
  act: 'SEND (First-tier Tribunal Recommendations Power) Regulations 2017 (SI 2017/1306)',
  kind: 'statutory',
  clock: 'send-regulations',
  url: 'https://www.legislation.gov.uk/uksi/2017/1306',
  effective: { from: '2018-04-03' },
  confidence: 'secondary',
});

export const recommendationRules = {
  'recommendation.respond': recommendations({
    title: 'Answer the recommendation in writing',
    from: 'sent',
    within: weeks(5),
    at: 'regs 6–7',
    readings: [
      {
        id: 'beginning-with',
        counting: 'beginning-with',
        reason: 'Read as five weeks beginning with the day it was made, the time ends one day earlier.',
      },
    ],
  }),
};

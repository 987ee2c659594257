// The rules of the First-tier and the Upper Tribunal, the Equality Act's limit for schools, and judicial review.

import { days, months, of, workingDays, type Rule } from './rule';

const ACT = 'Tribunal Procedure (First-tier Tribunal) (HESC) Rules 2008 (SI 2008/2699)';
const URL = 'https://www.legislation.gov.uk/uksi/2008/2699';

const rules2008 = of({
  act: ACT,
  kind: 'statutory',
  clock: 'tribunal-other',
  url: URL,
  effective: { from: '2008-11-03' },
  confidence: 'secondary',
});

const lodge: Rule<'noticeSent', 'certificateIssued'> = {
  title: 'The Tribunal must have the appeal',
  kind: 'statutory',
  clock: 'tribunal-start',
  limbs: [
    { from: 'noticeSent', period: months(2) },
    { from: 'certificateIssued', period: months(1) },
  ],
  optional: ['certificateIssued'],
  citation: `${ACT}, rules 12 and 20(1)(c)`,
  url: `${URL}/article/20`,
  effective: { from: '2014-09-01' },
  confidence: 'seen',
  familyLimit: true,
};

const upper = of({
  act: 'Tribunal Procedure (Upper Tribunal) Rules 2008 (SI 2008/2698)',
  kind: 'statutory',
  clock: 'upper-tribunal',
  url: 'https://www.legislation.gov.uk/uksi/2008/2698',
  effective: { from: '2008-11-03' },
  confidence: 'secondary',
});

export const tribunalRules = {
  'appeal.lodge': lodge,
  'appeal.register': rules2008({
    title: 'Register the appeal and send it to the council',
    kind: 'service-standard',
    from: 'received',
    within: workingDays(10),
    at: 'rule 20 (practice of the Tribunal, not a rule)',
  }),
  'appeal.respond': rules2008({
    title: 'Answer the appeal',
    from: 'sentToAuthority',
    within: workingDays(30),
    at: 'rule 21',
  }),
  'appeal.permission': rules2008({
    title: 'Ask for permission to appeal on a point of law',
    from: 'decisionSent',
    within: days(28),
    at: 'rule 46',
    familyLimit: true,
  }),
  'appeal.set-aside': rules2008({
    title: 'Ask for the decision to be set aside',
    from: 'decisionSent',
    within: days(28),
    at: 'rule 45',
    familyLimit: true,
  }),
  'appeal.reinstate': rules2008({
    title: 'Ask for a withdrawn appeal to be taken up again',
    from: 'withdrawn',
    within: days(28),
    at: 'rule 17',
    confidence: 'unconfirmed',
    familyLimit: true,
  }),
  'named.date.tribunal': rules2008({
    title: 'Do what the Tribunal directed',
    clock: 'tribunal',
    from: 'named',
    within: days(0),
    at: 'rule 12(2) and (4)',
    confidence: 'seen',
  }),
  'upper-tribunal.permission': upper({
    title: 'Ask the Upper Tribunal for permission to appeal',
    from: 'refusalSent',
    within: months(1),
    at: 'rule 21',
    familyLimit: true,
  }),
  'upper-tribunal.appeal': upper({
    title: 'Send the notice of appeal to the Upper Tribunal',
    from: 'permissionSent',
    within: months(1),
    at: 'rule 23',
    familyLimit: true,
  }),
  'discrimination.claim': of({
    act: 'Equality Act 2010',
    kind: 'statutory',
    clock: 'equality-act',
    url: 'https://www.legislation.gov.uk/ukpga/2010/15/schedule/17/paragraph/4',
    effective: { from: '2010-10-01' },
    confidence: 'seen',
  })({
    title: 'The Tribunal must have the disability claim',
    from: 'happened',
    within: months(6),
    counting: 'beginning-with',
    at: 'Schedule 17 paragraph 4',
    familyLimit: true,
  }),
  'judicial-review.claim': of({
    act: 'Civil Procedure Rules 1998',
    kind: 'statutory',
    clock: 'complaints',
    url: 'https://www.justice.gov.uk/courts/procedure-rules/civil/rules/part54',
    effective: { from: '1999-04-26' },
    confidence: 'unconfirmed',
  })({
    title: 'Start a claim for judicial review',
    from: 'happened',
    within: months(3),
    at: 'rule 54.5: promptly, and in any event within 3 months',
    familyLimit: true,
    note: 'Promptly can mean much earlier than three months.',
  }),
};

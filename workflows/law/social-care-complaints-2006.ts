// Children's social care: Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738) and
// the statutory guidance "Getting the Best from Complaints".

import { months, rule, workingDays } from './rule';

const common = {
  clock: 'complaints',
  kind: 'statutory',
  effective: { from: '2006-09-01' },
} as const;

const regulation = (n: number) => `https://www.legislation.gov.uk/uksi/2006/1738/regulation/${n}`;
const regOf = (n: string) => `Children Act 1989 Representations Procedure (England) Regulations 2006, ${n}`;

export const socialCareRules = {
  'social-care.complain': rule({
    ...common,
    title: "Make the complaint about children's social care",
    limbs: [{ from: 'happened', period: months(12) }],
    familyLimit: true,
    citation: regOf('reg 9'),
    url: regulation(9),
    confidence: 'unconfirmed',
    verified: 'The regulation could not be opened.',
    note: 'The council may accept a later complaint.',
  }),
  'social-care.stage-1': rule({
    ...common,
    title: 'Answer the complaint (stage 1, local resolution)',
    limbs: [{ from: 'received', period: workingDays(10) }],
    citation: regOf('reg 14'),
    url: regulation(14),
    confidence: 'secondary',
    verified: 'Family Rights Group, stage 1',
  }),
  'social-care.stage-1.extended': rule({
    ...common,
    title: 'Answer the complaint (stage 1) where it is complex or an advocate is needed',
    limbs: [{ from: 'received', period: workingDays(20) }],
    citation: regOf('reg 14'),
    url: regulation(14),
    confidence: 'secondary',
    verified: 'Family Rights Group, stage 1',
  }),
  'social-care.stage-2.request': rule({
    ...common,
    title: 'Ask for an investigation (stage 2)',
    limbs: [{ from: 'responded', period: workingDays(20) }],
    kind: 'guidance',
    familyLimit: true,
    citation: 'Getting the Best from Complaints (2006), 3.6',
    url: 'https://www.gov.uk/government/publications/childrens-social-care-getting-the-best-from-complaints',
    confidence: 'secondary',
    verified: 'Bexley and Devon councils, Coram Voice; some councils say 28 days',
    note: 'Guidance, not a bar in law: a later request must be considered.',
  }),
  'social-care.stage-2': rule({
    ...common,
    title: 'Finish the investigation and give the answer (stage 2)',
    limbs: [{ from: 'started', period: workingDays(25) }],
    citation: regOf('reg 17'),
    url: regulation(17),
    confidence: 'secondary',
    verified: 'Family Rights Group, stage 2; Thurrock Council',
    note: 'Councils differ on when it limbs: the request, the written record, or the signed statement. The request is safe for the family.',
  }),
  'social-care.stage-2.extended': rule({
    ...common,
    title: 'Finish the investigation and give the answer (stage 2) after an extension with reasons',
    limbs: [{ from: 'started', period: workingDays(65) }],
    citation: regOf('reg 17'),
    url: regulation(17),
    confidence: 'secondary',
    verified: 'Family Rights Group, stage 2; Thurrock Council',
    note: 'The limit cannot be extended further.',
  }),
  'social-care.panel.request': rule({
    ...common,
    title: 'Ask for a review panel (stage 3)',
    limbs: [{ from: 'adjudicated', period: workingDays(20) }],
    familyLimit: true,
    citation: regOf('reg 18'),
    url: regulation(18),
    confidence: 'secondary',
    verified: 'North Somerset and Middlesbrough councils',
    note: 'The council may accept a later request.',
  }),
  'social-care.panel': rule({
    ...common,
    title: 'Hold the review panel',
    limbs: [{ from: 'requested', period: workingDays(30) }],
    citation: regOf('reg 19'),
    url: regulation(19),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2006/1738/regulation/19',
  }),
  'social-care.panel.report': rule({
    ...common,
    title: "Send the panel's recommendations",
    limbs: [{ from: 'panelHeld', period: workingDays(5) }],
    citation: regOf('reg 20(1)'),
    url: regulation(20),
    confidence: 'secondary',
    verified: 'standards.esd.org.uk, duty 3565',
    note: 'Or as soon as reasonably practicable.',
  }),
  'social-care.panel.response': rule({
    ...common,
    title: "Answer the panel's recommendations",
    limbs: [{ from: 'reportReceived', period: workingDays(15) }],
    citation: regOf('reg 20(3)'),
    url: regulation(20),
    confidence: 'secondary',
    verified: 'standards.esd.org.uk, duty 3565; Family Rights Group, stage 3',
    note: 'Or as soon as reasonably practicable.',
  }),
};

// The two ombudsmen: Local Government Act 1974, Part 3, and Health Service Commissioners Act 1993. They differ by one day on purpose.

import { days, months, rule } from './rule';

const common = { clock: 'complaints', kind: 'statutory' } as const;

export const ombudsmanRules = {
  'ombudsman.lgsco.complain': rule({
    ...common,
    title: 'Complain to the Local Government and Social Care Ombudsman',
    limbs: [{ from: 'aware', period: months(12), counting: 'beginning-with' }],
    familyLimit: true,
    citation: 'Local Government Act 1974, s26B(1)',
    url: 'https://www.legislation.gov.uk/ukpga/1974/7/section/26B',
    effective: { from: '2008-04-01' },
    confidence: 'seen',
    verified: 'legislation.gov.uk/ukpga/1974/7/section/26B',
    note: 'The Ombudsman may accept a later complaint (s26B(3)).',
  }),
  'ombudsman.premature': rule({
    ...common,
    title: "Wait for the council's final answer before the Ombudsman will normally look",
    limbs: [{ from: 'complained', period: days(84) }],
    kind: 'policy',
    citation: 'Local Government Act 1974, s26(5); Ombudsman practice of 12 weeks',
    url: 'https://www.legislation.gov.uk/ukpga/1974/7/section/26',
    effective: { from: '2008-04-01' },
    confidence: 'secondary',
    verified: 'lgo.org.uk, frequently asked questions (older page); Norfolk SENDIASS',
    note: 'Practice: accepted sooner where it is urgent or a person is at risk.',
  }),
  'report.council-response': rule({
    ...common,
    title: "Put the Ombudsman's report before members and say what will be done",
    limbs: [{ from: 'received', period: months(3), counting: 'beginning-with' }],
    citation: 'Local Government Act 1974, s31(2)',
    url: 'https://www.legislation.gov.uk/ukpga/1974/7/section/31',
    effective: { from: '1990-04-01' },
    confidence: 'seen',
    verified: 'Text of s31 as quoted with Children Act 1989, s26',
    note: 'A longer time may be agreed in writing with the Ombudsman.',
  }),
  'ombudsman.phso.complain': rule({
    ...common,
    title: 'Complain to the Parliamentary and Health Service Ombudsman',
    limbs: [{ from: 'aware', period: months(12) }],
    familyLimit: true,
    citation: 'Health Service Commissioners Act 1993, s9(4)',
    url: 'https://www.legislation.gov.uk/ukpga/1993/46/section/9',
    effective: { from: '1994-02-05' },
    confidence: 'seen',
    verified: 'legislation.gov.uk/ukpga/1993/46/section/9',
    note: 'The Ombudsman may accept a later complaint where that is reasonable.',
  }),
  'ombudsman.review': rule({
    ...common,
    title: 'Ask the ombudsman to review its decision',
    limbs: [{ from: 'decided', period: months(1) }],
    kind: 'policy',
    familyLimit: true,
    citation: "The ombudsman's review policy",
    url: 'https://www.lgo.org.uk/make-a-complaint/how-we-deal-with-your-complaint/challenging-our-decision',
    effective: { from: '2020-01-01' },
    confidence: 'unconfirmed',
    verified: 'The review pages could not be opened.',
  }),
};

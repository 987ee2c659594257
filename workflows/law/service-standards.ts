// Promises of this service and its partners where the law sets no date. Governance, never a right.

import { days, rule, workingDays } from './rule';

const common = {
  clock: 'complaints',
  kind: 'service-standard',
  effective: { from: '2023-05-01' },
  confidence: 'seen',
  verified: 'Set by this service; configurable',
} as const;

const executive = {
  ...common,
  citation:
    'Service standard: escalation (NHS England, Executive lead roles within integrated care boards, 2023, sets no period)',
  url: 'https://www.england.nhs.uk/long-read/executive-lead-roles-within-integrated-care-boards/',
} as const;

const disagreement = {
  ...common,
  effective: { from: '2014-09-01' },
  citation: 'Service standard: disagreement resolution (Children and Families Act 2014, s57, sets no period)',
  url: 'https://www.legislation.gov.uk/ukpga/2014/6/section/57',
} as const;

export const serviceStandards = {
  'executive.acknowledge': rule({
    ...executive,
    title: 'Acknowledge the escalation',
    limbs: [{ from: 'escalated', period: workingDays(2) }],
  }),
  'executive.decide': rule({
    ...executive,
    title: 'Decide what happens with the escalation',
    limbs: [{ from: 'escalated', period: workingDays(10) }],
  }),
  'disagreement.offer': rule({
    ...disagreement,
    title: 'Offer disagreement resolution to the other side',
    limbs: [{ from: 'requested', period: workingDays(5) }],
  }),
  'disagreement.answer': rule({
    ...disagreement,
    title: 'Say whether to take part in disagreement resolution',
    limbs: [{ from: 'offered', period: workingDays(10) }],
  }),
  'disagreement.meeting': rule({
    ...disagreement,
    title: 'Hold the disagreement resolution meeting',
    limbs: [{ from: 'agreed', period: days(30) }],
  }),
  'provider-complaint.acknowledge': rule({
    ...common,
    title: 'Acknowledge the complaint about the mediation',
    limbs: [{ from: 'received', period: workingDays(5) }],
    citation:
      "Service standard: complaints about a mediation provider (the provider's own procedure counts first)",
    url: 'https://www.legislation.gov.uk/ukpga/2014/6/section/56',
  }),
  'provider-complaint.respond': rule({
    ...common,
    title: 'Answer the complaint about the mediation',
    limbs: [{ from: 'received', period: workingDays(20) }],
    citation:
      "Service standard: complaints about a mediation provider (the provider's own procedure counts first)",
    url: 'https://www.legislation.gov.uk/ukpga/2014/6/section/56',
  }),
};

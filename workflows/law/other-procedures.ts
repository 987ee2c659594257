// Data rights, the policies of schools and nurseries, and the standards that this service sets itself.

import { days, months, of, schoolDays, workingDays } from './rule';

const data = of({
  act: 'UK GDPR and Data Protection Act 2018',
  kind: 'statutory',
  clock: 'data-protection',
  url: 'https://www.legislation.gov.uk/ukpga/2018/12',
  effective: { from: '2018-05-25' },
  confidence: 'seen',
});

const school = of({
  act: 'DfE model complaints policy',
  kind: 'policy',
  clock: 'school',
  url: 'https://www.gov.uk/government/publications/school-complaints-procedures',
  effective: { from: '2021-01-01' },
  confidence: 'unconfirmed',
});

const exclusion = of({
  act: 'School Discipline (Pupil Exclusions and Reviews) Regulations 2012 (SI 2012/1033)',
  kind: 'statutory',
  clock: 'school',
  url: 'https://www.legislation.gov.uk/uksi/2012/1033',
  effective: { from: '2012-09-01' },
  confidence: 'unconfirmed',
});

const admission = of({
  act: 'School Admission Appeals Code 2022',
  kind: 'statutory',
  clock: 'school',
  url: 'https://www.gov.uk/government/publications/school-admissions-appeals-code',
  effective: { from: '2022-10-01' },
  confidence: 'unconfirmed',
});

const transport = of({
  act: 'Travel to school for children of compulsory school age, annex (DfE guidance)',
  kind: 'guidance',
  clock: 'complaints',
  url: 'https://www.gov.uk/government/publications/home-to-school-travel-and-transport-guidance',
  effective: { from: '2023-06-01' },
  confidence: 'unconfirmed',
});

const standard = of({
  act: 'Service standard of Recourse',
  kind: 'service-standard',
  clock: 'complaints',
  url: 'https://www.england.nhs.uk/long-read/executive-lead-roles-within-integrated-care-boards/',
  effective: { from: '2014-09-01' },
  confidence: 'seen',
});

export const otherRules = {
  'data.complaint.acknowledge': data({
    title: 'Acknowledge the data complaint',
    from: 'received',
    within: days(30),
    at: 's164A',
    effective: { from: '2026-06-19' },
    readings: [
      {
        id: 'beginning-when-received',
        counting: 'beginning-with',
        reason: 'Read strictly, 30 days beginning when it was received end one day earlier.',
      },
    ],
  }),
  'data.access': data({
    title: 'Give a copy of the data',
    from: 'received',
    within: months(1),
    at: 'UK GDPR article 12(3)',
  }),
  'school.raise': school({
    title: 'Complain to the school',
    clock: 'complaints',
    from: 'happened',
    within: months(3),
    at: 'three months',
    familyLimit: true,
  }),
  'school.stage-1.acknowledge': school({
    title: 'Acknowledge the complaint',
    from: 'received',
    within: schoolDays(5),
    at: 'stage 1',
  }),
  'school.stage-1': school({
    title: 'Answer the complaint',
    from: 'received',
    within: schoolDays(20),
    at: 'stage 1',
  }),
  'school.stage-2.request': school({
    title: 'Ask for the next stage',
    from: 'responded',
    within: schoolDays(10),
    at: 'stage 2',
    familyLimit: true,
  }),
  'school.stage-2.hearing': school({
    title: 'Hold the hearing',
    from: 'requested',
    within: schoolDays(20),
    at: 'stage 2',
  }),
  'school.stage-2.respond': school({
    title: 'Send the findings of the hearing',
    from: 'heard',
    within: schoolDays(10),
    at: 'stage 2',
  }),
  'early-years.respond': of({
    act: 'Early Years Foundation Stage statutory framework',
    kind: 'statutory',
    clock: 'complaints',
    url: 'https://www.gov.uk/government/publications/early-years-foundation-stage-framework--2',
    effective: { from: '2014-09-01' },
    confidence: 'secondary',
  })({
    title: 'Answer the written complaint',
    from: 'received',
    within: days(28),
    at: 'section 3, complaints',
  }),
  'exclusion.board': exclusion({
    title: 'Consider the exclusion',
    from: 'notified',
    within: schoolDays(15),
    at: 'reg 6',
  }),
  'exclusion.review.apply': exclusion({
    title: 'Apply for a review panel',
    from: 'decided',
    within: schoolDays(15),
    at: 'reg 7',
    familyLimit: true,
  }),
  'exclusion.review.hear': exclusion({
    title: 'Hold the review panel',
    from: 'applied',
    within: schoolDays(15),
    at: 'reg 7',
  }),
  'admission.appeal': admission({
    title: 'Appeal against the refused school place',
    from: 'refused',
    within: schoolDays(20),
    at: 'para 2.1',
    familyLimit: true,
  }),
  'admission.hear': admission({
    title: 'Hear the admission appeal',
    from: 'lodged',
    within: schoolDays(40),
    at: 'para 2.2',
  }),
  'transport.stage-1.request': transport({
    title: 'Ask for a review of the travel decision',
    from: 'decided',
    within: workingDays(20),
    at: 'stage one',
    familyLimit: true,
  }),
  'transport.stage-1': transport({
    title: 'Review the travel decision',
    from: 'requested',
    within: workingDays(20),
    at: 'stage one',
  }),
  'transport.stage-2.request': transport({
    title: 'Ask for an independent appeal panel',
    from: 'responded',
    within: workingDays(20),
    at: 'stage two',
    familyLimit: true,
  }),
  'transport.stage-2': transport({
    title: 'Hear the appeal about travel',
    from: 'requested',
    within: workingDays(40),
    at: 'stage two',
  }),
  'disagreement.offer': standard({
    title: 'Offer disagreement resolution',
    from: 'requested',
    within: workingDays(5),
    at: 'disagreement resolution has no statutory time',
  }),
  'disagreement.answer': standard({
    title: 'Say whether it takes part in disagreement resolution',
    from: 'offered',
    within: workingDays(10),
    at: 'disagreement resolution has no statutory time',
  }),
  'disagreement.meeting': standard({
    title: 'Hold the meeting',
    from: 'agreed',
    within: days(30),
    at: 'disagreement resolution has no statutory time',
  }),
  'executive.acknowledge': standard({
    title: 'Acknowledge the escalation',
    from: 'escalated',
    within: workingDays(2),
    at: 'escalation is governance, not a statutory right',
  }),
  'executive.decide': standard({
    title: 'Decide on the escalation',
    from: 'escalated',
    within: workingDays(10),
    at: 'escalation is governance, not a statutory right',
  }),
  'named.date': standard({
    title: 'Do it by the date that was set',
    kind: 'policy',
    from: 'named',
    within: days(0),
    at: 'the date was set by the parties or in a decision',
  }),
};

// Challenges to exclusion, admission and travel decisions: SI 2012/1033, the School Admission Appeals Code 2022 and the
// statutory guidance on travel to school.

import { rule, schoolDays, workingDays } from './rule';

const exclusion = {
  clock: 'school',
  kind: 'statutory',
  effective: { from: '2012-09-01' },
  confidence: 'unconfirmed',
  verified: 'The regulations could not be opened.',
} as const;

const admission = {
  clock: 'school',
  kind: 'statutory',
  url: 'https://www.gov.uk/government/publications/school-admissions-appeals-code',
  effective: { from: '2022-10-01' },
  confidence: 'secondary',
  verified:
    'Goldington Academy and Devon County Council, who repeat the Code; the Code itself was not opened',
} as const;

const transport = {
  clock: 'complaints',
  kind: 'guidance',
  citation: 'Travel to school for children of compulsory school age (statutory guidance), appeals',
  url: 'https://www.gov.uk/government/publications/home-to-school-travel-and-transport-guidance',
  effective: { from: '2014-07-01' },
  confidence: 'secondary',
  verified:
    'Stockton, Hounslow, Swindon and Croydon councils, who repeat the guidance; the guidance itself was not opened',
  note: "Use the period in the council's own travel policy where it differs.",
} as const;

const exclusionUrl = (n: number) => `https://www.legislation.gov.uk/uksi/2012/1033/regulation/${n}`;

export const schoolDecisionRules = {
  'exclusion.board': rule({
    ...exclusion,
    title: 'Consider whether the pupil goes back to school (governing board)',
    limbs: [{ from: 'notified', period: schoolDays(15) }],
    citation: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, reg 6',
    confidence: 'secondary',
    verified: 'Stockport Council, review procedures',
    url: exclusionUrl(6),
    note: 'For a permanent exclusion, and a suspension of more than 15 school days in a term.',
  }),
  'exclusion.board.on-request': rule({
    ...exclusion,
    title: 'Consider a suspension of 6 to 15 school days in a term, where the parents ask for it',
    limbs: [{ from: 'notified', period: schoolDays(50) }],
    citation: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, reg 6',
    confidence: 'secondary',
    verified:
      'Stockport Council, review procedures; whose request it needs was read in reg 24(1)(c), the twin for academies, at legislation.gov.uk',
    url: exclusionUrl(6),
  }),
  'exclusion.review.apply': rule({
    ...exclusion,
    title: 'Ask for an independent review panel, with a special educational needs expert if wanted',
    limbs: [{ from: 'decided', period: schoolDays(15) }],
    familyLimit: true,
    citation: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, Sch 1 para 2',
    url: 'https://www.legislation.gov.uk/uksi/2012/1033/schedule/1',
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2012/1033/schedules/made',
    note: "From the notice of the governing board's decision. By first class post the request counts as made on the second working day after posting. A later request cannot be accepted, but once a discrimination claim about the exclusion is finally decided, 15 new school days count from then.",
  }),
  'exclusion.review.hear': rule({
    ...exclusion,
    title: 'Begin the independent review of the exclusion',
    limbs: [{ from: 'applied', period: schoolDays(15) }],
    citation: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, Sch 1 para 1(1)',
    url: 'https://www.legislation.gov.uk/uksi/2012/1033/schedule/1',
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2012/1033/schedules/made ("closing date for reviews")',
  }),
  'exclusion.reconsider': rule({
    ...exclusion,
    title: 'Meet again and reconsider the exclusion after the review (governing board)',
    limbs: [{ from: 'decided', period: schoolDays(10) }],
    citation:
      'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regs 8, 17 and 26',
    confidence: 'seen',
    verified:
      'legislation.gov.uk/uksi/2012/1033/regulation/17 (pupil referral units; the others are its twins)',
    url: exclusionUrl(17),
    note: "From the notice of the panel's decision: by first class post it counts as given on the second working day after posting.",
  }),
  'admission.appeal': rule({
    ...admission,
    title: 'Appeal against the refusal of a school place',
    limbs: [{ from: 'refused', period: schoolDays(20) }],
    familyLimit: true,
    citation: 'School Admission Appeals Code 2022, 2.1',
    note: 'The admission authority must give at least this time; its timetable may give more.',
  }),
  'admission.hear': rule({
    ...admission,
    title: 'Hear the admission appeal (place asked for outside the normal round)',
    limbs: [{ from: 'lodged', period: schoolDays(30) }],
    citation: 'School Admission Appeals Code 2022, 2.3',
  }),
  'admission.hear.normal-round': rule({
    ...admission,
    title: 'Hear the admission appeal (normal round of admissions)',
    limbs: [{ from: 'lodgingClosed', period: schoolDays(40) }],
    citation: 'School Admission Appeals Code 2022, 2.3',
  }),
  'admission.decide': rule({
    ...admission,
    title: 'Send the decision on the admission appeal',
    limbs: [{ from: 'heard', period: schoolDays(5) }],
    citation: 'School Admission Appeals Code 2022, 2.27',
    note: 'Wherever possible.',
  }),
  'transport.stage-1.request': rule({
    ...transport,
    title: 'Ask the council to review its travel decision',
    limbs: [{ from: 'decided', period: workingDays(20) }],
    familyLimit: true,
  }),
  'transport.stage-1': rule({
    ...transport,
    title: 'Answer the request to review the travel decision (stage 1)',
    limbs: [{ from: 'requested', period: workingDays(20) }],
  }),
  'transport.stage-2.request': rule({
    ...transport,
    title: 'Ask for an independent panel on the travel decision',
    limbs: [{ from: 'responded', period: workingDays(20) }],
    familyLimit: true,
  }),
  'transport.stage-2': rule({
    ...transport,
    title: 'Hold the independent panel on the travel decision (stage 2)',
    limbs: [{ from: 'requested', period: workingDays(40) }],
  }),
  'transport.stage-2.notify': rule({
    ...transport,
    title: "Send the panel's decision on travel",
    limbs: [{ from: 'heard', period: workingDays(5) }],
  }),
};

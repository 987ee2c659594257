// Complaints to schools, nurseries and colleges. The law sets no days: a school's own policy does. The Department for
// Education's model has the stages and leaves the days to the school; these are common ones, used until the school's are known.

import { days, months, rule, schoolDays, workingDays } from './rule';

const common = {
  clock: 'school',
  kind: 'policy',
  citation:
    "The school's complaints policy (Education Act 2002, s29; for academies and independent schools SI 2014/3283, Sch Part 7)",
  url: 'https://www.gov.uk/government/publications/school-complaints-procedures/best-practice-guidance-for-school-complaints-procedures-2020',
  effective: { from: '2016-01-01' },
  confidence: 'unconfirmed',
  verified:
    "Newham council's copy of the model policy leaves the number of school days blank; these are common figures. Schools differ.",
  note: "Use the period in the school's own policy where it is known.",
} as const;

export const schoolComplaintRules = {
  'school.raise': rule({
    ...common,
    title: 'Raise the complaint with the school',
    limbs: [{ from: 'happened', period: months(3) }],
    clock: 'complaints',
    familyLimit: true,
    confidence: 'secondary',
    verified: "Priory Woods School and Newham council's copy of the model policy",
    note: 'From the last incident of a series. Later only in exceptional circumstances.',
  }),
  'school.stage-1.acknowledge': rule({
    ...common,
    title: 'Acknowledge the complaint (school, stage 1)',
    limbs: [{ from: 'received', period: schoolDays(5) }],
  }),
  'school.stage-1': rule({
    ...common,
    title: 'Answer the complaint in writing (school, stage 1)',
    limbs: [{ from: 'received', period: schoolDays(20) }],
  }),
  'school.stage-2.request': rule({
    ...common,
    title: 'Ask for the complaint to go to the panel (school, stage 2)',
    limbs: [{ from: 'responded', period: schoolDays(10) }],
    familyLimit: true,
  }),
  'school.stage-2.hearing': rule({
    ...common,
    title: 'Hold the panel hearing (school, stage 2)',
    limbs: [{ from: 'requested', period: schoolDays(20) }],
  }),
  'school.stage-2.respond': rule({
    ...common,
    title: "Send the panel's findings (school, stage 2)",
    limbs: [{ from: 'heard', period: schoolDays(10) }],
  }),
  'early-years.respond': rule({
    ...common,
    title: 'Tell the parent the outcome of the complaint (nursery or childminder)',
    limbs: [{ from: 'received', period: days(28) }],
    clock: 'complaints',
    kind: 'statutory',
    citation: 'Statutory framework for the early years foundation stage, section 3 (complaints)',
    url: 'https://www.gov.uk/government/publications/early-years-foundation-stage-framework--2',
    effective: { from: '2014-09-01' },
    confidence: 'secondary',
    verified: 'West Sussex SENDIAS, complaints',
    note: 'For a complaint in writing.',
  }),
  'college.respond': rule({
    ...common,
    title: 'Answer the complaint (college)',
    limbs: [{ from: 'received', period: workingDays(20) }],
    clock: 'complaints',
    citation: "The college's complaints procedure",
    url: 'https://www.gov.uk/complain-further-education-apprenticeship',
    verified: 'Colleges set their own periods; this one is a common figure.',
    note: "Use the period in the college's own procedure where it is known.",
  }),
  'college.department': rule({
    ...common,
    title: 'Complain to the Department for Education about the college',
    limbs: [{ from: 'happened', period: months(12) }],
    clock: 'complaints',
    familyLimit: true,
    citation: 'GOV.UK, complain about a further education college or apprenticeship',
    url: 'https://www.gov.uk/complain-further-education-apprenticeship',
    effective: { from: '2017-04-01' },
    confidence: 'secondary',
    verified:
      'GOV.UK: "within 12 months after the issue happened", as it stood under the Education and Skills Funding Agency',
    note: "The agency's work went to the Department in March 2025. Ask the Department about its present limit.",
  }),
};

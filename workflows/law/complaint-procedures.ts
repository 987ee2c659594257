// Complaints to councils, social care and the NHS, and the ombudsmen behind them.

import { days, months, of, workingDays, type Rule } from './rule';

const code = of({
  act: 'Complaint Handling Code (LGSCO, February 2024)',
  kind: 'guidance',
  clock: 'complaints',
  url: 'https://www.lgo.org.uk/information-centre/complaint-handling-code',
  effective: { from: '2024-02-01' },
  confidence: 'seen',
});

const lga = of({
  act: 'Local Government Act 1974',
  kind: 'statutory',
  clock: 'complaints',
  url: 'https://www.legislation.gov.uk/ukpga/1974/7',
  effective: { from: '2008-04-01' },
  confidence: 'seen',
});

const socialCare = of({
  act: 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738)',
  kind: 'statutory',
  clock: 'complaints',
  url: 'https://www.legislation.gov.uk/uksi/2006/1738',
  effective: { from: '2006-09-01' },
  confidence: 'secondary',
});

const NHS_ACT = 'Local Authority Social Services and NHS Complaints (England) Regulations 2009 (SI 2009/309)';
const NHS_URL = 'https://www.legislation.gov.uk/uksi/2009/309';

const nhs = of({
  act: NHS_ACT,
  kind: 'statutory',
  clock: 'complaints',
  url: NHS_URL,
  effective: { from: '2009-04-01' },
  confidence: 'secondary',
});

const nhsComplain: Rule<'happened', 'aware'> = {
  title: 'Complain to the NHS',
  kind: 'statutory',
  clock: 'complaints',
  limbs: [
    { from: 'happened', period: months(12) },
    { from: 'aware', period: months(12) },
  ],
  optional: ['aware'],
  citation: `${NHS_ACT}, reg 12`,
  url: `${NHS_URL}/regulation/12`,
  effective: { from: '2009-04-01' },
  confidence: 'secondary',
  familyLimit: true,
};

export const complaintRules = {
  'council.acknowledge': code({
    title: 'Acknowledge the complaint',
    from: 'received',
    within: workingDays(5),
    at: 'part 6.2',
  }),
  'council.stage-1': code({
    title: 'Answer at stage 1',
    from: 'acknowledged',
    within: workingDays(10),
    at: 'part 6.3',
  }),
  'council.stage-1.extended': code({
    title: 'Answer at stage 1 after an extension',
    from: 'acknowledged',
    within: workingDays(20),
    at: 'parts 6.4–6.5',
  }),
  'council.stage-2.request': code({
    title: 'Ask for stage 2',
    kind: 'policy',
    from: 'responded',
    within: workingDays(20),
    at: 'councils set their own limit; 20 working days or one month are common',
    confidence: 'secondary',
    familyLimit: true,
  }),
  'council.stage-2.acknowledge': code({
    title: 'Acknowledge the stage 2 complaint',
    from: 'escalated',
    within: workingDays(5),
    at: 'part 6',
    confidence: 'secondary',
  }),
  'council.stage-2': code({
    title: 'Answer at stage 2',
    from: 'acknowledged',
    within: workingDays(20),
    at: 'part 6',
    confidence: 'secondary',
  }),
  'council.stage-2.extended': code({
    title: 'Answer at stage 2 after an extension',
    from: 'acknowledged',
    within: workingDays(40),
    at: 'part 6',
    confidence: 'secondary',
  }),
  'ombudsman.lgsco.complain': lga({
    title: 'Complain to the Local Government and Social Care Ombudsman',
    from: 'aware',
    within: months(12),
    counting: 'beginning-with',
    at: 's26B',
    familyLimit: true,
  }),
  'ombudsman.premature': lga({
    title: 'Give the council its chance to answer before the Ombudsman looks',
    kind: 'policy',
    from: 'complained',
    within: days(84),
    at: 's26(5); the Ombudsman’s practice of 12 weeks',
    confidence: 'secondary',
  }),
  'report.council-response': lga({
    title: 'Put the report before the council and say what it will do',
    from: 'received',
    within: months(3),
    counting: 'beginning-with',
    at: 's31(2)',
  }),
  'ombudsman.phso.complain': of({
    act: 'Health Service Commissioners Act 1993',
    kind: 'statutory',
    clock: 'complaints',
    url: 'https://www.legislation.gov.uk/ukpga/1993/46/section/9',
    effective: { from: '1993-11-05' },
    confidence: 'seen',
  })({
    title: 'Complain to the Parliamentary and Health Service Ombudsman',
    from: 'aware',
    within: months(12),
    at: 's9(4)',
    familyLimit: true,
  }),
  'social-care.stage-1': socialCare({
    title: 'Answer at stage 1',
    from: 'received',
    within: workingDays(10),
    at: 'reg 14',
  }),
  'social-care.stage-1.extended': socialCare({
    title: 'Answer at stage 1 after an extension',
    from: 'received',
    within: workingDays(20),
    at: 'reg 14',
  }),
  'social-care.stage-2.request': socialCare({
    title: 'Ask for stage 2',
    kind: 'guidance',
    from: 'responded',
    within: workingDays(20),
    at: 'Getting the Best from Complaints (2006), para 3.6',
    confidence: 'unconfirmed',
    familyLimit: true,
  }),
  'social-care.stage-2': socialCare({
    title: 'Investigate and answer at stage 2',
    from: 'started',
    within: workingDays(25),
    at: 'reg 17',
  }),
  'social-care.stage-2.extended': socialCare({
    title: 'Investigate and answer at stage 2 after an extension',
    from: 'started',
    within: workingDays(65),
    at: 'reg 17',
  }),
  'social-care.panel.request': socialCare({
    title: 'Ask for the review panel',
    from: 'adjudicated',
    within: workingDays(20),
    at: 'reg 18',
    familyLimit: true,
  }),
  'social-care.panel': socialCare({
    title: 'Hold the review panel',
    from: 'requested',
    within: workingDays(30),
    at: 'reg 19(4)',
    confidence: 'seen',
  }),
  'social-care.panel.report': socialCare({
    title: 'Send the panel’s recommendations',
    from: 'panelHeld',
    within: workingDays(5),
    at: 'reg 20',
  }),
  'social-care.panel.response': socialCare({
    title: 'Answer the panel’s recommendations',
    from: 'reportReceived',
    within: workingDays(15),
    at: 'reg 20(3)',
  }),
  'nhs.complain': nhsComplain,
  'nhs.same-day': nhs({
    title: 'Settle an oral complaint at once',
    from: 'received',
    within: workingDays(1),
    at: 'reg 8(1)(c)',
    confidence: 'unconfirmed',
  }),
  'nhs.acknowledge': nhs({
    title: 'Acknowledge the complaint',
    from: 'received',
    within: workingDays(3),
    at: 'reg 13(3)',
  }),
  'nhs.respond': nhs({
    title: 'Answer the complaint',
    from: 'received',
    within: months(6),
    counting: 'beginning-with',
    at: 'reg 14(3)',
  }),
};

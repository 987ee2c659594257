// Complaints to a council: the Ombudsman's Complaint Handling Code (Local Government Act 1974, s23(12A)), advice and guidance.

import { rule, workingDays } from './rule';

const common = {
  clock: 'complaints',
  kind: 'guidance',
  url: 'https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/complaint-handling-code',
  effective: { from: '2026-04-01' },
} as const;

const READ_6 = 'lgo.org.uk, Complaint Handling Code, section 6';
const READ_STAGE_2 = 'llg.org.uk summary of the Code; Staffordshire County Council';

export const complaintHandlingCode = {
  'council.acknowledge': rule({
    ...common,
    title: 'Acknowledge the complaint and say how it is understood',
    limbs: [{ from: 'received', period: workingDays(5) }],
    citation: 'Complaint Handling Code, 6.2',
    confidence: 'seen',
    verified: READ_6,
  }),
  'council.stage-1': rule({
    ...common,
    title: 'Answer the complaint (stage 1)',
    limbs: [{ from: 'acknowledged', period: workingDays(10) }],
    citation: 'Complaint Handling Code, 6.3',
    confidence: 'seen',
    verified: READ_6,
  }),
  'council.stage-1.extended': rule({
    ...common,
    title: 'Answer the complaint (stage 1) after an extension with reasons',
    limbs: [{ from: 'acknowledged', period: workingDays(20) }],
    citation: 'Complaint Handling Code, 6.4 and 6.5',
    confidence: 'seen',
    verified: READ_6,
    note: 'The person must be told the reason, the new date and how to reach the Ombudsman.',
  }),
  'council.stage-1.outer': rule({
    ...common,
    title: 'Answer the complaint (stage 1) at the latest, however late it was acknowledged',
    limbs: [{ from: 'received', period: workingDays(15) }],
    citation: 'Complaint Handling Code, 6.2 and 6.3',
    confidence: 'seen',
    verified: READ_6,
    note: 'A late acknowledgement must not push the answer back.',
  }),
  'council.stage-2.request': rule({
    ...common,
    title: 'Ask for stage 2',
    limbs: [{ from: 'responded', period: workingDays(20) }],
    kind: 'policy',
    familyLimit: true,
    citation: "The council's complaints policy (20 working days is common)",
    confidence: 'secondary',
    verified: 'Policies of several councils; they differ from 10 working days to one month',
    note: "Use the period in the council's own policy where it is known.",
  }),
  'council.stage-2.acknowledge': rule({
    ...common,
    title: 'Acknowledge the request for stage 2',
    limbs: [{ from: 'escalated', period: workingDays(5) }],
    citation: 'Complaint Handling Code, section 6 (stage 2)',
    confidence: 'secondary',
    verified: READ_STAGE_2,
  }),
  'council.stage-2': rule({
    ...common,
    title: 'Give the final answer (stage 2)',
    limbs: [{ from: 'acknowledged', period: workingDays(20) }],
    citation: 'Complaint Handling Code, section 6 (stage 2)',
    confidence: 'secondary',
    verified: READ_STAGE_2,
  }),
  'council.stage-2.extended': rule({
    ...common,
    title: 'Give the final answer (stage 2) after an extension with reasons',
    limbs: [{ from: 'acknowledged', period: workingDays(40) }],
    citation: 'Complaint Handling Code, section 6 (stage 2)',
    confidence: 'secondary',
    verified: `${READ_STAGE_2}; Cumberland Council`,
    note: 'The person must be told the reason, the new date and how to reach the Ombudsman.',
  }),
  'council.stage-2.outer': rule({
    ...common,
    title: 'Give the final answer (stage 2) at the latest, however late it was acknowledged',
    limbs: [{ from: 'escalated', period: workingDays(25) }],
    citation: 'Complaint Handling Code, section 6 (stage 2)',
    confidence: 'secondary',
    verified: READ_STAGE_2,
    note: 'A late acknowledgement must not push the answer back.',
  }),
};

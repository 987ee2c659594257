// Data rights: UK GDPR and the Data Protection Act 2018. Their periods follow Regulation 1182/71: a closed last day moves on.

import { days, months, rule } from './rule';

const common = { clock: 'data-protection', kind: 'statutory' } as const;

export const dataProtectionRules = {
  'data.access': rule({
    ...common,
    title: 'Give the person a copy of their data',
    limbs: [{ from: 'received', period: months(1) }],
    citation: 'UK GDPR, arts 12(3) and 15',
    url: 'https://www.legislation.gov.uk/eur/2016/679/article/12',
    effective: { from: '2018-05-25' },
    confidence: 'secondary',
    verified: 'University of Edinburgh, on the method of the Information Commissioner',
    note: 'The clock waits for proof of identity or a needed clarification.',
  }),
  'data.access.extended': rule({
    ...common,
    title: 'Give the person a copy of their data, where the request is complex',
    limbs: [{ from: 'received', period: months(3) }],
    citation: 'UK GDPR, art 12(3)',
    url: 'https://www.legislation.gov.uk/eur/2016/679/article/12',
    effective: { from: '2018-05-25' },
    confidence: 'secondary',
    verified: 'University of Edinburgh, on the method of the Information Commissioner',
    note: 'The person must be told of the extension and why within the first month.',
  }),
  'data.complaint.acknowledge': rule({
    ...common,
    title: 'Acknowledge the complaint about data',
    limbs: [{ from: 'received', period: days(30) }],
    citation: 'Data Protection Act 2018, s164A(3)',
    url: 'https://www.legislation.gov.uk/ukpga/2018/12/section/164A',
    effective: { from: '2026-06-19' },
    confidence: 'seen',
    verified:
      'legislation.gov.uk/ukpga/2025/18/section/103 (inserts s164A); counted as the Information Commissioner does, guidance of 12 February 2026',
    note: 'The answer itself is due without undue delay.',
    readings: [
      {
        id: 'beginning-with',
        counting: 'beginning-with',
        rollsOver: false,
        reason:
          'The section says "30 days beginning when the complaint is received": read strictly, the day of receipt is the first and nothing moves.',
      },
    ],
  }),
  'data.ico': rule({
    ...common,
    title: 'Complain to the Information Commissioner',
    limbs: [{ from: 'responded', period: months(3) }],
    clock: 'complaints',
    kind: 'guidance',
    familyLimit: true,
    citation: 'Information Commissioner: within three months of the last meaningful contact',
    url: 'https://ico.org.uk/make-a-complaint/',
    effective: { from: '2018-05-25' },
    confidence: 'seen',
    verified:
      'ico.org.uk, data protection complaints, what to expect: "within three months of your last contact with the organisation"',
  }),
};

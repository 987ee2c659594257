// NHS and adult social care complaints: Local Authority Social Services and NHS Complaints (England) Regulations 2009 (SI 2009/309).

import { months, rule, workingDays } from './rule';

const common = {
  clock: 'complaints',
  kind: 'statutory',
  effective: { from: '2009-04-01' },
} as const;

const regulation = (n: number) => `https://www.legislation.gov.uk/uksi/2009/309/regulation/${n}`;
const regOf = (n: string) => `NHS and Social Care Complaints (England) Regulations 2009, ${n}`;

export const nhsRules = {
  'nhs.complain': rule({
    ...common,
    title: 'Make the complaint',
    limbs: [
      { from: 'happened', period: months(12) },
      { from: 'aware', period: months(12), optional: true },
    ],
    familyLimit: true,
    citation: regOf('reg 12(1)'),
    url: regulation(12),
    confidence: 'secondary',
    verified: 'Gateshead Council, complaints procedure',
    note: 'A later complaint is considered where there was good reason and it can still be investigated fairly.',
  }),
  'nhs.same-day': rule({
    ...common,
    title:
      'Settle a spoken complaint by the end of the next working day, so that no formal complaint is needed',
    limbs: [{ from: 'received', period: workingDays(1) }],
    citation: regOf('reg 8(1)(c)'),
    url: regulation(8),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2009/309/regulation/8',
  }),
  'nhs.acknowledge': rule({
    ...common,
    title: 'Acknowledge the complaint and offer to discuss it',
    limbs: [{ from: 'received', period: workingDays(3) }],
    citation: regOf('reg 13(3)'),
    url: regulation(13),
    confidence: 'secondary',
    verified: 'Shropshire local offer; fromthepenof.com on regs 13 and 14',
  }),
  'nhs.respond': rule({
    ...common,
    title: 'Answer the complaint at the latest, where no other period was agreed',
    limbs: [{ from: 'received', period: months(6), counting: 'beginning-with' }],
    citation: regOf('reg 14(3)'),
    url: regulation(14),
    confidence: 'secondary',
    verified: 'Same words in SI 2012/3094; Shropshire local offer',
    note: 'The period agreed with the person is the one that counts: record it as a named date.',
  }),
};

// Disability discrimination: Equality Act 2010, s118 and Sch 17 para 4. The day of the conduct is the first day.

import { months, rule } from './rule';

const common = {
  limbs: [{ from: 'happened', period: months(6), counting: 'beginning-with' }],
  kind: 'statutory',
  familyLimit: true,
} as const;

const CONTINUING =
  'Conduct that goes on counts from its end; a failure to act counts from the day it was decided.';

const NEXT_OPEN_DAY = [
  {
    id: 'next-open-day',
    rollsOver: true,
    reason:
      'Where the office is closed on the last day, the next open day may be in time (Pritam Kaur v Russell [1973] QB 336).',
  },
] as const;

export const equalityActRules = {
  'discrimination.claim': rule({
    ...common,
    title: 'Make the disability discrimination claim to the SEND Tribunal',
    clock: 'equality-act',
    citation: 'Equality Act 2010, Sch 17 para 4',
    url: 'https://www.legislation.gov.uk/ukpga/2010/15/schedule/17/paragraph/4',
    effective: { from: '2020-07-21' },
    confidence: 'seen',
    verified: 'Quoted in [2023] UKUT 311 (AAC); rule 12(3) left disability claims on 21 July 2020',
    note: `${CONTINUING} The Tribunal may consider a late claim (para 4(3)).`,
    readings: NEXT_OPEN_DAY,
  }),
  'county-court.equality.claim': rule({
    ...common,
    title: 'Make the disability discrimination claim to the County Court',
    clock: 'complaints',
    citation: 'Equality Act 2010, s118(1)',
    url: 'https://www.legislation.gov.uk/ukpga/2010/15/section/118',
    effective: { from: '2010-10-01' },
    confidence: 'secondary',
    verified: 'Named beside Sch 17 para 4 in guidance; the section itself was not opened',
    note: `${CONTINUING} The court may allow such other period as it thinks just and equitable.`,
    readings: NEXT_OPEN_DAY,
  }),
};

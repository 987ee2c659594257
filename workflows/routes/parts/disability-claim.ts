// The time for a disability claim runs while a complaint is answered. The clock is shown where the complaint is followed.

import { event } from '../../kit';
import { nothing } from './data';

const FAMILY = 'parent or young person';

interface AboutDisability {
  facts: { happened: string; disability: boolean };
}

const shared = {
  inputs: (c: AboutDisability) => ({ happened: c.facts.happened }),
  while: (c: AboutDisability) => c.facts.disability,
  metBy: 'claim-sent',
  owedBy: FAMILY,
  familyRight: true,
} as const;

export const claimSent = event({
  title: 'Say that you sent a disability claim',
  past: 'The family sent a disability claim',
  when: 'When did you send it?',
  by: [FAMILY],
  data: nothing,
});

/** Against a school (Equality Act 2010 s116). */
export const tribunalClaimClock = {
  ...shared,
  rule: 'discrimination.claim',
  ifMissed: 'The Tribunal can still look at a late claim. Send it at once and say why it is late.',
} as const;

/** Against a college, a nursery or a university (Equality Act 2010 s114). */
export const courtClaimClock = {
  ...shared,
  rule: 'county-court.equality.claim',
  ifMissed: 'The court can still allow a late claim if that is fair. Get legal advice at once.',
} as const;

// The appeal on a point of law: Tribunal Procedure (Upper Tribunal) Rules 2008 (SI 2008/2698).

import { days, months, rule, type Rule } from './rule';

const common = {
  clock: 'upper-tribunal',
  kind: 'statutory',
  familyLimit: true,
  effective: { from: '2008-11-03' },
} as const;
const ruleUrl = (n: number) => `https://www.legislation.gov.uk/uksi/2008/2698/article/${n}`;
const ruleOf = (n: string) => `Tribunal Procedure (Upper Tribunal) Rules 2008, ${n}`;

const R12 = 'rule 12(3) read at mentalhealthlaw.co.uk';

const appealRules = {
  'upper-tribunal.permission': rule({
    ...common,
    title: 'Ask the Upper Tribunal for permission to appeal',
    limbs: [{ from: 'refusalSent', period: months(1) }],
    citation: ruleOf('rules 21(3)(b) and 12'),
    url: ruleUrl(21),
    confidence: 'seen',
    verified: `legislation.gov.uk/uksi/2008/2698/article/21, as on 1 November 2022; ${R12}`,
  }),
  'upper-tribunal.reconsider': rule({
    ...common,
    title: 'Ask for a hearing after permission was refused on the papers',
    limbs: [{ from: 'refusalSent', period: days(14) }],
    citation: ruleOf('rule 22(5)'),
    url: ruleUrl(22),
    confidence: 'seen',
    verified: `legislation.gov.uk/uksi/2008/2698/article/22/made; ${R12}`,
    note: 'Read as it was made in 2008: later changes to rule 22 could not be read.',
  }),
  'upper-tribunal.appeal': rule({
    ...common,
    title: 'Send the notice of appeal to the Upper Tribunal',
    limbs: [{ from: 'permissionSent', period: months(1) }],
    citation: ruleOf('rules 23(2) and 12'),
    url: ruleUrl(23),
    confidence: 'seen',
    verified: `legislation.gov.uk/uksi/2008/2698/article/23, as on 1 November 2022; ${R12}`,
  }),
  'upper-tribunal.further-appeal': rule({
    ...common,
    title: 'Ask the Upper Tribunal for permission to appeal to the Court of Appeal',
    limbs: [{ from: 'decisionSent', period: months(1) }],
    citation: ruleOf('rules 44(4) and 12'),
    url: ruleUrl(44),
    confidence: 'seen',
    verified: 'Rule 44 read at mentalhealthlaw.co.uk and legislation.gov.uk/uksi/2008/2698/article/44',
    note: 'Counted from the latest of: the reasons, amended reasons or correction after a review, refusal of a set-aside asked for in time.',
  }),
};

/** Disability claims: whether rule 12(3) still leaves August and Christmas out could not be read in its present text. */
const inAClaim = <R extends Rule>(definition: R): R => ({
  ...definition,
  title: `${definition.title} (disability claim)`,
  clock: 'upper-tribunal-claim',
  verified: `${definition.verified.replace(`; ${R12}`, '')}; rule 12(3) only as it stood on 5 August 2015 (mentalhealthlaw.co.uk), not in its present text`,
  note: `August and Christmas are counted, to be safe.${definition.note === undefined ? '' : ` ${definition.note}`}`,
  readings: [
    {
      id: 'closed-periods-left-out',
      clock: 'upper-tribunal',
      reason:
        'Rule 12(3), as it stood in 2015, left August and 25 December to 1 January out for disability claims too. The SEND Tribunal’s own rule lost these words on 21 July 2020; whether this one did could not be read.',
    },
  ],
});

export const upperTribunalRules = {
  ...appealRules,
  'upper-tribunal.claim.permission': inAClaim(appealRules['upper-tribunal.permission']),
  'upper-tribunal.claim.reconsider': inAClaim(appealRules['upper-tribunal.reconsider']),
  'upper-tribunal.claim.appeal': inAClaim(appealRules['upper-tribunal.appeal']),
  'upper-tribunal.claim.further-appeal': inAClaim(appealRules['upper-tribunal.further-appeal']),
};

// The appeal on a point of law: Tribunal Procedure (Upper Tribunal) Rules 2008 (SI 2008/2698).

import { days, months, rule } from './rule';

const common = {
  clock: 'upper-tribunal',
  kind: 'statutory',
  familyLimit: true,
  effective: { from: '2008-11-03' },
} as const;
const ruleUrl = (n: number) => `https://www.legislation.gov.uk/uksi/2008/2698/article/${n}`;
const ruleOf = (n: string) => `Tribunal Procedure (Upper Tribunal) Rules 2008, ${n}`;

const R12 = 'rule 12(3) read at mentalhealthlaw.co.uk';

export const upperTribunalRules = {
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

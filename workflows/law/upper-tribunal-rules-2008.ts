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

export const upperTribunalRules = {
  'upper-tribunal.permission': rule({
    ...common,
    title: 'Ask the Upper Tribunal for permission to appeal',
    limbs: [{ from: 'refusalSent', period: months(1) }],
    citation: ruleOf('rules 21(3)(b) and 12'),
    url: ruleUrl(21),
    confidence: 'secondary',
    verified: 'senexpertsolicitors.co.uk, part 3; rule 12(3) read at mentalhealthlaw.co.uk',
  }),
  'upper-tribunal.reconsider': rule({
    ...common,
    title: 'Ask for a hearing after permission was refused on the papers',
    limbs: [{ from: 'refusalSent', period: days(14) }],
    citation: ruleOf('rule 22(5)'),
    url: ruleUrl(22),
    confidence: 'unconfirmed',
    verified: 'The rule could not be opened.',
  }),
  'upper-tribunal.appeal': rule({
    ...common,
    title: 'Send the notice of appeal to the Upper Tribunal',
    limbs: [{ from: 'permissionSent', period: months(1) }],
    citation: ruleOf('rules 23(2) and 12'),
    url: ruleUrl(23),
    confidence: 'secondary',
    verified: 'senexpertsolicitors.co.uk, part 3; rule 12(3) read at mentalhealthlaw.co.uk',
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

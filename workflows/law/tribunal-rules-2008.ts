// Appeals to the SEND Tribunal: Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber)
// Rules 2008 (SI 2008/2699). Rule 12 has one meaning of August for starting an appeal and another for every other act.

import { days, months, rule, workingDays } from './rule';

const ruleUrl = (n: number) => `https://www.legislation.gov.uk/uksi/2008/2699/article/${n}`;
const ruleOf = (n: string) => `Tribunal Procedure (First-tier Tribunal) (HESC) Rules 2008, ${n}`;

const appeal = { clock: 'tribunal-other', kind: 'statutory', effective: { from: '2008-11-03' } } as const;
/** Disability claims left rule 12(3) on 21 July 2020: closed periods count for them. */
const claim = { clock: 'tribunal', kind: 'statutory', effective: { from: '2020-07-21' } } as const;

const R12 = 'mentalhealthlaw.co.uk text of rule 12 with the amendment of 21 July 2020';
const REINSTATED =
  'mentalhealthlaw.co.uk, Reinstatement: rule 17(4), 28 days after the Tribunal received the notice of withdrawal';

const STRUCK_OUT =
  '[2023] UKUT 301 (AAC), LW v Broughton Hall, as reported at caselawdigest.com: rule 8(6) and (7), 28 days after the Tribunal sent notice of the striking out';
const AFRESH = 'legislation.gov.uk/uksi/2008/2699/part/2 (rule 4(3))';

const costs = {
  limbs: [{ from: 'decisionSent', period: days(14) }],
  familyLimit: true,
  citation: ruleOf('rule 10(5)'),
  url: ruleUrl(10),
  confidence: 'secondary',
  verified: `[2024] UKUT 89 (AAC), KM and DM v Cheshire West and Chester Council, with its digest at caselawdigest.com: for a decision of 23 December 2021 an application of 10 March 2022 was 55 days late, which is 14 days without 25 December to 1 January; rule 10(4) of SI 2009/1976 in like words, legislation.gov.uk; ${R12}`,
  note: 'From the decision itself, not from a later refusal of permission to appeal. Either side may ask, in writing, with a list of the costs. There are usually none: only where a side, or who acted for it, behaved unreasonably (rule 10(1)).',
} as const;

/** No clock of its own: nobody should be urged to ask, or made to fear an appeal (MG v Cambridgeshire (SEN) [2017] AACR 35). */
const costsUntil =
  'Either side can ask for costs until {date}. The Tribunal seldom orders any: only where a side behaved unreasonably.';

export const tribunalRules = {
  'appeal.lodge': rule({
    title: 'Appeal to the SEND Tribunal: the appeal form must arrive',
    limbs: [
      { from: 'noticeSent', period: months(2) },
      { from: 'certificateIssued', period: months(1), optional: true },
    ],
    clock: 'tribunal-start',
    kind: 'statutory',
    familyLimit: true,
    citation: ruleOf('rules 20(1)(c) and 12'),
    url: ruleUrl(20),
    effective: { from: '2014-09-01' },
    confidence: 'seen',
    verified: `legislation.gov.uk/uksi/2008/2699/article/20; ${R12}`,
    note: 'A late appeal can be allowed: ask for more time in the form, with reasons (rules 5(3)(a) and 20(3)).',
    watch: {
      rule: 'mediation.contact',
      unlessBefore: 'certificateIssued',
      warning:
        'Unless the appeal is only about the school or placement (section I), the mediation adviser must be contacted earlier: by {date}.',
    },
  }),
  'appeal.register': rule({
    ...appeal,
    title: 'Register the appeal and send it to the council',
    limbs: [{ from: 'received', period: workingDays(10) }],
    kind: 'policy',
    citation: 'SEND Tribunal practice: registration within 10 working days',
    url: 'https://www.gov.uk/government/publications/special-educational-needs-and-disability-tribunal-send37',
    confidence: 'secondary',
    verified: 'IPSEA, what happens after you appeal; SENDIASS timetables',
    note: 'Practice, not law; it often takes longer.',
  }),
  'appeal.respond': rule({
    ...appeal,
    title: 'Answer the appeal',
    limbs: [{ from: 'sentToAuthority', period: workingDays(30) }],
    citation: ruleOf('rules 21 and 12(3)(b)'),
    url: ruleUrl(21),
    confidence: 'secondary',
    verified: `Rule 21 described at gov.uk, preparing a SEND tribunal case; ${R12}`,
    note: 'A date in the registration letter takes the place of this one (rule 12(4)): record it as a named date.',
  }),
  'appeal.decide': rule({
    ...appeal,
    title: 'Send the decision with reasons',
    limbs: [{ from: 'heard', period: workingDays(10) }],
    kind: 'policy',
    citation: 'SEND Tribunal practice: decision within 10 working days of the hearing',
    url: ruleUrl(30),
    confidence: 'secondary',
    verified: 'SENDIASS timetables',
    note: 'Practice, not law; it often takes longer.',
  }),
  'appeal.permission': rule({
    ...appeal,
    title: 'Ask the SEND Tribunal for permission to appeal on a point of law',
    limbs: [{ from: 'decisionSent', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 46(3)'),
    url: ruleUrl(46),
    confidence: 'secondary',
    verified: `mentalhealthlaw.co.uk, appealing against a tribunal decision; ${R12}`,
    note: 'Counted from the latest of: the decision, full reasons, amended reasons or correction after a review, refusal of a set-aside.',
  }),
  'appeal.set-aside': rule({
    ...appeal,
    title: 'Ask the SEND Tribunal to set its decision aside',
    limbs: [{ from: 'decisionSent', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 45(3)'),
    url: ruleUrl(45),
    confidence: 'secondary',
    verified: `mentalhealthlaw.co.uk, appealing against a tribunal decision; ${R12}`,
    watch: { rule: 'appeal.costs', warning: costsUntil },
  }),
  'appeal.reinstate': rule({
    ...appeal,
    title: 'Ask the SEND Tribunal to reinstate a withdrawn appeal',
    limbs: [{ from: 'withdrawn', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 17(5)'),
    url: ruleUrl(17),
    confidence: 'secondary',
    verified: REINSTATED,
  }),
  'appeal.reinstate.struck-out': rule({
    ...appeal,
    title: 'Ask the SEND Tribunal to take up again an appeal that it struck out',
    limbs: [{ from: 'decisionSent', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 8(6) and (7)'),
    url: ruleUrl(8),
    confidence: 'secondary',
    verified: `${STRUCK_OUT}; ${R12}`,
  }),
  'appeal.afresh': rule({
    ...appeal,
    title: 'Ask a judge of the SEND Tribunal to look afresh at what its staff decided',
    limbs: [{ from: 'decisionSent', period: days(14) }],
    familyLimit: true,
    citation: ruleOf('rule 4(3)'),
    url: ruleUrl(4),
    confidence: 'seen',
    verified: `${AFRESH}; ${R12}`,
    note: 'Only where a member of staff decided, such as a registrar. The letter may not say who did: keep to this date.',
  }),
  'appeal.costs': rule({
    ...appeal,
    title: 'Ask the SEND Tribunal to order costs',
    ...costs,
  }),
  'discrimination.respond': rule({
    ...claim,
    title: 'Answer the disability discrimination claim',
    limbs: [{ from: 'sentToAuthority', period: workingDays(30) }],
    citation: ruleOf('rule 21'),
    url: ruleUrl(21),
    confidence: 'unconfirmed',
    verified:
      'Rule 21(1) as made in 2008 (legislation.gov.uk): the time that its Schedule names, otherwise 21 days. The Schedule could not be read; directions usually name a date.',
  }),
  'discrimination.permission': rule({
    ...claim,
    title: 'Ask the SEND Tribunal for permission to appeal on a point of law (disability claim)',
    limbs: [{ from: 'decisionSent', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 46(3)'),
    url: ruleUrl(46),
    confidence: 'secondary',
    verified: `mentalhealthlaw.co.uk, appealing against a tribunal decision; ${R12}`,
  }),
  'discrimination.set-aside': rule({
    ...claim,
    title: 'Ask the SEND Tribunal to set its decision aside (disability claim)',
    limbs: [{ from: 'decisionSent', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 45(3)'),
    url: ruleUrl(45),
    confidence: 'secondary',
    verified: `mentalhealthlaw.co.uk, appealing against a tribunal decision; ${R12}`,
    watch: { rule: 'discrimination.costs', warning: costsUntil },
  }),
  'discrimination.reinstate': rule({
    ...claim,
    title: 'Ask the SEND Tribunal to reinstate a withdrawn disability claim',
    limbs: [{ from: 'withdrawn', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 17(5)'),
    url: ruleUrl(17),
    confidence: 'secondary',
    verified: `${REINSTATED}; ${R12}`,
    note: 'August and Christmas count: disability claims left rule 12(3) on 21 July 2020.',
  }),
  'discrimination.reinstate.struck-out': rule({
    ...claim,
    title: 'Ask the SEND Tribunal to take up again a disability claim that it struck out',
    limbs: [{ from: 'decisionSent', period: days(28) }],
    familyLimit: true,
    citation: ruleOf('rule 8(6) and (7)'),
    url: ruleUrl(8),
    confidence: 'secondary',
    verified: `${STRUCK_OUT}; ${R12}`,
  }),
  'discrimination.afresh': rule({
    ...claim,
    title: 'Ask a judge of the SEND Tribunal to look afresh at what its staff decided (disability claim)',
    limbs: [{ from: 'decisionSent', period: days(14) }],
    familyLimit: true,
    citation: ruleOf('rule 4(3)'),
    url: ruleUrl(4),
    confidence: 'seen',
    verified: `${AFRESH}; ${R12}`,
    note: 'Only where a member of staff decided, such as a registrar. The letter may not say who did: keep to this date.',
  }),
  'discrimination.costs': rule({
    ...claim,
    title: 'Ask the SEND Tribunal to order costs (disability claim)',
    ...costs,
  }),
  'named.date.tribunal': rule({
    ...appeal,
    clock: 'tribunal',
    title: 'Do what the Tribunal directed by the date it named',
    limbs: [{ from: 'named', period: days(0) }],
    citation: ruleOf('rule 12(1), (2) and (4)'),
    url: ruleUrl(12),
    confidence: 'seen',
    verified: R12,
    note: 'August and Christmas count for a date that the Tribunal named.',
  }),
};

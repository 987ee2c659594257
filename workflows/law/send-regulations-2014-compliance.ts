// What the council owes after an order, an agreement or a concession: SEND Regulations 2014 (SI 2014/1530), regs 42(2), 44 and 45.

import { rule, weeks, type Rule } from './rule';

const common = {
  clock: 'send-regulations',
  kind: 'statutory',
  effective: { from: '2014-09-01' },
} as const;

const regulation = (n: number) => `https://www.legislation.gov.uk/uksi/2014/1530/regulation/${n}`;

const ordered = (n: number) => [{ from: 'ordered', period: weeks(n) }] as const;
const conceded = (n: number) => [{ from: 'conceded', period: weeks(n) }] as const;

const EXCUSES =
  'Excused only where personal circumstances or absence make it impractical (reg 44(3)). The Tribunal says that the time runs from the day it sends the order (leaflet SEND18).';

/** Whether a plan is needed is open until the assessment is done: nobody is late with a refusal that may never come. */
const OR_NONE =
  'If the council finds that no plan is needed, its notice with reasons is due 10 weeks after the same date, and can be appealed.';

/** What the Tribunal itself tells a council about its order; read as updated on 1 November 2023. */
const SEND18 = 'gov.uk, Carry out an order in special educational needs cases (SEND18)';

export const orderRules = {
  'order.assess.notify': rule({
    ...common,
    title: 'Tell the family that the assessment will be made',
    limbs: ordered(2),
    citation: 'SEND Regulations 2014, reg 44(2)(b)',
    url: regulation(44),
    confidence: 'seen',
    verified: `Quoted at sendfamilymagic.mykajabi.com appeal-guidance; ${SEND18}`,
    note: EXCUSES,
  }),
  'order.assess.refuse-plan': rule({
    ...common,
    title: 'Give notice with reasons that no plan is needed after the assessment',
    limbs: ordered(10),
    citation: 'SEND Regulations 2014, reg 44(2)(b)(i)',
    url: regulation(44),
    confidence: 'seen',
    verified: 'Quoted at sendfamilymagic.mykajabi.com appeal-guidance',
    note: `A new right to appeal follows. ${EXCUSES}`,
  }),
  'order.assess.final-plan': rule({
    ...common,
    title: 'Send the final plan after the assessment',
    limbs: ordered(14),
    citation: 'SEND Regulations 2014, reg 44(2)(b)(ii)',
    url: regulation(44),
    confidence: 'seen',
    verified: 'Quoted at sendfamilymagic.mykajabi.com appeal-guidance',
    note: `${OR_NONE} ${EXCUSES}`,
  }),
  'order.make-plan.draft': rule({
    ...common,
    title: 'Send the draft of the plan',
    limbs: ordered(5),
    citation: 'SEND Regulations 2014, reg 44(2)(c)(i)',
    url: regulation(44),
    confidence: 'seen',
    verified: `Quoted at sendfamilymagic.mykajabi.com appeal-guidance; ${SEND18}`,
    note: EXCUSES,
  }),
  'order.make-plan.final': rule({
    ...common,
    title: 'Make the plan and send it in its final form',
    limbs: ordered(11),
    citation: 'SEND Regulations 2014, reg 44(2)(c)(ii)',
    url: regulation(44),
    confidence: 'seen',
    verified: 'Quoted at sendfamilymagic.mykajabi.com appeal-guidance',
    note: EXCUSES,
  }),
  'order.reconsider': rule({
    ...common,
    title: 'Reconsider, and send a draft plan or a notice',
    limbs: ordered(2),
    citation: 'SEND Regulations 2014, reg 44(2)(d)',
    url: regulation(44),
    confidence: 'unconfirmed',
    verified: 'The paragraph could not be opened, and the accounts of it give no period.',
    note: EXCUSES,
  }),
  'order.amend-contents': rule({
    ...common,
    title: 'Issue the plan with its contents amended, and put the provision in place',
    limbs: ordered(5),
    citation: 'SEND Regulations 2014, reg 44(2)(e)',
    url: regulation(44),
    confidence: 'secondary',
    verified: `IPSEA note of R (BA) v Nottinghamshire [2021] EWHC 1348 (Admin); ${SEND18}`,
    note: EXCUSES,
  }),
  'order.amend-placement': rule({
    ...common,
    title: 'Issue the plan with the school or type of school amended',
    limbs: ordered(2),
    citation: 'SEND Regulations 2014, reg 44(2)(f)',
    url: regulation(44),
    confidence: 'secondary',
    verified: `IPSEA note of R (BA) v Nottinghamshire [2021] EWHC 1348 (Admin); ${SEND18}`,
    note: `For an order that amends only the school or its type. ${EXCUSES}`,
  }),
  'order.amend-contents-and-placement': rule({
    ...common,
    title: 'Issue the plan with both its contents and the school amended',
    limbs: ordered(5),
    citation: 'SEND Regulations 2014, reg 44(2)(e) and (f)',
    url: regulation(44),
    confidence: 'secondary',
    verified: 'IPSEA and SEND Advice Surrey; the two paragraphs are read together',
    note: EXCUSES,
    readings: [
      {
        id: 'placement-strict',
        period: weeks(2),
        reason: 'Read strictly, the name of the school must be amended within 2 weeks even in a mixed order.',
      },
    ],
  }),
  'order.continue-and-amend': rule({
    ...common,
    title: 'Keep the plan and amend it',
    limbs: ordered(5),
    citation: 'SEND Regulations 2014, reg 44(2)(h)',
    url: regulation(44),
    confidence: 'secondary',
    verified: `SEND Advice Surrey, withdrawing or stopping an appeal; ${SEND18}`,
    note: `The plan must be kept up at once; the time is for the changes. ${EXCUSES}`,
  }),
};

type OrderRules = typeof orderRules;
type AgreementRules = {
  [K in keyof OrderRules as `mediation.agreement.${K}`]: Rule<
    readonly [{ readonly from: 'agreed'; readonly period: { n: number; unit: 'weeks' } }]
  >;
};

const AGREED = 'The parties may agree another time in writing (reg 42(5)).';

/** Reg 42(2): what was agreed at mediation and could have been appealed runs as if ordered on the agreement's date. */
export const agreementRules = Object.fromEntries(
  Object.entries<Rule>(orderRules).map(([id, definition]) => [
    `mediation.agreement.${id}`,
    asAgreed(definition),
  ]),
) as unknown as AgreementRules;

function asAgreed(definition: Rule): Rule {
  return {
    ...definition,
    title: `As agreed at mediation: ${definition.title.charAt(0).toLowerCase()}${definition.title.slice(1)}`,
    limbs: definition.limbs.map(({ period }) => ({ from: 'agreed', period })),
    citation: definition.citation.replace('reg 44', 'reg 42(2) with reg 44'),
    url: regulation(42),
    note: (definition.note ?? EXCUSES).replace(EXCUSES, AGREED),
  };
}

/** Reg 45(3)-(6) as SI 2015/359, reg 8 put it from 23 March 2015; copies of the 2014 text (4, 4, 2 and 5 weeks) are out of date. */
const unopposed = { ...common, effective: { from: '2015-03-23' }, url: regulation(45) } as const;

const AMENDING = 'SI 2015/359, reg 8, which substitutes reg 45(3) to (6), at legislation.gov.uk';
const AMENDED_ELSEWHERE =
  'SEND Advice Surrey, unopposed appeals; the substituted paragraph was cut off in the text of SI 2015/359';

export const unopposedRules = {
  'unopposed.assess': rule({
    ...unopposed,
    title:
      'Tell the family that the assessment or reassessment will be made, which the council no longer opposes',
    limbs: conceded(2),
    citation: 'SEND Regulations 2014, reg 45(3)',
    confidence: 'seen',
    verified: AMENDING,
  }),
  'unopposed.assess.refuse-plan': rule({
    ...unopposed,
    title: 'Give notice with reasons that no plan is needed, after an assessment that was no longer opposed',
    limbs: conceded(10),
    citation: 'SEND Regulations 2014, reg 45(3A)(a)',
    confidence: 'seen',
    verified: AMENDING,
    note: 'A new right to appeal follows.',
  }),
  'unopposed.assess.final-plan': rule({
    ...unopposed,
    title: 'Send the final plan, after an assessment that was no longer opposed',
    limbs: conceded(14),
    citation: 'SEND Regulations 2014, reg 45(3A)(b)',
    confidence: 'seen',
    verified: AMENDING,
    note: OR_NONE,
  }),
  'unopposed.amend-contents': rule({
    ...unopposed,
    title: 'Issue the plan with the contents that the council no longer opposes',
    limbs: conceded(5),
    citation: 'SEND Regulations 2014, reg 45(4)',
    confidence: 'seen',
    verified: `${AMENDING}; IPSEA, agreed changes before the response`,
  }),
  'unopposed.amend-placement': rule({
    ...unopposed,
    title: 'Issue the plan with the school that the council no longer opposes',
    limbs: conceded(2),
    citation: 'SEND Regulations 2014, reg 45(5)',
    confidence: 'secondary',
    verified: AMENDED_ELSEWHERE,
    note: 'Where the contents were appealed too, 5 weeks.',
  }),
  'unopposed.make-plan': rule({
    ...unopposed,
    title: 'Send the draft of the plan that the council no longer opposes',
    limbs: conceded(5),
    citation: 'SEND Regulations 2014, reg 45(6)',
    confidence: 'secondary',
    verified: AMENDED_ELSEWHERE,
  }),
  'unopposed.make-plan.final': rule({
    ...unopposed,
    title: 'Send the final plan that the council no longer opposes',
    limbs: conceded(11),
    citation: 'SEND Regulations 2014, reg 45(6)',
    confidence: 'secondary',
    verified: AMENDED_ELSEWHERE,
  }),
  'unopposed.continue-and-amend': rule({
    ...unopposed,
    title: 'Keep the plan and amend it, where ending it is no longer defended',
    limbs: conceded(5),
    citation: 'SEND Regulations 2014, reg 45(7)',
    confidence: 'secondary',
    verified: AMENDED_ELSEWHERE,
  }),
};

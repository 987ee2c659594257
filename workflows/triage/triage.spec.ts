import { isRouteId, partyIds } from '../kit';
import { triage, triageUntyped, type TriageFacts } from '.';
import worked from './triage-cases.json';

interface WorkedCase {
  id: string;
  facts: TriageFacts;
  grievance: string;
  expected_routes: string[];
  responsible_party: string;
  not_routes?: Record<string, string>;
}

const child: TriageFacts = { age: 9, setting: 'maintained mainstream', plan: true };

describe('Each worked grievance', () => {
  it.each((worked.cases as WorkedCase[]).map((c) => [c.id, c.grievance, c] as const))(
    '%s %s',
    (_id, _grievance, { facts, expected_routes, responsible_party, not_routes }) => {
      const result = triageUntyped(facts);
      expect(result.routes).toEqual(expect.arrayContaining(expected_routes));
      expect(result.routes[0]).toBe(expected_routes[0]);
      expect(result.responsible).toBe(responsible_party);
      for (const route of Object.keys(not_routes ?? {})) expect(result.routes).not.toContain(route);
    },
  );
});

/** One fact differs from a neighbour, and so does the answer: each with its reason. */
const oneFactApart: [
  why: string,
  facts: TriageFacts,
  first: string,
  responsible: string,
  alsoRoutes?: string[],
][] = [
  [
    'a refused assessment has no health to add',
    { ...child, plan: false, decision: 'refuse-to-assess' },
    'mediation-information',
    'mediation adviser',
    ['tribunal.sen-appeal'],
  ],
  [
    'a refused reassessment can carry health and social care',
    { ...child, decision: 'refuse-to-reassess' },
    'mediation-information',
    'mediation adviser',
    ['tribunal.extended'],
  ],
  [
    'a plan that is ended can be appealed',
    { ...child, decision: 'cease' },
    'mediation-information',
    'mediation adviser',
    ['tribunal.sen-appeal'],
  ],
  [
    'a refused plan with a dated letter is an appeal',
    { ...child, plan: false, decision: 'refuse-to-issue', noticeSent: '2026-10-05' },
    'mediation-information',
    'mediation adviser',
    ['tribunal.sen-appeal'],
  ],
  [
    'the school alone needs no certificate',
    { ...child, decision: 'contents', sections: ['I'] },
    'tribunal.sen-appeal',
    'parent or young person',
  ],
  [
    'the school and the help need one',
    { ...child, decision: 'contents', sections: ['B', 'F', 'I'] },
    'mediation-information',
    'mediation adviser',
    ['tribunal.sen-appeal'],
  ],
  [
    'help and health together can be extended',
    { ...child, decision: 'contents', sections: ['F', 'G'] },
    'mediation-information',
    'mediation adviser',
    ['tribunal.extended'],
  ],
  [
    'health alone is mediated by the ICB',
    { ...child, decision: 'contents', sections: ['G'] },
    'mediation.icb',
    'ICB (responsible commissioner)',
  ],
  [
    'social care alone is mediated by the council',
    { ...child, decision: 'contents', sections: ['H1'] },
    'mediation.council',
    'council SEND casework',
    ['social-care-representations'],
  ],
  [
    'social care alone at 19 has the adult route',
    { ...child, age: 19, decision: 'contents', sections: ['H2'] },
    'mediation.council',
    'council SEND casework',
    ['adult-social-care-complaint'],
  ],
  [
    'aims in section E have no appeal',
    { ...child, decision: 'contents', sections: ['E'] },
    'disagreement-resolution',
    'council SEND casework',
  ],
  [
    'a named school said as placement is section I',
    { ...child, decision: 'placement' },
    'tribunal.sen-appeal',
    'parent or young person',
  ],
  [
    'no decision yet is a complaint',
    { ...child, plan: false, issue: 'assessment-delay', requested: '2026-04-20' },
    'council-complaint',
    'council SEND casework',
  ],
  [
    'late health advice is the council and the ICB',
    { ...child, plan: false, issue: 'health-advice-late' },
    'council-complaint',
    'council SEND casework',
    ['nhs-complaint.icb'],
  ],
  [
    'a late review is a complaint',
    { ...child, issue: 'review-delay' },
    'council-complaint',
    'council SEND casework',
  ],
  [
    'a late phase transfer may be urgent',
    { ...child, issue: 'phase-transfer' },
    'council-complaint',
    'council SEND casework',
    ['judicial-review'],
  ],
  [
    'section F is the council’s even if the NHS delivers it',
    { ...child, issue: 'provision-not-delivered', section: 'F', bodies: ['NHS provider'] },
    'council-complaint',
    'council SEND casework',
  ],
  [
    'section G is the ICB’s',
    { ...child, issue: 'provision-not-delivered', section: 'G' },
    'nhs-complaint.icb',
    'ICB (responsible commissioner)',
    ['ombudsman.phso', 'executive.icb'],
  ],
  [
    'section H1 is children’s social care',
    { ...child, issue: 'provision-not-delivered', section: 'H1' },
    'social-care-representations',
    "council children's social care",
  ],
  [
    'section H2 at 17 is still children’s social care',
    { ...child, age: 17, issue: 'provision-not-delivered', section: 'H2' },
    'social-care-representations',
    "council children's social care",
  ],
  [
    'section H2 at 18 is adult social care',
    { ...child, age: 18, issue: 'provision-not-delivered', section: 'H2' },
    'adult-social-care-complaint',
    'council adult social care',
  ],
  [
    'F and G together have both executives',
    { ...child, issue: 'provision-not-delivered', sections: ['F', 'G'] },
    'council-complaint',
    'council SEND casework',
    ['executive.icb', 'executive.council'],
  ],
  [
    'in custody the home council still owes the plan',
    { ...child, age: 16, setting: 'youth custody', issue: 'provision-not-delivered' },
    'council-complaint',
    'council SEND casework',
    ['nhs-complaint.provider'],
  ],
  [
    'a maintained school answers to its governors',
    { ...child, plan: false, issue: 'sen-support' },
    'school-complaint.maintained',
    'school governing board',
    ['disagreement-resolution'],
  ],
  [
    'a maintained special school does too',
    { ...child, setting: 'maintained special', issue: 'sen-support' },
    'school-complaint.maintained',
    'school governing board',
  ],
  [
    'an academy answers to its trust',
    { ...child, setting: 'academy', plan: false, issue: 'sen-support' },
    'school-complaint.academy',
    'academy trust',
  ],
  [
    'a free school is an academy in law',
    { ...child, setting: 'free school', issue: 'sen-support' },
    'school-complaint.academy',
    'academy trust',
  ],
  [
    'an independent school gives a panel',
    { ...child, setting: 'independent special', issue: 'sen-support' },
    'school-complaint.independent',
    'independent school proprietor',
  ],
  [
    'a college has its own procedure',
    { ...child, age: 17, setting: 'FE college', issue: 'sen-support' },
    'college-complaint',
    'college',
  ],
  [
    'a nursery must answer in 28 days',
    { ...child, age: 3, setting: 'private nursery', plan: false, issue: 'sen-support' },
    'early-years-complaint',
    'nursery provider',
  ],
  [
    'a maintained nursery is a school',
    { ...child, age: 4, setting: 'maintained nursery', plan: false, issue: 'sen-support' },
    'school-complaint.maintained',
    'school governing board',
  ],
  [
    'a university has the OIA',
    { ...child, age: 19, setting: 'university', plan: false, issue: 'adjustments' },
    'oia',
    'university',
  ],
  [
    'adjustments at a school can go to the Tribunal',
    { ...child, issue: 'adjustments', happened: '2026-06-10' },
    'school-complaint.maintained',
    'school governing board',
    ['tribunal.discrimination'],
  ],
  [
    'adjustments at an academy too',
    { ...child, setting: 'academy', issue: 'discrimination' },
    'school-complaint.academy',
    'academy trust',
    ['tribunal.discrimination'],
  ],
  [
    'adjustments at a college go to the County Court',
    { ...child, age: 18, setting: 'FE college', issue: 'adjustments' },
    'college-complaint',
    'college',
    ['county-court.equality'],
  ],
  [
    'adjustments at a nursery go to the County Court',
    { ...child, age: 3, setting: 'nursery', issue: 'discrimination' },
    'early-years-complaint',
    'nursery provider',
    ['county-court.equality'],
  ],
  [
    'an exclusion goes to the governors',
    { ...child, issue: 'exclusion' },
    'exclusion-review',
    'school governing board',
    ['tribunal.discrimination'],
  ],
  [
    'an exclusion by an academy goes to its trust',
    { ...child, setting: 'academy', issue: 'permanent-exclusion' },
    'exclusion-review',
    'academy trust',
  ],
  [
    'an independent school’s exclusion is a complaint',
    { ...child, setting: 'independent', issue: 'exclusion' },
    'school-complaint.independent',
    'independent school proprietor',
  ],
  [
    'a school place without a plan is an admission appeal',
    { ...child, plan: false, issue: 'admission' },
    'admission-appeal',
    'independent panel',
  ],
  [
    'a school place with a plan is section I',
    { ...child, issue: 'admission' },
    'tribunal.sen-appeal',
    'parent or young person',
  ],
  [
    'no education with a plan asks for a review too',
    { ...child, issue: 'no-education' },
    'council-complaint',
    'council SEND casework',
    ['annual-review'],
  ],
  [
    'no education without a plan does not',
    { ...child, plan: false, issue: 'no-education' },
    'council-complaint',
    'council SEND casework',
    ['judicial-review'],
  ],
  [
    'transport has its own steps',
    { ...child, issue: 'transport' },
    'transport-appeal',
    'council transport team',
  ],
  [
    'short breaks for a child are social care',
    { ...child, issue: 'short-breaks' },
    'social-care-representations',
    "council children's social care",
  ],
  [
    'social care for an adult has one stage',
    { ...child, age: 21, issue: 'social-care' },
    'adult-social-care-complaint',
    'council adult social care',
  ],
  [
    'leaving care is the young person’s own right',
    { ...child, age: 19, issue: 'leaving-care' },
    'social-care-representations',
    "council children's social care",
  ],
  [
    'a long NHS wait is the provider’s',
    { ...child, issue: 'nhs-wait' },
    'nhs-complaint.provider',
    'NHS provider',
    ['ombudsman.phso'],
  ],
  [
    'a service that is not bought is the ICB’s',
    { ...child, issue: 'commissioning' },
    'nhs-complaint.icb',
    'ICB (responsible commissioner)',
    ['executive.icb'],
  ],
  [
    'NHS and children’s social care are two procedures',
    { ...child, issue: 'two-bodies', bodies: ['NHS provider', 'council social care'] },
    'nhs-complaint.provider',
    'NHS provider',
    ['social-care-representations', 'ombudsman.joint'],
  ],
  [
    'NHS and adult social care share one set of rules',
    { ...child, age: 20, issue: 'two-bodies', bodies: ['NHS provider', 'council social care'] },
    'nhs-complaint.provider',
    'NHS provider',
    ['adult-social-care-complaint'],
  ],
  [
    'council against ICB is not for the family to wait',
    { ...child, issue: 'two-bodies', bodies: ['council', 'ICB'] },
    'council-complaint',
    'council SEND casework',
    ['executive.icb', 'executive.council'],
  ],
  [
    'a tribunal order is tracked to the day',
    { ...child, issue: 'order-not-obeyed', ordered: '2026-10-01' },
    'council-complaint',
    'council SEND casework',
    ['judicial-review', 'compliance'],
  ],
  [
    'a health recommendation is the ICB’s to answer',
    { ...child, issue: 'recommendation-unanswered', sent: '2026-10-01' },
    'nhs-complaint.icb',
    'ICB (responsible commissioner)',
  ],
  [
    'a social care recommendation is the council’s',
    { ...child, issue: 'recommendation-unanswered', section: 'H1' },
    'social-care-representations',
    "council children's social care",
  ],
  [
    'an agreement the council broke',
    { ...child, issue: 'agreement-not-kept', agreed: '2026-10-01' },
    'council-complaint',
    'council SEND casework',
    ['compliance'],
  ],
  [
    'an agreement the ICB broke',
    { ...child, issue: 'agreement-not-kept', bodies: ['ICB'] },
    'nhs-complaint.icb',
    'ICB (responsible commissioner)',
    ['compliance', 'executive.icb'],
  ],
  [
    'mediation that is not arranged still ends in a certificate',
    { ...child, issue: 'mediation-refused' },
    'mediation-information',
    'council SEND casework',
    ['tribunal.sen-appeal'],
  ],
  [
    'a late certificate',
    { ...child, issue: 'certificate-late' },
    'mediation-information',
    'mediation adviser',
  ],
  [
    'a mediator who told on me',
    { ...child, issue: 'mediator-conduct' },
    'provider-complaint.mediation',
    'mediation provider',
  ],
  [
    'papers late in an appeal',
    { ...child, issue: 'conduct-in-appeal' },
    'tribunal.sen-appeal',
    'SEND Tribunal',
  ],
  [
    'a decision wrong in law',
    { ...child, issue: 'tribunal-decision', sent: '2026-11-02' },
    'upper-tribunal',
    'parent or young person',
  ],
  ['a judge who shouted', { ...child, issue: 'judge-conduct' }, 'judicial-complaint', 'HMCTS'],
  [
    'a file not sent',
    { ...child, issue: 'access-request-late', received: '2026-09-20' },
    'data-complaint',
    'data controller',
    ['ico'],
  ],
  ['a leaked report', { ...child, issue: 'data-breach' }, 'data-complaint', 'data controller', ['ico']],
  [
    'a complaint left lying',
    { ...child, issue: 'complaint-delay', escalated: '2026-06-15' },
    'ombudsman.lgsco',
    'council complaints team',
  ],
  [
    'an NHS complaint left lying',
    { ...child, issue: 'complaint-delay', bodies: ['ICB'] },
    'ombudsman.phso',
    'ICB complaints team',
  ],
  [
    'an academy that does not answer',
    { ...child, issue: 'complaint-delay', bodies: ['school'], setting: 'academy' },
    'school-complaint.academy',
    'academy trust',
    ['dfe-school-complaint'],
  ],
  [
    'a nursery that does not answer',
    { ...child, issue: 'complaint-delay', bodies: ['nursery'], setting: 'nursery' },
    'early-years-complaint',
    'nursery provider',
  ],
  [
    'a remedy that never came',
    { ...child, issue: 'remedy-not-done' },
    'ombudsman.lgsco',
    'council complaints team',
  ],
  ['an Ombudsman who got it wrong', { ...child, issue: 'ombudsman-decision' }, 'ombudsman-review', 'LGSCO'],
  [
    'a refused personal budget',
    { ...child, issue: 'personal-budget' },
    'council-complaint',
    'council SEND casework',
  ],
  ['a rude officer', { ...child, issue: 'rudeness' }, 'council-complaint', 'council complaints team'],
  ['a move to another council', { ...child, issue: 'move' }, 'council-complaint', 'council SEND casework'],
  ['danger comes before everything', { ...child, issue: 'harm' }, 'safeguarding', 'safeguarding front door'],
  [
    'words we do not know are never a dead end',
    { ...child, issue: 'something else entirely' },
    'council-complaint',
    'council SEND casework',
    ['disagreement-resolution'],
  ],
  ['no words at all are not either', {}, 'council-complaint', 'council SEND casework'],
];

describe('One fact changes the way', () => {
  it.each(oneFactApart)('%s', (_why, facts, first, responsible, alsoRoutes = []) => {
    const result = triage(facts);
    expect(result.routes[0]).toBe(first);
    expect(result.responsible).toBe(responsible);
    expect(result.routes).toEqual(expect.arrayContaining(alsoRoutes));
    expect(result.routes.every(isRouteId)).toBe(true);
    expect(partyIds).toContain(result.responsible);
    for (const answer of [result.next, result.why, result.basis]) expect(answer.length).toBeGreaterThan(10);
    for (const route of Object.keys(result.notRoutes)) expect(result.routes).not.toContain(route);
  });
});

describe('The dates of a triage', () => {
  it('give the adviser’s and the Tribunal’s for a letter of 5 October 2026, soonest first', () => {
    const { deadlines, warnings } = triage({
      ...child,
      plan: false,
      decision: 'refuse-to-assess',
      noticeSent: '2026-10-05',
    });
    expect(deadlines.map(({ rule, due }) => [rule, due])).toEqual([
      ['mediation.contact', '2026-12-05'],
      ['appeal.lodge', '2026-12-07'],
    ]);
    expect(warnings.join(' ')).toMatch(/never stops the clock for an appeal/);
  });

  it('warn of the appeal clock also when the grievance is a complaint', () => {
    const { warnings } = triage({ ...child, issue: 'rudeness', noticeSent: '2026-10-05' });
    expect(warnings.join(' ')).toMatch(/never stops the clock for an appeal/);
  });
});

describe('Facts that are not facts', () => {
  it.each([
    [{ noticeSent: '2026-02-30' }, /real date/],
    [{ age: 'nine' }, /expected number/],
    [{ colour: 'blue' }, /Unrecognized key/],
    ['a string', /expected object/],
  ])('%j are refused', (facts, message) => {
    expect(() => triageUntyped(facts)).toThrow(message);
  });
});

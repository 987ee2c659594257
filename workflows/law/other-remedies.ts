// Judicial review, complaints about judges and courts, universities, and safeguarding.

import { days, months, rule, workingDays } from './rule';

const common = { clock: 'complaints' } as const;

export const otherRemedies = {
  'judicial-review.claim': rule({
    ...common,
    title: 'Start a claim for judicial review: promptly, and at the very latest',
    limbs: [{ from: 'happened', period: months(3) }],
    kind: 'statutory',
    familyLimit: true,
    citation: 'Civil Procedure Rules, rule 54.5(1)',
    url: 'https://www.justice.gov.uk/courts/procedure-rules/civil/rules/part54',
    effective: { from: '2000-10-02' },
    confidence: 'unconfirmed',
    verified: 'The rule could not be opened.',
    caution:
      'A claim must be made promptly: waiting for the last day can be too late. Take legal advice now.',
    readings: [
      {
        id: 'next-open-day',
        rollsOver: true,
        reason:
          'Where the court office is closed on the last day, the next open day may be in time (rule 2.8(5)).',
      },
    ],
  }),
  'judicial-review.reply': rule({
    ...common,
    title: 'Answer the letter before claim',
    limbs: [{ from: 'sent', period: days(14) }],
    kind: 'guidance',
    citation: 'Pre-Action Protocol for Judicial Review',
    url: 'https://www.justice.gov.uk/courts/procedure-rules/civil/protocol/prot_jrv',
    effective: { from: '2015-04-06' },
    confidence: 'secondary',
    verified: 'Guidance on compliance with tribunal orders: "normally 14 days"',
    note: 'Shorter where the matter is urgent and the letter says so.',
  }),
  'judicial-complaint.make': rule({
    ...common,
    title: "Complain about a judge's or tribunal member's conduct",
    limbs: [{ from: 'happened', period: months(3) }],
    kind: 'statutory',
    familyLimit: true,
    citation: 'Judicial Conduct (Tribunals) Rules',
    url: 'https://www.complaints.judicialconduct.gov.uk',
    effective: { from: '2014-08-18' },
    confidence: 'unconfirmed',
    verified: 'The rules could not be opened.',
  }),
  'court-complaint.respond': rule({
    ...common,
    title: 'Answer the complaint about the administration of the Tribunal',
    limbs: [{ from: 'received', period: workingDays(10) }],
    kind: 'policy',
    citation: 'HM Courts and Tribunals Service complaints procedure',
    url: 'https://www.gov.uk/government/organisations/hm-courts-and-tribunals-service/about/complaints-procedure',
    effective: { from: '2016-01-01' },
    confidence: 'unconfirmed',
    verified: 'The procedure could not be opened.',
  }),
  'oia.complain': rule({
    ...common,
    title: 'Complain to the Office of the Independent Adjudicator',
    limbs: [{ from: 'responded', period: months(12) }],
    kind: 'policy',
    familyLimit: true,
    citation: 'Rules of the OIA scheme: 12 months from the Completion of Procedures letter',
    url: 'https://www.oiahe.org.uk/resources-and-publications/our-rules/',
    effective: { from: '2015-07-09' },
    confidence: 'unconfirmed',
    verified: 'The rules could not be opened.',
  }),
  'safeguarding.decide': rule({
    ...common,
    title: "Decide what the referral to children's social care needs, and tell the referrer",
    limbs: [{ from: 'received', period: workingDays(1) }],
    kind: 'guidance',
    citation: 'Working Together to Safeguard Children (statutory guidance)',
    url: 'https://www.gov.uk/government/publications/working-together-to-safeguard-children--2',
    effective: { from: '2018-07-04' },
    confidence: 'unconfirmed',
    verified: 'The guidance could not be opened.',
  }),
  'named.date': rule({
    ...common,
    title: 'Do what was decided or agreed by the date named in it',
    limbs: [{ from: 'named', period: days(0) }],
    kind: 'policy',
    citation: 'The date written in the decision, order or agreement',
    url: 'https://www.legislation.gov.uk/uksi/2014/1530/regulation/42',
    effective: { from: '1970-01-01' },
    confidence: 'seen',
    verified: 'The document itself; for agreements at mediation reg 42(5) lets the parties name a time',
  }),
};

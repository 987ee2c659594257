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
    confidence: 'seen',
    verified:
      'Rule 54.5(1) as quoted by Monckton Chambers, "When is a JR a day out of time?" (28 February 2022); [2012] EWCA Civ 378 (Berky) as reported in the Estates Gazette: the day after is the first day, 26 April for 26 January',
    note: 'In Berky the Court of Appeal took the same day three months later. The day before is shown: whoever keeps to it is in time even if the first day is counted.',
    caution:
      'A claim must be made promptly: waiting for the last day can be too late. Take legal advice now.',
    readings: [
      {
        id: 'day-counted',
        counting: 'beginning-with',
        reason:
          'If the day on which the grounds arose is counted as the first day, the time ends a day earlier.',
      },
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
    citation:
      'Judicial Conduct Rules 2023 (Judicial Discipline (Prescribed Procedures) Regulations 2023, SI 2023/1005)',
    url: 'https://www.complaints.judicialconduct.gov.uk/rulesandregulations/',
    effective: { from: '2014-08-18' },
    confidence: 'secondary',
    verified:
      'The Judicial Conduct Investigations Office on its page for complaints under the Rules of 2023: "within three months of the matter complained of", extended "only in exceptional circumstances"; of the Regulations Part 1 was read (in force on 13 October 2023), of the Rules themselves nothing but what that page repeats of rule 8',
    note: 'The Judicial Conduct (Tribunals) Rules 2014, which apply to complaints made before 13 October 2023, gave the same time.',
    readings: [
      {
        id: 'beginning-with',
        counting: 'beginning-with',
        reason:
          'The Judicial Conduct Investigations Office counted the day itself on its page for the Rules of 2014: for 10 April it named 9 July.',
      },
    ],
  }),
  'judicial-complaint.ombudsman': rule({
    ...common,
    title: 'Ask the Judicial Appointments and Conduct Ombudsman to look at how the complaint was handled',
    limbs: [{ from: 'decided', period: days(28) }],
    kind: 'statutory',
    familyLimit: true,
    citation: 'Constitutional Reform Act 2005, s110',
    url: 'https://www.legislation.gov.uk/ukpga/2005/4/section/110',
    effective: { from: '2006-04-03' },
    confidence: 'secondary',
    verified: 'gov.uk/judicial-conduct-complain-to-the-ombudsman; the same words in s101(1)(b)',
    note: 'After 6 months without an answer you can write to the Ombudsman at once.',
  }),
  'court-complaint.respond': rule({
    ...common,
    title: 'Answer the complaint about the administration of the Tribunal',
    limbs: [{ from: 'received', period: workingDays(10) }],
    kind: 'policy',
    citation: 'HM Courts and Tribunals Service complaints procedure',
    url: 'https://www.gov.uk/government/organisations/hm-courts-and-tribunals-service/about/complaints-procedure',
    effective: { from: '2016-01-01' },
    confidence: 'seen',
    verified: 'gov.uk, HM Courts and Tribunals Service complaints procedure',
    note: 'The same time holds for the review by a senior manager.',
  }),
  'court-complaint.appeal': rule({
    ...common,
    title: 'Look again at the complaint about the administration of the Tribunal (last stage)',
    limbs: [{ from: 'escalated', period: workingDays(15) }],
    kind: 'policy',
    citation: 'HM Courts and Tribunals Service complaints procedure, last stage',
    url: 'https://www.gov.uk/government/organisations/hm-courts-and-tribunals-service/about/complaints-procedure',
    effective: { from: '2016-01-01' },
    confidence: 'seen',
    verified: 'gov.uk, HM Courts and Tribunals Service complaints procedure',
  }),
  'oia.completion-letter': rule({
    ...common,
    title: 'Send the Completion of Procedures letter (university)',
    limbs: [{ from: 'responded', period: days(28) }],
    kind: 'policy',
    citation: 'Rules of the OIA scheme: promptly, and not later than 28 days after its procedure ends',
    url: 'https://www.oiahe.org.uk/providers/completion-of-procedures-letters',
    effective: { from: '2015-07-09' },
    confidence: 'secondary',
    verified: "The OIA's guidance to universities on the letter (2017), which repeats the rule",
    note: 'Counts from the final answer of the university.',
  }),
  'oia.complain': rule({
    ...common,
    title: 'Complain to the Office of the Independent Adjudicator: the form must arrive',
    limbs: [{ from: 'responded', period: months(12) }],
    kind: 'policy',
    familyLimit: true,
    citation:
      'Rules of the OIA scheme, rule 8: 12 months from the date of the Completion of Procedures letter',
    url: 'https://www.oiahe.org.uk/about-us/our-scheme/our-rules/guidance-on-the-rules/rule-8/',
    effective: { from: '2015-07-09' },
    confidence: 'seen',
    verified: "The OIA's guidance on rule 8: a letter of 7 September, the form by 7 September the year after",
    note: 'Counts from the date on the letter, not from the day it came. The OIA takes no later complaint.',
  }),
  'safeguarding.decide': rule({
    ...common,
    title: "Decide what the referral to children's social care needs, and tell the referrer",
    limbs: [{ from: 'received', period: workingDays(1) }],
    kind: 'guidance',
    citation: 'Working Together to Safeguard Children (statutory guidance)',
    url: 'https://www.gov.uk/government/publications/working-together-to-safeguard-children--2',
    effective: { from: '2018-07-04' },
    confidence: 'secondary',
    verified:
      'Millbrook Primary School and the Tees and Sussex child protection procedures, who repeat the guidance; the guidance itself could not be opened.',
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

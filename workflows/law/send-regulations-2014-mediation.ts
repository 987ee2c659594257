// Mediation before an appeal: SEND Regulations 2014 (SI 2014/1530), regs 32-42, with Children and Families Act 2014, ss52-56.

import { days, months, rule, weeks, workingDays } from './rule';

const common = {
  clock: 'send-regulations',
  kind: 'statutory',
  effective: { from: '2014-09-01' },
} as const;

const regulation = (n: number) => `https://www.legislation.gov.uk/uksi/2014/1530/regulation/${n}`;

const IN_SECONDARY =
  'Read in IPSEA and SENDIASS guidance; the regulation itself could not be opened beyond its start.';

export const mediationRules = {
  'mediation.contact': rule({
    ...common,
    title: 'Contact the mediation adviser and say whether you want mediation',
    limbs: [{ from: 'noticeSent', period: months(2) }],
    familyLimit: true,
    citation: 'SEND Regulations 2014, reg 33',
    url: regulation(33),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/part/2/crossheading/mediation',
    note: 'No relief for August or Christmas: in summer this limit ends before the limit to appeal.',
    readings: [
      {
        id: 'next-open-day',
        rollsOver: true,
        reason: 'A limit that ends on a day when nobody can be reached may run to the next working day.',
      },
    ],
  }),
  'mediation.certificate.declined': rule({
    ...common,
    title: 'Issue the mediation certificate: the family does not want mediation',
    limbs: [{ from: 'adviserInformed', period: workingDays(3) }],
    citation: 'SEND Regulations 2014, reg 34; Children and Families Act 2014, s55(4)',
    url: regulation(34),
    confidence: 'secondary',
    verified: IN_SECONDARY,
  }),
  'mediation.notify-icb': rule({
    ...common,
    title: 'Tell each responsible ICB about the health issues and the provision that is wanted',
    limbs: [{ from: 'authorityInformed', period: workingDays(3) }],
    citation: 'SEND Regulations 2014, reg 35; Children and Families Act 2014, s53',
    url: regulation(35),
    confidence: 'secondary',
    verified:
      'IPSEA, the mediation process: "within 3 working days of you telling your LA"; the regulation itself could not be opened.',
  }),
  'mediation.arrange.authority': rule({
    ...common,
    title: 'Arrange the mediation (council)',
    limbs: [{ from: 'authorityInformed', period: days(30) }],
    citation: 'SEND Regulations 2014, reg 36; Children and Families Act 2014, ss53-54',
    url: regulation(36),
    confidence: 'secondary',
    verified:
      'IPSEA, the mediation process: "within 30 days from the date you told the LA you want to mediate"; the Code of Practice as Sefton Council and SENDIASS Stoke repeat it: from the adviser telling the council; reg 32(e) and (f), legislation.gov.uk, on whom the family tells; reg 36 itself could not be opened.',
    note: 'Counts from the day on which the council, or whoever the letter names for it, was told; not from the talk with the adviser. Some read "arranged" as agreed within 30 days, ministers have said that it takes place within 30 days: aim to hold it by this date.',
  }),
  'mediation.arrange.icb': rule({
    ...common,
    title: 'Arrange the mediation (ICB, health issues only)',
    limbs: [{ from: 'icbNotified', period: days(30) }],
    citation: 'SEND Regulations 2014, reg 35; Children and Families Act 2014, s53',
    url: regulation(35),
    confidence: 'secondary',
    verified:
      'IPSEA, the mediation process: "within 30 days from the date the LA told them what the mediation issues are"; the regulation itself could not be opened.',
    note: 'Counts from the notice of the council to the ICB. Some read "arranged" as agreed within 30 days, ministers have said that it takes place within 30 days: aim to hold it by this date.',
  }),
  'mediation.certificate.not-arranged': rule({
    ...common,
    title: 'Issue the mediation certificate: mediation could not be arranged in time',
    limbs: [{ from: 'adviserInformed', period: workingDays(3) }],
    citation: 'SEND Regulations 2014, regs 35-36',
    url: regulation(36),
    confidence: 'secondary',
    verified:
      'IPSEA, the mediation process: "within 3 working days of the LA telling" the adviser; the regulations themselves could not be opened.',
  }),
  'mediation.certificate.concluded': rule({
    ...common,
    title: 'Issue the mediation certificate: mediation is concluded',
    limbs: [{ from: 'concluded', period: workingDays(3) }],
    citation: 'SEND Regulations 2014, reg 39; Children and Families Act 2014, s55(5)',
    url: regulation(39),
    confidence: 'secondary',
    verified: IN_SECONDARY,
  }),
  'mediation.agreement.no-appeal-right': rule({
    ...common,
    title: 'Do what was agreed at mediation, where the Tribunal could not have ordered it',
    limbs: [{ from: 'agreed', period: weeks(2) }],
    citation: 'SEND Regulations 2014, reg 42(3)',
    url: regulation(42),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/42',
    note: 'The parties may agree another time in writing (reg 42(5)).',
  }),
  'mediation.agreement.notify-authority': rule({
    ...common,
    title: 'Tell the council what was agreed, where it took no part in the mediation',
    limbs: [{ from: 'agreed', period: weeks(1) }],
    citation: 'SEND Regulations 2014, reg 42(4)',
    url: regulation(42),
    confidence: 'seen',
    verified: 'legislation.gov.uk/uksi/2014/1530/regulation/42',
  }),
};

// A complaint about adult social care, for a young person over 18. SI 2009/309, as for the NHS; then the council's Ombudsman.

import { complaintUnder2009 } from './parts/complaint-2009';

export const adultSocialCareComplaint = complaintUnder2009({
  id: 'adult-social-care-complaint',
  title: 'Complaint about adult social care',
  summary:
    'For a young person of 18 or over. The council looks at its adult social care and answers once: there are no three stages as for children. It can put help right, apologise and change how it works. It cannot change a plan that you can appeal, and it never stops the date for an appeal.',
  body: "the council's adult social care",
  team: 'council adult social care',
  staff: ['council complaints team'],
  about: {
    'section-h': 'Help in the plan (Section H2) that does not happen',
    assessment: 'The assessment of needs',
    money: 'Money or charges',
    provider: 'A care home or care agency',
    manner: 'How we were treated',
    other: 'Something else',
  },
  whose: {
    label: 'Whose act is it about?',
    own: 'The council: what it decided or did not arrange',
    other: 'A care home or agency, or another body',
  },
  byLaw: {
    icb: { name: 'The Integrated Care Board (ICB)', route: 'nhs-complaint.icb', acrossTheLine: true },
    provider: { name: 'An NHS provider', route: 'nhs-complaint.provider', acrossTheLine: true },
  },
  byAgreement: {
    'care-provider': { name: 'The care home or care agency' },
    send: { name: "The council's SEND service", route: 'council-complaint' },
    'social-care': { name: "The council's children's social care", route: 'social-care-representations' },
  },
  passing: 'SI 2009/309 regs 6(5)–(6), 10',
  ombudsman: 'ombudsman.lgsco',
  ombudsmanFacts: {},
  healthBody: (other) => (other === 'icb' ? 'icb' : 'provider'),
});

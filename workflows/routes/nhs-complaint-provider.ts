// A complaint to the hospital, clinic or service that treats the child. SI 2009/309.

import { complaintUnder2009 } from './parts/complaint-2009';

export const nhsComplaintProvider = complaintUnder2009({
  id: 'nhs-complaint.provider',
  title: 'Complaint to the NHS provider',
  summary:
    'The hospital, clinic or service looks at what went wrong and answers you. It can put care right, apologise and change how it works. You can complain to it or to the Integrated Care Board (ICB), not to one after the other. It cannot change a plan, and it never stops the date for an appeal.',
  body: 'the NHS provider',
  team: 'NHS provider',
  staff: [],
  about: {
    treatment: 'Treatment or care',
    waiting: 'Waiting too long',
    discharge: 'Being sent away without help',
    advice: 'A report for the plan that is late or wrong',
    manner: 'How we were treated',
    other: 'Something else',
  },
  whose: {
    label: 'Whose care is it about?',
    own: 'The provider we complain to',
    other: 'Another body: we may have sent it to the wrong one',
  },
  byLaw: {
    icb: { name: 'The Integrated Care Board (ICB)', route: 'nhs-complaint.icb' },
    provider: { name: 'Another NHS provider', route: 'nhs-complaint.provider' },
    'adult-social-care': {
      name: "The council's adult social care",
      route: 'adult-social-care-complaint',
      acrossTheLine: true,
    },
  },
  byAgreement: {
    'social-care': {
      name: "The council's children's social care",
      route: 'social-care-representations',
      acrossTheLine: true,
    },
    send: { name: "The council's SEND service", route: 'council-complaint', acrossTheLine: true },
    school: { name: 'The school' },
  },
  passing: 'SI 2009/309 reg 6(5)–(6)',
  ombudsman: 'ombudsman.phso',
  ombudsmanFacts: { about: 'provider' },
  healthBody: () => 'provider',
});

// A complaint to the Integrated Care Board: about what it owes itself, or about a provider that it pays for. SI 2009/309.

import { complaintUnder2009 } from './parts/complaint-2009';

export const nhsComplaintIcb = complaintUnder2009({
  id: 'nhs-complaint.icb',
  title: 'Complaint to the Integrated Care Board (ICB)',
  summary:
    'The ICB buys and arranges health care. It answers for help in Section G that is not there, late health advice and waiting lists. It can also take a complaint about a provider, or pass it on if you agree. It cannot change a plan, and it never stops the date for an appeal.',
  body: 'the ICB',
  team: 'ICB complaints team',
  staff: ['ICB (responsible commissioner)'],
  about: {
    'section-g': 'Health care in the plan (Section G) that does not happen',
    advice: 'Health advice that is late or wrong',
    recommendation: 'A recommendation of the Tribunal that it does not follow',
    waiting: 'Waiting too long',
    provider: 'Care by a hospital, clinic or service',
    other: 'Something else',
  },
  whose: {
    label: 'Whose act is it about?',
    own: 'The ICB: what it decided, bought or did not arrange',
    other: 'A hospital, clinic or service that the ICB pays for',
  },
  byLaw: {
    provider: { name: 'The NHS provider', route: 'nhs-complaint.provider' },
    'adult-social-care': {
      name: "The council's adult social care",
      route: 'adult-social-care-complaint',
      acrossTheLine: true,
    },
  },
  byAgreement: {
    send: { name: "The council's SEND service", route: 'council-complaint', acrossTheLine: true },
    'social-care': {
      name: "The council's children's social care",
      route: 'social-care-representations',
      acrossTheLine: true,
    },
    school: { name: 'The school' },
  },
  passing: 'SI 2009/309 reg 7(3)–(5)',
  ombudsman: 'ombudsman.phso',
  ombudsmanFacts: { about: 'icb' },
  healthBody: () => 'icb',
});

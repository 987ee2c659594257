// Standing texts: help, privacy, cookies, accessibility, and names of routes that are not yet followed here.

import type { RouteId } from '../../workflows/kit';

const routes: Partial<Record<RouteId, string>> = {
  'tribunal.extended': 'Ask the Tribunal about health and social care as well',
  'tribunal.discrimination': 'Disability claim to the SEND Tribunal',
  'upper-tribunal': 'Appeal to the Upper Tribunal',
  'social-care-representations': "Complaint about children's social care",
  'adult-social-care-complaint': 'Complaint about adult social care',
  'nhs-complaint.provider': 'Complaint to the NHS provider',
  'nhs-complaint.icb': 'Complaint to the Integrated Care Board',
  'ombudsman.phso': 'Parliamentary and Health Service Ombudsman',
  'ombudsman.joint': 'Both Ombudsmen together',
  'ombudsman-review': 'Ask the Ombudsman to review its decision',
  'school-complaint.maintained': 'Complaint to the school and its governors',
  'school-complaint.academy': 'Complaint to the academy trust',
  'school-complaint.independent': 'Complaint to the independent school',
  'early-years-complaint': 'Complaint to the nursery',
  'college-complaint': 'Complaint to the college',
  'dfe-school-complaint': 'Department for Education',
  'county-court.equality': 'Claim in the County Court',
  'disagreement-resolution': 'Disagreement resolution',
  'judicial-review': 'Judicial review: take legal advice',
  'exclusion-review': 'Review of an exclusion',
  'admission-appeal': 'Appeal about a school place',
  'transport-appeal': 'Appeal about school transport',
  'annual-review': 'Ask for an early review of the plan',
  'data-complaint': 'Complaint to the body that holds the data',
  ico: 'Information Commissioner',
  safeguarding: 'Safeguarding: call children’s social care now',
  'regulator-concern': 'Tell the regulator',
  'judicial-complaint': 'Complaint about a judge',
  'provider-complaint.mediation': 'Complaint to the mediation service',
  oia: 'Office of the Independent Adjudicator',
};

const pages = {
  help: {
    title: 'Help and contact',
    lines: [
      'Your local SENDIASS gives free and independent advice about SEND. Ask your council for its number.',
      'IPSEA and Contact have free telephone advice lines.',
      'If a child is in danger at this moment, call 999.',
    ],
  },
  privacy: {
    title: 'Privacy',
    lines: [
      'What you write about a child is sealed with a key that belongs to your dispute alone.',
      'Emails never say what a case is about and never name anybody.',
      'You can see who has opened your case, in its history.',
      'When a body misses a date, the case goes to the person in charge there. This follows a rule, and a person decides what happens then.',
    ],
  },
  cookies: {
    title: 'Cookies',
    lines: [
      'One cookie keeps you signed in. One ties a sign-in code to your browser.',
      'If you start a case from the result page, one cookie keeps the answers you gave there. It goes when the case is started, or when you close your browser. There are no others.',
    ],
  },
  'accessibility-statement': {
    title: 'Accessibility statement',
    lines: [
      'We aim at WCAG 2.2 level AA. Every page works without JavaScript and with a keyboard alone.',
      'The pages are checked by machine at each change. A check by people has not yet been made.',
      'Tell the body that runs this service if you cannot use something.',
    ],
  },
  'stay-safe': {
    title: 'Stay safe online',
    lines: [
      'Pages about your case have a button that signs you out and takes you to another site at once. You can also press Shift three times.',
      'It does not delete the history of your browser. Use a private window, or a device that nobody else uses.',
    ],
  },
};

export const texts = { routes, pages };

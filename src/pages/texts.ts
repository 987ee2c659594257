// Standing texts: help, privacy, cookies, accessibility.

export const texts = {
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

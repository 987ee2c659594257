// Standing texts: privacy, cookies, accessibility.

export const texts = {
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
      'If you start a case from the result page, one cookie keeps the answers you gave there. It goes when the case is started, or when you close your browser. If you choose a language, one cookie remembers it. There are no others.',
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
};

// Easy read: short pages, one idea a line, each with a picture (views/partials/picture.njk). Written for people who find
// reading hard; not a short form of anything else.

import type { RouteId } from '../../workflows/kit';

export interface EasyPage {
  slug: string;
  title: string;
  parts: { heading: string; lines: [picture: string, text: string][] }[];
  /** Where to go on in the service. */
  next?: { href: string; text: string };
}

export const easyPages: EasyPage[] = [
  {
    slug: 'what-recourse-is',
    title: 'What Recourse is',
    parts: [
      {
        heading: 'What it is for',
        lines: [
          ['school', 'Some children need more help to learn. This is called SEND.'],
          ['no', 'Sometimes the help does not come.'],
          ['search', 'Recourse tells you who must help.'],
          ['calendar', 'Recourse tells you the last day to help.'],
          ['bell', 'Recourse reminds people of that day.'],
        ],
      },
      {
        heading: 'How to use it',
        lines: [
          ['question', 'We ask you a few questions.'],
          ['tick', 'You can say “I do not know”.'],
          ['person', 'You do not have to give your name to ask.'],
          ['lock', 'What you write is kept safe.'],
          ['people', 'Somebody you trust can help you.'],
        ],
      },
    ],
    next: { href: '/who-is-responsible', text: 'Answer the questions' },
  },
  {
    slug: 'how-to-complain',
    title: 'How to complain',
    parts: [
      {
        heading: 'What a complaint is',
        lines: [
          ['talk', 'To complain is to say that something is wrong.'],
          ['tick', 'You are allowed to complain.'],
          ['heart', 'Nobody may treat your child worse because of it.'],
        ],
      },
      {
        heading: 'What to do',
        lines: [
          ['search', 'Find out who must put it right. We can tell you.'],
          ['letter', 'Write down what went wrong.'],
          ['calendar', 'Write down when it went wrong.'],
          ['tick', 'Say what you want them to do.'],
          ['letter', 'They must write back to you.'],
          ['clock', 'There is a last day for that. We show it to you.'],
        ],
      },
      {
        heading: 'If they do not help',
        lines: [
          ['people', 'You can ask for more senior people to look again.'],
          ['scales', 'After that you can go to the Ombudsman. It is free.'],
          ['warning', 'Do you have a letter with a decision? Then you may be able to appeal.'],
          ['calendar', 'A complaint does not stop the last day to appeal.'],
        ],
      },
    ],
    next: { href: '/who-is-responsible?topic=late', text: 'Find out who must put it right' },
  },
  {
    slug: 'what-mediation-is',
    title: 'What mediation is',
    parts: [
      {
        heading: 'What it is',
        lines: [
          ['talk', 'Mediation is a meeting.'],
          ['people', 'You, the council and a helper talk. The helper is called the mediator.'],
          ['scales', 'The mediator does not take sides.'],
          ['tick', 'It is free.'],
        ],
      },
      {
        heading: 'You can say yes or no',
        lines: [
          ['phone', 'First you speak to a mediation adviser. The number is in your letter.'],
          ['tick', 'You can say yes to a meeting.'],
          ['no', 'You can say no. That is all right.'],
          ['letter', 'The adviser sends you a paper. It is called a certificate.'],
          ['scales', 'You need it for most appeals.'],
        ],
      },
      {
        heading: 'After a meeting',
        lines: [
          ['letter', 'What you agree is written down.'],
          ['calendar', 'Each promise has a last day.'],
          ['bell', 'We tell you if a promise is not kept.'],
          ['scales', 'If you do not agree, you can still appeal.'],
        ],
      },
    ],
    next: { href: '/who-is-responsible?topic=decision', text: 'Find out if you need mediation' },
  },
  {
    slug: 'how-to-appeal',
    title: 'How to appeal',
    parts: [
      {
        heading: 'What an appeal is',
        lines: [
          ['letter', 'The council sent you a letter with a decision.'],
          ['no', 'You think the decision is wrong.'],
          ['scales', 'You can ask a Tribunal to look at it.'],
          ['people', 'The Tribunal is like a court. It is not part of the council.'],
          ['tick', 'It is free.'],
        ],
      },
      {
        heading: 'What to do',
        lines: [
          ['calendar', 'Look at the date on the letter.'],
          ['clock', 'You have about 2 months. We tell you the last day.'],
          ['phone', 'Call the mediation adviser in the letter.'],
          ['letter', 'Get your certificate.'],
          ['letter', 'Fill in the form. Send it to the Tribunal.'],
          ['talk', 'There may be a hearing. You can say what you think.'],
        ],
      },
      {
        heading: 'If you are late',
        lines: [
          ['warning', 'Send it now. Do not wait.'],
          ['talk', 'Say why you are late.'],
          ['scales', 'The Tribunal may still say yes.'],
        ],
      },
    ],
    next: { href: '/who-is-responsible?topic=decision', text: 'Find out your last day' },
  },
  {
    slug: 'who-can-help',
    title: 'Who can help',
    parts: [
      {
        heading: 'People who help for free',
        lines: [
          ['people', 'SENDIASS helps families. There is one in each area.'],
          ['phone', 'Ask your council for its number.'],
          ['phone', 'Contact helps families. Call 0808 808 3555.'],
          ['scales', 'IPSEA helps with the law.'],
        ],
      },
      {
        heading: 'Help from somebody you know',
        lines: [
          ['people', 'A friend can help you.'],
          ['lock', 'You choose what they can see.'],
          ['no', 'You can stop it on any day.'],
        ],
      },
      {
        heading: 'If you are not safe',
        lines: [
          ['warning', 'Is somebody in danger now? Call 999.'],
          ['phone', 'A child can call Childline. The number is 0800 1111.'],
        ],
      },
    ],
    next: { href: '/help', text: 'All the ways to get help' },
  },
];

/** What to read beside an answer that names these routes. */
export function easyReadFor(routes: readonly RouteId[]): EasyPage[] {
  const wanted = [
    ...(routes.some((id) => id.startsWith('mediation')) ? ['what-mediation-is'] : []),
    ...(routes.some((id) => id.startsWith('tribunal')) ? ['how-to-appeal'] : []),
    ...(routes.some((id) => id.includes('complaint') || id.includes('ombudsman')) ? ['how-to-complain'] : []),
    'who-can-help',
  ];
  return easyPages.filter(({ slug }) => wanted.includes(slug));
}

// What the messages say: that something happened, never what. No names, no school, no link that signs anybody in.

import { formatDate } from '../../workflows/calendar';

export interface Message {
  subject: string;
  text: string;
  html: string;
}

/** `ref`, `due` (plain date) and the like: nothing about a person. */
export type Params = Record<string, string>;

/** What the words are made of. GOV.UK Notify is given the same names, see notify-export.ts. */
export interface Values {
  ref: string;
  /** "Friday 4 December 2026". */
  due: string;
  /** "4 December". */
  dueShort: string;
  secret: string;
  /** Dates of a list, one a line. */
  items: string;
}

interface Words {
  /** `asked`: for by whoever reads it. `comfort`: good to know, can be switched off. All else is never switched off. */
  kind: 'asked' | 'statutory' | 'comfort';
  /** Goes ahead of others where a channel is busy. */
  urgent?: true;
  /** Says that something is still to come: not true any more once the due day has passed. */
  before?: true;
  channel?: 'sms';
  subject: (v: Values) => string;
  lines: (v: Values) => string[];
}

const about = ({ ref }: Values): string => `your SEND case ${ref}`.trim();

export const templates = {
  'sign-in-code': {
    kind: 'asked',
    urgent: true,
    subject: () => 'Your code to sign in to Recourse',
    lines: (v) => [
      `Your code is ${v.secret}.`,
      'It works once, for 10 minutes, in the browser that asked for it.',
      'If you did not ask for a code, you can ignore this email.',
    ],
  },
  'address-changed': {
    kind: 'asked',
    subject: () => 'Your email address for Recourse was changed',
    lines: () => [
      'Your account now has another email address. We write to this one for the last time.',
      'If it was not you, tell the people who run the service at once. Their address is on its help page.',
    ],
  },
  'request-answered': {
    kind: 'asked',
    subject: () => 'There is an answer to your request',
    lines: () => [
      'You asked us something about your data.',
      'Sign in and go to your account to see the answer.',
    ],
  },
  test: {
    kind: 'asked',
    subject: () => 'A test message from Recourse',
    lines: () => [
      'You asked for this message to see whether messages go out. They do.',
      'There is nothing to do.',
    ],
  },
  'approval-asked': {
    kind: 'statutory',
    subject: (v) => `Approval needed: ${about(v)}`,
    lines: () => [
      'A colleague has written an answer and asks for approval. It has not been sent.',
      'The date in the case goes on. Sign in to read the answer, and approve it or give it back.',
    ],
  },
  'approval-given': {
    kind: 'statutory',
    subject: (v) => `Your answer was approved and sent: ${about(v)}`,
    lines: () => [
      'A colleague has approved what you wrote. It has been sent.',
      'Sign in to see what follows.',
    ],
  },
  'approval-refused': {
    kind: 'statutory',
    subject: (v) => `Your answer was given back: ${about(v)}`,
    lines: () => [
      'A colleague has given back what you wrote. It has not been sent, and the date goes on.',
      'Sign in to read why.',
    ],
  },
  invitation: {
    kind: 'asked',
    subject: () => 'A family asks you to help with a SEND case',
    lines: () => [
      'A family asks you to help with their SEND case in Recourse.',
      'Sign in with this email address. You can then see who asks, and say yes or no.',
      'If you do not know what this is, you can ignore this email.',
    ],
  },
  'duty-opened': {
    kind: 'statutory',
    before: true,
    subject: (v) => `Action needed by ${v.dueShort}: ${about(v)}`,
    lines: (v) => [`There is something you must do by the end of ${v.due}.`, 'Sign in to see what it is.'],
  },
  'duty-reminder': {
    kind: 'statutory',
    before: true,
    subject: (v) => `Action needed by ${v.dueShort}: ${about(v)}`,
    lines: (v) => [`You still have something to do by the end of ${v.due}.`, 'Sign in to see what it is.'],
  },
  'duty-last-day': {
    kind: 'statutory',
    urgent: true,
    before: true,
    subject: (v) => `Today is the last day: ${about(v)}`,
    lines: () => ['Today is the last day for something you must do.', 'Sign in now to see what it is.'],
  },
  'right-opened': {
    kind: 'statutory',
    before: true,
    subject: (v) => `You have until ${v.dueShort}: ${about(v)}`,
    lines: (v) => [
      `You have a right that runs out at the end of ${v.due}.`,
      'Sign in to see what you can do.',
      'If you are not sure, talk to your local SENDIASS. It is free.',
    ],
  },
  'right-reminder': {
    kind: 'statutory',
    before: true,
    subject: (v) => `You have until ${v.dueShort}: ${about(v)}`,
    lines: (v) => [
      `You still have a right that runs out at the end of ${v.due}.`,
      'Sign in to see what you can do.',
      'If you are not sure, talk to your local SENDIASS. It is free.',
    ],
  },
  'right-last-day': {
    kind: 'statutory',
    urgent: true,
    before: true,
    subject: (v) => `Today is the last day: ${about(v)}`,
    lines: () => ['A right you have runs out today.', 'Sign in now to see what you can do.'],
  },
  'right-passed': {
    kind: 'statutory',
    urgent: true,
    subject: (v) => `A date has passed: ${about(v)}`,
    lines: () => [
      'A date for something you could do has passed.',
      'You may still be able to act. Sign in now to see how.',
    ],
  },
  'duty-watch': {
    kind: 'comfort',
    before: true,
    subject: (v) => `Someone must act by ${v.dueShort}: ${about(v)}`,
    lines: (v) => [
      `Someone else must now act by the end of ${v.due}.`,
      'You do not have to do anything. We will tell you if they miss the date.',
    ],
  },
  'duty-missed': {
    kind: 'statutory',
    urgent: true,
    subject: (v) => `You have missed a date: ${about(v)}`,
    lines: () => ['You have missed a date.', 'Sign in to see what you must do now and who has been told.'],
  },
  'duty-missed-family': {
    kind: 'statutory',
    urgent: true,
    subject: (v) => `A date was missed: ${about(v)}`,
    lines: () => ['Someone has missed a date.', 'Sign in to see who has been told and what you can do.'],
  },
  'duty-overdue': {
    kind: 'statutory',
    subject: (v) => `You are late: ${about(v)}`,
    lines: () => ['Something you must do is late.', 'Sign in to see what it is.'],
  },
  'your-turn': {
    kind: 'statutory',
    subject: (v) => `It is your turn: ${about(v)}`,
    lines: () => ['It is now your turn to act.', 'Sign in to see what you can do.'],
  },
  news: {
    kind: 'comfort',
    subject: (v) => `There is news: ${about(v)}`,
    lines: () => ['Something new has happened.', 'Sign in to see what it is.'],
  },
  digest: {
    kind: 'statutory',
    subject: () => 'Dates that are coming up in your cases',
    lines: (v) => [
      'You have something to do by the end of each of these days:',
      v.items,
      'Sign in to see what it is.',
    ],
  },
  'text-update': {
    kind: 'statutory',
    urgent: true,
    channel: 'sms',
    subject: () => 'Text message',
    lines: (v) => [`Update on ${v.ref}.`],
  },
} as const satisfies Record<string, Words>;

export type TemplateId = keyof typeof templates;

export const isTemplate = (id: string): id is TemplateId => Object.hasOwn(templates, id);

export const wordsOf = (id: TemplateId): Words => templates[id];

export const channelOf = (id: TemplateId): 'email' | 'sms' => wordsOf(id).channel ?? 'email';

/** Why there is no way to switch it off; what can be switched off has a link instead. */
const ALWAYS = 'This is about a date or a step in your case, so we always send it.';
const PROMISE = 'We will never ask for your password or bank details.';
/** The link of RFC 8058, for people to read. */
const STOP = 'To stop news like this, go to';

export function valuesOf({ ref = '', due, secret = '', items = '' }: Params): Values {
  const day = due ? formatDate(due) : 'the date on your case page';
  return { ref, due: day, dueShort: day.split(' ').slice(1, 3).join(' '), secret, items };
}

/** The paragraphs of an e-mail. `stop`: where its reader can switch off news. */
export function paragraphsOf(id: TemplateId, values: Values, baseUrl: string, stop: string): string[] {
  const { kind, lines } = wordsOf(id);
  return [
    ...lines(values),
    ...(values.ref ? [`Your reference: ${values.ref}`] : []),
    `Go to ${baseUrl}/track`,
    PROMISE,
    ...(kind === 'statutory' ? [ALWAYS] : kind === 'comfort' ? [`${STOP} ${stop}`] : []),
  ];
}

/** At most 160 characters of the alphabet of text messages, whatever the address of the service. */
export const textOf = (values: Values, baseUrl: string): string =>
  `${wordsOf('text-update').lines(values).join(' ')} Sign in at ${new URL(baseUrl).host}. Do not reply.`;

/** The sentences of a message, without references and addresses: what a reading age can be measured on. */
export const proseOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line !== '' && !/^(Your reference|Go to|To stop news)|: case RC-/.test(line))
    .join(' ')
    .replace(/Sign in at \S+\./, 'Sign in.')
    .replace(/RC-[0-9A-Z-]+/g, 'your case');

/** Text and HTML say the same. The one link leads to the front page of tracking; it signs nobody in. */
export function render(id: TemplateId, params: Params, baseUrl: string, stop = ''): Message {
  const values = valuesOf(params);
  const subject = wordsOf(id).subject(values);
  if (channelOf(id) === 'sms') {
    const text = textOf(values, baseUrl);
    return { subject, text, html: page([text]) };
  }
  const paragraphs = paragraphsOf(id, values, baseUrl, stop);
  return { subject, text: paragraphs.join('\n\n'), html: page(paragraphs) };
}

const STYLE =
  'margin:0 auto;padding:16px;max-width:36em;font:18px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c';

const page = (paragraphs: string[]): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Recourse</title></head>',
    `<body style="${STYLE}">`,
    ...paragraphs.map((text) => `<p>${linked(escaped(text).replace(/\n/g, '<br>'))}</p>`),
    '</body></html>',
  ].join('\n');

const linked = (html: string): string =>
  html.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const SPECIAL = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (special) => SPECIAL[special as keyof typeof SPECIAL]);

// What the messages say: that something happened, never what. No names, no school, no link that signs anybody in.

import { formatDate } from '../../workflows/calendar';

export interface Message {
  subject: string;
  text: string;
  html: string;
}

/** `ref`, `due` (plain date) and `points`: nothing about a person. */
export type Params = Record<string, string>;

interface Words {
  subject: (p: Params) => string;
  lines: (p: Params) => string[];
}

const on = (p: Params): string => (p.due ? formatDate(p.due) : 'the date on your case page');
const short = (p: Params): string => on(p).split(' ').slice(1, 3).join(' ');
const about = (p: Params): string => `your SEND case ${p.ref ?? ''}`.trim();

export const templates = {
  'sign-in-code': {
    subject: () => 'Your code to sign in to Recourse',
    lines: (p) => [
      `Your code is ${p.secret ?? ''}.`,
      'It works once, for 10 minutes, in the browser that asked for it.',
      'If you did not ask for a code, you can ignore this email.',
    ],
  },
  'address-changed': {
    subject: () => 'Your email address for Recourse was changed',
    lines: () => [
      'Your account now has another email address. We write to this one for the last time.',
      'If it was not you, tell the people who run the service at once. Their address is on its help page.',
    ],
  },
  'request-answered': {
    subject: () => 'There is an answer to your request',
    lines: () => [
      'You asked us something about your data.',
      'Sign in and go to your account to see the answer.',
    ],
  },
  invitation: {
    subject: () => 'A family asks you to help with a SEND case',
    lines: () => [
      'A family asks you to help with their SEND case in Recourse.',
      'Sign in with this email address. You can then see who asks, and say yes or no.',
      'If you do not know what this is, you can ignore this email.',
    ],
  },
  'duty-opened': {
    subject: (p) => `Action needed by ${short(p)}: ${about(p)}`,
    lines: (p) => [`There is something you must do by the end of ${on(p)}.`, 'Sign in to see what it is.'],
  },
  'duty-reminder': {
    subject: (p) => `Action needed by ${short(p)}: ${about(p)}`,
    lines: (p) => [`You still have something to do by the end of ${on(p)}.`, 'Sign in to see what it is.'],
  },
  'duty-last-day': {
    subject: (p) => `Today is the last day: ${about(p)}`,
    lines: () => ['Today is the last day for something you must do.', 'Sign in now to see what it is.'],
  },
  'right-opened': {
    subject: (p) => `You have until ${short(p)}: ${about(p)}`,
    lines: (p) => [
      `You have a right that runs out at the end of ${on(p)}.`,
      'Sign in to see what you can do.',
      'If you are not sure, talk to your local SENDIASS. It is free.',
    ],
  },
  'right-reminder': {
    subject: (p) => `You have until ${short(p)}: ${about(p)}`,
    lines: (p) => [
      `You still have a right that runs out at the end of ${on(p)}.`,
      'Sign in to see what you can do.',
      'If you are not sure, talk to your local SENDIASS. It is free.',
    ],
  },
  'right-last-day': {
    subject: (p) => `Today is the last day: ${about(p)}`,
    lines: () => ['A right you have runs out today.', 'Sign in now to see what you can do.'],
  },
  'right-passed': {
    subject: (p) => `A date has passed: ${about(p)}`,
    lines: () => [
      'A date for something you could do has passed.',
      'You may still be able to act. Sign in now to see how.',
    ],
  },
  'duty-watch': {
    subject: (p) => `Someone must act by ${short(p)}: ${about(p)}`,
    lines: (p) => [
      `Someone else must now act by the end of ${on(p)}.`,
      'You do not have to do anything. We will tell you if they miss the date.',
    ],
  },
  'duty-missed': {
    subject: (p) => `You have missed a date: ${about(p)}`,
    lines: () => ['You have missed a date.', 'Sign in to see what you must do now and who has been told.'],
  },
  'duty-missed-family': {
    subject: (p) => `A date was missed: ${about(p)}`,
    lines: () => ['Someone has missed a date.', 'Sign in to see who has been told and what you can do.'],
  },
  'duty-overdue': {
    subject: (p) => `You are late: ${about(p)}`,
    lines: () => ['Something you must do is late.', 'Sign in to see what it is.'],
  },
  'your-turn': {
    subject: (p) => `It is your turn: ${about(p)}`,
    lines: () => ['It is now your turn to act.', 'Sign in to see what you can do.'],
  },
  news: {
    subject: (p) => `There is news: ${about(p)}`,
    lines: () => ['Something new has happened.', 'Sign in to see what it is.'],
  },
} as const satisfies Record<string, Words>;

export type TemplateId = keyof typeof templates;

export const isTemplate = (id: string): id is TemplateId => Object.hasOwn(templates, id);

/** Text and HTML say the same. The one link leads to the front page of tracking; it signs nobody in. */
export function render(id: TemplateId, params: Params, baseUrl: string): Message {
  const words: Words = templates[id];
  const reference = params.ref ? [`Your reference: ${params.ref}`] : [];
  const lines = [...words.lines(params), ...reference];
  const link = `${baseUrl}/track`;
  const promise = 'We will never ask for your password or bank details.';
  const text = [...lines, `Go to ${link}`, promise].join('\n\n');
  const paragraph = (line: string) => `<p>${escaped(line)}</p>`;
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Recourse</title></head><body>',
    ...lines.map(paragraph),
    `<p>Go to <a href="${escaped(link)}">${escaped(link)}</a></p>`,
    paragraph(promise),
    '</body></html>',
  ].join('\n');
  return { subject: words.subject(params), text, html };
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

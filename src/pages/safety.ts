// How to reach a family safely: the questions, the answers as they are kept, and as others read them.

import { hiddenFrom, waysToReach, type SafetyAnswers } from '../lodging';
import { said, type Question } from './questions';
import { inWords } from './views';

const ways: Record<(typeof waysToReach)[number], string> = {
  call: 'Phone me',
  voicemail: 'Leave a message on my phone',
  text: 'Send me a text (you can also get our reminders by text)',
  letter: 'Send me a letter',
};

const others: Record<(typeof hiddenFrom)[number], string> = {
  'other-parent': 'The other parent',
  council: 'The council',
  school: 'The school',
  health: 'The NHS',
};

const SAFE: Question = {
  name: 'contact-safe',
  label: 'What else is safe?',
  hint: 'Choose all that are safe. Leave all empty if none is.',
  control: 'checkboxes',
  options: ways,
  optional: true,
};
const PHONE: Question = {
  name: 'contact-phone',
  label: 'What phone number is safe? (optional)',
  hint: 'Leave it empty if none is. The bodies in your case see it only if you say that they may phone or text you.',
  control: 'text',
  optional: true,
};
const HIDE: Question = {
  name: 'contact-hide',
  label: 'Who must not find out where you live?',
  hint: 'We do not ask for your address. We tell those who may know it. Leave all empty if nobody.',
  control: 'checkboxes',
  options: others,
  optional: true,
};
const NOT_KNOW: Question = {
  name: 'contact-not-know',
  label: 'Is there anyone who must not know about this case? (optional)',
  hint: 'Say who it is to your child, such as “her father”. The bodies in your case will read it.',
  control: 'textarea',
  optional: true,
};

export const safetyQuestions = [SAFE, PHONE, HIDE, NOT_KNOW];

type Given = Record<string, unknown>;

export function safetyOf(given: Given): SafetyAnswers {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const phone = text(given[PHONE.name]);
  const mustNotKnow = text(given[NOT_KNOW.name]);
  return {
    safe: list(given[SAFE.name]),
    hideAddressFrom: list(given[HIDE.name]),
    ...(phone ? { phone } : {}),
    ...(mustNotKnow ? { mustNotKnow } : {}),
  };
}

/** As answers to the questions: what has been said once is not asked again. */
export const givenOf = ({ safe, phone, hideAddressFrom, mustNotKnow }: SafetyAnswers): Given => ({
  [SAFE.name]: safe ?? [],
  [PHONE.name]: phone ?? null,
  [HIDE.name]: hideAddressFrom ?? [],
  [NOT_KNOW.name]: mustNotKnow ?? null,
});

const titles: Record<string, string> = {
  [SAFE.name]: 'Safe besides email',
  [PHONE.name]: 'Phone number',
  [HIDE.name]: 'Must not find out where the family lives',
  [NOT_KNOW.name]: 'Must not know about this case',
};

/** As whoever wants to get in touch reads them. */
export function safetyRows(answers: SafetyAnswers): { label: string; value: string }[] {
  const given = givenOf(answers);
  return safetyQuestions.map((question) => ({
    label: titles[question.name] ?? question.label,
    value: said(question, given[question.name], inWords),
  }));
}

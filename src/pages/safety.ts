// How to reach a family safely and what it needs: the questions, the answers as they are kept, and as others read them.

import type { hiddenFrom, needsToPlan, SafetyAnswers, waysToReach } from '../lodging';
import { english, type Key, type Speech } from './language';
import { said, type Question } from './questions';
import { inWords } from './views';

const NAMES = {
  safe: 'contact-safe',
  phone: 'contact-phone',
  hide: 'contact-hide',
  notKnow: 'contact-not-know',
  needs: 'contact-needs',
  needsMore: 'contact-needs-more',
} as const;

export function safetyQuestionsIn({ say }: Speech): Question[] {
  const ways = {
    call: say('contact.safe.call'),
    voicemail: say('contact.safe.voicemail'),
    text: say('contact.safe.text'),
    letter: say('contact.safe.letter'),
  } satisfies Record<(typeof waysToReach)[number], string>;
  const others = {
    'other-parent': say('contact.hide.other-parent'),
    council: say('contact.hide.council'),
    school: say('contact.hide.school'),
    health: say('contact.hide.health'),
  } satisfies Record<(typeof hiddenFrom)[number], string>;
  const needs = {
    bsl: say('contact.needs.bsl'),
    interpreter: say('contact.needs.interpreter'),
    'large-print': say('contact.needs.large-print'),
    'no-calls': say('contact.needs.no-calls'),
    supporter: say('contact.needs.supporter'),
  } satisfies Record<(typeof needsToPlan)[number], string>;
  const label = (key: Key, hint: Key) => ({ label: say(key), hint: say(hint), optional: true });
  return [
    {
      name: NAMES.safe,
      control: 'checkboxes',
      options: ways,
      ...label('contact.safe', 'contact.safe.hint'),
    },
    { name: NAMES.phone, control: 'phone', ...label('contact.phone', 'contact.phone.hint') },
    {
      name: NAMES.hide,
      control: 'checkboxes',
      options: others,
      ...label('contact.hide', 'contact.hide.hint'),
    },
    { name: NAMES.notKnow, control: 'textarea', ...label('contact.not-know', 'contact.not-know.hint') },
    {
      name: NAMES.needs,
      control: 'checkboxes',
      options: needs,
      ...label('contact.needs', 'contact.needs.hint'),
    },
    { name: NAMES.needsMore, control: 'textarea', ...label('contact.needs-more', 'contact.needs-more.hint') },
  ];
}

/** As staff read them, and in the account. */
export const safetyQuestions = safetyQuestionsIn(english);

type Given = Record<string, string | string[] | null>;

export function safetyOf(given: Record<string, unknown>): SafetyAnswers {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const phone = text(given[NAMES.phone]);
  const mustNotKnow = text(given[NAMES.notKnow]);
  const needsMore = text(given[NAMES.needsMore]);
  return {
    safe: list(given[NAMES.safe]),
    hideAddressFrom: list(given[NAMES.hide]),
    ...(phone ? { phone } : {}),
    ...(mustNotKnow ? { mustNotKnow } : {}),
    ...(NAMES.needs in given ? { needs: list(given[NAMES.needs]) } : {}),
    ...(needsMore ? { needsMore } : {}),
  };
}

/** As answers to the questions: what has been said once is not asked again. */
export const givenOf = ({
  safe,
  phone,
  hideAddressFrom,
  mustNotKnow,
  needs,
  needsMore,
}: SafetyAnswers): Given => ({
  [NAMES.safe]: safe ?? [],
  [NAMES.phone]: phone ?? null,
  [NAMES.hide]: hideAddressFrom ?? [],
  [NAMES.notKnow]: mustNotKnow ?? null,
  // Whoever said what is safe before needs were asked for has not said that there are none.
  ...(needs ? { [NAMES.needs]: needs, [NAMES.needsMore]: needsMore ?? null } : {}),
});

const titles: Record<string, string> = {
  [NAMES.safe]: 'Safe besides email',
  [NAMES.phone]: 'Phone number',
  [NAMES.hide]: 'Must not find out where the family lives',
  [NAMES.notKnow]: 'Must not know about this case',
  [NAMES.needs]: 'Needs',
  [NAMES.needsMore]: 'Language, and anything else needed',
};

/** As whoever wants to get in touch reads them, before anything else and so without what was left empty. */
export function safetyForStaff(answers: SafetyAnswers): { label: string; value: string }[] {
  const given = givenOf(answers);
  const said = (name: string) => (given[name]?.length ?? 0) > 0;
  const rows = safetyRows(answers).filter((_, n) => said(safetyQuestions[n]?.name ?? ''));
  return answers.safe?.length
    ? rows
    : [{ label: 'Safe', value: 'messages through this service alone' }, ...rows];
}

/** As the family itself reads them. */
export const ownSafetyRows = (answers: SafetyAnswers): { label: string; value: string }[] =>
  safetyRows(answers).map(({ label, value }) => ({
    label: label.replace('the family lives', 'you live'),
    value,
  }));

function safetyRows(answers: SafetyAnswers): { label: string; value: string }[] {
  const given = givenOf(answers);
  return safetyQuestions.map((question) => ({
    label: titles[question.name] ?? question.label,
    value: said(question, given[question.name], inWords),
  }));
}

const FLAGS: Record<(typeof needsToPlan)[number], string> = {
  bsl: 'BSL interpreter',
  interpreter: 'Interpreter',
  'large-print': 'Large print',
  'no-calls': 'No phone calls',
  supporter: 'Brings a supporter',
};

export interface Flag {
  text: string;
  colour: 'red' | 'yellow';
}

/** What to know about those of a family before anybody writes, rings or plans: danger first. */
export function flagsOf(family: SafetyAnswers[]): Flag[] {
  const danger = [
    ...(family.some(({ hideAddressFrom }) => hideAddressFrom?.length) ? ['Address hidden'] : []),
    ...(family.some(({ mustNotKnow }) => mustNotKnow) ? ['Somebody must not know'] : []),
  ];
  const needed = new Set(family.flatMap(({ needs }) => needs ?? []));
  const needs = [
    ...Object.entries(FLAGS).flatMap(([need, text]) => (needed.has(need) ? [text] : [])),
    // A language is said with its interpreter; anything else must not be overlooked.
    ...(family.some(({ needs = [], needsMore }) => needsMore && needs.length === 0) ? ['Has a need'] : []),
  ];
  return [
    ...danger.map((text): Flag => ({ text, colour: 'red' })),
    ...needs.map((text): Flag => ({ text, colour: 'yellow' })),
  ];
}

/** As one answer to a question about a meeting. */
export const needsInWords = ({ needs = [], needsMore }: SafetyAnswers): string =>
  [
    ...safetyQuestions.flatMap(({ name, options = {} }) =>
      name === NAMES.needs ? needs.flatMap((need) => options[need] ?? []) : [],
    ),
    ...(needsMore ? [needsMore] : []),
  ].join('; ');

// Answers out of a form: what was typed, as values, and what is wrong with them.

import { isPlainDate } from '../../workflows/calendar';
import { said as saidInEnglish, type Question as Asked } from '../engine';
import { english, type Speech } from './language';

export { questionsOf, said } from '../engine';

export interface Question extends Asked {
  /** Asked by a route: its words are English on every page, and a page in another language marks them. */
  english?: true;
}

interface TypedDate {
  day?: string;
  month?: string;
  year?: string;
}

/** What was typed, as the value the schema wants; nothing where it was left empty. */
export function valueOf(question: Question, typed: unknown): unknown {
  switch (question.control) {
    case 'date': {
      const { day = '', month = '', year = '' } = (typed ?? {}) as TypedDate;
      if (!day.trim() && !month.trim() && !year.trim()) return undefined;
      return `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
    }
    case 'yes-no':
      return typed === 'yes' ? true : typed === 'no' ? false : undefined;
    case 'checkboxes':
      return typed === undefined ? [] : [typed].flat();
    case 'number':
      return typeof typed === 'string' && typed.trim() ? Number(typed) : undefined;
    case 'list':
      return listOf(typed)
        .map((item) => valuesOf(question.items ?? [], item as Record<string, unknown>))
        .filter((item) => Object.values(item).some((value) => value !== undefined));
    default:
      return typeof typed === 'string' && typed.trim() ? typed.trim() : undefined;
  }
}

/** Items of a repeated question, however the browser sent them. */
export const listOf = (typed: unknown): unknown[] =>
  Array.isArray(typed) ? typed : typeof typed === 'object' && typed !== null ? Object.values(typed) : [];

const valuesOf = (questions: Question[], typed: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const value = valueOf(question, typed[question.name]);
      return value === undefined ? [] : [[question.name, value]];
    }),
  );

/** As far as a page can tell; whether it is one is for the service to say. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** What the page can say at once; everything else is said by the service that takes the answers. */
export function complaintOf(
  question: Question,
  value: unknown,
  today: string,
  mayBeAhead: boolean,
  speech: Speech = english,
): string | undefined {
  const { say } = speech;
  const empty = value === undefined || (question.control === 'list' && (value as unknown[]).length === 0);
  if (empty) {
    if (question.optional) return undefined;
    if (question.options) return say('question.choose-one');
    return say(question.control === 'date' ? 'question.enter-date' : 'question.enter');
  }
  if (question.control === 'email' && !EMAIL.test(String(value))) return say('question.email');
  if (question.control === 'date') {
    if (!isPlainDate(value)) return say('question.real-date');
    if (!mayBeAhead && value > today) return say('question.past-date');
  }
  if (question.control === 'list') {
    for (const item of value as Record<string, unknown>[]) {
      for (const inner of question.items ?? []) {
        const complaint = complaintOf(inner, item[inner.name], today, true, speech);
        if (complaint) return `${inner.label}: ${complaint.toLowerCase()}`;
      }
    }
  }
  return undefined;
}

/** A stored date as the three boxes want it. */
export function typedOf({ control }: Question, value: unknown): unknown {
  if (control === 'date' && typeof value === 'string') {
    const [year, month, day] = value.split('-');
    return { day: String(Number(day)), month: String(Number(month)), year };
  }
  if (control === 'yes-no') return value === true ? 'yes' : value === false ? 'no' : undefined;
  return value;
}

/** The first input of a question, to which the summary of errors leads: a group itself takes no focus. */
export const targetOf = ({ control, name }: Pick<Question, 'control' | 'name'>, at = name): string =>
  control === 'date' ? `${at}-day` : ['radios', 'yes-no', 'checkboxes'].includes(control) ? `${at}-1` : at;

/** Names of dates that may lie ahead. */
export const aheadOf = (schema: object): ReadonlySet<string> =>
  new Set(
    Object.entries((schema as { properties?: Record<string, { future?: boolean }> }).properties ?? {})
      .filter(([, { future }]) => future)
      .map(([name]) => name),
  );

/** What was answered, as it is read before it is sent; the answers to a route stay English. */
export function saidIn(question: Question, value: unknown, { say, when }: Speech): string {
  if (question.english) return saidInEnglish(question, value, english.when);
  if (value === undefined || value === null || value === '') return say('lodge.not-provided');
  if (Array.isArray(value) && value.length === 0) return say('draft-documents.none');
  return saidInEnglish(question, value, when);
}

// An act in a case on one page, for people who write many of them: every question of the route, a section for each item
// of a list, and what is wrong said beside each answer. What was typed is kept as it was typed.

import { complaintOf, listOf, said, targetOf, typedOf, valueOf, type Question } from './questions';

/** A form as the browser sent it. */
export type Typed = Record<string, unknown>;

export interface FieldError {
  text: string;
  /** Name of the field. */
  name: string;
  /** Id of the first box that can be put right. */
  field: string;
}

/** One question with what was typed into it. */
export interface FieldRow {
  name: string;
  question: Question;
  value: unknown;
  error?: string;
  items?: { title: string; fields: FieldRow[] }[];
}

/** What an item of a list is called on a page and in what is said to be wrong. */
const ITEM = 'Point';

/** The answers in a form, as the schema of the act wants them. */
export const answersIn = (questions: Question[], typed: Typed): Record<string, unknown> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const value = valueOf(question, typed[question.name]);
      return value === undefined || (question.optional && Array.isArray(value) && value.length === 0)
        ? []
        : [[question.name, value]];
    }),
  );

/** Answers as they would have been typed: where a form starts from what is known. */
export const typedFrom = (questions: Question[], answers: Record<string, unknown>): Typed =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const value = answers[question.name];
      if (value === undefined || value === null) return [];
      if (question.control === 'list')
        return [
          [
            question.name,
            (value as Record<string, unknown>[]).map((item) => typedFrom(question.items ?? [], item)),
          ],
        ];
      return [[question.name, typedOf(question, value)]];
    }),
  );

/** Everything that the page can tell is wrong, in the order of the page. */
export function errorsIn(questions: Question[], typed: Typed, today: string): FieldError[] {
  return questions.flatMap((question) => {
    if (question.control !== 'list') return fieldError(question, question.name, typed, today);
    const items = filledItems(question, typed);
    if (items.length === 0 && !question.optional)
      return [
        {
          text: `${plain(question.label)}: fill in at least one point`,
          name: question.name,
          field: `${question.name}-section`,
        },
      ];
    return listOf(typed[question.name]).flatMap((item, n) =>
      isFilled(question, item)
        ? (question.items ?? []).flatMap((inner) =>
            fieldError(inner, itemName(question, n, inner), item as Typed, today, `${ITEM} ${n + 1}, `),
          )
        : [],
    );
  });
}

function fieldError(question: Question, name: string, typed: Typed, today: string, where = ''): FieldError[] {
  const value = valueOf(question, typed[question.name]);
  const complaint = complaintOf(question, value, today, question.future === true);
  if (!complaint) return [];
  return [
    { text: `${where}${about(question)}: ${lowered(complaint)}`, name, field: targetOf(question, name) },
  ];
}

/** What the service found wrong, at the fields it is about. */
export function errorsAt(
  questions: Question[],
  typed: Typed,
  pointers: { pointer: string; detail: string }[],
): FieldError[] {
  return pointers.map(({ pointer, detail }) => {
    const [, name = '', at, inner] = pointer.split('/');
    const question = questions.find((each) => each.name === name);
    if (!question) return { text: detail, name: '', field: nearest(questions) };
    const innerQuestion = question.items?.find((each) => each.name === inner);
    if (question.control !== 'list' || !innerQuestion || at === undefined)
      return {
        text: detail,
        name,
        field: question.control === 'list' ? `${name}-section` : targetOf(question, name),
      };
    // The service counts the items that were filled in; the page shows the empty ones as well.
    const shown = listOf(typed[name])
      .map((item, n) => (isFilled(question, item) ? n : -1))
      .filter((n) => n >= 0)[Number(at)] as number;
    const full = itemName(question, shown, innerQuestion);
    return {
      text: `${ITEM} ${shown + 1}, ${about(innerQuestion)}: ${lowered(detail)}`,
      name: full,
      field: targetOf(innerQuestion, full),
    };
  });
}

/** Where somebody is led who is told what no one question is about: to the first day that is asked for, or the first question. */
export function nearest(questions: Question[]): string {
  const question = questions.find(({ control }) => control === 'date') ?? questions[0];
  if (!question) return 'main-content';
  return question.control === 'list' ? `${question.name}-section` : targetOf(question, question.name);
}

/** The page's fields, each with what was typed and what is wrong. A list that must have an item shows one. */
export function fieldsOf(questions: Question[], typed: Typed, errors: FieldError[]): FieldRow[] {
  const errorOf = (name: string) => errors.find((each) => each.name === name)?.text;
  const field = (question: Question, name: string, value: unknown): FieldRow => {
    const error = errorOf(name);
    return { name, question, value, ...(error ? { error } : {}) };
  };
  return questions.map((question) => {
    if (question.control !== 'list') return field(question, question.name, typed[question.name]);
    const known = listOf(typed[question.name]);
    const shown = known.length === 0 && !question.optional ? [{}] : known;
    return {
      ...field(question, question.name, undefined),
      items: shown.map((item, n) => ({
        title: `${ITEM} ${n + 1}`,
        fields: (question.items ?? []).map((inner) =>
          field(inner, itemName(question, n, inner), (item as Typed)[inner.name]),
        ),
      })),
    };
  });
}

/** What a button of the form does to what was typed: one item more, or one less. */
export function changed(typed: Typed, go: string): Typed {
  const [, what, name = '', at] = /^(add|remove):([^:]+)(?::(\d+))?$/.exec(go) ?? [];
  if (!what) return typed;
  const items = listOf(typed[name]);
  return {
    ...typed,
    [name]: what === 'add' ? [...items, {}] : items.filter((_, n) => n !== Number(at)),
  };
}

export const filledItems = (question: Question, typed: Typed): Typed[] =>
  listOf(typed[question.name]).filter((item) => isFilled(question, item)) as Typed[];

const isFilled = ({ items = [] }: Question, item: unknown): boolean =>
  items.some((inner) => {
    const value = valueOf(inner, (item as Typed)[inner.name]);
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });

const itemName = ({ name }: Question, n: number, inner: Question): string => `${name}[${n}][${inner.name}]`;

/** A question as the beginning of what is wrong with its answer. */
const about = ({ label }: Question): string => plain(label).replace(/\?$/, '');
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const plain = (label: string): string => label.replace(' (optional)', '');

/** An answer as rows to read: one value, or for a list the rows of each item. */
export interface SaidRow {
  label: string;
  value: string;
  items?: SaidRow[][];
}

export function saidRows(
  questions: Question[],
  data: Record<string, unknown>,
  day: (date: string) => string,
): SaidRow[] {
  return questions
    .filter(({ name }) => data[name] !== undefined && data[name] !== null)
    .map((question) => {
      const value = data[question.name];
      return {
        label: plain(question.label),
        value: said(question, value, day),
        ...(question.items && Array.isArray(value)
          ? {
              items: (value as Record<string, unknown>[]).map((item) =>
                saidRows(question.items as Question[], item, day),
              ),
            }
          : {}),
      };
    });
}

// What would follow from a form that is still being written: the dates of each point, of each choice, and of the whole.
// The machine and the calendar say it (see the engine's previews); here only words that are still missing are filled in.

import type { EventView, Following, Preview, Situation } from '../engine';
import { Refusal } from '../platform';
import { answersIn, filledItems, type Typed } from './act-form';
import type { Question } from './questions';
import { forStaff } from './staff-words';
import { inWords } from './views';

/** Stands for words that are not written yet: no date depends on them. */
const UNWRITTEN = '…';
const WORDS = new Set(['text', 'textarea', 'email']);

export interface Follows {
  cases: Following[];
}

export interface LiveDates {
  /** What follows from the whole, where enough is filled in. */
  follows?: Follows;
  /** Why nothing can be said yet, or what cannot be. */
  why?: string;
  /** By list and item: the date that this point alone starts, or why there is none yet. */
  points: Record<string, { due?: string; owedBy?: string; basis?: string; why?: string }[]>;
  /** By question and option: what the choice starts, where choices differ. */
  options: Record<string, Record<string, string>>;
}

export const followsOf = ({ case: own, opens, tells }: Preview): Follows => ({
  cases: [own, ...opens, ...tells].map((each) => ({
    ...each,
    stage: { ...each.stage, title: forStaff(each.stage.title) },
    ...(each.turn ? { turn: { ...each.turn, duty: forStaff(each.turn.duty) } } : {}),
    ...(each.outcome ? { outcome: { ...each.outcome, title: forStaff(each.outcome.title) } } : {}),
  })),
});

interface Sent {
  type: string;
  occurredOn?: string | undefined;
}

const eventOf = ({ type, occurredOn }: Sent, data: Record<string, unknown>) => ({
  type,
  data,
  ...(occurredOn ? { occurredOn } : {}),
});

/** `questions`: those of the event's data alone. */
export function liveDates(situation: Situation, sent: Sent, questions: Question[], typed: Typed): LiveDates {
  const data = withWords(questions, answersIn(questions, typed));
  const points: LiveDates['points'] = {};
  for (const question of questions.filter(({ control }) => control === 'list')) {
    const lists = questions.filter(({ control }) => control === 'list').map(({ name }) => name);
    const alone = Object.fromEntries(Object.entries(data).filter(([name]) => !lists.includes(name)));
    points[question.name] = filledItems(question, typed).map((item) => {
      const [only] = withWordsInItems(question, [answersIn(question.items ?? [], item)]);
      const others = completedChoices(questions, alone);
      const found = attempt(situation, eventOf(sent, { ...others, [question.name]: [only] }));
      if (found instanceof Refusal) return { why: whyOf(found) };
      const date = followsOf(found)
        .cases.flatMap(({ starts }) => starts)
        .find(({ point }) => point !== undefined);
      return date ? { due: date.due, owedBy: date.owedByName, basis: date.basis } : {};
    });
  }
  const whole = attempt(situation, eventOf(sent, data));
  return {
    points,
    options: optionsOf(situation, sent, questions, data),
    ...(whole instanceof Refusal ? { why: whyOf(whole) } : { follows: followsOf(whole) }),
  };
}

/** What each act that is possible now would start: to be seen before one is chosen. */
export interface Choice {
  type: string;
  title: string;
  option?: string;
  follows?: Follows;
}

export function choicesOf(
  situation: Situation,
  events: EventView[],
  questionsOf: (event: EventView) => Question[],
): Choice[] {
  return events.flatMap((event): Choice[] => {
    const { type, title } = event;
    const questions = questionsOf(event);
    const data = completedChoices(questions, withWords(questions, {}));
    const telling = questions.find(
      ({ control, options }) => control === 'radios' && Object.keys(options ?? {}).length > 1,
    );
    const whole = attempt(situation, { type, data });
    if (whole instanceof Refusal) return [{ type, title }];
    if (!telling) return [{ type, title, follows: followsOf(whole) }];
    const variants = Object.entries(telling.options ?? {}).map(([key, option]) => {
      const found = attempt(situation, { type, data: { ...data, [telling.name]: key } });
      return { type, title, option, ...(found instanceof Refusal ? {} : { follows: followsOf(found) }) };
    });
    const kinds = new Set(variants.map(({ follows }) => JSON.stringify(follows ?? null)));
    return kinds.size === 1 ? [{ type, title, follows: followsOf(whole) }] : variants;
  });
}

/** Whether a choice changes anything but the history. */
export const changesSomething = ({ follows }: Choice, stage: string): boolean =>
  follows === undefined ||
  follows.cases.length > 1 ||
  follows.cases.some(({ stage: { id }, starts, ends }) => id !== stage || starts.length + ends.length > 0);

function optionsOf(
  situation: Situation,
  sent: Sent,
  questions: Question[],
  data: Record<string, unknown>,
): LiveDates['options'] {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const options = Object.keys(question.options ?? {});
      if (question.control !== 'radios' || options.length < 2) return [];
      const others = completedChoices(questions, data);
      const found = options.map((key) => {
        const preview = attempt(situation, eventOf(sent, { ...others, [question.name]: key }));
        return preview instanceof Refusal ? '' : datesInWords(followsOf(preview));
      });
      return new Set(found).size < 2
        ? []
        : [[question.name, Object.fromEntries(options.map((key, n) => [key, found[n] ?? '']))]];
    }),
  );
}

/** The dates that would start, soonest first: "Riverside Council: Send a draft plan, by Friday 29 January 2027". */
function datesInWords({ cases }: Follows): string {
  const dates = cases.flatMap(({ starts }) => starts).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return dates.length === 0
    ? 'Starts no date.'
    : dates
        .map(
          ({ owedByName, pointTitle, title, due }) =>
            `${capital(owedByName)}: ${pointTitle ?? title}, by ${inWords(due)}.`,
        )
        .join(' ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function attempt(situation: Situation, event: ReturnType<typeof eventOf>): Preview | Refusal {
  try {
    return situation.follow(event);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const whyOf = ({ detail, pointers }: Refusal): string =>
  pointers[0]?.pointer === '/occurredOn'
    ? detail
    : 'Answer the questions that are still open to see the dates.';

/** Words that are missing and must be there. */
function withWords(questions: Question[], answers: Record<string, unknown>): Record<string, unknown> {
  const written = { ...answers };
  for (const question of questions) {
    const { name, control, optional } = question;
    if (control === 'list' && Array.isArray(written[name]))
      written[name] = withWordsInItems(question, written[name] as Record<string, unknown>[]);
    if (WORDS.has(control) && !optional && written[name] === undefined) written[name] = UNWRITTEN;
  }
  return written;
}

/** A remedy that has a date and no words yet has a date all the same. */
function withWordsInItems(
  { items = [] }: Question,
  answers: Record<string, unknown>[],
): Record<string, unknown>[] {
  return answers.map((answer) => {
    const whole = withWords(items, answer);
    const dated = items.some(({ control, name }) => control === 'date' && whole[name] !== undefined);
    return dated
      ? withWords(
          items.map((each) => ({ ...each, optional: each.optional && each.control !== 'text' })),
          whole,
        )
      : whole;
  });
}

/** The first answer to every choice that is still open, where only another one is looked at. */
const completedChoices = (
  questions: Question[],
  answers: Record<string, unknown>,
): Record<string, unknown> => ({
  ...Object.fromEntries(
    questions.flatMap(({ name, control, options, optional }): [string, unknown][] =>
      optional
        ? []
        : control === 'radios'
          ? [[name, Object.keys(options ?? {})[0]]]
          : control === 'yes-no'
            ? [[name, true]]
            : [],
    ),
  ),
  ...answers,
});

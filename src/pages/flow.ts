// One question after another, without an account of it on the server: the answers so far travel with the form,
// so that nothing is lost when a session ends and nothing is kept of a form that is not sent. A case that is being
// opened is long: its answers are kept (see lodging), and only the page shown comes from here.

import { Refusal } from '../platform';
import { english, refusalIn, type Refused, type Speech } from './language';
import { complaintOf, listOf, said, targetOf, typedOf, valueOf, type Question } from './questions';
import { inWords } from './views';
import { wrongAt } from './wrong-at';

export interface Flow {
  questions: Question[];
  /** Names of dates that may lie ahead. */
  ahead: ReadonlySet<string>;
  action: string;
  button: string;
  interruption?: string;
  caption: string;
  /** The language it is asked in: English where nothing is said, and the page then says that it has no other. */
  speech?: Speech;
  /** Heading of the page on which everything is looked at before it is sent. */
  checkTitle?: string;
}

export interface Posted {
  answers?: string;
  step?: string;
  go?: string;
  [field: string]: unknown;
}

export type FlowPage =
  | { kind: 'ask'; template: 'question.njk'; context: Record<string, unknown> }
  | { kind: 'check'; template: 'check.njk'; context: Record<string, unknown> }
  | { kind: 'send'; answers: Record<string, unknown> };

export function firstPage(flow: Flow): FlowPage {
  return flow.questions.length === 0 ? check(flow, {}) : ask(flow, {}, 0);
}

/** One question of a flow whose answers are kept elsewhere. */
export function pageAt(flow: Flow, answers: Record<string, unknown>, step: number): FlowPage {
  return ask(flow, answers, step);
}

/** Starts from answers that are already there: nothing is asked that is not to be changed. */
export function reviewPage(flow: Flow, answers: Record<string, unknown>): FlowPage {
  return check(flow, answers);
}

/** Where a posted page leads. */
export function nextPage(flow: Flow, posted: Posted, today: string): FlowPage {
  const answers = readAnswers(posted.answers);
  if (posted.go === 'send') return { kind: 'send', answers: given(answers) };
  const step = Math.min(Math.max(Number(posted.step ?? 0) || 0, 0), Math.max(flow.questions.length - 1, 0));
  const question = flow.questions[step];
  if (!question) return check(flow, answers);
  if (posted.go === 'change') return ask(flow, answers, step);
  const typed = posted[question.name];
  const value = valueOf(question, typed);
  if (posted.go === 'add')
    return ask(flow, { ...answers, [question.name]: value }, step, undefined, [...listOf(typed), {}]);
  const complaint = complaintOf(question, value, today, flow.ahead.has(question.name), flow.speech);
  if (complaint) return ask(flow, answers, step, { text: complaint }, typed);
  // Null is an answer left out on purpose: without it the question would be asked again and again.
  const next = { ...answers, [question.name]: value ?? null };
  const unanswered = flow.questions.findIndex(({ name }) => !(name in next));
  return unanswered === -1 ? check(flow, next) : ask(flow, next, unanswered);
}

/** What was typed before the session ended: shown again, never sent by itself. */
export function keptPage(flow: Flow, posted: Posted, today: string): FlowPage {
  const page =
    posted.go === 'send' ? check(flow, readAnswers(posted.answers)) : nextPage(flow, posted, today);
  if (page.kind !== 'send') page.context.kept = true;
  return page;
}

/** The question a refusal is about, with what the service says about it. */
export function refusedPage(flow: Flow, answers: Record<string, unknown>, refusal: Refusal): FlowPage {
  const names = refusal.pointers.map(({ pointer }) => pointer.split('/')[1] ?? '');
  const step = flow.questions.findIndex(({ name }) => names.includes(name));
  const detail = refusal.pointers[0]?.detail ?? refusal.detail;
  if (step >= 0) return ask(flow, answers, step, refusalIn(flow.speech ?? english, detail));
  const page = check(flow, answers);
  if (page.kind === 'check') page.context.errors = [{ text: refusal.detail }];
  return page;
}

function ask(
  flow: Flow,
  answers: Record<string, unknown>,
  step: number,
  wrong?: Refused,
  typed?: unknown,
): FlowPage {
  const question = flow.questions[step] as Question;
  const { say } = flow.speech ?? english;
  const known = typed ?? typedOf(question, answers[question.name]);
  const value = question.control === 'list' ? withOne(listOf(known), question) : known;
  const [inner] = question.items ?? [];
  const target = inner ? targetOf(inner, `${question.name}[0][${inner.name}]`) : targetOf(question);
  return {
    kind: 'ask',
    template: 'question.njk',
    context: {
      title: question.label,
      titleEnglish: question.english,
      translated: flow.speech !== undefined,
      action: flow.action,
      caption: flow.caption,
      progress: say('question.count', { n: step + 1, of: flow.questions.length }),
      question,
      value,
      answers: JSON.stringify(answers),
      step,
      ...wrongAt(target, wrong),
    },
  };
}

const withOne = (items: unknown[], { items: inner = [] }: Question): unknown[] =>
  (items.length === 0 ? [{}] : items).map((item) =>
    Object.fromEntries(
      inner.map((each) => {
        const value = (item as Record<string, unknown>)[each.name];
        return [each.name, typeof value === 'object' ? value : typedOf(each, value)];
      }),
    ),
  );

function check(flow: Flow, answers: Record<string, unknown>): FlowPage {
  return {
    kind: 'check',
    template: 'check.njk',
    context: {
      // Where nothing was asked, what is about to be sent is all there is to check.
      title: flow.checkTitle ?? (flow.questions.length === 0 ? flow.caption : 'Check your answers'),
      caption: flow.caption,
      action: flow.action,
      rows: flow.questions.map((question, step) => ({
        label: question.label,
        value: said(question, answers[question.name], inWords),
        step,
      })),
      answers: JSON.stringify(answers),
      button: flow.button,
      interruption: flow.interruption,
    },
  };
}

const given = (answers: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));

function readAnswers(text: string | undefined): Record<string, unknown> {
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below in words.
  }
  throw new Refusal('bad-request', 'Your answers could not be read. Start again from the first question.');
}

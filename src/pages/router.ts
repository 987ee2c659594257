// The questions of "Who is responsible?", and the facts that the answers come to. Six at most; "I do not know" is an
// answer to each. The answers stand in the address and nowhere else: nothing is kept, and Back, a bookmark and another
// language simply work.

import { english, type Key, type Speech } from './language';
import { complaintOf, said, typedOf, valueOf, type Question } from './questions';

/** What went wrong: what it is about, the facts it stands for, and what else has to be known. */
const grievances: Record<string, { topic: string; facts: Record<string, unknown>; asks: string[] }> = {
  assess: {
    topic: 'decision',
    facts: { decision: 'refuse-to-assess', plan: false },
    asks: ['noticeSent'],
  },
  issue: { topic: 'decision', facts: { decision: 'refuse-to-issue', plan: false }, asks: ['noticeSent'] },
  wrong: { topic: 'decision', facts: { decision: 'contents', plan: true }, asks: ['sections', 'noticeSent'] },
  review: { topic: 'decision', facts: { decision: 'refuse-to-amend', plan: true }, asks: ['noticeSent'] },
  ended: { topic: 'decision', facts: { decision: 'cease', plan: true }, asks: ['noticeSent'] },
  late: { topic: 'late', facts: { issue: 'assessment-delay' }, asks: ['requested'] },
  missing: {
    topic: 'late',
    facts: { issue: 'provision-not-delivered', plan: true },
    asks: ['part', 'age'],
  },
  reviewLate: { topic: 'late', facts: { issue: 'review-delay', plan: true }, asks: [] },
  order: { topic: 'late', facts: { issue: 'order-not-obeyed', plan: true }, asks: [] },
  agreement: { topic: 'late', facts: { issue: 'agreement-not-kept' }, asks: ['promiser'] },
  excluded: { topic: 'school', facts: { issue: 'exclusion' }, asks: ['setting', 'happened'] },
  place: { topic: 'school', facts: { issue: 'admission' }, asks: ['plan', 'noticeSent'] },
  none: { topic: 'school', facts: { issue: 'no-education' }, asks: ['plan'] },
  school: { topic: 'school', facts: { issue: 'sen-support' }, asks: ['setting'] },
  unfair: { topic: 'school', facts: { issue: 'disability-discrimination' }, asks: ['setting', 'happened'] },
  transport: { topic: 'school', facts: { issue: 'transport' }, asks: [] },
  nhs: { topic: 'nhs', facts: { issue: 'nhs-service' }, asks: [] },
  care: { topic: 'care', facts: { issue: 'social-care' }, asks: ['age'] },
  silence: { topic: 'complaint', facts: { issue: 'complaint-delay' }, asks: ['complainedTo'] },
  schoolSilence: {
    topic: 'complaint',
    facts: { issue: 'complaint-delay', bodies: ['school'] },
    asks: ['setting'],
  },
  records: { topic: 'complaint', facts: { issue: 'data' }, asks: [] },
  danger: { topic: 'danger', facts: { issue: 'harm' }, asks: [] },
  unsure: { topic: 'unsure', facts: { issue: 'not-sure' }, asks: ['plan'] },
};

const topics = [...new Set(Object.values(grievances).map(({ topic }) => topic))];

const options: Record<string, string[]> = {
  sections: ['B', 'F', 'I', 'G', 'H'],
  part: ['F', 'G', 'H'],
  age: ['under', 'over'],
  promiser: ['council', 'icb'],
  complainedTo: ['council', 'nhs'],
  setting: ['maintained mainstream', 'academy', 'independent', 'fe college', 'nursery'],
  plan: ['yes', 'no'],
};

export const ROUTER = '/who-is-responsible';
const UNKNOWN = 'unknown';
/** Radios for so many councils; a longer list is a menu. */
const MOST_RADIOS = 12;
/** Before it is known what went wrong. */
const USUAL_LENGTH = 4;

export type Answers = Record<string, unknown>;

export interface Council {
  id: string;
  name: string;
}

const DAYS = ['noticeSent', 'requested', 'happened'];
const NAMES = ['topic', 'grievance', 'council', ...DAYS, ...Object.keys(options)];

const grievancesOf = (topic: unknown): string[] =>
  Object.keys(grievances).filter((id) => grievances[id]?.topic === topic);

/** What is asked, given what has been said so far. */
function routerQuestions(
  answers: Answers,
  councils: Council[] = [],
  { say, language }: Speech = english,
): Question[] {
  const worded = (key: string): key is Key => key in language.words;
  const ask = (name: string, keys: string[], unknown = false): Question => {
    const hint = `router.${name}.hint`;
    const shared = {
      name,
      label: say(`router.${name}` as Key),
      optional: false,
      ...(worded(hint) ? { hint: say(hint) } : {}),
    };
    if (keys.length === 0) return { ...shared, control: 'date' };
    return {
      ...shared,
      control: name === 'sections' ? 'checkboxes' : 'radios',
      options: Object.fromEntries([
        ...keys.map((key) => [key, say(`router.${name}.${key}` as Key)]),
        ...(unknown ? [[UNKNOWN, say('question.unknown')]] : []),
      ]),
    };
  };
  const topic = ask('topic', topics);
  const within = grievancesOf(answers.topic);
  const grievance = within.length > 1 ? [ask('grievance', within)] : [];
  const known = grievances[String(answers.grievance)];
  if (!known) return [topic, ...grievance];
  const asked = known.asks.map((name) => ask(name, options[name] ?? [], name in options));
  const council: Question = {
    name: 'council',
    label: say('router.council'),
    hint: say('router.council.hint'),
    control: councils.length > MOST_RADIOS ? 'select' : 'radios',
    options: Object.fromEntries([
      ...councils.map(({ id, name }) => [id, name]),
      [UNKNOWN, say('router.council.not-listed')],
    ]),
    optional: false,
  };
  const wantsCouncil = councils.length > 0 && known.topic !== 'danger';
  return [topic, ...grievance, ...asked, ...(wantsCouncil ? [council] : [])];
}

export type RouterPage =
  | { done: true; answers: Answers }
  | {
      done: false;
      question: Question;
      value: unknown;
      errorText?: string;
      /** The other answers, as fields of the form. */
      kept: [string, string][];
      /** The question before. */
      back: string;
      n: number;
      about: number;
    };

/** What the address says so far, and the first question that it leaves open. */
export function routerPage(
  query: Record<string, unknown>,
  today: string,
  councils: Council[] = [],
  speech: Speech = english,
): RouterPage {
  const answers: Answers = {};
  for (;;) {
    const questions = routerQuestions(answers, councils, speech);
    const open = questions.findIndex(({ name }) => answers[name] === undefined);
    const question = questions[open];
    if (!question) return { done: true, answers };
    const { name } = question;
    const typed = typedIn(query, question);
    const value = query.unknown === name ? UNKNOWN : valueIn(question, typed);
    const complaint = complaintAbout(question, value, today, speech);
    if (complaint !== undefined) {
      const before = questions[open - 1]?.name;
      return {
        done: false,
        question,
        value: question.control === 'date' ? typed : value,
        kept: NAMES.filter((other) => other !== name).flatMap((other) =>
          [answers[other] ?? query[other] ?? []]
            .flat()
            .map((each): [string, string] => [other, String(each)]),
        ),
        back: before ? addressOf(ROUTER, answers, before) : '/',
        n: open + 1,
        about: Math.max(questions.length, answers.grievance === undefined ? USUAL_LENGTH : 0),
        // Whoever comes to a question for the first time has made no mistake.
        ...(query.asked === name || value !== undefined ? { errorText: complaint } : {}),
      };
    }
    answers[name] = value;
    const [only, ...others] = name === 'topic' ? grievancesOf(value) : [];
    if (only !== undefined && others.length === 0) answers.grievance = only;
  }
}

/** As a browser without a parser for nested names sends it: three boxes of a date, or the day of a link. */
function typedIn(query: Record<string, unknown>, { name, control }: Question): unknown {
  if (control === 'date') {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => query[`${name}[${part}]`]);
    const boxes = { day: text(day), month: text(month), year: text(year) };
    return day === undefined && month === undefined && year === undefined
      ? query[name] === UNKNOWN
        ? UNKNOWN
        : typedOf({ control } as Question, query[name])
      : boxes;
  }
  const sent = query[`${name}[]`] ?? query[name];
  return control === 'checkboxes' ? sent : Array.isArray(sent) ? sent[0] : sent;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function valueIn(question: Question, typed: unknown): unknown {
  if (typed === UNKNOWN) return UNKNOWN;
  const value = valueOf(question, typed);
  // All of the boxes of a group being empty is no answer; "I do not know" among them is one.
  if (!Array.isArray(value)) return value;
  return value.includes(UNKNOWN) ? UNKNOWN : value.length === 0 ? undefined : value;
}

function complaintAbout(question: Question, value: unknown, today: string, speech: Speech) {
  if (value === UNKNOWN) return undefined;
  if (value === undefined && question.control === 'checkboxes') return speech.say('question.choose-some');
  const complaint = complaintOf(question, value, today, false, speech);
  if (complaint !== undefined || !question.options) return complaint;
  const known = [value].flat().every((each) => Object.hasOwn(question.options ?? {}, String(each)));
  return known ? undefined : speech.say('question.choose-one');
}

/** Whether a day was asked for and not known. */
export const isUndated = (answers: Answers): boolean => DAYS.some((name) => answers[name] === UNKNOWN);

/** The answers as an address, which holds no name and nothing that was typed but days. */
export function addressOf(path: string, answers: Answers, without?: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(answers)) {
    if (name === without) continue;
    // A topic of one grievance says it already.
    if (name === 'grievance' && grievancesOf(answers.topic).length === 1) continue;
    for (const each of [value].flat()) query.append(name, String(each));
  }
  // Whoever changes what it is about is asked everything after it again.
  return without === 'topic' ? path : `${path}?${query.toString()}`;
}

/** What was said, for the page of the result, with the way to change each. */
export function toldIn(answers: Answers, councils: Council[], speech: Speech = english) {
  return routerQuestions(answers, councils, speech).map((question) => ({
    label: question.label,
    value:
      answers[question.name] === UNKNOWN
        ? speech.say('question.unknown')
        : said(question, answers[question.name], speech.when),
    change: addressOf(ROUTER, answers, question.name),
  }));
}

export function factsOf(answers: Answers): Record<string, unknown> {
  const { grievance, part, age, promiser, complainedTo, plan, setting } = answers;
  const { sections, noticeSent, requested, happened } = answers;
  const known = (value: unknown): value is string => typeof value === 'string' && value !== UNKNOWN;
  return {
    ...grievances[String(grievance)]?.facts,
    ...(known(part) ? { section: part } : {}),
    ...(known(age) ? { age: age === 'over' ? 18 : 10 } : {}),
    ...(known(promiser) ? { bodies: [promiser] } : {}),
    ...(known(complainedTo) ? { bodies: [complainedTo] } : {}),
    ...(known(plan) ? { plan: plan === 'yes' } : {}),
    ...(known(setting) ? { setting } : {}),
    ...(Array.isArray(sections) && sections.length > 0 ? { sections } : {}),
    ...(known(noticeSent) ? { noticeSent } : {}),
    ...(known(requested) ? { requested } : {}),
    ...(known(happened) ? { happened } : {}),
  };
}

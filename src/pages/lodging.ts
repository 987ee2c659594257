// What is asked before a case is opened, in sections: the facts its route wants, who takes part, and how to reach the family safely.

import { routeFor } from '../../workflows';
import {
  isWorking,
  outlineOf,
  partyDefinition,
  type Body,
  type PartyId,
  type Route,
} from '../../workflows/kit';
import { ruleOf, type RuleId } from '../../workflows/law';
import { jsonSchemaOf } from '../engine';
import type { EmailChoiceId } from '../messages';
import { Refusal } from '../platform';
import type { Flow } from './flow';
import { english, type Key, type Speech } from './language';
import { aheadOf, questionsOf, type Question } from './questions';
import { safetyQuestionsIn } from './safety';

export interface Section {
  id: 'what' | 'who' | 'contact';
  title: string;
  questions: Question[];
}

export const NAME = 'contact-name';
export const EMAIL = 'contact-email';
export const PARTY = 'party-';
const NOT_LISTED = 'not-listed';

/** `ahead`: asked for also where only a case that may come of this one concerns it. */
const ASKED_BODIES = {
  school: { label: 'lodge.which-school' },
  nursery: { label: 'lodge.which-nursery' },
  college: { label: 'lodge.which-college' },
  university: { label: 'lodge.which-university' },
  'nhs-provider': { label: 'lodge.which-provider' },
  council: { label: 'router.council', ahead: true },
  icb: { label: 'lodge.which-icb', ahead: true },
  mediation: { label: 'lodge.which-mediation', ahead: true },
} satisfies Partial<Record<Body, { label: Key; ahead?: true }>>;

/** More than these are chosen from a list that opens. */
const MOST_RADIOS = 10;

export const emailQuestionIn = ({ say }: Speech): Question => ({
  name: EMAIL,
  label: say('contact.email'),
  hint: say('contact.email.hint'),
  control: 'radios',
  options: {
    yes: say('contact.email.yes'),
    neutral: say('contact.email.neutral'),
    no: say('contact.email.no'),
  } satisfies Record<EmailChoiceId, string>,
  optional: false,
});

/** As it is in the account. */
export const emailQuestion = emailQuestionIn(english);

const nameQuestionIn = ({ say }: Speech): Question => ({
  name: NAME,
  label: say('contact.name'),
  hint: say('contact.name.hint'),
  control: 'text',
  optional: true,
});

/** Whether a family starts cases of this route. */
export const startsHere = (id: string): boolean => routeFor(id) !== undefined && !id.startsWith('executive.');

/** @throws Refusal for a route that a family does not start. */
export function startable(id: string): Route {
  const route = routeFor(id);
  if (!route || !startsHere(id)) throw new Refusal('not-found', 'There is no such route.');
  return route;
}

export function sectionsOf(
  route: Route,
  organisations: { id: string; body: Body; name: string }[],
  speech: Speech = english,
): Section[] {
  const { say } = speech;
  const [taking, later] = [bodiesOf(route), owingBodies(route, FAR)];
  const asked: [string, { label: Key; ahead?: true }][] = Object.entries(ASKED_BODIES);
  const who = asked.flatMap(([body, { label, ahead }]): Question[] => {
    const known = organisations.filter((each) => each.body === body);
    const concerned = taking.has(body as Body) || (ahead && later.includes(body as Body));
    if (!concerned || known.length === 0) return [];
    const options = Object.fromEntries([
      ...known.map(({ id, name }) => [id, name]),
      [NOT_LISTED, say('lodge.not-listed')],
    ]);
    const control = known.length > MOST_RADIOS ? 'select' : 'radios';
    return [{ name: PARTY + body, label: say(label), control, options, optional: false }];
  });
  const sections: Section[] = [
    {
      id: 'what',
      title: say('lodge.what'),
      questions: questionsOf(jsonSchemaOf(route.facts)).map((question) => ({ ...question, english: true })),
    },
    { id: 'who', title: say('lodge.who'), questions: who },
    {
      id: 'contact',
      title: say('lodge.contact'),
      questions: [emailQuestionIn(speech), nameQuestionIn(speech), ...safetyQuestionsIn(speech)],
    },
  ];
  return sections.filter(({ questions }) => questions.length > 0);
}

/** How far along linked cases bodies are asked for now: what may come of those can be asked for then. */
const FAR = 2;

/** Bodies with a part in the route itself. */
function bodiesOf(route: Route): Set<Body> {
  const own = Object.values(route.events).flatMap(({ by }) => by.map((party) => partyDefinition(party).body));
  return new Set([...own, ...owingBodies(route, 0)]);
}

function owingBodies(route: Route, far: number): Body[] {
  const stages = Object.values(route.stages);
  const owing = stages.filter(isWorking).map(({ responsible }) => partyDefinition(responsible).body);
  const next = stages
    .flatMap((stage) => ('opens' in stage ? (stage.opens ?? []) : []))
    .flatMap(({ route: id }) => {
      const linked = routeFor(id);
      return linked && far > 0 ? owingBodies(linked, far - 1) : [];
    });
  return [...owing, ...next];
}

/** The first steps that bodies owe on this route, and the time each has. */
export function timesOf(route: Route): { who: string; duty: string; time: string }[] {
  return outlineOf(route)
    .stages.flatMap(({ responsible, duty, deadlines = [] }) => {
      const own = deadlines.find(({ owedBy, perItem }) => owedBy === responsible && !perItem);
      const [rule] = own?.rules ?? [];
      const period = rule && ruleOf(rule as RuleId).limbs[0]?.period;
      if (!responsible || !duty || !period) return [];
      const { name, body } = partyDefinition(responsible as PartyId);
      return body === 'family' ? [] : { who: name, duty, time: inTime(period) };
    })
    .filter(({ duty }, n, all) => all.findIndex((each) => each.duty === duty) === n)
    .slice(0, MOST_TIMES);
}

const MOST_TIMES = 4;

const inTime = ({ n, unit }: { n: number; unit: string }): string => {
  const words = unit.replace('-', ' ');
  return `${n} ${n === 1 ? words.replace(/s$/, '') : words}`;
};

export function flowOf(draftId: string, route: Route, section: Section, speech: Speech): Flow {
  return {
    questions: section.questions,
    ahead: aheadOf(jsonSchemaOf(route.facts)),
    action: `/cases/draft/${draftId}/${section.id}`,
    button: speech.say('question.continue'),
    caption: section.title,
    speech,
  };
}

export const isComplete = ({ questions }: Section, answers: Record<string, unknown>): boolean =>
  questions.every(({ name }) => name in answers);

/** What the router has learnt already, as far as this route asks for it. */
export function known(route: Route, learnt: Record<string, unknown>): Record<string, unknown> {
  const facts = Object.entries(route.facts.shape).flatMap(([name, schema]) => {
    const checked = (schema as { safeParse: (value: unknown) => { success: boolean } }).safeParse(
      learnt[name],
    );
    return learnt[name] !== undefined && checked.success ? [[name, learnt[name]]] : [];
  });
  const parties = Object.entries(learnt).filter(([name]) => name.startsWith(PARTY));
  return Object.fromEntries([...facts, ...parties]);
}

/** Answers as the engine wants them: facts, and the organisation of each body. */
export function opening(route: Route, answers: Record<string, unknown>) {
  const facts: Record<string, unknown> = {};
  const parties: Partial<Record<Body, string>> = {};
  for (const [name, value] of Object.entries(answers)) {
    if (value === null) continue;
    if (name in route.facts.shape) facts[name] = value;
    else if (name.startsWith(PARTY) && typeof value === 'string' && value !== NOT_LISTED)
      parties[name.slice(PARTY.length) as Body] = value;
  }
  return { facts, parties };
}

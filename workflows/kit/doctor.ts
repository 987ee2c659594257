// Proves a route sound, or names what is wrong with it, where, and how to cure it.

import { addDays, workingDaysBetween, type PlainDate } from '../calendar';
import { explainUntyped, inputsOf, isRuleId, ruleOf, type RuleId } from '../law';
import { deadlineSpecs } from './deadlines';
import { partyIds } from './parties';
import { plannedReminders } from './reminder-policy';
import { targets } from './run';
import {
  isChoice,
  isOutcome,
  isWorking,
  rulesOf,
  type Route,
  type Stage,
  type CaseContext,
  type EventsVocabulary,
} from './types';

export interface Finding {
  route: string;
  file: string;
  stage?: string;
  code: string;
  message: string;
  cure: string;
}

type AnyStage = Stage<CaseContext, EventsVocabulary, string, string>;

/** `workflows/routes/tribunal-appeal.ts` cannot be read off the id; the id is what a reader searches for. */
const fileOf = (route: Route): string => `workflows/routes (${route.id})`;

export function examineAll(routes: readonly Route[]): Finding[] {
  return [...routes.flatMap((route) => examine(route, routes)), ...versionFindings(routes)];
}

export function examine(route: Route, known: readonly Route[] = [route]): Finding[] {
  const findings: Finding[] = [];
  const say = (code: string, message: string, cure: string, stage?: string) =>
    findings.push({ route: route.id, file: fileOf(route), ...(stage ? { stage } : {}), code, message, cure });
  if (!route.stages[route.initial]) {
    say(
      'no-start',
      `The route starts in "${route.initial}", which is no stage of it.`,
      'Name an existing stage as `initial`.',
    );
    return findings;
  }
  for (const text of [route.title, route.summary]) {
    if (text.trim() === '')
      say('no-text', 'The route has no title or summary.', 'Say in plain English what it is for.');
  }
  if (route.law.length === 0)
    say('no-law', 'The route cites no law.', 'Fill `law` with the citations it rests on.');
  examineEvents(route, say);
  const reached = reachable(route);
  const ending = canEnd(route);
  for (const [name, stage] of Object.entries(route.stages)) {
    if (!reached.has(name))
      say('unreachable', 'No event leads to this stage.', 'Lead an event here, or delete it.', name);
    if (!ending.has(name))
      say('dead-end', 'No outcome can be reached from this stage.', 'Give it an event that leads on.', name);
    if (isChoice(stage) && stage.choose.at(-1)?.when !== undefined) {
      say(
        'open-choice',
        'It may be that no transition applies.',
        'End the choice with one that has no `when`.',
        name,
      );
    }
    if (!isChoice(stage)) examineLinks(stage, name, known, say);
    if (isWorking(stage)) examineStage(route, name, stage, say);
    else if (isOutcome(stage) && (stage.title.trim() === '' || stage.outcome.trim() === '')) {
      say('no-text', 'The outcome does not say what it means.', 'Fill `title` and `outcome`.', name);
    }
  }
  examineCycles(route, say);
  return findings;
}

type Say = (code: string, message: string, cure: string, stage?: string) => void;

function examineParty(party: string, say: Say, stage?: string): void {
  if (!(partyIds as string[]).includes(party))
    say('no-party', `"${party}" is no party.`, 'Take one of workflows/kit/parties.ts.', stage);
}

function examineEvents(route: Route, say: Say): void {
  const accepted = new Set(
    Object.keys(route.stages).flatMap((name) => targets(route, name).map(({ type }) => type)),
  );
  for (const type of accepted) {
    if (type !== '' && !type.startsWith('missed.') && !(type in route.events))
      say('no-event', `A stage accepts "${type}", which is no event.`, 'Define it in `events`.');
  }
  for (const [type, event] of Object.entries(route.events)) {
    if (event.by.length === 0)
      say('nobody-sends', `Nobody may send "${type}".`, 'Name at least one party in `by`.');
    for (const party of event.by) examineParty(party, say);
    if (!accepted.has(type))
      say('never-accepted', `No stage accepts "${type}".`, 'Handle it in a stage, or delete it.');
    if (event.title.trim() === '' || event.past.trim() === '') {
      say('no-text', `The event "${type}" has no words.`, 'Fill `title` and `past`.');
    }
  }
}

function examineStage(
  route: Route,
  name: string,
  stage: Extract<AnyStage, { responsible: unknown }>,
  say: Say,
): void {
  if (!stage.responsible)
    say('nobody-responsible', 'Nobody is responsible here.', 'Name exactly one party.', name);
  else examineParty(stage.responsible, say, name);
  for (const { owedBy } of stage.deadlines ?? []) if (owedBy) examineParty(owedBy, say, name);
  for (const { type, when } of targets(route, name)) {
    if (when !== undefined && !(when in route.guards))
      say('no-guard', `"${type}" asks for "${when}", which is no guard.`, 'Define it in `guards`.', name);
  }
  if (stage.title.trim() === '' || stage.duty.trim() === '')
    say('no-text', 'The stage has no title or duty.', 'Fill both.', name);
  if (stage.law.length === 0) say('no-law', 'The stage cites no law.', 'Fill `law`.', name);
  if ((stage.deadlines ?? []).length === 0 && !stage.noDeadline?.trim()) {
    say(
      'no-deadline',
      'No date runs here and no reason is given.',
      'Give a deadline, or say why in `noDeadline`.',
      name,
    );
  }
  const handled = new Set(targets(route, name).map(({ type }) => type));
  const specs = deadlineSpecs(route, name);
  for (const spec of specs) {
    for (const rule of rulesOf(spec)) {
      if (!isRuleId(rule)) {
        say('no-rule', `There is no rule "${String(rule)}".`, 'Add it to workflows/law.', name);
        continue;
      }
      if (!handled.has(`missed.${rule}`)) {
        say(
          'miss-unhandled',
          `Nothing follows when ${rule} is missed.`,
          `Handle "missed.${rule}", if only with "stay".`,
          name,
        );
      }
      const { citation, effective } = ruleOf(rule);
      if (!citation || !effective.from)
        say('rule-without-source', `${rule} has no citation or date of effect.`, 'Fill both.', name);
      if (spec.familyRight) examineRight(rule, name, say);
    }
    if (!spec.ifMissed.trim())
      say('no-text', 'A deadline does not say what follows a miss.', 'Fill `ifMissed`.', name);
    const meeting = [spec.metBy].flat() as string[];
    if (!meeting.some((type) => handled.has(type))) {
      say(
        'cannot-be-met',
        `None of ${meeting.join(', ')} is possible here.`,
        'Handle the event that meets the deadline.',
        name,
      );
    }
  }
  const running = new Set(specs.flatMap((spec) => rulesOf(spec)).map((rule) => `missed.${rule}`));
  for (const type of handled) {
    if (type.startsWith('missed.') && !running.has(type)) {
      say(
        'miss-of-nothing',
        `"${type}" is handled, but no such deadline runs here.`,
        'Delete the handler or add the deadline.',
        name,
      );
    }
  }
}

/** A right must not lapse with fewer than two reminders, whenever in the year it begins. */
function examineRight(rule: RuleId, stage: string, say: Say): void {
  const inputs = inputsOf(ruleOf(rule)).filter(({ required }) => required);
  for (let day: PlainDate = '2026-01-05'; day < '2027-01-01'; day = addDays(day, 17)) {
    const { due } = explainUntyped(rule, Object.fromEntries(inputs.map(({ name }) => [name, day])));
    // A date that a person names may be any day; the shortest that can be reminded of twice is two working days off.
    if (due === day) return;
    const reminders = plannedReminders({ opened: day, due, familyRight: true }, `${day}T12:00:00.000Z`);
    if (reminders.length < 2 || workingDaysBetween(day, due) < 1) {
      say(
        'too-few-reminders',
        `A right under ${rule} that begins on ${day} lapses with ${reminders.length} reminders.`,
        'Add offsets to the reminder policy.',
        stage,
      );
      return;
    }
  }
}

function examineLinks(
  stage: Exclude<AnyStage, { choose: unknown }>,
  name: string,
  known: readonly Route[],
  say: Say,
): void {
  for (const { route: id } of stage.opens ?? []) {
    if (!known.some((other) => other.id === id))
      say('link-to-nothing', `It opens "${id}", which is no route.`, 'Write that route first.', name);
  }
  for (const { route: id, event } of stage.tells ?? []) {
    const other = known.find((each) => each.id === id);
    if (!other)
      say('link-to-nothing', `It tells "${id}", which is no route.`, 'Write that route first.', name);
    else if (!(event in other.events))
      say('link-to-nothing', `"${id}" knows no event "${event}".`, 'Name an event of that route.', name);
  }
}

/** Misses and choices alone must not lead round in a circle: somebody must have acted in between. */
function examineCycles(route: Route, say: Say): void {
  const steps = (name: string): string[] =>
    targets(route, name)
      .filter(({ type, to }) => (type === '' || type.startsWith('missed.')) && to !== name)
      .map(({ to }) => to);
  for (const name of Object.keys(route.stages)) {
    const seen = new Set<string>();
    const next = steps(name);
    while (next.length > 0) {
      const to = next.pop() as string;
      if (to === name) {
        say(
          'cycle-without-person',
          'The case can run in a circle without anybody acting.',
          'Break the circle with an outcome or an act.',
          name,
        );
        break;
      }
      if (!seen.has(to)) {
        seen.add(to);
        next.push(...steps(to));
      }
    }
  }
}

function reachable(route: Route): Set<string> {
  const found = new Set([route.initial]);
  for (const name of found) for (const { to } of targets(route, name)) found.add(to);
  return found;
}

function canEnd(route: Route): Set<string> {
  const ending = new Set(
    Object.keys(route.stages).filter((name) => isOutcome(route.stages[name] as AnyStage)),
  );
  for (let grown = true; grown;) {
    grown = false;
    for (const name of Object.keys(route.stages)) {
      if (!ending.has(name) && targets(route, name).some(({ to }) => ending.has(to))) {
        ending.add(name);
        grown = true;
      }
    }
  }
  return ending;
}

function versionFindings(routes: readonly Route[]): Finding[] {
  return routes.flatMap((route) => {
    const clash = routes.find(
      (other) =>
        other !== route &&
        other.id === route.id &&
        !other.proposed &&
        !route.proposed &&
        other.effective.from >= route.effective.from &&
        (route.effective.to === undefined || other.effective.from <= route.effective.to),
    );
    if (!clash) return [];
    return [
      {
        route: route.id,
        file: fileOf(route),
        code: 'two-versions',
        message: `Versions ${route.version} and ${clash.version} are in force at the same time.`,
        cure: 'End the older one with `effective.to`.',
      },
    ];
  });
}

// A case view turned into what the case page says.

import { findRoute } from '../../workflows';
import { partyDefinition, usualEvents, type PartyId } from '../../workflows/kit';
import type { CaseView, DeadlineView, EventView } from '../engine';
import { jsonSchemaOf } from '../engine';
import { saidRows, type SaidRow } from './act-form';
import { english, type Speech } from './language';
import { questionsOf, type Question } from './questions';
import { inWords } from './views';

const KINDS = {
  statutory: 'Set by law',
  guidance: 'Set by guidance',
  policy: 'Set by policy',
  'service-standard': 'A service standard, not a law',
} as const;

/** The earliest date has passed, and nobody can say yet that it is too late: the last one has not. */
const inDoubt = ({ status, workingDaysLeft, dueAt, working }: DeadlineView): boolean =>
  status === 'open' && workingDaysLeft < 0 && working.lateAfter > dueAt;

export function dated(date: DeadlineView, speech: Speech = english) {
  const { say } = speech;
  const left = date.workingDaysLeft;
  const state = {
    open: () => (inDoubt(date) ? say('days.earliest-over') : daysInWords(left, speech)),
    missed: () => say('days.over', { n: -left }),
    met: () => say('days.met'),
    'met-late': () => say('days.met-late'),
    superseded: () => say('days.superseded'),
  }[date.status]();
  const colour = { open: 'blue', met: 'green', 'met-late': 'yellow', missed: 'orange', superseded: 'grey' }[
    date.status
  ];
  return { ...date, state, colour, kindInWords: KINDS[date.kind] };
}

/** Working days until a last day, or since. */
export function daysInWords(left: number, { say }: Speech = english): string {
  if (left === 0) return say('days.today');
  return left > 0 ? say('days.left', { n: left }) : say('days.over', { n: -left });
}

const FAMILY: PartyId = 'parent or young person';

/** Who takes the family's part, whoever they are to it. */
const actsForFamily = ({ parts, scope }: CaseView): boolean => parts.includes(FAMILY) && scope !== 'read';

/** What a party is called on a page of this reader. */
const namedIn =
  ({ parts, scope }: CaseView, { say }: Speech) =>
  (party: PartyId | undefined, name: string | undefined): string => {
    if (party !== undefined && parts.includes(party) && scope === 'full') return say('party.you');
    return party === FAMILY ? say('party.family') : (name ?? '');
  };

/** Every date a case has or had. */
export function datesOf(view: CaseView, speech: Speech = english) {
  const named = namedIn(view, speech);
  return view.deadlines.map((date) => ({
    ...dated(date, speech),
    title: titleOf(date, view),
    owedByName: named(date.owedBy, date.owedByName),
  }));
}

/** The law knows only that somebody named the day: what for is what the stage asks of them. */
function titleOf({ title, rule, point, due, owedBy, status }: DeadlineView, { turn }: CaseView): string {
  if (!rule.startsWith('named.date') || point !== undefined || !turn || status === 'superseded') return title;
  if (turn.due !== due || turn.responsible !== owedBy) return title;
  const [, what = ''] = /^(?:must|should) (.+)$/.exec(turn.duty) ?? [];
  return what ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : title;
}

const runs = ({ status }: DeadlineView): boolean => status === 'open' || status === 'missed';

export function casePage(view: CaseView, speech: Speech = english) {
  const { turn, parties } = view;
  const current = turn?.due
    ? view.deadlines.find((date) => date.due === turn.due && date.owedBy === turn.responsible && runs(date))
    : undefined;
  const left = turn?.workingDaysLeft ?? 0;
  const doubtful = current !== undefined && inDoubt(current);
  const named = namedIn(view, speech);
  const who = turn && named(turn.responsible, turn.responsibleName);
  const yourTurn = turn !== undefined && view.parts.includes(turn.responsible) && view.scope === 'full';
  const dates = datesOf(view, speech).filter(runs);
  return {
    ...view,
    yourTurn,
    who,
    /** What the reader's side is called by the others. */
    yourName: parties[partyDefinition(view.parts[0] as PartyId).body]?.name ?? 'You',
    late: left < 0 && !doubtful,
    daysLeft: doubtful ? speech.say('days.earliest-over') : daysInWords(left, speech),
    current,
    // Whoever waits for another must not overlook a limit of their own.
    ownDate: yourTurn
      ? undefined
      : dates.find(({ owedBy, status }) => view.parts.includes(owedBy) && status === 'open'),
    acts: actsOf(view, yourTurn || (view.scope === 'representative' && turn?.responsible === FAMILY)),
    steps: (view.ahead ?? []).map((step) => ({
      ...step,
      who: named(step.responsible, step.responsibleName),
    })),
    dates,
    what: saidOf(view.route, view.routeVersion, undefined, view.facts),
  };
}

/**
 * The act that this turn asks for, and everything else that is possible; what gives something up comes last. What
 * somebody else does and a family only tells of stands apart: nobody must think that it is theirs to do.
 */
function actsOf(
  view: CaseView,
  yourTurn: boolean,
): { main?: EventView; rest: EventView[]; reports: { type: string; past: string }[] } {
  const { route, routeVersion, stage, events } = view;
  const found = findRoute(route, routeVersion);
  const told = actsForFamily(view) ? events.filter(isReport) : [];
  const own = events.filter((event) => !told.includes(event));
  const usual = yourTurn && found ? usualEvents(found, stage.id) : [];
  const grave = ({ interruption }: EventView) => interruption !== undefined;
  const main = usual
    .flatMap((type) => own.find((event) => event.type === type) ?? [])
    .find((event) => !grave(event));
  const rest = own.filter((event) => event !== main);
  return {
    ...(main ? { main } : {}),
    rest: [...rest.filter((event) => !grave(event)), ...rest.filter(grave)],
    reports: told.map(({ type, title }) => ({ type, past: found?.events[type]?.past ?? title })),
  };
}

/** The party named first does it, and a family further down the list tells of it; a note is everybody's own. */
export const isReport = ({ type, by }: Pick<EventView, 'type' | 'by'>): boolean =>
  type !== 'note-added' && by.includes(FAMILY) && by[0] !== FAMILY;

/** An act as what has happened. */
export const pastOf = ({ route, routeVersion }: CaseView, type: string): string =>
  findRoute(route, routeVersion)?.events[type]?.past ?? type;

/** Facts, or the data of an event, as labels and answers. */
export function saidOf(
  route: string,
  version: string,
  event: string | undefined,
  data: Record<string, unknown>,
): SaidRow[] {
  const found = findRoute(route, version);
  const schema = event === undefined || event === 'opened' ? found?.facts : found?.events[event]?.data;
  if (!schema) return [];
  return saidRows(questionsOf(jsonSchemaOf(schema)), data, inWords);
}

/**
 * The items of the case that an event can be about, with what they are. The words of a promise stand in what was said
 * with it: the item of that number with the same date.
 */
function pointsOf({ deadlines, facts }: CaseView, told: { data: object }[]): Record<string, string> {
  const lists = [facts, ...told.map(({ data }) => data)]
    .flatMap((data) => Object.values(data))
    .filter(Array.isArray) as { by?: unknown; what?: unknown; remedy?: unknown }[][];
  const wordsOf = (point: string, due: string): string | undefined => {
    const dated = lists.flatMap((items) => items.filter((item) => item?.by === due));
    const numbered = lists.flatMap((items) => items[Number(point) - 1] ?? []);
    const item = dated.length === 1 ? dated[0] : numbered.find((each) => each.by === due);
    const words = item?.what ?? item?.remedy;
    return typeof words === 'string' ? words : undefined;
  };
  return Object.fromEntries(
    deadlines
      .filter(({ point, status }) => point !== undefined && (status === 'open' || status === 'missed'))
      .map(({ point = '', pointTitle = '', due }) => [
        point,
        `${point}. ${wordsOf(point, due) ?? pointTitle}, by ${inWords(due)}`,
      ]),
  );
}

/** What an act asks; where that is a point, those of the case are offered. `told` is read only then. */
export async function askedOf(
  view: CaseView,
  { data }: Pick<EventView, 'data'>,
  told: () => Promise<{ data: object }[]>,
): Promise<Question[]> {
  const questions = questionsOf(data);
  if (!questions.some(({ name }) => name === 'point')) return questions;
  const options = pointsOf(view, await told());
  if (Object.keys(options).length === 0) return questions;
  return questions.map((question) =>
    question.name === 'point' ? { ...question, control: 'radios', options } : question,
  );
}

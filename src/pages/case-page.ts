// A case view turned into what the case page says.

import { findRoute } from '../../workflows';
import { partyDefinition, usualEvents, type PartyId } from '../../workflows/kit';
import type { CaseView, DeadlineView, EventView } from '../engine';
import { jsonSchemaOf } from '../engine';
import { saidRows, type SaidRow } from './act-form';
import { questionsOf } from './questions';
import { inWords } from './views';

const KINDS = {
  statutory: 'Set by law',
  guidance: 'Set by guidance',
  policy: 'Set by policy',
  'service-standard': 'A service standard, not a law',
} as const;

export function dated(date: DeadlineView) {
  const left = date.workingDaysLeft;
  const state =
    date.status === 'open'
      ? daysLeft(left)
      : date.status === 'met'
        ? 'Done in time'
        : date.status === 'met-late'
          ? 'Done late'
          : date.status === 'missed'
            ? `Overdue by ${-left} working ${left === -1 ? 'day' : 'days'}`
            : 'No longer needed';
  const colour = { open: 'blue', met: 'green', 'met-late': 'yellow', missed: 'orange', superseded: 'grey' }[
    date.status
  ];
  return { ...date, state, colour, kindInWords: KINDS[date.kind] };
}

const daysLeft = (left: number): string =>
  left === 0
    ? 'Today is the last day'
    : left > 0
      ? `${left} working ${left === 1 ? 'day' : 'days'} left`
      : `Overdue by ${-left} working days`;

const FAMILY: PartyId = 'parent or young person';

/** What a party is called on a page of this reader. */
const namedIn =
  ({ parts, scope }: CaseView) =>
  (party: PartyId | undefined, name: string | undefined): string => {
    if (party !== undefined && parts.includes(party) && scope === 'full') return 'you';
    return party === FAMILY ? 'the family' : (name ?? '');
  };

/** Every date a case has or had. */
export function datesOf(view: CaseView) {
  const named = namedIn(view);
  return view.deadlines.map((date) => ({ ...dated(date), owedByName: named(date.owedBy, date.owedByName) }));
}

export function casePage(view: CaseView) {
  const { turn, parties } = view;
  const current = turn?.due
    ? view.deadlines.find(
        ({ due, owedBy, status }) =>
          due === turn.due && owedBy === turn.responsible && (status === 'open' || status === 'missed'),
      )
    : undefined;
  const left = turn?.workingDaysLeft ?? 0;
  const named = namedIn(view);
  const who = turn && named(turn.responsible, turn.responsibleName);
  const yourTurn = who === 'you';
  return {
    ...view,
    yourTurn,
    who,
    /** What the reader's side is called by the others. */
    yourName: parties[partyDefinition(view.parts[0] as PartyId).body]?.name ?? 'You',
    late: left < 0,
    daysLeft: daysLeft(left),
    current,
    acts: actsOf(view, yourTurn || (view.scope === 'representative' && turn?.responsible === FAMILY)),
    steps: (view.ahead ?? []).map((step) => ({
      ...step,
      who: named(step.responsible, step.responsibleName),
    })),
    dates: datesOf(view).filter(({ status }) => status === 'open' || status === 'missed'),
    what: saidOf(view.route, view.routeVersion, undefined, view.facts),
  };
}

/** The act that this turn asks for, and everything else that is possible; what gives something up comes last. */
function actsOf(
  { route, routeVersion, stage, events }: CaseView,
  yourTurn: boolean,
): { main?: EventView; rest: EventView[] } {
  const found = findRoute(route, routeVersion);
  const usual = yourTurn && found ? usualEvents(found, stage.id) : [];
  const grave = ({ interruption }: EventView) => interruption !== undefined;
  const main = usual
    .flatMap((type) => events.find((event) => event.type === type) ?? [])
    .find((event) => !grave(event));
  const rest = events.filter((event) => event !== main);
  return {
    ...(main ? { main } : {}),
    rest: [...rest.filter((event) => !grave(event)), ...rest.filter(grave)],
  };
}

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

/** The items of the case that an event can be about, with what they are. */
export function pointsOf({ deadlines }: CaseView): Record<string, string> {
  return Object.fromEntries(
    deadlines
      .filter(({ point, status }) => point !== undefined && (status === 'open' || status === 'missed'))
      .map(({ point, pointTitle }) => [point as string, `${point}. ${pointTitle ?? ''}`]),
  );
}

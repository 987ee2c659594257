// A case view turned into what the case page says.

import { findRoute } from '../../workflows';
import type { CaseView, DeadlineView } from '../engine';
import { jsonSchemaOf } from '../engine';
import { questionsOf, said } from './questions';
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

export function casePage(view: CaseView) {
  const { turn } = view;
  const current = turn?.due
    ? view.deadlines.find(
        ({ due, owedBy, status }) =>
          due === turn.due && owedBy === turn.responsible && (status === 'open' || status === 'missed'),
      )
    : undefined;
  const left = turn?.workingDaysLeft ?? 0;
  return {
    ...view,
    yourTurn: turn !== undefined && view.parts.includes(turn.responsible),
    late: left < 0,
    daysLeft: daysLeft(left),
    current,
    dates: view.deadlines.filter(({ status }) => status === 'open' || status === 'missed').map(dated),
    what: saidOf(view.route, view.routeVersion, undefined, view.facts),
  };
}

/** Facts, or the data of an event, as labels and answers. */
export function saidOf(
  route: string,
  version: string,
  event: string | undefined,
  data: Record<string, unknown>,
) {
  const found = findRoute(route, version);
  const schema = event === undefined || event === 'opened' ? found?.facts : found?.events[event]?.data;
  if (!schema) return [];
  return questionsOf(jsonSchemaOf(schema))
    .filter(({ name }) => data[name] !== undefined)
    .map((question) => ({
      label: question.label.replace(' (optional)', ''),
      value: said(question, data[question.name], inWords),
    }));
}

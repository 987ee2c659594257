// A route as plain data, and two versions of one side by side.

import { z } from 'zod';
import type { PlainDate } from '../calendar';
import type { RouteId } from './route-ids';
import { targets } from './run';
import type { FieldMeta } from './fields';
import { isItemised, isOutcome, isWorking, rulesOf, type EventsVocabulary, type Route } from './types';

export interface StageOutline {
  id: string;
  title: string;
  outcome?: string;
  responsible?: string;
  duty?: string;
  law?: readonly string[];
  noDeadline?: string;
  deadlines?: DeadlineOutline[];
  transitions?: { type: string; to: string; when?: string }[];
}

export interface DeadlineOutline {
  rules: readonly string[];
  perItem: boolean;
  metBy: string[];
  owedBy: string;
  familyRight: boolean;
  ifMissed: string;
}

export interface RouteOutline {
  id: RouteId;
  version: PlainDate;
  effective: { from: PlainDate; to?: PlainDate };
  proposed: boolean;
  title: string;
  summary: string;
  law: readonly string[];
  stages: StageOutline[];
  events: { type: string; title: string; by: readonly string[] }[];
}

export function outlineOf(route: Route): RouteOutline {
  const { id, version, effective, proposed, title, summary, law } = route;
  return {
    id,
    version,
    effective,
    proposed,
    title,
    summary,
    law,
    stages: Object.keys(route.stages).flatMap((name) => stageOutline(route, name)),
    events: Object.entries(route.events).map(([type, event]) => ({ type, title: event.title, by: event.by })),
  };
}

function stageOutline(route: Route, id: string): StageOutline[] {
  const stage = route.stages[id];
  if (!stage) return [];
  if (isOutcome(stage)) return [{ id, title: stage.title, outcome: stage.outcome }];
  if (!isWorking(stage)) return [];
  return [
    {
      id,
      title: stage.title,
      responsible: stage.responsible,
      duty: stage.duty,
      law: stage.law,
      deadlines: [...(stage.deadlines ?? []), ...route.throughout.deadlines].map((deadline) => ({
        rules: rulesOf(deadline),
        perItem: isItemised(deadline),
        metBy: [deadline.metBy].flat(),
        owedBy: deadline.owedBy ?? stage.responsible,
        familyRight: deadline.familyRight ?? false,
        ifMissed: deadline.ifMissed,
      })),
      ...(stage.noDeadline ? { noDeadline: stage.noDeadline } : {}),
      transitions: targets(route, id),
    },
  ];
}

/** One thing that is not the same in two versions; absent on the side that does not have it. */
export interface Difference {
  /** `route`, `facts`, `stage allowed`, `event order-made` or `condition "all kept"`. */
  where: string;
  what: string;
  before?: string;
  after?: string;
}

/** What a reader of both versions would notice, in the order of the stages. */
export function differencesOf(before: Route, after: Route): Difference[] {
  const [a, b] = [outlineOf(before), outlineOf(after)];
  return [
    ...compare('route', describeRoute(a), describeRoute(b)),
    ...compare('facts', questionsOf(before.facts), questionsOf(after.facts)),
    ...paired(a.stages, b.stages, ({ id }) => id).flatMap(([id, one, other]) =>
      compare(`stage ${id}`, one && describeStage(one), other && describeStage(other)),
    ),
    ...paired(Object.entries(before.events), Object.entries(after.events), ([type]) => type).flatMap(
      ([type, one, other]) =>
        compare(`event ${type}`, one && describeEvent(one[1]), other && describeEvent(other[1])),
    ),
    ...conditionsChanged(before, after),
  ];
}

/** A condition is code: that it looks at something else can be said, what it looks at is for its file to say. */
function conditionsChanged(before: Route, after: Route): Difference[] {
  return Object.entries(before.guards)
    .filter(
      ([name, guard]) => after.guards[name] !== undefined && String(after.guards[name]) !== String(guard),
    )
    .map(([name]) => ({
      where: `condition "${name}"`,
      what: 'when it holds',
      after: 'decided in another way',
    }));
}

interface Asked extends Partial<FieldMeta> {
  properties?: Record<string, Asked>;
  required?: string[];
  items?: Asked;
}

/** Each question of a form with the answers it offers. */
function questionsOf(schema: z.ZodObject): Description {
  const describe = ({ properties = {}, required = [] }: Asked): [string, string][] =>
    Object.entries(properties).flatMap(([name, asked]): [string, string][] => [
      [
        `question ${name}`,
        [
          `${asked.title ?? name}${required.includes(name) ? '' : ' (optional)'}`,
          ...(asked.options ? [Object.values(asked.options).join(', ')] : []),
        ].join(': '),
      ],
      ...(asked.items?.properties
        ? describe(asked.items).map(([inner, text]): [string, string] => [`${inner} of ${name}`, text])
        : []),
    ]);
  return Object.fromEntries(
    describe(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Asked),
  );
}

type Description = Record<string, string>;

const describeRoute = ({ title, summary, law, effective, proposed }: RouteOutline): Description => ({
  title,
  summary,
  law: law.join('; '),
  effective: `${effective.from} to ${effective.to ?? 'further notice'}${proposed ? ' (proposed)' : ''}`,
});

const describeStage = (stage: StageOutline): Description => ({
  title: stage.title,
  ...(stage.outcome ? { outcome: stage.outcome } : {}),
  ...(stage.responsible ? { responsible: stage.responsible } : {}),
  ...(stage.duty ? { duty: stage.duty } : {}),
  ...(stage.law ? { law: stage.law.join('; ') } : {}),
  ...(stage.noDeadline ? { 'no date because': stage.noDeadline } : {}),
  ...Object.fromEntries(
    (stage.deadlines ?? []).flatMap(({ rules, owedBy, metBy, ifMissed }) =>
      rules.map((rule) => [
        `deadline ${rule}`,
        `${owedBy}; met by ${metBy.join(', ')}; if missed: ${ifMissed}`,
      ]),
    ),
  ),
  ...grouped(stage.transitions ?? []),
});

const describeEvent = ({ title, by, data, interruption }: EventsVocabulary[string]): Description => ({
  title,
  by: by.join(', '),
  ...(interruption ? { 'warning before sending': interruption } : {}),
  ...questionsOf(data),
});

/** One line for each event, whatever the conditions on it. */
function grouped(transitions: NonNullable<StageOutline['transitions']>): Description {
  const lines: Description = {};
  for (const { type, to, when } of transitions) {
    const line = when ? `${to} when ${when}` : to;
    const name = `on ${type}`;
    lines[name] = lines[name] === undefined ? line : `${lines[name]}, else ${line}`;
  }
  return lines;
}

function paired<T>(a: T[], b: T[], key: (each: T) => string): [string, T | undefined, T | undefined][] {
  const names = [...new Set([...a, ...b].map(key))];
  return names.map((name) => [
    name,
    a.find((each) => key(each) === name),
    b.find((each) => key(each) === name),
  ]);
}

function compare(where: string, a: Description | undefined, b: Description | undefined): Difference[] {
  if (!a || !b) {
    const title = (a ?? b)?.title ?? '';
    return [
      {
        where,
        what: where.split(' ')[0] ?? '',
        ...(a ? { before: title } : {}),
        ...(b ? { after: title } : {}),
      },
    ];
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((what) => a[what] !== b[what])
    .map((what) => ({
      where,
      what,
      ...(a[what] === undefined ? {} : { before: a[what] }),
      ...(b[what] === undefined ? {} : { after: b[what] }),
    }));
}

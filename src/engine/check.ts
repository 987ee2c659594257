// Is what was sent in order? Every "no" says what is wrong, where, and what to do; nothing is changed by asking.

import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../workflows/calendar';
import {
  possibleEvents,
  type CaseState,
  type PartyId,
  type Route,
  type RouteEvent,
} from '../../workflows/kit';
import type { Part } from '../access';
import { Refusal, type Pointer } from '../platform';
import type { SendEvent } from './types';
import { maySend } from './view';

type Shape = { format?: string; future?: boolean; properties?: Record<string, Shape>; items?: Shape };

const strictOf = new WeakMap<z.ZodObject, z.ZodObject>();
const shapeOf = new WeakMap<z.ZodObject, Shape>();

const cached = <K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V => {
  let value = cache.get(key);
  if (value === undefined) cache.set(key, (value = make()));
  return value;
};

/** Data that fits its schema, without unknown members and without past facts dated in the future. */
export function checkedData(schema: z.ZodObject, data: unknown, today: PlainDate): Record<string, unknown> {
  const strict = cached(strictOf, schema, () => schema.strict());
  const parsed = strict.safeParse(data ?? {});
  if (!parsed.success) {
    throw new Refusal(
      'invalid-data',
      'Some answers are missing or cannot be right.',
      parsed.error.issues.map(({ path, message }) => ({
        pointer: `/${path.map(String).join('/')}`,
        detail: message,
      })),
    );
  }
  const shape = cached(
    shapeOf,
    schema,
    () => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape,
  );
  const ahead: Pointer[] = [];
  findFutureDates(shape, parsed.data, '', today, ahead);
  if (ahead.length > 0) throw new Refusal('invalid-data', 'A date is in the future.', ahead);
  return parsed.data as Record<string, unknown>;
}

function findFutureDates(shape: Shape, value: unknown, at: string, today: PlainDate, found: Pointer[]): void {
  if (shape.format === 'date' && !shape.future && typeof value === 'string' && value > today) {
    found.push({ pointer: at, detail: 'This date must be today or in the past' });
  }
  if (Array.isArray(value) && shape.items) {
    value.forEach((each, n) => findFutureDates(shape.items as Shape, each, `${at}/${n}`, today, found));
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(shape.properties ?? {})) {
      findFutureDates(inner, (value as Record<string, unknown>)[name], `${at}/${name}`, today, found);
    }
  }
}

/** The day on which it is said to have happened. */
function checkedDay(occurredOn: unknown, today: PlainDate): PlainDate {
  if (occurredOn === undefined) return today;
  const detail = !isPlainDate(occurredOn)
    ? 'Enter a real date, like 2026-11-24'
    : occurredOn > today
      ? 'The date must be today or in the past'
      : undefined;
  if (detail) throw new Refusal('invalid-data', detail, [{ pointer: '/occurredOn', detail }]);
  return occurredOn as PlainDate;
}

/**
 * What is sent, where it can happen now, may be sent with these parts, and holds together. No parts are asked of the
 * service itself.
 * @throws Refusal
 */
export function checkedEvent(
  route: Route,
  state: CaseState,
  { type, data, occurredOn }: SendEvent,
  parts: Part[] | undefined,
  today: PlainDate,
): RouteEvent & { party: PartyId | 'Recourse' } {
  const possible = possibleEvents(route, state);
  if (!possible.includes(type)) throw notPossible(route, type, possible);
  const part = parts && maySend(route, type, parts);
  if (parts && !part) throw new Refusal('not-allowed', 'Your part in this case does not let you do this.');
  const event = route.events[type] as Route['events'][string];
  const on = checkedDay(occurredOn, today);
  const checked = checkedData(event.data, data, today);
  const complaint = event.check?.(state.context, { on, data: checked });
  if (complaint)
    throw new Refusal('invalid-data', complaint, [{ pointer: '/occurredOn', detail: complaint }]);
  return { type, on, data: checked, party: part?.party ?? 'Recourse' };
}

export const unknownRoute = (route: string): Refusal =>
  new Refusal(
    'unknown-route',
    `There is no route called ${JSON.stringify(route.slice(0, 80))}. GET /api/v1/routes lists them.`,
    [{ pointer: '/route', detail: 'Unknown route' }],
  );

/** @throws Refusal where the sender saw an older version; one who does not say is not held to it. */
export function refuseStale({ version }: { version: number }, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  const detail = 'The case has moved on since you looked. Look again, then decide.';
  throw new Refusal('stale-version', detail, [], { version });
}

export const notFound = (): Refusal =>
  new Refusal('not-found', 'There is no such case, or it is not yours to see.');

export const notPossible = (route: Route, type: string, possible: string[]): Refusal =>
  new Refusal(
    'not-possible-now',
    `"${route.events[type]?.title ?? type.slice(0, 80)}" is not possible at this stage.`,
    [{ pointer: '/type', detail: 'Not possible now' }],
    { possible },
  );

// Answers to a form, made of its schema alone: every choice is given once at least, every optional question left out once.

import { z } from 'zod';
import type { PlainDate } from '../../workflows/calendar';

interface Asked {
  format?: string;
  future?: boolean;
  type?: string;
  control?: string;
  options?: Record<string, string>;
  minimum?: number;
  minItems?: number;
  properties?: Record<string, Asked>;
  required?: string[];
  items?: Asked;
}

/** The days that dates are filled with, and the points that an event can be about. */
export interface Days {
  past: PlainDate;
  ahead: PlainDate[];
  points: string[];
}

type Answers = Record<string, unknown>;

/** More combinations than this say nothing new. */
const MOST = 150;
/** Options that are tried beside the longest answers as well. */
const FEW = 6;
const PAIRS = 8;

const made = new WeakMap<z.ZodObject, Map<string, Answers[]>>();

export function examplesOf(schema: z.ZodObject, days: Days): Answers[] {
  let known = made.get(schema);
  if (!known) made.set(schema, (known = new Map<string, Answers[]>()));
  const key = JSON.stringify(days);
  let examples = known.get(key);
  if (!examples) {
    const asked = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Asked;
    examples = combinations(asked, days).flatMap((answers) => {
      const parsed = schema.strict().safeParse(answers);
      return parsed.success ? [parsed.data] : [];
    });
    known.set(key, examples);
  }
  return examples;
}

/** All combinations of what can be told apart; where they are too many, each value once beside the first ones. */
function combinations({ properties = {}, required = [] }: Asked, days: Days, inList = false): Answers[] {
  const fields = Object.entries(properties).map(([name, asked]) => {
    const values = valuesOf(name, asked, days);
    // Long text in an item moves no machine and no date: leaving it out in turn would only double the items.
    const always = required.includes(name) || (inList && asked.control === 'textarea');
    return { name, values: always ? values : [...values, undefined] };
  });
  const all = fields.reduce((count, { values }) => count * values.length, 1);
  if (all <= MOST) {
    return fields.reduce<Answers[]>(
      (made, { name, values }) =>
        made.flatMap((answers) => values.map((value) => given(answers, name, value))),
      [{}],
    );
  }
  const first = Object.fromEntries(fields.map(({ name, values }) => [name, values[0]]));
  const varied = fields.flatMap(({ name, values }) => values.map((value) => given(first, name, value)));
  const bare = Object.fromEntries(Object.entries(first).filter(([name]) => required.includes(name)));
  const last = Object.fromEntries(
    fields.map(({ name, values }) => [name, values.findLast((v) => v !== undefined)]),
  );
  const besideLast = fields.flatMap(({ name, values }) =>
    values.slice(0, FEW).map((value) => given(last, name, value)),
  );
  return [bare, ...varied, ...besideLast];
}

const given = (answers: Answers, name: string, value: unknown): Answers => {
  const { [name]: _, ...others } = answers;
  return value === undefined ? others : { ...others, [name]: value };
};

function valuesOf(name: string, asked: Asked, days: Days): unknown[] {
  const { format, future, type, control, options, minimum = 1, minItems = 0, items } = asked;
  if (name === 'point' && days.points.length > 0) return days.points;
  if (format === 'date') return future ? days.ahead : [days.past];
  if (control === 'radios' && options) return Object.keys(options);
  if (control === 'checkboxes' && options) {
    const names = Object.keys(options);
    return [names, [], ...names.map((one) => [one])];
  }
  if (type === 'boolean') return [true, false];
  if (type === 'integer' || type === 'number') return [minimum];
  if (type === 'array' && items) {
    const each = combinations(items, days, true).map((item, n) =>
      'key' in item ? { ...item, key: String(n + 1) } : item,
    );
    const [one] = each;
    if (!one) return [[]];
    // Two items of every pair of kinds that one choice can tell apart, beside every single one.
    const pairs = each.slice(1, PAIRS).flatMap((item) => [numbered([item, one]), numbered([one, item])]);
    return [
      ...(minItems === 0 ? [[]] : []),
      ...each.slice(0, MOST).map((item) => [item]),
      numbered([one, one]),
      ...pairs,
    ];
  }
  return ['Something'];
}

const numbered = (items: Answers[]): Answers[] =>
  items.map((item, n) => ('key' in item ? { ...item, key: String(n + 1) } : item));

// How the columns of a table become cases: read from a JSON file that an operator writes, checked before any row is.

import { z } from 'zod';
import type { Body } from '../../workflows/kit';

const dateForms = ['YYYY-MM-DD', 'DD/MM/YYYY', 'DD.MM.YYYY', 'DD-MM-YYYY'] as const;

/** One value: the same for every row, or read from a column. */
const source = z.union([
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({
    column: z.string(),
    /** A legal day, written in this form. */
    date: z.enum(dateForms).optional(),
    /** What the table says, and what the route calls it. */
    choices: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
    number: z.literal(true).optional(),
    /** An empty cell leaves the answer out instead of being an error. */
    optional: z.literal(true).optional(),
  }),
]);

export type Source = z.infer<typeof source>;

const answers = z.record(z.string(), source);

const mapping = z.strictObject({
  /** The table's own reference: a row is taken in once, however often the file is sent. */
  reference: z.strictObject({ column: z.string() }),
  route: source,
  facts: answers,
  /** Organisation ids by body, e.g. `{"council": "…"}`. */
  parties: z.record(z.string(), z.string()),
  /** Gives the family access, by e-mail address. Left out, the case is the organisation's alone. */
  family: z.strictObject({ email: source, name: source }).optional(),
  /** What has happened since, in order. An event whose day is empty in a row has not happened there. */
  events: z.array(z.strictObject({ type: z.string(), on: source, data: answers.default({}) })).default([]),
});

export type Mapping = Omit<z.infer<typeof mapping>, 'parties'> & { parties: Partial<Record<Body, string>> };

/** @throws Error that names the first member that is wrong */
export function readMapping(json: unknown): Mapping {
  const parsed = mapping.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`The mapping is wrong at /${issue?.path.map(String).join('/')}: ${issue?.message}`);
}

/** Every column a mapping reads, so that one that is missing is named before the first row. */
export function columnsOf({ reference, route, facts, family, events }: Mapping): string[] {
  const sources = [
    route,
    ...Object.values(facts),
    ...(family ? [family.email, family.name] : []),
    ...events.flatMap(({ on, data }) => [on, ...Object.values(data)]),
  ];
  return [
    ...new Set([reference.column, ...sources.flatMap((each) => ('column' in each ? [each.column] : []))]),
  ];
}

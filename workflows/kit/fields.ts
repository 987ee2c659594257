// The questions an event or a case can ask: zod types that carry their label, hint and control,
// so that the form, the JSON Schema and the check are one thing.

import { z } from 'zod';
import { isPlainDate } from '../calendar';

export type Control =
  'date' | 'text' | 'textarea' | 'radios' | 'checkboxes' | 'yes-no' | 'number' | 'list' | 'email';

export interface Asked {
  label: string;
  hint?: string;
}

export interface FieldMeta {
  title: string;
  description?: string;
  control: Control;
  /** Names of the options in the order they are offered. */
  options?: Record<string, string>;
  /** The value says something about a person: it is sealed, and neither the machine nor the journal ever holds it. */
  personal?: true;
}

const meta = (control: Control, { label, hint }: Asked, more: Partial<FieldMeta> = {}): FieldMeta => ({
  title: label,
  ...(hint === undefined ? {} : { description: hint }),
  control,
  ...more,
});

/** A legal day, `YYYY-MM-DD`, that exists in the calendar. */
export const date = (asked: Asked) =>
  z
    .string()
    .refine(isPlainDate, { message: 'Enter a real date, like 2026-11-24' })
    .meta({ ...meta('date', asked), format: 'date' });

/** One line that names nobody. */
export const line = (asked: Asked) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ ...meta('text', asked) });

/** One line about a person: sealed. */
export const personalLine = (asked: Asked) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ ...meta('text', asked, { personal: true }) });

/** Free text, up to 10,000 characters. Always treated as personal: people write names into it. */
export const text = (asked: Asked) =>
  z
    .string()
    .trim()
    .min(1)
    .max(10_000)
    .meta({ ...meta('textarea', asked, { personal: true }) });

/** One of a few named options. */
export const choice = <O extends Record<string, string>>(asked: Asked, options: O) =>
  z
    .enum(Object.keys(options) as [Extract<keyof O, string>, ...Extract<keyof O, string>[]])
    .meta({ ...meta('radios', asked, { options }) });

/** Any number of a few named options. */
export const choices = <O extends Record<string, string>>(asked: Asked, options: O) =>
  z
    .array(z.enum(Object.keys(options) as [Extract<keyof O, string>, ...Extract<keyof O, string>[]]))
    .meta({ ...meta('checkboxes', asked, { options }) });

export const yesNo = (asked: Asked) => z.boolean().meta({ ...meta('yes-no', asked) });

export const wholeNumber = (asked: Asked, bounds: { min: number; max: number }) =>
  z
    .number()
    .int()
    .min(bounds.min)
    .max(bounds.max)
    .meta({ ...meta('number', asked) });

/** Several answers of the same shape, e.g. the points of an agreement. */
export const list = <T extends z.ZodObject>(asked: Asked, item: T, bounds = { min: 1, max: 50 }) =>
  z
    .array(item)
    .min(bounds.min)
    .max(bounds.max)
    .meta({ ...meta('list', asked) });

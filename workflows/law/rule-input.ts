// Takes dates from outside for a rule, and says plainly what is wrong with them.

import { parseDay, dayOf, type DayNumber } from '../calendar/plain-date';
import type { PlainDate } from '../calendar';
import type { Rule } from './rule';

export type RuleInputProblem =
  | 'unknown-rule'
  | 'not-an-object'
  | 'missing-input'
  | 'unknown-input'
  | 'not-a-date'
  | 'impossible-date'
  | 'out-of-range';

/** The rule or its dates make no sense; the message says which, and what is wanted. */
export class RuleInputError extends Error {
  constructor(
    readonly problem: RuleInputProblem,
    message: string,
    readonly rule: string,
    /** The input at fault, where it is one. */
    readonly input?: string,
  ) {
    super(message);
    this.name = 'RuleInputError';
  }
}

/** Dates that a rule can count from. The calendar goes further, so that what is counted stays in it. */
const EARLIEST: PlainDate = '1990-01-01';
const LATEST: PlainDate = '2189-12-31';
const EARLIEST_DAY = dayOf(EARLIEST);
const LATEST_DAY = dayOf(LATEST);

/** The day number of one input. @throws RuleInputError */
export function dayOfInput(rule: string, input: string, value: unknown): DayNumber {
  const day = parseDay(value);
  if (day !== undefined && day >= EARLIEST_DAY && day <= LATEST_DAY) return day;
  if (value === undefined || value === null || value === '') {
    throw new RuleInputError('missing-input', `${rule} needs the date ${input}`, rule, input);
  }
  const shown = JSON.stringify(value);
  if (day !== undefined) {
    const message = `${input} must lie between ${EARLIEST} and ${LATEST}, not ${shown}`;
    throw new RuleInputError('out-of-range', message, rule, input);
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw new RuleInputError('impossible-date', `${input} is ${shown}: there is no such day`, rule, input);
  }
  const message = `${input} must be a date written YYYY-MM-DD, not ${shown}`;
  throw new RuleInputError('not-a-date', message, rule, input);
}

/** The inputs of a rule as an object that names no date the rule does not know. @throws RuleInputError */
export function inputsObject(id: string, rule: Rule, inputs: unknown): Record<string, unknown> {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) {
    throw new RuleInputError('not-an-object', `${id} needs inputs: an object of dates`, id);
  }
  const known = rule.limbs.map(({ from }) => from as string);
  for (const name of Object.keys(inputs)) {
    if (!known.includes(name)) {
      const message = `${id} does not know the input ${JSON.stringify(name)}; it takes ${known.join(', ')}`;
      throw new RuleInputError('unknown-input', message, id, name);
    }
  }
  return inputs as Record<string, unknown>;
}

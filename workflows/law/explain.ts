// Works a rule out for given dates, and says how: each day left out by name, each reading with its reason.

import {
  clocks,
  currentHolidays,
  endOfDayLondon,
  formatDate,
  isPlainDate,
  isWorkingDay,
  londonInstant,
  subtractWorkingDays,
  type ExplainedDeadline,
  type Holidays,
  type PlainDate,
  type Reading,
} from '../calendar';
import {
  endOfPeriod,
  moveOverClosedDays,
  type End,
  type CountingWith,
  type Period,
} from '../calendar/period';
import { dateOf, dayOf } from '../calendar/plain-date';
import type { Limb, Rule } from './rule';

export interface ExplainOptions {
  holidays?: Holidays;
  /** The school's terms, for rules that count school days. */
  schoolTerms?: { from: PlainDate; to: PlainDate }[];
}

/** The rule or its dates make no sense; the message says which and how to put it right. */
export class RuleInputError extends Error {}

interface WorkedLimb {
  limb: Limb;
  start: PlainDate;
  end: End;
}

export function explainRule(
  id: string,
  rule: Rule<string, string>,
  inputs: Readonly<Record<string, PlainDate | undefined>>,
  { holidays = currentHolidays(), schoolTerms }: ExplainOptions = {},
): ExplainedDeadline {
  const using: CountingWith = {
    clock: clocks[rule.clock],
    holidays,
    ...(schoolTerms ? { schoolTerms } : {}),
  };
  const worked = rule.limbs
    .map((limb) => workedLimb(limb, inputs[limb.from], using))
    .filter((limb): limb is WorkedLimb => limb !== undefined);
  const decisive = worked.reduce((latest, limb) => (limb.end.day > latest.end.day ? limb : latest));
  const raw = decisive.end.day;
  const moved = moveOverClosedDays(raw, using);
  const due = dateOf(moved.day);
  const closing = closingOf(using);
  const readings = readingsOf(rule, decisive, moved, using, due);
  const latest = readings.reduce((last, reading) => (reading.due > last ? reading.due : last), due);
  const skipped = [...decisive.end.skipped, ...moved.skipped];
  const uncertain = holidays.uncertaintyOf(dayOf(decisive.start), dayOf(latest));
  return {
    rule: id,
    version: rule.effective.from,
    due,
    dueAt: closing(due),
    lateAfter: closing(latest),
    kind: rule.kind,
    basis: rule.citation,
    confidence: rule.confidence,
    raw: dateOf(raw),
    ...(rule.familyLimit && !isWorkingDay(due, 'complaints', holidays)
      ? { actBy: subtractWorkingDays(due, 1, holidays) }
      : {}),
    skipped,
    ...(readings.length > 0 ? { readings } : {}),
    trace: traceOf(rule, worked, decisive, moved, due, using),
    ...(uncertain || (using.clock.schoolDays && !schoolTerms)
      ? {
          warnings: [
            ...(uncertain ? [uncertain] : []),
            ...(using.clock.schoolDays && !schoolTerms
              ? ['The school’s term dates are not known here: working days are counted instead.']
              : []),
          ],
        }
      : {}),
  };
}

function workedLimb(limb: Limb, start: PlainDate | undefined, using: CountingWith): WorkedLimb | undefined {
  if (start === undefined) return undefined;
  const end =
    limb.period.n === 0
      ? { day: dayOf(start), skipped: [], others: [] }
      : endOfPeriod(dayOf(start), limb.period, limb.counting ?? 'after', using);
  return { limb, start, end };
}

const closingOf =
  ({ clock }: CountingWith) =>
  (day: PlainDate): string =>
    clock.closesAt === undefined
      ? endOfDayLondon(day)
      : londonInstant(
          day,
          `${Math.floor(clock.closesAt / 60)}:${String(clock.closesAt % 60).padStart(2, '0')}`,
        );

function readingsOf(
  rule: Rule<string, string>,
  { limb, start, end }: WorkedLimb,
  moved: End,
  using: CountingWith,
  due: PlainDate,
): Reading[] {
  const fromCounting = [...end.others, ...moved.others].map(({ id, day, reason }) => ({
    id,
    due: dateOf(moveOverClosedDays(day, using).day),
    reason,
  }));
  const fromRule = (rule.readings ?? []).map(({ id, period, counting, reason }) => {
    const other = endOfPeriod(
      dayOf(start),
      period ?? limb.period,
      counting ?? limb.counting ?? 'after',
      using,
    );
    return { id, due: dateOf(moveOverClosedDays(other.day, using).day), reason };
  });
  return [...fromCounting, ...fromRule].filter((reading) => reading.due !== due);
}

const units: Record<Period['unit'], [one: string, many: string]> = {
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  'working-days': ['working day', 'working days'],
  'school-days': ['school day', 'school days'],
};

export const periodInWords = ({ n, unit }: Period): string => `${n} ${units[unit][n === 1 ? 0 : 1]}`;

/** `noticeSent` as words: "notice sent". */
const inWords = (input: string): string => input.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function traceOf(
  rule: Rule<string, string>,
  worked: WorkedLimb[],
  decisive: WorkedLimb,
  moved: End,
  due: PlainDate,
  { clock }: CountingWith,
): string[] {
  const trace = worked.map(({ limb, start, end }) => {
    if (limb.period.n === 0) return `The date set is ${formatDate(start)}.`;
    const how =
      limb.counting === 'beginning-with'
        ? 'beginning with and counting that day'
        : 'and that day is not counted';
    return `${capital(inWords(limb.from))}: ${formatDate(start)}, ${how}. ${capital(periodInWords(limb.period))} end on ${formatDate(dateOf(end.day))}.`;
  });
  if (worked.length > 1)
    trace.push(`The later of these dates counts: ${formatDate(dateOf(decisive.end.day))}.`);
  if (decisive.end.skipped.length > 0) {
    trace.push(
      `Not counted: ${decisive.end.skipped.map(({ date, why }) => `${formatDate(date)} (${why})`).join('; ')}.`,
    );
  }
  if (moved.skipped.length > 0) {
    trace.push(
      `It would end on a day on which it cannot: ${moved.skipped.map(({ date, why }) => `${formatDate(date)} (${why})`).join('; ')}. It moves to ${formatDate(due)}.`,
    );
  } else if (!clock.rollsOver) {
    trace.push('Under this law the date does not move if it falls on a weekend or bank holiday.');
  }
  if (clock.closesAt !== undefined) trace.push('It must arrive by 5pm on that day.');
  trace.push(`Basis: ${rule.citation}.`);
  if (rule.confidence === 'unconfirmed')
    trace.push('The words of the law could not be read for this rule: it is unconfirmed.');
  if (rule.note) trace.push(rule.note);
  return trace;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** @throws RuleInputError for a missing, unknown or impossible date. */
export function checkedInputs(
  id: string,
  rule: Rule<string, string>,
  inputs: unknown,
): Record<string, PlainDate> {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) {
    throw new RuleInputError(`${id} needs inputs: an object of dates`);
  }
  const known = inputNames(rule);
  const optional = rule.optional ?? [];
  for (const name of Object.keys(inputs)) {
    if (!known.includes(name)) {
      throw new RuleInputError(
        `${id} does not know the input ${JSON.stringify(name)}; it takes ${known.join(', ')}`,
      );
    }
  }
  const given = inputs as Record<string, unknown>;
  for (const name of known) {
    const value = given[name];
    if (value === undefined || value === null) {
      if (!optional.includes(name)) throw new RuleInputError(`${id} needs the date ${name}`);
    } else if (!isPlainDate(value)) {
      throw new RuleInputError(
        `${name} must be a real date written YYYY-MM-DD, not ${JSON.stringify(value)}`,
      );
    }
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) as Record<
    string,
    PlainDate
  >;
}

export const inputNames = (rule: Rule<string, string>): string[] => [
  ...new Set(rule.limbs.map(({ from }) => from)),
];

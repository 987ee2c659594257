// Works a rule out for given dates, and says how: each day left out by name, each other reading with its reason.

import {
  clocks,
  currentHolidays,
  type Clock,
  type ExplainedDeadline,
  type Holidays,
  type Period,
  type Reading,
  type SchoolTerm,
  type SkippedDay,
} from '../calendar';
import { endOfDay, instantAt } from '../calendar/london';
import { leavesKnownTerms, unknownTerms } from '../calendar/school-terms';
import {
  AUGUST,
  CHRISTMAS,
  endOfPeriod,
  lastPossibleSchoolDay,
  moveOverClosedDays,
  OUT_OF_TERM,
  type CountingWith,
  type End,
} from '../calendar/period';
import { dateOf, dayOf, longDateOf, parseDay, type DayNumber } from '../calendar/plain-date';
import { inputDefinition } from './inputs';
import { isRuleId, ruleIds, ruleOf, type RuleId, type RuleInputs } from './registry';
import type { Limb, OtherReading, Rule } from './rule';
import { dayOfInput, inputsObject, RuleInputError } from './rule-input';
import {
  capital,
  closingInWords,
  confidenceInWords,
  leftOutInWords,
  movingInWords,
  periodInWords,
} from './words';

export interface ExplainOptions {
  /** The bank holidays to count with; left out, those in use. */
  holidays?: Holidays;
  settings?: {
    /** The school's terms, for rules that count school days. Left out, every working day is a school day. */
    schoolTerms?: readonly SchoolTerm[];
    /** The body's own periods, by rule, in the unit of the rule. Only for policies and service standards. */
    periods?: Readonly<Partial<Record<RuleId, number>>>;
  };
}

/** The date a rule gives, with its working. @throws RuleInputError for a date that is missing or not real */
export function explain<R extends RuleId>(
  id: R,
  inputs: RuleInputs<R>,
  options?: ExplainOptions,
): ExplainedDeadline {
  return explainPrepared(prepared[id] as Prepared, inputs as Record<string, unknown>, options ?? NO_OPTIONS);
}

/** As `explain`, for a rule and dates from outside. @throws RuleInputError also for an unknown rule or input */
export function explainUntyped(ruleId: string, inputs: unknown, options?: ExplainOptions): ExplainedDeadline {
  if (!isRuleId(ruleId)) {
    const message = `There is no rule ${JSON.stringify(ruleId)}; "recourse rules" lists them all`;
    throw new RuleInputError('unknown-rule', message, String(ruleId));
  }
  const dates = inputsObject(ruleId, ruleOf(ruleId), inputs);
  return explainPrepared(prepared[ruleId], dates, options ?? NO_OPTIONS);
}

const NO_OPTIONS: ExplainOptions = Object.freeze({});

/** What can be said of a rule before any date is known: put together once. */
interface Prepared {
  id: RuleId;
  rule: Rule;
  clock: Clock;
  limbs: PreparedLimb[];
  /** The sentences that end every trace of the rule. */
  closing: string;
  remarks: string[];
  effectiveFrom: DayNumber;
  effectiveTo?: DayNumber;
}

interface PreparedLimb extends Limb {
  happened: string;
  inWords: string;
}

const prepare = (id: RuleId): Prepared => {
  const rule = ruleOf(id);
  const clock: Clock = clocks[rule.clock];
  const confidence = confidenceInWords(rule.confidence);
  return {
    id,
    rule,
    clock,
    limbs: rule.limbs.map((limb) => prepareLimb(limb, clock)),
    closing: closingInWords(clock),
    remarks: [
      `The rule: ${rule.citation}.`,
      ...(confidence === undefined ? [] : [confidence]),
      ...(rule.note === undefined ? [] : [rule.note]),
    ],
    effectiveFrom: dayOf(rule.effective.from),
    ...(rule.effective.to === undefined ? {} : { effectiveTo: dayOf(rule.effective.to) }),
  };
};

function prepareLimb(limb: Limb, clock: Clock): PreparedLimb {
  const leftOut = leftOutInWords(limb.period, clock);
  const first =
    limb.period.n < 0
      ? 'counting back from that day'
      : limb.counting === 'beginning-with'
        ? 'counting that day as the first'
        : 'counting from the day after';
  const inWords = `${capital(periodInWords(limb.period))}, ${first}${leftOut === undefined ? '' : ` and leaving out ${leftOut}`}`;
  return { ...limb, happened: capital(inputDefinition(limb.from).happened), inWords };
}

const prepared = Object.fromEntries(ruleIds.map((id) => [id, prepare(id)])) as Record<RuleId, Prepared>;

/** One limb, worked out. */
interface Worked {
  limb: PreparedLimb;
  period: Period;
  start: DayNumber;
  end: End;
}

/** One day that the rule can be said to end on. */
interface Candidate {
  id: string;
  day: DayNumber;
  reason: string;
}

function explainPrepared(
  { id, rule, clock, limbs, closing, remarks, effectiveFrom, effectiveTo }: Prepared,
  inputs: Record<string, unknown>,
  { holidays = currentHolidays(), settings }: ExplainOptions,
): ExplainedDeadline {
  const using: CountingWith = { clock, holidays, schoolTerms: settings?.schoolTerms };
  const ownPeriod = settings?.periods?.[id];
  let decisive: Worked | undefined;
  const worked: Worked[] = [];
  for (const limb of limbs) {
    const value = inputs[limb.from];
    if (limb.optional && (value === undefined || value === null)) continue;
    const start = dayOfInput(id, limb.from, value);
    const period = ownPeriod === undefined ? limb.period : ownPeriodOf(rule, id, limb, ownPeriod);
    const each = { limb, period, start, end: endOfPeriod(start, period, limb.counting ?? 'after', using) };
    worked.push(each);
    if (decisive === undefined || each.end.day > decisive.end.day) decisive = each;
  }
  if (decisive === undefined) throw new RuleInputError('missing-input', `${id} needs a date`, id);

  const moved = moveOverClosedDays(decisive.end.day, using);
  const candidates = otherEnds(rule, decisive, moved, using);
  let due = moved.day;
  let latest = moved.day;
  for (const { day } of candidates) {
    if (day > latest) latest = day;
    // A family must not rely on the later of two readings.
    if (rule.familyLimit && day < due) due = day;
  }
  const raw = decisive.end.day;
  const termsUnknown =
    decisive.period.unit === 'school-days' &&
    leavesKnownTerms(settings?.schoolTerms, decisive.start, decisive.end.day);
  // No reading of the law, but not to be known here: whoever is called late must be late by every term dates.
  if (termsUnknown) {
    const { start, period, limb } = decisive;
    latest = Math.max(latest, lastPossibleSchoolDay(start, period, limb.counting ?? 'after', using));
  }
  const actBy = rule.familyLimit && !holidays.isOpen(due) ? holidays.previousOpen(due) : undefined;
  const dueAt = instantOf(due, clock);
  const schoolTerms = decisive.period.unit === 'school-days' ? settings?.schoolTerms : undefined;

  const trace = traceOf(worked, decisive, moved, due, clock);
  if (schoolTerms !== undefined) trace.push("School days are counted by the school's own term dates.");
  if (actBy !== undefined) trace.push(`That is not a working day, so act by ${longDateOf(actBy)}.`);
  trace.push(closing);
  for (const remark of remarks) trace.push(remark);

  const result: ExplainedDeadline = {
    rule: id,
    version: rule.effective.from,
    due: dateOf(due),
    dueAt,
    lateAfter: latest === due ? dueAt : instantOf(latest, clock),
    kind: rule.kind,
    basis: rule.citation,
    confidence: rule.confidence,
    raw: dateOf(raw),
    skipped:
      moved.skipped.length === 0 ? decisive.end.skipped.slice() : decisive.end.skipped.concat(moved.skipped),
    trace,
  };
  if (actBy !== undefined) result.actBy = dateOf(actBy);
  if (ownPeriod !== undefined) result.ownPeriod = ownPeriod;
  if (schoolTerms !== undefined) result.schoolTerms = schoolTerms;
  if (candidates.length > 0) {
    const readings = readingsOf(candidates, moved.day, due);
    if (readings.length > 0) result.readings = readings;
  }
  const warnings: string[] = [];
  if (rule.caution !== undefined) warnings.push(rule.caution);
  if (rule.watch !== undefined) {
    const earlier = earlierLimit(rule.watch, inputs, due, { holidays });
    if (earlier !== undefined) warnings.push(earlier);
  }
  for (const { limb, start } of worked) {
    if (start < effectiveFrom || (effectiveTo !== undefined && start > effectiveTo)) {
      warnings.push(
        `${limb.happened} on ${longDateOf(start)}: this text of the rule has effect from ${longDateOf(effectiveFrom)}${effectiveTo === undefined ? '' : ` to ${longDateOf(effectiveTo)}`} only.`,
      );
    }
  }
  const uncertain = holidays.uncertaintyOf(decisive.start, latest);
  if (uncertain !== undefined) warnings.push(uncertain);
  if (termsUnknown) warnings.push(unknownTerms(settings?.schoolTerms, rule.familyLimit ?? false, latest));
  if (warnings.length > 0) result.warnings = warnings;
  return result;
}

const instantOf = (day: DayNumber, clock: Clock): string =>
  clock.closesAt === undefined ? endOfDay(day) : instantAt(day, clock.closesAt);

function ownPeriodOf(rule: Rule, id: string, { from, period }: Limb, n: number): Period {
  if (rule.kind !== 'policy' && rule.kind !== 'service-standard') {
    throw new RuleInputError('unknown-input', `${id} is ${rule.kind}: its period cannot be set`, id, from);
  }
  if (!Number.isInteger(n) || n < 0 || n > 400) {
    throw new RuleInputError(
      'out-of-range',
      `The period for ${id} must be a whole number from 0 to 400`,
      id,
      from,
    );
  }
  return { n, unit: period.unit };
}

/** Every other day the rule can be said to end on, moved over closed days in its own way. */
function otherEnds(rule: Rule, decisive: Worked, moved: End, using: CountingWith): Candidate[] {
  if (decisive.end.others.length === 0 && moved.others.length === 0 && rule.readings === undefined)
    return NO_CANDIDATES;
  const candidates: Candidate[] = moved.others.slice();
  for (const { id, day, reason } of decisive.end.others) {
    candidates.push({ id, day: moveOverClosedDays(day, using).day, reason });
  }
  for (const reading of rule.readings ?? []) candidates.push(...read(reading, decisive, using));
  return candidates.filter(({ day }) => day !== moved.day);
}

const NO_CANDIDATES: Candidate[] = [];

function read(
  { id, reason, period, counting, rollsOver, clock: other }: OtherReading,
  decisive: Worked,
  using: CountingWith,
): Candidate[] {
  const { start, limb } = decisive;
  const base = other === undefined ? using.clock : clocks[other];
  const counted = { ...using, clock: rollsOver === undefined ? base : { ...base, rollsOver } };
  const end = endOfPeriod(start, period ?? decisive.period, counting ?? limb.counting ?? 'after', counted);
  // A reading may itself end in two ways, as at the end of a short month.
  return [{ id, day: end.day, reason }, ...end.others].map((each) => ({
    ...each,
    day: moveOverClosedDays(each.day, counted).day,
  }));
}

/** The readings beside the one that is due. Where that is not the rule's own count, the count is one of them. */
function readingsOf(candidates: Candidate[], counted: DayNumber, due: DayNumber): Reading[] {
  const readings = candidates
    .filter(({ day }) => day !== due)
    .map(({ id, day, reason }) => ({ id, due: dateOf(day), reason }));
  if (counted === due) return readings;
  const strict = candidates.find(({ day }) => day === due) as Candidate;
  const reason = `The more usual reading. The earlier date is shown because it is safe. ${strict.reason}`;
  return [{ id: 'usual', due: dateOf(counted), reason }, ...readings];
}

function traceOf(worked: Worked[], decisive: Worked, moved: End, due: DayNumber, clock: Clock): string[] {
  const trace: string[] = [];
  for (const { limb, period, start, end } of worked) {
    if (period.n === 0) {
      trace.push(`${limb.happened}: ${longDateOf(start)}.`);
      continue;
    }
    const inWords = period === limb.period ? limb.inWords : prepareLimb({ ...limb, period }, clock).inWords;
    trace.push(`${limb.happened} on ${longDateOf(start)}.`, `${inWords}: ${longDateOf(end.day)}.`);
  }
  if (worked.length > 1) trace.push(`The later of the two counts: ${longDateOf(decisive.end.day)}.`);
  const named = namedDays(decisive.end.skipped);
  if (named.length > 0) trace.push(`On the way these days are not counted: ${named.join('; ')}.`);
  const [first] = moved.skipped;
  if (first !== undefined) {
    trace.push(
      `${longDateOf(decisive.end.day)} cannot be the last day (${first.why}), so it is ${longDateOf(moved.day)}. ${movingInWords(clock)}`,
    );
  }
  if (due !== moved.day) {
    trace.push(`Read strictly it ends on ${longDateOf(due)}: rely on that date.`);
  }
  return trace;
}

/** The days left out that a reader could not guess: bank holidays by name. Weekends and closed periods are said once. */
function namedDays(skipped: readonly SkippedDay[]): string[] {
  const named: string[] = [];
  for (const { date, why } of skipped) {
    if (why !== 'Saturday' && why !== 'Sunday' && why !== AUGUST && why !== CHRISTMAS && why !== OUT_OF_TERM)
      named.push(`${longDateOf(dayOf(date))} (${why})`);
  }
  return named;
}

function earlierLimit(
  { rule, unlessBefore, warning }: NonNullable<Rule['watch']>,
  inputs: Record<string, unknown>,
  due: DayNumber,
  options: ExplainOptions,
): string | undefined {
  const other = explainPrepared(prepared[rule as RuleId], inputs, options);
  const date = dayOf(other.due);
  const kept = unlessBefore === undefined ? undefined : parseDay(inputs[unlessBefore]);
  if (date >= due || (kept !== undefined && kept <= date)) return undefined;
  return warning.replace('{date}', longDateOf(dayOf(other.actBy ?? other.due)));
}

import fc from 'fast-check';
import { addDays, clocks, compareDates, isWorkingDay, londonDateOf, type PlainDate } from '../calendar';
import { explainUntyped, inputsOf, ruleIds, ruleOf, type RuleId } from '.';

const anyRule = fc.constantFrom(...ruleIds);
const anyDate = fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2023-01-02', n));

const explainOn = (id: RuleId, date: PlainDate) =>
  explainUntyped(id, Object.fromEntries(inputsOf(ruleOf(id)).map(({ name }) => [name, date])));

const RUNS = { numRuns: 3000 };

const inSchoolDays = (id: RuleId) => ruleOf(id).limbs.some(({ period }) => period.unit === 'school-days');

/** Two years of a school: the last day before each holiday, and how long the holiday is. */
const anyTerms = fc
  .record({
    holidays: fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 7,
      maxLength: 7,
    }),
  })
  .map(({ holidays }) => {
    // From the earliest last day of a term to the latest first one, as they are found in the country.
    const between = [
      ['10-12', '11-06'],
      ['12-11', '01-10'],
      ['02-08', '02-27'],
      ['03-24', '04-23'],
      ['05-22', '06-06'],
      ['07-04', '09-11'],
    ];
    const terms: { from: PlainDate; to: PlainDate }[] = [];
    let from = '2025-09-02';
    for (const year of [2025, 2026, 2027]) {
      for (const [n, [last, first]] of between.entries()) {
        const [before, after] = holidays[n] as [number, number];
        const ends = `${n < 2 ? year : year + 1}-${last}`;
        const begins = `${n < 1 ? year : year + 1}-${first}`;
        terms.push({ from, to: addDays(ends, before) });
        from = addDays(begins, -after);
      }
    }
    return terms;
  });

describe('Whatever the rule and the date', () => {
  it('a later event never gives an earlier date', () => {
    fc.assert(
      fc.property(anyRule, anyDate, fc.integer({ min: 1, max: 60 }), (id, date, n) => {
        expect(
          compareDates(explainOn(id, addDays(date, n)).due, explainOn(id, date).due),
        ).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('each later date of an appeal can only move the last day later', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: 1, max: 60 }), (noticeSent, certificateIssued, n) => {
        const due = (notice: PlainDate, certificate: PlainDate) =>
          explainUntyped('appeal.lodge', { noticeSent: notice, certificateIssued: certificate }).due;
        const base = due(noticeSent, certificateIssued);
        expect(due(addDays(noticeSent, n), certificateIssued) >= base).toBe(true);
        expect(due(noticeSent, addDays(certificateIssued, n)) >= base).toBe(true);
        expect(explainUntyped('appeal.lodge', { noticeSent }).due <= base).toBe(true);
      }),
    );
  });

  it('a date that the law moves off closed days is never one', () => {
    fc.assert(
      fc.property(anyRule, anyDate, (id, date) => {
        const { due } = explainOn(id, date);
        const { clock, limbs } = ruleOf(id);
        const inWorkingDays = limbs.some(({ period }) => /working|school/.test(period.unit));
        if (clocks[clock].rollsOver || inWorkingDays) expect(isWorkingDay(due)).toBe(true);
      }),
      RUNS,
    );
  });

  it('starting an appeal never ends in August or at Christmas unless a weekend pushed it there', () => {
    fc.assert(
      fc.property(anyDate, (noticeSent) => {
        const { due, raw, readings } = explainUntyped('appeal.lodge', { noticeSent });
        if (!/-08-|-12-(2[5-9]|3)|-01-01/.test(due)) return;
        expect(['07', '12']).toContain(raw.slice(5, 7));
        expect(isWorkingDay(raw)).toBe(false);
        expect(readings?.map(({ id }) => id)).toEqual(['moved-out-of-closed-period']);
      }),
      RUNS,
    );
  });

  it('other acts in an appeal never end on a day that is not counted, unless a weekend pushed them there', () => {
    const others = ruleIds.filter((id) => ruleOf(id).clock === 'tribunal-other');
    fc.assert(
      fc.property(fc.constantFrom(...others), anyDate, (id, date) => {
        const { due, raw } = explainOn(id, date);
        if (!isWorkingDay(due, 'tribunal-other')) expect(isWorkingDay(raw)).toBe(false);
      }),
      RUNS,
    );
  });

  it('the days left out and the days counted make up the whole time', () => {
    const inDays = ruleIds.filter((id) =>
      ruleOf(id).limbs.every(({ period }) => period.unit === 'working-days'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...inDays), anyDate, (id, date) => {
        const { raw, skipped } = explainOn(id, date);
        const n = ruleOf(id).limbs[0]?.period.n as number;
        expect(compareDates(raw, date)).toBe(n + skipped.length);
        expect(new Set(skipped.map((day) => day.date)).size).toBe(skipped.length);
        for (const day of skipped) expect(isWorkingDay(day.date, ruleOf(id).clock)).toBe(false);
      }),
      RUNS,
    );
  });

  it('the instant lies on the last day in London, and nobody is late before the last reading', () => {
    fc.assert(
      fc.property(anyRule, anyDate, (id, date) => {
        const { due, dueAt, lateAfter, readings = [] } = explainOn(id, date);
        expect(londonDateOf(dueAt)).toBe(due);
        expect(dueAt <= lateAfter).toBe(true);
        const last = [due, ...readings.map((reading) => reading.due)].sort().at(-1) as PlainDate;
        // School days without the dates of the school: no reading of the law, but a later day all the same.
        if (inSchoolDays(id)) expect(londonDateOf(lateAfter) > last).toBe(true);
        else expect(londonDateOf(lateAfter)).toBe(last);
        for (const reading of readings) {
          expect(reading.due).not.toBe(due);
          expect(reading.reason).toMatch(/\w{3}.*\.$/);
        }
      }),
      RUNS,
    );
  });

  it('school days end, by the dates of any school, between the day that is shown without them and the one before which nobody is late', () => {
    const rulesInSchoolDays = ruleIds.filter(inSchoolDays);
    const days = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-10-01', n));
    fc.assert(
      fc.property(fc.constantFrom(...rulesInSchoolDays), days, anyTerms, (id, date, schoolTerms) => {
        const inputs = Object.fromEntries(inputsOf(ruleOf(id)).map(({ name }) => [name, date]));
        const known = explainUntyped(id, inputs, { settings: { schoolTerms } });
        const unknown = explainUntyped(id, inputs);
        expect(known.lateAfter).toBe(known.dueAt);
        expect(known.warnings?.join() ?? '').not.toContain('term dates');
        expect(unknown.due <= known.due && known.lateAfter <= unknown.lateAfter).toBe(true);
      }),
      RUNS,
    );
  });

  it('a family is shown the earliest reading, and a working day on which to act', () => {
    const family = ruleIds.filter((id) => ruleOf(id).familyLimit);
    fc.assert(
      fc.property(fc.constantFrom(...family), anyDate, (id, date) => {
        const { due, actBy, readings = [] } = explainOn(id, date);
        for (const reading of readings) expect(reading.due > due).toBe(true);
        expect(actBy === undefined).toBe(isWorkingDay(due));
        if (actBy !== undefined) expect(isWorkingDay(actBy) && actBy < due).toBe(true);
      }),
      RUNS,
    );
  });

  it('the working is in whole sentences that name the event and the law', () => {
    fc.assert(
      fc.property(anyRule, anyDate, (id, date) => {
        const { trace, basis } = explainOn(id, date);
        for (const sentence of trace) expect(sentence).toMatch(/^[A-Z0-9].*\.$/s);
        expect(trace.join(' ')).toContain(basis);
        expect(trace.join(' ')).not.toMatch(/undefined|NaN|\{/);
      }),
      RUNS,
    );
  });
});

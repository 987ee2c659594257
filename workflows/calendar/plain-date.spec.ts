import fc from 'fast-check';
import { addDays, addMonths, compareDates, daysBetween, formatDate, isPlainDate, weekdayName } from '.';
import { civilFromDay, dateOf, dayFromCivil, dayOf } from './plain-date';

const anyDay = fc.integer({ min: 0, max: dayFromCivil(2199, 12, 31) });

describe('Plain dates', () => {
  it('agrees with the calendar of the language, day for day, over two centuries', () => {
    for (let day = 0; day < dayFromCivil(2200, 1, 1); day += 1) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (dateOf(day) !== text || dayOf(text) !== day) throw new Error(`${text} came out as ${dateOf(day)}`);
    }
    expect(dateOf(dayFromCivil(2199, 12, 31))).toBe('2199-12-31');
  });

  it('names the weekday and writes the date as a letter does', () => {
    expect(weekdayName('2026-12-04')).toBe('Friday');
    expect(formatDate('2026-12-04')).toBe('Friday 4 December 2026');
    fc.assert(
      fc.property(anyDay, (day) => {
        const long = new Date(day * 86_400_000).toLocaleDateString('en-GB', {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        expect(formatDate(dateOf(day))).toBe(long.replace(',', ''));
      }),
    );
  });

  it.each([
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['0000-01-01', false],
    ['2026-1-1', false],
    ['2026-01-01 ', false],
    ['2026-01-01T00:00:00Z', false],
    ['２０２６-01-01', false],
    [20260101, false],
    [null, false],
  ])('%p is a real date: %p', (value, real) => {
    expect(isPlainDate(value)).toBe(real);
  });

  it('refuses a date that is not real, and says which', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('"2026-02-30" is not a real date');
  });

  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s, the last day where a month is too short', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('keeps the day of the month, or ends on the last day of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 48 }), (day, months) => {
        const from = civilFromDay(day);
        const to = civilFromDay(dayOf(addMonths(dateOf(day), months)));
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(months);
        if (to.day !== from.day) {
          expect(to.day).toBeLessThan(from.day);
          expect(civilFromDay(dayOf(addMonths(dateOf(day), months)) + 1).day).toBe(1);
        }
      }),
    );
  });

  it('counts and compares days both ways', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(compareDates('2026-03-01', '2026-02-28')).toBeGreaterThan(0);
    expect(compareDates('2026-03-01', '2026-03-01')).toBe(0);
  });
});

import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  compareDates,
  isWorkingDay,
  subtractWorkingDays,
  workingDaysBetween,
} from '.';

const anyDate = fc.integer({ min: 0, max: 2900 }).map((n) => addDays('2023-01-01', n));
const few = fc.integer({ min: 1, max: 70 });

describe('Working days', () => {
  it('leaves out weekends, bank holidays, and their substitute days', () => {
    expect(isWorkingDay('2026-12-24')).toBe(true);
    expect(
      ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'].filter((date) => isWorkingDay(date)),
    ).toEqual([]);
    expect(isWorkingDay('2026-12-29')).toBe(true);
  });

  it('counts August and the days after Christmas as working days except on the clock of the Tribunal', () => {
    expect(isWorkingDay('2026-08-05')).toBe(true);
    expect(isWorkingDay('2026-08-05', 'tribunal-start')).toBe(true);
    expect(isWorkingDay('2026-08-05', 'tribunal-other')).toBe(false);
    expect(isWorkingDay('2026-12-30', 'tribunal-other')).toBe(false);
    expect(isWorkingDay('2026-12-30', 'send-regulations')).toBe(true);
  });

  it('says how many are left, and how many it is overdue', () => {
    expect(workingDaysBetween('2026-11-24', '2026-12-04')).toBe(8);
    expect(workingDaysBetween('2026-12-04', '2026-12-04')).toBe(0);
    expect(workingDaysBetween('2026-12-08', '2026-12-04')).toBe(-2);
    expect(workingDaysBetween('2026-12-24', '2026-12-29')).toBe(1);
  });

  it('goes forward and back to working days only, by exactly as many as asked', () => {
    fc.assert(
      fc.property(anyDate, few, (date, n) => {
        const later = addWorkingDays(date, n);
        expect(isWorkingDay(later)).toBe(true);
        expect(workingDaysBetween(date, later)).toBe(n);
        const earlier = subtractWorkingDays(date, n);
        expect(isWorkingDay(earlier)).toBe(true);
        expect(compareDates(earlier, date)).toBeLessThan(0);
        expect(addWorkingDays(earlier, n) <= later).toBe(true);
      }),
    );
  });

  it('comes back to where it started from a working day', () => {
    fc.assert(
      fc.property(
        anyDate.filter((date) => isWorkingDay(date)),
        few,
        (date, n) => {
          expect(subtractWorkingDays(addWorkingDays(date, n), n)).toBe(date);
          expect(addWorkingDays(date, -n)).toBe(subtractWorkingDays(date, n));
        },
      ),
    );
  });
});

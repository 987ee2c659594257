import fc from 'fast-check';
import { addDays, londonDateOf, londonInstant, weekdayName } from '../calendar';
import { dayOf } from '../calendar/plain-date';
import { DAYTIME, isQuietDay, nextTextMoment, textMomentFor, textMorning } from './quiet-hours';
import { plannedReminders, plannedTexts } from './reminder-policy';

const school = { from: '09:30', until: '14:30' };
const evening = { from: '17:30', until: '20:00' };

/** Every day of three years, with the four changes of the clock and the bank holidays in them. */
const days = Array.from({ length: 3 * 365 }, (_, n) => addDays('2026-01-01', n));

const isLoud = (instant: string): boolean => {
  const day = londonDateOf(instant);
  const from = londonInstant(day, DAYTIME.from);
  return !isQuietDay(day) && instant >= from && instant < londonInstant(day, DAYTIME.until);
};

describe('Quiet hours', () => {
  it('are all of Sunday and of every bank holiday', () => {
    expect(['2026-03-29', '2026-12-25', '2026-08-31', '2027-03-26'].map(isQuietDay)).toEqual(
      Array(4).fill(true),
    );
    expect(['2026-03-28', '2026-08-29', '2026-12-24'].map(isQuietDay)).toEqual(Array(3).fill(false));
  });

  it('move what has a legal moment earlier, never later', () => {
    for (const day of days) {
      const at = textMorning(dayOf(day));
      if (londonDateOf(at) > day || !isLoud(at)) throw new Error(`${day}: ${at}`);
      if (!isQuietDay(day)) expect(at).toBe(londonInstant(day, '08:00'));
    }
    // Easter: Good Friday and Easter Monday are bank holidays, the Saturday between them is not.
    expect(textMorning(dayOf('2027-03-29'))).toBe('2027-03-27T08:00:00.000Z');
    expect(textMorning(dayOf('2026-12-28'))).toBe('2026-12-24T08:00:00.000Z');
  });

  it('are counted on the clock of London on the days on which it changes', () => {
    expect(textMorning(dayOf('2026-03-28'))).toBe('2026-03-28T08:00:00.000Z');
    expect(textMorning(dayOf('2026-03-29'))).toBe('2026-03-28T08:00:00.000Z');
    expect(textMorning(dayOf('2026-03-30'))).toBe('2026-03-30T07:00:00.000Z');
    expect(textMorning(dayOf('2026-10-24'))).toBe('2026-10-24T07:00:00.000Z');
    expect(textMorning(dayOf('2026-10-25'))).toBe('2026-10-24T07:00:00.000Z');
    expect(textMorning(dayOf('2026-10-26'))).toBe('2026-10-26T08:00:00.000Z');
    expect(nextTextMoment('2027-03-28T00:30:00.000Z')).toBe('2027-03-30T07:00:00.000Z');
    expect(nextTextMoment('2026-10-24T19:00:00.000Z')).toBe('2026-10-26T08:00:00.000Z');
    expect(nextTextMoment('2026-10-24T18:59:59.999Z')).toBe('2026-10-24T18:59:59.999Z');
  });

  it('hold back what may be later until the next loud moment, in anybody’s own hours', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
        fc.constantFrom(DAYTIME, school, evening),
        (when, hours) => {
          const at = when.toISOString();
          const then = nextTextMoment(at, hours);
          const day = londonDateOf(then);
          expect(then >= at && isLoud(then)).toBe(true);
          expect(then >= londonInstant(day, hours.from) && then < londonInstant(day, hours.until)).toBe(true);
          expect(nextTextMoment(then, hours)).toBe(then);
        },
      ),
    );
  });

  it('of a person never hold back a last day past it', () => {
    const morning = londonInstant('2026-12-04', '08:00');
    expect(textMomentFor(morning, school, '2026-12-04')).toBe('2026-12-04T09:30:00.000Z');
    expect(textMomentFor(morning, evening, '2026-12-04')).toBe(morning);
    expect(textMomentFor(morning, evening, '2026-12-07')).toBe('2026-12-04T17:30:00.000Z');
    expect(textMomentFor(morning, evening, undefined)).toBe('2026-12-04T17:30:00.000Z');
  });
});

describe('Texts about a date', () => {
  it('come the day before and on the last day, beside the e-mails', () => {
    expect(
      plannedTexts(
        { opened: '2026-11-02', due: '2026-12-04', familyRight: true },
        '2026-11-02T09:00:00.000Z',
      ),
    ).toEqual([
      { offset: 'text-1', at: '2026-12-03T08:00:00.000Z' },
      { offset: 'text-0', at: '2026-12-04T08:00:00.000Z' },
    ]);
  });

  it('come before a last day that is a Sunday, and once where two would come together', () => {
    const sunday = '2026-12-06';
    expect(weekdayName(sunday)).toBe('Sunday');
    expect(
      plannedTexts({ opened: '2026-11-02', due: sunday, familyRight: true }, '2026-11-02T09:00:00.000Z'),
    ).toEqual([
      { offset: 'text-1', at: '2026-12-04T08:00:00.000Z' },
      { offset: 'text-0', at: '2026-12-05T08:00:00.000Z' },
    ]);
    const christmas = plannedTexts(
      { opened: '2026-11-02', due: '2026-12-26', familyRight: true },
      '2026-11-02T09:00:00.000Z',
    );
    expect(christmas).toEqual([{ offset: 'text-1', at: '2026-12-24T08:00:00.000Z' }]);
  });

  it('never leave the last day itself without an e-mail, whatever day it is', () => {
    for (const due of days.slice(40)) {
      const planned = plannedReminders(
        { opened: '2026-01-02', due, familyRight: true },
        '2026-01-02T09:00:00.000Z',
      );
      expect(planned.filter(({ template }) => template === 'right-last-day').map(({ at }) => at)).toEqual([
        londonInstant(due, '09:00'),
      ]);
    }
  });
});

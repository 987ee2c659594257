import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { addDays, endOfDayLondon, londonDateOf, londonInstant } from '.';
import { dateOf, dayFromCivil } from './plain-date';

/** What the zone database of the runtime says of an instant. */
const inLondon = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const wallClock = (iso: string): string => inLondon.format(new Date(iso));

const first = dayFromCivil(1996, 1, 1);
const last = dayFromCivil(2037, 12, 31);

describe('London time', () => {
  it('ends each day a thousandth of a second before the next, on every day from 1996 to 2037', () => {
    for (let day = first; day <= last; day += 1) {
      const end = endOfDayLondon(dateOf(day));
      if (wallClock(end) !== `${dateOf(day)} 23:59:59`)
        throw new Error(`${dateOf(day)} ends at ${wallClock(end)}`);
      if (londonDateOf(end) !== dateOf(day)) throw new Error(`${end} was put on ${londonDateOf(end)}`);
      const next = new Date(Date.parse(end) + 1).toISOString();
      if (londonDateOf(next) !== dateOf(day + 1)) throw new Error(`${next} was put on ${londonDateOf(next)}`);
    }
    expect(endOfDayLondon('2026-12-04')).toBe('2026-12-04T23:59:59.999Z');
    expect(endOfDayLondon('2026-07-04')).toBe('2026-07-04T22:59:59.999Z');
  });

  it('puts 5pm where the clock on the wall shows it, in winter, in summer and on the days of change', () => {
    expect(londonInstant('2026-12-04', '17:00')).toBe('2026-12-04T17:00:00.000Z');
    expect(londonInstant('2026-07-04', '17:00')).toBe('2026-07-04T16:00:00.000Z');
    expect(londonInstant('2026-03-29', '17:00')).toBe('2026-03-29T16:00:00.000Z');
    expect(londonInstant('2026-10-25', '17:00')).toBe('2026-10-25T17:00:00.000Z');
    expect(londonInstant('2026-07-04', '00:30')).toBe('2026-07-03T23:30:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: 2, max: 23 }), (day, hour) => {
        const time = `${String(hour).padStart(2, '0')}:05`;
        expect(wallClock(londonInstant(dateOf(day), time))).toBe(`${dateOf(day)} ${time}:00`);
      }),
    );
  });

  it('has a 23-hour day in March and a 25-hour day in October', () => {
    const hours = (date: string) =>
      (Date.parse(endOfDayLondon(date)) - Date.parse(endOfDayLondon(addDays(date, -1)))) / 3_600_000;
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
    expect(hours('2026-06-01')).toBe(24);
  });

  it('reads an instant with any offset, and refuses one without', () => {
    expect(londonDateOf('2026-07-04T23:30:00Z')).toBe('2026-07-05');
    expect(londonDateOf('2026-07-05T01:30:00+03:00')).toBe('2026-07-04');
    expect(() => londonDateOf('2026-07-04T23:30:00')).toThrow('not an ISO instant with its offset');
    expect(() => londonInstant('2026-07-04', '24:00')).toThrow('HH:MM');
  });
});

describe.each(['America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'UTC'])(
  'On a machine in %s',
  (TZ) => {
    // A process of its own: a running one does not change its zone.
    const program = `
    require('@swc/core');
    const { transformFileSync } = require('@swc/core');
    require.extensions['.ts'] = (module, file) => module._compile(
      transformFileSync(file, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, file);
    const law = require('./workflows/law');
    const { londonDateOf } = require('./workflows/calendar');
    const ids = law.ruleIds;
    const lines = ['2026-03-28', '2026-07-31', '2026-10-24', '2026-12-24'].flatMap((date) => ids.map((id) => {
      const inputs = Object.fromEntries(law.inputsOf(law.ruleOf(id)).map(({ name }) => [name, date]));
      const { due, dueAt, lateAfter } = law.explainUntyped(id, inputs);
      return [id, due, dueAt, lateAfter, londonDateOf(dueAt)].join(' ');
    }));
    console.log(JSON.stringify({ zone: new Date(2026, 6, 1).getTimezoneOffset(), lines }));`;

    const run = (zone: string) =>
      JSON.parse(
        execFileSync(process.execPath, ['-e', program], {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        }),
      ) as { zone: number; lines: string[] };

    it('every rule gives the same dates and instants as on a machine in London', () => {
      const there = run(TZ);
      const here = run('Europe/London');
      expect(there.zone).not.toBe(here.zone);
      expect(there.lines).toEqual(here.lines);
      expect(there.lines.length).toBeGreaterThan(400);
    });
  },
);

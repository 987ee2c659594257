// F6, F14, F15: clocks that are wrong, jump, or change with the season; hosts in other time zones.

import { londonDateOf } from '../../workflows/calendar';
import { Reminder } from '../../src/reminders/entities';
import { findingsIn, LONG, pause, Program } from './rig';
import { missing, ScaledRig } from './scaled-rig';

jest.setTimeout(LONG ? 600_000 : 120_000);

const HOUR = 60 * 60_000;

(missing ? it.skip : it)(
  `Workers whose clocks are an hour fast and an hour slow, and then jump by a day, send nothing early and nothing twice${missing ? ` (skipped: ${missing})` : ''}`,
  async () => {
    const rig = await ScaledRig.start();
    const workers = await Promise.all([rig.worker({ skew: HOUR }), rig.worker({ skew: -HOUR })]);
    for (const worker of workers) await worker.says("the machine's clock differs from the database's");
    const count = LONG ? 500 : 60;
    await rig.planReminders(count, 3_000);
    await pause(1_500);
    for (const worker of workers) worker.child.kill('SIGUSR2');
    // Not due for a day by the time that counts, however the machines' clocks have jumped.
    await rig.planReminders(5, 0, { at: new Date(Date.now() + 12 * HOUR).toISOString() });
    // A job that Redis gave out too early comes back when everything is queued again, within a minute.
    await rig.sent(count, 90_000);
    await pause(500);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect([rig.mail.taken.size, rig.mail.doubles()]).toEqual([count, []]);
    const rows = await rig.t.db.read.find(Reminder);
    const early = rows.filter(
      ({ at, closedAt }) => closedAt !== null && Date.parse(closedAt) < Date.parse(at) - 1_000,
    );
    expect([early, rows.filter(({ status }) => status === 'planned').length]).toEqual([[], 5]);
    // By the clock of the mail server too.
    const first = Math.min(...rows.map(({ at }) => Date.parse(at)));
    expect(Math.min(...rig.mail.takenAt.values())).toBeGreaterThanOrEqual(first - 1_000);
    expect(await findingsIn(rig.t.app)).toEqual([]);
    await rig.close();
  },
);

describe('A host in another time zone', () => {
  interface Walked {
    reminders: string[];
    deadlines: string[];
    misses: string[];
    findings: unknown[];
  }
  const walks: [string, string][] = [
    ['2026-03-16T10:00:00Z', '2026-04-20T12:00:00Z'], // summer time begins on 29 March
    ['2026-10-12T10:00:00Z', '2026-11-20T12:00:00Z'], // and ends on 25 October
    ['2028-02-14T10:00:00Z', '2028-03-20T12:00:00Z'], // a leap day
    ['2026-12-14T10:00:00Z', '2027-01-25T12:00:00Z'], // Christmas and the turn of the year
  ];
  const zones = LONG
    ? ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Europe/London']
    : ['America/New_York', 'Asia/Kolkata'];

  it('counts the same days, reminds at nine in London, and raises what was missed once, at midnight there', async () => {
    const results: string[] = [];
    for (const TZ of zones) {
      const program = new Program('test/faults/calendar-walk.ts', [JSON.stringify(walks)], { TZ });
      expect(await program.ended).toEqual({ code: 0, signal: null });
      results.push(/^walked (.*)$/m.exec(program.said)?.[1] ?? program.said);
    }
    expect(new Set(results).size).toBe(1);
    const walked = JSON.parse(results[0] as string) as Walked[];
    for (const { reminders, deadlines, misses, findings } of walked) {
      expect(findings).toEqual([]);
      const done = reminders
        .map((line) => line.split(' ') as [string, string, string])
        .filter(([, how]) => how === 'dispatched');
      expect(done.length).toBeGreaterThan(5);
      // At its instant: the clock was stopped at each.
      for (const [at, , closedAt] of done) expect(closedAt).toBe(at);
      expect(misses.length).toBeGreaterThan(0);
      for (const line of misses) {
        const [at, on] = line.split(' ') as [string, string];
        expect(on).toBe(londonDateOf(at));
        // The last instant of the day before, or of the Tribunal's day at five, was just before.
        expect(at).toMatch(/:00:00\.000Z$|:00:00\.001Z$/);
      }
      expect(deadlines.length).toBeGreaterThan(3);
    }
    const [spring, autumn] = walked as [Walked, Walked];
    // Nine in London is eight in UTC between the last Sundays of March and October; what can go onto a list of the
    // morning is ready five minutes before eight.
    const summer = spring.reminders.filter(
      (line) =>
        line.slice(0, 10) > '2026-03-29' &&
        line < '2026-10-25' &&
        / (duty|right)-(reminder|last-day)/.test(line),
    );
    expect(summer.length).toBeGreaterThan(0);
    expect([...new Set(summer.map((line) => line.slice(11, 16)))].sort()).toEqual(['06:55', '08:00']);
    const winter = autumn.reminders.filter(
      (line) => line >= '2026-10-25' && line < '2027-03-28' && / (duty|right)-(reminder|last-day)/.test(line),
    );
    expect(winter.length).toBeGreaterThan(0);
    expect([...new Set(winter.map((line) => line.slice(11, 16)))].sort()).toEqual(['07:55', '09:00']);
  });
});

// DATE: explained legal dates per second on one core, against a plain date-fns business-day loop with no law in it.
// Run: node -r ./bench/register.cjs bench/date.ts.

import { addDays, formatISO, isWeekend } from 'date-fns';
import { currentHolidays } from '../workflows/calendar';
import { explain } from '../workflows/law';
import { figures, full, inTurn, report } from './measure';

const PER_ROUND = full ? 100_000 : 20_000;

/** Start days over the years for which bank holidays are known, the same for both sides. */
const starts = Array.from({ length: 1500 }, (_, n) =>
  formatISO(addDays(new Date(2023, 0, 2), n), { representation: 'date' }),
);
const midnight = (date: string) => new Date(`${date}T00:00:00`);
const holidays = new Set(currentHolidays().events.map(({ date }) => midnight(date).getTime()));

/** The usual way to count working days in JavaScript, with the holidays looked up by number, which is the quickest. */
function plainLoop(start: string, n: number): string {
  let day = midnight(start);
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (!isWeekend(day) && !holidays.has(day.getTime())) left -= 1;
  }
  return formatISO(day, { representation: 'date' });
}

/** Rules of every kind that a case is full of: working days, weeks, months, two August rules, several readings. */
const legal: ((start: string) => { due: string })[] = [
  (start) => explain('council.stage-1', { acknowledged: start }),
  (start) => explain('appeal.respond', { sentToAuthority: start }),
  (start) => explain('appeal.lodge', { noticeSent: start }),
  (start) => explain('ehc.plan.final', { requested: start }),
  (start) => explain('mediation.certificate.declined', { adviserInformed: start }),
  (start) => explain('nhs.respond', { received: start }),
  (start) => explain('discrimination.claim', { happened: start }),
  (start) => explain('social-care.stage-2', { started: start }),
];

/** Dates per second. The sum keeps the work from being optimised away. */
function rate(work: (start: string, n: number) => string): number {
  let sum = 0;
  const began = process.hrtime.bigint();
  for (let n = 0; n < PER_ROUND; n += 1) sum += work(starts[n % starts.length] as string, n).length;
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (sum !== PER_ROUND * 10) throw new Error('a date came out malformed');
  return PER_ROUND / seconds;
}

const sides = {
  'floor: date-fns loop, 10 working days': () => rate((start) => plainLoop(start, 10)),
  'explained, 10 working days': () =>
    rate((start) => explain('council.stage-1', { acknowledged: start }).due),
  'explained, eight rules in turn': () =>
    rate((start, n) => (legal[n % legal.length] as (typeof legal)[number])(start).due),
};

async function main(): Promise<void> {
  const [floor] = Object.keys(sides) as [string];
  const goal = '≥ 1, ≥ 200,000/s';
  const goals = Object.fromEntries(Object.keys(sides).map((name) => [name, name === floor ? '' : goal]));
  report('DATE: one core', figures(await inTurn(sides), 'dates/s', floor, goals));
}

void main();

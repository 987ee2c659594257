// I4, I7: each deadline has the reminders that the planner gives it, no more and no fewer, each at its time.

import { londonDateOf, withHolidays } from '../../workflows/calendar';
import { formerInstants } from '../../workflows/kit';
import { remindersOfMiss, remindersOfOpening, TEXT, type Planned } from '../reminders';
import type { Say } from './case-checks';
import type { JournalEntry } from './entities';
import type { ChangesOf } from './journal-changes';
import { linesByDeadline, reminderIn, statusOf } from './verified-reminders';
import type { CaseRows, VerifiedDeadline } from './verified-rows';

/** Instants of one transaction are read from the clock one after another: so far apart they may lie. */
const A_MOMENT = 5_000;
/** What goes out at once was planned so soon after its entry, however busy the machine was. */
const AT_ONCE = 10 * 60_000;

interface Looked {
  deadline: VerifiedDeadline;
  opened: JournalEntry;
  missed: JournalEntry | undefined;
  /** Its clock runs. */
  runs: boolean;
  /** It is owed at the stage at which it was missed: whoever is late is told again. */
  stands: boolean;
  holidaysAt: CaseRows['holidaysAt'];
}

/** `running`: the keys of the clocks that run. */
export function checkReminders(
  running: ReadonlySet<string>,
  { found, deadlines, reminders, holidaysAt }: CaseRows,
  changesOf: ChangesOf,
  say: Say,
): void {
  const byDeadline = linesByDeadline(reminders, deadlines);
  for (const deadline of deadlines) {
    const [opened] = changesOf(deadline, 'open');
    const [missed] = changesOf(deadline, 'missed');
    if (!opened) continue;
    const runs = running.has(deadline.key);
    // One whose case left the stage and came back is late without being told so again.
    const stands = runs && missed?.stage === found.stage;
    const own = byDeadline.get(deadline.id) ?? [];
    checkRemindersOf({ deadline, opened, missed, runs, stands, holidaysAt }, own, say);
  }
}

function checkRemindersOf(looked: Looked, own: string[], say: Say): void {
  const { deadline, opened, missed } = looked;
  // Texts are planned where there is a way to send them: that may have changed since.
  const ofOpening = withHolidays(looked.holidaysAt(opened.at), () =>
    remindersOfOpening(deadline, true, londonDateOf(opened.at), opened.at),
  );
  const plan = missed ? [...ofOpening, ...ofMiss(looked, missed.at, true, true)] : ofOpening;
  const isOfMiss = (place: number): boolean => place >= ofOpening.length;
  const there: boolean[] = [];
  own.forEach((line, n) => {
    const likely = plan[n];
    let status = likely && statusOf(line, likely.key, likely.at);
    let key = likely?.key ?? '';
    if (status !== undefined) there[n] = true;
    else {
      const row = reminderIn(line);
      ({ key, status } = row);
      const place = placeOf(key, plan, n);
      const planned = plan[place];
      if (planned) there[place] = true;
      if (!planned)
        say('I4', `A reminder of ${deadline.due} is not in the plan: ${offsetOf(key)}`, 'reminders');
      else if (
        row.at !== planned.at &&
        !(isOfMiss(place) ? isOfThatMiss : isOfThatOpening)(looked, planned, row.at)
      )
        say('I4', `A reminder of ${deadline.due} is at the wrong time: ${offsetOf(key)}`, 'reminders');
    }
    if (status === 'planned' && !mayWait(looked, key))
      say('I7', `A reminder still waits of ${deadline.due}, which is ${deadline.status}`, 'reminders');
    if (status === 'superseded' && deadline.status === 'open')
      say('I4', `A reminder of ${deadline.due} was taken back although it still runs`, 'reminders');
  });
  plan.forEach((planned, place) => {
    if (!there[place] && (isOfMiss(place) ? isNeededOfMiss : isNeeded)(looked, planned))
      say('I4', `A reminder of ${deadline.due} is missing: ${offsetOf(planned.key)}`, 'reminders');
  });
}

const mayWait = (looked: Looked, key: string): boolean =>
  looked.deadline.status === 'open' ||
  (looked.deadline.status === 'missed' && (looked.runs || tellsOfMiss(looked, key)));

/** Rows mostly come in the order in which they were planned. */
function placeOf(key: string, plan: Planned[], likely: number): number {
  return plan[likely]?.key === key ? likely : plan.findIndex((planned) => planned.key === key);
}

const ofMiss = ({ deadline, holidaysAt }: Looked, at: string, stands: boolean, texts: boolean): Planned[] =>
  withHolidays(holidaysAt(at), () => remindersOfMiss(deadline, stands, texts, at));

const plus = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

const isWithin = (milliseconds: number, from: string, at: string): boolean => {
  const passed = Date.parse(at) - Date.parse(from);
  return passed >= 0 && passed <= milliseconds;
};

/** What goes out at once has the instant of its transaction; everything else the same one whenever it is planned. */
const isOfThatOpening = ({ opened }: Looked, planned: Planned, at: string): boolean =>
  planned.at === opened.at ? isWithin(AT_ONCE, opened.at, at) : formerInstants(planned.at).includes(at);

function isOfThatMiss(looked: Looked, { key, at: first }: Planned, at: string): boolean {
  const later = plus(looked.missed?.at ?? first, AT_ONCE);
  const last = ofMiss(looked, later, true, true).find((each) => each.key === key)?.at ?? first;
  return (at >= first && at <= last) || (first === last && formerInstants(first).includes(at));
}

/** What fell due in the very moment of the opening may have been left out. */
const isNeeded = ({ opened }: Looked, { template, at }: Planned): boolean =>
  template !== TEXT && (at === opened.at || !isWithin(A_MOMENT, opened.at, at));

const isNeededOfMiss = (looked: Looked, { key, template }: Planned): boolean =>
  template !== TEXT &&
  ofMiss(looked, looked.missed?.at ?? '', looked.stands, false).some((needed) => needed.key === key);

/** Both sides are told of a miss, also where the case has left the stage by it. */
const tellsOfMiss = (looked: Looked, key: string): boolean =>
  looked.missed !== undefined &&
  ofMiss(looked, looked.missed.at, false, true).some((planned) => planned.key === key);

const offsetOf = (key: string): string => key.split('|').slice(1).join(' ');

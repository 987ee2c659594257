// I4, I7: each deadline has the reminders that the planner gives it, no more and no fewer, each at its time.

import { londonDateOf, withHolidays } from '../../workflows/calendar';
import { formerInstants } from '../../workflows/kit';
import { remindersOfMiss, remindersOfOpening, TEXT, type Planned } from '../reminders';
import type { Say } from './case-checks';
import type { ChangesOf } from './journal-changes';
import type { CaseRows, VerifiedDeadline, VerifiedReminder } from './verified-rows';

/** Instants of one transaction are read from the clock one after another: so far apart they may lie. */
const A_MOMENT = 5_000;
/** What goes out at once was planned so soon after its entry, however busy the machine was. */
const AT_ONCE = 10 * 60_000;

const plus = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** `running`: the keys of the clocks that run. */
export function checkReminders(
  running: ReadonlySet<string>,
  rows: CaseRows,
  changesOf: ChangesOf,
  say: Say,
): void {
  const byDeadline = new Map<string, Map<string, VerifiedReminder>>();
  for (const { id } of rows.deadlines) byDeadline.set(id, new Map());
  for (const row of rows.reminders) byDeadline.get(row.deadlineId ?? '')?.set(row.key, row);
  for (const deadline of rows.deadlines) {
    const own = byDeadline.get(deadline.id) ?? new Map<string, VerifiedReminder>();
    checkRemindersOf(deadline, own, running.has(deadline.key), rows, changesOf, say);
  }
}

function checkRemindersOf(
  deadline: VerifiedDeadline,
  own: ReadonlyMap<string, VerifiedReminder>,
  runs: boolean,
  { found, holidaysAt }: CaseRows,
  changesOf: ChangesOf,
  say: Say,
): void {
  const [opened] = changesOf(deadline, 'open');
  const [missed] = changesOf(deadline, 'missed');
  if (!opened) return;
  // Texts are planned where there is a way to send them: that may have changed since.
  const ofOpening = withHolidays(holidaysAt(opened.at), () =>
    remindersOfOpening(deadline, true, londonDateOf(opened.at), opened.at),
  );
  const ofMiss = (at: string | undefined, stands: boolean, texts: boolean): Planned[] =>
    at === undefined ? [] : withHolidays(holidaysAt(at), () => remindersOfMiss(deadline, stands, texts, at));
  const allowed = new Map(ofOpening.map(({ key, at }) => [key, { first: at, last: at }]));
  // What goes out at once has the instant of its transaction; everything else the same one whenever it is planned.
  for (const { key, at } of ofOpening)
    if (at === opened.at) allowed.set(key, { first: at, last: plus(at, AT_ONCE) });
  if (missed) {
    const latest = ofMiss(plus(missed.at, AT_ONCE), true, true);
    ofMiss(missed.at, true, true).forEach(({ key, at }, n) =>
      allowed.set(key, { first: at, last: latest[n]?.at ?? at }),
    );
  }
  for (const [key, { at }] of own) {
    const planned = allowed.get(key);
    if (planned && at !== planned.first && !isAsPlanned(at, planned.first, planned.last))
      say('I4', `A reminder of ${deadline.due} is at the wrong time: ${offsetOf(key)}`, 'reminders');
  }
  // One whose case left the stage and came back is late without being told so again.
  const stands = runs && missed?.stage === found.stage;
  // What fell due in the very moment of the opening may have been left out.
  const aMomentLater = plus(opened.at, A_MOMENT);
  const needed = ofOpening.filter(
    ({ template, at }) => template !== TEXT && (at <= opened.at || at > aMomentLater),
  );
  for (const { key } of [...needed, ...ofMiss(missed?.at, stands, false)])
    if (!own.has(key)) say('I4', `A reminder of ${deadline.due} is missing: ${offsetOf(key)}`, 'reminders');
  // Both sides are told of a miss, also where the case has left the stage by it.
  const ofItsMiss = new Set(
    missed ? remindersOfMiss(deadline, false, true, missed.at).map(({ key }) => key) : [],
  );
  for (const [key, { status }] of own) {
    if (!allowed.has(key))
      say('I4', `A reminder of ${deadline.due} is not in the plan: ${offsetOf(key)}`, 'reminders');
    const mayWait =
      deadline.status === 'open' || (deadline.status === 'missed' && (runs || ofItsMiss.has(key)));
    if (!mayWait && status === 'planned')
      say('I7', `A reminder still waits of ${deadline.due}, which is ${deadline.status}`, 'reminders');
    if (deadline.status === 'open' && status === 'superseded')
      say('I4', `A reminder of ${deadline.due} was taken back although it still runs`, 'reminders');
  }
}

/** `first` and `last` are the same where the plan gives an instant of the calendar; earlier releases may have given another. */
const isAsPlanned = (at: string, first: string, last: string): boolean =>
  (at >= first && at <= last) || (first === last && formerInstants(first).includes(at));

const offsetOf = (key: string): string => key.split('|').slice(1).join(' ');

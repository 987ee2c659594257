// When people are reminded of a date, as a pure plan: the same deadline always gives the same reminders.

import { currentHolidays, londonDateOf, type PlainDate } from '../calendar';
import { instantAt } from '../calendar/london';
import { dayOf, type DayNumber } from '../calendar/plain-date';
import { textMorning } from './quiet-hours';

export interface Reminded {
  /** The day on which the clock was opened. */
  opened: PlainDate;
  due: PlainDate;
  familyRight: boolean;
}

export interface PlannedReminder {
  /** Working days before the due day; `start` when it opens. */
  offset: string;
  to: 'responsible' | 'family';
  template:
    | 'duty-opened'
    | 'duty-watch'
    | 'duty-reminder'
    | 'duty-last-day'
    | 'right-opened'
    | 'right-reminder'
    | 'right-last-day';
  /** UTC instant; nothing where it goes out at once. */
  at?: string;
}

/** Working days before the due day, and how long the whole time must be for a reminder to make sense. */
const dutyOffsets = [
  { before: 10, ifAtLeast: 15 },
  { before: 5, ifAtLeast: 7 },
  { before: 1, ifAtLeast: 2 },
  { before: 0, ifAtLeast: 1 },
];
const rightOffsets = [
  { before: 20, ifAtLeast: 25 },
  { before: 10, ifAtLeast: 12 },
  { before: 5, ifAtLeast: 6 },
  { before: 2, ifAtLeast: 3 },
  { before: 1, ifAtLeast: 2 },
  { before: 0, ifAtLeast: 0 },
];
/** Working days after a miss; then every ten, six times in all. */
const overdueOffsets = [3, 10, 20, 30, 40, 50];

const MORNING = 9 * 60;
/** What may wait in a list of several goes out in time for the list, which is sent at eight. */
const BEFORE_THE_LIST = 7 * 60 + 55;
/** Working days before a duty from which on a reminder is urgent and never one of a list. */
const URGENT = 1;
/** Working days before the due day of which a family is told by text as well. */
const textedBefore = [1, 0];

const words = {
  right: { opened: 'right-opened', reminder: 'right-reminder', last: 'right-last-day' },
  duty: { opened: 'duty-opened', reminder: 'duty-reminder', last: 'duty-last-day' },
} as const;

/** The plan for a deadline that opens at `now`. Reminders whose time has passed are left out: no burst. */
export function plannedReminders({ opened, due, familyRight }: Reminded, now: string): PlannedReminder[] {
  const to = familyRight ? 'family' : 'responsible';
  const template = familyRight ? words.right : words.duty;
  const planned: PlannedReminder[] = [{ offset: 'start', to, template: template.opened }];
  if (!familyRight) planned.push({ offset: 'start', to: 'family', template: 'duty-watch' });
  const last = dayOf(due);
  const length = workingDaysTo(last, opened);
  for (const { before, ifAtLeast } of familyRight ? rightOffsets : dutyOffsets) {
    if (length < ifAtLeast) continue;
    const at = instantAt(
      daysBefore(last, before),
      familyRight || before <= URGENT ? MORNING : BEFORE_THE_LIST,
    );
    if (at > now)
      planned.push({
        offset: `-${before}`,
        to,
        template: before === 0 ? template.last : template.reminder,
        at,
      });
  }
  return planned;
}

/** Mornings on which whoever is late is told so again. */
export function overdueMornings(due: PlainDate): string[] {
  const last = dayOf(due);
  return overdueOffsets.map((after) => instantAt(currentHolidays().openAfter(last, after), MORNING));
}

/** When earlier releases sent what now goes out at this instant: before there were lists, everything at nine. */
export function formerInstants(at: string): string[] {
  const day = dayOf(londonDateOf(at));
  return at === instantAt(day, BEFORE_THE_LIST) ? [instantAt(day, MORNING)] : [];
}

/** Working days from a day to the last one; below zero where it is past. */
function workingDaysTo(last: DayNumber, opened: PlainDate): number {
  const from = dayOf(opened);
  const holidays = currentHolidays();
  return last >= from ? holidays.openBetween(from, last) : -holidays.openBetween(last, from);
}

/** So many working days before; the last day itself, also where it is not a working day. */
const daysBefore = (last: DayNumber, before: number): DayNumber =>
  before === 0 ? last : currentHolidays().openBefore(last, before);

/** Texts to a family that has the right or owes the duty, beside the e-mails; none in quiet hours, none too late. */
export function plannedTexts({ opened, due }: Reminded, now: string): { offset: string; at: string }[] {
  const last = dayOf(due);
  const length = workingDaysTo(last, opened);
  const texts: { offset: string; at: string }[] = [];
  for (const before of textedBefore) {
    if (length < before) continue;
    const at = textMorning(daysBefore(last, before));
    // Over a weekend both may move to the same morning: one is enough.
    if (at > now && !texts.some((other) => other.at === at)) texts.push({ offset: `text-${before}`, at });
  }
  return texts;
}

/** Whether a reminder may wait in a list of several. */
export const mayBeListed = (template: string, offset: string): boolean =>
  template === 'duty-reminder' && Number(offset) < -URGENT;

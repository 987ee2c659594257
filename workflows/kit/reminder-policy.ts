// When people are reminded of a date, as a pure plan: the same deadline always gives the same reminders.

import {
  londonInstant,
  subtractWorkingDays,
  addWorkingDays,
  workingDaysBetween,
  type PlainDate,
} from '../calendar';

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
export const dutyOffsets = [
  { before: 10, ifAtLeast: 15 },
  { before: 5, ifAtLeast: 7 },
  { before: 1, ifAtLeast: 2 },
  { before: 0, ifAtLeast: 1 },
];
export const rightOffsets = [
  { before: 20, ifAtLeast: 25 },
  { before: 10, ifAtLeast: 12 },
  { before: 5, ifAtLeast: 6 },
  { before: 2, ifAtLeast: 3 },
  { before: 1, ifAtLeast: 2 },
  { before: 0, ifAtLeast: 0 },
];
/** Working days after a miss; then every ten, six times in all. */
export const overdueOffsets = [3, 10, 20, 30, 40, 50];

const MORNING = '09:00';

/** The plan for a deadline that opens at `now`. Reminders whose time has passed are left out: no burst. */
export function plannedReminders({ opened, due, familyRight }: Reminded, now: string): PlannedReminder[] {
  const length = workingDaysBetween(opened, due);
  const offsets = familyRight ? rightOffsets : dutyOffsets;
  const timed = offsets
    .filter(({ ifAtLeast }) => length >= ifAtLeast)
    .map(({ before }): PlannedReminder => {
      const last = before === 0;
      return {
        offset: `-${before}`,
        to: familyRight ? 'family' : 'responsible',
        template: familyRight
          ? last
            ? 'right-last-day'
            : 'right-reminder'
          : last
            ? 'duty-last-day'
            : 'duty-reminder',
        at: morning(due, before),
      };
    })
    .filter(({ at }) => (at as string) > now);
  return [
    {
      offset: 'start',
      to: familyRight ? 'family' : 'responsible',
      template: familyRight ? 'right-opened' : 'duty-opened',
    },
    ...(familyRight ? [] : [{ offset: 'start', to: 'family', template: 'duty-watch' } as const]),
    ...timed,
  ];
}

/** Mornings on which whoever is late is told so again. */
export const overdueMornings = (due: PlainDate): string[] =>
  overdueOffsets.map((after) => londonInstant(addWorkingDays(due, after), MORNING));

/** A working morning; for the last day itself, that day even where it is not a working day. */
const morning = (due: PlainDate, before: number): string =>
  londonInstant(before === 0 ? due : subtractWorkingDays(due, before), MORNING);

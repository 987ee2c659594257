// The sentences in which a rule tells its working.

import type { Clock, Confidence, Period } from '../calendar';

const units: Record<Period['unit'], [one: string, many: string]> = {
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  'working-days': ['working day', 'working days'],
  'school-days': ['school day', 'school days'],
};

/** `3 working days`; `2 weeks before` for a period that is counted back. */
export const periodInWords = ({ n, unit }: Period): string =>
  n < 0 ? `${periodInWords({ n: -n, unit })} before` : `${n} ${units[unit][n === 1 ? 0 : 1]}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a period leaves out, to follow "leaving out"; nothing where every day counts. */
export function leftOutInWords({ unit }: Period, clock: Clock): string | undefined {
  const closed = clock.closedPeriods === 'not-counted' ? 'August and 25 December to 1 January' : undefined;
  const weekends = 'Saturdays, Sundays and bank holidays';
  if (unit === 'working-days') return closed === undefined ? weekends : `${weekends}, ${closed}`;
  if (unit === 'school-days') return `${weekends} and days outside term`;
  return closed;
}

export const closingInWords = (clock: Clock): string =>
  clock.closesAt === undefined
    ? 'It is in time until the end of that day.'
    : 'It must arrive by 5pm on that day.';

/** Why a last day that is closed stays where it is, or moves. */
export const movingInWords = (clock: Clock): string =>
  clock.rollsOver
    ? `This law moves it (${clock.law}).`
    : 'Under this law the date does not move to the next working day.';

/** What a reader must know of how well the rule was checked; nothing where its own words were read. */
export function confidenceInWords(confidence: Confidence): string | undefined {
  switch (confidence) {
    case 'seen':
      return undefined;
    case 'secondary':
      return 'The period was checked in guidance about the law, not in the words of the law itself.';
    case 'unconfirmed':
      return 'This period is unconfirmed: the source could not be read. Check it before you rely on it.';
  }
}

// Dates for a calendar (RFC 5545). Titles say nothing about anybody: calendars are read on lock screens, shared in
// families and kept on other people's servers.

import { createHash } from 'node:crypto';
import { addDays, type PlainDate } from '../../workflows/calendar';
import type { CaseDates, PlainDeadline } from '../engine';

const LONGEST_LINE = 75;
/** How often a calendar that follows a feed should look again. */
const LOOK_AGAIN = 'PT6H';

interface Event {
  uid: string;
  sequence: number;
  day: PlainDate;
  title: string;
  state: 'open' | 'missed' | 'over';
}

/** The open dates of one case. `now`: when the file was made, ISO 8601 UTC. */
export const calendarFile = (dates: CaseDates, now: string): string =>
  fileOf(
    eventsOf(dates).filter(({ state }) => state === 'open'),
    now,
  );

/** One open date of a case, as the same event as in its whole calendar; nothing where it is not open. */
export function dateFile(
  dates: Omit<CaseDates, 'deadlines'> & { deadlines: (PlainDeadline & { id: string })[] },
  id: string,
  now: string,
): string | undefined {
  const one = dates.deadlines.find((date) => date.id === id);
  if (one?.status !== 'open') return undefined;
  // With its earlier rounds: they tell a calendar that the date has moved.
  const clock = dates.deadlines.filter(({ rule, point }) => rule === one.rule && point === one.point);
  return calendarFile({ ...dates, deadlines: clock }, now);
}

/** All dates of a person, to be fetched again and again: a date that moved is the same event, one that fell away is cancelled. */
export const calendarFeed = (cases: CaseDates[], now: string): string =>
  fileOf(cases.flatMap(eventsOf), now, [
    'X-WR-CALNAME:Recourse',
    `REFRESH-INTERVAL;VALUE=DURATION:${LOOK_AGAIN}`,
    `X-PUBLISHED-TTL:${LOOK_AGAIN}`,
  ]);

/** Days of no case, as an answer to a question has them: `key` tells one from another. */
export const dayFile = (days: { key: string; due: PlainDate; own: boolean }[], now: string): string =>
  fileOf(
    days.map(({ key, due, own }) => ({
      uid: uidOf(`${key}|${due}`),
      sequence: 0,
      day: due,
      title: own ? 'Last day to act' : 'Someone must act',
      state: 'open',
    })),
    now,
  );

/** The clock of a rule is set anew each time its date moves, and the old one kept: the latest is what counts. */
function eventsOf({ ref, parts, deadlines }: CaseDates): Event[] {
  const clocks = new Map<string, PlainDeadline[]>();
  for (const date of deadlines) {
    const clock = `${date.rule}|${date.point ?? ''}`;
    clocks.set(clock, [...(clocks.get(clock) ?? []), date]);
  }
  return [...clocks].flatMap(([clock, rounds]): Event[] => {
    const latest = rounds.find(({ status }) => status === 'open') ?? rounds.at(-1);
    if (!latest) return [];
    const state = latest.status === 'open' || latest.status === 'missed' ? latest.status : 'over';
    return [
      {
        uid: uidOf(`${ref}|${clock}`),
        // Rises when a date moves and when it falls away, and again when it comes back.
        sequence: 2 * (rounds.length - 1) + (state === 'over' ? 1 : 0),
        day: latest.due,
        title: `${ref}: ${titleOf(latest, parts)}`,
        state,
      },
    ];
  });
}

function titleOf({ owedBy, status }: PlainDeadline, parts: CaseDates['parts']): string {
  if (status === 'missed') return 'this date was missed';
  return parts.includes(owedBy) ? 'last day to act' : 'someone must act';
}

function fileOf(events: Event[], now: string, head: string[] = []): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Recourse//Dates of a case//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...head,
    ...events.flatMap(({ uid, sequence, day, title, state }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${bare(day)}`,
      `DTEND;VALUE=DATE:${bare(addDays(day, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `STATUS:${state === 'over' ? 'CANCELLED' : 'CONFIRMED'}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** The same for the same clock of the same case, however often it moves; says nothing about what it is. */
const uidOf = (about: string): string =>
  `${createHash('sha256').update(about).digest('hex').slice(0, 32)}@recourse`;

const bare = (date: PlainDate): string => date.replace(/-/g, '');

/** Text as a value: RFC 5545 section 3.3.11. */
export const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (symbol) => `\\${symbol}`).replace(/\r\n|\r|\n/g, '\\n');

/** At most 75 octets a line, never cutting a character in two: RFC 5545 section 3.1. */
export function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  for (const character of line) {
    if (Buffer.byteLength(row + character) > LONGEST_LINE) {
      rows.push(row);
      row = ' ';
    }
    row += character;
  }
  return [...rows, row].join('\r\n');
}

// The open dates of a case for a calendar (RFC 5545). Titles say nothing about anybody: calendars are read on lock
// screens, shared in families and kept on other people's servers.

import { createHash } from 'node:crypto';
import { addDays, type PlainDate } from '../../workflows/calendar';
import type { CaseView, DeadlineView } from '../engine';

const LONGEST_LINE = 75;

/** `now`: when the file was made, ISO 8601 UTC. */
export function calendarFile(
  { ref, parts, deadlines }: Pick<CaseView, 'ref' | 'parts' | 'deadlines'>,
  now: string,
): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = deadlines
    .filter(({ status }) => status === 'open')
    .flatMap((date) => {
      const rounds = deadlines.filter((other) => sameClock(date, other)).length;
      return [
        'BEGIN:VEVENT',
        `UID:${uidOf(ref, date)}`,
        `DTSTAMP:${stamp}`,
        // Each time a date moves its clock is set anew and the old one kept: the number of them only grows.
        `SEQUENCE:${rounds - 1}`,
        `DTSTART;VALUE=DATE:${day(date.due)}`,
        `DTEND;VALUE=DATE:${day(addDays(date.due, 1))}`,
        `SUMMARY:${escaped(`${ref}: ${parts.includes(date.owedBy) ? 'last day to act' : 'someone must act'}`)}`,
        'CLASS:PRIVATE',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Recourse//Dates of a case//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const sameClock = (a: DeadlineView, b: DeadlineView): boolean => a.rule === b.rule && a.point === b.point;

/** The same for the same clock of the same case, however often it moves; says nothing about what it is. */
function uidOf(ref: string, { rule, point = '' }: DeadlineView): string {
  const digest = createHash('sha256').update(`${ref}|${rule}|${point}`).digest('hex');
  return `${digest.slice(0, 32)}@recourse`;
}

const day = (date: PlainDate): string => date.replace(/-/g, '');

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

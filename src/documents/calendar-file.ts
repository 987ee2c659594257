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
  return fileOf(
    deadlines
      .filter(({ status }) => status === 'open')
      .map((date) => ({
        uid: uidOf(`${ref}|${date.rule}|${date.point ?? ''}`),
        // Each time a date moves its clock is set anew and the old one kept: the number of them only grows.
        sequence: deadlines.filter((other) => sameClock(date, other)).length - 1,
        due: date.due,
        summary: `${ref}: ${parts.includes(date.owedBy) ? OWN : OTHERS}`,
      })),
    now,
  );
}

/** Days of no case: `key` tells one from another. */
export function dayFile(days: { key: string; due: PlainDate; own: boolean }[], now: string): string {
  return fileOf(
    days.map(({ key, due, own }) => ({
      uid: uidOf(`${key}|${due}`),
      sequence: 0,
      due,
      summary: own ? capitalised(OWN) : capitalised(OTHERS),
    })),
    now,
  );
}

const OWN = 'last day to act';
const OTHERS = 'someone must act';
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Entry {
  uid: string;
  sequence: number;
  due: PlainDate;
  summary: string;
}

function fileOf(entries: Entry[], now: string): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = entries.flatMap(({ uid, sequence, due, summary }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${day(due)}`,
    `DTEND;VALUE=DATE:${day(addDays(due, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
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
const uidOf = (clock: string): string =>
  `${createHash('sha256').update(clock).digest('hex').slice(0, 32)}@recourse`;

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

import { explainUntyped } from '../../workflows/law';
import type { DeadlineStatus, DeadlineView } from '../engine';
import { calendarFeed, calendarFile, dateFile, escaped, folded } from './calendar-file';

const NOW = '2026-11-13T09:05:00.000Z';
const working = explainUntyped('named.date', { named: '2026-12-04' });

const date = (due: string, status: DeadlineStatus, more: Partial<DeadlineView> = {}): DeadlineView => ({
  id: due,
  rule: 'compliance.point',
  title: 'Speech therapy for ZZCHILD',
  owedBy: 'ICB (responsible commissioner)',
  owedByName: 'NHS ZZPLACE',
  status,
  due,
  dueAt: `${due}T23:59:59.999Z`,
  kind: 'statutory',
  basis: '',
  familyRight: false,
  ifMissed: '',
  workingDaysLeft: 1,
  working,
  ...more,
});

const file = (...deadlines: DeadlineView[]) =>
  calendarFile({ ref: 'RC-7F3K-Q2MW-9XC', parts: ['parent or young person'], deadlines }, NOW);
const values = (text: string, name: string) =>
  text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => line.startsWith(name))
    .map((line) => line.slice(line.indexOf(':') + 1));

describe('The calendar file of a case', () => {
  it('has a whole day for each open date and nothing for the others', () => {
    const text = file(
      date('2026-12-04', 'open'),
      date('2026-12-31', 'open', { point: '2' }),
      date('2026-11-01', 'met', { rule: 'other' }),
      date('2026-11-02', 'missed', { rule: 'another' }),
    );
    expect(values(text, 'DTSTART;VALUE=DATE')).toEqual(['20261204', '20261231']);
    expect(values(text, 'DTEND;VALUE=DATE')).toEqual(['20261205', '20270101']);
    expect(values(text, 'DTSTAMP')).toEqual(['20261113T090500Z', '20261113T090500Z']);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('keeps the UID of a date that moves and raises its SEQUENCE', () => {
    const before = file(date('2026-12-04', 'open'));
    const after = file(date('2026-12-04', 'superseded'), date('2026-12-11', 'open'));
    expect(values(after, 'UID')).toEqual(values(before, 'UID'));
    expect(values(before, 'SEQUENCE')).toEqual(['0']);
    expect(values(after, 'SEQUENCE')).toEqual(['2']);
    expect(values(after, 'DTSTART')).toEqual(['20261211']);
  });

  it('has one date alone as the same event, with its moves, and nothing of a date that does not run', () => {
    const dates = {
      ref: 'RC-7F3K-Q2MW-9XC',
      parts: ['parent or young person' as const],
      deadlines: [
        date('2026-12-04', 'superseded', { id: 'first' }),
        date('2026-12-11', 'open', { id: 'moved' }),
        date('2026-12-18', 'open', { id: 'other', rule: 'other' }),
      ],
    };
    const one = dateFile(dates, 'moved', NOW) ?? '';
    const all = calendarFile(dates, NOW);
    expect(values(one, 'DTSTART;VALUE=DATE')).toEqual(['20261211']);
    expect([values(one, 'UID'), values(one, 'SEQUENCE')]).toEqual([[values(all, 'UID')[0]], ['2']]);
    expect(values(dateFile(dates, 'other', NOW) ?? '', 'UID')).toEqual([values(all, 'UID')[1]]);
    expect([dateFile(dates, 'first', NOW), dateFile(dates, 'none', NOW)]).toEqual([undefined, undefined]);
  });

  it('cancels a date that falls away in a feed, and takes it up again as the same event', () => {
    const feed = (...deadlines: DeadlineView[]) =>
      calendarFeed([{ ref: 'RC-7F3K-Q2MW-9XC', parts: [], deadlines }], NOW);
    const story = [
      feed(date('2026-12-04', 'open')),
      feed(date('2026-12-04', 'superseded')),
      feed(date('2026-12-04', 'superseded'), date('2026-12-11', 'open')),
      feed(date('2026-12-04', 'superseded'), date('2026-12-11', 'met')),
    ];
    expect(story.map((text) => values(text, 'STATUS')).flat()).toEqual([
      'CONFIRMED',
      'CANCELLED',
      'CONFIRMED',
      'CANCELLED',
    ]);
    expect(story.map((text) => values(text, 'SEQUENCE')).flat()).toEqual(['0', '1', '2', '3']);
    expect(new Set(story.map((text) => values(text, 'UID')).flat()).size).toBe(1);
    expect(values(story[2] as string, 'DTSTART;VALUE=DATE')).toEqual(['20261211']);
    expect(values(feed(date('2026-11-02', 'missed')), 'SUMMARY')).toEqual([
      'RC-7F3K-Q2MW-9XC: this date was missed',
    ]);
  });

  it('gives every point of an agreement its own UID', () => {
    const uids = values(
      file(date('2026-12-04', 'open', { point: '1' }), date('2026-12-04', 'open', { point: '2' })),
      'UID',
    );
    expect(new Set(uids).size).toBe(2);
  });

  it('says nothing about a child, a place or what is owed', () => {
    const text = file(
      date('2026-12-04', 'open'),
      date('2026-12-07', 'open', { owedBy: 'parent or young person', rule: 'own' }),
    );
    expect(text).not.toMatch(/ZZ|therapy|compliance|council|ICB/);
    expect(values(text, 'SUMMARY')).toEqual([
      'RC-7F3K-Q2MW-9XC: someone must act',
      'RC-7F3K-Q2MW-9XC: last day to act',
    ]);
    expect(text).not.toMatch(/LOCATION|DESCRIPTION/);
  });

  it('escapes and folds as RFC 5545 wants, at 75 octets and never inside a character', () => {
    expect(escaped('a;b,c\\d\ne\r\nf')).toBe('a\\;b\\,c\\\\d\\ne\\nf');
    const long = `SUMMARY:${'é–😀x'.repeat(40)}`;
    const rows = folded(long).split('\r\n');
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
      expect(row).not.toContain('\uFFFD');
    }
    expect(rows.map((row, n) => (n === 0 ? row : row.slice(1))).join('')).toBe(long);
    expect(folded('SHORT:line')).toBe('SHORT:line');
    expect(folded('X'.repeat(75))).toBe('X'.repeat(75));
  });
});

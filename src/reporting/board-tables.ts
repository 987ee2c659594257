// What a board report says, once: the page, the PDF and the CSV are made of these numbers and of no others.

import { formatDate, londonDateOf } from '../../workflows/calendar';
import { isRuleId, ruleOf } from '../../workflows/law';
import { bullets, heading, paragraph, strong, type BarGroup, type Block, type Paper } from '../papers';
import type { BoardReportView } from './board-reports';
import { csvOf } from './csv';
import type { BoardContent, TimedNumbers } from './entities';
import { FEWEST_DUE, FEWEST_LATE, patternInWords, type Pattern } from './patterns';
import { quarterInWords } from './quarter';

export interface BoardTable {
  id: string;
  title: string;
  header: string[];
  rows: string[][];
}

export interface BoardTables {
  /** The four numbers, with those of the quarter before. */
  numbers: { title: string; now: string; before: string }[];
  chart: { title: string; summary: string; groups: BarGroup[] };
  tables: BoardTable[];
  patterns: { title: string; lines: string[] }[];
  /** What is said where there are none. */
  noPattern: string;
}

const MOST_CAUSES = 10;

export function boardTables({ content, before, patterns }: BoardReportView): BoardTables {
  const last = (of: (content: BoardContent) => string): string => (before ? of(before) : 'no figures');
  const shares: [title: string, of: (content: BoardContent) => { part: number; whole: number }][] = [
    [
      'Escalations decided in time',
      ({ escalations }) => ({ part: escalations.decidedInTime, whole: escalations.decided }),
    ],
    ['Promises kept on time', ({ promises }) => ({ part: promises.onTime, whole: promises.due })],
    ['Duties met on time', ({ duties }) => ({ part: duties.onTime, whole: duties.due })],
  ];
  const received = ({ escalations }: BoardContent) => String(escalations.received);
  const numbers = [
    { title: 'Escalations received', now: received(content), before: last(received) },
    ...shares.map(([title, of]) => ({
      title,
      now: ofWhole(of(content)),
      before: last((each) => ofWhole(of(each))),
    })),
  ];
  const groups = shares.map(([title, of]): BarGroup => {
    const bar = (label: string, { part, whole }: { part: number; whole: number }) => ({
      label,
      value: whole === 0 ? 0 : Math.round((100 * part) / whole),
      shown: ofWhole({ part, whole }),
    });
    return {
      title,
      bars: [
        bar('This quarter', of(content)),
        ...(before ? [{ ...bar('Last quarter', of(before)), other: true as const }] : []),
      ],
    };
  });
  const summary = groups
    .map(({ title, bars }) => `${title}: ${bars.map(({ label, shown }) => `${label} ${shown}`).join(', ')}`)
    .join('. ');
  return {
    numbers,
    chart: { title: 'Done in time', summary, groups },
    tables: [
      table('escalations', 'Escalations', content, before, ({ escalations }) => [
        ['Received', escalations.received],
        ['Decided', escalations.decided],
        ['Decided in time', escalations.decidedInTime],
        ['Not decided two weeks after the quarter', escalations.waiting],
      ]),
      table('promises', 'Promises that fell due', content, before, ({ promises }) => rowsOf(promises)),
      table('duties', 'Duties that fell due', content, before, ({ duties }) => rowsOf(duties)),
      {
        id: 'causes',
        title: 'What was late most often',
        header: ['Duty', 'Families it was due for', 'Families it was late for', 'Share late'],
        rows: content.causes
          .filter(({ late }) => late > 0)
          .slice(0, MOST_CAUSES)
          .map(({ rule, due, late }) => [
            dutyTitle(rule),
            String(due),
            String(late),
            `${Math.round((100 * late) / due)}%`,
          ]),
      },
    ],
    patterns: patternsInWords(patterns),
    noPattern: NO_PATTERN,
  };
}

export const patternsInWords = (patterns: Pattern[]): BoardTables['patterns'] =>
  patterns.map((pattern) => ({ title: dutyTitle(pattern.duty), lines: patternInWords(pattern) }));

const ofWhole = ({ part, whole }: { part: number; whole: number }): string =>
  whole === 0 ? 'none' : `${part} of ${whole} (${Math.round((100 * part) / whole)}%)`;

const rowsOf = ({ due, onTime, doneLate, notDone }: TimedNumbers): [string, number][] => [
  ['Fell due', due],
  ['Done on time', onTime],
  ['Done late', doneLate],
  ['Not done two weeks after the quarter', notDone],
];

function table(
  id: string,
  title: string,
  now: BoardContent,
  before: BoardContent | undefined,
  of: (content: BoardContent) => [string, number][],
): BoardTable {
  const last = before && of(before);
  return {
    id,
    title,
    header: ['What', 'This quarter', 'Last quarter'],
    rows: of(now).map(([what, count], n) => [
      what,
      String(count),
      last ? String(last[n]?.[1]) : 'no figures',
    ]),
  };
}

const dutyTitle = (rule: string): string => (isRuleId(rule) ? ruleOf(rule).title : rule);

export const NO_PATTERN = `No duty stands out. A pattern needs at least ${FEWEST_DUE} families in the last four quarters. At least ${FEWEST_LATE} of them must have waited too long, in two quarters, and clearly more often than at all other bodies. Fewer cases cannot show one, and do not show that there is none.`;

export const CARE =
  'For the board and not for publication: small numbers could point to a family. The figures that may be published are on the public page.';

export const COUNTED =
  'Only disputes that this service carried are counted. Nothing is called late before the last day that any reading of the law allows.';

export function boardPaper(view: BoardReportView): Paper {
  const { numbers, chart, tables, patterns, noPattern } = boardTables(view);
  const { narrative } = view;
  return {
    title: `Board report, ${quarterInWords(view.quarter)}`,
    reference: `${view.quarter}, as at ${formatDate(view.cutOff)}`,
    issuer: view.organisation.name,
    dated: narrative ? londonDateOf(narrative.writtenAt) : londonDateOf(view.builtAt),
    asAt: narrative?.writtenAt ?? view.builtAt,
    blocks: [
      { kind: 'notice', runs: [{ text: CARE }] },
      heading('Four numbers'),
      {
        kind: 'table',
        caption: 'This quarter and the one before',
        header: ['What', 'This quarter', 'Last quarter'],
        rows: numbers.map(({ title, now, before }) => [title, now, before]),
        numeric: [1, 2],
      },
      { kind: 'chart', ...chart, largest: 100 },
      ...(narrative
        ? [
            heading('What the executive says'),
            ...narrative.text.split(/\n\s*\n/).map((part) => paragraph(part.trim())),
          ]
        : []),
      heading('Patterns'),
      ...(patterns.length > 0
        ? patterns.flatMap(({ title, lines }): Block[] => [heading(title, 3), bullets(...lines)])
        : [paragraph(noPattern)]),
      ...tables
        .filter(({ rows }) => rows.length > 0)
        .flatMap(({ title, header, rows }): Block[] => [
          heading(title),
          {
            kind: 'table',
            caption: `${title}, ${quarterInWords(view.quarter)}`,
            header,
            rows,
            numeric: header.slice(1).map((_, n) => n + 1),
          },
        ]),
      paragraph(
        strong('How it was counted. '),
        COUNTED,
        ` Frozen on ${formatDate(londonDateOf(view.builtAt))} and not changed since.`,
      ),
    ],
  };
}

export function boardCsv(view: BoardReportView): string {
  const { tables } = boardTables(view);
  const rows = tables.flatMap(({ title, header, rows: own }) =>
    own.flatMap(([what = '', ...cells]) =>
      cells.map((cell, n) => [view.quarter, title, what, header[n + 1] ?? '', cell]),
    ),
  );
  return csvOf(['quarter', 'table', 'what', 'column', 'value'], rows);
}

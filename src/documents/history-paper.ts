// The history of a case as a paper: every date and every entry of the journal, with the hash that proves it.

import { formatDate } from '../../workflows/calendar';
import type { CaseView, TimelineEntry } from '../engine';
import { heading, paragraph, strong, type Block, type Paper } from '../papers';
import { answersIn } from './case-papers';

const STATUS = {
  open: 'runs',
  met: 'done in time',
  'met-late': 'done late',
  missed: 'missed',
  superseded: 'no longer needed',
};

export function historyPaper(view: CaseView, entries: TimelineEntry[]): Paper {
  const last = entries.at(-1) as TimelineEntry;
  const dates = view.deadlines.map(({ due, title, pointTitle, owedByName, status, metOn, basis }) => [
    formatDate(due),
    pointTitle ? `${title}: ${pointTitle}` : title,
    owedByName,
    `${STATUS[status]}${metOn ? ` (${formatDate(metOn)})` : ''}`,
    basis,
  ]);
  return {
    title: 'History of the case',
    reference: view.ref,
    dated: last.occurredOn,
    asAt: last.at,
    blocks: [
      paragraph(strong(view.routeTitle), `. Stage: ${view.stage.title}`),
      paragraph(`It has ${entries.length} entries. Times of recording are UTC.`),
      ...(dates.length > 0
        ? [
            heading('Dates'),
            {
              kind: 'table' as const,
              caption: 'Every date of the case',
              header: ['Last day', 'What', 'Who', 'What became of it', 'Legal basis'],
              rows: dates,
            },
          ]
        : []),
      heading('What happened'),
      ...entries.flatMap((entry): Block[] => [
        heading(`${entry.seq}. ${formatDate(entry.occurredOn)}: ${entry.title}`, 3),
        ...answersIn(view, entry),
        paragraph(`By ${entry.by}. Recorded ${entry.at}. Hash ${entry.hash}.`),
      ]),
    ],
  };
}

// The executive's brief on paper: the same facts in the same order as on the page.

import { formatDate, londonInstant, type PlainDate } from '../../workflows/calendar';
import { heading, paragraph, strong, type Block, type Paper } from '../papers';
import type { Brief } from '../reporting';

/** `today`: the day it is as at. */
export function briefPaper({ view, decide, promises, chain, decisions }: Brief, today: PlainDate): Paper {
  const facts = view.facts as { duty?: string; due?: PlainDate; effect?: string };
  const late = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;
  const done = (on: PlainDate | undefined): string => (on ? formatDate(on) : 'Not done');
  return {
    title: 'Brief for the executive',
    reference: view.ref,
    ...(view.turn ? { issuer: view.turn.responsibleName } : {}),
    dated: today,
    asAt: londonInstant(today, '00:00'),
    blocks: [
      ...(decide
        ? [{ kind: 'notice' as const, runs: [{ text: `Decide by ${formatDate(decide.due)}` }] }]
        : []),
      paragraph(`${view.stage.title}. As it was on ${formatDate(today)}.`),
      ...(facts.effect ? [heading('What it means for the child'), paragraph(facts.effect)] : []),
      heading('Promise and fact'),
      ...(promises.length > 0
        ? [
            table(
              'What was promised, and what happened',
              ['Promise', 'Who', 'Due', 'Done', 'Late'],
              promises.map((each) => [
                each.words ?? each.what,
                each.owedBy,
                formatDate(each.due),
                done(each.doneOn),
                late(each.workingDaysLate),
              ]),
            ),
          ]
        : [
            paragraph(
              strong(facts.duty ?? 'A duty'),
              ` was due on ${facts.due ? formatDate(facts.due) : 'no known day'}.`,
            ),
          ]),
      ...(chain.length > 0
        ? [
            heading('How it came to this'),
            table(
              'Every date that was missed, oldest first',
              ['Due', 'What', 'Case', 'Done', 'Legal basis'],
              chain.map(({ due, what, ref, doneOn, basis }) => [
                formatDate(due),
                what,
                ref,
                done(doneOn),
                basis,
              ]),
            ),
          ]
        : []),
      ...(decisions.length > 0
        ? [
            heading('What you can decide'),
            {
              kind: 'rows' as const,
              caption: 'Each decision and what follows from it',
              rows: decisions.map(({ title, follows }): [string, string] => [title, follows]),
            },
          ]
        : []),
    ],
  };
}

const table = (caption: string, header: string[], rows: string[][]): Block => ({
  kind: 'table',
  caption,
  header,
  rows,
});

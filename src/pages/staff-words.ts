// The routes speak to a family: "must send you the findings". Whoever works on the case reads of the family instead.

import type { SaidRow } from './act-form';
import type { casePage } from './case-page';

type CasePage = ReturnType<typeof casePage>;

export const forStaff = (text: string): string =>
  text
    .replace(/\byour\b/g, 'the family’s')
    .replace(/\bYour\b/g, 'The family’s')
    .replace(/\byou\b/g, 'the family')
    .replace(/\bYou\b/g, 'The family');

/** Labels are the questions a family was asked; what it said stays in its own words. */
const labelsForStaff = (rows: SaidRow[]): SaidRow[] =>
  rows.map((row) => ({
    ...row,
    label: forStaff(row.label),
    ...(row.items ? { items: row.items.map(labelsForStaff) } : {}),
  }));

const turnForStaff = (turn: NonNullable<CasePage['turn']>): NonNullable<CasePage['turn']> => ({
  ...turn,
  duty: forStaff(turn.duty),
  ...(turn.noDeadline ? { noDeadline: forStaff(turn.noDeadline) } : {}),
});

/** What a case page says of turns and stages, for staff. What the family reads is quoted, and stays as it is. */
export function pageForStaff(page: CasePage): CasePage {
  const { turn, outcome, stage, steps, links } = page;
  return {
    ...page,
    stage: { ...stage, title: forStaff(stage.title) },
    ...(turn ? { turn: turnForStaff(turn) } : {}),
    ...(outcome ? { outcome: { ...outcome, title: forStaff(outcome.title) } } : {}),
    steps: steps.map((step) => ({ ...step, titles: step.titles.map(forStaff) })),
    what: labelsForStaff(page.what),
    links: links.map((link) => ({ ...link, stage: forStaff(link.stage) })),
  };
}

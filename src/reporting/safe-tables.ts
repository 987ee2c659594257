// Turns true counts into figures that may be published: one table for each measure, made safe as a whole.

import type { Count, QuarterCounts, TimedCounts } from './counts';
import { makeSafe, type Margin, type Published } from './disclosure';
import {
  ALL_ROUTES,
  ENGLAND,
  ENOUGH_FOR_MEDIAN,
  ENOUGH_FOR_NINETIETH,
  parts,
  timedMeasures,
  type Measure,
  type TimedPart,
} from './measures';

/** Fewer disputes than this behind a count, and it is hidden whatever its size. */
const ENOUGH_DISPUTES = 8;

export interface SafeFigure {
  area: string;
  measure: Measure;
  category: string;
  value: Published;
}

/** `areas`: every organisation of the kind, those without any dispute included: their zeros are published too. */
export function safeFigures(counts: QuarterCounts, areas: string[]): SafeFigure[] {
  return [
    ...timedMeasures.flatMap((measure) => timedFigures(measure, counts.timed[measure], areas)),
    ...openedFigures(counts.opened, areas),
  ];
}

const cell = (area: string, category: string): string => `${area}|${category}`;

const NONE: Count = { count: 0, disputes: 0 };

/** A dispute names one organisation of a kind, so different disputes of different organisations may be added up. */
const plus = (a: Count, b: Count): Count => ({
  count: a.count + b.count,
  disputes: a.disputes + b.disputes,
});

const partNames = Object.keys(parts) as TimedPart[];
const [WHOLE, ...OUTCOMES] = partNames as [TimedPart, ...TimedPart[]];

function timedFigures(
  measure: Measure,
  found: ReadonlyMap<string, TimedCounts>,
  areas: string[],
): SafeFigure[] {
  const table = new Map<string, Count>();
  for (const category of partNames) {
    const own = areas.map((area) => found.get(area)?.parts[category] ?? NONE);
    areas.forEach((area, n) => table.set(cell(area, category), own[n] as Count));
    table.set(cell(ENGLAND, category), own.reduce(plus, NONE));
  }
  const margins: Margin[] = [
    ...[...areas, ENGLAND].map((area) => ({
      whole: cell(area, WHOLE),
      parts: OUTCOMES.map((category) => cell(area, category)),
    })),
    ...partNames.map((category) => ({
      whole: cell(ENGLAND, category),
      parts: areas.map((area) => cell(area, category)),
    })),
  ];
  const safe = published(table, margins);
  const days = new Map(areas.map((area) => [area, found.get(area)?.daysLate ?? new Map<number, number>()]));
  const together = new Map<number, number>();
  for (const each of days.values())
    for (const [late, count] of each) together.set(late, (together.get(late) ?? 0) + count);
  days.set(ENGLAND, together);
  return [ENGLAND, ...areas].flatMap((area) => {
    const late = safe(cell(area, 'done-late'));
    const spread = (category: string, share: number, enough: number): SafeFigure => ({
      area,
      measure,
      category,
      value: late === '*' || late < enough ? '*' : quantile(days.get(area) ?? new Map(), share),
    });
    return [
      ...partNames.map((category) => ({ area, measure, category, value: safe(cell(area, category)) })),
      // Where nothing was late there is no middle of it.
      ...(late === 0
        ? []
        : [
            spread('median-days-late', 0.5, ENOUGH_FOR_MEDIAN),
            spread('ninetieth-days-late', 0.9, ENOUGH_FOR_NINETIETH),
          ]),
    ];
  });
}

function openedFigures(found: QuarterCounts['opened'], areas: string[]): SafeFigure[] {
  const table = new Map<string, Count>();
  const england = new Map<string, Count>([[ALL_ROUTES, NONE]]);
  for (const own of found.values())
    for (const [category, count] of own) england.set(category, plus(england.get(category) ?? NONE, count));
  const categories = [...england.keys()];
  const routes = categories.filter((category) => category !== ALL_ROUTES && !category.includes('/'));
  // Stages are published for England only: an area, a route and a stage at once would be about single families.
  const everywhere = [ALL_ROUTES, ...routes];
  for (const category of categories) table.set(cell(ENGLAND, category), england.get(category) as Count);
  for (const area of areas)
    for (const category of everywhere)
      table.set(cell(area, category), found.get(area)?.get(category) ?? NONE);
  const margins: Margin[] = [
    ...[ENGLAND, ...areas].map((area) => ({
      whole: cell(area, ALL_ROUTES),
      parts: routes.map((route) => cell(area, route)),
    })),
    ...everywhere.map((category) => ({
      whole: cell(ENGLAND, category),
      parts: areas.map((area) => cell(area, category)),
    })),
    ...routes.map((route) => ({
      whole: cell(ENGLAND, route),
      parts: categories.filter((category) => category.startsWith(`${route}/`)).map((c) => cell(ENGLAND, c)),
    })),
  ];
  const safe = published(table, margins);
  return [
    ...categories.map((category) => [ENGLAND, category] as const),
    ...areas.flatMap((area) => everywhere.map((category) => [area, category] as const)),
  ].map(([area, category]) => ({ area, measure: 'opened', category, value: safe(cell(area, category)) }));
}

function published(table: Map<string, Count>, margins: Margin[]): (name: string) => Published {
  const counts = Object.fromEntries([...table].map(([name, { count }]) => [name, count]));
  const few = new Set(
    [...table].filter(([, { disputes }]) => disputes < ENOUGH_DISPUTES).map(([name]) => name),
  );
  const safe = makeSafe(counts, margins, few).published;
  return (name) => safe[name] as Published;
}

/** The smallest number of days that at least this share is not later than. */
function quantile(days: ReadonlyMap<number, number>, share: number): number {
  const sorted = [...days].sort(([a], [b]) => a - b);
  const all = sorted.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [late, count] of sorted) {
    seen += count;
    if (seen >= share * all) return late;
  }
  return 0;
}

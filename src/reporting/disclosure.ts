// Makes a table of counts safe to publish, following the NHS rule for small numbers below England: 0 stays 0, 1 to 7 are
// not shown, the rest are rounded to 5. What could still be worked out by subtraction is hidden as well.

/** A count as published: hidden where it is not a number. */
export type Published = number | '*';

/** One addition that a reader can check: the parts of a whole that is itself published. */
export interface Margin {
  whole: string;
  parts: string[];
}

export interface Interval {
  low: number;
  high: number;
}

const HIDDEN: Interval = { low: 1, high: 7 };
const STEP = 5;
const HALF = Math.floor(STEP / 2);

/** What one count may be published as, by itself. */
export function publishedAs(count: number): Published {
  if (count === 0) return 0;
  if (count <= HIDDEN.high) return '*';
  return Math.round(count / STEP) * STEP;
}

/**
 * The counts of one frozen period, made safe together. Where the additions would still tell a hidden count, the
 * smallest published part of that addition is hidden too, and at last its whole.
 */
export function makeSafe(counts: Record<string, number>, margins: Margin[]): Record<string, Published> {
  const table = Object.fromEntries(Object.entries(counts).map(([cell, count]) => [cell, publishedAs(count)]));
  // `*` covers 1 to 7 where the rule put it; where it is put here it could stand for any count.
  const covered = new Set<string>();
  for (;;) {
    const told = cellsTold(table, margins, covered);
    if (told.length === 0) return table;
    const next = nextToCover(table, margins, told, covered);
    if (next === undefined) throw new Error('A table of counts could not be made safe');
    table[next] = '*';
    covered.add(next);
  }
}

function nextToCover(
  table: Record<string, Published>,
  margins: Margin[],
  told: string[],
  covered: Set<string>,
): string | undefined {
  const touching = margins.filter(({ whole, parts }) =>
    told.some((cell) => cell === whole || parts.includes(cell)),
  );
  const shown = (cell: string) => table[cell] !== '*' && !covered.has(cell);
  const parts = touching.flatMap((margin) => margin.parts).filter((cell) => shown(cell) && table[cell] !== 0);
  const smallest = parts.sort((a, b) => (table[a] as number) - (table[b] as number))[0];
  return smallest ?? touching.map(({ whole }) => whole).find(shown);
}

/** The hidden small counts that a reader could tell to the last one from what is published. */
export function cellsTold(
  table: Record<string, Published>,
  margins: Margin[],
  covered: ReadonlySet<string> = new Set(),
): string[] {
  const known = possibleCounts(table, margins, covered);
  return Object.keys(table).filter((cell) => {
    const { low, high } = known[cell] as Interval;
    return table[cell] === '*' && !covered.has(cell) && low === high;
  });
}

/**
 * What a reader can work out: for each cell the smallest and the largest count that fits everything published.
 * Bounds are narrowed through each addition until nothing moves.
 */
export function possibleCounts(
  table: Record<string, Published>,
  margins: Margin[],
  covered: ReadonlySet<string> = new Set(),
): Record<string, Interval> {
  const bounds: Record<string, Interval> = Object.fromEntries(
    Object.entries(table).map(([cell, value]) => [cell, boundsOf(value, covered.has(cell))]),
  );
  const narrow = (cell: string, low: number, high: number): boolean => {
    const now = bounds[cell] as Interval;
    const next = { low: Math.max(now.low, low), high: Math.min(now.high, high) };
    bounds[cell] = next;
    return next.low !== now.low || next.high !== now.high;
  };
  for (let moved = true; moved;) {
    moved = false;
    for (const { whole, parts } of margins) {
      const sum = (end: keyof Interval, except?: string) =>
        parts.reduce((total, part) => (part === except ? total : total + (bounds[part] as Interval)[end]), 0);
      moved = narrow(whole, sum('low'), sum('high')) || moved;
      for (const part of parts) {
        const { low, high } = bounds[whole] as Interval;
        moved = narrow(part, low - sum('high', part), high - sum('low', part)) || moved;
      }
    }
  }
  return bounds;
}

function boundsOf(value: Published, covered: boolean): Interval {
  if (value === '*') return covered ? { low: 1, high: Number.MAX_SAFE_INTEGER } : { ...HIDDEN };
  if (value === 0) return { low: 0, high: 0 };
  return { low: Math.max(value - HALF, HIDDEN.high + 1), high: value + HALF };
}

/** A percentage from rounded counts only, and only where enough cases stand behind it; otherwise hidden. */
export function publishedShare(part: Published, whole: Published): Published {
  if (part === '*' || whole === '*' || whole === 0) return '*';
  return Math.min(100, Math.round((100 * part) / whole));
}

// Makes a table of counts safe to publish, following the NHS rule for small numbers: 0 stays 0, 1 to 7 are not shown,
// the rest are rounded to 5. What could still be worked out by subtraction is hidden as well.

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
/** A star that may stand for any count of at least one, or for any at all. */
const SOME: Interval = { low: 1, high: Infinity };
const ANY: Interval = { low: 0, high: Infinity };

/** What one count may be published as, by itself. */
export function publishedAs(count: number): Published {
  if (count === 0) return 0;
  if (count <= HIDDEN.high) return '*';
  return Math.round(count / STEP) * STEP;
}

export interface Safe {
  published: Record<string, Published>;
  /** The stars that do not stand for 1 to 7, and what a reader must think possible for them. Never published. */
  wider: Map<string, Interval>;
}

/**
 * The counts of one frozen period, made safe together. `few`: cells behind which stand too few families, whatever
 * their count. Where the additions would still tell a hidden count, the smallest published part of that addition is
 * hidden too, then its whole, and at last every cell of it, zeros included.
 */
export function makeSafe(
  counts: Record<string, number>,
  margins: Margin[],
  few: ReadonlySet<string> = new Set(),
): Safe {
  const published: Record<string, Published> = {};
  const wider = new Map<string, Interval>();
  for (const [cell, count] of Object.entries(counts)) {
    published[cell] = count > 0 && few.has(cell) ? '*' : publishedAs(count);
    if (count > HIDDEN.high && few.has(cell)) wider.set(cell, SOME);
  }
  for (;;) {
    const told = cellsTold(published, margins, wider, few);
    if (told.length === 0) return { published, wider };
    const touching = margins.filter(({ whole, parts }) =>
      told.some((cell) => cell === whole || parts.includes(cell)),
    );
    const next = nextToCover(published, touching);
    const further = next === undefined ? touching.flatMap(({ whole, parts }) => [whole, ...parts]) : [next];
    for (const cell of further) {
      published[cell] = '*';
      wider.set(cell, next === undefined ? ANY : SOME);
    }
    // Every round hides more, and a table of which nothing is known tells nothing.
    if (further.length === 0) throw new Error('A count is told outside every addition');
  }
}

function nextToCover(table: Record<string, Published>, touching: Margin[]): string | undefined {
  const shown = (cell: string) => table[cell] !== '*';
  const parts = touching.flatMap((margin) => margin.parts).filter((cell) => shown(cell) && table[cell] !== 0);
  const smallest = parts.sort((a, b) => (table[a] as number) - (table[b] as number))[0];
  return smallest ?? touching.map(({ whole }) => whole).find((cell) => shown(cell) && table[cell] !== 0);
}

/**
 * The hidden counts that a reader could work out from what is published: a small one to the last unit, one with too
 * few families as closely as a rounded count would have told it.
 */
export function cellsTold(
  table: Record<string, Published>,
  margins: Margin[],
  wider: ReadonlyMap<string, Interval> = new Map(),
  few: ReadonlySet<string> = new Set(),
): string[] {
  const known = possibleCounts(table, margins, wider);
  return Object.keys(table).filter((cell) => {
    if (table[cell] !== '*') return false;
    const { low, high } = known[cell] as Interval;
    if (!wider.has(cell)) return low === high;
    return few.has(cell) && high - low <= 2 * HALF;
  });
}

/**
 * What a reader can work out: for each cell the smallest and the largest count that fits everything published.
 * Bounds are narrowed through each addition until nothing moves.
 */
export function possibleCounts(
  table: Record<string, Published>,
  margins: Margin[],
  wider: ReadonlyMap<string, Interval> = new Map(),
): Record<string, Interval> {
  const bounds: Record<string, Interval> = Object.fromEntries(
    Object.entries(table).map(([cell, value]) => [cell, wider.get(cell) ?? boundsOf(value)]),
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
      const rows = parts.map((part) => bounds[part] as Interval);
      const low = rows.reduce((sum, row) => sum + row.low, 0);
      const finite = rows.reduce((sum, row) => sum + (row.high === Infinity ? 0 : row.high), 0);
      const endless = rows.filter(({ high }) => high === Infinity).length;
      moved = narrow(whole, low, endless > 0 ? Infinity : finite) || moved;
      const all = bounds[whole] as Interval;
      parts.forEach((part, n) => {
        const own = rows[n] as Interval;
        const ownEndless = own.high === Infinity;
        const othersHigh = endless > Number(ownEndless) ? Infinity : finite - (ownEndless ? 0 : own.high);
        moved = narrow(part, all.low - othersHigh, all.high - (low - own.low)) || moved;
      });
    }
  }
  return bounds;
}

function boundsOf(value: Published): Interval {
  if (value === '*') return { ...HIDDEN };
  if (value === 0) return { low: 0, high: 0 };
  return { low: Math.max(value - HALF, HIDDEN.high + 1), high: value + HALF };
}

/** A percentage from rounded counts only, and only where enough cases stand behind it; otherwise hidden. */
export function publishedShare(part: Published, whole: Published): Published {
  if (part === '*' || whole === '*' || whole === 0) return '*';
  return Math.min(100, Math.round((100 * part) / whole));
}

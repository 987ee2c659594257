// An attacker with pencil and paper replaced by an exact solver: from published cells and every sum that must hold between
// them, the smallest and the largest whole number that each cell can be. What both ends agree on has been given away.

import loadHighs from 'highs';

export interface Interval {
  low: number;
  high: number;
}

export interface Sums {
  /** Parts that add up to a whole. */
  equal: { whole: string; parts: string[] }[];
  /** Some cells that together are no more than some others. */
  atMost?: { these: string[]; those: string[] }[];
}

/** What a published value says by itself to who knows the rule: a star is 1 to 7, anything else is rounded to 5. */
export function saidBy(value: number | '*'): Interval {
  if (value === '*') return { low: 1, high: 7 };
  return value === 0 ? { low: 0, high: 0 } : { low: Math.max(8, value - 2), high: value + 2 };
}

const LARGE = 1e6;
let solver: ReturnType<typeof loadHighs> | undefined;

/**
 * The possible values of the asked cells; nothing for a cell about which the attacker's assumptions contradict each other.
 * `cells`: what each published value says about its cell.
 */
export async function possible(
  cells: ReadonlyMap<string, Interval>,
  { equal, atMost = [] }: Sums,
  asked: string[],
): Promise<Map<string, Interval>> {
  const highs = await (solver ??= loadHighs());
  const rows = [
    ...equal.map(({ whole, parts }) => ({ plus: parts, minus: [whole], sign: '=' })),
    ...atMost.map(({ these, those }) => ({ plus: these, minus: those, sign: '<=' })),
  ];
  const found = new Map<string, Interval>();
  for (const component of componentsOf([...cells.keys()], rows)) {
    const wanted = asked.filter((cell) => component.has(cell));
    if (wanted.length === 0) continue;
    const names = new Map([...component].map((cell, n) => [cell, `x${n}`]));
    const x = (cell: string) => names.get(cell) as string;
    const own = rows.filter(({ plus, minus }) => component.has((plus[0] ?? minus[0]) as string));
    const model = [
      'Subject To',
      ...own.map(
        ({ plus, minus, sign }, n) =>
          ` c${n}: ${[...plus.map((cell) => `+ ${x(cell)}`), ...minus.map((cell) => `- ${x(cell)}`)].join(' ')} ${sign} 0`,
      ),
      'Bounds',
      ...[...component].map((cell) => {
        const { low, high } = cells.get(cell) as Interval;
        return ` ${low} <= ${x(cell)} <= ${Math.min(high, LARGE)}`;
      }),
      'General',
      ` ${[...names.values()].join(' ')}`,
      'End',
    ].join('\n');
    const end = (goal: 'Minimize' | 'Maximize', cell: string): number | undefined => {
      const { Status, ObjectiveValue } = highs.solve(`${goal}\n obj: ${x(cell)}\n${model}`);
      return Status === 'Optimal' ? Math.round(ObjectiveValue) : undefined;
    };
    for (const cell of wanted) {
      const low = end('Minimize', cell);
      if (low === undefined) break;
      found.set(cell, { low, high: end('Maximize', cell) as number });
    }
  }
  return found;
}

/** Cells that are tied to each other by sums. */
function componentsOf(cells: string[], rows: { plus: string[]; minus: string[] }[]): Set<string>[] {
  const parent = new Map(cells.map((cell) => [cell, cell]));
  const rootOf = (cell: string): string => {
    let root = cell;
    while (parent.get(root) !== root) root = parent.get(root) as string;
    parent.set(cell, root);
    return root;
  };
  for (const { plus, minus } of rows) {
    const [first, ...rest] = [...plus, ...minus];
    if (first !== undefined) for (const cell of rest) parent.set(rootOf(cell), rootOf(first));
  }
  const components = new Map<string, Set<string>>();
  for (const cell of cells) {
    const root = rootOf(cell);
    components.set(root, (components.get(root) ?? new Set()).add(cell));
  }
  return [...components.values()];
}

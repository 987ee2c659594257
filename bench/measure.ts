// How every bench measures: sides in turn on the same machine, the first round to warm up, medians of the others.

import { appendFileSync } from 'node:fs';

export interface Figure {
  /** What was measured, in a line. */
  what: string;
  /** Median of the rounds, with its unit. */
  median: string;
  /** Lowest and highest round. */
  range: string;
  /** Against the floor of the same run, e.g. `0.52 of it`. */
  ratio?: string;
  goal?: string;
}

export const ROUNDS = 5;

export const full = process.argv.includes('--full');

/** What was given as `--name=value`. */
export const argument = (name: string): string | undefined =>
  new RegExp(`--${name}=(\\S+)`).exec(process.argv.join(' '))?.[1];

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low as number) + (high as number)) / 2;
};

export const quantile = (values: number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] as number;

export const seconds = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** Each side's results, round by round in turn: what disturbs the machine disturbs all of them. */
export async function inTurn(
  sides: Record<string, () => Promise<number> | number>,
  rounds = ROUNDS,
): Promise<Record<string, number[]>> {
  const results = Object.fromEntries(Object.keys(sides).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, side] of Object.entries(sides)) {
      const result = await side();
      if (round > 0) results[name]?.push(result);
    }
  return results;
}

/** Milliseconds of every asking, each of the databases in turn; the first `warmUp` of them do not count. */
export async function timesOf<D>(
  databases: D[],
  ask: (at: D, n: number) => Promise<unknown>,
  { samples, warmUp }: { samples: number; warmUp: number },
): Promise<number[][]> {
  const took = databases.map(() => [] as number[]);
  for (let n = 0; n < warmUp + samples; n += 1)
    for (const [which, at] of databases.entries()) {
      const began = performance.now();
      await ask(at, n);
      if (n >= warmUp) took[which]?.push(performance.now() - began);
    }
  return took;
}

const shown = (value: number): string =>
  String(value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** One figure for each side; the ratio is the median of the rounds' own ratios to the floor. */
export function figures(
  results: Record<string, number[]>,
  unit: string,
  floor?: string,
  goals: Record<string, string> = {},
): Figure[] {
  return Object.entries(results).map(([what, values]) => {
    const base = floor === undefined || floor === what ? undefined : results[floor];
    const ratio = base && median(values.map((value, n) => value / (base[n] as number)));
    return {
      what,
      median: `${shown(median(values))} ${unit}`,
      range: `${shown(Math.min(...values))} to ${shown(Math.max(...values))}`,
      ...(ratio === undefined ? {} : { ratio: `${shown(ratio)} of the floor` }),
      ...(goals[what] === undefined ? {} : { goal: goals[what] }),
    };
  });
}

/** Prints the table, and hands it to `npm run bench` where that is who asked. */
export function report(id: string, rows: Figure[]): void {
  console.log(`\n${id}`);
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])), [
    'median',
    'range',
    'ratio',
    'goal',
  ]);
  if (process.env.BENCH_OUT) appendFileSync(process.env.BENCH_OUT, `${JSON.stringify({ id, rows })}\n`);
}

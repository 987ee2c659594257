// Which duty, at which body, is missed again and again: more often than the same duty at all other bodies together, by more
// than chance explains. Counts are of families, not of dates: one unlucky family cannot make a pattern.
//
// The test: Fisher's exact test, one-sided, of the families a body kept waiting against those of all other bodies. It takes
// into account that the others' rate is uncertain too. All comparisons of a period go together through the procedure of
// Benjamini and Hochberg: of the patterns shown, at most one in twenty is expected to be chance. Bodies differ for reasons
// other than chance as well, so that a body must also be well above the others, in more than one quarter.

/** Families for whom one duty of one body fell due, and how many of them it kept waiting, by quarter. */
export interface DutyRecord {
  body: string;
  duty: string;
  quarters: { quarter: string; due: number; late: number }[];
}

export interface Pattern {
  body: string;
  duty: string;
  due: number;
  late: number;
  /** Late at every other body together. */
  elsewhere: { due: number; late: number };
  /** Quarters in which it was late at all. */
  quartersLate: number;
  /** Chance of so many late, or more, if nothing were different here. */
  chance: number;
  /** Between which the true share lies, 95 times in a hundred (Clopper and Pearson). */
  share: { low: number; high: number };
}

type Compared = Omit<Pattern, 'share'>;

/** Fewer families than this say nothing, and could be recognised. */
export const FEWEST_DUE = 10;
export const FEWEST_LATE = 8;
const FEWEST_ELSEWHERE = 20;
/** How much more often than elsewhere. */
const MARKED = 1.5;
const QUARTERS = 2;
const FALSE_ALARMS = 0.05;

export function patternsIn(records: DutyRecord[]): Pattern[] {
  const totals = new Map<string, { due: number; late: number }>();
  for (const { duty, quarters } of records) {
    const total = totals.get(duty) ?? { due: 0, late: 0 };
    for (const { due, late } of quarters) {
      total.due += due;
      total.late += late;
    }
    totals.set(duty, total);
  }
  const tested = records.flatMap(({ body, duty, quarters }): Compared[] => {
    const due = quarters.reduce((sum, each) => sum + each.due, 0);
    const late = quarters.reduce((sum, each) => sum + each.late, 0);
    const total = totals.get(duty) as { due: number; late: number };
    const elsewhere = { due: total.due - due, late: total.late - late };
    if (due < FEWEST_DUE || elsewhere.due < FEWEST_ELSEWHERE) return [];
    return [
      {
        body,
        duty,
        due,
        late,
        elsewhere,
        quartersLate: quarters.filter((each) => each.late > 0).length,
        chance: chanceOf(late, due, elsewhere.late, elsewhere.due),
      },
    ];
  });
  // Everything that was compared counts, also what is not shown: choosing first and testing then would be no test.
  return foundIn(tested)
    .filter(
      ({ due, late, elsewhere, quartersLate }) =>
        late >= FEWEST_LATE &&
        quartersLate >= QUARTERS &&
        late / due >= (MARKED * elsewhere.late) / elsewhere.due,
    )
    .map((each) => ({ ...each, share: shareOf(each.late, each.due) }));
}

/** Benjamini and Hochberg: the largest set of which few are expected to be chance; the least likely first. */
function foundIn(tested: Compared[]): Compared[] {
  const sorted = [...tested].sort((a, b) => a.chance - b.chance);
  const last = sorted.findLastIndex(({ chance }, n) => chance <= (FALSE_ALARMS * (n + 1)) / sorted.length);
  return sorted.slice(0, last + 1);
}

/** Fisher's exact test: at least `late` of `due` here, given how many there were here and elsewhere together. */
export function chanceOf(late: number, due: number, lateElsewhere: number, dueElsewhere: number): number {
  const all = due + dueElsewhere;
  const allLate = late + lateElsewhere;
  const least = Math.max(late, allLate - dueElsewhere);
  let term = Math.exp(
    logChoose(due, least) + logChoose(dueElsewhere, allLate - least) - logChoose(all, allLate),
  );
  let sum = 0;
  for (let k = least; k <= Math.min(due, allLate); k += 1) {
    sum += term;
    term *= ((due - k) * (allLate - k)) / ((k + 1) * (dueElsewhere - allLate + k + 1));
  }
  return Math.min(1, sum);
}

/** The exact interval of a share, 95%. */
export function shareOf(late: number, due: number): { low: number; high: number } {
  const tail = 0.025;
  return {
    low: late === 0 ? 0 : solved((p) => 1 - atMost(late - 1, due, p) - tail),
    high: late === due ? 1 : solved((p) => tail - atMost(late, due, p)),
  };
}

/** Where a rising function crosses nought, between 0 and 1. */
function solved(rising: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let n = 0; n < 60; n += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let sum = 0;
  for (let i = 0; i <= k; i += 1)
    sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log(1 - p));
  return Math.min(1, sum);
}

const factorials: number[] = [0];
function logFactorial(n: number): number {
  for (let k = factorials.length; k <= n; k += 1)
    factorials.push((factorials[k - 1] as number) + Math.log(k));
  return factorials[n] as number;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** A pattern in words a board can weigh. `duty`: as a heading. */
export function patternInWords({ due, late, elsewhere, share, chance, quartersLate }: Pattern): string[] {
  const percent = (of: number) => `${Math.round(100 * of)}%`;
  return [
    `${late} of ${due} families waited longer than the law or the agreement allows: ${percent(late / due)}, in ${quartersLate} quarters.`,
    `At all other bodies together it was ${percent(elsewhere.late / elsewhere.due)} of ${elsewhere.due} families.`,
    `If nothing were different here, chance alone would give so many in ${oddsInWords(chance)} comparisons.`,
    `With so few cases the true share could be anything from ${percent(share.low)} to ${percent(share.high)}.`,
    'It does not say why. Look at the cases before you act.',
  ];
}

function oddsInWords(chance: number): string {
  const odds = [1_000_000, 100_000, 10_000, 1000, 100].find((each) => chance <= 1 / each);
  return odds
    ? `fewer than 1 of ${odds.toLocaleString('en-GB')}`
    : `about ${Math.max(1, Math.round(100 * chance))} of 100`;
}

import { chanceOf, patternInWords, patternsIn, shareOf, type DutyRecord } from './patterns';

/** The same numbers each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const QUARTERS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];
const DUTIES = ['answer', 'arrange', 'final plan', 'advice'];

/** A year of 40 bodies: `rate` gives the share late of a body and a duty. */
function year(next: () => number, rate: (body: number, duty: string) => number): DutyRecord[] {
  return Array.from({ length: 40 }, (_, body) => body).flatMap((body) =>
    DUTIES.map((duty) => {
      const share = rate(body, duty);
      return {
        body: `body ${body}`,
        duty,
        quarters: QUARTERS.map((quarter) => {
          const due = Math.floor(next() * 25);
          return { quarter, due, late: Array.from({ length: due }, next).filter((n) => n < share).length };
        }),
      };
    }),
  );
}

describe("Fisher's exact test", () => {
  it('gives the values of the textbook', () => {
    // Tea tasting: 3 of 4 against 1 of 4, and 4 of 4 against none.
    expect(chanceOf(3, 4, 1, 4)).toBeCloseTo(17 / 70, 10);
    expect(chanceOf(4, 4, 0, 4)).toBeCloseTo(1 / 70, 10);
    expect(chanceOf(0, 4, 3, 4)).toBeCloseTo(1, 10);
  });

  it('gives the exact interval of a share', () => {
    // Clopper-Pearson, 2 of 20 and 0 of 10.
    expect(shareOf(2, 20).low).toBeCloseTo(0.01235, 4);
    expect(shareOf(2, 20).high).toBeCloseTo(0.317, 4);
    expect(shareOf(0, 10)).toMatchObject({ low: 0 });
    expect(shareOf(0, 10).high).toBeCloseTo(1 - 0.025 ** (1 / 10), 6);
    expect(shareOf(10, 10).high).toBe(1);
  });
});

describe('Patterns', () => {
  const RUNS = process.env.RECOURSE_TEST_LONG ? 2000 : 40;

  it('are a false alarm in at most one year of twenty where every body is alike', () => {
    const next = random(1);
    let alarms = 0;
    for (let run = 0; run < RUNS; run += 1) alarms += Number(patternsIn(year(next, () => 0.2)).length > 0);
    expect(alarms / RUNS).toBeLessThanOrEqual(0.05);
  });

  it('stay rare where bodies differ a little by themselves', () => {
    const next = random(2);
    let alarms = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const own = Array.from({ length: 40 }, () => 0.17 + next() * 0.06);
      alarms += patternsIn(year(next, (body) => own[body] as number)).length;
    }
    // Of 160 comparisons a year.
    expect(alarms / RUNS / 160).toBeLessThan(0.002);
  });

  it('find a body that is late with half of what others do in most years', () => {
    const next = random(3);
    let found = 0;
    let wrong = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const patterns = patternsIn(year(next, (body, duty) => (body === 7 && duty === 'answer' ? 0.5 : 0.2)));
      found += Number(patterns.some(({ body, duty }) => body === 'body 7' && duty === 'answer'));
      wrong += patterns.filter(({ body }) => body !== 'body 7').length / Math.max(1, patterns.length);
    }
    expect(found / RUNS).toBeGreaterThan(0.65);
    // One in twenty is what the procedure promises; a few runs tell it only roughly.
    expect(wrong / RUNS).toBeLessThan(0.08);
  });

  const record = (body: string, ...quarters: [due: number, late: number][]): DutyRecord => ({
    body,
    duty: 'answer',
    quarters: quarters.map(([due, late], n) => ({ quarter: QUARTERS[n] as string, due, late })),
  });
  const others = record('others', [200, 20], [200, 20]);

  it('need many families, and more than one quarter', () => {
    expect(patternsIn([record('here', [20, 12], [20, 12]), others])).toMatchObject([
      { body: 'here', due: 40, late: 24, quartersLate: 2, elsewhere: { due: 400, late: 40 } },
    ]);
    expect(patternsIn([record('here', [40, 24], [0, 0]), others])).toEqual([]);
    expect(patternsIn([record('here', [5, 4], [4, 3]), others])).toEqual([]);
    expect(patternsIn([record('here', [20, 12], [20, 12])])).toEqual([]);
    expect(patternsIn([])).toEqual([]);
  });

  it('are told with what is uncertain about them', () => {
    const [pattern] = patternsIn([record('here', [20, 12], [20, 12]), others]);
    const words = patternInWords(pattern as NonNullable<typeof pattern>).join(' ');
    expect(words).toContain('24 of 40 families');
    expect(words).toContain('10% of 400 families');
    expect(words).toContain('fewer than 1 of 1,000,000 comparisons');
    expect(words).toContain('from 43% to 75%');
    expect(words).toContain('It does not say why');
  });
});

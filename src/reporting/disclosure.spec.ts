import fc from 'fast-check';
import { cellsTold, makeSafe, possibleCounts, publishedAs, publishedShare, type Margin } from './disclosure';

describe('One count', () => {
  it.each([
    [0, 0],
    [1, '*'],
    [7, '*'],
    [8, 10],
    [12, 10],
    [13, 15],
    [62, 60],
  ])('%i is published as %s', (count, published) => {
    expect(publishedAs(count)).toBe(published);
  });
});

describe('What a reader could work out', () => {
  const parts = ['a', 'b', 'c', 'd'];
  const margins: Margin[] = [{ whole: 'all', parts }];

  it('is found where four hidden counts must all be seven', () => {
    const naive = { a: '*', b: '*', c: '*', d: '*', all: 30 } as const;
    expect(possibleCounts(naive, margins).a).toEqual({ low: 7, high: 7 });
    expect(cellsTold(naive, margins)).toEqual(parts);
  });

  it('is closed by hiding one more', () => {
    const safe = makeSafe({ a: 7, b: 7, c: 7, d: 7, all: 28 }, margins);
    expect(cellsTold(safe, margins, new Set(['all']))).toEqual([]);
    expect(safe.all).toBe('*');
  });
});

describe('A table of areas by route, with both totals', () => {
  const areas = ['Riverside', 'Hillshire', 'Northport', 'Southmere'];
  const routes = ['mediation', 'appeal', 'complaint'];
  const cell = (area: string, route: string) => `${area}|${route}`;
  const margins: Margin[] = [
    ...areas.map((area) => ({ whole: cell(area, 'all'), parts: routes.map((route) => cell(area, route)) })),
    ...routes.map((route) => ({
      whole: cell('England', route),
      parts: areas.map((area) => cell(area, route)),
    })),
  ];
  const table = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 }).map((numbers) => {
    const counts: Record<string, number> = {};
    areas.forEach((area, a) =>
      routes.forEach((route, r) => (counts[cell(area, route)] = numbers[a * 3 + r] as number)),
    );
    for (const { whole, parts } of margins)
      counts[whole] = parts.reduce((sum, part) => sum + (counts[part] as number), 0);
    return counts;
  });

  it('never lets a count from 1 to 7 be told, and never contradicts the truth', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const safe = makeSafe(counts, margins);
        const hiddenFurther = new Set(
          Object.keys(safe).filter((name) => safe[name] === '*' && (counts[name] as number) > 7),
        );
        // The attacker knows the rule, and that some stars may cover more: both attacks must fail.
        expect(cellsTold(safe, margins, hiddenFurther)).toEqual([]);
        const bounds = possibleCounts(safe, margins, hiddenFurther);
        for (const [name, count] of Object.entries(counts)) {
          expect(bounds[name]?.low).toBeLessThanOrEqual(count);
          expect(bounds[name]?.high).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('A percentage', () => {
  it('is made of rounded counts, and hidden with them', () => {
    expect(publishedShare(10, 15)).toBe(67);
    expect(publishedShare('*', 15)).toBe('*');
    expect(publishedShare(0, 0)).toBe('*');
  });
});

import fc from 'fast-check';
import { possible, saidBy } from '../../test/attack';
import {
  cellsTold,
  makeSafe,
  possibleCounts,
  publishedAs,
  publishedShare,
  type Interval,
  type Margin,
} from './disclosure';

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
    const { published, wider } = makeSafe({ a: 7, b: 7, c: 7, d: 7, all: 28 }, margins);
    expect(cellsTold(published, margins, wider)).toEqual([]);
    expect(published.all).toBe('*');
  });

  it('is closed where seven areas have one case each, by not breaking the total down', () => {
    const areas = Array.from({ length: 9 }, (_, n) => `area ${n}`);
    const counts = Object.fromEntries(areas.map((area, n) => [area, n < 7 ? 1 : 0]));
    const whole = [{ whole: 'all', parts: areas }];
    const naive = Object.fromEntries(Object.entries(counts).map(([area, n]) => [area, publishedAs(n)]));
    expect(cellsTold({ ...naive, all: '*' }, whole)).toHaveLength(8);
    const { published, wider } = makeSafe({ ...counts, all: 7 }, whole);
    expect(cellsTold(published, whole, wider)).toEqual([]);
    expect(new Set(Object.values(published))).toEqual(new Set(['*']));
  });

  it('is closed where a large count comes from a few families', () => {
    const few = new Set(['a']);
    const { published, wider } = makeSafe({ a: 12, b: 0, c: 0, d: 20, all: 32 }, margins, few);
    expect(published.a).toBe('*');
    const { low, high } = possibleCounts(published, margins, wider).a as { low: number; high: number };
    expect(high - low).toBeGreaterThan(4);
  });
});

describe('A table of areas by route, with both totals', () => {
  const areas = Array.from({ length: 9 }, (_, n) => `Area ${n}`);
  const routes = ['mediation', 'appeal', 'complaint'];
  const cell = (area: string, route: string) => `${area}|${route}`;
  const margins: Margin[] = [
    ...areas.map((area) => ({ whole: cell(area, 'all'), parts: routes.map((route) => cell(area, route)) })),
    ...routes.map((route) => ({
      whole: cell('England', route),
      parts: areas.map((area) => cell(area, route)),
    })),
  ];
  const size = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 40 }));
  const table = fc.array(size, { minLength: 27, maxLength: 27 }).map((numbers) => {
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
        const { published, wider } = makeSafe(counts, margins);
        // The attacker knows the rule, and even which stars cover more than 7.
        expect(cellsTold(published, margins, wider)).toEqual([]);
        const bounds = possibleCounts(published, margins, wider);
        for (const [name, count] of Object.entries(counts)) {
          expect(bounds[name]?.low).toBeLessThanOrEqual(count);
          expect(bounds[name]?.high).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('An attacker with an exact solver', () => {
  const areas = ['Northport', 'Hillshire', 'Southmere', 'Westvale'];
  const routes = ['mediation', 'appeal', 'complaint'];
  const cell = (area: string, route: string) => `${area}|${route}`;
  const equal: Margin[] = [
    ...[...areas, 'England'].map((area) => ({
      whole: cell(area, 'all'),
      parts: routes.map((route) => cell(area, route)),
    })),
    ...[...routes, 'all'].map((route) => ({
      whole: cell('England', route),
      parts: areas.map((area) => cell(area, route)),
    })),
  ];
  const counted = (numbers: number[]) => {
    const counts: Record<string, number> = {};
    areas.forEach((area, a) =>
      routes.forEach((route, r) => (counts[cell(area, route)] = numbers[a * 3 + r] as number)),
    );
    for (const { whole, parts } of equal)
      counts[whole] = parts.reduce((sum, part) => sum + (counts[part] as number), 0);
    return counts;
  };
  it('finds what rounding and hiding alone would give away', async () => {
    const told = new Map<string, Interval>([
      ['a', { low: 1, high: 7 }],
      ['b', { low: 1, high: 7 }],
      ['all', { low: 14, high: 16 }],
    ]);
    const found = await possible(told, { equal: [{ whole: 'all', parts: ['a', 'b'] }] }, ['a']);
    expect(found.get('a')).toEqual({ low: 7, high: 7 });
  });

  it('pins no count from 1 to 7 in tables of areas by route with both totals', async () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 }));
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 12, maxLength: 12 }), async (numbers) => {
        const { published, wider } = makeSafe(counted(numbers), equal);
        const hidden = Object.keys(published).filter((name) => published[name] === '*');
        const cells = Object.entries(published).map(
          ([name, value]) => [name, wider.get(name) ?? saidBy(value)] as const,
        );
        const asked = hidden.filter((name) => !wider.has(name));
        const found = await possible(new Map(cells), { equal }, asked);
        expect(found.size).toBe(asked.length);
        expect([...found].filter(([, { low, high }]) => low === high)).toEqual([]);
      }),
      { numRuns: process.env.RECOURSE_TEST_LONG ? 1000 : 20 },
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

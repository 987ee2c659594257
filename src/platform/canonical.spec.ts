import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonical } from './canonical';

describe('JSON in one way', () => {
  it('is what another program writes that follows RFC 8785', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['an object of more names than are put in order one by one', () => Object.fromEntries(names(80))],
    ['names that are numbers', () => ({ b: 1, 10: 2, 9: 3, '!': 4, '': 5 })],
    [
      'names and texts outside ASCII',
      () => ({ ŵ: 'Llŷn', '\u20ac': '\ud83d\ude02', '\r': '\u0000"\\', '\ud83d\ude02': 1 }),
    ],
    ['half a character', () => ({ text: '\ud83d' })],
    [
      'a name that objects inherit',
      () => JSON.parse('{"__proto__": {"b": 1, "a": 2}, "constructor": 3}') as unknown,
    ],
    ['numbers at the edge', () => [0, -0, 1e21, 1e-7, 0.1, 2 ** 53, -1.5e300]],
    ['what JSON leaves out', () => ({ a: undefined, b: [undefined, null], c: { d: undefined } })],
    ['a day as an object', () => ({ at: new Date(0) })],
  ])('writes %s so too', (_, made) => {
    const value = made();
    expect(canonical(value)).toBe(canonicalize(value));
  });

  it('refuses a number that JSON has not', () => {
    for (const number of [NaN, Infinity, -Infinity]) expect(() => canonical({ number })).toThrow(TypeError);
  });
});

const names = (count: number): [string, number][] =>
  Array.from({ length: count }, (_, n) => [`name ${(n * 37) % count}`, n]);

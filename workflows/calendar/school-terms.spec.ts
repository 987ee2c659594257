import { schoolTermsFrom } from './school-terms';

describe("A school's term dates", () => {
  const autumn = { from: '2026-09-03', to: '2026-10-23' };
  const winter = { from: '2026-11-02', to: '2026-12-18' };

  it('are taken in any order and kept in the order of the year', () => {
    expect(schoolTermsFrom([winter, autumn])).toEqual([autumn, winter]);
  });

  it.each([
    ['no list', { terms: [] }, 'Give a list'],
    ['an empty list', [], 'Give a list'],
    ['a date that does not exist', [{ from: '2026-02-30', to: '2026-03-30' }], 'Term 1 needs two real dates'],
    ['a missing date', [autumn, { from: '2026-11-02' }], 'Term 2 needs two real dates'],
    ['nothing at all', [null], 'Term 1 needs two real dates'],
    ['an end before the beginning', [{ from: '2026-12-18', to: '2026-11-02' }], 'before it begins'],
    ['terms that overlap', [autumn, { from: '2026-10-23', to: '2026-12-18' }], 'has ended'],
  ])('are refused with a reason: %s', (_, list, why) => {
    expect(() => schoolTermsFrom(list)).toThrow(why);
  });
});

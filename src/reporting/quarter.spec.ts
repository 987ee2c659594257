import { instantsOf, lastComplete, quarterOf, readQuarter } from './quarter';

describe('A quarter', () => {
  it('has its days, and fourteen more to record what happened in them', () => {
    expect(quarterOf('2026-08-15')).toEqual({
      id: '2026Q3',
      from: '2026-07-01',
      to: '2026-09-30',
      cutOff: '2026-10-14',
    });
    expect(readQuarter('2024Q1')).toMatchObject({ from: '2024-01-01', to: '2024-03-31' });
  });

  it.each(['2026Q5', '2026q3', 'Q3', '2026-Q3', '1926Q3', ''])('is not named by "%s"', (text) => {
    expect(readQuarter(text)).toBeUndefined();
  });

  it('begins and ends at midnight in London, summer time or not', () => {
    expect(instantsOf(quarterOf('2026-07-01'))).toEqual({
      begins: '2026-06-30T23:00:00.000Z',
      ends: '2026-09-30T22:59:59.999Z',
      closes: '2026-10-14T22:59:59.999Z',
    });
    expect(instantsOf(quarterOf('2026-12-31')).begins).toBe('2026-09-30T23:00:00.000Z');
    expect(instantsOf(quarterOf('2026-12-31')).ends).toBe('2026-12-31T23:59:59.999Z');
  });

  it.each([
    ['2026-10-14', '2026Q2'],
    ['2026-10-15', '2026Q3'],
    ['2027-01-14', '2026Q3'],
    ['2027-01-15', '2026Q4'],
  ])('is frozen the day after its fourteen days: on %s the latest is %s', (today, id) => {
    expect(lastComplete(today).id).toBe(id);
  });
});

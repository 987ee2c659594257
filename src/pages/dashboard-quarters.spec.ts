// What is shown of several quarters: the same numbers in chart and table, nothing worked out of what is hidden.

import type { QuarterFigure } from '../reporting';
import { overQuarters } from './dashboard-quarters';

const figure = (quarter: string, area: string, category: string, value: number | '*'): QuarterFigure => ({
  quarter,
  body: 'council',
  area,
  measure: 'duties',
  category,
  value,
});

const history = [
  figure('2026Q2', 'england', 'due', 200),
  figure('2026Q2', 'england', 'on-time', 150),
  figure('2026Q2', 'riverside', 'due', 40),
  figure('2026Q2', 'riverside', 'on-time', '*'),
  figure('2026Q3', 'england', 'due', 100),
  figure('2026Q3', 'england', 'on-time', 50),
  figure('2026Q3', 'riverside', 'due', 0),
];
const riverside = { area: 'riverside', name: 'Riverside Council' };

describe('Quarter by quarter', () => {
  it('shows an area beside England, oldest first, and hides what was hidden', () => {
    const shown = overQuarters(history, 'council', riverside, riverside.name);
    expect(shown?.columns.slice(0, 2)).toEqual([
      'Duties on time: Riverside Council',
      'Duties on time: England',
    ]);
    expect(shown?.rows).toEqual([
      {
        quarter: '2026Q2',
        name: 'April to June 2026',
        cells: ['too few', '75%', 'not published', 'not published'],
      },
      {
        quarter: '2026Q3',
        name: 'July to September 2026',
        cells: ['none due', '50%', 'not published', 'not published'],
      },
    ]);
    const drawn = shown?.chart.groups.flatMap(({ bars }) =>
      bars.map(({ shown: text, width }) => [text, width]),
    );
    expect(drawn).toEqual([
      ['Riverside Council: too few', 0],
      ['England: 75%', 60],
      ['Riverside Council: none due', 0],
      ['England: 50%', 40],
    ]);
  });

  it('is left out where there is one quarter, or another body', () => {
    expect(overQuarters(history.slice(4), 'council', riverside, riverside.name)).toBeUndefined();
    expect(overQuarters(history, 'icb', undefined, 'ICBs')).toBeUndefined();
  });
});

// Up to four areas beside each other and England. In the order of their names: small numbers make no ranking.

import {
  ALL_ROUTES,
  bodies,
  ENGLAND,
  LITTLE,
  publishedBodies,
  publishedShare,
  timed,
  timedMeasures,
  type Dashboard,
  type Timed,
} from '../reporting';
import { chartOf, said } from './dashboard-chart';

export const MOST = 4;

export function comparisonPage({ areas, figures }: Dashboard, chosen: string[]) {
  const at = (body: string, area: string, measure: string, category: string) =>
    figures.find(
      (each) =>
        each.body === body && each.area === area && each.measure === measure && each.category === category,
    )?.value ?? 0;
  const picked = areas.filter(({ area }) => chosen.includes(area));
  return publishedBodies.flatMap((body) => {
    const own = picked.filter((each) => each.body === body);
    if (own.length === 0) return [];
    const share = (area: string, measure: Timed) => {
      const due = at(body, area, measure, 'due');
      if (due === 0) return { shown: 'none due', value: 0 };
      const value = publishedShare(at(body, area, measure, 'on-time'), due);
      return { shown: said(value, '%'), value: value === '*' ? 0 : value };
    };
    const places = [
      ...own.map(({ area, name }) => ({ area, name, other: false })),
      { area: ENGLAND, name: `All ${bodies[body].many}`, other: true },
    ];
    return [
      {
        body,
        title: `${bodies[body].many} compared`,
        little: own.some(({ area }) => {
          const due = at(body, area, 'duties', 'due');
          return due !== '*' && due > 0 && due < LITTLE;
        }),
        columns: ['Disputes opened', 'Duties due', ...timedMeasures.map((measure) => timed[measure].title)],
        rows: places.map(({ area, name, other }) => ({
          area: other ? undefined : area,
          name,
          cells: [
            said(at(body, area, 'opened', ALL_ROUTES)),
            said(at(body, area, 'duties', 'due')),
            ...timedMeasures.map((measure) => share(area, measure).shown),
          ],
        })),
        chart: chartOf(
          `${body}-compared`,
          `Done on time: ${own.map(({ name }) => name).join(', ')}`,
          timedMeasures.map((measure) => ({
            title: timed[measure].title,
            bars: places.map(({ area, name, other }) => ({ label: name, other, ...share(area, measure) })),
          })),
          100,
        ),
      },
    ];
  });
}

// Quarter by quarter: the shares of every published quarter, as a chart and the table beside it.

import {
  ENGLAND,
  publishedShare,
  quarterInWords,
  type PublishedBody,
  type QuarterFigure,
} from '../reporting';
import { chartOf, said, type Chart } from './dashboard-chart';

export interface OverQuarters {
  columns: string[];
  rows: { quarter: string; name: string; cells: string[] }[];
  chart: Chart;
}

/** Nothing where there is only one quarter: it says all of it already. */
export function overQuarters(
  history: QuarterFigure[],
  body: PublishedBody,
  area: { area: string; name: string } | undefined,
  name: string,
): OverQuarters | undefined {
  const own = history.filter((figure) => figure.body === body);
  const quarters = [...new Set(own.map(({ quarter }) => quarter))];
  if (quarters.length < 2) return undefined;
  const places = area ? [area.area, ENGLAND] : [ENGLAND];
  const at = (quarter: string, where: string, measure: string, category: string) =>
    own.find(
      (each) =>
        each.quarter === quarter &&
        each.area === where &&
        each.measure === measure &&
        each.category === category,
    )?.value;
  const share = (quarter: string, where: string, measure: string) => {
    const due = at(quarter, where, measure, 'due');
    if (due === undefined) return { shown: 'not published', value: 0 };
    if (due === 0) return { shown: 'none due', value: 0 };
    const value = publishedShare(at(quarter, where, measure, 'on-time') ?? 0, due);
    return { shown: said(value, '%'), value: value === '*' ? 0 : value };
  };
  const nameOf = (where: string) => (area && where === ENGLAND ? 'England' : name);
  const measures = { duties: 'Duties on time', promises: 'Promises kept on time' };
  return {
    columns: Object.values(measures).flatMap((title) =>
      places.map((where) => (area ? `${title}: ${nameOf(where)}` : title)),
    ),
    rows: quarters.map((quarter) => ({
      quarter,
      name: quarterInWords(quarter),
      cells: Object.keys(measures).flatMap((measure) =>
        places.map((where) => share(quarter, where, measure).shown),
      ),
    })),
    chart: chartOf(
      `${body}-quarters`,
      `Duties on time, quarter by quarter: ${name}`,
      quarters.map((quarter) => ({
        title: quarterInWords(quarter),
        bars: places.map((where) => ({
          label: area ? nameOf(where) : '',
          other: area !== undefined && where === ENGLAND,
          ...share(quarter, where, 'duties'),
        })),
      })),
      100,
    ),
  };
}

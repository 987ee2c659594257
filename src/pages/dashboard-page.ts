// Published figures turned into what the public page says: sentences, charts and tables of one and the same numbers.

import { routeFor } from '../../workflows';
import {
  ALL_ROUTES,
  bodies,
  ENGLAND,
  LITTLE,
  parts,
  publishedBodies,
  publishedShare,
  quarterInWords,
  spread,
  timed,
  timedMeasures,
  type Dashboard,
  type Published,
  type PublishedArea,
  type PublishedBody,
  type Timed,
  type QuarterFigure,
} from '../reporting';
import { chartOf, said } from './dashboard-chart';
import { overQuarters } from './dashboard-quarters';

export function dashboardPage(
  { publication, quarters, areas, figures }: Dashboard,
  area: string,
  history: QuarterFigure[],
) {
  const table = new Map(figures.map((f) => [[f.body, f.area, f.measure, f.category].join('|'), f.value]));
  const at = (body: PublishedBody, where: string, measure: string, category: string) =>
    table.get([body, where, measure, category].join('|'));
  const share = (body: PublishedBody, where: string, measure: Timed): Published =>
    publishedShare(at(body, where, measure, 'on-time') ?? 0, at(body, where, measure, 'due') ?? 0);
  const here = areas.find((each) => each.area === area);

  const blockOf = (body: PublishedBody) => {
    const name = here?.name ?? `All ${bodies[body].many} in this service`;
    const columns = here ? [area, ENGLAND] : [ENGLAND];
    const nameOf = (where: string) => (where === ENGLAND ? 'England' : name);
    const rows = timedMeasures.flatMap((measure) =>
      columns.map((where) => ({
        measure,
        title: timed[measure].title,
        where: nameOf(where),
        other: here !== undefined && where === ENGLAND,
        due: at(body, where, measure, 'due') ?? 0,
        shown: shareSaid(body, where, measure),
        share: share(body, where, measure),
        counts: [...Object.keys(parts), ...Object.keys(spread)].map((part) =>
          said(at(body, where, measure, part)),
        ),
      })),
    );
    const routes = figures
      .filter((f) => f.body === body && f.area === ENGLAND && f.measure === 'opened')
      .map(({ category }) => category)
      .filter((category) => !category.includes('/'))
      .sort(
        (a, b) =>
          Number(b === ALL_ROUTES) - Number(a === ALL_ROUTES) || (routeTitle(a) < routeTitle(b) ? -1 : 1),
      );
    const opened = routes.map((route) => ({
      title: route === ALL_ROUTES ? 'All disputes' : routeTitle(route),
      values: columns.map((where) => at(body, where, 'opened', route) ?? 0),
    }));
    const stages = figures
      .filter((f) => f.body === body && f.area === ENGLAND && f.category.includes('/'))
      .map(({ category, value }) => {
        const [route = '', stage = ''] = category.split('/');
        return { route: routeTitle(route), stage: stageTitle(route, stage), shown: said(value) };
      });
    return {
      body,
      name,
      sentence: sentenceOf(
        name,
        at(body, area, 'duties', 'due') ?? 0,
        share(body, area, 'duties'),
        share(body, ENGLAND, 'duties'),
        body,
        here,
      ),
      little: rows.some(({ due, other }) => !other && due !== '*' && due > 0 && due < LITTLE),
      rows: rows.map(({ title, where, shown, counts }) => ({ title, where, cells: [shown, ...counts] })),
      onTime: chartOf(
        `${body}-on-time`,
        `Done on time: ${name}`,
        timedMeasures.map((measure) => ({
          title: timed[measure].title,
          bars: rows
            .filter((row) => row.measure === measure)
            .map((row) => ({
              label: here ? row.where : '',
              value: row.share === '*' ? 0 : row.share,
              shown: row.shown,
              other: row.other,
            })),
        })),
        100,
      ),
      opened: opened.map(({ title, values }) => ({ title, cells: values.map((value) => said(value)) })),
      openedColumns: columns.map(nameOf),
      openedChart: chartOf(
        `${body}-opened`,
        `Disputes opened: ${name}`,
        opened.slice(1).map(({ title, values: [own] }) => ({
          title,
          bars: [{ label: '', value: own === '*' || own === undefined ? 0 : own, shown: said(own) }],
        })),
      ),
      quarters: overQuarters(history, body, here, name),
      stages: here ? [] : stages,
      areas: here
        ? []
        : areas
            .filter((each) => each.body === body)
            .map((each) => ({
              ...each,
              due: said(at(body, each.area, 'duties', 'due')),
              onTime: shareSaid(body, each.area, 'duties'),
              promises: said(at(body, each.area, 'promises', 'due')),
              kept: shareSaid(body, each.area, 'promises'),
            })),
    };
  };
  const shareSaid = (body: PublishedBody, where: string, measure: Timed): string =>
    at(body, where, measure, 'due') === 0 ? 'none due' : said(share(body, where, measure), '%');

  return {
    publication,
    quarters,
    area: here,
    quarterName: publication ? quarterInWords(publication.quarter) : '',
    blocks: publication ? (here ? [here.body] : publishedBodies).map(blockOf) : [],
  };
}

function sentenceOf(
  name: string,
  due: Published,
  own: Published,
  england: Published,
  body: PublishedBody,
  here: PublishedArea | undefined,
): string {
  const whose = here ? name : bodies[body].many;
  const all = here && england !== '*' ? ` All ${bodies[body].many}: about ${england}%.` : '';
  if (due === 0) return `No duties of ${whose} fell due in this quarter.${all}`;
  if (own === '*') return `There are too few duties of ${whose} to say how many were met on time.${all}`;
  return here
    ? `${name} met about ${own}% of its duties on time.${all}`
    : `About ${own}% of the duties of ${whose} were met on time.`;
}

const routeTitle = (id: string): string => routeFor(id)?.title ?? id;

const stageTitle = (route: string, id: string): string => {
  const stage = routeFor(route)?.stages[id];
  return stage && 'title' in stage ? stage.title : id;
};

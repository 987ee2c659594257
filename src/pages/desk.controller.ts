// The worklist of staff: what is late and what comes next, first; what waits for others, apart.

import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { routeFor } from '../../workflows';
import { People } from '../access';
import { Cases, Desk, readShow, type DeskCounts, type WorklistItem } from '../engine';
import { BoardReports } from '../reporting';
import { Readers } from './reader';

interface Asked {
  show?: string;
  route?: string;
  cursor?: string;
}

const KINDS = {
  overdue: { title: 'Overdue', empty: 'Nothing of yours is overdue.' },
  soon: {
    title: 'Due within 5 working days',
    empty: 'Nothing of yours falls due in the next 5 working days.',
  },
  waiting: { title: 'Waiting for others', empty: 'Nothing waits for others.' },
} as const;
const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

@Controller('desk')
export class DeskController {
  constructor(
    private readonly cases: Cases,
    private readonly desk: Desk,
    private readonly people: People,
    private readonly boards: BoardReports,
    private readonly readers: Readers,
  ) {}

  @Get()
  async worklist(
    @Req() request: Request,
    @Res() response: Response,
    @Query() { show, route, cursor }: Asked,
  ) {
    const { who, personId } = await this.readers.signedIn(request);
    const places = await this.people.memberships(personId);
    const which = show ? readShow(show) : undefined;
    const query = {
      ...(which ? { show: which } : {}),
      ...(route ? { route } : {}),
      ...(cursor ? { cursor } : {}),
    };
    const { items, next } = await this.cases.worklist(query, who, places);
    const counts = await this.desk.counts(places);
    const mine = new Set(places.flatMap(({ parties }) => parties));
    await this.readers.page(request, response, 'desk.njk', {
      title: 'Worklist',
      items: items.map((item) => ({ ...item, mine: mine.has(item.responsible), tag: tagOf(item) })),
      tiles: kinds.map((kind) => ({
        title: KINDS[kind].title,
        count: counts[kind],
        href: address({ show: kind, ...(route ? { route } : {}) }),
        current: kind === which,
      })),
      all: counts.all,
      filtered: which !== undefined || (route ?? '') !== '',
      routes: routesOf(counts),
      route: route ?? '',
      show: which ?? '',
      empty: which ? KINDS[which].empty : 'There are no open cases here.',
      offers: await this.boards.offers(places),
      next: next ? address({ ...query, cursor: next }) : undefined,
    });
  }
}

const address = (query: Record<string, string>): string => `/desk?${new URLSearchParams(query).toString()}`;

const routesOf = ({ routes }: DeskCounts) =>
  Object.entries(routes)
    .map(([id, count]) => ({ id, count, title: routeFor(id)?.title ?? id }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));

function tagOf({ due, overdue, workingDaysLeft: left = 0 }: WorklistItem): { text: string; colour: string } {
  if (due === undefined) return { text: 'No date', colour: 'grey' };
  if (overdue)
    return left === 0
      ? { text: 'Overdue', colour: 'orange' }
      : { text: `Overdue by ${-left} working ${left === -1 ? 'day' : 'days'}`, colour: 'orange' };
  if (left === 0) return { text: 'Today is the last day', colour: 'yellow' };
  return {
    text: `${left} working ${left === 1 ? 'day' : 'days'} left`,
    colour: left <= 5 ? 'yellow' : 'blue',
  };
}

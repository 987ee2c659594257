// The worklist of staff: what is late and what comes next, first; what waits for others, apart; and a calendar of it all.

import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { routeFor } from '../../workflows';
import { addDays } from '../../workflows/calendar';
import { partyDefinition } from '../../workflows/kit';
import { People } from '../access';
import { Caseload } from '../caseload';
import { ContactLog } from '../contact-log';
import { CaseLists, CasePeople, Desk, readShow, type DeskCounts, type WorklistItem } from '../engine';
import { Meetings } from '../meetings';
import { readCaseRef } from '../platform';
import { BoardReports, quarterInWords, type KeptDuties } from '../reporting';
import { Readers } from './reader';
import { forStaff } from './staff-words';

interface Asked {
  show?: string;
  route?: string;
  lead?: string;
  ref?: string;
  cursor?: string;
}

const KINDS = {
  mine: { title: 'Your turn', empty: 'Nothing waits for you.' },
  overdue: { title: 'Overdue', empty: 'Nothing of yours is overdue.' },
  soon: {
    title: 'Due within 5 working days',
    empty: 'Nothing of yours falls due in the next 5 working days.',
  },
  waiting: { title: 'Waiting for others', empty: 'Nothing waits for others.' },
} as const;
const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** How far the calendar looks ahead. */
const CALENDAR_DAYS = 42;
const CALENDAR_CASES = 100;

@Controller('desk')
export class DeskController {
  constructor(
    private readonly lists: CaseLists,
    private readonly desk: Desk,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly casePeople: CasePeople,
    private readonly contacts: ContactLog,
    private readonly meetings: Meetings,
    private readonly boards: BoardReports,
    private readonly readers: Readers,
  ) {}

  @Get()
  async worklist(
    @Req() request: Request,
    @Res() response: Response,
    @Query() { show, route, lead, ref, cursor }: Asked,
  ) {
    const { who, personId, places } = await this.readers.signedIn(request);
    // Whoever helps a family has no desk: their cases stand in their own list.
    if (places.length === 0) return response.redirect(303, '/cases');
    const organisations = places.map(({ organisationId }) => organisationId);
    const known = ref === undefined ? undefined : readCaseRef(ref);
    if (known) return response.redirect(303, `/desk/cases/${known}`);
    const which = show ? readShow(show) : undefined;
    const own = lead === 'me';
    const query = {
      ...(which ? { show: which } : {}),
      ...(route ? { route } : {}),
      ...(own ? { only: await this.caseload.casesOf(personId, organisations) } : {}),
      ...(cursor ? { cursor } : {}),
    };
    const { items, next } = await this.lists.worklist(query, who, places);
    const offers = await this.boards.offers(places);
    const counts = await this.desk.counts(places);
    const refs = items.map((item) => item.ref);
    const leads = await this.leadNames(organisations, refs);
    const families = await this.casePeople.initialsOf(refs);
    const contacts = await this.contacts.lastOf(refs, organisations);
    const mine = new Set(places.flatMap(({ parties }) => parties));
    const kept = { ...(route ? { route } : {}), ...(own ? { lead: 'me' } : {}) };
    await this.readers.page(request, response, 'desk.njk', {
      title: 'Worklist',
      items: items.map((item) => ({
        ...item,
        stage: forStaff(item.stage),
        mine: mine.has(item.responsible),
        side: sideOf(item),
        tag: tagOf(item),
        lead: leads.get(item.ref),
        family: families.get(item.ref),
        contact: contacts.get(item.ref),
      })),
      // Who works for the council knows in whose area it is.
      areas: places.some(({ parties }) => parties.some((party) => partyDefinition(party).body !== 'council')),
      tiles: kinds.map((kind) => ({
        title: KINDS[kind].title,
        count: shown(counts[kind], counts.atLeast[kind]),
        href: address({ show: kind, ...kept }),
        current: kind === which,
      })),
      turns: counts.mine,
      all: shown(counts.all, counts.atLeast.all),
      narrowed: Object.keys(kept).length > 0,
      filtered: which !== undefined || Object.keys(kept).length > 0,
      routes: routesOf(counts),
      route: route ?? '',
      show: which ?? '',
      lead: own,
      errors:
        ref === undefined
          ? []
          : [{ text: 'That is not a reference of a case. It looks like RC-7F3K-Q2MW-9XC', field: 'ref' }],
      ref,
      empty: which ? KINDS[which].empty : 'There are no open cases here.',
      offers,
      ...(offers.kept ? { kept: { ...offers.kept, ...keptInWords(offers.kept) } } : {}),
      next: next ? address({ ...(which ? { show: which } : {}), ...kept, cursor: next }) : undefined,
    });
  }

  /** Dates and meetings of the next weeks, a list by days. */
  @Get('calendar')
  async calendar(@Req() request: Request, @Res() response: Response) {
    const { who, places } = await this.readers.signedIn(request);
    const today = this.readers.today();
    const until = addDays(today, CALENDAR_DAYS);
    const { items } = await this.lists.worklist({ limit: CALENDAR_CASES }, who, places);
    const titles = new Map(items.map((item) => [item.ref, item]));
    const mine = new Set(places.flatMap(({ parties }) => parties));
    const dates = items.flatMap((item) =>
      item.due && item.due <= until
        ? [
            {
              day: item.due,
              at: '',
              ref: item.ref,
              text: `${item.routeTitle}: ${forStaff(item.stage)}`,
              kind: `${item.overdue ? 'Overdue: ' : ''}${mine.has(item.responsible) ? 'yours' : sideOf(item)}`,
              late: item.overdue,
              colour: item.overdue ? 'orange' : mine.has(item.responsible) ? 'turquoise' : 'grey',
            },
          ]
        : [],
    );
    const meetings = (await this.meetings.calendarOf([...titles.keys()])).flatMap(
      ({ caseRef, status, slots }) =>
        slots.map(({ day, from }) => ({
          day,
          at: from,
          ref: caseRef,
          text: titles.get(caseRef)?.routeTitle ?? '',
          kind: status === 'arranged' ? 'Meeting' : 'Proposed time',
          late: false,
          colour: 'blue',
        })),
    );
    const all = [...dates, ...meetings.filter(({ day }) => day >= today && day <= until)].sort((a, b) =>
      `${a.day}${a.at}` < `${b.day}${b.at}` ? -1 : 1,
    );
    const days = [...new Set(all.map(({ day }) => day))];
    await this.readers.page(request, response, 'desk-calendar.njk', {
      title: 'Calendar',
      today,
      until,
      days: days.map((day) => ({ day, past: day < today, entries: all.filter((each) => each.day === day) })),
      full: items.length === CALENDAR_CASES,
      back: '/desk',
    });
  }

  private async leadNames(organisations: string[], refs: string[]): Promise<Map<string, string>> {
    const leads = await this.caseload.leadsOf(organisations, refs);
    const names = await this.people.namesOf([...leads.values()]);
    return new Map([...leads].map(([ref, id]) => [ref, names.get(id) ?? '']));
  }
}

const address = (query: Record<string, string>): string => `/desk?${new URLSearchParams(query).toString()}`;

/** Who must act, as the desk calls them. */
const sideOf = ({ responsible, responsibleName }: WorklistItem): string =>
  responsible === 'parent or young person' ? 'the family' : responsibleName;

const keptInWords = ({ quarter, due, onTime }: KeptDuties) => ({
  share: Math.round((100 * onTime) / due),
  name: quarterInWords(quarter),
});

const shown = (count: number, atLeast: boolean): string => `${count}${atLeast ? '+' : ''}`;

const routesOf = ({ routes, atLeast }: DeskCounts) =>
  Object.entries(routes)
    .map(([id, count]) => ({ id, count: shown(count, atLeast.all), title: routeFor(id)?.title ?? id }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));

function tagOf({ due, overdue, inDoubt, workingDaysLeft: left = 0 }: WorklistItem): {
  text: string;
  colour: string;
} {
  if (due === undefined) return { text: 'No date', colour: 'grey' };
  if (inDoubt) return { text: 'Earliest date has passed', colour: 'yellow' };
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

// The case pages of a family: my cases, one case, its history and dates, and what was sent.

import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { routeFor } from '../../workflows';
import { londonDateOf } from '../../workflows/calendar';
import { partyDefinition, type PartyId } from '../../workflows/kit';
import { Invitations, People } from '../access';
import { calendarFile, dateFile } from '../documents';
import { CaseLists, Cases, isNote, type CaseView, type TimelineEntry, type WorklistItem } from '../engine';
import { Drafts } from '../lodging';
import { Meetings } from '../meetings';
import { Undelivered } from '../messages';
import { Organisations } from '../organisations';
import { Clock, Refusal } from '../platform';
import { caseRef } from './case-ref';
import { casePage, datesOf, daysInWords, saidOf } from './case-page';
import { historyPage, readHistoryKind } from './history';
import { english, type Speech } from './language';
import { noticesOf, waitingNotices } from './notices';
import { Readers, type Reader } from './reader';
import { StaffCases } from './staff-case';

@Controller()
export class FamilyController {
  constructor(
    private readonly cases: Cases,
    private readonly lists: CaseLists,
    private readonly invitations: Invitations,
    private readonly people: People,
    private readonly drafts: Drafts,
    private readonly organisations: Organisations,
    private readonly meetings: Meetings,
    private readonly undelivered: Undelivered,
    private readonly readers: Readers,
    private readonly staffCases: StaffCases,
    private readonly clock: Clock,
  ) {}

  @Get('cases')
  async mine(@Req() request: Request, @Res() response: Response) {
    const { personId, places, operator } = await this.readers.signedIn(request);
    const speech = this.readers.speech(request);
    const mine = await this.lists.mine(personId);
    const waiting = await this.invitations.waitingFor(personId);
    const drafts = await this.drafts.mine(personId);
    // Whoever signs in comes here first; who has nothing of their own goes on to their work.
    if (mine.length + waiting.length + drafts.length === 0) {
      if (operator) return response.redirect(303, '/admin');
      if (places.length > 0) return response.redirect(303, '/desk');
    }
    const names = await this.people.namesOf(mine.flatMap(({ helping }) => helping?.askedBy ?? []));
    const items = mine.map((item) => ({
      ...item,
      left: item.inDoubt ? speech.say('days.earliest-over') : daysInWords(item.workingDaysLeft ?? 0, speech),
      help: helpInWords(item, names, speech),
    }));
    await this.readers.page(request, response, 'my-cases.njk', {
      title: speech.say('cases.title'),
      // What waits for the reader comes first, what is over last.
      items: items.sort((a, b) => rank(a) - rank(b)),
      invitations: waiting,
      drafts: drafts.map((draft) => ({
        ...draft,
        title: routeFor(draft.route)?.title ?? draft.route,
      })),
    });
  }

  @Get('cases/:ref')
  async view(@Req() request: Request, @Res() response: Response, @Param('ref') ref: string) {
    const reader = await this.readers.signedIn(request);
    const { who } = reader;
    if (await this.staffCases.isStaff(caseRef(ref), reader))
      return response.redirect(303, `/desk/cases/${caseRef(ref)}`);
    const view = await this.cases.view(caseRef(ref), who);
    const speech = this.readers.speech(request);
    const latest = byReader(await this.cases.timeline(view.ref, who), view, speech)
      .slice(-3)
      .reverse();
    const undelivered = await this.undelivered.ofCase(view.ref);
    await this.readers.page(request, response, 'case.njk', {
      title: speech.say('case.title'),
      meeting: await this.meetings.of(view, who),
      view: casePage(view, speech),
      latest,
      helping: view.scope === 'full' ? undefined : await this.helpingWith(view, reader, request),
      notices: waitingNotices(noticesOf(view, undelivered, who.personId, speech), speech),
      back: '/cases',
      help: await this.helpOf(view),
    });
  }

  @Get('cases/:ref/history')
  async history(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Query('show') show?: string,
  ) {
    const reader = await this.readers.signedIn(request);
    const { who } = reader;
    const ref = caseRef(typed);
    const kind = readHistoryKind(show);
    const view = await this.cases.view(ref, who, 'history');
    const entries = byReader(await this.cases.timeline(ref, who), view, english)
      .reverse()
      .map((entry) => ({ ...entry, said: saidOf(view.route, view.routeVersion, entry.type, entry.data) }));
    const notices = noticesOf(view, await this.undelivered.ofCase(ref), who.personId);
    const reads = readsByDay(await this.cases.readsOf(ref, who));
    await this.readers.page(request, response, 'history.njk', {
      title: 'History',
      ref,
      ...historyPage(ref, { entries, notices, reads }, kind),
      head: await this.staffCases.headOf(reader, ref, 'history', view),
      back: `/cases/${ref}`,
    });
  }

  @Get('cases/:ref/dates')
  async dates(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const reader = await this.readers.signedIn(request);
    const ref = caseRef(typed);
    const view = await this.cases.view(ref, reader.who, 'dates');
    await this.readers.page(request, response, 'dates.njk', {
      title: 'Dates',
      ref,
      dates: datesOf(view),
      head: await this.staffCases.headOf(reader, ref, 'dates', view),
      back: `/cases/${ref}`,
    });
  }

  @Get('cases/:ref/dates.ics')
  async calendar(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Query('date') date?: string,
  ) {
    const { who } = await this.readers.signedIn(request);
    const view = await this.cases.view(caseRef(typed), who, 'calendar');
    const now = this.clock.instant();
    const file = date === undefined ? calendarFile(view, now) : dateFile(view, String(date), now);
    if (file === undefined)
      throw new Refusal('not-found', 'There is no such date, or it does not run any more.');
    response
      .set({
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex',
        'Content-Disposition': `attachment; filename="${view.ref}.ics"`,
      })
      .type('text/calendar; charset=utf-8')
      .send(file);
  }

  @Get('cases/:ref/print')
  async print(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who } = await this.readers.signedIn(request);
    const view = await this.cases.view(caseRef(typed), who, 'print');
    const timeline = await this.cases.timeline(view.ref, who);
    await this.readers.page(request, response, 'print.njk', {
      title: `Case ${view.ref}`,
      view: casePage(view),
      dates: datesOf(view),
      entries: timeline,
      printed: this.clock.instant(),
      back: `/cases/${view.ref}`,
    });
  }

  /** What was sent, for good: it can be bookmarked, and what it says of the next step is always of today. */
  @Get('cases/:ref/sent/:seq')
  async sent(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('seq') seq: string,
  ) {
    const { who } = await this.readers.signedIn(request);
    const view = await this.cases.view(caseRef(typed), who, 'sent');
    const timeline = await this.cases.timeline(view.ref, who);
    const entry = timeline.find((each) => String(each.seq) === seq);
    if (!entry) throw new Refusal('not-found', 'Nothing was sent under this number.');
    const speech = this.readers.speech(request);
    await this.readers.page(request, response, 'sent.njk', {
      title: speech.say(entry.type === 'opened' ? 'sent.open' : 'sent.done'),
      view: casePage(view, speech),
      entry: {
        ...entry,
        said: saidOf(view.route, view.routeVersion, entry.type, entry.data),
      },
      // A document that comes along changes nothing of what happens next.
      latest: timeline.findLast((each) => !isNote(each))?.seq === entry.seq,
      help: await this.helpOf(view),
      back: `/cases/${view.ref}`,
    });
  }

  /** Why somebody sees the case whom the family asked to help. */
  private async helpingWith({ ref }: CaseView, { personId }: Reader, request: Request) {
    const item = (await this.lists.mine(personId)).find((each) => each.ref === ref);
    const names = await this.people.namesOf([item?.helping?.askedBy ?? ''].filter(Boolean));
    return item && helpInWords(item, names, this.readers.speech(request));
  }

  /** The local advice service of the council that takes part. */
  private async helpOf({ parties: { council } }: CaseView) {
    return council && (await this.organisations.byId([council.id])).get(council.id)?.help;
  }
}

/** Who opened the case on each day, once: a list of every page that somebody turned would hide who was there. */
interface ReadsOfADay {
  day: string;
  who: string;
  times: number;
  /** Documents that were opened, by name or by the beginning of their number. */
  documents: string[];
}

function readsByDay(reads: { at: string; part: string; what: string }[]): ReadsOfADay[] {
  const days = new Map<string, ReadsOfADay>();
  for (const { at, part, what } of reads) {
    const day = londonDateOf(at);
    const who = part === 'parent or young person' ? 'You, or who acts for you' : partyName(part);
    const known = days.get(day + who) ?? { day, who, times: 0, documents: [] };
    days.set(day + who, known);
    known.times += 1;
    const [, document] = /^document (\S+)/.exec(what) ?? [];
    if (document && !known.documents.includes(document)) known.documents.push(document);
  }
  return [...days.values()];
}

const partyName = (party: string): string => {
  const { name } = partyDefinition(party as PartyId);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const FAMILY: PartyId = 'parent or young person';

/** What a family did itself is said to have been done by "you". */
const byReader = (entries: TimelineEntry[], { parts, scope }: CaseView, { say }: Speech): TimelineEntry[] =>
  entries.map((entry) =>
    entry.party === FAMILY
      ? { ...entry, by: say(parts.includes(FAMILY) && scope === 'full' ? 'party.you' : 'party.family') }
      : entry,
  );

/** What waits for the reader, or for the family they help, comes first. */
const rank = ({ yours, over, helping, responsible }: WorklistItem): number =>
  over ? 2 : yours || (helping && responsible === FAMILY) ? 0 : 1;

function helpInWords(
  { helping }: WorklistItem,
  names: Map<string, string>,
  { say, when }: Speech,
): string | undefined {
  if (!helping) return undefined;
  const name = names.get(helping.askedBy ?? '') ?? say('party.family');
  return say(helping.scope === 'read' ? 'helping.read' : 'helping.act', { name, date: when(helping.until) });
}

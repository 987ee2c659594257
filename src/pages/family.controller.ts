// The case pages: my cases, one case, its history and dates, and acting on it.

import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { findRoute, routeFor } from '../../workflows';
import { londonDateOf } from '../../workflows/calendar';
import { partyDefinition, type PartyId } from '../../workflows/kit';
import { Invitations, People } from '../access';
import { calendarFile, dateFile } from '../documents';
import {
  Cases,
  Corrections,
  jsonSchemaOf,
  type CaseView,
  type TimelineEntry,
  type WorklistItem,
} from '../engine';
import { Drafts } from '../lodging';
import { Meetings } from '../meetings';
import { Undelivered } from '../messages';
import { Organisations } from '../organisations';
import { Clock, Refusal } from '../platform';
import { caseRef } from './case-ref';
import { casePage, datesOf, daysInWords, isReport, pointsOf, saidOf } from './case-page';
import {
  firstPage,
  keptPage,
  nextPage,
  refusedPage,
  reviewPage,
  type Flow,
  type FlowPage,
  type Posted,
} from './flow';
import { historyPage, readHistoryKind } from './history';
import { english, type Speech } from './language';
import { noticesOf, waitingNotices } from './notices';
import { aheadOf, questionsOf, type Question } from './questions';
import { Readers, type Reader } from './reader';
import { StaffCases } from './staff-case';

const WHEN = 'occurredOn';

@Controller()
export class FamilyController {
  constructor(
    private readonly cases: Cases,
    private readonly corrections: Corrections,
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
    const { personId } = await this.readers.signedIn(request);
    const speech = this.readers.speech(request);
    const mine = await this.cases.mine(personId);
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
      invitations: await this.invitations.waitingFor(personId),
      drafts: (await this.drafts.mine(personId)).map((draft) => ({
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
    const { who } = await this.readers.signedIn(request);
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
      back: `/cases/${ref}`,
    });
  }

  @Get('cases/:ref/dates')
  async dates(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who } = await this.readers.signedIn(request);
    const ref = caseRef(typed);
    const dates = datesOf(await this.cases.view(ref, who, 'dates'));
    await this.readers.page(request, response, 'dates.njk', {
      title: 'Dates',
      ref,
      dates,
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
    await this.readers.page(request, response, 'sent.njk', {
      title: entry.type === 'opened' ? 'Your case is open' : 'Done',
      view: casePage(view),
      entry: {
        ...entry,
        said: saidOf(view.route, view.routeVersion, entry.type, entry.data),
      },
      latest: timeline.at(-1)?.seq === entry.seq,
      help: await this.helpOf(view),
      back: `/cases/${view.ref}`,
    });
  }

  @Get('cases/:ref/act/:event')
  async ask(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('event') event: string,
  ) {
    const reader = await this.readers.signedIn(request);
    if (await this.staffCases.isStaff(caseRef(typed), reader))
      return response.redirect(303, `/desk/cases/${caseRef(typed)}/write/${event}`);
    const { flow } = await this.actFlow(reader, caseRef(typed), event);
    const page = await this.opened(request, reader, flow, firstPage);
    await this.show(request, response, page, `/cases/${caseRef(typed)}`);
  }

  @Post('cases/:ref/act/:event')
  async act(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('event') type: string,
    @Body() posted: Posted,
  ) {
    const reader = await this.readers.sender(request);
    const ref = caseRef(typed);
    const { flow, view } = await this.actFlow(reader, ref, type);
    const page = nextPage(flow, posted, this.readers.today());
    if (page.kind !== 'send') return this.show(request, response, page, `/cases/${ref}`);
    const { [WHEN]: occurredOn, ...data } = page.answers;
    try {
      const sent = await this.cases.advance(
        ref,
        {
          type,
          data,
          expectedVersion: view.version,
          ...(typeof occurredOn === 'string' ? { occurredOn } : {}),
        },
        reader.who,
      );
      response.redirect(303, `/cases/${ref}/sent/${sent.case.version}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      await this.show(request, response, refusedPage(flow, page.answers, error), `/cases/${ref}`, 422);
    }
  }

  @Get('cases/:ref/correct')
  async review(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const reader = await this.readers.signedIn(request);
    const view = await this.cases.view(caseRef(typed), reader.who, 'correct');
    const flow = correctFlow(view);
    const page = await this.opened(request, reader, flow, () => reviewPage(flow, answersOf(flow, view)));
    await this.show(request, response, page, `/cases/${view.ref}`);
  }

  @Post('cases/:ref/correct')
  async correct(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Body() posted: Posted,
  ) {
    const reader = await this.readers.sender(request);
    const view = await this.cases.view(caseRef(typed), reader.who, 'correct');
    const flow = correctFlow(view);
    const back = `/cases/${view.ref}`;
    const page = nextPage(flow, posted, this.readers.today());
    if (page.kind !== 'send') return this.show(request, response, page, back);
    const { [REASON]: reason, ...facts } = page.answers;
    try {
      if (typeof reason !== 'string') {
        throw new Refusal('invalid-data', 'Say why.', [{ pointer: `/${REASON}`, detail: 'Say why' }]);
      }
      await this.corrections.correct(view.ref, { facts, reason, expectedVersion: view.version }, reader.who);
      response.redirect(303, `/cases/${view.ref}/dates`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      await this.show(request, response, refusedPage(flow, page.answers, error), back, 422);
    }
  }

  private async actFlow(reader: Reader, ref: string, type: string): Promise<{ flow: Flow; view: CaseView }> {
    const view = await this.cases.view(ref, reader.who, 'act');
    const event = view.events.find((each) => each.type === type);
    if (!event)
      throw new Refusal(
        'not-found',
        'This is not possible in the case at the moment. Go back to the case to see what is.',
      );
    const asked = questionsOf(event.data);
    const points = asked.some(({ name }) => name === 'point')
      ? pointsOf(view, await this.cases.timeline(ref, reader.who))
      : {};
    const questions: Question[] = asked.map((question) =>
      question.name === 'point' && Object.keys(points).length > 0
        ? { ...question, control: 'radios', options: points }
        : question,
    );
    const day: Question = {
      name: WHEN,
      label: event.when ?? 'When did it happen?',
      control: 'date',
      optional: false,
    };
    const told = view.parts.includes('parent or young person') && isReport(event);
    const past = findRoute(view.route, view.routeVersion)?.events[type]?.past ?? event.title;
    const flow: Flow = {
      questions: [...(event.when ? [day] : []), ...questions],
      ahead: aheadOf(event.data),
      action: `/cases/${ref}/act/${type}`,
      button: told ? 'Tell us this' : event.title,
      caption: told ? `You tell us: ${past}` : event.title,
      ...(event.interruption ? { interruption: event.interruption } : {}),
    };
    return { flow, view };
  }

  /** Why somebody sees the case whom the family asked to help. */
  private async helpingWith({ ref }: CaseView, { personId }: Reader, request: Request) {
    const item = (await this.cases.mine(personId)).find((each) => each.ref === ref);
    const names = await this.people.namesOf([item?.helping?.askedBy ?? ''].filter(Boolean));
    return item && helpInWords(item, names, this.readers.speech(request));
  }

  /** The local advice service of the council that takes part. */
  private async helpOf({ parties: { council } }: CaseView) {
    return council && (await this.organisations.byId([council.id])).get(council.id)?.help;
  }

  /** A form as it is opened: with what was typed before the session ended, where there is such. */
  private async opened(
    request: Request,
    reader: Reader,
    flow: Flow,
    anew: (flow: Flow) => FlowPage,
  ): Promise<FlowPage> {
    const kept = await this.readers.kept(reader, request);
    return kept ? keptPage(flow, kept, this.readers.today()) : anew(flow);
  }

  private show(
    request: Request,
    response: Response,
    page: FlowPage,
    back: string,
    status = 200,
  ): Promise<void> {
    if (page.kind === 'send') throw new Error('A page that is sent is not shown');
    return this.readers.page(request, response, page.template, { ...page.context, back }, status);
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

const REASON = 'reason-for-correction';

/** @throws Refusal for a reader who may not put the facts right. */
function correctFlow({ ref, route, routeVersion, mayCorrect }: CaseView): Flow {
  const schema = findRoute(route, routeVersion)?.facts;
  if (!mayCorrect || !schema)
    throw new Refusal('not-found', 'You cannot correct this case. Ask the family, or who acts for it.');
  const json = jsonSchemaOf(schema);
  const reason: Question = {
    name: REASON,
    label: 'Why are you correcting this?',
    hint: 'Everybody who takes part in the case can read it.',
    control: 'text',
    optional: false,
  };
  return {
    questions: [...questionsOf(json), reason],
    ahead: aheadOf(json),
    action: `/cases/${ref}/correct`,
    button: 'Correct the case',
    caption: 'Correct the case',
    checkTitle: 'Change what is wrong',
    interruption:
      'Dates that still run are counted again. What was there before stays in the history. Linked cases keep their own facts.',
  };
}

/** What the case has now, as answers; what was left out stays left out until it is changed. */
const answersOf = (flow: Flow, { facts }: CaseView): Record<string, unknown> =>
  Object.fromEntries(
    flow.questions.filter(({ name }) => name !== REASON).map(({ name }) => [name, facts[name] ?? null]),
  );

// "Who is responsible?": questions without an account, and a page with the answer that can be kept, shared and printed.

import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { workingDaysBetween } from '../../workflows/calendar';
import { routeFor } from '../../workflows';
import { outlineOf, partyDefinition, type PartyId, type RouteId } from '../../workflows/kit';
import { triageUntyped, type TriageDeadline, type TriageResult } from '../../workflows/triage';
import { dayFile } from '../documents';
import { Organisations, type Organisation } from '../organisations';
import { Clock, Refusal } from '../platform';
import { daysInWords } from './case-page';
import { easyReadFor } from './easy-read';
import type { Speech } from './language';
import { startsHere, PARTY } from './lodging';
import { targetOf } from './questions';
import { Readers } from './reader';
import { addressOf, factsOf, isUndated, routerPage, ROUTER, toldIn, type Answers } from './router';
import { wrongAt } from './wrong-at';

type Query_ = Record<string, unknown>;

const RESULT = `${ROUTER}/result`;
const FAMILY: PartyId = 'parent or young person';

@Controller('who-is-responsible')
export class RouterController {
  constructor(
    private readonly readers: Readers,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  @Get()
  async ask(@Req() request: Request, @Res() response: Response, @Query() query: Query_) {
    const speech = this.readers.speech(request);
    const page = routerPage(query, this.clock.today(), await this.councils(), speech);
    if (page.done) return response.redirect(303, addressOf(RESULT, page.answers));
    const { question, errorText, n, about, ...rest } = page;
    await this.readers.page(request, response, 'router.njk', {
      ...rest,
      title: question.label,
      caption: speech.say('question.progress', { n, about }),
      question,
      ...wrongAt(targetOf(question), errorText),
    });
  }

  @Get('result')
  async result(@Req() request: Request, @Res() response: Response, @Query() query: Query_) {
    const speech = this.readers.speech(request);
    const councils = await this.councils();
    const page = routerPage(query, this.clock.today(), councils, speech);
    // An address that was cut short is taken up where it ends.
    if (!page.done) return response.redirect(303, addressOf(ROUTER, asAnswers(query)));
    const { answers } = page;
    const council = councils.find(({ id }) => id === answers.council);
    const found = triageUntyped(factsOf(answers));
    const nameOf = (party: PartyId) =>
      council && partyDefinition(party).body === 'council' ? council.name : partyDefinition(party).name;
    const deadlines = found.deadlines.map((date) => this.dated(date, found, nameOf, speech));
    await this.readers.page(request, response, 'result.njk', {
      title: speech.say('result.title'),
      back: addressOf(ROUTER, answers, Object.keys(answers).at(-1)),
      result: {
        ...found,
        yours: ['family', 'mediation'].includes(partyDefinition(found.responsible).body),
        responsibleName: nameOf(found.responsible),
        also: found.alsoResponsible.map(nameOf),
        facts: JSON.stringify({
          ...factsOf(answers),
          ...(council ? { [PARTY + 'council']: council.id } : {}),
        }),
        deadlines,
        // The date that can still be kept comes first; where none can, the first that was missed.
        first: deadlines.find(({ passed }) => !passed) ?? deadlines[0],
        ahead: found.deadlines.some(({ due }) => due >= this.clock.today()),
        // The reader could have given a day and did not.
        undated: found.deadlines.length === 0 && isUndated(answers),
        ways: found.routes.map((id) => ({ ...wayTo(id), start: startsHere(id) })),
        not: Object.entries(found.notRoutes).map(([id, why]) => ({ title: wayTo(id as RouteId).title, why })),
        told: toldIn(answers, councils, speech),
        help: council?.help,
        danger: answers.topic === 'danger',
        easyRead: easyReadFor(found.routes),
        calendar: addressOf(`${RESULT}.ics`, answers),
      },
    });
  }

  /** The dates of the answer: they say that something is due, and neither what nor for whom. */
  @Get('result.ics')
  async calendar(@Res() response: Response, @Query() query: Query_) {
    const page = routerPage(query, this.clock.today(), await this.councils());
    const found = page.done ? triageUntyped(factsOf(page.answers)) : undefined;
    const ahead = found?.deadlines.filter(({ due }) => due >= this.clock.today()) ?? [];
    if (ahead.length === 0) throw new Refusal('not-found', 'There is no date ahead to put in a calendar.');
    response
      .set({
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex',
        'Content-Disposition': 'attachment; filename="dates.ics"',
      })
      .type('text/calendar; charset=utf-8')
      .send(
        dayFile(
          ahead.map(({ rule, due, owedBy }) => ({ key: rule, due, own: owedBy === FAMILY })),
          this.clock.instant(),
        ),
      );
  }

  private councils(): Promise<Organisation[]> {
    return this.organisations.list('council');
  }

  private dated(
    date: TriageDeadline,
    { routes }: TriageResult,
    nameOf: (party: PartyId) => string,
    speech: Speech,
  ) {
    const today = this.clock.today();
    const passed = date.due < today;
    return {
      ...date,
      own: date.owedBy === FAMILY,
      owedByName: date.owedBy === FAMILY ? speech.say('party.you') : nameOf(date.owedBy),
      passed,
      left: daysInWords(workingDaysBetween(today, date.due), speech),
      // What the route itself says about a date that has gone by; it is written for whoever misses it.
      ifMissed: passed ? ifMissed(routes, date.rule) : undefined,
    };
  }
}

const asAnswers = (query: Query_): Answers =>
  Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'lang' && name !== 'asked'));

function wayTo(id: RouteId) {
  const route = routeFor(id);
  return { id, title: route?.title ?? id, summary: route?.summary };
}

function ifMissed(routes: RouteId[], rule: string): string | undefined {
  for (const id of routes) {
    const route = routeFor(id);
    for (const { deadlines = [] } of route ? outlineOf(route).stages : []) {
      const found = deadlines.find(({ rules }) => rules.includes(rule));
      if (found) return found.ifMissed;
    }
  }
  return undefined;
}

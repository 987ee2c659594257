// What a family does in its case, a question on a page: tells what happened, and puts right what was said wrongly.

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { findRoute } from '../../workflows';
import { Cases, Corrections, jsonSchemaOf, type CaseView } from '../engine';
import { Refusal } from '../platform';
import { askedOf, isReport } from './case-page';
import { caseRef } from './case-ref';
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
import { aheadOf, questionsOf, type Question } from './questions';
import { Readers, type Reader } from './reader';
import { StaffCases } from './staff-case';

const WHEN = 'occurredOn';
const REASON = 'reason-for-correction';

@Controller()
export class FamilyActController {
  constructor(
    private readonly cases: Cases,
    private readonly corrections: Corrections,
    private readonly readers: Readers,
    private readonly staffCases: StaffCases,
  ) {}

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
    const questions = await askedOf(view, event, () => this.cases.timeline(ref, reader.who));
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

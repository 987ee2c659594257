// Acting in a case from a desk: the whole act on one page with the dates that follow, a draft that nothing loses, a page
// that shows what the others will read, and a confirmation that stays.

import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isPlainDate } from '../../workflows/calendar';
import { Approvals } from '../approvals';
import { Cases, Previews, type CaseView, type EventView } from '../engine';
import { Drafts } from '../lodging';
import { Refusal } from '../platform';
import {
  answersIn,
  changed,
  errorsAt,
  errorsIn,
  fieldsOf,
  nearest,
  saidRows,
  typedFrom,
  type FieldError,
  type Typed,
} from './act-form';
import { caseRef } from './case-ref';
import { askedOf, pastOf, saidOf } from './case-page';
import type { Question } from './questions';
import { Readers, type Reader } from './reader';
import { StaffCases, type StaffCase } from './staff-case';
import { followsOf, liveDates } from './what-follows';
import { inWords } from './views';

const WHEN = 'occurredOn';

interface Act extends StaffCase {
  event: EventView;
  /** Questions about the event itself, without the day on which it happened. */
  questions: Question[];
  /** All questions of the form. */
  form: Question[];
  /** A colleague must approve it before it is sent. */
  two: boolean;
  about: string;
}

@Controller('desk/cases/:ref')
export class DeskActController {
  constructor(
    private readonly cases: Cases,
    private readonly previews: Previews,
    private readonly drafts: Drafts,
    private readonly approvals: Approvals,
    private readonly staffCases: StaffCases,
    private readonly readers: Readers,
  ) {}

  @Get('write/:event')
  async write(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('event') type: string,
    @Query('saved') saved?: string,
  ) {
    const reader = await this.readers.signedIn(request);
    const draft = await this.drafts.about(reader.personId, aboutOf(caseRef(ref), type));
    const act = await this.act(reader, ref, type, draft?.answers);
    const typed = draft?.answers ?? (await this.startingFrom(act));
    await this.form(request, response, act, typed, [], {
      saved: saved === undefined ? undefined : draft?.updatedAt,
    });
  }

  @Post('write/:event')
  async change(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typedRef: string,
    @Param('event') type: string,
    @Body() body: Typed,
  ) {
    const { _csrf: _, go: pressed, ...sent } = body;
    const go = typeof pressed === 'string' ? pressed : 'save';
    const typed = changed(sent, go);
    const ref = caseRef(typedRef);
    const about = aboutOf(ref, type);
    const reader = await this.readers.sender(request, { about, answers: typed });
    const act = await this.act(reader, ref, type, typed);
    await this.drafts.keep(reader.personId, about, typed);
    const here = `/desk/cases/${ref}/write/${type}`;
    if (go === 'save') return response.redirect(303, `${here}?saved=1`);
    if (go !== 'check') return this.form(request, response, act, typed, []);
    const errors = errorsIn(act.form, typed, this.readers.today());
    // What only the route can tell is asked of it as soon as every answer is there.
    const refused = errors.length > 0 ? undefined : await this.refusalOf(act, typed);
    if (errors.length === 0 && !refused) return response.redirect(303, `${here}/check`);
    const found = refused ? errorsOf(act, typed, refused) : errors;
    await this.form(request, response, act, typed, found, {}, 422);
  }

  @Get('write/:event/check')
  async check(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('event') type: string,
  ) {
    const reader = await this.readers.signedIn(request);
    const draft = await this.drafts.about(reader.personId, aboutOf(caseRef(ref), type));
    if (!draft) return response.redirect(303, `/desk/cases/${caseRef(ref)}/write/${type}`);
    await this.checkPage(request, response, await this.act(reader, ref, type, draft.answers), draft.answers);
  }

  @Post('write/:event/send')
  async send(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('event') type: string,
    @Body('version') version = '',
  ) {
    const reader = await this.readers.sender(request);
    const about = aboutOf(caseRef(ref), type);
    const draft = await this.drafts.about(reader.personId, about);
    if (!draft) return response.redirect(303, `/desk/cases/${caseRef(ref)}`);
    const act = await this.act(reader, ref, type, draft.answers);
    try {
      if (act.two) {
        const id = await this.approvals.ask(act.view.ref, sentOf(act, draft.answers), reader.who);
        return response.redirect(303, `/desk/cases/${act.view.ref}/approvals/${id}`);
      }
      const { case: view } = await this.cases.advance(
        act.view.ref,
        {
          ...sentOf(act, draft.answers),
          expectedVersion: Number(version),
          idempotencyKey: `act:${draft.id}`,
        },
        reader.who,
      );
      await this.drafts.discard(draft.id, reader.personId);
      response.redirect(303, `/desk/cases/${view.ref}/sent/${view.version}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      if (error.type === 'stale-version')
        return this.checkPage(request, response, act, draft.answers, [
          { text: 'Something happened in the case while you were writing. Look again, then send it.' },
        ]);
      await this.form(request, response, act, draft.answers, errorsOf(act, draft.answers, error), {}, 422);
    }
  }

  @Post('write/:event/discard')
  async discard(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('event') type: string,
  ) {
    const reader = await this.readers.sender(request);
    await this.drafts.drop(reader.personId, aboutOf(caseRef(ref), type));
    response.redirect(303, `/desk/cases/${caseRef(ref)}`);
  }

  @Get('sent/:seq')
  async sent(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('seq') seq: string,
  ) {
    const { reader, view, page, head } = await this.staffCases.open(request, ref, 'overview', 'confirmation');
    const timeline = await this.cases.timeline(view.ref, reader.who);
    const entry = timeline.find((each) => String(each.seq) === seq);
    if (!entry) throw new Refusal('not-found', 'There is no such page.');
    await this.readers.page(request, response, 'desk-sent.njk', {
      title: entry.title,
      head,
      view: page,
      entry: { ...entry, said: saidOf(view.route, view.routeVersion, entry.type, entry.data) },
      since: timeline.filter((each) => each.seq > entry.seq),
      links: view.links,
      back: `/desk/cases/${view.ref}`,
    });
  }

  private async act(reader: Reader, ref: string, type: string, typed: Typed | undefined): Promise<Act> {
    const staff = await this.staffCases.of(reader, ref, 'overview', 'act');
    const event = staff.view.events.find((each) => each.type === type);
    if (!event) throw gone(staff.view, type, typed);
    const questions = await askedOf(staff.view, event, () => this.cases.timeline(staff.view.ref, reader.who));
    const two = await this.approvals.wanted(staff.view.ref, type, reader.who);
    // What a colleague must still approve cannot have been sent: it counts as sent when they do.
    const form: Question[] =
      event.when && !two
        ? [{ name: WHEN, label: event.when, control: 'date', optional: false }, ...questions]
        : questions;
    return { ...staff, event, questions, form, two, about: aboutOf(staff.view.ref, type) };
  }

  /** An empty form, with the day of today and with the points that the case has already. */
  private async startingFrom({ form, questions, view, reader }: Act): Promise<Typed> {
    const today = this.readers.today();
    const lists = questions.filter(({ items }) => items?.some(({ name }) => name === 'point'));
    const known = lists.length === 0 ? [] : await this.pointsKnown(view, reader);
    return {
      ...(form.some(({ name }) => name === WHEN) ? typedFrom(form, { [WHEN]: today }) : {}),
      ...Object.fromEntries(
        lists.map(({ name }) => [name, known.length > 0 ? known.map((point) => ({ point })) : [{}]]),
      ),
    };
  }

  /** The points of a complaint, in the words in which they were written down last. */
  private async pointsKnown(view: CaseView, { who }: Reader): Promise<string[]> {
    const timeline = await this.cases.timeline(view.ref, who);
    const lists = [view.facts, ...timeline.map(({ data }) => data)].flatMap((data) =>
      Object.values(data).filter(Array.isArray),
    ) as unknown[][];
    const points = lists
      .map((items) =>
        items.flatMap((item) => {
          const point = (item as { point?: unknown } | null)?.point;
          return typeof point === 'string' ? [point] : [];
        }),
      )
      .filter((each) => each.length > 0);
    return points.at(-1) ?? [];
  }

  private async refusalOf(act: Act, typed: Typed): Promise<Refusal | undefined> {
    try {
      (await this.previews.of(act.view.ref, act.reader.who)).follow(sentOf(act, typed));
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private async form(
    request: Request,
    response: Response,
    act: Act,
    typed: Typed,
    errors: FieldError[],
    { saved }: { saved?: string | undefined } = {},
    status = 200,
  ): Promise<void> {
    const situation = await this.previews.of(act.view.ref, act.reader.who);
    const occurredOn = answersIn(act.form, typed)[WHEN];
    const live = liveDates(
      situation,
      { type: act.event.type, ...(isPlainDate(occurredOn) ? { occurredOn } : {}) },
      act.questions,
      typed,
    );
    await this.readers.page(
      request,
      response,
      'desk-write.njk',
      {
        title: act.event.title,
        head: act.head,
        view: act.page,
        event: act.event,
        fields: fieldsOf(act.form, typed, errors),
        live,
        action: `/desk/cases/${act.view.ref}/write/${act.event.type}`,
        two: act.two,
        waiting: (await this.approvals.of(act.view.ref, act.reader.who)).find(
          (each) => each.mine && each.act === act.event.type,
        ),
        wide: act.questions.some(({ control }) => control === 'list'),
        errors,
        saved,
        back: `/desk/cases/${act.view.ref}`,
      },
      status,
    );
  }

  private async checkPage(
    request: Request,
    response: Response,
    act: Act,
    typed: Typed,
    errors: { text: string }[] = [],
  ): Promise<void> {
    const { view, event, page, head } = act;
    const sent = sentOf(act, typed);
    const follows = followsOf(await this.previews.preview(view.ref, sent, act.reader.who));
    const here = `/desk/cases/${view.ref}/write/${event.type}`;
    await this.readers.page(
      request,
      response,
      'desk-check.njk',
      {
        title: 'Check what you are about to send',
        head,
        view: page,
        event,
        past: pastOf(view, event.type),
        by: page.yourName,
        on: sent.occurredOn ?? this.readers.today(),
        rows: saidRows(act.questions, sent.data, inWords),
        what: follows,
        two: act.two,
        action: here,
        errors,
        back: here,
      },
      errors.length > 0 ? 409 : 200,
    );
  }
}

const aboutOf = (ref: string, type: string): string => `${ref}/${type.slice(0, 80)}`;

function sentOf({ event, form }: Act, typed: Typed) {
  const { [WHEN]: occurredOn, ...data } = answersIn(form, typed);
  return { type: event.type, data, ...(typeof occurredOn === 'string' ? { occurredOn } : {}) };
}

function errorsOf({ form }: Act, typed: Typed, refusal: Refusal): FieldError[] {
  const found = errorsAt(form, typed, refusal.pointers);
  return found.length > 0 ? found : [{ text: refusal.detail, name: '', field: nearest(form) }];
}

/** What was written stays where it is kept; the case has gone another way. */
const gone = ({ ref }: CaseView, type: string, typed: Typed | undefined): Refusal =>
  new Refusal(
    'not-possible-now',
    typed
      ? `The case ${ref} has moved on: this can no longer be sent. What you had written is kept for you, and comes back if it becomes possible again.`
      : `This is not possible in the case ${ref} at the moment. Go back to the case to see what is.`,
    [{ pointer: '/type', detail: type.slice(0, 80) }],
  );

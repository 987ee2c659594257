// Opening a case: the start page of a route, a list of tasks that can be left and taken up again, and sending it.

import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ContactSafeties, DRAFT_DAYS, Drafts, Sending, type Answers, type DraftView } from '../lodging';
import { EmailChoices, isEmailChoice } from '../messages';
import { Organisations } from '../organisations';
import { Refusal } from '../platform';
import { Durations } from '../reporting';
import { DraftDocuments } from '../uploads';
import { draftDocuments, meantFor } from './draft-documents';
import { nextPage, pageAt, refusedPage, type FlowPage, type Posted } from './flow';
import type { Key, Speech } from './language';
import {
  EMAIL,
  flowOf,
  isComplete,
  known,
  NAME,
  opening,
  sectionsOf,
  startable,
  timesOf,
  type Section,
} from './lodging';
import { saidIn } from './questions';
import { Readers, type Reader } from './reader';
import { givenOf, safetyOf } from './safety';

/** Who reads each part, said before anything is sent. */
const SEEN: Record<Section['id'], Key> = {
  what: 'lodge.seen-bodies',
  who: 'lodge.seen-bodies',
  contact: 'lodge.seen-safe',
};

@Controller()
export class LodgingController {
  constructor(
    private readonly drafts: Drafts,
    private readonly safeties: ContactSafeties,
    private readonly sending: Sending,
    private readonly documents: DraftDocuments,
    private readonly emailChoices: EmailChoices,
    private readonly organisations: Organisations,
    private readonly durations: Durations,
    private readonly readers: Readers,
  ) {}

  @Get('start/:route')
  async start(@Req() request: Request, @Res() response: Response, @Param('route') id: string) {
    const route = startable(id);
    const speech = this.readers.speech(request);
    await this.readers.page(request, response, 'start-route.njk', {
      title: route.title,
      titleEnglish: true,
      route,
      tasks: sectionsOf(route, await this.organisations.list(), speech).map(({ title }) => title),
      times: timesOf(route),
      median: spanInWords(await this.durations.medianOf(route.id), speech),
      days: DRAFT_DAYS,
      back: '/who-is-responsible',
    });
  }

  /** From the router's result: what was said there is not asked again. */
  @Post('start/:route')
  carry(
    @Req() request: Request,
    @Res() response: Response,
    @Param('route') id: string,
    @Body('facts') facts = '',
  ) {
    this.readers.sameSite(request);
    this.readers.carry(response, String(facts));
    response.redirect(303, `/start/${startable(id).id}`);
  }

  @Post('cases/draft')
  async begin(@Req() request: Request, @Res() response: Response, @Body('route') id = '') {
    const { personId } = await this.readers.sender(request);
    const route = startable(String(id));
    const safety = await this.safeties.of(personId);
    const first = !safety && (await this.drafts.mine(personId)).length === 0;
    const draft = await this.drafts.begin(personId, route.id, {
      ...known(route, this.readers.carried(request)),
      // How to reach somebody is a question about them, not about a case: it is asked once.
      ...(safety ? { ...givenOf(safety), [EMAIL]: await this.emailChoices.of(personId), [NAME]: null } : {}),
    });
    this.readers.carry(response, undefined);
    response.redirect(303, first ? `/stay-safe?to=/cases/draft/${draft}` : `/cases/draft/${draft}`);
  }

  @Get('cases/draft/:id')
  async hub(@Req() request: Request, @Res() response: Response, @Param('id') id: string) {
    const reader = await this.readers.signedIn(request);
    const { personId } = reader;
    const { draft, route, sections } = await this.writing(reader, id, this.readers.speech(request));
    const tasks = sections.map((section) => ({ ...section, done: isComplete(section, draft.answers) }));
    const documents = await this.documents.of(await this.drafts.place(id, personId));
    await this.readers.page(request, response, 'draft.njk', {
      title: route.title,
      titleEnglish: true,
      draft,
      tasks,
      done: tasks.filter(({ done }) => done).length,
      documents: {
        all: documents.length,
        wrong: documents.some(({ status }) => status === 'refused' || status === 'unreadable'),
      },
      days: DRAFT_DAYS,
      back: '/cases',
    });
  }

  @Get('cases/draft/:id/check')
  async check(@Req() request: Request, @Res() response: Response, @Param('id') id: string) {
    const reader = await this.readers.signedIn(request);
    const speech = this.readers.speech(request);
    const { draft, route, sections } = await this.writing(reader, id, speech);
    if (!sections.every((section) => isComplete(section, draft.answers)))
      return response.redirect(303, `/cases/draft/${id}`);
    await this.readers.page(request, response, 'draft-check.njk', {
      title: speech.say('lodge.check'),
      route,
      draft,
      sections: sections.map(({ id: section, title, questions }) => ({
        title,
        seen: speech.say(SEEN[section]),
        rows: questions.map((question) => ({
          label: [speech.say('question.optional'), '(optional)'].reduce(
            (label, word) => label.replace(` ${word}`, ''),
            question.label,
          ),
          value: saidIn(question, draft.answers[question.name], speech),
          english: question.english,
          change: `/cases/draft/${id}/${section}?question=${encodeURIComponent(question.name)}`,
        })),
      })),
      documents: draftDocuments(
        await this.documents.of(await this.drafts.place(id, reader.personId)),
        meantFor(route, draft.answers, await this.organisations.list()),
        speech,
      ),
      back: `/cases/draft/${id}`,
    });
  }

  @Post('cases/draft/:id/send')
  async send(@Req() request: Request, @Res() response: Response, @Param('id') id: string) {
    const reader = await this.readers.sender(request);
    const speech = this.readers.speech(request);
    const { draft, route, sections } = await this.writing(reader, id, speech);
    const { answers } = draft;
    const [email, name] = [answers[EMAIL], answers[NAME]];
    try {
      const view = await this.sending.send(id, reader.who, {
        opening: { route: route.id, ...opening(route, answers) },
        email: isEmailChoice(email) ? email : undefined,
        name: typeof name === 'string' ? name : undefined,
        safety: safetyOf(answers),
      });
      // The case is safe: only now is something asked that nobody has to answer.
      response.redirect(303, `/equality?to=/cases/${view.ref}/sent/${view.version}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const names = error.pointers.map(({ pointer }) => pointer.split('/')[1]);
      const section = sections.find(({ questions }) => questions.some(({ name }) => names.includes(name)));
      if (!section) throw error;
      const flow = flowOf(id, route, section, speech);
      await this.show(request, response, id, refusedPage(flow, answers, error), 422);
    }
  }

  @Post('cases/draft/:id/delete')
  async discard(@Req() request: Request, @Res() response: Response, @Param('id') id: string) {
    const { personId } = await this.readers.sender(request);
    await this.drafts.discard(id, personId);
    response.redirect(303, '/cases');
  }

  @Get('cases/draft/:id/:section')
  async ask(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('section') named: string,
    @Query('question') question?: string,
  ) {
    const reader = await this.readers.signedIn(request);
    const kept = await this.readers.kept(reader, request);
    if (kept) return this.step(request, response, reader, id, named, kept, true);
    const speech = this.readers.speech(request);
    const { draft, route, sections } = await this.writing(reader, id, speech);
    const section = sectionNamed(sections, named);
    const open = section.questions.findIndex(({ name }) =>
      question ? name === question : !(name in draft.answers),
    );
    if (open === -1) return response.redirect(303, `/cases/draft/${id}/check`);
    await this.show(request, response, id, pageAt(flowOf(id, route, section, speech), draft.answers, open));
  }

  @Post('cases/draft/:id/:section')
  async answer(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('section') named: string,
    @Body() posted: Posted,
  ) {
    return this.step(request, response, await this.readers.sender(request), id, named, posted);
  }

  private async step(
    request: Request,
    response: Response,
    reader: Reader,
    id: string,
    named: string,
    posted: Posted,
    kept = false,
  ) {
    const speech = this.readers.speech(request);
    const { draft, route, sections } = await this.writing(reader, id, speech);
    const flow = flowOf(id, route, sectionNamed(sections, named), speech);
    // What has been answered comes from where it is kept, not from what the browser says it was.
    const page = nextPage(
      flow,
      { ...posted, go: posted.go === 'add' ? 'add' : 'next', answers: JSON.stringify(draft.answers) },
      this.readers.today(),
    );
    if (page.kind === 'send') throw new Error('A section is not sent');
    const answers = JSON.parse(String(page.context.answers)) as Answers;
    if (page.context.errorText === undefined) await this.drafts.save(id, reader.personId, answers);
    if (page.kind === 'check') return response.redirect(303, `/cases/draft/${id}`);
    page.context.kept = kept;
    await this.show(request, response, id, page);
  }

  private async writing(
    { personId }: Reader,
    id: string,
    speech: Speech,
  ): Promise<{ draft: DraftView; route: ReturnType<typeof startable>; sections: Section[] }> {
    const draft = await this.drafts.get(id, personId);
    const route = startable(draft.route);
    return { draft, route, sections: sectionsOf(route, await this.organisations.list(), speech) };
  }

  private async show(
    request: Request,
    response: Response,
    id: string,
    page: FlowPage,
    status = 200,
  ): Promise<void> {
    if (page.kind === 'send') throw new Error('A page that is sent is not shown');
    const context = { ...page.context, answers: '', back: `/cases/draft/${id}` };
    await this.readers.page(request, response, page.template, context, status);
  }
}

/** Days are counted; weeks are how people plan. */
const spanInWords = (days: number | undefined, { say }: Speech): string | undefined =>
  days === undefined
    ? undefined
    : days < 14
      ? say('lodge.days', { n: days })
      : say('lodge.weeks', { n: Math.ceil(days / 7) });

function sectionNamed(sections: Section[], named: string): Section {
  const section = sections.find(({ id }) => id === named);
  if (!section) throw new Refusal('not-found', 'There is no such page.');
  return section;
}

// Pages for everybody: start, the router, signing in, help, and the demonstration.

import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { routeFor } from '../../workflows';
import { partyDefinition } from '../../workflows/kit';
import { triageUntyped } from '../../workflows/triage';
import { Operators, People, SignIn, Sessions } from '../access';
import { Demo } from '../demo';
import { CasePeople } from '../engine';
import { Sender } from '../messages';
import { CONFIG, Refusal, type Config } from '../platform';
import { firstPage, nextPage, type Posted } from './flow';
import { texts } from './texts';
import { Readers } from './reader';
import { factsOf, routerFlow } from './router';
import { assetsFolder } from './views';

/** The demonstration's persona who has no account. */
const VISITOR = 'visitor';

@Controller()
export class PublicController {
  constructor(
    private readonly readers: Readers,
    private readonly signInService: SignIn,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly operators: Operators,
    private readonly casePeople: CasePeople,
    private readonly sender: Sender,
    private readonly demo: Demo,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  start(@Req() request: Request, @Res() response: Response) {
    return this.readers.page(request, response, 'start.njk', { title: 'Find out who must act, and by when' });
  }

  @Get('assets/app.css')
  styles(@Res() response: Response) {
    response.set('Cache-Control', 'public, max-age=3600').sendFile('app.css', { root: assetsFolder() });
  }

  @Get('assets/app.js')
  script(@Res() response: Response) {
    response.set('Cache-Control', 'public, max-age=3600').sendFile('app.js', { root: assetsFolder() });
  }

  @Get('who-is-responsible')
  async router(@Req() request: Request, @Res() response: Response) {
    const page = firstPage(routerFlow({}));
    if (page.kind === 'ask')
      await this.readers.page(request, response, page.template, { ...page.context, back: '/' });
  }

  @Post('who-is-responsible')
  async answer(@Req() request: Request, @Res() response: Response, @Body() posted: Posted) {
    const known = JSON.parse(posted.answers || '{}') as Record<string, unknown>;
    // What is asked depends on what has been said: the answer on this page counts too.
    const flow = routerFlow({
      ...known,
      ...(typeof posted.grievance === 'string' ? { grievance: posted.grievance } : {}),
    });
    const page = nextPage(flow, posted, this.readers.today());
    if (page.kind === 'ask')
      return this.readers.page(request, response, page.template, {
        ...page.context,
        back: '/who-is-responsible',
      });
    const answers =
      page.kind === 'send'
        ? page.answers
        : (JSON.parse(page.context.answers as string) as Record<string, unknown>);
    const found = triageUntyped(factsOf(answers));
    const today = this.readers.today();
    const deadlines = found.deadlines.map((each) => ({ ...each, passed: each.due < today }));
    await this.readers.page(request, response, 'result.njk', {
      title: 'Who is responsible',
      back: '/who-is-responsible',
      result: {
        ...found,
        deadlines,
        soonest: deadlines.find(({ passed }) => !passed),
        facts: JSON.stringify(factsOf(answers)),
        responsibleName: capital(partyDefinition(found.responsible).name),
        ways: found.routes.map((id) => {
          const route = routeFor(id);
          return {
            id,
            title: route?.title ?? id,
            summary: route?.summary,
            start: route !== undefined && !id.startsWith('executive.'),
          };
        }),
        not: Object.entries(found.notRoutes).map(([id, why]) => ({
          title: routeFor(id)?.title ?? id,
          why,
        })),
      },
    });
  }

  @Get('sign-in')
  signInPage(@Req() request: Request, @Res() response: Response, @Query('to') to = '') {
    return this.emailPage(request, response, to);
  }

  @Post('sign-in')
  async askCode(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { email = '', to = '' }: { email?: string; to?: string },
  ) {
    this.readers.sameSite(request);
    try {
      await this.signInService.ask(String(email), this.readers.browser(request, response));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.emailPage(request, response, to, String(email), error.detail);
    }
    await this.codePage(request, response, to);
  }

  @Post('sign-in/code')
  async enterCode(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { code = '', to = '' }: { code?: string; to?: string },
  ) {
    this.readers.sameSite(request);
    try {
      this.readers.signIn(
        response,
        await this.signInService.enter(String(code), this.readers.browser(request, response)),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.codePage(request, response, to, error.detail);
    }
    response.redirect(303, localPath(to));
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response) {
    await this.readers.sender(request);
    await this.readers.signOut(request, response);
    response.redirect(303, '/');
  }

  @Get('track')
  track(@Res() response: Response) {
    response.redirect(303, '/cases');
  }

  @Get(['help', 'privacy', 'cookies', 'accessibility-statement', 'stay-safe'])
  text(@Req() request: Request, @Res() response: Response) {
    const page = texts[request.path.slice(1) as keyof typeof texts];
    return this.readers.page(request, response, 'text.njk', { ...page, back: '/' });
  }

  @Get('demo')
  async demoPage(@Req() request: Request, @Res() response: Response) {
    this.demoOnly();
    const ref = this.demo.story?.cases.mediation ?? '';
    const reader = await this.readers.of(request);
    const sees = reader && (await this.casePeople.of(ref, reader.who).catch(() => undefined));
    await this.readers.page(request, response, 'text.njk', {
      title: 'Demonstration: a promise that is not kept',
      lines: [
        '1. Become Grace, the mediator (bar above). Open the mediation case and record the agreement of today: one point, “12 speech therapy sessions”, done by the ICB, kind “Something else”.',
        '2. The linked case now says: NHS Riverside ICB must act within two weeks.',
        '3. Press “Next reminder” and read the mail. It names nobody.',
        '4. Press “Next missed date” until the ICB has missed its date. The case goes to the accountable executive.',
        '5. Become Dr Patel and read the brief and decide in the worklist. Then look at the case as Amira.',
      ],
      links: [
        ...(sees ? [{ href: `/cases/${ref}`, text: `The mediation case ${ref}` }] : []),
        { href: '/demo/mail', text: 'The mailbox' },
        { href: '/demo/messages', text: 'Every message we send' },
        { href: '/dashboard', text: 'What the public sees: figures of the quarter before' },
      ],
    });
  }

  @Get('demo/mail')
  async mail(@Req() request: Request, @Res() response: Response) {
    this.demoOnly();
    const messages = await this.sender.mailbox();
    if (request.accepts(['html', 'json']) === 'json') return response.json(messages);
    const labels = new Map(this.demo.story?.people.map(({ id, label }) => [id, label]));
    await this.readers.page(request, response, 'mail.njk', {
      title: 'Mailbox',
      back: '/demo',
      messages: messages.map((message) => ({
        ...message,
        to: labels.get(message.personId) ?? 'a visitor',
        lines: message.text.split('\n\n'),
      })),
    });
  }

  @Post('demo/as')
  async become(@Req() request: Request, @Res() response: Response, @Body('person') person: string) {
    this.demoOnly();
    this.readers.sameSite(request);
    if (person === VISITOR) {
      await this.readers.signOut(request, response);
      return response.redirect(303, '/');
    }
    if (!this.demo.story?.people.some(({ id }) => id === person))
      throw new Refusal('not-found', 'There is no such persona.');
    this.readers.signIn(response, await this.sessions.start(person));
    const staff = (await this.people.memberships(person)).length > 0;
    response.redirect(303, staff ? '/desk' : (await this.operators.is(person)) ? '/admin' : '/cases');
  }

  @Post('demo/clock')
  async clock(
    @Req() request: Request,
    @Res() response: Response,
    @Body() body: { to?: string; day?: string; now?: string; back?: string },
  ) {
    this.demoOnly();
    this.readers.sameSite(request);
    const reader = await this.readers.of(request);
    try {
      if (body.day !== undefined) await this.demo.moveToDay(body.day);
      else await this.demo.moveTo(new Date(body.now ?? body.to ?? ''));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Refusal('invalid-data', error.message);
    }
    // Days have gone by for the service, but not for the visitor: the persona stays signed in.
    if (reader) this.readers.signIn(response, await this.sessions.start(reader.personId));
    if (body.now !== undefined) return response.json(await this.demo.bar(undefined));
    response.redirect(303, localPath(body.back ?? '/demo'));
  }

  @Post('demo/reset')
  async reset(@Req() request: Request, @Res() response: Response) {
    this.demoOnly();
    this.readers.sameSite(request);
    await this.demo.reset();
    await this.readers.signOut(request, response);
    response.redirect(303, '/demo');
  }

  private demoOnly(): void {
    if (!this.config.demo) throw new Refusal('not-found', 'There is nothing at this address.');
  }

  private emailPage(
    request: Request,
    response: Response,
    to: string,
    value = '',
    errorText?: string,
  ): Promise<void> {
    return this.readers.page(request, response, 'sign-in.njk', {
      title: 'Sign in',
      action: '/sign-in',
      back: '/',
      to,
      value,
      errorText,
      ...(errorText ? { errors: [{ text: errorText, field: 'email' }] } : {}),
      question: {
        name: 'email',
        control: 'email',
        label: 'What is your email address?',
        hint: 'We send you a code. You need no password. If you are new, this makes your account.',
      },
    });
  }

  private codePage(request: Request, response: Response, to: string, errorText?: string): Promise<void> {
    return this.readers.page(request, response, 'sign-in.njk', {
      title: 'Enter the code',
      action: '/sign-in/code',
      back: '/sign-in',
      to,
      errorText,
      ...(errorText ? { errors: [{ text: errorText, field: 'code' }] } : {}),
      question: {
        name: 'code',
        control: 'code',
        label: 'Enter the code we sent you',
        hint: this.config.demo
          ? 'In the demonstration the mail is in the mailbox, at the top of the page.'
          : 'It can take a minute to arrive. Look in your junk mail too.',
      },
    });
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Only ever to a page of ours. */
function localPath(to: string): string {
  return /^\/(?![/\\])[\w\-./]*$/.test(to) ? to : '/cases';
}

// Pages for everybody: start, signing in, help, and the demonstration.

import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Operators, People, SignIn, Sessions, WorkSignIn } from '../access';
import { Demo } from '../demo';
import { CasePeople } from '../engine';
import { Sender } from '../messages';
import { CONFIG, readCaseRef, Refusal, type Config } from '../platform';
import { sendAsset } from './asset';
import { easyPages } from './easy-read';
import { accessibilityPage, cookiesPage, privacyPage, type LegalPage } from './legal';
import { localPath, networkOf } from './ways';
import { Readers } from './reader';

/** The demonstration's persona who has no account. */
const VISITOR = 'visitor';

@Controller()
export class PublicController {
  constructor(
    private readonly readers: Readers,
    private readonly signInService: SignIn,
    private readonly work: WorkSignIn,
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
    const { say } = this.readers.speech(request);
    return this.readers.page(request, response, 'start.njk', { title: say('start.title') });
  }

  @Get('assets/app.css')
  styles(@Req() request: Request, @Res() response: Response) {
    sendAsset(request, response, 'app.css');
  }

  @Get('assets/app.js')
  script(@Req() request: Request, @Res() response: Response) {
    sendAsset(request, response, 'app.js');
  }

  @Get('assets/passkey.js')
  passkeyScript(@Req() request: Request, @Res() response: Response) {
    sendAsset(request, response, 'passkey.js');
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
      await this.signInService.ask(
        String(email),
        this.readers.browser(request, response),
        networkOf(request),
      );
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
        await this.signInService.enter(
          String(code),
          this.readers.browser(request, response),
          networkOf(request),
          this.readers.device(request),
        ),
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
  track(@Req() request: Request, @Res() response: Response) {
    return this.trackPage(request, response);
  }

  /** By reference and address: the answer is the same whether or not there is such a case, and whoever's it is. */
  @Post('track')
  async find(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { ref = '', email = '' }: { ref?: string; email?: string },
  ) {
    this.readers.sameSite(request);
    const typed = { ref: String(ref), email: String(email) };
    const known = readCaseRef(typed.ref);
    const errors: { field: string; text: string }[] = [];
    if (!known) errors.push({ field: 'ref', text: 'Enter the reference, like RC-7F3K-Q2MW-9XC' });
    try {
      if (known)
        await this.signInService.ask(
          typed.email,
          this.readers.browser(request, response),
          networkOf(request),
        );
      else this.people.checkedEmail(typed.email);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push({ field: 'email', text: error.detail });
    }
    if (!known || errors.length > 0) return this.trackPage(request, response, typed, errors);
    await this.codePage(request, response, `/cases/${known}`);
  }

  private trackPage(
    request: Request,
    response: Response,
    typed = { ref: '', email: '' },
    errors: { field: string; text: string }[] = [],
  ) {
    const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
    return this.readers.page(
      request,
      response,
      'track.njk',
      {
        title: 'Track a case',
        back: '/',
        errors,
        fields: [
          {
            question: {
              name: 'ref',
              control: 'text',
              label: 'What is your reference?',
              hint: 'It is in our messages. It looks like RC-7F3K-Q2MW-9XC.',
            },
            value: typed.ref,
            errorText: errorOf('ref'),
          },
          {
            question: {
              name: 'email',
              control: 'email',
              label: 'What is your email address?',
              hint: 'We send a code to it. You see the case if it is yours.',
            },
            value: typed.email,
            errorText: errorOf('email'),
          },
        ],
      },
      errors.length > 0 ? 422 : 200,
    );
  }

  @Get('easy-read')
  easyRead(@Req() request: Request, @Res() response: Response) {
    return this.readers.page(request, response, 'easy-read-list.njk', {
      title: 'Easy read',
      pages: easyPages,
      back: '/',
    });
  }

  @Get('easy-read/:slug')
  easyPage(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string) {
    const page = easyPages.find((each) => each.slug === slug);
    if (!page) throw new Refusal('not-found', 'There is no such page.');
    return this.readers.page(request, response, 'easy-read.njk', {
      title: `${page.title} (easy read)`,
      page,
      others: easyPages.filter((each) => each !== page),
      back: '/easy-read',
    });
  }

  @Get('help')
  help(@Req() request: Request, @Res() response: Response) {
    return this.readers.page(request, response, 'help.njk', { title: 'Help and contact', back: '/' });
  }

  /** Before the first page with the button to leave, and at any time. */
  @Get('stay-safe')
  staySafe(@Req() request: Request, @Res() response: Response, @Query('to') to?: string) {
    const onward = typeof to === 'string' ? localPath(to) : undefined;
    return this.readers.page(request, response, 'stay-safe.njk', {
      title: 'Stay safe online',
      onward,
      back: onward ?? '/',
    });
  }

  @Get('privacy')
  privacy(@Req() request: Request, @Res() response: Response) {
    return this.legal(request, response, privacyPage(this.config));
  }

  @Get('cookies')
  cookies(@Req() request: Request, @Res() response: Response) {
    return this.legal(request, response, cookiesPage());
  }

  @Get('accessibility-statement')
  accessibility(@Req() request: Request, @Res() response: Response) {
    return this.legal(request, response, accessibilityPage(this.config));
  }

  private legal(request: Request, response: Response, page: LegalPage) {
    return this.readers.page(request, response, 'legal.njk', { ...page, back: '/' });
  }

  @Get('demo')
  async demoPage(@Req() request: Request, @Res() response: Response) {
    this.demoOnly();
    const ref = this.demo.story?.cases.mediation ?? '';
    const reader = await this.readers.of(request);
    const sees = reader && (await this.casePeople.includes(ref, reader.who));
    await this.readers.page(request, response, 'text.njk', {
      title: 'Demonstration: a promise that is not kept',
      lines: [
        '1. Become Grace, the mediator (bar above). Open the mediation case and record the agreement of today: one point, “12 speech therapy sessions”, done by the ICB, kind “Something else”.',
        '2. The linked case now says: NHS Riverside ICB must act within two weeks.',
        '3. Press “Next reminder” and read the mail. It names nobody.',
        '4. Press “Next missed date” until the ICB has missed its date. The case goes to the accountable executive.',
        '5. Become Dr Patel and read the brief and decide in the worklist. Then look at the case as Amira.',
        'Rosa has other cases. Become Mr Okoro, Sam, Lena, Dana or Priya: each has one of them to look at, and finds none of the others.',
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
      passkey: true,
      work: this.work.offered,
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

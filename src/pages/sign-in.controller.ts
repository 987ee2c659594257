// Signing in and out with a code by mail; from a reference, too, for who has nothing but that.

import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { People, SignIn, WorkSignIn } from '../access';
import { CONFIG, readCaseRef, Refusal, type Config } from '../platform';
import { refusalIn } from './language';
import { Readers } from './reader';
import { localPath, networkOf } from './ways';
import { wrongAt } from './wrong-at';

@Controller()
export class SignInController {
  constructor(
    private readonly readers: Readers,
    private readonly signInService: SignIn,
    private readonly work: WorkSignIn,
    private readonly people: People,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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

  private emailPage(
    request: Request,
    response: Response,
    to: string,
    value = '',
    refused?: string,
  ): Promise<void> {
    const speech = this.readers.speech(request);
    const wrong = refused === undefined ? undefined : refusalIn(speech, refused);
    return this.readers.page(request, response, 'sign-in.njk', {
      title: speech.say('layout.sign-in'),
      passkey: true,
      work: this.work.offered,
      action: '/sign-in',
      back: '/',
      to,
      value,
      ...wrongAt('email', wrong),
      question: {
        name: 'email',
        control: 'email',
        label: speech.say('sign-in.email'),
        hint: speech.say('sign-in.email.hint'),
      },
    });
  }

  private codePage(request: Request, response: Response, to: string, refused?: string): Promise<void> {
    const speech = this.readers.speech(request);
    const wrong = refused === undefined ? undefined : refusalIn(speech, refused);
    return this.readers.page(request, response, 'sign-in.njk', {
      title: speech.say('sign-in.code-title'),
      action: '/sign-in/code',
      back: '/sign-in',
      to,
      ...wrongAt('code', wrong),
      question: {
        name: 'code',
        control: 'code',
        label: speech.say('sign-in.code'),
        hint: this.config.demo ? speech.say('sign-in.code.hint-demo') : speech.say('sign-in.code.hint'),
      },
    });
  }
}

// How somebody signs in: their passkeys, their app, another e-mail address. Before any of it changes, they show anew
// that it is them.

import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Authenticators, EmailChanges, Passkeys, People, Sessions, SignIn } from '../access';
import { Refusal } from '../platform';
import { scanned } from './qr-code';
import { Readers, type Reader } from './reader';
import { localPath, networkOf } from './ways';
import { wrongAt } from './wrong-at';

const HERE = '/account/security';

@Controller('account')
export class SecurityController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly emailChanges: EmailChanges,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
    private readonly people: People,
    private readonly readers: Readers,
  ) {}

  @Get('security')
  async security(@Req() request: Request, @Res() response: Response) {
    const { personId, fresh } = await this.readers.signedIn(request);
    await this.readers.page(request, response, 'security.njk', {
      title: 'How you sign in',
      back: '/account',
      passkey: true,
      fresh,
      email: (await this.people.contact(personId))?.email,
      app: await this.authenticators.has(personId),
      passkeys: await this.passkeys.of(personId),
    });
  }

  /** Makes its secret, and so is sent, not looked at. */
  @Post('app/offer')
  async app(@Req() request: Request, @Res() response: Response) {
    await this.appPage(request, response, await this.proved(request));
  }

  @Post('app')
  async confirmApp(@Req() request: Request, @Res() response: Response, @Body('code') code = '') {
    const reader = await this.proved(request);
    if (!(await this.authenticators.check(reader.personId, String(code))))
      return this.appPage(
        request,
        response,
        reader,
        'Check the code in your app. Each works once, for a minute.',
      );
    response.redirect(303, HERE);
  }

  @Post('app/remove')
  async removeApp(@Req() request: Request, @Res() response: Response) {
    await this.authenticators.remove((await this.proved(request)).personId);
    response.redirect(303, HERE);
  }

  @Post('passkeys/options')
  async offerPasskey(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.proved(request);
    const account = (await this.people.contact(personId))?.email ?? '';
    response.json(await this.passkeys.offer(personId, account, this.readers.browser(request, response)));
  }

  @Post('passkeys')
  async addPasskey(@Req() request: Request, @Res() response: Response, @Body('response') made: unknown) {
    const { personId } = await this.proved(request);
    const browser = this.readers.browser(request, response);
    await this.passkeys.add(personId, made, browser, this.readers.device(request));
    response.json({ to: HERE });
  }

  @Post('passkeys/:id/remove')
  async removePasskey(@Req() request: Request, @Res() response: Response, @Param('id') id: string) {
    await this.passkeys.remove((await this.proved(request)).personId, id);
    response.redirect(303, HERE);
  }

  @Get('address')
  async address(@Req() request: Request, @Res() response: Response) {
    const { fresh } = await this.readers.signedIn(request);
    if (!fresh) return this.first(response, '/account/address');
    await this.addressPage(request, response);
  }

  @Post('address')
  async askAddress(@Req() request: Request, @Res() response: Response, @Body('email') email = '') {
    await this.proved(request);
    try {
      await this.emailChanges.ask(String(email), this.readers.browser(request, response), networkOf(request));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.addressPage(request, response, String(email), error.detail);
    }
    await this.codePage(request, response, '/account/address/code', '/account/address');
  }

  @Post('address/code')
  async changeAddress(@Req() request: Request, @Res() response: Response, @Body('code') code = '') {
    const { personId, sessionId } = await this.proved(request);
    const browser = this.readers.browser(request, response);
    try {
      await this.emailChanges.confirm(personId, String(code), browser, networkOf(request));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.codePage(request, response, '/account/address/code', '/account/address', '', error.detail);
    }
    this.readers.signIn(response, await this.sessions.start(personId, { instead: sessionId }));
    response.redirect(303, HERE);
  }

  /** Shows once more that it is them: with the app where there is one, else with a code by e-mail. */
  @Get('confirm')
  async confirm(@Req() request: Request, @Res() response: Response, @Query('to') to = '') {
    const { personId } = await this.readers.signedIn(request);
    if (await this.authenticators.has(personId))
      return this.codePage(request, response, '/account/confirm', HERE, to);
    await this.readers.page(request, response, 'confirm.njk', {
      title: 'Show that it is you',
      to,
      back: HERE,
    });
  }

  @Post('confirm/send')
  async sendCode(@Req() request: Request, @Res() response: Response, @Body('to') to = '') {
    const { personId } = await this.readers.sender(request);
    const email = (await this.people.contact(personId))?.email ?? '';
    await this.signIn.ask(email, this.readers.browser(request, response), networkOf(request));
    await this.codePage(request, response, '/account/confirm', HERE, to);
  }

  @Post('confirm')
  async prove(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { code = '', to = '' }: { code?: string; to?: string },
  ) {
    const reader = await this.readers.sender(request);
    if (!(await this.isThem(request, response, reader, String(code))))
      return this.codePage(
        request,
        response,
        '/account/confirm',
        HERE,
        to,
        'That code is not right, or too old.',
      );
    const { personId, sessionId } = reader;
    this.readers.signIn(response, await this.sessions.start(personId, { instead: sessionId }));
    response.redirect(303, localPath(to));
  }

  private async isThem(request: Request, response: Response, { personId }: Reader, code: string) {
    if (await this.authenticators.has(personId)) return this.authenticators.check(personId, code);
    const browser = this.readers.browser(request, response);
    const email = await this.signIn
      .addressBehind(code, browser, networkOf(request))
      .catch((error: unknown) => {
        if (error instanceof Refusal) return undefined;
        throw error;
      });
    return email !== undefined && email === (await this.people.contact(personId))?.email;
  }

  /** @throws Refusal where they have not lately shown that it is them */
  private async proved(request: Request): Promise<Reader> {
    const reader = await this.readers.sender(request);
    if (!reader.fresh)
      throw new Refusal(
        'not-allowed',
        'Show first that it is you: go to “Your account”, then “How you sign in”.',
      );
    return reader;
  }

  private first(response: Response, to: string): void {
    response.redirect(303, `/account/confirm?to=${encodeURIComponent(to)}`);
  }

  private async appPage(request: Request, response: Response, { personId }: Reader, errorText?: string) {
    const account = (await this.people.contact(personId))?.email ?? '';
    await this.readers.page(
      request,
      response,
      'app.njk',
      {
        title: 'Use an app for codes',
        offer: await scanned(await this.authenticators.offer(personId, account)),
        ...wrongAt('code', errorText),
        back: HERE,
      },
      errorText ? 422 : 200,
    );
  }

  private addressPage(request: Request, response: Response, value = '', errorText?: string): Promise<void> {
    return this.readers.page(
      request,
      response,
      'one-question.njk',
      {
        title: 'Change your email address',
        action: '/account/address',
        value,
        ...wrongAt('email', errorText),
        question: {
          name: 'email',
          control: 'email',
          label: 'What is your new email address?',
          hint: 'We send a code to it. We tell the old address that it was changed.',
        },
        back: HERE,
      },
      errorText ? 422 : 200,
    );
  }

  private codePage(
    request: Request,
    response: Response,
    action: string,
    back: string,
    to = '',
    errorText?: string,
  ): Promise<void> {
    return this.readers.page(
      request,
      response,
      'one-question.njk',
      {
        title: 'Enter the code',
        action,
        to,
        ...wrongAt('code', errorText),
        question: {
          name: 'code',
          control: 'code',
          label: 'Enter the code',
          hint: 'It is in the email we sent, or in your app if you use one.',
        },
        back,
      },
      errorText ? 422 : 200,
    );
  }
}

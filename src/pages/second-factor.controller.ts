// Signing in with a passkey or through one's organisation, and the second step of staff after the code.

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Authenticators, Passkeys, People, Sessions, WorkSignIn } from '../access';
import { Refusal } from '../platform';
import { scanned } from './qr-code';
import { Readers, type Reader } from './reader';
import { localPath } from './ways';
import { wrongAt } from './wrong-at';

@Controller()
export class SecondFactorController {
  constructor(
    private readonly sessions: Sessions,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
    private readonly work: WorkSignIn,
    private readonly people: People,
    private readonly readers: Readers,
  ) {}

  @Get('sign-in/second')
  async ask(@Req() request: Request, @Res() response: Response, @Query('to') to = '') {
    const reader = await this.readers.half(request);
    if (!reader) return response.redirect(303, '/sign-in');
    await this.show(request, response, reader, to);
  }

  @Post('sign-in/second/app')
  async offerApp(@Req() request: Request, @Res() response: Response, @Body('to') to = '') {
    await this.show(request, response, await this.readers.halfSender(request), to, undefined, true);
  }

  @Post('sign-in/second')
  async give(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { code = '', to = '' }: { code?: string; to?: string },
  ) {
    const reader = await this.readers.halfSender(request);
    if (!(await this.authenticators.check(reader.personId, String(code))))
      return this.show(
        request,
        response,
        reader,
        to,
        'Check the code in your app. Each works once, for a minute.',
      );
    await this.goOn(response, reader);
    response.redirect(303, localPath(to));
  }

  /** A passkey is made before the first page is seen: who has no telephone for codes uses their computer. */
  @Post('sign-in/second/passkey/options')
  async offerPasskey(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.halfSender(request);
    await this.withoutFactor(personId);
    const account = (await this.people.contact(personId))?.email ?? '';
    response.json(await this.passkeys.offer(personId, account, this.readers.browser(request, response)));
  }

  @Post('sign-in/second/passkey')
  async addPasskey(@Req() request: Request, @Res() response: Response, @Body('response') made: unknown) {
    const reader = await this.readers.halfSender(request);
    await this.withoutFactor(reader.personId);
    const browser = this.readers.browser(request, response);
    await this.passkeys.add(reader.personId, made, browser, this.readers.device(request));
    await this.goOn(response, reader);
    response.json({ to: '/cases' });
  }

  @Post('sign-in/passkey/options')
  async askPasskey(@Req() request: Request, @Res() response: Response) {
    this.readers.sameSite(request);
    const half = await this.readers.half(request);
    response.json(await this.passkeys.ask(this.readers.browser(request, response), half?.personId));
  }

  @Post('sign-in/passkey')
  async usePasskey(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { response: used, to }: { response?: unknown; to?: string },
  ) {
    this.readers.sameSite(request);
    const personId = await this.passkeys.use(used, this.readers.browser(request, response));
    const half = await this.readers.half(request);
    this.readers.signIn(
      response,
      await this.sessions.start(personId, {
        strong: true,
        device: this.readers.device(request),
        ...(half?.personId === personId ? { instead: half.sessionId } : {}),
      }),
    );
    response.json({ to: localPath(to) });
  }

  /** A link and no form: a browser lets a form of ours send nobody elsewhere. */
  @Get('sign-in/work')
  async toWork(@Req() request: Request, @Res() response: Response, @Query('to') to = '') {
    const browser = this.readers.browser(request, response);
    response.set('Cache-Control', 'no-store').redirect(303, await this.work.begin(browser, localPath(to)));
  }

  @Get('sign-in/work/back')
  async fromWork(
    @Req() request: Request,
    @Res() response: Response,
    @Query() query: Record<string, unknown>,
  ) {
    const { personId, to } = await this.work.finish(this.readers.browser(request, response), query);
    const device = this.readers.device(request);
    this.readers.signIn(response, await this.sessions.start(personId, { strong: true, device }));
    response.set('Cache-Control', 'no-store').redirect(303, to);
  }

  private async goOn(response: Response, { personId, sessionId }: Reader): Promise<void> {
    this.readers.signIn(response, await this.sessions.start(personId, { strong: true, instead: sessionId }));
  }

  /** Who has a factor must show it: a second one is not made with the first alone. */
  private async withoutFactor(personId: string): Promise<void> {
    if ((await this.authenticators.has(personId)) || (await this.passkeys.of(personId)).length > 0)
      throw new Refusal('not-allowed', 'Use the passkey or the app that you have.');
  }

  private async show(
    request: Request,
    response: Response,
    { personId, csrf }: Reader,
    to: string,
    errorText?: string,
    wantsApp = errorText !== undefined,
  ): Promise<void> {
    const [app, passkeys] = [await this.authenticators.has(personId), await this.passkeys.of(personId)];
    const account = (await this.people.contact(personId))?.email ?? '';
    const first = !app && passkeys.length === 0;
    await this.readers.page(
      request,
      response,
      'second-factor.njk',
      {
        title: first ? 'Set up a second step' : 'Show that it is you',
        csrf,
        to,
        first,
        app,
        passkeys: passkeys.length > 0,
        passkey: true,
        ...(first && wantsApp
          ? { offer: await scanned(await this.authenticators.offer(personId, account)) }
          : {}),
        ...wrongAt('code', errorText),
        back: '/sign-in',
      },
      errorText ? 422 : 200,
    );
  }
}

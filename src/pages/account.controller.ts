// A person's own account: their name, where they are signed in, a copy of their data, and the quick way out.

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { People, Sessions } from '../access';
import { Desk, PersonalData } from '../engine';
import { EmailChoices, isEmailChoice } from '../messages';
import { Refusal } from '../platform';
import { EMAIL, emailQuestion } from './lodging';
import { Readers, type Reader } from './reader';
import { wrongAt } from './wrong-at';

/** Where "Exit this page" leads: a page anybody could be reading. */
const ELSEWHERE = 'https://www.bbc.co.uk/weather';

@Controller()
export class AccountController {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly emailChoices: EmailChoices,
    private readonly data: PersonalData,
    private readonly desk: Desk,
    private readonly readers: Readers,
  ) {}

  @Get('account')
  async account(@Req() request: Request, @Res() response: Response) {
    await this.show(request, response, await this.readers.signedIn(request));
  }

  @Post('account/name')
  async rename(@Req() request: Request, @Res() response: Response, @Body('name') name = '') {
    const reader = await this.readers.sender(request);
    try {
      await this.people.rename(reader.personId, String(name));
      response.redirect(303, '/account');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.show(request, response, reader, { typed: String(name), text: error.detail });
    }
  }

  @Post('account/email')
  async email(@Req() request: Request, @Res() response: Response, @Body(EMAIL) choice = '') {
    const reader = await this.readers.sender(request);
    if (!(await this.hasOwnSafety(reader)))
      throw new Refusal('not-allowed', 'What your work asks of you always comes by email.');
    if (isEmailChoice(choice)) await this.emailChoices.choose(reader.personId, choice);
    response.redirect(303, '/account');
  }

  @Post('account/sessions/end')
  async end(@Req() request: Request, @Res() response: Response, @Body('session') session = '') {
    const { personId, sessionId } = await this.readers.sender(request);
    await this.sessions.endOne(personId, String(session));
    response.redirect(303, session === sessionId ? '/' : '/account');
  }

  @Get('account/data.json')
  async copy(@Req() request: Request, @Res() response: Response) {
    const { who } = await this.readers.signedIn(request);
    response
      .set({
        'Cache-Control': 'private, no-store',
        'Content-Disposition': 'attachment; filename="my-data.json"',
      })
      .type('json')
      .send(JSON.stringify(await this.data.of(who), null, 2));
  }

  /** Signs out first: whoever presses Back finds nothing. */
  @Get('exit')
  async exit(@Req() request: Request, @Res() response: Response) {
    this.readers.sameSite(request);
    await this.readers.signOut(request, response);
    response.set('Cache-Control', 'no-store').redirect(303, ELSEWHERE);
  }

  /**
   * What is safe is asked of families. Whoever only works here is always told of the dates of their organisation: with an
   * answer meant for families they would miss them without a word.
   */
  private async hasOwnSafety({ personId, places, operator }: Reader): Promise<boolean> {
    return (places.length === 0 && !operator) || (await this.desk.ownTurnsOf(personId)).all > 0;
  }

  private async show(
    request: Request,
    response: Response,
    reader: Reader,
    wrong?: { typed: string; text: string },
  ): Promise<void> {
    const { personId, sessionId } = reader;
    const { name = '', email = '' } = (await this.people.contact(personId)) ?? {};
    await this.readers.page(
      request,
      response,
      'account.njk',
      {
        title: 'Your account',
        back: '/cases',
        name: wrong?.typed ?? name,
        email,
        ownSafety: await this.hasOwnSafety(reader),
        emailQuestion,
        emailChoice: await this.emailChoices.of(personId),
        ...wrongAt('name', wrong?.text),
        sessions: (await this.sessions.openOf(personId)).map((session) => ({
          ...session,
          here: session.id === sessionId,
        })),
      },
      wrong ? 422 : 200,
    );
  }
}

// The demonstration: whose part a visitor plays, what time it is there, and the mail that went out.

import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Operators, People, Sessions } from '../access';
import { Demo } from '../demo';
import { CasePeople } from '../engine';
import { Sender } from '../messages';
import { CONFIG, Refusal, type Config } from '../platform';
import { Readers } from './reader';
import { localPath } from './ways';

/** The demonstration's persona who has no account. */
const VISITOR = 'visitor';

@Controller('demo')
export class DemoController {
  constructor(
    private readonly readers: Readers,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly operators: Operators,
    private readonly casePeople: CasePeople,
    private readonly sender: Sender,
    private readonly demo: Demo,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async demoPage(@Req() request: Request, @Res() response: Response) {
    this.demoOnly();
    const reader = await this.readers.of(request);
    const links: { href: string; text: string }[] = [];
    for (const [kind, ref] of Object.entries(this.demo.story?.cases ?? {})) {
      if (!reader || !(await this.casePeople.includes(ref, reader.who))) continue;
      const text = kind === 'mediation' ? `The mediation case ${ref}` : `The complaint of Tom ${ref}`;
      links.push({ href: `/cases/${ref}`, text });
    }
    await this.readers.page(request, response, 'text.njk', {
      title: 'Demonstration: a promise that is not kept',
      lines: [
        '1. Become Grace, the mediator (bar below). Open the mediation case and record the agreement of today: one point, “12 speech therapy sessions”, done by the ICB, kind “Something else”.',
        '2. The linked case now says: NHS Riverside ICB must act within two weeks.',
        '3. Press “Next reminder” and read the mail. It names nobody.',
        '4. Press “Next missed date” until the ICB has missed its date. The case goes to the accountable executive.',
        '5. Become Dr Patel and read the brief and decide in the worklist. Then look at the case as Amira.',
        '6. Riverside Council wants two people for a formal answer. Become Dev, open the complaint of Tom, answer it at stage 1, and ask a colleague to approve it. Nothing has gone out yet, and the date stays.',
        '7. Become Bea and open the same complaint. It says that Dev asks for approval: read the answer as Tom will read it, and approve it, or give it back to Dev with a reason. Once it is approved, read it as Tom.',
        'Rosa has other cases. Become Mr Okoro, Sam, Lena, Dana or Priya: each has one of them to look at, and finds none of the others.',
      ],
      links: [
        ...links,
        { href: '/demo/mail', text: 'The mailbox' },
        { href: '/demo/messages', text: 'Every message we send' },
        { href: '/dashboard', text: 'What the public sees: figures of the quarter before' },
      ],
    });
  }

  @Get('mail')
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

  @Post('as')
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

  @Post('clock')
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

  @Post('reset')
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
}

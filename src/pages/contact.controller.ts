// How somebody is reached: news, texts, one list in the morning, and a calendar that follows their dates.

import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CalendarFeeds } from '../documents';
import { Preferences, StopLinks, Undelivered, type Chosen } from '../messages';
import { CONFIG, Refusal, type Config } from '../platform';
import type { Question } from './questions';
import { Readers, type Reader } from './reader';
import { wrongAt } from './wrong-at';

const hours: Record<Chosen['hours'], string> = {
  day: 'Any time from 8am to 8pm',
  school: 'From 9:30am to 2:30pm',
  evening: 'From 5:30pm to 8pm',
};

const yesNo = (name: string, label: string, hint: string, yes: string, no: string): Question => ({
  name,
  label,
  hint,
  control: 'radios',
  options: { yes, no },
  optional: false,
});

const questions = {
  news: yesNo(
    'news',
    'Do you want news that asks nothing of you?',
    'We always tell you about dates and about your turn.',
    'Yes, send me news',
    'No, only what I must know',
  ),
  text: yesNo(
    'text',
    'Do you want a text when a date is near?',
    'A text only has your reference. We send none at night, on Sundays or on bank holidays.',
    'Yes, text me',
    'No texts',
  ),
  digest: yesNo(
    'digest',
    'How do you want to hear of dates that are 5 or 10 working days off?',
    'The day before, the last day and a missed date always come by themselves.',
    'All in one email at 8am',
    'One email for each date',
  ),
} satisfies Record<string, Question>;

interface Posted {
  news?: string;
  text?: string;
  hours?: string;
  digest?: string;
}

@Controller()
export class ContactController {
  constructor(
    private readonly preferences: Preferences,
    private readonly undelivered: Undelivered,
    private readonly feeds: CalendarFeeds,
    private readonly stopLinks: StopLinks,
    private readonly readers: Readers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('account/messages')
  async page(@Req() request: Request, @Res() response: Response) {
    await this.show(request, response, await this.readers.signedIn(request));
  }

  @Post('account/messages')
  async choose(@Req() request: Request, @Res() response: Response, @Body() posted: Posted) {
    const reader = await this.readers.sender(request);
    const change: Partial<Chosen> = {
      ...(posted.news === undefined ? {} : { news: posted.news === 'yes' }),
      ...(posted.digest === undefined ? {} : { digest: posted.digest === 'yes' }),
      ...(posted.text === undefined ? {} : { text: posted.text === 'yes' }),
      ...(isHours(posted.hours) ? { hours: posted.hours } : {}),
    };
    try {
      await this.preferences.choose(reader.personId, change);
      response.redirect(303, '/account/messages');
    } catch (error) {
      if (!(error instanceof Refusal) || error.pointers.length === 0) throw error;
      await this.show(request, response, reader, { typed: change, text: error.detail });
    }
  }

  @Post('account/messages/use-again')
  async useAgain(@Req() request: Request, @Res() response: Response, @Body('contact') contact: string) {
    const { personId } = await this.readers.sender(request);
    if (contact === 'email' || contact === 'sms') await this.undelivered.useAgain(personId, contact);
    response.redirect(303, '/account/messages');
  }

  /** The address is on this page and never again. */
  @Post('account/calendar')
  async makeFeed(@Req() request: Request, @Res() response: Response) {
    const reader = await this.readers.sender(request);
    const secret = await this.feeds.make(reader.personId);
    await this.show(request, response, reader, undefined, `${this.config.baseUrl}/calendar/${secret}.ics`);
  }

  @Post('account/calendar/end')
  async endFeed(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.sender(request);
    await this.feeds.end(personId);
    response.redirect(303, '/account/messages');
  }

  /** For calendar programs, which have no session: the address itself is the key. */
  @Get('calendar/:file')
  async feed(@Res() response: Response, @Param('file') file: string) {
    response.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' });
    try {
      const text = await this.feeds.read(file.replace(/\.ics$/, ''));
      response.type('text/calendar; charset=utf-8').send(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 429) response.set('Retry-After', '3600');
      response.status(error.status).type('text').send(error.detail);
    }
  }

  /** Looking at it changes nothing: programs that check links look at every one. */
  @Get('stop/:ticket')
  async askStop(@Req() request: Request, @Res() response: Response, @Param('ticket') ticket: string) {
    this.stopping(ticket);
    await this.readers.page(request, response, 'stop.njk', { title: 'Stop news by email', ticket });
  }

  /** One click, from a mail program or from the page: no session, an empty body (RFC 8058). */
  @Post('stop/:ticket')
  async stop(@Req() request: Request, @Res() response: Response, @Param('ticket') ticket: string) {
    await this.preferences.choose(this.stopping(ticket), { news: false });
    await this.readers.page(request, response, 'stop.njk', {
      title: 'You will get no more news',
      done: true,
    });
  }

  private stopping(ticket: string): string {
    const personId = this.stopLinks.personOf(ticket);
    if (personId === undefined) throw new Refusal('not-found', 'There is nothing at this address.');
    return personId;
  }

  private async show(
    request: Request,
    response: Response,
    { personId, places }: Reader,
    wrong?: { typed: Partial<Chosen>; text: string },
    feedUrl?: string,
  ): Promise<void> {
    const staff = places.length > 0;
    const chosen = { ...(await this.preferences.of(personId)), ...wrong?.typed };
    await this.readers.page(
      request,
      response,
      'contact.njk',
      {
        title: 'How we reach you',
        back: '/account',
        staff,
        questions,
        hours,
        chosen: {
          ...chosen,
          news: chosen.news ? 'yes' : 'no',
          text: chosen.text ? 'yes' : 'no',
          digest: chosen.digest ? 'yes' : 'no',
        },
        ...wrongAt('texts', wrong?.text),
        feed: await this.feeds.of(personId),
        feedUrl,
      },
      wrong ? 422 : 200,
    );
  }
}

const isHours = (value: unknown): value is Chosen['hours'] =>
  typeof value === 'string' && Object.hasOwn(hours, value);

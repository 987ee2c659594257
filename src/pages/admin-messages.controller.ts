// What goes out: messages of the last days, notices that reached nobody, and a test message to oneself.

import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Operators } from '../access';
import { Outbox, Undelivered } from '../messages';
import { Db } from '../persistence';
import { Clock, CONFIG, Ids, type Config } from '../platform';
import { Reminders } from '../reminders';
import { Readers } from './reader';

const DAY = 24 * 3_600_000;
const DAYS = 7;

const STATUS = {
  queued: 'Waiting to be sent',
  claimed: 'Being sent',
  sent: 'Sent',
  withheld: 'Not sent, because the receiver wants none or the day has passed',
  dead: 'Nobody would take it',
};

@Controller('admin/messages')
export class AdminMessagesController {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly undelivered: Undelivered,
    private readonly reminders: Reminders,
    private readonly operators: Operators,
    private readonly readers: Readers,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async messages(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.operator(request);
    const now = this.clock.now().getTime();
    const counts = await this.outbox.countSince(new Date(now - DAYS * DAY).toISOString());
    const waiting = await this.undelivered.waiting();
    const tests = await this.outbox.latestOf(personId, 'test');
    await this.readers.page(request, response, 'admin/messages.njk', {
      title: 'Messages',
      back: '/admin',
      channels: this.channels(),
      days: DAYS,
      counts: Object.entries(STATUS).map(([status, text]) => ({
        text,
        count: counts[status as keyof typeof STATUS] ?? 0,
      })),
      planned: await this.reminders.countUntil(new Date(now + DAYS * DAY).toISOString()),
      // No case is named: whoever works on it sees this on its page, and tells the receiver.
      waiting: waiting.map(({ party, template, contact, reason, at }) => ({
        party,
        template,
        contact,
        reason,
        at,
      })),
      tests: tests.map(({ status, createdAt, receipt }) => ({ createdAt, receipt, text: STATUS[status] })),
    });
  }

  @Post('test')
  async test(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.operator(request, true);
    await this.db.tx(async (m) => {
      await this.outbox.enqueue(m, {
        key: `test:${this.ids.id()}`,
        personId,
        template: 'test',
        params: {},
      });
      await this.operators.record(m, personId, 'sent a test message to themselves');
    });
    response.redirect(303, '/admin/messages');
  }

  private channels(): string[] {
    const { smtpUrl, notify, mailPerMinute } = this.config;
    if (smtpUrl === undefined && notify === undefined)
      return ['None is set up: messages lie in the mailbox of the demonstration, and reach nobody'];
    return [
      ...(smtpUrl === undefined
        ? []
        : [
            `E-mail by a mail server${mailPerMinute === undefined ? '' : `, ${mailPerMinute} a minute at most`}`,
          ]),
      ...(notify === undefined
        ? []
        : [
            `${smtpUrl === undefined ? 'E-mail and texts' : 'Texts'} by GOV.UK Notify, ${notify.perMinute} a minute at most`,
          ]),
    ];
  }
}

// Every message as its receiver sees it, with how easy it is to read: for operators, and in the demonstration for all.

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import readability from 'text-readability-ts';
import { channelOf, proseOf, render, templates, wordsOf, type TemplateId } from '../messages';
import { CONFIG, Refusal, type Config } from '../platform';
import { Readers } from './reader';

/** What stands in for a case: invented, like everything in the demonstration. */
export const sample = {
  ref: 'RC-7F3K-Q2MW-9XC',
  due: '2026-12-04',
  secret: '123456',
  items: 'Friday 4 December 2026: case RC-7F3K-Q2MW-9XC\nMonday 7 December 2026: case RC-0Z8Q-M3KD-7T9',
};

const kinds = {
  asked: 'Asked for by its reader',
  statutory: 'Always sent',
  comfort: 'Can be switched off',
};

@Controller()
export class MessageGalleryController {
  constructor(
    private readonly readers: Readers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('demo/messages')
  async gallery(@Req() request: Request, @Res() response: Response) {
    if (!this.config.demo) throw new Refusal('not-found', 'There is nothing at this address.');
    await this.show(request, response, '/demo');
  }

  @Get('admin/messages/all')
  async forOperators(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    await this.show(request, response, '/admin/messages');
  }

  private async show(request: Request, response: Response, back: string): Promise<void> {
    await this.readers.page(request, response, 'message-gallery.njk', {
      title: 'Every message we send',
      back,
      messages: (Object.keys(templates) as TemplateId[]).map((id) => {
        const { baseUrl } = this.config;
        const { subject, text } = render(id, sample, baseUrl, `${baseUrl}/stop/…`);
        const sms = channelOf(id) === 'sms';
        return {
          id,
          channel: sms ? 'Text message' : 'Email',
          kind: kinds[wordsOf(id).kind],
          urgent: wordsOf(id).urgent === true,
          subject,
          lines: text.split('\n\n').map((paragraph) => paragraph.split('\n')),
          grade: Math.max(0, readability.fleschKincaidGrade(proseOf(text))),
          length: sms ? text.length : undefined,
        };
      }),
    });
  }
}

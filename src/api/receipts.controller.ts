// Where providers tell what became of messages. What they send is believed only with the token, and never kept or logged.

import { Body, Controller, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { Bounces, CallbackTokens, Receipts } from '../messages';
import { Refusal } from '../platform';
import { ProblemFilter } from './problems';
import { notifyReceipt, read } from './requests';

const LARGEST_BOUNCE = 1_000_000;

@Controller('api/v1/receipts')
@UseFilters(ProblemFilter)
export class ReceiptsController {
  constructor(
    private readonly tokens: CallbackTokens,
    private readonly receipts: Receipts,
    private readonly bounces: Bounces,
  ) {}

  /** The same receipt any number of times has one effect; the same id that now says something else is refused. */
  @Post('notify')
  @HttpCode(204)
  async notify(@Req() request: Request, @Body() body: unknown): Promise<void> {
    await this.checkToken(request);
    await this.receipts.take(read(notifyReceipt, body));
  }

  /** A delivery status notification, as the mail server got it (`message/rfc822`). */
  @Post('bounces')
  @HttpCode(200)
  async bounce(@Req() request: Request): Promise<{ bounce: 'recorded' | 'ignored' }> {
    await this.checkToken(request);
    return { bounce: await this.bounces.take(await sourceOf(request)) };
  }

  private async checkToken(request: Request): Promise<void> {
    const [, token = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (!(await this.tokens.isRight(token)))
      throw new Refusal('not-signed-in', 'Send the token of "recourse messages callback-token".');
  }
}

async function sourceOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_BOUNCE) throw new Refusal('too-large', 'Send at most 1 MB.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

// A person's own data: a copy to take away, what must stay private, and the wish to be erased.

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataCopy, ErasureRequests, retentionClasses } from '../privacy';
import { Refusal } from '../platform';
import { PrivateWords } from '../uploads';
import { saidOf } from './case-page';
import { Readers } from './reader';
import { ownSafetyRows } from './safety';
import { Views } from './views';
import { wrongAt } from './wrong-at';

const YEARS = Math.round(retentionClasses.dispute.days / 365.25);

@Controller('account')
export class PrivacyController {
  constructor(
    private readonly copy: DataCopy,
    private readonly requests: ErasureRequests,
    private readonly privateWords: PrivateWords,
    private readonly readers: Readers,
    private readonly views: Views,
  ) {}

  @Get('data')
  async data(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.signedIn(request);
    await this.readers.page(request, response, 'my-data.njk', {
      title: 'Your data',
      back: '/account',
      request: await this.requests.of(personId),
      years: YEARS,
    });
  }

  @Get('data.zip')
  async zip(@Req() request: Request, @Res() response: Response) {
    const { who } = await this.readers.signedIn(request);
    const zip = await this.copy.zipped(who, (data) =>
      this.views.render(this.readers.speech(request), 'data-copy.njk', {
        data: {
          ...data,
          reaching: ownSafetyRows(data.howToReachThem),
          cases: data.cases.map((each) => ({
            ...each,
            facts: saidOf(each.case.route, each.case.routeVersion, undefined, each.case.facts),
            history: each.history.map((entry) => ({
              ...entry,
              said: saidOf(each.case.route, each.case.routeVersion, entry.type, entry.data),
            })),
          })),
        },
      }),
    );
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'attachment; filename="my-data.zip"',
      'Content-Type': 'application/zip',
    });
    zip.on('error', (error) => response.destroy(error));
    zip.outputStream.pipe(response);
  }

  /** There is no way back from it: first they show that it is them. */
  @Get('data/erase')
  async askErasure(@Req() request: Request, @Res() response: Response) {
    const { fresh } = await this.readers.signedIn(request);
    if (!fresh) return response.redirect(303, '/account/confirm?to=/account/data/erase');
    await this.readers.page(request, response, 'erase.njk', {
      title: 'Erase your data',
      back: '/account/data',
      years: YEARS,
    });
  }

  @Post('data/erase')
  async erase(@Req() request: Request, @Res() response: Response) {
    const { personId, fresh } = await this.readers.sender(request);
    if (!fresh) return response.redirect(303, '/account/confirm?to=/account/data/erase');
    if ((await this.requests.ask(personId)) === 'asked') return response.redirect(303, '/account/data');
    await this.readers.signOut(request, response);
    await this.readers.page(request, response, 'text.njk', {
      title: 'Your account is deleted',
      lines: ['Nothing that you wrote is kept. You can make a new account at any time.'],
      back: '/',
    });
  }

  @Get('private')
  async private(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.signedIn(request);
    await this.privatePage(request, response, await this.privateWords.of(personId));
  }

  @Post('private')
  async keepPrivate(@Req() request: Request, @Res() response: Response, @Body('details') details = '') {
    const { personId } = await this.readers.sender(request);
    try {
      await this.privateWords.keep(personId, String(details));
      response.redirect(303, '/account/private');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.privatePage(request, response, String(details), error.detail);
    }
  }

  private privatePage(
    request: Request,
    response: Response,
    details: string,
    errorText?: string,
  ): Promise<void> {
    return this.readers.page(
      request,
      response,
      'private.njk',
      {
        title: 'What must stay private',
        details,
        ...wrongAt('details', errorText),
        back: '/account',
      },
      errorText ? 422 : 200,
    );
  }
}

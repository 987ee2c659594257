// Pages for everybody: start, help, easy read, and what the service says about itself.

import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, Refusal, type Config } from '../platform';
import { sendAsset } from './asset';
import { easyPages } from './easy-read';
import { accessibilityPage, cookiesPage, privacyPage, type LegalPage } from './legal';
import { Readers } from './reader';
import { localPath } from './ways';

@Controller()
export class PublicController {
  constructor(
    private readonly readers: Readers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  start(@Req() request: Request, @Res() response: Response) {
    const { say } = this.readers.speech(request);
    return this.readers.page(request, response, 'start.njk', { title: say('start.title') });
  }

  @Get('assets/app.css')
  styles(@Req() request: Request, @Res() response: Response) {
    sendAsset(request, response, 'app.css');
  }

  @Get('assets/app.js')
  script(@Req() request: Request, @Res() response: Response) {
    sendAsset(request, response, 'app.js');
  }

  @Get('assets/passkey.js')
  passkeyScript(@Req() request: Request, @Res() response: Response) {
    sendAsset(request, response, 'passkey.js');
  }

  @Get('easy-read')
  easyRead(@Req() request: Request, @Res() response: Response) {
    return this.readers.page(request, response, 'easy-read-list.njk', {
      title: 'Easy read',
      pages: easyPages,
      back: '/',
    });
  }

  @Get('easy-read/:slug')
  easyPage(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string) {
    const page = easyPages.find((each) => each.slug === slug);
    if (!page) throw new Refusal('not-found', 'There is no such page.');
    return this.readers.page(request, response, 'easy-read.njk', {
      title: `${page.title} (easy read)`,
      page,
      others: easyPages.filter((each) => each !== page),
      back: '/easy-read',
    });
  }

  @Get('help')
  help(@Req() request: Request, @Res() response: Response) {
    return this.readers.page(request, response, 'help.njk', { title: 'Help and contact', back: '/' });
  }

  /** Before the first page with the button to leave, and at any time. */
  @Get('stay-safe')
  staySafe(@Req() request: Request, @Res() response: Response, @Query('to') to?: string) {
    const onward = typeof to === 'string' ? localPath(to) : undefined;
    return this.readers.page(request, response, 'stay-safe.njk', {
      title: this.readers.speech(request).say('safe.title'),
      onward,
      back: onward ?? '/',
    });
  }

  @Get('privacy')
  privacy(@Req() request: Request, @Res() response: Response) {
    return this.legal(request, response, privacyPage(this.config));
  }

  @Get('cookies')
  cookies(@Req() request: Request, @Res() response: Response) {
    return this.legal(request, response, cookiesPage());
  }

  @Get('accessibility-statement')
  accessibility(@Req() request: Request, @Res() response: Response) {
    return this.legal(request, response, accessibilityPage(this.config));
  }

  private legal(request: Request, response: Response, page: LegalPage) {
    return this.readers.page(request, response, 'legal.njk', { ...page, back: '/' });
  }
}

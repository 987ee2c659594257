// What proves that the record is not changed in secret: the roots of the days, and how a party checks its own case.

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Documents } from '../documents';
import { Roots } from '../transparency';
import { caseRef } from './case-ref';
import { Readers } from './reader';
import { assetsFolder } from './views';

const SHOWN = 14;

@Controller()
export class TransparencyController {
  constructor(
    private readonly roots: Roots,
    private readonly documents: Documents,
    private readonly readers: Readers,
  ) {}

  @Get('transparency')
  async page(@Req() request: Request, @Res() response: Response) {
    await this.readers.page(request, response, 'transparency.njk', {
      title: 'Check that the record was not changed',
      back: '/',
      days: await this.roots.published(SHOWN),
    });
  }

  @Get('transparency/roots.json')
  async list(@Res() response: Response) {
    const days = await this.roots.published();
    response.attachment('roots.json').json({ days });
  }

  @Get('transparency/check-proof.mjs')
  program(@Res() response: Response) {
    response
      .attachment('check-proof.mjs')
      .type('text/javascript')
      .sendFile('check-proof.mjs', { root: assetsFolder() });
  }

  @Get('cases/:ref/history/proof.json')
  async proof(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who } = await this.readers.signedIn(request);
    const { type, content } = await this.documents.read(caseRef(typed), 'proof.json', who);
    response.set('Cache-Control', 'private, no-store').attachment('proof.json').type(type).send(content);
  }
}

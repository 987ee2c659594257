// The executive's brief about an escalation: one page, made for a phone and for paper.

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readCaseRef, Refusal } from '../platform';
import { Briefs } from '../reporting';
import { casePage, dated } from './case-page';
import { Readers } from './reader';

@Controller()
export class BriefController {
  constructor(
    private readonly briefs: Briefs,
    private readonly readers: Readers,
  ) {}

  @Get('cases/:ref/brief')
  async brief(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who } = await this.readers.signedIn(request);
    const ref = readCaseRef(typed);
    if (!ref) throw new Refusal('not-found', 'There is no such case.');
    const { view, decide, promises, chain, decisions } = await this.briefs.read(ref, who);
    await this.readers.page(request, response, 'brief.njk', {
      title: `Brief for ${view.ref}`,
      view: casePage(view),
      decide: decide && dated(decide),
      promises,
      chain,
      decisions,
      back: `/cases/${view.ref}`,
    });
  }
}

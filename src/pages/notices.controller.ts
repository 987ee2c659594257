// Notices of a case that did not arrive: who has to be told another way, and that somebody has.

import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Cases } from '../engine';
import { Undelivered, waysToTell } from '../messages';
import { Refusal } from '../platform';
import { caseRef } from './case-ref';
import { mayTell } from './notices';
import { Readers } from './reader';

@Controller()
export class NoticesController {
  constructor(
    private readonly cases: Cases,
    private readonly undelivered: Undelivered,
    private readonly readers: Readers,
  ) {}

  @Post('cases/:ref/notices/:message/told')
  async told(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('message') message: string,
    @Body('how') how: string,
  ) {
    const { who, personId } = await this.readers.sender(request);
    const view = await this.cases.view(caseRef(typed), who, 'notices');
    const way = waysToTell.find((each) => each === how);
    if (!way || !mayTell(view) || !(await this.undelivered.told(message, view.ref, way, personId)))
      throw new Refusal('not-found', 'There is no such notice, or somebody has told them already.');
    response.redirect(303, `/cases/${view.ref}`);
  }
}

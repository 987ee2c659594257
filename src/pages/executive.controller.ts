// Escalations that wait for a decision: at most ten cards, each with what was promised, how late it is, and what it means.

import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Briefs } from '../reporting';
import { dated } from './case-page';
import { Readers } from './reader';

@Controller('executive')
export class ExecutiveController {
  constructor(
    private readonly briefs: Briefs,
    private readonly readers: Readers,
  ) {}

  @Get()
  async cards(@Req() request: Request, @Res() response: Response) {
    const { who, places } = await this.readers.signedIn(request);
    const { cards, more } = await this.briefs.cards(who, places);
    await this.readers.page(request, response, 'executive.njk', {
      title: cards.length === 0 ? 'No escalation waits for you' : `${cards.length + more} to decide`,
      cards: cards.map(({ view, decide, promises, chain }) => ({
        ref: view.ref,
        decide: decide && dated(decide),
        promises,
        facts: view.facts,
        missed: chain.length,
        stage: view.stage.title,
        turn: view.turn,
      })),
      more,
      back: '/desk',
    });
  }
}

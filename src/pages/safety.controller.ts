// How we reach a family: what they have said about it, and changing it.

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Cases } from '../engine';
import { ContactSafeties } from '../lodging';
import { EmailChoices } from '../messages';
import { Refusal } from '../platform';
import { caseRef } from './case-ref';
import { keptPage, nextPage, reviewPage, type Flow, type FlowPage, type Posted } from './flow';
import { emailQuestion } from './lodging';
import { Readers } from './reader';
import { givenOf, safetyOf, ownSafetyRows, safetyQuestions } from './safety';

const PATH = '/account/safety';

const flow: Flow = {
  questions: safetyQuestions,
  ahead: new Set(),
  action: PATH,
  button: 'Save these answers',
  caption: 'Your account',
  checkTitle: 'How to reach you safely, and what you need',
};

@Controller()
export class SafetyController {
  constructor(
    private readonly cases: Cases,
    private readonly safeties: ContactSafeties,
    private readonly emailChoices: EmailChoices,
    private readonly readers: Readers,
  ) {}

  @Get('cases/:ref/settings')
  async settings(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const { who, personId } = await this.readers.signedIn(request);
    const { ref, parts, scope } = await this.cases.view(caseRef(typed), who, 'settings');
    if (!parts.includes('parent or young person') || scope !== 'full')
      throw new Refusal('not-found', 'Only the family itself can see and change this.');
    await this.readers.page(request, response, 'settings.njk', {
      title: 'How we reach you',
      ref,
      email: emailQuestion.options?.[await this.emailChoices.of(personId)],
      safety: ownSafetyRows((await this.safeties.of(personId)) ?? {}),
      back: `/cases/${ref}`,
    });
  }

  @Get('account/safety')
  async review(@Req() request: Request, @Res() response: Response) {
    const reader = await this.readers.signedIn(request);
    const kept = await this.readers.kept(reader, request);
    const known = givenOf((await this.safeties.of(reader.personId)) ?? {});
    const page = kept ? keptPage(flow, kept, this.readers.today()) : reviewPage(flow, known);
    await this.show(request, response, page);
  }

  @Post('account/safety')
  async change(@Req() request: Request, @Res() response: Response, @Body() posted: Posted) {
    const { personId } = await this.readers.sender(request);
    const page = nextPage(flow, posted, this.readers.today());
    if (page.kind !== 'send') return this.show(request, response, page);
    await this.safeties.say(personId, safetyOf(page.answers));
    response.redirect(303, '/account');
  }

  private show(request: Request, response: Response, page: FlowPage): Promise<void> {
    if (page.kind === 'send') throw new Error('A page that is sent is not shown');
    return this.readers.page(request, response, page.template, { ...page.context, back: '/account' });
  }
}

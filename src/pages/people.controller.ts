// "People and what each sees" of a case, and the helpers a family asks in.

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addDays } from '../../workflows/calendar';
import { Invitations, type HelperScope } from '../access';
import { CasePeople } from '../engine';
import { Refusal } from '../platform';
import { caseRef } from './case-ref';
import { firstPage, keptPage, nextPage, refusedPage, type Flow, type FlowPage, type Posted } from './flow';
import { Readers, type Reader } from './reader';
import { StaffCases } from './staff-case';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: CasePeople,
    private readonly invitations: Invitations,
    private readonly readers: Readers,
    private readonly staffCases: StaffCases,
  ) {}

  @Get('cases/:ref/people')
  async list(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const reader = await this.readers.signedIn(request);
    const people = await this.people.of(caseRef(typed), reader.who);
    await this.readers.page(request, response, 'people.njk', {
      title: 'People and what each sees',
      people,
      scopes,
      head: await this.staffCases.headOf(reader, people.ref, 'people'),
      back: `/cases/${people.ref}`,
    });
  }

  @Get('cases/:ref/people/invite')
  async ask(@Req() request: Request, @Res() response: Response, @Param('ref') typed: string) {
    const reader = await this.readers.signedIn(request);
    const ref = await this.ofFamily(typed, reader);
    const flow = this.flow(ref);
    const kept = await this.readers.kept(reader, request);
    const page = kept ? keptPage(flow, kept, this.readers.today()) : firstPage(flow);
    await this.show(request, response, ref, page);
  }

  @Post('cases/:ref/people/invite')
  async invite(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Body() posted: Posted,
  ) {
    const reader = await this.readers.sender(request);
    const ref = await this.ofFamily(typed, reader);
    const flow = this.flow(ref);
    const page = nextPage(flow, posted, this.readers.today());
    if (page.kind !== 'send') return this.show(request, response, ref, page);
    const { email = '', scope, endsOn = '' } = page.answers;
    try {
      await this.people.invite(ref, reader.who, {
        email: String(email),
        scope: scope === 'representative' ? 'representative' : 'read',
        endsOn: String(endsOn),
      });
      response.redirect(303, `/cases/${ref}/people`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.pointers.length === 0) throw error;
      await this.show(request, response, ref, refusedPage(flow, page.answers, error), 422);
    }
  }

  @Post('cases/:ref/people/:invitation/withdraw')
  async withdraw(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('invitation') invitation: string,
  ) {
    const { who } = await this.readers.sender(request);
    await this.people.withdraw(caseRef(typed), who, invitation);
    response.redirect(303, `/cases/${caseRef(typed)}/people`);
  }

  @Post('invitations/:id')
  async answer(
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
    @Body('answer') answer: string,
  ) {
    const { personId } = await this.readers.sender(request);
    await this.invitations.answer(id, personId, answer === 'yes');
    response.redirect(303, '/cases');
  }

  private flow(ref: string): Flow {
    const inThreeMonths = addDays(this.readers.today(), 91);
    const [year, month, day] = inThreeMonths.split('-').map(Number);
    return {
      questions: [
        {
          name: 'email',
          label: 'What is the email address of the person who helps you?',
          hint: 'For example your SENDIASS adviser, a friend or a lawyer.',
          control: 'email',
          optional: false,
        },
        { name: 'scope', label: 'What may they do?', control: 'radios', options: scopes, optional: false },
        {
          name: 'endsOn',
          label: 'Until when?',
          hint: `You can end it sooner at any time. For three months, enter ${day} ${month} ${year}.`,
          control: 'date',
          optional: false,
        },
      ],
      ahead: new Set(['endsOn']),
      action: `/cases/${ref}/people/invite`,
      button: 'Send the invitation',
      caption: 'Ask somebody to help you',
      interruption: 'They will see everything in this case and in your linked cases.',
    };
  }

  /** @throws Refusal for whoever is not the family of this case: the questions are not there for them either. */
  private async ofFamily(typed: string, { who }: Reader): Promise<string> {
    const { ref, helpers } = await this.people.of(caseRef(typed), who);
    if (!helpers) throw new Refusal('not-found', 'Only the family itself may ask somebody in.');
    return ref;
  }

  private async show(
    request: Request,
    response: Response,
    ref: string,
    page: FlowPage,
    status = 200,
  ): Promise<void> {
    if (page.kind === 'send') throw new Error('A page that is sent is not shown');
    const context = { ...page.context, back: `/cases/${ref}/people` };
    await this.readers.page(request, response, page.template, context, status);
  }
}

const scopes: Record<HelperScope, string> = {
  read: 'See everything, and change nothing',
  representative: 'See everything and act for me, but give nothing up',
};

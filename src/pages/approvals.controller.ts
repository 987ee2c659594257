// What a colleague has written and asks a second person to approve: read as the family will read it, sent, or given back.

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Approvals } from '../approvals';
import { Previews } from '../engine';
import { Drafts } from '../lodging';
import { Refusal } from '../platform';
import { trimmed } from './admin-form';
import { caseRef } from './case-ref';
import { pastOf, saidOf } from './case-page';
import { Readers, type Reader } from './reader';
import { StaffCases } from './staff-case';
import { followsOf } from './what-follows';

interface Wrong {
  errors: { text: string; field?: string }[];
  reason: string;
  status: number;
}

@Controller('desk/cases/:ref/approvals/:id')
export class ApprovalPages {
  constructor(
    private readonly approvals: Approvals,
    private readonly previews: Previews,
    private readonly drafts: Drafts,
    private readonly staffCases: StaffCases,
    private readonly readers: Readers,
  ) {}

  @Get()
  async read(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('id') id: string,
  ) {
    await this.show(request, response, await this.readers.signedIn(request), ref, id);
  }

  @Post('approve')
  async approve(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('id') id: string,
    @Body('version') version = '',
  ) {
    const reader = await this.readers.sender(request);
    const ref = caseRef(typed);
    try {
      const view = await this.approvals.approve(ref, id, reader.who, Number(version));
      response.redirect(303, `/desk/cases/${ref}/sent/${view.version}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      const wrong = { errors: [{ text: error.detail }], reason: '', status: error.status };
      await this.show(request, response, reader, ref, id, wrong);
    }
  }

  @Post('give-back')
  async giveBack(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('id') id: string,
    @Body('reason') reason: unknown,
  ) {
    const ref = caseRef(typed);
    const about = aboutOf(ref, id);
    const reader = await this.readers.sender(request, { about, answers: { reason: trimmed(reason) } });
    try {
      await this.approvals.giveBack(ref, id, trimmed(reason), reader.who);
      await this.drafts.drop(reader.personId, about);
      response.redirect(303, `/desk/cases/${ref}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      const field = error.type === 'invalid-data' ? { field: 'reason' } : {};
      const wrong = {
        errors: [{ text: error.detail, ...field }],
        reason: trimmed(reason),
        status: error.status,
      };
      await this.show(request, response, reader, ref, id, wrong);
    }
  }

  @Post('take-back')
  async takeBack(
    @Req() request: Request,
    @Res() response: Response,
    @Param('ref') typed: string,
    @Param('id') id: string,
  ) {
    const reader = await this.readers.sender(request);
    const ref = caseRef(typed);
    await this.approvals.takeBack(ref, id, reader.who);
    response.redirect(303, `/desk/cases/${ref}`);
  }

  private async show(
    request: Request,
    response: Response,
    reader: Reader,
    typed: string,
    id: string,
    wrong?: Wrong,
  ): Promise<void> {
    const { view, page, head } = await this.staffCases.of(reader, typed, 'overview', 'approval');
    const approval = await this.approvals.one(view.ref, id, reader.who);
    const { data, act } = approval;
    const possible = data !== undefined && view.events.some(({ type }) => type === act);
    const preview = possible
      ? await this.previews.preview(view.ref, { type: act, data }, reader.who).catch(refused)
      : undefined;
    await this.readers.page(
      request,
      response,
      'approval.njk',
      {
        title: approval.mine ? 'Waiting for a colleague' : 'Approve what a colleague wrote',
        head,
        view: page,
        approval,
        past: pastOf(view, act),
        on: this.readers.today(),
        rows: data ? saidOf(view.route, view.routeVersion, act, data) : [],
        what: preview && followsOf(preview),
        errors: wrong?.errors ?? [],
        // What was typed before a session ran out is here again.
        reason:
          wrong?.reason ??
          (await this.drafts.about(reader.personId, aboutOf(view.ref, id)))?.answers.reason ??
          '',
        action: `/desk/cases/${view.ref}/approvals/${id}`,
        back: `/desk/cases/${view.ref}`,
      },
      wrong?.status ?? 200,
    );
  }
}

const aboutOf = (ref: string, id: string): string => `${ref}/give-back:${id.slice(0, 36)}`;

/** @throws what is not a refusal: what is refused now is said when somebody tries. */
function refused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

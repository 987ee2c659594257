// A second person for what binds an organisation, over HTTP.

import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { Approvals, type ApprovalView } from '../approvals';
import type { CaseView, Who } from '../engine';
import { Bearer, Holder, Needs } from './bearer';
import { ProblemFilter } from './problems';
import { askApproval, giveBack, read, reference, versionOf } from './requests';

type Person = Who & { kind: 'person' };

@Controller('api/v1/cases/:ref/approvals')
@UseGuards(Bearer)
@UseFilters(ProblemFilter)
export class ApprovalsController {
  constructor(private readonly approvals: Approvals) {}

  @Get()
  @Needs('cases:read')
  async list(@Param('ref') typed: string, @Holder() who: Person): Promise<{ approvals: ApprovalView[] }> {
    const ref = reference(typed);
    await this.approvals.theirs(ref, who);
    return { approvals: await this.approvals.of(ref, who) };
  }

  @Post()
  @Needs('cases:write')
  async ask(
    @Param('ref') typed: string,
    @Body() body: unknown,
    @Holder() who: Person,
  ): Promise<ApprovalView> {
    const ref = reference(typed);
    await this.approvals.theirs(ref, who);
    return this.approvals.one(ref, await this.approvals.ask(ref, read(askApproval, body), who), who);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Needs('cases:write')
  async approve(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Headers('if-match') match: string | undefined,
    @Holder() who: Person,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView> {
    const view = await this.approvals.approve(reference(ref), id, who, versionOf(match));
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }

  @Post(':id/give-back')
  @HttpCode(204)
  @Needs('cases:write')
  async giveBack(
    @Param('ref') typed: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Holder() who: Person,
  ): Promise<void> {
    const ref = reference(typed);
    await this.approvals.theirs(ref, who);
    await this.approvals.giveBack(ref, id, read(giveBack, body).reason, who);
  }

  /** By whoever asked. */
  @Delete(':id')
  @HttpCode(204)
  @Needs('cases:write')
  async takeBack(@Param('ref') ref: string, @Param('id') id: string, @Holder() who: Person): Promise<void> {
    await this.approvals.takeBack(reference(ref), id, who);
  }
}

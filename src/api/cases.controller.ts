// Cases over HTTP.

import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { isPlainDate } from '../../workflows/calendar';
import { People } from '../access';
import { Bundles, Documents } from '../documents';
import {
  CaseLists,
  Cases,
  Corrections,
  Previews,
  readShow,
  type CaseView,
  type OpenCase,
  type Preview,
  type Who,
} from '../engine';
import { Refusal } from '../platform';
import { Roots } from '../transparency';
import { Bearer, Holder, Needs } from './bearer';
import { ProblemFilter } from './problems';
import { bundleWish, correctFacts, openCase, read, reference, sendEvent, versionOf } from './requests';

type Person = Who & { kind: 'person' };

const key = (given: string | undefined): { idempotencyKey?: string } => {
  if (given === undefined) return {};
  if (given.length === 0 || given.length > 200)
    throw new Refusal('bad-request', 'Idempotency-Key must have 1 to 200 characters.');
  return { idempotencyKey: given };
};

@Controller('api/v1')
@UseGuards(Bearer)
@UseFilters(ProblemFilter)
export class CasesController {
  constructor(
    private readonly cases: Cases,
    private readonly lists: CaseLists,
    private readonly previews: Previews,
    private readonly corrections: Corrections,
    private readonly documents: Documents,
    private readonly roots: Roots,
    private readonly bundles: Bundles,
    private readonly people: People,
  ) {}

  @Post('cases')
  @Needs('cases:write')
  async open(
    @Body() body: unknown,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Holder() who: Person,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView> {
    const request = read(openCase, body) as OpenCase;
    const { case: view, replayed } = await this.cases.open({ ...request, ...key(idempotencyKey) }, who);
    response.setHeader('Location', `/api/v1/cases/${view.ref}`);
    return answered(response, view, replayed);
  }

  @Get('cases/:ref')
  @Needs('cases:read')
  async view(
    @Param('ref') ref: string,
    @Holder() who: Person,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView> {
    return answered(response, await this.cases.view(reference(ref), who), false);
  }

  @Post('cases/:ref/events')
  @HttpCode(200)
  @Needs('cases:write')
  async send(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @Headers('if-match') match: string | undefined,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Holder() who: Person,
    @Res({ passthrough: true }) response: Response,
    @Query('preview') preview?: string,
  ): Promise<CaseView | Preview> {
    if (preview !== undefined && preview !== 'false') return this.preview(ref, body, who);
    const { occurredOn, ...request } = read(sendEvent, body);
    const expectedVersion = versionOf(match);
    const sent = await this.cases.advance(
      reference(ref),
      { ...request, ...(occurredOn ? { occurredOn } : {}), expectedVersion, ...key(idempotencyKey) },
      who,
    );
    return answered(response, sent.case, sent.replayed);
  }

  @Post('cases/:ref/events/preview')
  @HttpCode(200)
  @Needs('cases:write')
  preview(@Param('ref') ref: string, @Body() body: unknown, @Holder() who: Person): Promise<Preview> {
    const { occurredOn, ...request } = read(sendEvent, body);
    return this.previews.preview(reference(ref), { ...request, ...(occurredOn ? { occurredOn } : {}) }, who);
  }

  @Post('cases/:ref/corrections')
  @HttpCode(200)
  @Needs('cases:write')
  async correct(
    @Param('ref') typed: string,
    @Body() body: unknown,
    @Headers('if-match') match: string | undefined,
    @Holder() who: Person,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView> {
    const ref = reference(typed);
    const expectedVersion = versionOf(match);
    await this.corrections.correct(ref, { ...read(correctFacts, body), expectedVersion }, who);
    return answered(response, await this.cases.view(ref, who), false);
  }

  @Get('cases/:ref/timeline')
  @Needs('cases:read')
  timeline(@Param('ref') ref: string, @Holder() who: Person) {
    return this.cases.timeline(reference(ref), who);
  }

  @Get('cases/:ref/deadlines')
  @Needs('cases:read')
  deadlines(@Param('ref') ref: string, @Holder() who: Person) {
    return this.cases.deadlines(reference(ref), who);
  }

  @Get('cases/:ref/documents')
  @Needs('cases:read')
  async documentsOf(@Param('ref') typed: string, @Holder() who: Person) {
    const ref = reference(typed);
    return (await this.documents.of(ref, who)).map((each) => ({
      ...each,
      href: `/api/v1/cases/${ref}/documents/${each.name}`,
    }));
  }

  @Get('cases/:ref/documents/:name')
  @Needs('cases:read')
  async document(
    @Param('ref') typed: string,
    @Param('name') name: string,
    @Holder() who: Person,
    @Res() response: Response,
  ) {
    const { type, content, hash } = await this.documents.read(reference(typed), name, who);
    response
      .set({
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="${name}"`,
        // RFC 9530: who keeps the file can prove later that it is the same.
        'Repr-Digest': `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`,
      })
      .type(type)
      .send(content);
  }

  @Post('cases/:ref/bundle')
  @HttpCode(200)
  @Needs('cases:read')
  async bundle(
    @Param('ref') typed: string,
    @Body() body: unknown,
    @Holder() who: Person,
    @Res() response: Response,
  ) {
    const ref = reference(typed);
    const content = await this.bundles.make(ref, read(bundleWish, body), who);
    response
      .set({
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="${ref}-bundle.pdf"`,
      })
      .type('application/pdf')
      .send(content);
  }

  @Get('cases/:ref/proof')
  @Needs('cases:read')
  proof(@Param('ref') ref: string, @Holder() who: Person) {
    return this.roots.proof(reference(ref), who);
  }

  @Get('worklist')
  @Needs('worklist:read')
  async worklist(@Query() query: Record<string, string>, @Holder() who: Person) {
    const twice = Object.keys(query).find((name) => typeof query[name] !== 'string');
    if (twice !== undefined) throw new Refusal('bad-request', 'Say each of the parameters once.');
    const { responsible, dueBefore, route, show, cursor, limit } = query;
    const asked = Number(limit ?? 50);
    if (!Number.isInteger(asked)) throw new Refusal('bad-request', 'limit must be a whole number.');
    if (dueBefore && !isPlainDate(dueBefore))
      throw new Refusal('bad-request', 'dueBefore must be a day, like 2026-11-24.');
    return this.lists.worklist(
      {
        limit: asked,
        ...(responsible ? { responsible } : {}),
        ...(dueBefore ? { dueBefore } : {}),
        ...(route ? { route } : {}),
        ...(show ? { show: readShow(show) } : {}),
        ...(cursor ? { cursor } : {}),
      },
      who,
      await this.people.memberships(who.personId),
    );
  }
}

function answered(response: Response, view: CaseView, replayed: boolean): CaseView {
  response.setHeader('ETag', `"${view.version}"`);
  if (replayed) response.setHeader('Idempotent-Replayed', 'true');
  return view;
}

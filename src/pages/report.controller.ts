// How an organisation kept its own dates, for its own people: the measures of the public dashboard with nothing hidden.

import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isWhole } from '../access';
import { Organisations } from '../organisations';
import { Refusal } from '../platform';
import {
  csvOf,
  OwnFigures,
  publishedBodies,
  quarterInWords,
  readQuarter,
  type PublishedBody,
} from '../reporting';
import { Readers } from './reader';

@Controller('desk/report')
export class ReportController {
  constructor(
    private readonly figures: OwnFigures,
    private readonly organisations: Organisations,
    private readonly readers: Readers,
  ) {}

  @Get()
  async page(@Req() request: Request, @Res() response: Response, @Query('quarter') asked?: string) {
    const { reports, quarter, quarters } = await this.reports(request, asked);
    await this.readers.page(request, response, 'report.njk', {
      title: 'Our performance',
      quarter: quarter.id,
      quarterName: quarterInWords(quarter.id),
      quarters: quarters.map(({ id }) => ({ id, name: quarterInWords(id) })),
      reports,
      back: '/desk',
    });
  }

  @Get('figures.csv')
  async csv(@Req() request: Request, @Res() response: Response, @Query('quarter') asked?: string) {
    const { reports, quarter } = await this.reports(request, asked);
    const rows = reports.flatMap(({ name, measures }) =>
      measures.map(({ measure, due, onTime, doneLate, notDone }) => [
        quarter.id,
        name,
        measure,
        String(due),
        String(onTime),
        String(doneLate),
        String(notDone),
      ]),
    );
    response
      .set({
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="own-figures-${quarter.id}.csv"`,
      })
      .type('text/csv')
      .send(csvOf(['quarter', 'organisation', 'measure', 'due', 'on_time', 'done_late', 'not_done'], rows));
  }

  private async reports(request: Request, asked?: string) {
    const reader = await this.readers.signedIn(request);
    const quarters = this.figures.quarters();
    const quarter = asked ? readQuarter(asked) : quarters[0];
    if (!quarter) throw new Refusal('bad-request', 'A quarter looks like 2026Q3.');
    const places = reader.places.filter(isWhole);
    const known = await this.organisations.byId(places.map(({ organisationId }) => organisationId));
    const counted = [...known.values()].filter(({ body }) => (publishedBodies as string[]).includes(body));
    const reports = await Promise.all(
      counted.map(async ({ id, name, body }) => ({
        name,
        ...(await this.figures.of(id, body as PublishedBody, quarter)),
      })),
    );
    return { quarters, quarter, reports };
  }
}

// The quarterly report to a board over HTTP, for who answers for the body: the numbers as they were frozen.

import { Controller, Get, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { Who } from '../engine';
import { boardCsv, BoardReports, type BoardReportView } from '../reporting';
import { Bearer, Holder, Needs } from './bearer';
import { ProblemFilter } from './problems';
import { boardReportAsked, read } from './requests';

type Person = Who & { kind: 'person' };

@Controller('api/v1')
@UseGuards(Bearer)
@UseFilters(ProblemFilter)
export class BoardReportsController {
  constructor(private readonly reports: BoardReports) {}

  @Get('board-report')
  @Needs('reports:read')
  async report(@Query() query: unknown, @Holder() who: Person) {
    // What depends on who asks, and on what was frozen since, is no part of the report.
    const { mayWrite: _, quarters: __, ...report } = await this.asked(query, who);
    return report;
  }

  @Get('board-report.csv')
  @Needs('reports:read')
  async table(@Query() query: unknown, @Holder() who: Person, @Res() response: Response) {
    const view = await this.asked(query, who);
    response
      .set({
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="board-report-${view.quarter}.csv"`,
      })
      .type('text/csv; charset=utf-8')
      .send(boardCsv(view));
  }

  private asked(query: unknown, { personId }: Person): Promise<BoardReportView> {
    const { quarter, organisation, asAt } = read(boardReportAsked, query);
    return this.reports.read(personId, {
      ...(quarter ? { quarter } : {}),
      ...(organisation ? { organisation } : {}),
      ...(asAt ? { asAt: new Date(asAt).toISOString() } : {}),
    });
  }
}

// The quarterly board report, for those who answer for an ICB or a council: page, PDF and CSV of the same frozen numbers.

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Press } from '../papers';
import { Refusal } from '../platform';
import {
  boardCsv,
  boardPaper,
  BoardReports,
  boardTables,
  CARE,
  COUNTED,
  NO_PATTERN,
  patternsInWords,
  quarterInWords,
} from '../reporting';
import { chartOf } from './dashboard-chart';
import { Readers } from './reader';

interface Asked {
  quarter?: string;
  organisation?: string;
}

@Controller()
export class BoardReportController {
  constructor(
    private readonly reports: BoardReports,
    private readonly press: Press,
    private readonly readers: Readers,
  ) {}

  @Get('executive/board-report')
  async page(@Req() request: Request, @Res() response: Response, @Query() asked: Asked) {
    await this.show(request, response, asked);
  }

  @Post('executive/board-report')
  async write(
    @Req() request: Request,
    @Res() response: Response,
    @Body() posted: Asked & { narrative?: string },
  ) {
    const { personId } = await this.readers.sender(request);
    const { quarter = '', organisation, narrative = '' } = posted;
    try {
      await this.reports.write(personId, String(quarter), String(narrative), organisation);
      response.redirect(
        303,
        `/executive/board-report?${new URLSearchParams({ quarter: String(quarter) }).toString()}`,
      );
    } catch (error) {
      if (!(error instanceof Refusal) || error.type !== 'invalid-data') throw error;
      await this.show(request, response, { quarter: String(quarter) }, error);
    }
  }

  @Get('executive/board-report.pdf')
  async pdf(@Req() request: Request, @Res() response: Response, @Query() asked: Asked) {
    const view = await this.read(request, asked);
    const content = await this.press.pdf(boardPaper(view));
    download(response, 'application/pdf', `board-report-${view.quarter}.pdf`).send(content);
  }

  @Get('executive/board-report.csv')
  async csv(@Req() request: Request, @Res() response: Response, @Query() asked: Asked) {
    const view = await this.read(request, asked);
    download(response, 'text/csv; charset=utf-8', `board-report-${view.quarter}.csv`).send(boardCsv(view));
  }

  @Get('patterns')
  async patterns(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.signedIn(request);
    const { organisation, quarter, patterns } = await this.reports.patterns(personId);
    await this.readers.page(request, response, 'patterns.njk', {
      title: 'What is missed again and again',
      back: '/desk',
      organisation,
      until: quarterInWords(quarter),
      patterns: patternsInWords(patterns),
      noPattern: NO_PATTERN,
    });
  }

  private async read(request: Request, { quarter, organisation }: Asked) {
    const { personId } = await this.readers.signedIn(request);
    return this.reports.read(personId, {
      ...(quarter ? { quarter: String(quarter) } : {}),
      ...(organisation ? { organisation: String(organisation) } : {}),
    });
  }

  private async show(request: Request, response: Response, asked: Asked, refused?: Refusal) {
    const view = await this.read(request, asked);
    const { chart, ...tables } = boardTables(view);
    await this.readers.page(
      request,
      response,
      'board-report.njk',
      {
        title: `Board report, ${quarterInWords(view.quarter)}`,
        back: '/desk',
        view,
        ...tables,
        chart: chartOf('done-in-time', chart.title, chart.groups, 100),
        care: CARE,
        counted: COUNTED,
        quarters: view.quarters.filter((each) => each !== view.quarter),
        errors: refused ? [{ field: 'narrative', text: refused.detail }] : [],
      },
      refused ? refused.status : 200,
    );
  }
}

const download = (response: Response, type: string, name: string): Response =>
  response
    .set({ 'Cache-Control': 'private, no-store', 'Content-Disposition': `attachment; filename="${name}"` })
    .type(type);

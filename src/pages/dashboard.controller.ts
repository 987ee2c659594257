// The public figures: pages without JavaScript, and the same figures as files.

import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  csvOf,
  Dashboards,
  dictionary,
  ENGLAND,
  METHOD,
  methodology,
  quarterInWords,
  type Dashboard,
  type Figure,
} from '../reporting';
import { comparisonPage, MOST } from './dashboard-comparison';
import { dashboardPage } from './dashboard-page';
import { several } from './posted';
import { Readers } from './reader';

const COLUMNS = ['quarter', 'body', 'area', 'area_name', 'measure', 'category', 'value'];

@Controller('dashboard')
export class DashboardController {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly readers: Readers,
  ) {}

  @Get()
  async england(@Req() request: Request, @Res() response: Response, @Query('quarter') quarter?: string) {
    const found = await this.dashboards.read(named(quarter));
    await this.show(request, response, found, ENGLAND);
  }

  @Get('compare')
  async compare(
    @Req() request: Request,
    @Res() response: Response,
    @Query('area') asked: unknown,
    @Query('quarter') quarter?: string,
  ) {
    const found = await this.dashboards.read(named(quarter));
    const chosen = [...new Set(several(asked))].slice(0, MOST);
    await this.readers.page(request, response, 'dashboard-compare.njk', {
      title: 'Compare areas',
      back: '/dashboard',
      most: MOST,
      quarterName: found.publication ? quarterInWords(found.publication.quarter) : '',
      areas: Object.fromEntries(found.areas.map(({ area, name }) => [area, name])),
      chosen: found.areas.flatMap(({ area }) => (chosen.includes(area) ? [area] : [])),
      blocks: comparisonPage(found, chosen),
      publication: found.publication,
    });
  }

  @Get('data')
  async data(@Req() request: Request, @Res() response: Response) {
    const { quarters } = await this.dashboards.read({ area: ENGLAND });
    await this.readers.page(request, response, 'dashboard-data.njk', {
      title: 'Data, meaning and method',
      back: '/dashboard',
      quarters: quarters.map((quarter) => ({ quarter, name: quarterInWords(quarter) })),
      dictionary,
      methodology,
      method: METHOD,
    });
  }

  @Get('data-dictionary.csv')
  dictionary(@Res() response: Response) {
    const rows = dictionary.map(({ column, meaning }) => [column, meaning]);
    download(response, 'csv', 'recourse-data-dictionary.csv').send(csvOf(['column', 'meaning'], rows));
  }

  @Get('figures.csv')
  async csv(@Res() response: Response, @Query('quarter') quarter?: string) {
    const { publication, figures } = await this.dashboards.read(named(quarter));
    const id = publication?.quarter ?? '';
    const row = ({ body, area, areaName, measure, category, value }: Figure) => [
      id,
      body,
      area,
      areaName,
      measure,
      category,
      value,
    ];
    download(response, 'csv', `recourse-figures-${id || 'none'}.csv`).send(csvOf(COLUMNS, figures.map(row)));
  }

  @Get('figures.json')
  async json(@Res() response: Response, @Query('quarter') quarter?: string) {
    const found = await this.dashboards.read(named(quarter));
    download(response, 'json', `recourse-figures-${found.publication?.quarter ?? 'none'}.json`).send(
      JSON.stringify({ ...found, dictionary, methodology }),
    );
  }

  @Get(':area')
  async area(
    @Req() request: Request,
    @Res() response: Response,
    @Param('area') area: string,
    @Query('quarter') quarter?: string,
  ) {
    await this.show(request, response, await this.dashboards.read({ ...named(quarter), area }), area);
  }

  private async show(request: Request, response: Response, found: Dashboard, area: string) {
    const page = dashboardPage(found, area, await this.dashboards.history(area));
    await this.readers.page(request, response, 'dashboard.njk', {
      title: page.area ? `${page.area.name}: promises and dates` : 'Promises and dates in England',
      back: page.area ? '/dashboard' : '/',
      page,
    });
  }
}

const named = (quarter: string | undefined): { quarter?: string } => (quarter ? { quarter } : {});

const download = (response: Response, type: string, name: string): Response =>
  response.set('Content-Disposition', `attachment; filename="${name}"`).type(type);

// Bank holidays: those in force, and a newer list, which first says what it changes and which open dates would move.

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BankHolidayFileError, currentHolidays, type BankHolidayMerge } from '../../workflows/calendar';
import { Operators } from '../access';
import { BankHolidays } from '../bank-holidays';
import { Recalculation, type MovedDate } from '../engine';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { Readers } from './reader';

/** A page lists so many moved dates and counts the rest. */
const SHOWN = 50;

@Controller('admin/calendar')
export class AdminCalendarController {
  constructor(
    private readonly db: Db,
    private readonly bankHolidays: BankHolidays,
    private readonly recalculation: Recalculation,
    private readonly operators: Operators,
    private readonly readers: Readers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async calendar(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    await this.show(request, response, {});
  }

  /** Without `accept` it only says what would be. */
  @Post()
  async takeIn(
    @Req() request: Request,
    @Res() response: Response,
    @Body() { list = '', accept }: { list?: string; accept?: string },
  ) {
    const { personId } = await this.readers.operator(request, true);
    let merge: BankHolidayMerge;
    try {
      merge = await this.bankHolidays.merged(JSON.parse(String(list)));
    } catch (error) {
      if (!(error instanceof BankHolidayFileError) && !(error instanceof SyntaxError)) throw error;
      const text =
        error instanceof SyntaxError
          ? 'This is not the list: paste all of the file, as it is'
          : error.message;
      return this.show(request, response, { list, errors: [{ field: 'list', text }] }, 422);
    }
    if (accept === undefined) {
      const moved: MovedDate[] = [];
      let dates = 0;
      const { cases } = await this.recalculation.preview(merge.holidays, (each) => {
        dates += 1;
        if (moved.length < SHOWN) moved.push(each);
      });
      return this.show(request, response, { list, merge, moved, dates, cases });
    }
    await this.db.tx(async (m) => {
      await this.bankHolidays.takeIn(merge.holidays);
      const what = `took in a list of bank holidays: ${merge.added.length} more, ${merge.removed.length} fewer`;
      await this.operators.record(m, personId, what);
    });
    response.redirect(303, '/admin/calendar');
  }

  private show(
    request: Request,
    response: Response,
    context: Record<string, unknown>,
    status = 200,
  ): Promise<void> {
    const { events, announcedTo, knownTo } = currentHolidays();
    const today = this.clock.today();
    return this.readers.page(
      request,
      response,
      'admin/calendar.njk',
      {
        title: 'Bank holidays',
        back: '/admin',
        announcedTo,
        knownTo,
        holidays: [...events].filter(({ date }) => date >= today).slice(0, 20),
        ...context,
      },
      status,
    );
  }
}

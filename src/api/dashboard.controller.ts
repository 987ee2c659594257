// Published figures over HTTP, for anybody: what was frozen after disclosure control, and nothing else.

import { Controller, Get, Query, UseFilters } from '@nestjs/common';
import { Dashboards, ENGLAND } from '../reporting';
import { Refusal } from '../platform';
import { ProblemFilter } from './problems';

const EVERYWHERE = 'all';

@Controller('api/v1')
@UseFilters(ProblemFilter)
export class DashboardController {
  constructor(private readonly dashboards: Dashboards) {}

  /** England without an area; with `area=all` every area. */
  @Get('dashboard')
  read(@Query() { quarter, area = ENGLAND, ...others }: Record<string, unknown>) {
    const [unknown] = Object.keys(others);
    if (
      unknown !== undefined ||
      typeof area !== 'string' ||
      (quarter !== undefined && typeof quarter !== 'string')
    )
      throw new Refusal('bad-request', 'Ask with quarter and area only, each at most once.');
    return this.dashboards.read({
      ...(quarter === undefined ? {} : { quarter }),
      ...(area === EVERYWHERE ? {} : { area }),
    });
  }
}

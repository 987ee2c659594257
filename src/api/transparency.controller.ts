// The root of every day, for anybody: it says nothing about any case, and no case can be changed in secret under it.

import { Controller, Get, UseFilters } from '@nestjs/common';
import { Roots } from '../transparency';
import { ProblemFilter } from './problems';

@Controller('api/v1')
@UseFilters(ProblemFilter)
export class TransparencyController {
  constructor(private readonly roots: Roots) {}

  /** Latest first. */
  @Get('transparency')
  async published() {
    return { days: await this.roots.published() };
  }
}

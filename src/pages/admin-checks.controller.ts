// Whether everything that is stored keeps its promises: the verifications of the last nights, and one on demand.

import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Operators } from '../access';
import { Db } from '../persistence';
import { Roots } from '../transparency';
import { Verifications, type Verification } from '../verification';
import { Readers } from './reader';

@Controller('admin/checks')
export class AdminChecksController {
  constructor(
    private readonly db: Db,
    private readonly verifications: Verifications,
    private readonly roots: Roots,
    private readonly operators: Operators,
    private readonly readers: Readers,
  ) {}

  @Get()
  async checks(@Req() request: Request, @Res() response: Response) {
    await this.readers.operator(request);
    const made = await this.verifications.latest();
    const [root] = await this.roots.published(1);
    await this.readers.page(request, response, 'admin/checks.njk', {
      title: 'Does everything hold together?',
      back: '/admin',
      last: made.find(({ endedAt }) => endedAt !== null),
      made: made.map((each) => ({ ...each, state: this.stateOf(each) })),
      waiting: made.some(({ beganAt }) => beganAt === null),
      root,
    });
  }

  @Post()
  async ask(@Req() request: Request, @Res() response: Response) {
    const { personId } = await this.readers.operator(request, true);
    await this.db.tx(async (m) => {
      await this.verifications.ask();
      await this.operators.record(m, personId, 'asked for everything to be verified');
    });
    response.redirect(303, '/admin/checks');
  }

  private stateOf(each: Verification): { text: string; colour: string } {
    if (each.beganAt === null) return { text: 'Waits for a worker', colour: 'grey' };
    if (each.endedAt === null)
      return this.verifications.isRunning(each)
        ? { text: 'Under way', colour: 'blue' }
        : { text: 'Broken off', colour: 'yellow' };
    return each.findings === 0
      ? { text: 'All in order', colour: 'green' }
      : { text: `${each.findings} found`, colour: 'red' };
  }
}

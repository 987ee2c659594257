// Is the process alive, can it do its work, and how is the timed work getting on?

import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Db } from '../persistence';
import { exposition } from '../platform';
import { Verifications } from '../verification';
import { Dispatcher, Figures, Worker } from '../worker';

@Controller()
export class HealthController {
  constructor(
    private readonly db: Db,
    private readonly worker: Worker,
    private readonly dispatcher: Dispatcher,
    private readonly figures: Figures,
    private readonly verifications: Verifications,
  ) {}

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  /** Without Redis everything still works, only less evenly spread: that is no reason to take the process out of service. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    try {
      await this.db.read.query('SELECT 1');
    } catch {
      response.status(503);
      return { status: 'unavailable', database: 'not reachable' };
    }
    const redis = await this.dispatcher.redis();
    const well = this.worker.problem === undefined && redis !== 'down';
    return { status: well ? 'ready' : 'degraded', database: this.db.kind, ...(redis ? { redis } : {}) };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics() {
    return exposition([...(await this.figures.metrics()), ...(await this.verifications.metrics())]);
  }
}

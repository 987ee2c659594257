// Is the process alive, and can it do its work?

import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Db } from '../persistence';
import { Worker } from '../worker';

@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Db,
    private readonly worker: Worker,
  ) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    try {
      await this.db.read.query('SELECT 1');
    } catch {
      response.status(503);
      return { status: 'unavailable', database: 'not reachable' };
    }
    return { status: this.worker.lastError === undefined ? 'ready' : 'degraded', database: this.db.kind };
  }
}

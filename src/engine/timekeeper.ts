// Turns a passed date into an event, in the order in which the dates passed. Looks at rows only: it may be run by anybody, any time.

import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Db, notOf, type Failed, type TimedRows } from '../persistence';
import { Clock } from '../platform';
import { Cases } from './cases';
import { Deadline } from './entities';

const BATCH = 100;

@Injectable()
export class Timekeeper {
  readonly rows: TimedRows = { entity: Deadline, waiting: ['open'], at: 'lateAfter' };

  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** Raises what is due, one transaction each; gives how many. One that fails does not hold up the others. */
  async raiseMissed(except: ReadonlySet<string>, failed: Failed): Promise<number> {
    const due = await this.db.read.find(Deadline, {
      where: { status: 'open', lateAfter: LessThan(this.clock.instant()), ...notOf(except) },
      order: { lateAfter: 'ASC' },
      take: BATCH,
    });
    let raised = 0;
    for (const { id } of due) {
      try {
        if (await this.cases.miss(id)) raised += 1;
      } catch (error) {
        failed(error, id);
      }
    }
    return raised;
  }

  /** Raises this one, if it is still open and late. */
  async raise(id: string): Promise<void> {
    if (await this.db.read.existsBy(Deadline, { id, status: 'open' })) await this.cases.miss(id);
  }

  /** The first instant at which a date will have passed. */
  async nextInstant(): Promise<string | undefined> {
    const next = await this.db.read.findOne(Deadline, {
      where: { status: 'open' },
      order: { lateAfter: 'ASC' },
    });
    return next === null ? undefined : new Date(Date.parse(next.lateAfter) + 1).toISOString();
  }
}

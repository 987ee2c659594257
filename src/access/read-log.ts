// Who opened a case, written before they see it, and shown to the family.

import { Injectable } from '@nestjs/common';
import { MoreThan, MoreThanOrEqual } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { Read } from './entities';

const HOUR = 3_600_000;

@Injectable()
export class ReadLog {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async record(caseId: string, personId: string, part: string, what: string): Promise<void> {
    await this.db.tx((m) =>
      m.insert(Read, { id: this.ids.id(), caseId, personId, part, what, at: this.clock.instant() }),
    );
  }

  /** Everybody's, first first. */
  since(instant: string): Promise<Read[]> {
    return this.db.read.find(Read, { where: { at: MoreThanOrEqual(instant) }, order: { at: 'ASC' } });
  }

  /** For what is asked again and again while somebody writes: once an hour is enough to know that they looked. */
  async recordOnce(caseId: string, personId: string, part: string, what: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - HOUR).toISOString();
    const known = { caseId, personId, part, what, at: MoreThan(since) };
    if ((await this.db.read.countBy(Read, known)) === 0) await this.record(caseId, personId, part, what);
  }

  /** Latest first. */
  of(caseId: string, limit = 100): Promise<Read[]> {
    return this.db.read.find(Read, { where: { caseId }, order: { at: 'DESC' }, take: limit });
  }
}

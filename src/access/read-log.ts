// Who opened a case, written before they see it, and shown to the family.

import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { Read } from './entities';

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

  /** Latest first. */
  of(caseId: string, limit = 100): Promise<Read[]> {
    return this.db.read.find(Read, { where: { caseId }, order: { at: 'DESC' }, take: limit });
  }
}

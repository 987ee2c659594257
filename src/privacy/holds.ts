// Legal holds: placed and lifted by the operator, with a reason.

import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { LegalHold } from './entities';

@Injectable()
export class Holds {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async place(disputeId: string, reason: string): Promise<string> {
    const id = this.ids.id();
    const placedAt = this.clock.instant();
    await this.db.tx((m) => m.insert(LegalHold, { id, disputeId, reason, placedAt, liftedAt: null }));
    return id;
  }

  /** Gives whether there was one. */
  async lift(id: string): Promise<boolean> {
    const liftedAt = this.clock.instant();
    const { affected } = await this.db.tx((m) =>
      m.update(LegalHold, { id, liftedAt: IsNull() }, { liftedAt }),
    );
    return (affected ?? 0) > 0;
  }

  standing(): Promise<LegalHold[]> {
    return this.db.read.find(LegalHold, { where: { liftedAt: IsNull() }, order: { placedAt: 'ASC' } });
  }

  holds(disputeId: string): Promise<boolean> {
    return this.db.read.existsBy(LegalHold, { disputeId, liftedAt: IsNull() });
  }
}

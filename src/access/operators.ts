// Operators: who may set up organisations, staff and the calendar. They see no case; what they do is written down for ever.

import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { Operator, OperatorAct, Person } from './entities';

export interface OperatorActView {
  at: string;
  personId: string | null;
  what: string;
}

@Injectable()
export class Operators {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Asked at each request: one who was dismissed is none from the next on. */
  async is(personId: string): Promise<boolean> {
    const appointed = await this.db.read.countBy(Operator, { personId, endedAt: IsNull() });
    return appointed > 0 && (await this.db.read.countBy(Person, { id: personId, active: true })) > 0;
  }

  async appoint(m: EntityManager, personId: string): Promise<void> {
    await m.save(Operator, { personId, appointedAt: this.clock.instant(), endedAt: null });
    await this.record(m, null, `appointed operator ${personId}`);
  }

  /** Gives whether there was such an operator. */
  async dismiss(m: EntityManager, personId: string): Promise<boolean> {
    const change = { endedAt: this.clock.instant() };
    const { affected } = await m.update(Operator, { personId, endedAt: IsNull() }, change);
    if (affected) await this.record(m, null, `dismissed operator ${personId}`);
    return affected === 1;
  }

  async all(): Promise<{ personId: string; appointedAt: string }[]> {
    return this.db.read.find(Operator, { where: { endedAt: IsNull() }, order: { appointedAt: 'ASC' } });
  }

  /** In the transaction of the act itself: an act that is not written down has not been done. `by`: nobody on the command line. */
  async record(m: EntityManager, by: string | null, what: string): Promise<void> {
    const act = { id: this.ids.id(), at: this.clock.instant(), personId: by, what: what.slice(0, 300) };
    await m.insert(OperatorAct, act);
  }

  /** Latest first. */
  acts(limit = 100): Promise<OperatorActView[]> {
    return this.db.read.find(OperatorAct, { order: { at: 'DESC', id: 'DESC' }, take: limit });
  }
}

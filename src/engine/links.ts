// Delivers what one case tells another. The row is written with the event that caused it, so a crash loses nothing.

import { Injectable } from '@nestjs/common';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import { Cases } from './cases';
import { Case, Tell } from './entities';

const BATCH = 100;

@Injectable()
export class Links {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
  ) {}

  async deliverDue(): Promise<number> {
    const waiting = await this.db.read.find(Tell, {
      where: { status: 'waiting' },
      order: { createdAt: 'ASC' },
      take: BATCH,
    });
    for (const tell of waiting) await this.deliver(tell);
    return waiting.length;
  }

  private async deliver({ id, key, disputeId, route, event, occurredOn, data }: Tell): Promise<void> {
    const open = await this.db.read.findBy(Case, { disputeId, route: route as Case['route'], over: false });
    let reason = open.length === 0 ? 'No open case of that route in the dispute' : null;
    for (const { ref } of open) {
      try {
        await this.cases.advance(
          ref,
          { type: event, data, occurredOn, idempotencyKey: `${key}:${ref}` },
          { kind: 'system', name: 'link' },
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // What cannot happen there any more is no failure: the case has gone another way.
        reason = error.detail.slice(0, 300);
      }
    }
    await this.db.tx((m) =>
      m.update(Tell, { id }, { status: reason === null ? 'delivered' : 'not-possible', reason }),
    );
  }
}

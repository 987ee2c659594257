// Delivers what one case tells another. The row is written with the event that caused it, so a crash loses nothing.

import { Injectable } from '@nestjs/common';
import { Db, notOf, type Failed, type TimedRows } from '../persistence';
import { Refusal } from '../platform';
import { Cases } from './cases';
import { Case, Tell } from './entities';

const BATCH = 100;

@Injectable()
export class Links {
  readonly rows: TimedRows = { entity: Tell, waiting: ['waiting'], at: 'createdAt' };

  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
  ) {}

  /** Delivers one batch; gives how many. One that fails does not hold up the others. */
  async deliverDue(except: ReadonlySet<string>, failed: Failed): Promise<number> {
    const waiting = await this.db.read.find(Tell, {
      where: { status: 'waiting', ...notOf(except) },
      order: { createdAt: 'ASC' },
      take: BATCH,
    });
    let delivered = 0;
    for (const tell of waiting) {
      await this.tell(tell).then(
        () => (delivered += 1),
        (error: unknown) => failed(error, tell.id),
      );
    }
    return delivered;
  }

  /** Delivers this one, if it still waits. */
  async deliver(id: string): Promise<void> {
    const tell = await this.db.read.findOneBy(Tell, { id, status: 'waiting' });
    if (tell) await this.tell(tell);
  }

  private async tell({ id, key, disputeId, route, event, occurredOn, data }: Tell): Promise<void> {
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
    // Two workers may hold the same one: the key makes it one event, and who came too late must not call it impossible.
    await this.db.tx((m) =>
      reason === null
        ? m.update(Tell, { id }, { status: 'delivered', reason })
        : m.update(Tell, { id, status: 'waiting' }, { status: 'not-possible', reason }),
    );
  }
}

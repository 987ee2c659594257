// What was handed to a provider that tells later what became of it. The row comes before the call: an unanswered one is
// known for ever, and looked up instead of made again.

import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual } from 'typeorm';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { stableName } from './channels';
import { TrackedDelivery } from './entities';

/** How far a status is; the last three are for good. What is not in here is no status of theirs. */
const ranks: Record<string, number> = {
  created: 0,
  sending: 1,
  pending: 1,
  sent: 1,
  delivered: 2,
  'permanent-failure': 2,
  'temporary-failure': 2,
  'technical-failure': 2,
};
export const FINAL = 2;
export const rankOf = (status: string): number | undefined =>
  Object.hasOwn(ranks, status) ? ranks[status] : undefined;

export interface Handover {
  reference: string;
  /** Nothing has ever been handed over under this reference. */
  fresh: boolean;
  providerId: string | null;
  createdAt: string;
}

@Injectable()
export class Handovers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The handing over that is under way, or a new one; after one that failed, the next round. */
  begin(messageId: string, key: string): Promise<Handover> {
    return this.db.tx(async (m) => {
      const latest = await m.findOne(TrackedDelivery, { where: { messageId }, order: { round: 'DESC' } });
      if (latest && latest.rank < FINAL) return { ...latest, fresh: false };
      // Its receipt may have come before the answer that names it.
      if (latest?.status === 'delivered')
        return { ...latest, providerId: latest.providerId ?? latest.reference, fresh: false };
      const round = (latest?.round ?? 0) + 1;
      const now = this.clock.instant();
      const row = {
        reference: stableName(`${key}|${round}`),
        messageId,
        providerId: null,
        round,
        status: 'created',
        rank: 0,
        createdAt: now,
        lookedAt: now,
        told: null,
      };
      await m.insert(TrackedDelivery, row);
      return { ...row, fresh: true };
    });
  }

  async taken(reference: string, providerId: string): Promise<void> {
    await this.db.tx((m) => m.update(TrackedDelivery, { reference }, { providerId }));
  }

  /** The provider has said no: as if it had never been tried. */
  async refused(reference: string): Promise<void> {
    await this.db.tx((m) => m.delete(TrackedDelivery, { reference, rank: 0 }));
  }

  /** The provider knows nothing of it any more: what became of it will never be known, and it is not sent again. */
  async forgotten(reference: string): Promise<void> {
    await this.db.tx((m) => m.update(TrackedDelivery, { reference }, { status: 'forgotten', rank: FINAL }));
  }

  /** Those of which nothing has been heard for so long, marked as looked at: no other process asks for them now. */
  async unresolved(olderThan: number, limit: number): Promise<TrackedDelivery[]> {
    const before = new Date(this.clock.now().getTime() - olderThan).toISOString();
    return this.db.tx(async (m) => {
      const rows = await m.find(TrackedDelivery, {
        where: { rank: LessThan(FINAL), lookedAt: LessThanOrEqual(before) },
        order: { lookedAt: 'ASC' },
        take: limit,
        ...(this.db.kind === 'postgres'
          ? { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } }
          : {}),
      });
      for (const { reference } of rows)
        await m.update(TrackedDelivery, { reference }, { lookedAt: this.clock.instant() });
      return rows;
    });
  }
}

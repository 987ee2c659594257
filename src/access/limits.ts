// How often something may be tried in a while, counted in the database, so that a thousand at once are still as few.

import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { Vault } from '../vault';
import { Attempt } from './entities';

const MINUTE = 60_000;

export const limits = {
  /** Codes sent to one address: nobody's mailbox is filled from here. */
  'code-address': { most: 6, every: 60 * MINUTE },
  'code-network': { most: 30, every: 10 * MINUTE },
  'code-all': { most: 1000, every: 10 * MINUTE },
  'try-network': { most: 60, every: 10 * MINUTE },
  'try-all': { most: 3000, every: 10 * MINUTE },
  'second-factor': { most: 6, every: 10 * MINUTE },
  'step-up': { most: 6, every: 10 * MINUTE },
} as const satisfies Record<string, { most: number; every: number }>;

export type Limit = keyof typeof limits;

@Injectable()
export class Limits {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Counts one more; false where that is too many. */
  async allow(limit: Limit, who = ''): Promise<boolean> {
    const { most, every } = limits[limit];
    const now = this.clock.now().getTime();
    const window = Math.floor(now / every);
    const id = this.vault.blind(`${limit}|${who}|${window}`);
    const expiresAt = new Date((window + 1) * every).toISOString();
    return this.db.tx(async (m) => {
      await m.delete(Attempt, { expiresAt: LessThan(new Date(now).toISOString()) });
      await m
        .createQueryBuilder()
        .insert()
        .into(Attempt)
        .values({ id, count: 0, expiresAt })
        .orIgnore()
        .execute();
      const { affected } = await m
        .createQueryBuilder()
        .update(Attempt)
        .set({ count: () => 'count + 1' })
        .where('id = :id AND count < :most', { id, most })
        .execute();
      return affected === 1;
    });
  }
}

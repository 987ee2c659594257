// What a browser must bring back to finish what it began: kept as a hash of what the browser holds, good once and soon.

import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { Challenge } from './entities';
import { hashOf } from './hash';

const LASTS = 10 * 60_000;

export type Purpose = 'passkey-add' | 'passkey-enter' | 'work';

@Injectable()
export class Challenges {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async set(purpose: Purpose, browser: string, value: string): Promise<void> {
    const id = hashOf(`${purpose}:${browser}`);
    const now = this.clock.now().getTime();
    await this.db.tx(async (m) => {
      await m.delete(Challenge, { expiresAt: LessThan(new Date(now).toISOString()) });
      await m.save(Challenge, { id, value, expiresAt: new Date(now + LASTS).toISOString() });
    });
  }

  /** Nothing where there is none any more: of two who bring it back, one gets it. */
  async take(purpose: Purpose, browser: string): Promise<string | undefined> {
    const id = hashOf(`${purpose}:${browser}`);
    return this.db.tx(async (m) => {
      const found = await m.findOneBy(Challenge, { id });
      const taken = await m.delete(Challenge, { id });
      return found && taken.affected === 1 && found.expiresAt > this.clock.instant()
        ? found.value
        : undefined;
    });
  }
}

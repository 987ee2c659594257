// What a provider must show before we believe what it says: made here, shown once, kept as a hash.

import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { CallbackToken } from './entities';

const PURPOSE = 'receipts';
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

@Injectable()
export class CallbackTokens {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A new one; the one before is worth nothing from now on. */
  async make(): Promise<string> {
    const token = this.ids.secret();
    const row = { purpose: PURPOSE, hash: hashOf(token), madeAt: this.clock.instant() } as const;
    await this.db.tx((m) => m.save(CallbackToken, row));
    return token;
  }

  async isRight(token: string): Promise<boolean> {
    const known = await this.db.read.findOneBy(CallbackToken, { purpose: PURPOSE });
    const given = Buffer.from(hashOf(token));
    // The same work where there is none yet.
    return timingSafeEqual(given, Buffer.from(known?.hash ?? '0'.repeat(64))) && known !== null;
  }
}

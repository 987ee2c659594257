// How many documents one person may add in an hour, wherever they hang.

import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { DraftDocument, Upload } from './entities';

const MOST_IN_AN_HOUR = 40;
const HOUR = 3_600_000;

@Injectable()
export class Pace {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal for one who has added many */
  async refuseTooMany(personId: string): Promise<void> {
    const addedAt = MoreThan(new Date(this.clock.now().getTime() - HOUR).toISOString());
    const [added, unsent] = await Promise.all([
      this.db.read.countBy(Upload, { addedBy: personId, addedAt }),
      this.db.read.countBy(DraftDocument, { personId, addedAt }),
    ]);
    if (added + unsent >= MOST_IN_AN_HOUR)
      throw new Refusal('too-many-requests', 'You have added many documents. Go on in an hour.');
  }
}

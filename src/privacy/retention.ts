// Erases what has been kept long enough. A preview says what that would be and changes nothing.

import { Inject, Injectable } from '@nestjs/common';
import { People, Sessions } from '../access';
import { CaseRecords } from '../engine';
import { Drafts } from '../lodging';
import { Outbox } from '../messages';
import { Clock, CONFIG, type Config } from '../platform';
import { Custody } from '../uploads';
import { retentionDays, retentionIds, type RetentionId } from './classes';
import { Erasure } from './erasure';
import { Holds } from './holds';

const DAY = 24 * 3_600_000;

export interface Retained {
  id: RetentionId;
  days: number;
  /** What is due, or was erased. */
  due: number;
  /** Due, and kept because a legal hold stands. */
  held: number;
}

@Injectable()
export class Retention {
  private readonly days: Record<RetentionId, number>;

  constructor(
    private readonly erasure: Erasure,
    private readonly holds: Holds,
    private readonly records: CaseRecords,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly drafts: Drafts,
    private readonly outbox: Outbox,
    private readonly custody: Custody,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.days = retentionDays(config.retention);
  }

  preview(): Promise<Retained[]> {
    return this.each(false);
  }

  async run(): Promise<Retained[]> {
    const done = await this.each(true);
    await this.custody.sweep();
    return done;
  }

  private async each(erase: boolean): Promise<Retained[]> {
    const found: Retained[] = [];
    for (const id of retentionIds) {
      const days = this.days[id];
      const before = new Date(this.clock.now().getTime() - days * DAY).toISOString();
      found.push({ id, days, held: 0, ...(await this.work[id](before, erase)) });
    }
    return found;
  }

  private readonly work: Record<
    RetentionId,
    (before: string, erase: boolean) => Promise<{ due: number; held?: number }>
  > = {
    dispute: async (before, erase) => {
      const ended = await this.records.endedBefore(before);
      const held = new Set((await this.holds.standing()).map(({ disputeId }) => disputeId));
      const due = ended.filter((id) => !held.has(id));
      if (erase) for (const id of due) await this.erasure.dispute(id, 'retention');
      return { due: due.length, held: ended.length - due.length };
    },
    account: async (before, erase) => {
      const unused = await this.people.unusedSince(before);
      if (erase) for (const id of unused) await this.erasure.person(id, 'retention');
      return { due: unused.length };
    },
    draft: async (before, erase) => ({ due: await this.drafts.older(before, erase) }),
    message: async (before, erase) => ({ due: await this.outbox.older(before, erase) }),
    session: async (before, erase) => ({ due: await this.sessions.older(before, erase) }),
    answer: async (before, erase) => ({ due: await this.records.answersOlder(before, erase) }),
  };
}

// Cases as records that are kept and one day erased: which have ended, when, and what belongs to a dispute.

import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Vault } from '../vault';
import { Case, IdempotentAnswer, JournalEntry } from './entities';

@Injectable()
export class CaseRecords {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
  ) {}

  async of(m: EntityManager, disputeId: string): Promise<{ id: string; ref: string }[]> {
    return (await m.findBy(Case, { disputeId })).map(({ id, ref }) => ({ id, ref }));
  }

  async disputeOf(ref: string): Promise<string | undefined> {
    return (await this.db.read.findOneBy(Case, { ref }))?.disputeId;
  }

  /** References of the cases of a dispute that are not over. */
  async openOf(disputeId: string): Promise<string[]> {
    return (await this.db.read.findBy(Case, { disputeId, over: false })).map(({ ref }) => ref);
  }

  /** Disputes of which every case is over, the last thing happened before a moment, and something can still be read. */
  async endedBefore(instant: string): Promise<string[]> {
    const rows = await this.db.read
      .createQueryBuilder(Case, 'c')
      .innerJoin(JournalEntry, 'j', 'j.case_id = c.id')
      .select('c.dispute_id', 'dispute')
      .where((where) => {
        const open = where
          .subQuery()
          .select('1')
          .from(Case, 'o')
          .where('o.dispute_id = c.dispute_id AND o.over = :no', { no: false });
        return `NOT EXISTS ${open.getQuery()}`;
      })
      .setParameter('no', false)
      .groupBy('c.dispute_id')
      .having('MAX(j.at) < :instant', { instant })
      .getRawMany<{ dispute: string }>();
    const readable = await this.vault.subjects(
      this.db.read,
      rows.map(({ dispute }) => dispute),
    );
    return rows.map(({ dispute }) => dispute).filter((id) => readable.has(id));
  }

  /** Answers kept for requests that are sent again. */
  async answersOlder(instant: string, erase: boolean): Promise<number> {
    const old = { createdAt: LessThan(instant) };
    if (!erase) return this.db.read.countBy(IdempotentAnswer, old);
    return (await this.db.tx((m) => m.delete(IdempotentAnswer, old))).affected ?? 0;
  }
}

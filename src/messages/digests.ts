// Dates that are still some days off, gathered into one e-mail in the morning for staff who want it so.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { formatDate, londonInstant, type PlainDate } from '../../workflows/calendar';
import { Db } from '../persistence';
import { DigestItem, OutboxMessage } from './entities';
import { Outbox } from './outbox';

const SENT_AT = '08:00';

@Injectable()
export class Digests {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Puts dates on the list of a morning. Gives those for which it is too late, because the list has been sent: they
   * must go out by themselves.
   */
  async add(m: EntityManager, day: PlainDate, items: Omit<DigestItem, 'day'>[]): Promise<typeof items> {
    if (items.length === 0) return [];
    const personIds = [...new Set(items.map(({ personId }) => personId))].sort();
    await this.outbox.enqueue(
      m,
      ...personIds.map((personId) => ({
        key: keyOf(personId, day),
        personId,
        template: 'digest' as const,
        params: { day },
        at: londonInstant(day, SENT_AT),
      })),
    );
    // Held until the dates are in: a sender that wants the list now passes it over and finds it whole.
    const open = await m.find(OutboxMessage, {
      where: { key: In(personIds.map((personId) => keyOf(personId, day))), status: 'queued' },
      ...(this.db.kind === 'postgres' ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    const takes = new Set(open.map(({ personId }) => personId));
    const listed = items.filter(({ personId }) => takes.has(personId));
    if (listed.length > 0) {
      const rows = listed.map((item) => ({ ...item, day }));
      await m.createQueryBuilder().insert().into(DigestItem).values(rows).orIgnore().execute();
    }
    return items.filter(({ personId }) => !takes.has(personId));
  }

  /** A line for each date, soonest first. */
  async linesOf(personId: string, day: PlainDate): Promise<string> {
    const items = await this.db.read.find(DigestItem, {
      where: { personId, day },
      order: { due: 'ASC', caseRef: 'ASC' },
    });
    return items.map(({ caseRef, due }) => `${formatDate(due)}: case ${caseRef}`).join('\n');
  }
}

const keyOf = (personId: string, day: PlainDate): string => `digest|${personId}|${day}`;

// The September morning: families whose reminders all fall due at once, planned as rows on either database.

import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { Parts, People } from '../src/access';
import { insertAll, type Db } from '../src/persistence';
import { Reminder } from '../src/reminders/entities';

const LOT = 1_000;

/** Families with one dispute each; gives the disputes. */
export async function families(app: INestApplication, db: Db, count: number): Promise<string[]> {
  const disputes: string[] = [];
  while (disputes.length < count) {
    await db.tx(async (m) => {
      for (let n = 0; n < 50 && disputes.length < count; n += 1) {
        const email = `p${disputes.length}@example.org`;
        const person = await app.get(People).create(m, { name: 'A Parent', email });
        const { id } = await app.get(Parts).openDispute(m, {});
        await app.get(Parts).join(m, id, person.id, 'parent or young person');
        disputes.push(id);
      }
    });
  }
  return disputes;
}

export async function planReminders(db: Db, disputes: string[], count: number, at: string): Promise<void> {
  const row = (n: number): Reminder => ({
    id: randomUUID(),
    key: randomUUID(),
    caseId: randomUUID(),
    caseRef: 'RC-7F3K-Q2MW-9XC',
    disputeId: disputes[n % disputes.length] as string,
    deadlineId: null,
    party: 'parent or young person',
    template: 'duty-reminder',
    params: { due: '2026-12-04' },
    at,
    status: 'planned',
    closedAt: null,
  });
  for (let done = 0; done < count; done += LOT) {
    const rows = Array.from({ length: Math.min(LOT, count - done) }, (_, n) => row(done + n));
    await db.tx((m) => insertAll(m, Reminder, rows));
  }
}

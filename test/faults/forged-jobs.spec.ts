// T23: whoever can write into Redis writes a thousand jobs that are none of ours. A job is only the id of a row: nothing is sent
// that the rows do not want, nothing falls over, and what is due goes out.

import { randomUUID } from 'node:crypto';
import { Queue } from 'bullmq';
import { DeadLetter } from '../../src/worker/entities';
import { Reminder } from '../../src/reminders/entities';
import { kinds } from '../../src/worker/kinds';
import { PREFIX } from '../../src/worker/redis-queue';
import { findingsIn, pause, until } from './rig';
import { missing, ScaledRig } from './scaled-rig';

jest.setTimeout(120_000);

const GARBAGE = 1000;
const DUE = 20;
const HOUR = 3_600_000;

(missing ? it.skip : it)(
  `T23 of ${GARBAGE} forged jobs none sends anything, and all that is due is sent${missing ? ` (skipped: ${missing})` : ''}`,
  async () => {
    const rig = await ScaledRig.start();
    const worker = await rig.worker();
    // Not due for an hour: a job that says "now" must not be believed.
    await rig.planReminders(5, 0, { at: new Date(Date.now() + HOUR).toISOString() });
    await rig.planReminders(5, 0, { status: 'superseded' });
    const rows = (await rig.t.db.read.find(Reminder)).map(({ id }) => id);
    expect(rows).toHaveLength(10);

    const at = new Date().toISOString();
    const forgeries: unknown[] = [
      undefined,
      null,
      7,
      'send',
      [],
      {},
      { ids: null, at },
      { ids: 'all', at },
      { ids: [], at },
      { ids: [{}], at },
      { ids: [7], at },
      { ids: ["' OR 1=1 --"], at },
      { ids: ['x'.repeat(100_000)], at },
      { ids: Array.from({ length: 5_000 }, () => randomUUID()), at },
      { ids: [randomUUID()], at: 'now' },
      { ids: [randomUUID()], at: { $gt: '' } },
      { ids: [randomUUID()] },
      { ids: [randomUUID()], at, template: 'send', to: 'mallory@example.org' },
      { __proto__: { ids: rows }, constructor: 'x' },
      { ids: rows, at },
      ...rows.map((id) => ({ ids: [id], at })),
    ];
    const queues = kinds.map(
      (kind) => new Queue(kind, { connection: { url: rig.redis.url }, prefix: PREFIX }),
    );
    for (const [n, queue] of queues.entries())
      await queue.addBulk(
        Array.from({ length: GARBAGE / kinds.length }, (_, each) => ({
          name: each % 3 === 0 ? '__proto__' : `forged ${each}`,
          data: forgeries[(each + n) % forgeries.length],
          opts: each % 2 === 0 ? { attempts: 3, backoff: 10 } : {},
        })),
      );
    // The rows are looked at for work among all of this, and go on being looked at.
    await rig.planReminders(DUE);
    await rig.sent(DUE, 60_000);
    await until(
      'no forged job is left',
      async () => {
        const counts = await Promise.all(
          queues.map((queue) => queue.getJobCounts('waiting', 'active', 'failed')),
        );
        return counts.every(({ waiting = 0, active = 0, failed = 0 }) => waiting + active + failed === 0);
      },
      60_000,
    );
    await rig.planReminders(DUE);
    await rig.sent(2 * DUE, 60_000);
    await pause(500);

    expect([rig.mail.taken.size, rig.mail.doubles()]).toEqual([2 * DUE, []]);
    expect(worker.alive).toBe(true);
    expect(worker.said).toMatch(/none of ours/);
    expect(worker.said).not.toMatch(/mallory|OR 1=1/);
    expect(await rig.t.db.read.countBy(Reminder, { status: 'planned' })).toBe(5);
    expect(await rig.t.db.read.count(DeadLetter)).toBe(0);
    await worker.stop();
    expect(await findingsIn(rig.t.app)).toEqual([]);
    await Promise.all(queues.map((queue) => queue.close()));
    await rig.close();
  },
);

// F4: Redis stands still, goes away, or wants another password. The rows are the plan: work goes on without it.

import { readFileSync } from 'node:fs';
import { noRedis, OwnRedis } from './own-services';
import { findingsIn, LONG, pause, until } from './rig';
import { missing, ScaledRig, type WorkerProcess } from './scaled-rig';

jest.setTimeout(LONG ? 1_800_000 : 120_000);

const skipped = missing ?? noRedis;
/** How long it is away each time; the long form is the ten minutes of an outage. */
const AWAY = LONG ? 300_000 : 500;

const memoryOf = ({ child }: WorkerProcess): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024;

(skipped ? it.skip : it)(
  `While Redis stands still, is away or lets nobody in, everything is sent${skipped ? ` (skipped: ${skipped})` : ''}`,
  async () => {
    const redis = await OwnRedis.start();
    const rig = await ScaledRig.start();
    const worker = await rig.worker({ redisUrl: redis.url });
    let planned = 0;
    const sendMore = async () => {
      await rig.planReminders(20);
      planned += 20;
      await rig.sent(planned, 60_000);
    };
    const isBack = async (times: number) =>
      until('it is back', async () => worker.said.split('Redis is back').length > times, 60_000);
    await sendMore();
    const before = memoryOf(worker);

    redis.freeze();
    await sendMore();
    await pause(AWAY);
    redis.thaw();
    await isBack(1);
    await sendMore();

    await redis.halt();
    await sendMore();
    await pause(AWAY);
    await redis.begin('another password');
    await sendMore();
    await redis.halt();
    await redis.begin();
    await isBack(2);
    await sendMore();

    // Nothing piles up in memory for a Redis that is away.
    if (LONG) expect(memoryOf(worker) - before).toBeLessThan(50 * 2 ** 20);
    await worker.stop();
    expect([rig.mail.taken.size, rig.mail.doubles()]).toEqual([planned, []]);
    expect(await findingsIn(rig.t.app, 0)).toEqual([]);
    await rig.close();
    await redis.remove();
  },
);

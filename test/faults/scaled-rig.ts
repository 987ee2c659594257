// The scaled size for fault tests: PostgreSQL, a Redis database, a mail server that counts, and worker processes.

import { randomUUID } from 'node:crypto';
import { Parts } from '../../src/access';
import { OutboxMessage } from '../../src/messages/entities';
import { openDb } from '../../src/persistence';
import { entities } from '../../src/entities';
import { Reminder } from '../../src/reminders/entities';
import type { Pace } from '../../src/worker';
import { startApp, type TestApp } from '../app';
import { freshPostgres } from '../databases';
import { freshRedis, type TestRedis } from '../redis';
import { MailSink } from './mail-sink';
import { KEY, Program, until } from './rig';
import type { WorkerSettings } from './timed-worker';

/** What operators have, made quicker: the rows are looked at often and filled ahead every second. */
export const QUICK: Pace = { look: 200, fill: 1_000, retry: 20, lock: 3_000 };

/** Why these tests cannot run here, if they cannot. */
export const missing = [process.env.RECOURSE_TEST_POSTGRES, process.env.RECOURSE_TEST_REDIS].find(
  (state) => state !== 'up',
);

export class WorkerProcess extends Program {
  constructor(settings: WorkerSettings) {
    super('test/faults/timed-worker.ts', [JSON.stringify(settings)]);
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as an operator would; gives how many jobs of the queue it did, by kind. */
  async stop(): Promise<Record<string, number>> {
    await this.end('SIGTERM');
    const [, json] = /^performed (.*)$/m.exec(this.said) ?? [];
    if (json === undefined) throw new Error(`It did not stop in order: ${this.said.slice(-500)}`);
    const sums = JSON.parse(json) as { kind: string; jobs: number }[];
    return Object.fromEntries(sums.map(({ kind, jobs }) => [kind, jobs]));
  }
}

export class ScaledRig {
  private readonly started: WorkerProcess[] = [];
  private disputeId = '';
  private constructor(
    readonly t: TestApp,
    readonly redis: TestRedis,
    private readonly database: WorkerSettings['database'],
    readonly mail: MailSink,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(now = new Date().toISOString()): Promise<ScaledRig> {
    const { settings, drop } = await freshPostgres();
    const redis = await freshRedis();
    const mail = await MailSink.start();
    const t = await startApp(await openDb(settings, entities), now, {
      RECOURSE_MASTER_KEY: KEY,
    });
    const rig = new ScaledRig(t, redis, settings, mail, drop);
    await rig.openDispute();
    return rig;
  }

  /** A worker process; `redisUrl` where it does not go straight to Redis. */
  async worker({
    redisUrl = this.redis.url,
    ahead = 0,
    skew = 0,
    pace = QUICK,
  } = {}): Promise<WorkerProcess> {
    const worker = new WorkerProcess({
      database: this.database,
      redisUrl,
      smtpUrl: this.mail.url,
      pace,
      ahead,
      skew,
    });
    this.started.push(worker);
    await worker.says('ready\n');
    return worker;
  }

  /** Plans reminders to one parent, spread evenly over so many milliseconds from now on. Each becomes one message. */
  async planReminders(count: number, spread = 0, change: Partial<Reminder> = {}): Promise<void> {
    const now = Date.now();
    const rows = Array.from({ length: count }, (_, n) => ({
      id: randomUUID(),
      key: `test|${randomUUID()}`,
      caseId: randomUUID(),
      caseRef: 'RC-7F3K-Q2MW-9XC',
      disputeId: this.disputeId,
      deadlineId: null,
      party: 'parent or young person' as const,
      template: 'duty-reminder',
      params: { due: '2026-12-04' },
      at: new Date(now + (spread * n) / count).toISOString(),
      status: 'planned' as const,
      closedAt: null,
      ...change,
    }));
    await this.t.db.tx((m) => m.insert(Reminder, rows));
  }

  async sent(count: number, within = 30_000): Promise<void> {
    await until(
      `${count} messages are recorded as sent`,
      async () => (await this.t.db.read.countBy(OutboxMessage, { status: 'sent' })) >= count,
      within,
    );
  }

  get theDispute(): string {
    return this.disputeId;
  }

  async close(): Promise<void> {
    for (const worker of this.started) await worker.kill();
    await this.t.close();
    await this.mail.close();
    await this.redis.drop();
    await this.drop();
  }

  private async openDispute(): Promise<void> {
    const parts = this.t.app.get(Parts);
    this.disputeId = await this.t.db.tx(async (m) => {
      const { id } = await parts.openDispute(m, {});
      await parts.join(m, id, this.t.people.Amira.personId, 'parent or young person');
      return id;
    });
  }
}

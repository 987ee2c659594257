// Starts the timed work in the size that is configured: in this process alone, or shared through the queue on Redis.

import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Db } from '../persistence';
import { Clock, CONFIG, faultOf, log, type Config } from '../platform';
import { DeadLetters } from './dead-letters';
import { kinds, type Kind } from './kinds';
import { RedisQueue } from './redis-queue';
import { TimedWork } from './timed-work';
import { Worker } from './worker';

/** How often rows are looked at, in milliseconds. */
export interface Pace {
  /** For what has just become due. */
  look: number;
  /** For all of the next hour: what Redis has lost is back after this long at the latest. */
  fill: number;
  /** Before a job that failed is tried again; then twice as long each time. */
  retry: number;
  /** Before the jobs of a process that died are given to others. Doing a row twice does it once. */
  lock: number;
}

const PACE: Pace = { look: 5_000, fill: 60_000, retry: 2_000, lock: 15_000 };
const AHEAD = 60 * 60_000;
const PAGE = 1_000;
/** Work that makes other work: a missed date makes reminders. */
const makesWork: ReadonlySet<Kind> = new Set(['deadlines', 'links']);
/** That is looked for this soon, and not more often. */
const SOON = 500;
/** Of what is due, a look reads this many pages at most; filling reads all. */
const LOOK_PAGES = 5;

@Injectable()
export class Dispatcher implements BeforeApplicationShutdown {
  private readonly queue: RedisQueue | undefined;
  private readonly performed = new Map<Kind, { jobs: number; secondsLate: number }>();
  /** What this process has queued since it last read everything: not queued again each time. */
  private readonly queued = new Set<string>();
  private pace = PACE;
  private forgetAt = 0;
  private up = true;
  /** More is due than the last look has queued. */
  private cut = false;
  private timer: NodeJS.Timeout | undefined;
  private nextLook = Infinity;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly db: Db,
    private readonly worker: Worker,
    private readonly work: TimedWork,
    private readonly letters: DeadLetters,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    if (!queueFits(config)) return;
    this.queue = new RedisQueue(config.redisUrl, clock);
    for (const kind of kinds) this.performed.set(kind, { jobs: 0, secondsLate: 0 });
  }

  start(pace = PACE): void {
    if (!this.queue) {
      if (this.config.redisUrl !== undefined) {
        const why = this.config.demo
          ? "the demonstration's clock is moved by hand"
          : 'SQLite belongs to one process, which needs no queue';
        log('info', `REDIS_URL is left aside, because ${why}`);
      }
      this.worker.start();
      return;
    }
    this.pace = pace;
    this.queue.run(
      (kind, ids, at) => this.perform(kind, ids, at),
      () =>
        this.db.read.query('SELECT 1').then(
          () => true,
          () => false,
        ),
      pace.lock,
      pace.retry,
    );
    this.lookIn(0);
  }

  /** Nothing where no queue is used. */
  async redis(): Promise<'up' | 'down' | undefined> {
    if (!this.queue) return undefined;
    return (await this.queue.reachable()) ? 'up' : 'down';
  }

  /** Rows done by this process, and how late they were begun in all. */
  lateness(): { kind: Kind; jobs: number; secondsLate: number }[] {
    return [...this.performed].map(([kind, sums]) => ({ kind, ...sums }));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
    await this.queue?.close();
  }

  private async perform(kind: Kind, ids: string[], at: string): Promise<void> {
    const late = Math.max(0, this.clock.now().getTime() - Date.parse(at)) / 1000;
    await this.work.perform(kind, ids);
    const sums = this.performed.get(kind) ?? { jobs: 0, secondsLate: 0 };
    this.performed.set(kind, {
      jobs: sums.jobs + ids.length,
      secondsLate: sums.secondsLate + late * ids.length,
    });
    if (this.cut || makesWork.has(kind)) this.lookIn(Math.min(SOON, this.pace.look));
  }

  /** Looks at the rows after so many milliseconds, or earlier where that was planned. Never two looks at once. */
  private lookIn(wait: number): void {
    const at = performance.now() + wait;
    if (this.stopped || at >= this.nextLook) return;
    clearTimeout(this.timer);
    this.nextLook = at;
    this.timer = setTimeout(() => {
      this.looking = this.looking.then(async () => {
        this.nextLook = Infinity;
        await this.look();
        this.lookIn(this.pace.look);
      });
    }, wait);
  }

  private async look(): Promise<void> {
    try {
      if (await this.reachable()) {
        await this.work.recount();
        await this.bury();
        await this.refill();
        this.worker.lastError = undefined;
      } else {
        await this.worker.sweep();
      }
      void this.worker.whatCanWait();
    } catch (error) {
      this.worker.lastError = error instanceof Error ? error.message : String(error);
      log('error', 'the timed work failed and will be tried again', faultOf(error));
    }
  }

  private async reachable(): Promise<boolean> {
    const up = (await this.queue?.reachable()) === true;
    if (up !== this.up) {
      this.queued.clear();
      log(
        up ? 'info' : 'warn',
        up
          ? 'Redis is back: the timed work goes through the queue again'
          : 'Redis cannot be reached: the timed work is done from the rows by this process until it is back',
      );
    }
    this.up = up;
    return up;
  }

  /** Queues what is due soon; every minute, in one of the processes, all that falls due within the hour. */
  private async refill(): Promise<void> {
    const queue = this.queue as RedisQueue;
    const all = await queue.turnToFill(this.pace.fill);
    const now = this.clock.now();
    if (all || now.getTime() >= this.forgetAt) {
      this.queued.clear();
      this.forgetAt = now.getTime() + this.pace.fill;
    }
    const until = new Date(now.getTime() + (all ? AHEAD : this.pace.look)).toISOString();
    this.cut = false;
    for (const kind of kinds) {
      const dead = await this.letters.rowsOf(kind);
      let pages = 0;
      for await (const rows of this.work.fallingDue(kind, until, PAGE)) {
        const fresh = rows.filter(({ id, at }) => !dead.has(id) && !this.queued.has(`${id}${at}`));
        await queue.add(kind, fresh, this.work.together(kind), this.pace.retry);
        for (const { id, at } of fresh) this.queued.add(`${id}${at}`);
        pages += 1;
        if (all || pages < LOOK_PAGES) continue;
        this.cut = true;
        break;
      }
    }
  }

  /** What failed for good becomes a row that a person can see; only then is it taken from Redis. */
  private async bury(): Promise<void> {
    for (const kind of kinds) {
      for (const { rowId, attempts, error, forget } of (await this.queue?.failed(kind)) ?? []) {
        await this.letters.record(kind, rowId, attempts, error);
        await forget();
        log('error', 'gave up on a row: see "recourse dead-letters"', { kind, row: rowId });
      }
    }
  }
}

/** The queue is for several processes on one database and the real clock. */
function queueFits(config: Config): config is Config & { redisUrl: string } {
  return config.redisUrl !== undefined && config.databaseUrl !== undefined && !config.demo;
}

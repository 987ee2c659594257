// The queue on Redis (BullMQ). It holds ids of rows that fall due soon, and nothing that could not be read from the rows again.

import { createHash } from 'node:crypto';
import { DelayedError, Queue, Worker, type Job, type RedisOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { FallingDue } from '../persistence';
import { log, type Clock } from '../platform';
import { kinds, type Kind } from './kinds';

/** The instant at which they fall due is all that Redis knows of rows besides their ids. */
type RowsJob = Job<{ at: string; ids: string[] }, void>;

interface Lot {
  ids: string[];
  at: string;
}

export interface Failed {
  rowId: string;
  attempts: number;
  error: string;
  forget: () => Promise<void>;
}

/** Raised with the form of jobs: processes of two releases, side by side in an upgrade, never read each other's. */
export const PREFIX = 'recourse.2';
/** Jobs of a kind at once in one process. */
const AT_ONCE: Record<Kind, number> = { deadlines: 4, links: 4, reminders: 2, messages: 2, webhooks: 20 };
/** Rows that fall due so close together may share a job: none is done before its time, the first of them this late. */
const SAME_MOMENT = 1_000;
/** Each wait between tries is twice the one before; after the last a person must look. */
const TRIES = 6;
const WAIT_FOR_DATABASE = 5_000;
const STOP_WITHIN = 10_000;
const reconnectAfter = (times: number): number => Math.min(times * 200, 2_000);

export class RedisQueue {
  /** Fails at once while Redis is away: nothing piles up in memory. */
  private readonly redis: Redis;
  private readonly queues = new Map<Kind, Queue>();
  private workers: Worker[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly url: string,
    private readonly clock: Clock,
  ) {
    this.redis = new Redis(url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2_000,
      commandTimeout: 5_000,
      retryStrategy: reconnectAfter,
    });
    this.redis.on('error', () => undefined); // said once, by whoever asks whether it can be reached
  }

  async reachable(): Promise<boolean> {
    try {
      if (this.redis.status === 'wait') await this.redis.connect();
      return (await this.redis.ping()) === 'PONG';
    } catch {
      return false;
    }
  }

  /** Whether this process is the one to queue everything ahead now: one process does it, once in `every` milliseconds. */
  async turnToFill(every: number): Promise<boolean> {
    return (await this.redis.set(`${PREFIX}:filled`, '1', 'PX', every, 'NX')) === 'OK';
  }

  /**
   * Up to `together` rows share a job. Its id is made of them and their instant: the same rows are queued once, however
   * often they are asked for.
   */
  async add(kind: Kind, rows: FallingDue[], together: number, firstRetry: number): Promise<void> {
    const lots = inLots(rows, this.clock.now().getTime(), together);
    await this.addLots(kind, lots, firstRetry);
  }

  private async addLots(kind: Kind, lots: Lot[], firstRetry: number): Promise<void> {
    const now = this.clock.now().getTime();
    await this.queue(kind).addBulk(
      lots.map(({ ids, at }) => ({
        name: kind,
        data: { at, ids },
        opts: {
          attempts: TRIES,
          backoff: { type: 'exponential', delay: firstRetry },
          jobId: jobIdOf(ids, at),
          // A date is late only after its last instant.
          delay: Math.max(0, Date.parse(at) + 1 - now),
          removeOnComplete: true,
        },
      })),
    );
  }

  /** @param isDatabaseUp while it is not, a failure is nobody's fault and is no try. */
  run(
    perform: (kind: Kind, ids: string[], at: string) => Promise<void>,
    isDatabaseUp: () => Promise<boolean>,
    lock: number,
    firstRetry: number,
  ): void {
    const connection: RedisOptions = {
      url: this.url,
      maxRetriesPerRequest: null,
      retryStrategy: reconnectAfter,
    };
    this.workers = kinds.map((kind) => {
      const process = async (job: RowsJob, token?: string) => {
        const known = lotOf(job.data);
        // Somebody else wrote it. There is no row behind it, so nothing waits for it.
        if (!known) return log('warn', 'a job of the queue is none of ours and was thrown away', { kind });
        const { ids, at } = known;
        const work = perform(kind, ids, at);
        this.underWay.add(work);
        try {
          await work;
        } catch (error) {
          if (await isDatabaseUp()) {
            if (ids.length === 1) throw error;
            // One of them may be at fault: the halves go on by themselves, until it stands alone and is tried again.
            const middle = Math.ceil(ids.length / 2);
            const halves = [ids.slice(0, middle), ids.slice(middle)].map((half) => ({ ids: half, at }));
            return await this.addLots(kind, halves, firstRetry);
          }
          await job.moveToDelayed(this.clock.now().getTime() + WAIT_FOR_DATABASE, token);
          throw new DelayedError();
        } finally {
          this.underWay.delete(work);
        }
      };
      const worker = new Worker(kind, process, {
        connection,
        prefix: PREFIX,
        concurrency: AT_ONCE[kind],
        // A process that dies with a job gives it back; one that dies of the job must not take all others along.
        maxStalledCount: 3,
        lockDuration: lock,
        stalledInterval: lock / 3,
      });
      worker.on('error', () => undefined); // the connection's: it comes back by itself
      return worker;
    });
  }

  /** What has failed for good. */
  async failed(kind: Kind): Promise<Failed[]> {
    const jobs = (await this.queue(kind).getFailed(0, 99)) as RowsJob[];
    const ours = jobs
      .filter((job) => job?.id !== undefined)
      .map((job) => ({ job, rowId: lotOf(job.data)?.ids[0] }));
    for (const { job, rowId } of ours) if (rowId === undefined) await job.remove();
    return ours
      .filter((each): each is { job: RowsJob; rowId: string } => each.rowId !== undefined)
      .map(({ job, rowId }) => ({
        rowId,
        attempts: job.attemptsMade,
        error: job.failedReason,
        forget: () => job.remove(),
      }));
  }

  /** Lets jobs under way finish; what takes too long is done again by another process. */
  async close(): Promise<void> {
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    // While Redis is away, its workers cannot say goodbye; the rows know what has been done.
    const reachable = this.redis.status === 'ready' && (await this.reachable());
    const finished = reachable ? closed : Promise.allSettled(this.underWay);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise((resolve) => {
      timer = setTimeout(resolve, STOP_WITHIN);
    });
    await Promise.race([finished, tooLong]);
    clearTimeout(timer);
    this.redis.disconnect();
  }

  private queue(kind: Kind): Queue {
    const known = this.queues.get(kind);
    if (known) return known;
    const made = new Queue(kind, {
      connection: this.redis,
      prefix: PREFIX,
      // Nobody listens to what BullMQ tells about its jobs, and it keeps ten thousand of these by itself.
      streams: { events: { maxLen: 100 } },
    });
    made.on('error', () => undefined);
    this.queues.set(kind, made);
    return made;
  }
}

const MOST_IDS = 1_000;
const ROW = /^[\w-]{1,64}$/;

/** What a job of ours holds; nothing where it is not written as we write it. Redis is a place where others may write too. */
function lotOf(data: unknown): Lot | undefined {
  const { ids, at } = (data ?? {}) as { ids?: unknown; at?: unknown };
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_IDS) return undefined;
  if (!ids.every((id): id is string => typeof id === 'string' && ROW.test(id))) return undefined;
  if (typeof at !== 'string' || at.length > 30 || Number.isNaN(Date.parse(at))) return undefined;
  return { ids, at };
}

/** Rows in their order; those of a job are all due by its instant, which is their latest. */
function inLots(rows: FallingDue[], now: number, together: number): Lot[] {
  const lots: (Lot & { closes: number })[] = [];
  for (const { id, at } of rows) {
    const due = Date.parse(at);
    const last = lots.at(-1);
    if (last && last.ids.length < together && due <= last.closes) {
      last.ids.push(id);
      if (at > last.at) last.at = at;
    } else lots.push({ ids: [id], at, closes: Math.max(due + SAME_MOMENT, now) });
  }
  return lots;
}

const jobIdOf = (ids: string[], at: string): string =>
  `${ids.length === 1 ? ids[0] : createHash('sha1').update(ids.join()).digest('hex')}_${Date.parse(at)}`;

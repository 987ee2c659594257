// The queue on Redis (BullMQ). It holds ids of rows that fall due soon, and nothing that could not be read from the rows again.

import { DelayedError, Queue, Worker, type Job, type RedisOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { FallingDue } from '../persistence';
import type { Clock } from '../platform';
import { kinds, type Kind } from './kinds';

/** Its instant is all that Redis knows of a row besides its id. */
type RowJob = Job<{ at: string }, void>;

export interface Failed {
  rowId: string;
  attempts: number;
  error: string;
  forget: () => Promise<void>;
}

const PREFIX = 'recourse';
/** Jobs of a kind at once in one process: reminders and messages are worked on by the batch. */
const AT_ONCE: Record<Kind, number> = { deadlines: 4, links: 4, reminders: 200, messages: 100, webhooks: 20 };
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

  /** The id of a job is made of the row and its instant: the same row is queued once, however often it is asked for. */
  async add(kind: Kind, rows: FallingDue[], firstRetry: number): Promise<void> {
    const now = this.clock.now().getTime();
    await this.queue(kind).addBulk(
      rows.map(({ id, at }) => ({
        name: kind,
        data: { at },
        opts: {
          attempts: TRIES,
          backoff: { type: 'exponential', delay: firstRetry },
          jobId: `${id}_${Date.parse(at)}`,
          // A date is late only after its last instant.
          delay: Math.max(0, Date.parse(at) + 1 - now),
          removeOnComplete: true,
        },
      })),
    );
  }

  /** @param isDatabaseUp while it is not, a failure is nobody's fault and is no try. */
  run(
    perform: (kind: Kind, id: string, at: string) => Promise<void>,
    isDatabaseUp: () => Promise<boolean>,
    lock: number,
  ): void {
    const connection: RedisOptions = {
      url: this.url,
      maxRetriesPerRequest: null,
      retryStrategy: reconnectAfter,
    };
    this.workers = kinds.map((kind) => {
      const process = async (job: RowJob, token?: string) => {
        const work = perform(kind, rowOf(job), job.data.at);
        this.underWay.add(work);
        try {
          await work;
        } catch (error) {
          if (await isDatabaseUp()) throw error;
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
    const jobs = (await this.queue(kind).getFailed(0, 99)) as RowJob[];
    return jobs
      .filter((job) => job?.id !== undefined)
      .map((job) => ({
        rowId: rowOf(job),
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
    const made = new Queue(kind, { connection: this.redis, prefix: PREFIX });
    made.on('error', () => undefined);
    this.queues.set(kind, made);
    return made;
  }
}

const rowOf = ({ id }: RowJob): string => (id as string).split('_')[0] as string;

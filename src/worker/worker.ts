// Does what time brings: missed dates, links, reminders, messages. Everything it needs is in rows; it may be stopped anywhere.

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Links, Recalculation, Timekeeper } from '../engine';
import { Sender } from '../messages';
import type { SettableClock } from '../platform';
import { Reminders } from '../reminders';
import { Publisher } from '../reporting';

const SWEEP = 5_000;
/** Batches of messages under way at once. */
const SENDERS = 2;
/** More rounds than any chain of links can take: a fault must not keep the process busy for ever. */
const ROUNDS = 10_000;

@Injectable()
export class Worker implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();
  /** What went wrong in the latest sweep: shown by the health page, never thrown away silently. */
  lastError: string | undefined;

  constructor(
    private readonly recalculation: Recalculation,
    private readonly timekeeper: Timekeeper,
    private readonly links: Links,
    private readonly reminders: Reminders,
    private readonly sender: Sender,
    private readonly publisher: Publisher,
  ) {}

  /** Sweeps every few seconds until the application stops. */
  start(): void {
    const sweep = async () => {
      if (this.stopped) return;
      try {
        await this.runUntilIdle();
      } catch (error) {
        this.lastError = messageOf(error);
        console.error(`recourse: the timed work failed and will be tried again: ${this.lastError}`);
      }
      if (!this.stopped) this.timer = setTimeout(() => (this.running = sweep()), SWEEP);
    };
    this.running = sweep();
  }

  /** Does everything that is due now. Calls one after another, never two at once. */
  runUntilIdle(): Promise<void> {
    const run = this.queue.then(() => this.drain());
    this.queue = run.catch(() => undefined);
    return run;
  }

  private queue: Promise<void> = Promise.resolve();

  private async drain(): Promise<void> {
    // First: no date that a new bank holiday moves may be missed before it has moved.
    await this.recalculation.recountIfNew();
    let problem: string | undefined;
    const report = (error: unknown) => {
      problem = messageOf(error);
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const missed = await this.timekeeper.raiseMissed(report);
      const told = await this.links.deliverDue(report);
      // Neither waits for the other's commits: what is dispatched now is sent while the next is dispatched.
      const moved = await allOf([
        this.reminders.dispatchDue(report),
        ...Array.from({ length: SENDERS }, () => this.sender.sendDue()),
      ]);
      if (missed + told + moved === 0) break;
    }
    const unpublished = await this.publishFigures();
    if (problem !== undefined && problem !== this.lastError)
      console.error(`recourse: some timed work failed and will be tried again: ${problem}`);
    this.lastError = problem ?? unpublished;
  }

  /** After all that people wait for: figures that could not be made hold nothing up, and are tried again. */
  async publishFigures(): Promise<string | undefined> {
    try {
      await this.publisher.publishDue();
      return undefined;
    } catch (error) {
      const problem = messageOf(error);
      if (problem !== this.lastError)
        console.error(`recourse: the figures of the quarter could not be frozen: ${problem}`);
      return problem;
    }
  }

  /** The next instant at which there is something to do, by kind. */
  async next(): Promise<{ reminder?: string; deadline?: string }> {
    const [reminder, deadline] = await Promise.all([
      this.reminders.nextInstant(),
      this.timekeeper.nextInstant(),
    ]);
    return { ...(reminder ? { reminder } : {}), ...(deadline ? { deadline } : {}) };
  }

  /** Moves a settable clock forward, stopping at each instant at which something is due: nothing is done at a wrong time. */
  async advanceTo(clock: SettableClock, target: Date): Promise<void> {
    await this.runUntilIdle();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { reminder, deadline } = await this.next();
      const due = [reminder, deadline]
        .filter((at): at is string => at !== undefined && at > clock.instant())
        .sort()[0];
      if (due === undefined || due > target.toISOString()) break;
      clock.moveTo(new Date(due));
      await this.runUntilIdle();
    }
    clock.moveTo(target);
    await this.runUntilIdle();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running.catch(() => undefined);
    await this.queue;
  }
}

/** The sum, when all have ended, also where one of them fails. */
async function allOf(parts: Promise<number>[]): Promise<number> {
  await Promise.allSettled(parts);
  return (await Promise.all(parts)).reduce((sum, part) => sum + part, 0);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

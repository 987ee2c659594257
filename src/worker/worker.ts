// Does what time brings: missed dates, links, reminders, messages. Everything it needs is in rows; it may be stopped anywhere.

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Links, Recalculation, Timekeeper } from '../engine';
import { Receipts, Sender } from '../messages';
import type { SettableClock } from '../platform';
import { Reminders } from '../reminders';
import { Publisher } from '../reporting';
import { WebhookSender } from '../webhooks';

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
    private readonly webhooks: WebhookSender,
    private readonly receipts: Receipts,
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
      // None waits for the commits of another: what is dispatched now is sent while the next is dispatched.
      const moved = await allOf([
        this.reminders.dispatchDue(report),
        ...Array.from({ length: SENDERS }, () => this.sender.sendDue()),
        this.webhooks.sendDue(),
      ]);
      if (missed + told + moved === 0) break;
    }
    const afterwards = await this.whatCanWait();
    if (problem !== undefined && problem !== this.lastError)
      console.error(`recourse: some timed work failed and will be tried again: ${problem}`);
    this.lastError = problem ?? afterwards;
  }

  /** After all that people wait for: what could not be done here holds nothing up, and is tried again. */
  async whatCanWait(): Promise<string | undefined> {
    const attempt = async (what: string, work: () => Promise<unknown>) => {
      try {
        await work();
        return undefined;
      } catch (error) {
        const problem = messageOf(error);
        if (problem !== this.lastError) console.error(`recourse: ${what}: ${problem}`);
        return problem;
      }
    };
    const unheard = await attempt('it could not be asked what became of messages', () =>
      this.receipts.askForUnresolved(),
    );
    const unpublished = await attempt('the figures of the quarter could not be frozen', () =>
      this.publisher.publishDue(),
    );
    return unheard ?? unpublished;
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
      const due = [reminder, deadline, await this.sender.nextInstant()]
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

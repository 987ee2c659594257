// Does what time brings: missed dates, links, reminders, messages. Everything it needs is in rows; it may be stopped anywhere.

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Links, Recalculation, Timekeeper } from '../engine';
import { Receipts, Sender, type OutboxMessage } from '../messages';
import { databaseIs } from '../persistence';
import { faultOf, Lanes, log, type SettableClock } from '../platform';
import { Reminders, type Hand } from '../reminders';
import { Publisher } from '../reporting';
import { Custody } from '../uploads';
import { Roots } from '../transparency';
import { WebhookSender } from '../webhooks';
import { DeadLetters } from './dead-letters';
import { kinds, type Kind } from './kinds';

const SWEEP = 5_000;
/** Batches of messages under way at once. */
const SENDERS = 2;
/** Batches that are done one after another before missed dates are looked at again. */
const BATCHES = 8;
/** More rounds than any chain of links can take: a fault must not keep the process busy for ever. */
const ROUNDS = 10_000;
/** Sweeps in which a row may fail; after the last a person must look, and until then it is left alone. */
const TRIES = 12;
/** Whoever has not answered by then is asked again by the next process. */
const STOP_WITHIN = 5_000;

@Injectable()
export class Worker implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();
  /** What went wrong in the latest sweep: shown by the health page, never thrown away silently. */
  lastError: string | undefined;
  /** What went wrong at last with what nobody waits for. */
  private laterError: string | undefined;
  private later: Promise<void> | undefined;
  /** Rows that have failed, by kind and id, with how often and what was said last. */
  private readonly failures = new Map<string, { tries: number; error: string }>();

  constructor(
    private readonly recalculation: Recalculation,
    private readonly timekeeper: Timekeeper,
    private readonly links: Links,
    private readonly reminders: Reminders,
    private readonly sender: Sender,
    private readonly webhooks: WebhookSender,
    private readonly receipts: Receipts,
    private readonly publisher: Publisher,
    private readonly custody: Custody,
    private readonly roots: Roots,
    private readonly letters: DeadLetters,
  ) {}

  /** Sweeps every few seconds until the application stops. */
  start(): void {
    const sweep = async () => {
      if (this.stopped) return;
      try {
        await this.sweep();
        void this.whatCanWait();
      } catch (error) {
        this.lastError = messageOf(error);
        log('error', 'the timed work failed and will be tried again', faultOf(error));
      }
      if (!this.stopped) this.timer = setTimeout(() => (this.running = sweep()), SWEEP);
    };
    this.running = sweep();
  }

  get problem(): string | undefined {
    return this.lastError ?? this.laterError;
  }

  /** Does everything that is due now, and what can wait. */
  async runUntilIdle(): Promise<void> {
    await this.sweep();
    await this.whatCanWait();
  }

  /** Does everything that is due now. Calls one after another, never two at once. */
  sweep(): Promise<void> {
    const run = this.queue.then(() => this.drain());
    this.queue = run.catch(() => undefined);
    return run;
  }

  private queue: Promise<void> = Promise.resolve();

  private async drain(): Promise<void> {
    // First: no date that a new bank holiday moves may be missed before it has moved.
    await this.recalculation.recountIfNew();
    const left = await this.leftAlone();
    let problem: string | undefined;
    let newly = 0;
    // What fails is left alone for the rest of this sweep: a hundred such rows would otherwise hold up all that follow.
    const failed = (kind: Kind) => (error: unknown, id: string) => {
      if (databaseIs(error)) throw error;
      left[kind].add(id);
      newly += 1;
      const text = messageOf(error);
      const { tries = 0 } = this.failures.get(`${kind} ${id}`) ?? {};
      this.failures.set(`${kind} ${id}`, { tries: tries + 1, error: text });
      if (text !== this.lastError && text !== problem)
        log('error', 'some timed work failed and will be tried again', { kind, row: id, ...faultOf(error) });
      problem = text;
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      newly = 0;
      const missed = await this.timekeeper.raiseMissed(left.deadlines, failed('deadlines'));
      const told = await this.links.deliverDue(left.links, failed('links'));
      const moved = await allOf([
        this.dispatchAndSend((hand) => this.reminders.dispatchDue(left.reminders, failed('reminders'), hand)),
        this.webhooks.sendDue(),
      ]);
      // A page of rows that failed was a page all the same: the next one may be in order.
      if (missed + told + moved + newly === 0) break;
    }
    await this.bury();
    this.lastError = problem;
  }

  /**
   * None waits for the commits of another: what is dispatched is sent while the next is dispatched, and what was queued
   * gets its turn after each batch. Gives how many rows that moved.
   */
  private async dispatchAndSend(dispatchDue: (hand: Hand) => Promise<number>): Promise<number> {
    const alone = new Lanes(1);
    const batch = async () => {
      const claimed: OutboxMessage[] = [];
      try {
        return await alone.run(() => dispatchDue((messages) => void claimed.push(...messages)));
      } finally {
        // Also where dispatching failed after some of it: they are claimed.
        await this.sender.send(claimed);
      }
    };
    const work = () => upTo(BATCHES, async () => (await batch()) + (await this.sender.sendDue()));
    return allOf(Array.from({ length: SENDERS }, work));
  }

  /** Rows that wait for a person. */
  private async leftAlone(): Promise<Record<Kind, Set<string>>> {
    const rows = kinds.map(async (kind) => [kind, await this.letters.rowsOf(kind)] as const);
    return Object.fromEntries(await Promise.all(rows)) as Record<Kind, Set<string>>;
  }

  private async bury(): Promise<void> {
    for (const [row, { tries, error }] of this.failures) {
      if (tries < TRIES) continue;
      const [kind, id] = row.split(' ') as [Kind, string];
      await this.letters.record(kind, id, tries, error);
      this.failures.delete(row);
      log('error', 'gave up on a row: see "recourse dead-letters"', { kind, row: id });
    }
  }

  /**
   * What nobody waits for by the second. It asks others, who may not answer: no sweep waits for it, and while it is under
   * way it is not begun again. What could not be done holds nothing up, and is tried again.
   */
  whatCanWait(): Promise<void> {
    this.later ??= this.doWhatCanWait().finally(() => (this.later = undefined));
    return this.later;
  }

  private async doWhatCanWait(): Promise<void> {
    let problem: string | undefined;
    for (const [what, work] of [
      ['what became of messages', () => this.receipts.askForUnresolved()],
      ['the figures of the quarter', () => this.publisher.publishDue()],
      ['the root of the day', () => this.roots.makeDue()],
      ['documents that wait for the scanner', () => this.custody.checkWaiting()],
    ] as const) {
      try {
        await work();
      } catch (error) {
        problem = messageOf(error);
        if (problem !== this.laterError && !this.stopped)
          log('error', 'what can wait could not be done and will be tried again', {
            what,
            ...faultOf(error),
          });
      }
      if (this.stopped) break;
    }
    this.laterError = problem;
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
    await within(STOP_WITHIN, this.later);
  }
}

/** Waits for it, and not longer than that. */
async function within(milliseconds: number, work: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, tooLong]);
  clearTimeout(timer);
}

/** So often, while there is something to do; how much that was. */
async function upTo(times: number, work: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let n = 0; n < times; n += 1) {
    const done = await work();
    if (done === 0) break;
    sum += done;
  }
  return sum;
}

/** The sum, when all have ended, also where one of them fails. */
async function allOf(parts: Promise<number>[]): Promise<number> {
  await Promise.allSettled(parts);
  return (await Promise.all(parts)).reduce((sum, part) => sum + part, 0);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// Every kind of timed work as one table: which rows wait, and what is done with one of them. Doing it twice does it once.

import { Injectable } from '@nestjs/common';
import { Links, Recalculation, Timekeeper } from '../engine';
import { Sender, type OutboxMessage } from '../messages';
import { backlogOf, Db, fallingDue, type FallingDue, type TimedRows } from '../persistence';
import { Clock } from '../platform';
import { Reminders } from '../reminders';
import { WebhookSender } from '../webhooks';
import { kinds, type Kind } from './kinds';

interface Work {
  rows: TimedRows;
  /** How many rows are worked on together, in one transaction; each of the others has one of its own. */
  together: number;
  perform: (ids: string[]) => Promise<unknown>;
}

/** Fewer than a worker could: sending takes time, and others shall have a share. */
const TOGETHER = 200;

@Injectable()
export class TimedWork {
  private readonly work: Record<Kind, Work>;
  private recounting: Promise<unknown> | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly recalculation: Recalculation,
    timekeeper: Timekeeper,
    links: Links,
    reminders: Reminders,
    sender: Sender,
    webhooks: WebhookSender,
  ) {
    this.work = {
      deadlines: {
        rows: timekeeper.rows,
        together: 1,
        perform: async (ids) => {
          // First: no date that a new bank holiday moves may be missed before it has moved.
          await this.recount();
          for (const id of ids) await timekeeper.raise(id);
        },
      },
      links: {
        rows: links.rows,
        together: 1,
        perform: async (ids) => {
          for (const id of ids) await links.deliver(id);
        },
      },
      reminders: {
        rows: reminders.rows,
        together: TOGETHER,
        // What they become is sent by whoever has it in hand: neither the rows nor the queue are asked for it again.
        perform: async (ids) => {
          let claimed: OutboxMessage[] = [];
          await reminders.dispatch({ ids, hand: (messages) => (claimed = messages) });
          await sender.send(claimed);
        },
      },
      messages: {
        rows: sender.rows,
        together: TOGETHER,
        // Two jobs may stand for one row, e.g. one given back by a process that died: only the first gets the message.
        perform: async (ids) => sender.send(await sender.claim(ids)),
      },
      webhooks: {
        rows: webhooks.rows,
        together: 1,
        perform: async (ids) => {
          for (const id of ids) await webhooks.sendOne(id);
        },
      },
    };
  }

  /** What falls due up to `until`, soonest first, page after page. */
  fallingDue(kind: Kind, until: string, page: number): AsyncGenerator<FallingDue[]> {
    return fallingDue(this.db.read, this.work[kind].rows, until, page);
  }

  together(kind: Kind): number {
    return this.work[kind].together;
  }

  /** Does what the rows say, as far as they are due and nobody has done it. */
  async perform(kind: Kind, ids: string[]): Promise<void> {
    await this.work[kind].perform(ids);
  }

  async backlog() {
    const now = this.clock.instant();
    return Promise.all(
      kinds.map(async (kind) => ({ kind, ...(await backlogOf(this.db.read, this.work[kind].rows, now)) })),
    );
  }

  /** After a newer list of bank holidays: every open date is counted again, before any is raised as missed. */
  recount(): Promise<unknown> {
    this.recounting ??= this.recalculation.recountIfNew().finally(() => (this.recounting = undefined));
    return this.recounting;
  }
}

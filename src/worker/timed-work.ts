// Every kind of timed work as one table: which rows wait, and what is done with one of them. Doing it twice does it once.

import { Injectable } from '@nestjs/common';
import { Links, Recalculation, Timekeeper } from '../engine';
import { Sender } from '../messages';
import { backlogOf, Db, fallingDue, type FallingDue, type TimedRows } from '../persistence';
import { Clock, Together } from '../platform';
import { Reminders } from '../reminders';
import { WebhookSender } from '../webhooks';
import { kinds, type Kind } from './kinds';

interface Work {
  rows: TimedRows;
  perform: (id: string) => Promise<unknown>;
}

const BATCH = 100;

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
    const dispatched = new Together(async (ids: string[]) => {
      await reminders.dispatch(ids);
      return ids;
    }, BATCH);
    const claimed = new Together(async (ids: string[]) => {
      const messages = new Map((await sender.claim(ids)).map((message) => [message.id, message]));
      // Two jobs may stand for one row, e.g. one given back by a process that died: only the first gets the message.
      return ids.map((id) => {
        const message = messages.get(id);
        messages.delete(id);
        return message;
      });
    }, BATCH);
    this.work = {
      deadlines: {
        rows: timekeeper.rows,
        perform: async (id) => {
          // First: no date that a new bank holiday moves may be missed before it has moved.
          await this.recount();
          await timekeeper.raise(id);
        },
      },
      links: { rows: links.rows, perform: (id) => links.deliver(id) },
      reminders: { rows: reminders.rows, perform: (id) => dispatched.of(id) },
      messages: {
        rows: sender.rows,
        perform: async (id) => {
          const message = await claimed.of(id);
          if (message) await sender.send(message);
        },
      },
      webhooks: { rows: webhooks.rows, perform: (id) => webhooks.sendOne(id) },
    };
  }

  /** What falls due up to `until`, soonest first, page after page. */
  async *fallingDue(kind: Kind, until: string, page: number): AsyncGenerator<FallingDue[]> {
    for (let after: FallingDue | undefined; ;) {
      const rows = await fallingDue(this.db.read, this.work[kind].rows, until, page, after);
      if (rows.length > 0) yield rows;
      if (rows.length < page) return;
      after = rows.at(-1);
    }
  }

  /** Does what the row says, if it is due and nobody has done it. */
  async perform(kind: Kind, id: string): Promise<void> {
    await this.work[kind].perform(id);
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

// The timed work in figures: what waits, what is late and since when, what was given up.

import { Injectable } from '@nestjs/common';
import { Sender } from '../messages';
import { Clock, type Metric } from '../platform';
import { Roots } from '../transparency';
import { Custody } from '../uploads';
import { DeadLetters } from './dead-letters';
import { Dispatcher } from './dispatcher';
import { kinds, type Kind } from './kinds';
import { TimedWork } from './timed-work';
import { Worker } from './worker';

/** Counting a million rows takes a moment: whoever asks more often gets the figures of the last time. */
const KEEP_MS = 10_000;

@Injectable()
export class Figures {
  private known: { at: number; metrics: Promise<Metric[]> } | undefined;

  constructor(
    private readonly work: TimedWork,
    private readonly letters: DeadLetters,
    private readonly dispatcher: Dispatcher,
    private readonly worker: Worker,
    private readonly custody: Custody,
    private readonly roots: Roots,
    private readonly sender: Sender,
    private readonly clock: Clock,
  ) {}

  metrics(): Promise<Metric[]> {
    if (!this.known || performance.now() - this.known.at > KEEP_MS) {
      const metrics = this.read();
      metrics.catch(() => (this.known = undefined));
      this.known = { at: performance.now(), metrics };
    }
    return this.known.metrics;
  }

  private async read(): Promise<Metric[]> {
    const backlog = await this.work.backlog();
    const dead = await this.letters.count();
    const redis = await this.dispatcher.redis();
    const documents = await this.custody.waiting();
    const [root] = await this.roots.published(1);
    const now = this.clock.now().getTime();
    const since = (at: string | null) => (at === null ? 0 : Math.max(0, (now - Date.parse(at)) / 1000));
    const lateness = this.dispatcher.lateness();
    const by = (kind: Kind, value: number) => ({ labels: { kind }, value });
    return [
      {
        name: 'recourse_planned_rows',
        help: 'Rows of timed work that are still to be done, whenever they fall due',
        type: 'gauge',
        samples: backlog.map(({ kind, waiting }) => by(kind, waiting)),
      },
      {
        name: 'recourse_due_rows',
        help: 'Rows of timed work that are due and not done',
        type: 'gauge',
        samples: backlog.map(({ kind, due }) => by(kind, due)),
      },
      {
        name: 'recourse_oldest_due_seconds',
        help: 'How long the oldest of them has been due; 0 where nothing is',
        type: 'gauge',
        samples: backlog.map(({ kind, oldest }) => by(kind, since(oldest))),
      },
      {
        name: 'recourse_dead_letters',
        help: 'Timed work and messages that failed for good and wait for a person',
        type: 'gauge',
        samples: kinds.map((kind) => by(kind, dead[kind])),
      },
      {
        name: 'recourse_sends_total',
        help: 'Tries of this process to send a message, by what became of them; queued: will be tried again',
        type: 'counter',
        samples: this.sender.outcomes().map(([outcome, value]) => ({ labels: { outcome }, value })),
      },
      {
        name: 'recourse_documents_waiting',
        help: 'Documents that the virus scanner has not looked at; nobody can open them',
        type: 'gauge',
        samples: [{ value: documents.count }],
      },
      {
        name: 'recourse_oldest_document_waiting_seconds',
        help: 'How long the first of them has waited; 0 where none waits',
        type: 'gauge',
        samples: [{ value: since(documents.oldest) }],
      },
      {
        name: 'recourse_chain_head',
        help: 'Always 1; its labels are the head of the chain of daily roots over all journals, and its day',
        type: 'gauge',
        samples: root ? [{ labels: { day: root.day, head: root.head }, value: 1 }] : [],
      },
      {
        name: 'recourse_chain_head_age_seconds',
        help: 'How long ago that day began, in UTC',
        type: 'gauge',
        samples: root ? [{ value: since(`${root.day}T00:00:00.000Z`) }] : [],
      },
      {
        name: 'recourse_jobs_total',
        help: 'Rows of timed work done by this process through the queue',
        type: 'counter',
        samples: lateness.map(({ kind, jobs }) => by(kind, jobs)),
      },
      {
        name: 'recourse_jobs_lateness_seconds_total',
        help: 'How late they were begun, in all',
        type: 'counter',
        samples: lateness.map(({ kind, secondsLate }) => by(kind, secondsLate)),
      },
      {
        name: 'recourse_redis_up',
        help: '1 where the queue on Redis can be reached; absent where no queue is used',
        type: 'gauge',
        samples: redis === undefined ? [] : [{ value: redis === 'up' ? 1 : 0 }],
      },
      {
        name: 'recourse_timed_work_failing',
        help: '1 where the latest look at the timed work failed in this process',
        type: 'gauge',
        samples: [{ value: this.worker.problem === undefined ? 0 : 1 }],
      },
      {
        name: 'recourse_clock_skew_seconds',
        help: "By how much this machine's clock is ahead of the time that counts",
        type: 'gauge',
        samples: [{ value: Math.round(this.clock.skew()) / 1000 }],
      },
      {
        name: 'process_resident_memory_bytes',
        help: 'Memory of this process',
        type: 'gauge',
        samples: [{ value: process.memoryUsage.rss() }],
      },
    ];
  }
}

// Verifies everything once a night, and when an operator asks: in one process, whoever comes first, and written down.

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { londonInstant } from '../../workflows/calendar';
import type { Finding } from '../engine';
import { Db } from '../persistence';
import { Clock, faultOf, Ids, log, type Metric } from '../platform';
import { Verification } from './entities';
import { Invariants } from './invariants';

const LOOK = 60_000;
/** When a night's begins: few people work, and what was due the day before is done. */
const NIGHT = '02:00';
/** One that has run for longer was broken off, e.g. with its process. */
const LONGEST = 12 * 3_600_000;
/** So many findings are kept by name; the rest are counted. */
const NAMED = 50;
/** Kept this many; older ones say nothing that a newer one does not. */
const KEPT = 100;

@Injectable()
export class Verifications implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly invariants: Invariants,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Looks every minute whether one is to be made, until the application stops. */
  start(): void {
    const look = async () => {
      await this.runDue().catch((error: unknown) => {
        if (!this.stopping.signal.aborted)
          log('error', 'verification could not be done and will be tried again', faultOf(error));
      });
      if (this.stopping.signal.aborted) return;
      this.timer = setTimeout(() => (this.running = look()), LOOK);
      this.timer.unref();
    };
    this.running = look();
  }

  /** Latest first. */
  latest(limit = 10): Promise<Verification[]> {
    return this.db.read.find(Verification, { order: { askedAt: 'DESC', id: 'DESC' }, take: limit });
  }

  /** The latest that came to its end. */
  async lastMade(): Promise<Verification | undefined> {
    return (await this.latest()).find(({ endedAt }) => endedAt !== null);
  }

  /** Is it still at work, or was it broken off? */
  isRunning({ beganAt, endedAt }: Verification): boolean {
    return beganAt !== null && endedAt === null && beganAt > this.longAgo();
  }

  /** To be made by the next process that looks. One that waits already is not asked for again. */
  async ask(): Promise<void> {
    await this.db.tx(async (m) => {
      if (!(await m.existsBy(Verification, { beganAt: IsNull() })))
        await m.insert(Verification, this.row(null));
    });
  }

  /** Makes what is to be made now; gives how many that were. */
  async runDue(): Promise<number> {
    await this.planNight();
    let made = 0;
    for (;;) {
      const row = await this.claim();
      if (!row) return made;
      await this.run(row);
      made += 1;
    }
  }

  async metrics(): Promise<Metric[]> {
    const last = await this.lastMade();
    const gauge = (name: string, help: string, value: number | undefined): Metric => ({
      name,
      help,
      type: 'gauge',
      samples: value === undefined ? [] : [{ value }],
    });
    return [
      gauge('recourse_verify_findings', 'Broken promises that the last verification found', last?.findings),
      gauge(
        'recourse_verify_ended_timestamp_seconds',
        'When the last verification of everything ended',
        last?.endedAt ? Math.floor(Date.parse(last.endedAt) / 1000) : undefined,
      ),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('The process was asked to stop'));
    clearTimeout(this.timer);
    await this.running;
  }

  private async planNight(): Promise<void> {
    const night = this.clock.today();
    if (this.clock.instant() < londonInstant(night, NIGHT)) return;
    if (await this.db.read.existsBy(Verification, { night })) return;
    await this.db.tx((m) =>
      m.createQueryBuilder().insert().into(Verification).values(this.row(night)).orIgnore().execute(),
    );
  }

  private async claim(): Promise<Verification | undefined> {
    const waiting = await this.db.read.findOne(Verification, {
      where: { beganAt: IsNull() },
      order: { askedAt: 'ASC' },
    });
    if (!waiting) return undefined;
    const { id } = waiting;
    const { affected } = await this.db.tx((m) =>
      m.update(Verification, { id, beganAt: IsNull() }, { beganAt: this.clock.instant() }),
    );
    return affected === 1 ? waiting : undefined;
  }

  private async run({ id }: Verification): Promise<void> {
    const named: Finding[] = [];
    const keep = (finding: Finding) => {
      if (named.length < NAMED) named.push(finding);
    };
    const { signal } = this.stopping;
    const { days, ...counts } = await this.invariants
      .verifyAll(keep, { signal })
      .catch(async (error: unknown) => {
        // Broken off by the end of this process: the next one that looks makes it.
        if (signal.aborted) await this.db.tx((m) => m.update(Verification, { id }, { beganAt: null }));
        throw error;
      });
    await this.db.tx(async (m) => {
      await m.update(Verification, { id }, { ...counts, roots: days, named, endedAt: this.clock.instant() });
      const oldest = await m.find(Verification, { order: { askedAt: 'DESC' }, skip: KEPT, take: 1 });
      if (oldest[0]) await m.delete(Verification, { askedAt: LessThan(oldest[0].askedAt) });
    });
    if (counts.findings > 0)
      log('error', 'verification found broken promises: see /admin/checks or "recourse verify"', {
        findings: counts.findings,
      });
  }

  private row(night: string | null): Verification {
    return {
      id: this.ids.id(),
      night,
      askedAt: this.clock.instant(),
      beganAt: null,
      endedAt: null,
      cases: 0,
      entries: 0,
      roots: 0,
      findings: 0,
      named: [],
    };
  }

  private longAgo(): string {
    return new Date(this.clock.now().getTime() - LONGEST).toISOString();
  }
}

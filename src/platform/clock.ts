// The one source of the present moment. Features ask it; nobody reads the machine's time directly.

import { londonDateOf, type PlainDate } from '../../workflows/calendar';

export abstract class Clock {
  /** The present instant, UTC. */
  abstract now(): Date;

  /** The present instant as stored: ISO 8601, UTC, milliseconds. */
  instant(): string {
    return this.now().toISOString();
  }

  /** By how many milliseconds the machine's own clock is ahead of the time that counts. */
  skew(): number {
    return 0;
  }

  /** Today's legal date in Europe/London. */
  today(): PlainDate {
    return londonDateOf(this.instant());
  }
}

/** The machine's own clock, for the size of one machine. */
export class SystemClock extends Clock {
  private readonly started = { at: Date.now(), tick: performance.now() };

  now(): Date {
    return new Date();
  }

  /** There is no other clock to compare with but one that nobody can set: what it was set by since the start. */
  override skew(): number {
    return Date.now() - this.started.at - (performance.now() - this.started.tick);
  }
}

/**
 * The time of the database, which is the same for every process: asked for again and again, and carried on in between
 * by a clock that nobody can set. Whatever the machine's clock says, nothing is done early by it.
 */
export class SharedClock extends Clock {
  private anchor = { at: Date.now(), tick: performance.now() };

  now(): Date {
    return new Date(this.anchor.at + (performance.now() - this.anchor.tick));
  }

  override skew(): number {
    return Date.now() - this.now().getTime();
  }

  /** `at`: what the other clock said; `asked`: the tick at which it was asked. It answered somewhere between then and now. */
  set(at: number, asked: number): void {
    this.anchor = { at, tick: (asked + performance.now()) / 2 };
  }
}

/** A clock that stands still until it is moved, and moves forward only. For tests and the demonstration. */
export class SettableClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  /** @throws RangeError when asked to go back: journal times must be truthful. */
  moveTo(instant: Date): void {
    if (instant < this.at) throw new RangeError('The clock can only move forward');
    this.at = new Date(instant);
  }

  /** Only for starting over with empty data. */
  reset(instant: Date): void {
    this.at = new Date(instant);
  }
}

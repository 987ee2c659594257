// The one source of the present moment. Features ask it; nobody reads the machine's time directly.

import { londonDateOf, type PlainDate } from '../../workflows/calendar';

export abstract class Clock {
  /** The present instant, UTC. */
  abstract now(): Date;

  /** The present instant as stored: ISO 8601, UTC, milliseconds. */
  instant(): string {
    return this.now().toISOString();
  }

  /** Today's legal date in Europe/London. */
  today(): PlainDate {
    return londonDateOf(this.instant());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
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

// No more than so many a minute from this process, in even steps; what is urgent goes first.

import { TryLater } from './channels';

/** Whoever would wait longer than this gives way to other channels and comes back. */
const LONGEST_WAIT = 5_000;

interface Waiting {
  go: () => void;
}

export class Pace {
  private readonly step: number;
  private readonly urgent: Waiting[] = [];
  private readonly others: Waiting[] = [];
  private next = 0;
  private pausedUntil = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.step = 60_000 / perMinute;
  }

  /** Resolves when it is the caller's turn. @throws TryLater while paused. */
  turn(urgent: boolean): Promise<void> {
    const paused = this.pausedUntil - this.now();
    if (paused > 0) return Promise.reject(new TryLater(Math.ceil(paused)));
    // Behind a long queue there is no use in holding one of a few lanes.
    const ahead = this.urgent.length + (urgent ? 0 : this.others.length);
    const wait = this.next - this.now() + ahead * this.step;
    if (wait > LONGEST_WAIT) return Promise.reject(new TryLater(Math.ceil(wait)));
    return new Promise((go) => {
      (urgent ? this.urgent : this.others).push({ go });
      this.schedule();
    });
  }

  /** Nobody's turn comes for so many milliseconds. */
  pause(ms: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.now() + ms);
  }

  private schedule(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => this.release(), Math.max(0, this.next - this.now()));
  }

  private release(): void {
    this.timer = undefined;
    const first = this.urgent.shift() ?? this.others.shift();
    if (!first) return;
    this.next = Math.max(this.next, this.now()) + this.step;
    first.go();
    if (this.urgent.length + this.others.length > 0) this.schedule();
  }
}

// What is asked for one by one is worked on by the hundred: while one batch is under way, the next gathers.

import { inHalves } from './halves';

interface Waiting<Q, A> {
  item: Q;
  resolve: (answer: A) => void;
  reject: (error: unknown) => void;
}

export class Together<Q, A> {
  private waiting: Waiting<Q, A>[] = [];
  private running = false;

  /** `work` gives one answer for each, in their order. */
  constructor(
    private readonly work: (items: Q[]) => Promise<A[]>,
    private readonly most: number,
  ) {}

  of(item: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // What arrives in the same breath belongs to the same batch.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.batch(this.waiting.splice(0, this.most));
    this.running = false;
  }

  /** One that cannot be done fails alone. */
  private batch(batch: Waiting<Q, A>[]): Promise<void> {
    return inHalves(
      batch,
      async (some) => {
        const answers = await this.work(some.map(({ item }) => item));
        some.forEach(({ resolve }, n) => resolve(answers[n] as A));
      },
      ({ reject }, error) => reject(error),
    );
  }
}

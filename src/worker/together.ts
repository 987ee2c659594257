// Rows asked for one by one are worked on by the hundred: while one batch is under way, the next gathers.

interface Waiting<T> {
  id: string;
  resolve: (result: T | undefined) => void;
  reject: (error: unknown) => void;
}

export class Together<T> {
  private waiting: Waiting<T>[] = [];
  private running = false;

  /** `work` gives what came of each id, as far as anything did. */
  constructor(
    private readonly work: (ids: string[]) => Promise<Map<string, T>>,
    private readonly most: number,
  ) {}

  of(id: string): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ id, resolve, reject });
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

  /** One that cannot be done fails alone: where a batch fails, each of it is tried by itself. */
  private async batch(batch: Waiting<T>[]): Promise<void> {
    try {
      const results = await this.work(batch.map(({ id }) => id));
      for (const { id, resolve } of batch) resolve(results.get(id));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const each of batch) await this.batch([each]);
    }
  }
}

// The council's own book of what it was told: one JSON line for each event, on the disk before the sender hears "taken".

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

export interface Line {
  /** `webhook-id`: the same at each repetition. */
  id: string;
  case: string;
  version: number;
  stage: string;
  /** Who must act now, and by when. */
  next?: string;
  due?: string;
}

export class Ledger {
  private readonly seen = new Set<string>();
  private readonly file: number;

  constructor(path: string) {
    const known = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const end = known.lastIndexOf(10) + 1;
    // A line that a crash has cut off is no line: its event was not taken, and comes again.
    if (end < known.length) truncateSync(path, end);
    const lines = known.subarray(0, end).toString('utf8').split('\n').filter(Boolean);
    for (const line of lines) this.seen.add((JSON.parse(line) as Line).id);
    this.file = openSync(path, 'a', 0o600);
  }

  has(id: string): boolean {
    return this.seen.has(id);
  }

  add(line: Line): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.file);
    this.seen.add(line.id);
  }

  close(): void {
    closeSync(this.file);
  }
}

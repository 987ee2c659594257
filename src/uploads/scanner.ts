// Is there anything harmful in it? Where the scanner cannot be asked, the answer is not "no": the document waits.

import { connect, type Socket } from 'node:net';
import type { Config } from '../platform';

/** It was asked and answered, and what it said is no verdict: that is about this document, not about the scanner. */
export class NoVerdict extends Error {}

export abstract class Scanner {
  /** Documents can be taken in at all. */
  abstract readonly ready: boolean;

  /** @throws Error where it could not be asked, or gave no verdict: nothing is known about the content then. */
  abstract isHarmful(content: Buffer): Promise<boolean>;

  /** Nothing is asked any more, and who waits for an answer gets none. */
  close(): void {}
}

/** Only where the operator says so in so many words, and in the demonstration. */
class NoScanner extends Scanner {
  readonly ready = true;

  isHarmful(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

class MissingScanner extends Scanner {
  readonly ready = false;

  isHarmful(): Promise<boolean> {
    return Promise.reject(new Error('No virus scanner is set up: set CLAMD_URL'));
  }
}

const CHUNK = 64 * 1024;
const LONGEST_ANSWER = 10_000;
/** For connecting, handing over and looking, in seconds; `?seconds=` of CLAMD_URL says otherwise. */
const PATIENCE = 30;

/** clamd's INSTREAM: chunks with their length before them, then a length of nothing, then one line of answer. */
export class ClamdScanner extends Scanner {
  readonly ready = true;
  private readonly asking = new Set<Socket>();
  private closed = false;
  private readonly patience: number;

  constructor(private readonly url: URL) {
    super();
    this.patience = Number(url.searchParams.get('seconds') ?? PATIENCE) * 1000;
  }

  async isHarmful(content: Buffer): Promise<boolean> {
    const answer = await this.ask(content);
    if (answer === 'stream: OK') return false;
    if (/^stream: .+ FOUND$/.test(answer)) return true;
    throw new NoVerdict('The virus scanner gave no verdict');
  }

  override close(): void {
    this.closed = true;
    for (const socket of this.asking) socket.destroy();
  }

  private ask(content: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new Error('The virus scanner is not asked any more');
      const socket = this.open();
      this.asking.add(socket);
      let answer = '';
      // From beginning to end: one that sends a letter now and then would otherwise be waited for for ever.
      const end = setTimeout(
        () => socket.destroy(new Error('The virus scanner does not answer')),
        this.patience,
      );
      socket.on('data', (data) => {
        answer += data.toString('latin1');
        if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('The virus scanner does not end'));
      });
      socket.on('error', reject);
      socket.on('close', () => {
        clearTimeout(end);
        this.asking.delete(socket);
        const [line, ...rest] = answer.split('\0');
        if (line && rest.length > 0) resolve(line.trim());
        else reject(new Error('The virus scanner broke off'));
      });
      socket.write('zINSTREAM\0');
      for (let at = 0; at < content.length; at += CHUNK) {
        const chunk = content.subarray(at, at + CHUNK);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(chunk.length);
        socket.write(length);
        socket.write(chunk);
      }
      socket.write(Buffer.alloc(4));
    });
  }

  private open(): Socket {
    return this.url.protocol === 'unix:'
      ? connect(this.url.pathname)
      : connect(Number(this.url.port || 3310), this.url.hostname);
  }
}

export function scannerFor({ clamdUrl, unscanned }: Config): Scanner {
  if (clamdUrl) return new ClamdScanner(new URL(clamdUrl));
  return unscanned ? new NoScanner() : new MissingScanner();
}

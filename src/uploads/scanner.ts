// Is there anything harmful in it? Where the scanner cannot be asked, the answer is not "no": the document waits.

import { connect, type Socket } from 'node:net';
import type { Config } from '../platform';

export abstract class Scanner {
  /** Documents can be taken in at all. */
  abstract readonly ready: boolean;

  /** @throws Error where it could not be asked: nothing is known about the content then. */
  abstract isHarmful(content: Buffer): Promise<boolean>;
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
const PATIENCE = 30_000;

/** clamd's INSTREAM: chunks with their length before them, then a length of nothing, then one line of answer. */
export class ClamdScanner extends Scanner {
  readonly ready = true;

  constructor(private readonly url: URL) {
    super();
  }

  async isHarmful(content: Buffer): Promise<boolean> {
    const answer = await this.ask(content);
    if (answer === 'stream: OK') return false;
    if (/^stream: .+ FOUND$/.test(answer)) return true;
    throw new Error('The virus scanner gave no verdict');
  }

  private ask(content: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = this.open();
      let answer = '';
      socket.setTimeout(PATIENCE, () => socket.destroy(new Error('The virus scanner does not answer')));
      socket.on('data', (data) => (answer += data.toString('latin1')));
      socket.on('error', reject);
      socket.on('close', () => {
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

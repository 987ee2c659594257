// A virus scanner that speaks clamd's INSTREAM and knows one virus. It can be away.

import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { EICAR } from './samples';

export class FakeClamd {
  away = false;
  /** What it answers whatever it is given. */
  answer: string | undefined;
  scanned = 0;
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      if (this.away) return socket.destroy();
      socket.on('data', (data) => {
        received = Buffer.concat([received, data]);
        const content = contentOf(received);
        if (!content) return;
        this.scanned += 1;
        const verdict = content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
        socket.end(`${this.answer ?? verdict}\0`);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

/** The chunks put together, once the empty one has come. */
function contentOf(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (received.subarray(0, command.length).toString() !== command) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > received.length) return undefined;
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

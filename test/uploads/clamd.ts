// A virus scanner that speaks clamd's INSTREAM and knows one virus. It can be away, hang, break off or give no verdict;
// run by itself it is a process that can be killed and stopped.

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { EICAR } from './samples';

const NO_VERDICT = 'INSTREAM size limit exceeded. ERROR';

export class FakeClamd {
  away = false;
  /** What it answers whatever it is given. */
  answer: string | undefined;
  /** Goes in the middle of its answer. */
  breaksOff = false;
  /** Has no verdict on what this is in. */
  cannotRead: string | undefined;
  scanned = 0;
  private server: Server | undefined;

  /** Gives its address; `port` where it must be the same as before. */
  async start(port = 0): Promise<string> {
    this.server = createServer((socket) => this.serve(socket));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    return `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    if (this.away) return void socket.destroy();
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      const content = contentOf(received);
      if (!content) return;
      this.scanned += 1;
      const verdict = content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
      const error = this.cannotRead !== undefined && content.includes(this.cannotRead);
      const answer = `${error ? NO_VERDICT : (this.answer ?? verdict)}\0`;
      socket.end(this.breaksOff ? answer.slice(0, -1) : answer);
    });
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

async function main(port: string, mood: string): Promise<void> {
  const clamd = new FakeClamd();
  clamd.breaksOff = mood === 'breaks off';
  if (mood === 'says ERROR') clamd.answer = NO_VERDICT;
  if (mood === 'no verdict on poison') clamd.cannotRead = 'Poison';
  await clamd.start(Number(port));
  console.log('ready');
}

if (require.main === module) void main(process.argv[2] ?? '0', process.argv[3] ?? '');

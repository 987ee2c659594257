// A mail server that counts what it takes, and refuses, hangs up or thinks as a test says.

import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What becomes of one message: taken, refused with a code, or the connection is cut without an answer. */
export type Fate = 'take' | 'cut' | number;

export class MailSink {
  /** How often each message was taken, by its Message-ID. */
  readonly taken = new Map<string, number>();
  /** When each was taken first, in milliseconds. */
  readonly takenAt = new Map<string, number>();
  /** Decides about each message before it is taken. */
  fate: (to: string, id: string) => Fate = () => 'take';
  /** Called between taking a message and saying so; the sender waits for it. */
  thinks: (id: string) => Promise<unknown> | undefined = () => undefined;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailSink> {
    const server: SMTPServer = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          const [, id] = /^Message-ID: (.*)$/im.exec(text) as unknown as [string, string];
          const to = session.envelope.rcptTo[0]?.address ?? '';
          const fate = sink.fate(to, id);
          if (fate === 'cut') return sink.cut(session.id);
          if (fate !== 'take') return done(Object.assign(new Error('No'), { responseCode: fate }));
          sink.taken.set(id, (sink.taken.get(id) ?? 0) + 1);
          if (!sink.takenAt.has(id)) sink.takenAt.set(id, Date.now());
          void Promise.resolve(sink.thinks(id)).then(() => done());
        });
      },
    });
    server.on('error', () => undefined); // a killed sender cuts its connections
    const sink: MailSink = new MailSink(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Messages taken more than once. */
  doubles(): string[] {
    return [...this.taken].filter(([, times]) => times > 1).map(([id]) => id);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private cut(sessionId: string): void {
    for (const connection of this.server.connections as Set<{ id: string; _socket: { destroy: () => void } }>)
      if (connection.id === sessionId) connection._socket.destroy();
  }
}

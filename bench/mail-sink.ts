// A mail server in a process of its own that takes everything and keeps nothing. Says its port, then counts.

import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { fork } from 'node:child_process';
import { join } from 'node:path';

export interface MailSink {
  url: string;
  close: () => void;
}

export function mailSink(): Promise<MailSink> {
  const child = fork(__filename, ['sink'], { execArgv: ['-r', join(__dirname, 'register.cjs')] });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The mail server did not start')));
    child.once('message', (port) =>
      resolve({ url: `smtp://127.0.0.1:${String(port)}`, close: () => child.kill() }),
    );
  });
}

if (require.main === module) {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      stream.on('end', done);
      stream.resume();
    },
  });
  server.on('error', () => undefined); // whoever sent has gone
  server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));
}

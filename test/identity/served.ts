// The application on a port that is known beforehand, because links, passkeys and other sign-ins name it.

import { createServer, type AddressInfo } from 'node:net';
import { Sender } from '../../src/messages';
import type { Db } from '../../src/persistence';
import { startApp, type TestApp } from '../app';
import { Browser } from './browser';

export interface Served extends TestApp {
  url: string;
  browser: (headers?: Record<string, string>) => Browser;
  /** The codes sent so far, latest first. */
  codes: () => Promise<string[]>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function served(
  db: Db,
  env: NodeJS.ProcessEnv = {},
  port?: number,
  now = '2026-11-13T09:00:00Z',
): Promise<Served> {
  const at = port ?? (await freePort());
  const url = `http://localhost:${at}`;
  const t = await startApp(db, now, { BASE_URL: url, ...env });
  await t.app.listen(at);
  return {
    ...t,
    url,
    browser: (headers) => new Browser(url, headers),
    codes: async () => {
      await t.worker.runUntilIdle();
      const mail = await t.app.get(Sender).mailbox();
      return mail.flatMap(({ text }) => /Your code is (\d{6})/.exec(text)?.[1] ?? []);
    },
  };
}

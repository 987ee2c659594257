// The product in a process of its own, on a database that is there; and clients that keep their connections.

import 'reflect-metadata';
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { entities } from '../src/entities';
import { openDb, type DbSettings } from '../src/persistence';
import { RandomIds, readConfig, SystemClock, type Config } from '../src/platform';
import { createApp } from '../src/serve';
import { Dispatcher } from '../src/worker';

export interface Server {
  port: number;
  /** Processor time that it has taken so far, in seconds. */
  cpu: () => Promise<number>;
  stop: () => Promise<void>;
}

export interface Around {
  redisUrl?: string;
  mailUrl?: string;
  /** Also does the timed work. */
  works?: boolean;
}

const configOf = (settings: DbSettings, { redisUrl, mailUrl }: Around): Config =>
  readConfig({
    RECOURSE_DATA: settings.dataDir,
    RECOURSE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    PORT: '0',
    ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    ...(mailUrl ? { SMTP_URL: mailUrl } : {}),
  });

export async function open(settings: DbSettings, around: Around = {}) {
  const db = await openDb(settings, entities);
  const config = configOf(settings, around);
  return { db, app: await createApp({ config, db, clock: new SystemClock(), ids: new RandomIds() }) };
}

/** @param profile a folder for a CPU profile of the server */
export function startServer(settings: DbSettings, around: Around = {}, profile?: string): Promise<Server> {
  const child = fork(__filename, [JSON.stringify({ settings, around })], {
    execArgv: [
      '-r',
      join(__dirname, 'register.cjs'),
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
    ],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server did not start')));
    child.once('message', (port) =>
      resolve({
        port: Number(port),
        cpu: () =>
          new Promise((answer) => {
            child.once('message', (used) => answer(Number(used)));
            child.send('cpu');
          }),
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      }),
    );
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export function call(
  port: number,
  method: string,
  path: string,
  token: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        method,
        path,
        headers: {
          authorization: `Bearer ${token}`,
          ...(json ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) } : {}),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.on('error', (error: Error & { code?: string }) => {
      // The server closes what has been idle for a while, perhaps in this very moment.
      if (sent.reusedSocket && error.code === 'ECONNRESET')
        call(port, method, path, token, body, headers).then(resolve, reject);
      else reject(error);
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error(`${path} did not answer`)));
    sent.end(json);
  });
}

/** So many clients, each with one piece of work after another, until there is none left. */
export async function byClients<T>(
  items: T[],
  clients: number,
  work: (item: T, n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < items.length) {
        const n = next;
        next += 1;
        await work(items[n] as T, n);
      }
    }),
  );
}

async function main({ settings, around }: { settings: DbSettings; around: Around }): Promise<void> {
  const { app } = await open(settings, around);
  await app.listen(0);
  if (around.works) app.get(Dispatcher).start();
  // In order, so that a CPU profile is written.
  process.once('SIGTERM', () => void app.close().finally(() => process.exit(0)));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1e6);
  });
  process.send?.((app.getHttpServer().address() as AddressInfo).port);
}

if (require.main === module) void main(JSON.parse(process.argv[2] as string) as Parameters<typeof main>[0]);

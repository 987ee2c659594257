// A Redis database of a test's own, empty, and a door in front of it that can be shut.

import { Redis } from 'ioredis';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { TEST_REDIS_URL } from './services';

export interface TestRedis {
  url: string;
  redis: Redis;
  drop: () => Promise<void>;
}

const OWNED = 300;

/** Several test runs share one server: whoever takes a number first has it until it is given back or its owner has died. */
export async function freshRedis(): Promise<TestRedis> {
  const owners = new Redis(Object.assign(new URL(TEST_REDIS_URL), { pathname: '/0' }).href);
  for (let number = 1; number < 16; number += 1) {
    const owner = `recourse-test:${number}`;
    if ((await owners.set(owner, process.pid, 'EX', OWNED, 'NX')) !== 'OK') continue;
    const url = Object.assign(new URL(TEST_REDIS_URL), { pathname: `/${number}` }).href;
    const redis = new Redis(url);
    await redis.flushdb();
    const keep = setInterval(() => void owners.expire(owner, OWNED), (OWNED / 3) * 1000);
    return {
      url,
      redis,
      drop: async () => {
        clearInterval(keep);
        await redis.flushdb();
        await owners.del(owner);
        await Promise.all([redis.quit(), owners.quit()]);
      },
    };
  }
  throw new Error('No free database on the test Redis');
}

export interface Door {
  url: string;
  open: () => Promise<void>;
  /** Cuts every connection and lets nobody in. */
  shut: () => Promise<void>;
}

/** A way to Redis that can be cut without stopping the server that others use. Shut at first. */
export async function doorTo(redisUrl: string): Promise<Door> {
  const target = new URL(redisUrl);
  const through = new Set<Socket>();
  const server = createServer((inside) => {
    const outside = connect(Number(target.port || 6379), target.hostname);
    for (const [a, b] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      through.add(a);
      a.pipe(b);
      a.on('error', () => b.destroy());
      a.on('close', () => through.delete(a));
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const shut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of through) socket.destroy();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  await shut();
  return {
    url: `redis://127.0.0.1:${port}${target.pathname}`,
    open: () => listen(port),
    shut,
  };
}

// Before any test: which services does this machine have? A newcomer without them sees skipped tests; CI must have them.

import { Redis } from 'ioredis';
import { Client } from 'pg';
import { keepWhatIsMade } from './made-once';

export const TEST_DATABASE_URL =
  process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const TEST_REDIS_URL = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/9';

export default async function probeServices(): Promise<void> {
  keepWhatIsMade();
  process.env.RECOURSE_TEST_POSTGRES = await outcomeOf('PostgreSQL', async () => {
    const client = new Client({ connectionString: TEST_DATABASE_URL, connectionTimeoutMillis: 3000 });
    await client.connect();
    await client.end();
  });
  process.env.RECOURSE_TEST_REDIS = await outcomeOf('Redis', async () => {
    const redis = new Redis(TEST_REDIS_URL, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    await redis.connect();
    await redis.quit();
  });
}

async function outcomeOf(service: string, reach: () => Promise<void>): Promise<string> {
  try {
    await reach();
    return 'up';
  } catch (error) {
    if (process.env.CI) throw new Error(`${service} must be running in CI: ${(error as Error).message}`);
    return `${service} is not running here (${(error as Error).message})`;
  }
}

// A worker process of the scaled size, as `recourse serve --role worker` starts it: made to be raced, cut off and killed.

import 'reflect-metadata';
import { entities } from '../../src/entities';
import { openDb, type DbSettings } from '../../src/persistence';
import { RandomIds, readConfig, SystemClock } from '../../src/platform';
import { createApp } from '../../src/serve';
import { Dispatcher, type Pace } from '../../src/worker';
import { KEY } from './rig';

export interface WorkerSettings {
  database: DbSettings;
  redisUrl: string;
  smtpUrl: string;
  pace: Pace;
  /** Milliseconds by which its clock is ahead: a claim of two minutes need not be waited for. */
  ahead?: number;
}

class ClockAhead extends SystemClock {
  constructor(private readonly ahead: number) {
    super();
  }

  override now(): Date {
    return new Date(super.now().getTime() + this.ahead);
  }
}

async function main({ database, redisUrl, smtpUrl, pace, ahead = 0 }: WorkerSettings): Promise<void> {
  const config = readConfig({
    RECOURSE_DATA: database.dataDir,
    DATABASE_URL: database.databaseUrl,
    RECOURSE_MASTER_KEY: KEY,
    REDIS_URL: redisUrl,
    SMTP_URL: smtpUrl,
    PORT: '0',
  });
  const db = await openDb({ ...config, ...database }, entities);
  const app = await createApp({ config, db, clock: new ClockAhead(ahead), ids: new RandomIds() });
  await app.init();
  const dispatcher = app.get(Dispatcher);
  process.once('SIGTERM', () => console.log(`performed ${JSON.stringify(dispatcher.lateness())}`));
  dispatcher.start(pace);
  console.log('ready');
}

void main(JSON.parse(process.argv[2] as string) as WorkerSettings);

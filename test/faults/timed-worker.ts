// A worker process of the scaled size, as `recourse serve --role worker` starts it: made to be raced, cut off and killed.

import 'reflect-metadata';
import { entities } from '../../src/entities';
import { clockOf, openDb, type DbSettings } from '../../src/persistence';
import { RandomIds, readConfig, SystemClock } from '../../src/platform';
import { createApp, stopInOrder } from '../../src/serve';
import { Dispatcher, type Pace } from '../../src/worker';
import { KEY } from './rig';

export interface WorkerSettings {
  database: DbSettings;
  redisUrl: string;
  smtpUrl: string;
  pace: Pace;
  /** Milliseconds by which the time that counts is ahead: a claim of two minutes need not be waited for. */
  ahead?: number;
  /** Milliseconds by which the machine's clock is wrong; a day more after each SIGUSR2. */
  skew?: number;
}

class ClockAhead extends SystemClock {
  constructor(private readonly ahead: number) {
    super();
  }

  override now(): Date {
    return new Date(super.now().getTime() + this.ahead);
  }
}

async function main({
  database,
  redisUrl,
  smtpUrl,
  pace,
  ahead = 0,
  skew = 0,
}: WorkerSettings): Promise<void> {
  if (skew !== 0) setMachineClock(skew);
  const config = readConfig({
    RECOURSE_DATA: database.dataDir,
    DATABASE_URL: database.databaseUrl,
    RECOURSE_MASTER_KEY: KEY,
    REDIS_URL: redisUrl,
    SMTP_URL: smtpUrl,
    PORT: '0',
  });
  const db = await openDb({ ...config, ...database }, entities);
  const app = await createApp({
    config,
    db,
    clock: ahead === 0 ? await clockOf(db) : new ClockAhead(ahead),
    ids: new RandomIds(),
  });
  await app.init();
  const dispatcher = app.get(Dispatcher);
  process.once('SIGTERM', () => console.log(`performed ${JSON.stringify(dispatcher.lateness())}`));
  stopInOrder(app);
  dispatcher.start(pace);
  console.log('ready');
}

/** For all code of this process, the libraries' too. */
function setMachineClock(skew: number): void {
  const Real = Date;
  let wrong = skew;
  process.on('SIGUSR2', () => (wrong += 24 * 60 * 60_000));
  globalThis.Date = class extends Real {
    constructor(...given: [] | [string | number | Date]) {
      super(...((given.length === 0 ? [Real.now() + wrong] : given) as [number]));
    }

    static override now = () => Real.now() + wrong;
  } as DateConstructor;
}

void main(JSON.parse(process.argv[2] as string) as WorkerSettings);

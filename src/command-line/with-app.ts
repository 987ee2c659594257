// The application without its web server, for one command.

import { clockOfDemonstration } from '../demo';
import { entities } from '../entities';
import { clockOf, openDb, type Db } from '../persistence';
import { RandomIds, readConfig, type Config } from '../platform';
import { createApp } from '../serve';

type App = Awaited<ReturnType<typeof createApp>>;

/** `beside`: while the service may be running on the same data. */
export async function withApp<T>(beside: boolean, work: (app: App) => Promise<T>): Promise<T> {
  const config: Config = readConfig(process.env);
  const db: Db = await openDb({ ...config, beside }, entities);
  const app = await createApp({
    config,
    db,
    clock: clockOfDemonstration(config) ?? (await clockOf(db)),
    ids: new RandomIds(),
  });
  try {
    await app.init();
    return await work(app);
  } finally {
    await app.close();
  }
}

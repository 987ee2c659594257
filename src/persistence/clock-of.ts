// The clock that goes with a database: its own where several processes share it, the machine's on SQLite.

import { faultOf, log, SharedClock, SystemClock, type Clock } from '../platform';
import type { Db } from './db';

const ASK_EVERY = 5_000;
/** Beyond this an operator is told: other programs on this machine are wrong by as much. */
const TOO_MUCH = 30_000;

/** @throws where the database cannot be asked the first time */
export async function clockOf(db: Db): Promise<Clock> {
  if (db.kind === 'sqlite') return new SystemClock();
  const clock = new SharedClock();
  let told = false;
  const ask = async () => {
    const asked = performance.now();
    const [row] = (await db.read.query(
      'SELECT (extract(epoch from clock_timestamp()) * 1000)::float8 AS at',
    )) as [{ at: number }];
    clock.set(row.at, asked);
    const wrong = Math.abs(clock.skew()) > TOO_MUCH;
    if (wrong && !told)
      log('warn', "the machine's clock differs from the database's, whose time counts", {
        seconds: Math.round(clock.skew() / 1000),
      });
    told = wrong;
  };
  await ask();
  let failing = false;
  setInterval(() => {
    ask().then(
      () => (failing = false),
      (error: unknown) => {
        // It goes on by itself meanwhile; when the process ends, the connection is gone and nobody needs the time.
        if (!failing) log('debug', 'the time of the database could not be asked for', faultOf(error));
        failing = true;
      },
    );
  }, ASK_EVERY).unref();
  return clock;
}

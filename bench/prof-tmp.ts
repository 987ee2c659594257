import 'reflect-metadata';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';
import { RandomIds, readConfig, SystemClock } from '../src/platform';
import { createApp } from '../src/serve';
import { Worker } from '../src/worker';
import { freshPostgres } from '../test/databases';
import { families, planReminders } from './due-rows';
import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
const times = new Map<string, [number, number]>();
const old = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = async function (this: any, q: any, ...r: any[]) {
  const t = performance.now();
  try {
    return await (old as any).call(this, q, ...r);
  } finally {
    const k = String(q).replace(/\s+/g, ' ').slice(0, 90);
    const e = times.get(k) ?? [0, 0];
    e[0] += performance.now() - t;
    e[1] += 1;
    times.set(k, e);
  }
} as any;
async function main() {
  const { settings, drop } = await freshPostgres();
  const config = readConfig({
    RECOURSE_DATA: settings.dataDir,
    RECOURSE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    DATABASE_URL: settings.databaseUrl,
  });
  const db = await openDb(settings, entities);
  const app = await createApp({ config, db, clock: new SystemClock(), ids: new RandomIds() });
  await app.init();
  const d = await families(app, db, 500);
  await planReminders(db, d, 3000, '2026-01-05T09:00:00.000Z');
  await app.get(Worker).runUntilIdle();
  await planReminders(db, d, 10000, '2026-01-05T09:00:00.000Z');
  times.clear();
  const s = new Session();
  s.connect();
  await s.post('Profiler.enable');
  await s.post('Profiler.start');
  const c0 = process.cpuUsage();
  const t = performance.now();
  await app.get(Worker).runUntilIdle();
  const c = process.cpuUsage(c0);
  console.log('wall', performance.now() - t, 'cpu', (c.user + c.system) / 1000);
  const { profile } = (await s.post('Profiler.stop')) as any;
  writeFileSync('/tmp/p.cpuprofile', JSON.stringify(profile));
  for (const [k, [t, n]] of [...times].sort((a, b) => b[1][0] - a[1][0]).slice(0, 16))
    console.log(t.toFixed(0).padStart(7), n, k);
  await app.close();
  await drop();
}
void main();

import 'reflect-metadata';
import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import type { AddressInfo } from 'node:net';
import { freshPostgres, freshSqlite } from '../test/databases';
import { Template } from './cases';
import { byClients, call, open } from './server';
const times = new Map<string, [number, number]>();
const old = PostgresQueryRunner.prototype.query;
PostgresQueryRunner.prototype.query = async function (this: any, q: any, ...r: any[]) {
  const t = performance.now();
  try {
    return await (old as any).call(this, q, ...r);
  } finally {
    const k = String(q.text ?? q)
      .replace(/\s+/g, ' ')
      .replace(/SELECT .* FROM/, 'SELECT FROM')
      .slice(0, 110);
    const e = times.get(k) ?? [0, 0];
    e[0] += performance.now() - t;
    e[1] += 1;
    times.set(k, e);
  }
} as any;
async function main() {
  const { settings, drop } = process.argv.includes('sqlite') ? freshSqlite() : await freshPostgres();
  const { app, db } = await open(settings);
  await app.listen(0);
  const port = (app.getHttpServer().address() as AddressInfo).port;
  const template = await Template.open(app, db);
  const N = 300;
  const copies = await template.copies(2 * N);
  const go = (items: any[]) =>
    byClients(items, 16, async ({ ref }) => {
      const a = await call(
        port,
        'POST',
        `/api/v1/cases/${ref}/events`,
        template.officer.token,
        { type: 'acknowledged' },
        { 'if-match': '"1"', 'idempotency-key': ref },
      );
      if (a.status !== 200) throw new Error(a.body);
    });
  await go(copies.splice(0, N));
  times.clear();
  const s = new Session();
  s.connect();
  await s.post('Profiler.enable');
  await s.post('Profiler.start');
  const c0 = process.cpuUsage();
  const t = performance.now();
  await go(copies);
  const c = process.cpuUsage(c0);
  const { profile } = (await s.post('Profiler.stop')) as any;
  console.log('wall', performance.now() - t, 'cpu per event ms', (c.user + c.system) / 1000 / N);
  writeFileSync('/tmp/a.cpuprofile', JSON.stringify(profile));
  let n = 0;
  for (const [k, [t, c]] of [...times].sort((a, b) => b[1][0] - a[1][0])) {
    n += c / N;
    console.log((t / N).toFixed(2).padStart(7), (c / N).toFixed(1), k);
  }
  console.log('statements per event', n.toFixed(1));
  await app.close();
  await drop();
}
void main();

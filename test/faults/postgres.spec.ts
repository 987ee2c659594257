// F5: PostgreSQL is cut off and restarted under load, as after a power cut.

import { freshSqlite } from '../databases';
import { Case, JournalEntry } from '../../src/engine/entities';
import { noPostgres, OwnPostgres } from './own-services';
import { appOn, Clients, findingsIn, LONG, pause, personIn, Server, until } from './rig';

jest.setTimeout(LONG ? 600_000 : 120_000);

const RESTARTS = LONG ? 10 : 2;

(noPostgres ? it.skip : it)(
  `PostgreSQL that is cut off ${RESTARTS} times under load loses nothing, and clients are told when to try again${noPostgres ? ` (skipped: ${noPostgres})` : ''}`,
  async () => {
    const postgres = await OwnPostgres.start();
    const { settings, drop } = freshSqlite();
    const database = { ...settings, databaseUrl: postgres.url };
    const { token } = await personIn(database);
    const server = await Server.start(database);
    const clients = new Clients(server.url, token).start(6);
    const progress = async (more: number) => {
      const done = clients.acknowledged.length;
      const began = Date.now();
      await until('work goes on', async () => clients.acknowledged.length >= done + more, 15_000);
      return Date.now() - began;
    };
    await progress(10);
    for (let n = 0; n < RESTARTS; n += 1) {
      postgres.halt();
      await pause(300);
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
      const page = await fetch(`${server.url}/cases`, { headers: { cookie: 'recourse=x' } });
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await page.text()).toContain('the service is not available');
      postgres.begin();
      expect(await progress(10)).toBeLessThan(10_000);
    }
    await clients.stop();
    expect(server.alive).toBe(true);
    await server.end('SIGTERM');

    const { app, db, close } = await appOn(database);
    const kept = new Map((await db.read.find(Case)).map(({ ref, version }) => [ref, version]));
    const lost = clients.acknowledged.filter(({ answer }) => (kept.get(answer!.ref) ?? 0) < answer!.version);
    expect(lost).toEqual([]);
    const keys = (await db.read.find(JournalEntry)).flatMap(({ idempotencyKey: key }) => (key ? [key] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(await findingsIn(app)).toEqual([]);
    // What a client was told is that the service is not there just now, and when to ask again.
    expect([...new Set(clients.rude)]).toEqual([]);
    const statuses = clients.acts.flatMap((act) => act.statuses);
    expect(statuses).toContain(503);
    expect(clients.acknowledged.length / clients.acts.length).toBeGreaterThan(0.9);
    await close();
    await postgres.remove();
    await drop();
  },
);

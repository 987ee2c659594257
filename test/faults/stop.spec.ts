// F16: the process is asked to stop while it works.

import { Case } from '../../src/engine/entities';
import { freshSqlite } from '../databases';
import { appOn, Clients, findingsIn, LONG, personIn, Server, until } from './rig';

jest.setTimeout(LONG ? 600_000 : 120_000);

const ROUNDS = LONG ? 20 : 2;

it(`Stopped ${ROUNDS} times under load, the service finishes what it took and hands over at once`, async () => {
  const { settings, drop } = freshSqlite();
  const { token } = await personIn(settings);
  let server = await Server.start(settings);
  const clients = new Clients(server.url, token).start(8);
  for (let round = 0; round < ROUNDS; round += 1) {
    const done = clients.acknowledged.length;
    await until('work goes on', async () => clients.acknowledged.length >= done + 20);
    const asked = Date.now();
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(Date.now() - asked).toBeLessThan(10_000);
    // The next one may have the file at once.
    server = await Server.start(settings);
    clients.moveTo(server.url);
  }
  await clients.stop();
  await server.end('SIGTERM');

  const { app, db, close } = await appOn(settings);
  const kept = new Map((await db.read.find(Case)).map(({ ref, version }) => [ref, version]));
  expect(clients.acknowledged.filter(({ answer }) => (kept.get(answer!.ref) ?? 0) < answer!.version)).toEqual(
    [],
  );
  expect([...new Set(clients.rude)]).toEqual([]);
  expect(clients.acknowledged.length / clients.acts.length).toBeGreaterThan(0.9);
  expect(await findingsIn(app)).toEqual([]);
  await close();
  await drop();
});

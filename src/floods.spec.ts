// What one network may have under way, and that a body which drips is not waited for (T28).

import { connect, type AddressInfo } from 'node:net';
import { openDb } from './persistence';
import { entities } from './entities';
import { floods } from './floods';
import { startApp, type TestApp } from '../test/app';
import { freshSqlite } from '../test/databases';

describe('A flood', () => {
  let t: TestApp;
  let port: number;
  const files = freshSqlite();
  const usual = { ...floods };
  beforeAll(async () => {
    Object.assign(floods, { bodyWithin: 500, atOnce: 10, formsAtOnce: 2 });
    t = await startApp(await openDb(files.settings, entities));
    port = ((await t.app.listen(0)).address() as AddressInfo).port;
  });
  afterAll(async () => {
    Object.assign(floods, usual);
    await t.close();
    await files.drop();
  });

  /** Sends what it is given and nothing more; gives all that is answered until the connection ends. */
  const opened = (text: string) => {
    const socket = connect(port, 'localhost');
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', () => undefined);
    socket.write(text);
    const ended = new Promise<string>((resolve) => socket.on('close', () => resolve(said)));
    return { socket, ended };
  };
  const head = (path: string, network: string, type = 'application/json') =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${network}\r\nContent-Type: ${type}\r\nContent-Length: 500\r\n\r\n{`;
  const get = (network: string) =>
    fetch(`http://localhost:${port}/help`, { headers: { 'x-forwarded-for': network } });

  it('T28 a body that does not arrive is not waited for, and the connection ends', async () => {
    const [api, page] = [
      opened(head('/api/v1/triage', '203.0.113.1')),
      opened(head('/sign-in', '203.0.113.1', 'application/x-www-form-urlencoded')),
    ];
    expect(await api.ended).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*too-slow/);
    expect(await page.ended).toMatch(/^HTTP\/1\.1 408 [\s\S]*text\/plain[\s\S]*did not arrive in time/);
  });

  it('T28 one network waits for itself alone, and is let in again afterwards', async () => {
    const drips = Array.from({ length: 10 }, () => opened(head('/api/v1/triage', '203.0.113.2')));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const refused = await get('203.0.113.2');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    // Of an IPv6 address the half that one line is given counts; another line is another.
    expect((await get('203.0.113.3')).status).toBe(200);
    for (const { socket } of drips) socket.destroy();
    await Promise.all(drips.map(({ ended }) => ended));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await get('203.0.113.2')).status).toBe(200);
  });

  it('T28 of forms that cost much, fewer at once', async () => {
    const type = 'application/x-www-form-urlencoded';
    const drips = [1, 2].map(() => opened(head('/sign-in', '2001:db8:1:2::9', type)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ask = (network: string) =>
      fetch(`http://localhost:${port}/track`, {
        method: 'POST',
        headers: { 'x-forwarded-for': network, 'content-type': type },
        body: 'ref=x',
      });
    expect((await ask('2001:db8:1:2::abcd')).status).toBe(429);
    expect((await ask('2001:db8:1:3::9')).status).toBe(422);
    expect((await get('2001:db8:1:2::9')).status).toBe(200);
    for (const { socket } of drips) socket.destroy();
  });
});

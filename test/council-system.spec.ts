// The example of a council's system as a whole: its decisions go in, events come out, and its own book says the same as
// Recourse, whatever is repeated, forged or interrupted.

import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { Recourse } from '../clients/typescript/src';
import { Ledger, type Line } from '../examples/council-system/ledger';
import { postDecisions } from '../examples/council-system/post-decisions';
import { receiver } from '../examples/council-system/receive-events';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';
import { startApp, type TestApp } from './app';
import { freshSqlite } from './databases';

describe("A council's system", () => {
  const files = freshSqlite();
  const folder = mkdtempSync(join(tmpdir(), 'council-system-'));
  const book = join(folder, 'ledger.jsonl');
  let t: TestApp;
  let council: Recourse;
  let family: Recourse;
  let server: Server;
  let ledger: Ledger;
  let secret: string;
  let at: string;

  const lines = () =>
    readFileSync(book, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  const listen = async (port = 0) => {
    ledger = new Ledger(book);
    server = receiver({ recourse: council, secret, ledger, say: () => undefined });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/recourse`;
  };
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    ledger.close();
  };
  const post = async (body: string, headers: Record<string, string>) =>
    (await fetch(at, { method: 'POST', body, headers })).status;
  const signed = (body: string, id: string, when = new Date(), by = secret) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(when.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign(id, when, body),
  });
  const event = (ref: string, version = 1) =>
    JSON.stringify({
      type: 'case.changed',
      timestamp: new Date().toISOString(),
      data: { ref, version, stage: 'x' },
    });
  const complain = () =>
    family.open(
      'council-complaint',
      { about: 'delay', aware: t.clock.today(), received: t.clock.today(), complaint: 'ZZCHILD waits' },
      { parties: t.organisations },
    );

  beforeAll(async () => {
    // Signatures are checked against the real time.
    t = await startApp(await openDb(files.settings, entities), new Date().toISOString(), {
      WEBHOOKS_LOCAL: '1',
    });
    await t.app.listen(0);
    const url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    family = new Recourse({ url, token: await t.token(t.people.Amira) });
    council = new Recourse({ url, token: await t.token(t.people.Dev), wait: 5 });
    secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    await listen();
    const { data, error } = await council.api.POST('/webhooks', { body: { url: at } });
    expect(error).toBeUndefined();
    // Only now is the secret known: the same door, with the right key.
    const port = (server.address() as AddressInfo).port;
    await stop();
    secret = (data as { secret: string }).secret;
    await listen(port);
  });
  afterAll(async () => {
    await stop();
    await t.close();
    await files.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('posts its decisions, hears of each change, and has in its book what Recourse has', async () => {
    const { ref } = await complain();
    const act = { case: ref, on: t.clock.today() };
    const acts = [
      { ...act, id: 'A-1', act: 'acknowledged', text: 'You wait for a place.' },
      { ...act, id: 'A-2', act: 'answered', text: 'We were late.', upheld: true },
    ].map((each) => JSON.stringify(each));
    expect(await postDecisions(council, acts, () => undefined)).toBe(0);
    await t.worker.runUntilIdle();
    const now = await council.case(ref);
    const own = lines().filter((line) => line.case === ref);
    expect(own).toHaveLength(3);
    expect(new Set(own.map(({ id }) => id)).size).toBe(3);
    for (const line of own)
      expect(line).toMatchObject({ version: now.version, stage: now.stage.id, due: now.turn?.due });
    expect(readFileSync(book, 'utf8')).not.toMatch(/ZZCHILD|waits|Amira/);
  });

  it('takes an event once, also when it comes twice at once or after a start', async () => {
    const { ref } = await complain();
    const body = event(ref);
    const headers = signed(body, 'msg_twice');
    expect(await Promise.all([post(body, headers), post(body, headers)])).toEqual([204, 204]);
    const { port } = server.address() as AddressInfo;
    await stop();
    // A crash in the middle of a line: it was not taken.
    appendFileSync(book, '{"id":"msg_cut');
    await listen(port);
    expect(await post(body, headers)).toBe(204);
    expect(lines().filter(({ id }) => id === 'msg_twice')).toHaveLength(1);
    expect(await post(body, signed(body, 'msg_cut'))).toBe(204);
    expect(lines().filter(({ id }) => id === 'msg_cut')).toHaveLength(1);
  });

  it('listens to nobody who has no key, or who repeats what was said long ago', async () => {
    const { ref } = await complain();
    const before = lines().length;
    const body = event(ref);
    const stranger = `whsec_${Buffer.alloc(32).toString('base64')}`;
    expect(await post(body, signed(body, 'msg_1', new Date(), stranger))).toBe(401);
    expect(await post(body.replace('"version":1', '"version":2'), signed(body, 'msg_2'))).toBe(401);
    expect(await post(body, signed(body, 'msg_3', new Date(Date.now() - 6 * 60_000)))).toBe(401);
    expect(await post(body, { 'content-type': 'application/json' })).toBe(401);
    expect(await post('x'.repeat(70_000), signed(body, 'msg_4'))).toBe(413);
    expect((await fetch(at)).status).toBe(405);
    expect(lines()).toHaveLength(before);
  });

  it('asks for it again where it could not find out what has changed', async () => {
    const body = event('RC-0000-0000-000');
    expect(await post(body, signed(body, 'msg_unknown'))).toBe(503);
    expect(lines().map(({ id }) => id)).not.toContain('msg_unknown');
  });
});

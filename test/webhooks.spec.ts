import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { Webhooks, WebhookSender } from '../src/webhooks';
import { WebhookEvent } from '../src/webhooks/entities';
import { readTogether, stringsIn, Writes } from '../src/persistence';
import { DeadLetters, TimedWork } from '../src/worker';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

interface Got {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A council's system: takes everything, unless it is told how to answer. */
async function receiver() {
  const got: Got[] = [];
  const answers: { status: number; location?: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body });
      const { status, location } = answers.shift() ?? { status: 204 };
      response.writeHead(status, location ? { location } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    got,
    answers,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const headersOf = ({ headers }: Got) => headers as Record<string, string>;

onBothDatabases('A webhook', (openTestDb) => {
  let t: TestApp;
  let council: Awaited<ReturnType<typeof receiver>>;
  let hook: { id: string; secret: string };
  let api: string;

  beforeAll(async () => {
    council = await receiver();
    t = await startApp(await openTestDb(), new Date().toISOString(), { WEBHOOKS_LOCAL: '1' });
    await t.app.listen(0);
    api = `${await t.app.getUrl()}/api/v1/webhooks`.replace('[::1]', 'localhost');
    hook = await t.app.get(Webhooks).add(t.organisations.council, council.url);
  });
  beforeEach(() => {
    council.got.length = 0;
    council.answers.length = 0;
  });
  afterAll(async () => {
    await t.app.getHttpServer().close();
    await council.close();
  });

  const wait = (ms: number) => t.clock.moveTo(new Date(t.clock.now().getTime() + ms));
  const complain = async () => {
    const today = t.clock.today();
    const facts = { about: 'delay', aware: today, received: today, complaint: 'ZZCHILD waits' };
    const opened = await t.cases.open(
      { route: 'council-complaint', facts, parties: t.organisations },
      t.people.Amira,
    );
    return opened.case.ref;
  };
  const events = () => t.db.read.find(WebhookEvent, { order: { at: 'ASC', version: 'ASC' } });

  it('says that a case has changed, signed as Standard Webhooks wants it, and nothing else', async () => {
    const ref = await complain();
    await t.cases.advance(ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    await t.worker.runUntilIdle();
    const bodies = council.got.map(({ body }) => JSON.parse(body) as { data: { version: number } });
    bodies.sort((a, b) => a.data.version - b.data.version);
    expect(bodies).toEqual([
      {
        type: 'case.changed',
        timestamp: expect.any(String),
        data: { ref, version: 1, stage: expect.any(String) },
      },
      {
        type: 'case.changed',
        timestamp: expect.any(String),
        data: { ref, version: 2, stage: expect.any(String) },
      },
    ]);
    for (const got of council.got) {
      const verify = (body: string, secret = hook.secret) => new Webhook(secret).verify(body, headersOf(got));
      expect(verify(got.body)).toEqual(JSON.parse(got.body));
      expect(() => verify(got.body.replace('"version":', '"version": '))).toThrow();
      expect(() => verify(got.body, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow();
    }
    expect(JSON.stringify(council.got)).not.toMatch(/ZZCHILD|Amira|example\.org|waits/);
  });

  it('is not sent for what was refused', async () => {
    const ref = await complain();
    await t.worker.runUntilIdle();
    const before = (await events()).length;
    await expect(
      t.cases.advance(ref, { type: 'acknowledged', data: {}, expectedVersion: 99 }, t.people.Dev),
    ).rejects.toThrow();
    expect(await events()).toHaveLength(before);
  });

  it('that is not taken comes again, with the same id and a signature of then', async () => {
    council.answers.push({ status: 500 }, { status: 302, location: 'http://127.0.0.1:1/elsewhere' });
    await complain();
    await t.worker.runUntilIdle();
    wait(10_000);
    await t.worker.runUntilIdle();
    wait(90_000);
    await t.worker.runUntilIdle();
    expect(council.got).toHaveLength(3);
    expect(new Set(council.got.map(({ path }) => path))).toEqual(new Set(['/hook']));
    expect(new Set(council.got.map((got) => headersOf(got)['webhook-id'])).size).toBe(1);
    expect(new Set(council.got.map((got) => headersOf(got)['webhook-timestamp'])).size).toBe(3);
  });

  it('is sent once, however many jobs stand for it', async () => {
    await complain();
    const [waiting] = await t.db.read.findBy(WebhookEvent, { status: 'queued' });
    const work = t.app.get(TimedWork);
    await Promise.all([1, 2, 3].map(() => work.perform('webhooks', [(waiting as WebhookEvent).id])));
    expect(council.got).toHaveLength(1);
  });

  it('is signed with the old secret too for a day after a change', async () => {
    const secret = await t.app.get(Webhooks).rotate(hook.id);
    await complain();
    await t.worker.runUntilIdle();
    const [first] = council.got as [Got];
    for (const each of [secret, hook.secret])
      expect(new Webhook(each).verify(first.body, headersOf(first))).toBeTruthy();
    wait(25 * 3_600_000);
    await complain();
    await t.worker.runUntilIdle();
    const last = council.got.at(-1) as Got;
    const signature = headersOf(last)['webhook-signature'] ?? '';
    expect(signature.split(' ')).toHaveLength(1);
    const at = new Date(Number(headersOf(last)['webhook-timestamp']) * 1000);
    expect(new Webhook(secret).sign(headersOf(last)['webhook-id'] ?? '', at, last.body)).toBe(signature);
    hook = { ...hook, secret };
  });

  it('that nobody takes for three days is a dead letter, and goes out when a person says so', async () => {
    const ref = await complain();
    council.answers.push(...Array.from({ length: 500 }, () => ({ status: 503 })));
    const sender = t.app.get(WebhookSender);
    for (let n = 0; n < 10; n += 1) {
      await sender.sendDue();
      // Only their waits go by: what else three days bring is no matter here.
      await t.db.tx((m) =>
        m.update(WebhookEvent, { status: 'queued' }, { nextAttemptAt: t.clock.instant() }),
      );
    }
    const letters = t.app.get(DeadLetters);
    const dead = (
      await t.db.read.findBy(WebhookEvent, { status: 'dead', caseRef: ref, version: 1 })
    )[0] as WebhookEvent;
    expect(dead).toMatchObject({ attempts: 10, result: '503' });
    expect((await letters.all()).map(({ rowId }) => rowId)).toContain(dead.id);
    council.answers.length = 0;
    for (const { rowId } of await letters.all()) expect(await letters.retry(rowId)).toBe(true);
    await t.worker.runUntilIdle();
    expect(await letters.all()).toEqual([]);
  });

  it('goes nowhere inside, even where its name has moved there since it was set up', async () => {
    const named = await t.app.get(Webhooks).add(t.organisations.icb, 'https://hooks.example.org/x');
    const sender = t.app.get(WebhookSender);
    const asked: string[] = [];
    sender.resolve = (name) => {
      asked.push(name);
      return Promise.resolve([{ address: '10.0.0.7', family: 4 }]);
    };
    await t.db.tx(async (m) => {
      const change = { caseRef: 'RC-7F3K-Q2MW-9XC', version: 1, stage: 'open' };
      const writes = new Writes(m);
      const ours = { sql: stringsIn(m, '$1'), values: [JSON.stringify([t.organisations.icb])] };
      const [hooks] = await readTogether(m, t.app.get(Webhooks).hooksIn(m, ours));
      writes.add(t.app.get(Webhooks).caseChanged(m, hooks, change));
      await writes.flush();
    });
    await t.worker.runUntilIdle();
    expect(asked).toEqual(['hooks.example.org']);
    const [event] = await t.db.read.findBy(WebhookEvent, { webhookId: named.id });
    expect(event).toMatchObject({ status: 'queued', attempts: 1, result: expect.stringMatching(/internet/) });
    await t.app.get(Webhooks).remove(named.id);
    expect(await t.db.read.findBy(WebhookEvent, { webhookId: named.id })).toEqual([]);
  });

  it('is kept over the API by those who act for the organisation, and by nobody else', async () => {
    const call = async (who: 'Dev' | 'Ines' | 'Stranger', method: string, path = '', body?: unknown) => {
      const answer = await fetch(api + path, {
        method,
        headers: {
          authorization: `Bearer ${await t.token(t.people[who])}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Record<string, never> };
    };
    const made = await call('Dev', 'POST', '', { url: 'https://council.example.org/hook' });
    expect(made).toMatchObject({
      status: 201,
      body: { secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/) },
    });
    const { id, secret } = made.body;
    expect((await call('Dev', 'GET')).body.webhooks).toHaveLength(2);
    expect((await call('Ines', 'GET')).body).toEqual({ webhooks: [] });
    expect((await call('Stranger', 'POST', '', { url: 'https://example.org/' })).status).toBe(422);
    expect((await call('Dev', 'POST', '', { url: 'https://169.254.169.254/' })).status).toBe(422);
    expect((await call('Ines', 'POST', `/${String(id)}/rotate`)).status).toBe(404);
    expect((await call('Ines', 'DELETE', `/${String(id)}`)).status).toBe(404);
    const rotated = await call('Dev', 'POST', `/${String(id)}/rotate`);
    expect(rotated.body.secret).not.toBe(secret);
    expect((await call('Dev', 'DELETE', `/${String(id)}`)).status).toBe(204);
    expect((await call('Dev', 'DELETE', `/${String(id)}`)).status).toBe(404);
    const stored = JSON.stringify(await t.db.read.query('SELECT * FROM webhooks'));
    expect(stored).not.toContain('whsec_');
  });
});

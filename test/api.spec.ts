import { createHash } from 'node:crypto';
import { freshSqlite } from './databases';
import { startApp, type TestApp } from './app';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';
import { parties } from '../workflows/kit';
import { currentRoutes } from '../workflows';

const facts = { decision: 'refuse-to-assess', noticeSent: '2026-10-05' };

describe('The API over HTTP', () => {
  let t: TestApp;
  let url: string;
  let amira: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const { settings, drop } = freshSqlite();
    t = await startApp(await openDb(settings, entities));
    await t.app.listen(0);
    url = `${await t.app.getUrl()}/api/v1`.replace('[::1]', 'localhost');
    amira = await t.token(t.people.Amira);
    stop = async () => {
      await t.close();
      await drop();
    };
  });
  afterAll(() => stop());

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${amira}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const answer = (await response.json()) as Record<string, any>;
    return { status: response.status, headers: response.headers, body: answer };
  };
  const opened = async () =>
    (await call('POST', '/cases', { route: 'tribunal.sen-appeal', facts, parties: t.organisations })).body;

  it('puts a fact right, and only for who may', async () => {
    const { ref } = await opened();
    const correction = { facts: { noticeSent: '2026-09-25' }, reason: 'The wrong letter' };
    const path = `/cases/${ref}/corrections`;
    expect((await call('POST', path, correction)).status).toBe(428);
    const corrected = await call('POST', path, correction, { 'if-match': '"1"' });
    expect([corrected.status, corrected.headers.get('etag'), corrected.body.turn.due]).toEqual([
      200,
      '"2"',
      '2026-11-25',
    ]);
    expect((await call('POST', path, correction, { 'if-match': '"1"' })).status).toBe(412);
    expect((await call('POST', path, { facts: {} }, { 'if-match': '"2"' })).status).toBe(422);
    const dev = { 'if-match': '"2"', authorization: `Bearer ${await t.token(t.people.Dev)}` };
    expect(
      (await call('POST', path, { ...correction, facts: { noticeSent: '2026-10-01' } }, dev)).status,
    ).toBe(403);
  });

  it('hands out the files of a case to those who take part, and to nobody else', async () => {
    const { ref } = await opened();
    const listed = await call('GET', `/cases/${ref}/documents`);
    expect(listed.body.map(({ name }: { name: string }) => name)).toEqual([
      'history.pdf',
      'history.txt',
      'dates.ics',
    ]);
    const read = (name: string, bearer = amira) =>
      fetch(`${url}/cases/${ref}/documents/${name}`, { headers: { authorization: `Bearer ${bearer}` } });
    const calendar = await read('dates.ics');
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(await calendar.text()).toContain('DTSTART;VALUE=DATE:20261207');
    const history = await (await read('history.txt')).text();
    const [entry] = (await call('GET', `/cases/${ref}/timeline`)).body as unknown as { hash: string }[];
    expect(history).toContain(`hash ${entry?.hash}`);
    const paper = await read('history.pdf');
    const digest = createHash('sha256')
      .update(Buffer.from(await paper.arrayBuffer()))
      .digest('base64');
    expect([paper.headers.get('content-type'), paper.headers.get('repr-digest')]).toEqual([
      'application/pdf',
      `sha-256=:${digest}:`,
    ]);
    expect((await call('POST', `/cases/${ref}/bundle`, { documents: [`${ref}/none.pdf`] })).status).toBe(422);
    expect((await read('nothing.pdf')).status).toBe(404);
    expect((await read('history.txt', await t.token(t.people.Stranger))).status).toBe(404);
  });

  it('opens a case and moves it on', async () => {
    const created = await call('POST', '/cases', {
      route: 'tribunal.sen-appeal',
      facts,
      parties: t.organisations,
    });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/api/v1/cases/${created.body.ref}`);
    const etag = created.headers.get('etag') as string;
    const sent = await call(
      'POST',
      `/cases/${created.body.ref}/events`,
      { type: 'certificate-received', data: {} },
      { 'if-match': etag },
    );
    expect([sent.status, sent.body.stage.id]).toEqual([200, 'ready']);
    expect((await call('GET', `/cases/${created.body.ref}/timeline`)).body).toHaveLength(2);
    expect(
      (await call('GET', `/cases/${created.body.ref}/deadlines`)).body[0].working.trace.length,
    ).toBeGreaterThan(2);
    expect((await call('GET', `/cases/${created.body.ref}/proof`)).body.head).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['an unknown route', 'POST', '/cases', { route: 'nope', facts: {} }, {}, 422, 'unknown-route'],
    [
      'a date in the future',
      'POST',
      '/cases',
      { route: 'tribunal.sen-appeal', facts: { ...facts, noticeSent: '2030-01-01' } },
      {},
      422,
      'invalid-data',
    ],
    [
      'an unknown member',
      'POST',
      '/cases',
      { route: 'tribunal.sen-appeal', facts, colour: 1 },
      {},
      422,
      'invalid-data',
    ],
    ['JSON that is none', 'POST', '/cases', '{"route":', {}, 400, 'bad-request'],
    ['a body of 10 MB', 'POST', '/cases', { route: 'x'.repeat(10_000_000), facts: {} }, {}, 413, 'too-large'],
    ['no token', 'GET', '/worklist', undefined, { authorization: '' }, 401, 'not-signed-in'],
    ['an address that is none', 'GET', '/nothing', undefined, {}, 404, 'not-found'],
    ['a case that is none', 'GET', '/cases/RC-0000-0000-000', undefined, {}, 404, 'not-found'],
    ['a rule that is none', 'POST', '/deadlines', { rule: 'nope', inputs: {} }, {}, 422, 'invalid-data'],
    [
      'an impossible date',
      'POST',
      '/deadlines',
      { rule: 'mediation.contact', inputs: { noticeSent: '2026-02-30' } },
      {},
      422,
      'invalid-data',
    ],
  ])('answers %s with a clear problem', async (_what, method, path, body, headers, status, type) => {
    const answer = await call(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.type).toBe(`https://recourse.invalid/problems/${type}`);
    expect(answer.body.detail.length).toBeGreaterThan(10);
  });

  it('refuses an event without a version, with a stale one, not possible, too early, and changes nothing', async () => {
    const { ref, version } = await opened();
    const send = (body: unknown, match?: string) =>
      call('POST', `/cases/${ref}/events`, body, match ? { 'if-match': match } : {});
    const now = `"${version}"`;
    expect((await send({ type: 'certificate-received' })).status).toBe(428);
    expect((await send({ type: 'certificate-received' }, '"99"')).status).toBe(412);
    const impossible = await send({ type: 'heard' }, now);
    expect([impossible.status, impossible.body.possible]).toEqual([
      409,
      expect.arrayContaining(['certificate-received']),
    ]);
    expect((await send({ type: 'certificate-received', occurredOn: '2026-10-01' }, now)).status).toBe(422);
    expect((await send({ type: 'certificate-received', occurredOn: '2026-12-01' }, now)).status).toBe(422);
    expect((await call('GET', `/cases/${ref}`)).headers.get('etag')).toBe(now);
  });

  it('answers a second identical request with the first answer', async () => {
    const { ref, version } = await opened();
    const send = () =>
      call(
        'POST',
        `/cases/${ref}/events`,
        { type: 'certificate-received' },
        { 'if-match': `"${version}"`, 'idempotency-key': 'one' },
      );
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
  });

  it('keeps a stranger, another council and a token without the scope out', async () => {
    const { ref } = await opened();
    const stranger = await t.token(t.people.Stranger);
    expect(
      (await call('GET', `/cases/${ref}`, undefined, { authorization: `Bearer ${stranger}` })).status,
    ).toBe(404);
    const worklist = await call('GET', '/worklist', undefined, {
      authorization: `Bearer ${await t.token(t.people.Dev)}`,
    });
    expect(worklist.body.items.length).toBeGreaterThan(0);
    expect(
      (await call('GET', '/worklist', undefined, { authorization: `Bearer ${stranger}` })).body.items,
    ).toEqual([]);
  });

  it('lets each role send exactly what the route gives to its party', async () => {
    const { ref, version } = await opened();
    const roles = {
      Amira: ['parent or young person'],
      Dev: ['council SEND casework', 'council complaints team'],
      Grace: ['mediation adviser', 'mediator', 'mediation provider'],
    };
    const route = currentRoutes().find(({ id }) => id === 'tribunal.sen-appeal');
    for (const [name, held] of Object.entries(roles)) {
      const token = await t.token(t.people[name as 'Amira']);
      for (const [type, { by }] of Object.entries(route?.events ?? {})) {
        const may = by.some((party) => held.includes(party));
        const { status } = await call(
          'POST',
          `/cases/${ref}/events`,
          { type, data: { wrong: 1 } },
          { authorization: `Bearer ${token}`, 'if-match': `"${version}"` },
        );
        const possible = ['certificate-received', 'leave-asked', 'closed'].includes(type);
        expect([name, type, status]).toEqual([name, type, possible ? (may ? 422 : 403) : 409]);
      }
    }
    expect(Object.keys(parties)).toEqual(expect.arrayContaining(Object.values(roles).flat()));
  });

  it('explains a date and a way to anybody', async () => {
    const none = { authorization: '' };
    const date = await call(
      'POST',
      '/deadlines',
      { rule: 'appeal.lodge', inputs: { noticeSent: '2026-07-10' } },
      none,
    );
    expect(date.body.due).toBe('2026-09-10');
    const way = await call(
      'POST',
      '/triage',
      { age: 9, plan: false, decision: 'refuse-to-assess', noticeSent: '2026-10-05' },
      none,
    );
    expect(way.body).toMatchObject({
      responsible: 'mediation adviser',
      routes: ['mediation-information', 'tribunal.sen-appeal'],
    });
  });

  it('describes itself in OpenAPI, each reference leading somewhere', async () => {
    const document = (await (await fetch(url.replace('/v1', '/openapi.json'))).json()) as {
      components: { schemas: object };
      openapi: string;
    };
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name as string,
    );
    expect(references.length).toBeGreaterThan(5);
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });
});

// Items of ASVS 5.0 that no other test of ours looks at, on the service as it runs in production.

import { request as raw } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sessions } from '../../src/access';
import { Organisations } from '../../src/organisations';
import { openDb } from '../../src/persistence';
import { entities } from '../../src/entities';
import { startApp, type TestApp } from '../app';
import { freshSqlite } from '../databases';
import { surfaceOf } from './surface';

describe('In production', () => {
  let t: TestApp;
  let url: string;
  let ref: string;
  let stranger: { cookie: string; token: string };
  const files = freshSqlite();
  const written: string[] = [];

  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
    t = await startApp(await openDb(files.settings, entities), undefined, {
      NODE_ENV: 'production',
      BASE_URL: 'https://recourse.example',
    });
    url = `http://localhost:${((await t.app.listen(0)).address() as AddressInfo).port}`;
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'ZZCHILD waits' };
    ref = (
      await t.cases.open({ route: 'council-complaint', facts, parties: t.organisations }, t.people.Amira)
    ).case.ref;
    const { personId } = t.people.Stranger;
    stranger = {
      cookie: `__Host-recourse=${await t.app.get(Sessions).start(personId)}`,
      token: await t.token(t.people.Stranger),
    };
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await t.close();
    await files.drop();
  });

  const post = (path: string, body: string, type: string) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': type }, body, redirect: 'manual' });

  it('3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 4.1.1 every kind of answer says how it may be used', async () => {
    const broken = jest.spyOn(Organisations.prototype, 'list').mockRejectedValue(new Error('ZZCHILD secret'));
    const answers: [string, number, Response][] = [
      ['a page', 200, await fetch(`${url}/help`)],
      ['a file', 200, await fetch(`${url}/assets/app.css`)],
      ['data', 200, await fetch(`${url}/api/v1/routes`)],
      ['nothing there', 404, await fetch(`${url}/nothing-there`)],
      ['nothing there in the API', 404, await fetch(`${url}/api/v1/nothing-there`)],
      ['a fault', 500, await fetch(`${url}/who-is-responsible`)],
      ['no token', 401, await fetch(`${url}/api/v1/worklist`)],
      ['no JSON', 400, await post('/api/v1/triage', '{', 'application/json')],
      [
        'too large',
        413,
        await post('/api/v1/triage', JSON.stringify({ a: 'x'.repeat(2_000_000) }), 'application/json'),
      ],
      ['signing in first', 303, await fetch(`${url}/cases`, { redirect: 'manual' })],
    ];
    broken.mockRestore();
    for (const [what, status, answer] of answers) {
      const header = (name: string) => answer.headers.get(name) ?? '';
      const text = await answer.text();
      expect([what, answer.status]).toEqual([what, status]);
      expect([what, header('strict-transport-security')]).toEqual([
        what,
        'max-age=31536000; includeSubDomains',
      ]);
      expect([what, header('content-security-policy')]).toEqual([
        what,
        expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      ]);
      expect([what, header('x-content-type-options'), header('referrer-policy')]).toEqual([
        what,
        'nosniff',
        'no-referrer',
      ]);
      if (text !== '')
        expect([what, header('content-type')]).toEqual([what, expect.stringMatching(/charset=utf-8/i)]);
      // 16.5.1: what was inside is not told.
      expect(text).not.toMatch(/ZZCHILD|node_modules|\.ts:\d/);
    }
  });

  it('3.3.1 3.3.3 every cookie is for this host alone, over TLS, and out of reach of scripts', async () => {
    const asked = await post('/sign-in', 'email=a%40example.org', 'application/x-www-form-urlencoded');
    const spoken = await fetch(`${url}/?lang=cy`);
    const set = [...asked.headers.getSetCookie(), ...spoken.headers.getSetCookie()];
    expect(set.length).toBeGreaterThanOrEqual(2);
    for (const cookie of set) {
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).not.toMatch(/Domain=/i);
    }
    expect(set.filter((cookie) => !cookie.startsWith('__Host-'))).toEqual([
      expect.stringMatching(/^recourse-language=cy/),
    ]);
  });

  it('4.1.4 no address answers to a method that it does not have', async () => {
    const taken = new Set(surfaceOf(t.app).map(({ method, path }) => `${method} ${path}`));
    const paths = [...new Set(surfaceOf(t.app).map(({ path }) => path))];
    const ask = (method: string, path: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = raw(url + path.replace(/:\w+/g, 'x'), { method }, (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
        });
        asked.on('error', reject);
        asked.end();
      });
    const wrong: string[] = [];
    for (const path of paths)
      for (const method of ['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
        if (taken.has(`${method} ${path}`)) continue;
        const status = await ask(method, path);
        // An address of another pattern may have the method, and asks first who is there.
        if (![401, 404, 405].includes(status)) wrong.push(`${method} ${path}: ${status}`);
      }
    expect(wrong).toEqual([]);
    expect(paths.length).toBeGreaterThan(80);
  });

  it('13.4.1 13.4.2 13.4.5 nothing of how it is made can be fetched', async () => {
    const found: string[] = [];
    for (const path of [
      '/.git/HEAD',
      '/.env',
      '/package.json',
      '/package-lock.json',
      '/dist/src/main.js',
      '/src/main.ts',
      '/assets/app.js.map',
      '/assets/app.css.map',
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/..%2fpackage.json',
      '/admin/queues',
      '/api',
      '/docs',
      '/swagger',
      '/graphql',
      '/server-status',
      '/demo',
      '/demo/mail',
      '/debug',
      '/actuator',
    ]) {
      const status = await new Promise<number>((resolve) =>
        raw(url, { path }, (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
        }).end(),
      );
      if (status !== 404) found.push(`${path}: ${status}`);
    }
    expect(found).toEqual([]);
    expect(await (await fetch(`${url}/assets/app.js`)).text()).not.toMatch(/sourceMappingURL/);
  });

  it('16.3.2 16.2.5 each access that is denied is one line of the log, without a person or a case in it', async () => {
    const denied = () =>
      written
        .join('')
        .split('\n')
        .filter((line) => line.includes('access was denied'));
    const before = denied().length;
    const asked = [
      () => fetch(`${url}/cases/${ref}`, { headers: { cookie: stranger.cookie } }),
      () => fetch(`${url}/api/v1/cases/${ref}`, { headers: { authorization: `Bearer ${stranger.token}` } }),
      () => fetch(`${url}/api/v1/worklist`, { headers: { authorization: 'Bearer x%0aforged' } }),
      () => fetch(`${url}/cases/${ref}`, { redirect: 'manual' }),
    ];
    for (const [n, ask] of asked.entries()) {
      await (await ask()).text();
      expect([n, denied().length]).toEqual([n, before + n + 1]);
    }
    for (const line of denied()) {
      expect(JSON.parse(line)).toMatchObject({
        level: 'info',
        route: expect.stringMatching(/^\//),
        status: expect.any(Number),
      });
      expect(line).not.toContain(ref);
      expect(line).not.toContain(t.people.Stranger.personId);
      expect(line).not.toMatch(/forged|@/);
    }
  });
});

// Who may reach what, for every address there is: deny unless it is theirs (T5, T10; ASVS 3.4, 3.5, 4.1, 8.2, 13.4).

import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Operators, People, Sessions, Tokens } from '../../src/access';
import { entities } from '../../src/entities';
import { Organisations } from '../../src/organisations';
import { openDb } from '../../src/persistence';
import { startApp, type TestApp } from '../app';
import { freshSqlite } from '../databases';
import { audienceOf, surfaceOf, type Address, type Audience } from './surface';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
/** Who has opened what, and when a browser was last seen, are written at every page; everything else is content. */
const NOT_CONTENT = new Set(['reads', 'sessions']);

type Persona = 'Amira' | 'Stranger' | 'NextDoor' | 'Olu';

describe('Every address', () => {
  let t: TestApp;
  let url: string;
  let ref: string;
  let addresses: (Address & { audience: Audience })[];
  const sessions = new Map<Persona, { cookie: string; csrf: string; token: string }>();
  const files = freshSqlite();

  beforeAll(async () => {
    t = await startApp(await openDb(files.settings, entities));
    const server = await t.app.listen(0);
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    addresses = surfaceOf(t.app).map((address) => ({ ...address, audience: audienceOf(address) }));
    const people: Record<string, string> = {
      Amira: t.people.Amira.personId,
      Stranger: t.people.Stranger.personId,
    };
    await t.db.tx(async (m) => {
      const make = (name: string) =>
        t.app.get(People).create(m, { name, email: `${name.toLowerCase()}@example.org` });
      // The same part as Dev has, at another council: nothing here is theirs.
      people.NextDoor = (await make('NextDoor')).id;
      const council = await t.app.get(Organisations).create(m, 'council', 'Hillshire Council');
      await t.app
        .get(People)
        .join(m, people.NextDoor, council.id, ['council SEND casework', 'council complaints team']);
      people.Olu = (await make('Olu')).id;
      await t.app.get(Operators).appoint(m, people.Olu);
    });
    for (const [name, personId] of Object.entries(people)) {
      const secret = await t.app.get(Sessions).start(personId);
      const csrf = (await t.app.get(Sessions).find(secret))?.csrf ?? '';
      const token = await t.token({ kind: 'person', personId });
      sessions.set(name as Persona, { cookie: `recourse=${secret}`, csrf, token });
    }
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'ZZCHILD waits' };
    const opened = await t.cases.open(
      { route: 'council-complaint', facts, parties: t.organisations },
      t.people.Amira,
    );
    ref = opened.case.ref;
  });
  afterAll(async () => {
    await t.close();
    await files.drop();
  });

  const concrete = (path: string): string =>
    path
      .replace(':ref', ref)
      .replace(':event', 'note-added')
      .replace(':name', 'history.txt')
      .replace(':route', 'council-complaint')
      .replace(':version', '2024-02-01')
      .replace(':seq', '1')
      .replace(/:\w+/g, NOBODYS);

  interface Asking {
    as?: Persona;
    csrf?: boolean;
    token?: string;
    headers?: Record<string, string>;
  }
  const ask = (
    { method, path }: Address,
    { as, csrf = true, token, headers = {} }: Asking = {},
  ): Promise<Response> => {
    const session = as && sessions.get(as);
    const api = path.startsWith('/api/');
    const bearer = token ?? session?.token;
    return fetch(url + concrete(path), {
      method,
      redirect: 'manual',
      headers: {
        ...(api && bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...(!api && session ? { cookie: session.cookie } : {}),
        ...(method === 'GET'
          ? {}
          : api
            ? { 'content-type': 'application/json', 'if-match': '"1"' }
            : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(method === 'GET'
        ? {}
        : { body: api ? bodyOf(path) : `_csrf=${session && csrf ? session.csrf : ''}&answers=%7B%7D` }),
    });
  };
  const bodies: Record<string, object> = {
    events: { type: 'note-added', data: { subject: 'a', note: 'b' } },
    preview: { type: 'note-added', data: { subject: 'a', note: 'b' } },
    corrections: { facts: { wanted: 'x' }, reason: 'y' },
    bundle: { documents: [] },
    sees: { bodies: [] },
  };
  const bodyOf = (path: string): string => JSON.stringify(bodies[path.split('/').at(-1) ?? ''] ?? {});
  const of = (...audiences: Audience[]) => addresses.filter(({ audience }) => audiences.includes(audience));
  const named = ({ method, path }: Address, status: number) => `${method} ${path}: ${status}`;
  const content = async (): Promise<string> => {
    const hash = createHash('sha256');
    for (const { tableName, columns } of t.db.read.connection.entityMetadatas)
      if (!NOT_CONTENT.has(tableName)) {
        const order = columns.length > 1 ? '1, 2' : '1';
        hash.update(JSON.stringify(await t.db.read.query(`SELECT * FROM ${tableName} ORDER BY ${order}`)));
      }
    return hash.digest('hex');
  };
  /** Those that answered otherwise than they may. */
  const unlike = async (
    asked: (Address & { audience: Audience })[],
    asking: Asking,
    may: (status: number, response: Response) => boolean,
  ): Promise<string[]> => {
    const wrong: string[] = [];
    for (const address of asked) {
      const response = await ask(address, asking);
      await response.arrayBuffer();
      if (!may(response.status, response)) wrong.push(named(address, response.status));
    }
    return wrong;
  };
  const toSignIn = (status: number, response: Response) =>
    status === 303 && (response.headers.get('location') ?? '').startsWith('/sign-in');

  it('is known, and somebody has said who it is for', () => {
    expect(addresses.length).toBeGreaterThan(90);
  });

  it('T5 8.2.1 that needs somebody signed in leads a visitor to signing in, and changes nothing', async () => {
    const before = await content();
    const pages = of(
      'parties of the case',
      'whoever is signed in',
      'operators',
      'who works or answers for a body',
    );
    expect(await unlike(pages, {}, toSignIn)).toEqual([]);
    expect(await content()).toBe(before);
  });

  it('T5 8.2.2 of a case is not there for a stranger, for another council and for an operator', async () => {
    const before = await content();
    for (const as of ['Stranger', 'NextDoor', 'Olu'] as const) {
      const found = await unlike(
        of('parties of the case', 'parties of the case, by token'),
        { as },
        (status) => status === 404,
      );
      expect([as, found]).toEqual([as, []]);
    }
    expect(await content()).toBe(before);
  });

  it('T5 of a case is there for who takes part: the refusals above were not about a wrong address', async () => {
    const reading = of('parties of the case', 'parties of the case, by token').filter(
      ({ method, path }) =>
        method === 'GET' && !/:(?!ref|event|seq|name)/.test(path) && !path.endsWith('/brief'),
    );
    expect(reading.length).toBeGreaterThan(12);
    expect(await unlike(reading, { as: 'Amira' }, (status) => status === 200)).toEqual([]);
  });

  it('T5 for operators is not there for anybody else', async () => {
    for (const as of ['Amira', 'NextDoor'] as const)
      expect([as, await unlike(of('operators'), { as }, (status) => status === 404)]).toEqual([as, []]);
  });

  it('T20 about a body is not there for a family, for another body and for an operator', async () => {
    const looking = of('who works or answers for a body').filter(({ method }) => method === 'GET');
    expect(looking.length).toBeGreaterThan(3);
    for (const as of ['Amira', 'NextDoor', 'Olu'] as const)
      expect([as, await unlike(looking, { as }, (status) => status === 404)]).toEqual([as, []]);
  });

  it('T5 of the API asks for a token, for one that is known, and for its scope', async () => {
    const api = of('parties of the case, by token', 'holders of a token');
    expect(await unlike(api, {}, (status) => status === 401)).toEqual([]);
    expect(await unlike(api, { token: 'not-a-token' }, (status) => status === 401)).toEqual([]);
    const bare = await t.app.get(Tokens).issue(t.people.Amira.personId, [], null);
    expect(await unlike(api, { token: bare }, (status) => status === 403)).toEqual([]);
    expect(
      await unlike(of('other systems, by their own token'), { as: 'Amira' }, (status) => status === 401),
    ).toEqual([]);
  });

  it('T31 13.4.2 of the demonstration is not there outside it', async () => {
    const demo = of('the demonstration');
    expect(demo.length).toBeGreaterThan(4);
    expect(await unlike(demo, { as: 'Amira' }, (status) => status === 404)).toEqual([]);
  });

  it('T10 3.5.1 that takes a form refuses one from another site, and one without its key, and changes nothing', async () => {
    const before = await content();
    const forms = of('parties of the case', 'whoever is signed in', 'who works or answers for a body').filter(
      ({ method }) => method !== 'GET',
    );
    expect(forms.length).toBeGreaterThan(10);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect(await unlike(forms, { as: 'Amira', headers }, (status) => status === 403)).toEqual([]);
    expect(await unlike(forms, { as: 'Amira', csrf: false }, (status) => status === 400)).toEqual([]);
    expect(
      await unlike(
        of('operators').filter(({ method }) => method !== 'GET'),
        { as: 'Olu', csrf: false },
        (status) => status === 400,
      ),
    ).toEqual([]);
    expect(await content()).toBe(before);
  });

  it('3.5.3 that is only looked at changes nothing', async () => {
    const looking = addresses.filter(({ method, path }) => method === 'GET' && path !== '/exit');
    const before = await content();
    for (const as of ['Amira', 'Olu', undefined] as const)
      await unlike(looking, as ? { as } : {}, () => true);
    expect(await content()).toBe(before);
  });

  it('3.4 4.1.1 14.3.2 says how its answer may be used, on every answer and every refusal', async () => {
    const missing: string[] = [];
    for (const address of addresses.filter(({ method }) => method === 'GET')) {
      const response = await ask(address, { as: 'Amira' });
      const text = await response.text();
      const header = (name: string) => response.headers.get(name) ?? '';
      const wanted: [string, boolean][] = [
        ['no script of another', /default-src 'none'/.test(header('content-security-policy'))],
        ['in no frame', /frame-ancestors 'none'/.test(header('content-security-policy'))],
        ['no inline script', !/unsafe-inline|unsafe-eval/.test(header('content-security-policy'))],
        ['nosniff', header('x-content-type-options') === 'nosniff'],
        ['no referrer', header('referrer-policy') === 'no-referrer'],
        ['a type', text === '' || /^\S+\/\S+/.test(header('content-type'))],
        [
          'a character set',
          !/^text\//.test(header('content-type')) || /charset=utf-8/i.test(header('content-type')),
        ],
        [
          'kept by nobody',
          /^\/assets\//.test(address.path) ||
            /no-store/.test(header('cache-control')) ||
            response.status >= 300,
        ],
        ['says not what it runs on', header('x-powered-by') === ''],
      ];
      missing.push(
        ...wanted
          .filter(([, holds]) => !holds)
          .map(([what]) => `${named(address, response.status)} lacks: ${what}`),
      );
    }
    expect(missing).toEqual([]);
  });

  it('T7 14.2.1 holds nothing personal, and no cookie can be read by a script', async () => {
    for (const address of addresses.filter(({ method }) => method === 'GET')) {
      const response = await ask(address, { as: 'Amira' });
      expect(response.headers.get('location') ?? '').not.toMatch(/ZZCHILD|@/);
      for (const cookie of response.headers.getSetCookie()) {
        if (/Expires=Thu, 01 Jan 1970/.test(cookie)) continue;
        expect(cookie).toMatch(/HttpOnly/);
        expect(cookie).toMatch(/SameSite=(Lax|Strict)/);
      }
    }
  });

  it('4.1.4 answers no other method than its own', async () => {
    const found: string[] = [];
    for (const method of ['PUT', 'PATCH', 'OPTIONS']) {
      for (const path of ['/', '/cases', '/help']) {
        const response = await fetch(url + path, { method, redirect: 'manual' });
        if (
          method === 'OPTIONS' ? response.headers.has('access-control-allow-origin') : response.status !== 404
        )
          found.push(`${method} ${path}: ${response.status}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('T34 sends nobody to another site after signing in, and takes no host from a request', async () => {
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%2f/evil.example']) {
      const response = await fetch(`${url}/sign-in?to=${encodeURIComponent(to)}`, {
        headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      });
      expect(await response.text()).not.toMatch(/(href|action)="[^"]*evil\.example/);
    }
  });
});

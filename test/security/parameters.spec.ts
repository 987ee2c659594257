// T13, ASVS 1.2.4, 2.2.2, 15.3.7: whatever stands in an address (quotes, SQL, lists, objects, bytes that are no text), nothing
// falls over, nobody is given another's row, and nothing is changed. For every address that is looked at, on both databases.

import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { Operators, People, Sessions } from '../../src/access';
import { Organisations } from '../../src/organisations';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { surfaceOf } from './surface';

jest.setTimeout(120_000);

const ROUNDS = process.env.RECOURSE_TEST_LONG === undefined ? 250 : 5_000;
const SEED = Number(process.env.RECOURSE_TEST_SEED ?? 20261125);

const PARAMETERS = [
  'responsible',
  'dueBefore',
  'route',
  'show',
  'cursor',
  'limit',
  'lead',
  'ref',
  'quarter',
  'organisation',
  'area',
  'to',
  'lang',
  'q',
  'question',
  'preview',
  'saved',
  'done',
  'written',
  'by',
  'from',
  'code',
  'state',
  'status',
  'about',
  'council',
];
const NOBODYS = '00000000-0000-4000-8000-000000000000';
const NOT_CONTENT = new Set(['reads', 'sessions', 'attempts', 'challenges']);

const attack = fc.constantFrom(
  "' OR 1=1 --",
  "') UNION SELECT id, ref, context, 1, 2 FROM cases --",
  "'; DROP TABLE cases; --",
  '" OR ""="',
  "1' AND (SELECT CASE WHEN 1=1 THEN pg_sleep(3) END)::text = '1",
  '%27%20OR%201%3D1',
  '%00',
  '%ff%fe',
  '$1',
  ':own',
  '${1}',
  '\\',
  '1e999',
  '-1',
  'NaN',
  '__proto__',
  '2026-02-30',
  '0001-01-01',
  'eyJpZCI6IicifQ',
  Buffer.from(JSON.stringify(["' OR 1=1 --", "' OR 1=1 --"])).toString('base64url'),
  Buffer.from(JSON.stringify([null, { a: 1 }])).toString('base64url'),
  'x'.repeat(5000),
  '\u202e\u0000\ud800',
);
const value = fc.oneof(attack, fc.string({ maxLength: 40, unit: 'binary' }), fc.constant(''));
const named = fc.oneof(
  fc.constantFrom(...PARAMETERS),
  fc.constantFrom('__proto__', 'constructor', 'a[b]', 'x'),
);
const written = fc.oneof(
  fc.tuple(named, value).map(([name, text]) => `${name}=${encoded(text)}`),
  // The same one twice, and lists and objects where a word is wanted.
  fc.tuple(named, value, value).map(([name, a, b]) => `${name}=${encoded(a)}&${name}=${encoded(b)}`),
  fc.tuple(named, value).map(([name, text]) => `${name}[]=${encoded(text)}`),
  fc.tuple(named, value).map(([name, text]) => `${name}[x][y]=${encoded(text)}`),
  fc.tuple(named, attack).map(([name, text]) => `${name}=${text.replace(/[\s#\u0080-\uffff\u0000]/g, '+')}`),
);
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

declare global {
  interface String {
    toWellFormed(): string;
  }
}

onBothDatabases('What stands in an address', (openTestDb) => {
  let t: TestApp;
  let url: string;
  let paths: string[];
  let ref: string;
  const cookies: Record<string, string> = {};
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    t = await startApp(await openTestDb());
    url = `http://localhost:${((await t.app.listen(0)).address() as AddressInfo).port}`;
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'ZZCHILD waits' };
    const opened = await t.cases.open(
      { route: 'council-complaint', facts, parties: t.organisations },
      t.people.Amira,
    );
    ref = opened.case.ref;
    const others = await t.db.tx(async (m) => {
      const council = await t.app.get(Organisations).create(m, 'council', 'Hillshire Council');
      const make = (name: string) =>
        t.app.get(People).create(m, { name, email: `${name.toLowerCase()}@example.org` });
      const next = await make('Nadia');
      await t.app
        .get(People)
        .join(m, next.id, council.id, ['council SEND casework', 'council complaints team']);
      const olu = await make('Olu');
      await t.app.get(Operators).appoint(m, olu.id);
      return { next: next.id, olu: olu.id };
    });
    for (const [name, personId] of Object.entries(others)) {
      cookies[name] = `recourse=${await t.app.get(Sessions).start(personId)}`;
      tokens[name] = await t.token({ kind: 'person', personId });
    }
    paths = surfaceOf(t.app)
      .filter(({ method, path }) => method === 'GET' && !/^\/(exit|assets|demo)/.test(path))
      .map(({ path }) => path.replace(':ref', ref).replace(':name', 'history.txt').replace(/:\w+/g, NOBODYS));
  });
  afterAll(() => new Promise((closed) => t.app.getHttpServer().close(closed)));

  const content = async (): Promise<string> => {
    const hash = createHash('sha256');
    for (const { tableName } of t.db.read.connection.entityMetadatas)
      if (!NOT_CONTENT.has(tableName)) {
        const rows = (await t.db.read.query(`SELECT * FROM ${tableName}`)) as unknown[];
        hash.update(JSON.stringify([tableName, rows.map((row) => JSON.stringify(row)).sort()]));
      }
    return hash.digest('hex');
  };

  it('T13 1.2.4 15.3.7 brings nothing down, shows nobody another’s row, and changes nothing', async () => {
    const before = await content();
    let answered = 0;
    const plain = new Set(paths);
    // The lists that are narrowed by what is asked are tried most.
    const lists = [
      '/api/v1/worklist',
      '/desk',
      '/dashboard',
      '/api/v1/dashboard',
      '/who-is-responsible',
      '/patterns',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...lists.filter((each) => plain.has(each))), fc.constantFrom(...paths)),
        fc.array(written, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('next', 'olu', 'nobody'),
        async (path, query, who) => {
          const answer = await fetch(`${url}${path}?${query.join('&')}`, {
            redirect: 'manual',
            headers: {
              ...(path.startsWith('/api/')
                ? who === 'nobody'
                  ? {}
                  : { authorization: `Bearer ${tokens[who]}` }
                : who === 'nobody'
                  ? {}
                  : { cookie: cookies[who] as string }),
            },
          });
          const text = await answer.text();
          answered += 1;
          expect([answer.status < 500 || answer.status === 503, text.includes('ZZCHILD')]).toEqual([
            true,
            false,
          ]);
          // Of its own address a page may speak: links to the other language, and the way back.
          if (!path.includes(ref)) expect(text).not.toContain(ref);
        },
      ),
      { numRuns: ROUNDS, seed: SEED },
    );
    expect(answered).toBeGreaterThanOrEqual(ROUNDS);
    expect(await content()).toBe(before);
  });

  it('15.3.7 said twice is refused, or one of the two is taken: never both, never a fault', async () => {
    const headers = { authorization: `Bearer ${tokens.next}` };
    for (const name of ['responsible', 'dueBefore', 'route', 'show', 'cursor', 'limit']) {
      const answer = await fetch(`${url}/api/v1/worklist?${name}=5&${name}=6`, { headers });
      expect([name, answer.status, answer.headers.get('content-type')]).toEqual([
        name,
        400,
        expect.stringContaining('application/problem+json'),
      ]);
    }
    const page = await fetch(
      `${url}/desk?show=overdue&show=soon&route=x&route=y&lead=a&lead=b&cursor=1&cursor=2`,
      {
        headers: { cookie: cookies.next as string },
      },
    );
    expect([200, 400]).toContain(page.status);
  });
});

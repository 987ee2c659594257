// T1: an address that a family keeps private reaches nobody else: no page, no answer of the API, no paper, no calendar, no
// message and no line of the log; not as it stands, not taken apart, and not in another alphabet of bytes.

import type { AddressInfo } from 'node:net';
import JSZip from 'jszip';
import { Operators, People, Sessions } from '../../src/access';
import { MailboxMessage, OutboxMessage } from '../../src/messages/entities';
import { PrivateWords } from '../../src/uploads';
import { startApp, type TestApp } from '../app';
import { mostlyOnSqlite } from '../databases';
import { flat, readPdf } from '../read-pdf';
import { surfaceOf } from './surface';

const KEPT = '12 Hidden Lane\nRV9 9ZZ';
const NOBODYS = '00000000-0000-4000-8000-000000000000';

mostlyOnSqlite('A private address', (openTestDb) => {
  let t: TestApp;
  let url: string;
  let ref: string;
  const written: string[] = [];
  const cookies = new Map<string, string>();
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
    t = await startApp(await openTestDb());
    url = `http://localhost:${((await t.app.listen(0)).address() as AddressInfo).port}`;
    await t.app.get(PrivateWords).keep(t.people.Amira.personId, KEPT);
    const facts = {
      about: 'delay',
      aware: '2026-10-01',
      received: '2026-10-06',
      // She has typed it herself all the same, as people do.
      complaint: 'We moved to 12, hidden\nLANE (rv99zz) and nobody wrote.',
    };
    const opened = await t.cases.open(
      { route: 'council-complaint', facts, parties: t.organisations },
      t.people.Amira,
    );
    ref = opened.case.ref;
    await t.worker.runUntilIdle();
    const olu = await t.db.tx(async (m) => {
      const { id } = await t.app.get(People).create(m, { name: 'Olu', email: 'olu@example.org' });
      await t.app.get(Operators).appoint(m, id);
      return id;
    });
    for (const [name, personId] of [
      ...(['Amira', 'Dev', 'Ines', 'Stranger'] as const).map(
        (each) => [each, t.people[each].personId] as const,
      ),
      ['Olu', olu] as const,
    ]) {
      cookies.set(name, `recourse=${await t.app.get(Sessions).start(personId)}`);
      tokens.set(name, await t.token({ kind: 'person', personId }));
    }
  });
  afterAll(() => {
    jest.restoreAllMocks();
    return new Promise((closed) => t.app.getHttpServer().close(closed));
  });

  const ask = async (name: string, path: string, init: RequestInit = {}): Promise<Buffer> => {
    const answer = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: {
        ...(path.startsWith('/api/')
          ? { authorization: `Bearer ${tokens.get(name)}`, 'content-type': 'application/json' }
          : { cookie: cookies.get(name) ?? '' }),
      },
    });
    return Buffer.from(await answer.arrayBuffer());
  };
  const squeezed = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  /** What a reader of these bytes could find: as text of several kinds, and what is packed or written in base64. */
  const readings = async (bytes: Buffer): Promise<string[]> => {
    const texts = [
      bytes.toString('utf8'),
      bytes.toString('utf16le'),
      bytes.subarray(1).toString('utf16le'),
      bytes.toString('latin1'),
    ];
    if (bytes.subarray(0, 4).toString() === '%PDF') texts.push(flat(await readPdf(bytes)));
    if (bytes.subarray(0, 2).toString() === 'PK')
      for (const file of Object.values((await JSZip.loadAsync(bytes)).files))
        texts.push((await file.async('string')).replace(/<[^>]+>/g, ''));
    for (const [packed] of bytes.toString('latin1').matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g))
      texts.push(Buffer.from(packed, 'base64').toString('utf8'));
    return texts.map(squeezed);
  };
  const holds = async (bytes: Buffer): Promise<boolean> =>
    (await readings(bytes)).some((text) => /12hiddenlane|rv99zz/.test(text));
  const papers = (name: string) =>
    ask(name, `/api/v1/cases/${ref}/documents`).then(
      (bytes) => JSON.parse(bytes.toString()) as { name: string; href: string }[],
    );

  it('T1 is in no paper for anybody but her, although she typed it into her complaint', async () => {
    const found: string[] = [];
    for (const name of ['Dev', 'Amira']) {
      const list = await papers(name);
      expect(list.length).toBeGreaterThan(3);
      for (const { name: file, href } of list)
        if (await holds(await ask(name, href))) found.push(`${name} ${file}`);
      const documents = list
        .filter(({ name: file }) => file.endsWith('.pdf'))
        .map(({ name: file }) => `${ref}/${file}`);
      const bundle = await ask(name, `/api/v1/cases/${ref}/bundle`, {
        method: 'POST',
        body: JSON.stringify({ documents }),
      });
      expect(bundle.subarray(0, 4).toString()).toBe('%PDF');
      if (await holds(bundle)) found.push(`${name} bundle`);
    }
    // That she finds it herself shows that the search finds it.
    expect(found.filter((each) => !each.startsWith('Amira'))).toEqual([]);
    expect(found.length).toBeGreaterThan(1);
  });

  it('T1 is on no page and in no answer for whoever has no part in the case, nor where she keeps it for who has', async () => {
    const found: string[] = [];
    const addresses = surfaceOf(t.app).filter(({ method, path }) => method === 'GET' && path !== '/exit');
    expect(addresses.length).toBeGreaterThan(80);
    for (const name of ['Ines', 'Olu', 'Stranger', 'nobody'])
      for (const { path } of addresses) {
        const concrete = path.replace(':ref', ref).replace(':name', 'history.pdf').replace(/:\w+/g, NOBODYS);
        if (await holds(await ask(name, concrete))) found.push(`${name} ${path}`);
      }
    // Her own page of private details is hers alone.
    if (await holds(await ask('Dev', '/account/private'))) found.push('Dev /account/private');
    expect(found).toEqual([]);
    expect(await holds(await ask('Amira', '/account/private'))).toBe(true);
  });

  it('T1 T29 is in no message and in no line of the log', async () => {
    const messages = [...(await t.db.read.find(OutboxMessage)), ...(await t.db.read.find(MailboxMessage))];
    expect(messages.length).toBeGreaterThan(1);
    for (const each of messages) expect(await holds(Buffer.from(JSON.stringify(each)))).toBe(false);
    expect(await holds(Buffer.from(written.join('')))).toBe(false);
  });

  it('T1 the search finds it in every alphabet it is looked for in', async () => {
    const text = 'at 12 Hidden Lane now';
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
      Buffer.from(`x=${Buffer.from(text).toString('base64')}`),
      Buffer.from('12,\nhidden-LANE'),
    ])
      expect(await holds(bytes)).toBe(true);
    expect(await holds(Buffer.from('12 Hidden Road'))).toBe(false);
  });
});

// Documents that are added before a case is sent: their writer's alone, gone with what is thrown away, and in the case, sealed
// as they are, in the transaction that opens it.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import type { QueryRunner } from 'typeorm';
import { People, Sessions } from '../../src/access';
import { Verifier } from '../../src/engine';
import { Case, JournalEntry } from '../../src/engine/entities';
import { Drafts, Sending, type ToSend } from '../../src/lodging';
import { Draft } from '../../src/lodging/entities';
import { DraftDocuments1700000000260 } from '../../src/persistence/migrations/0260-draft-documents';
import { CONFIG, type Config } from '../../src/platform';
import { Erasure, Retention } from '../../src/privacy';
import { Custody, DraftDocuments, PrivateWords, Uploads } from '../../src/uploads';
import { DraftDocument, Upload } from '../../src/uploads/entities';
import { SealedFiles } from '../../src/uploads/sealed-files';
import { Sealed, VaultKey } from '../../src/vault/entities';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { FakeClamd } from './clamd';
import { EICAR, letter } from './samples';

const DAY = 24 * 3_600_000;
const STREET = '12 Hidden Lane';

onBothDatabases('Documents of a case that is not sent yet', (openTestDb, kind) => {
  const clamd = new FakeClamd();
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z', { CLAMD_URL: await clamd.start() });
  });
  afterAll(() => clamd.stop());
  afterEach(() => {
    clamd.away = false;
    jest.restoreAllMocks();
  });

  const drafts = () => t.app.get(Drafts);
  const documents = () => t.app.get(DraftDocuments);
  const custody = () => t.app.get(Custody);
  const amira = () => t.people.Amira.personId;
  const begin = (who = t.people.Amira) => drafts().begin(who.personId, 'council-complaint', {});
  const placeOf = (draft: string, who = t.people.Amira) => drafts().place(draft, who.personId);
  const file = (content: string | Buffer, name = 'letter.txt') => ({
    name,
    content: async () => Buffer.from(content),
    forget: async () => undefined,
  });
  const later = (ms: number) => t.clock.moveTo(new Date(t.clock.now().getTime() + ms));
  const add = async (draft: string, content: string | Buffer = 'A letter', sees: string[] = []) => {
    later(1000);
    return documents().add(await placeOf(draft), file(content), sees);
  };
  const toSend = (): ToSend => ({
    opening: {
      route: 'council-complaint',
      facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-13', complaint: 'It is late' },
      parties: t.organisations,
    },
    email: 'yes',
    name: 'Amira K',
    safety: { safe: [] },
  });
  const send = (draft: string, more: Partial<ToSend> = {}, who = t.people.Amira) =>
    t.app.get(Sending).send(draft, who, { ...toSend(), ...more });
  const folder = () => join(t.app.get<Config>(CONFIG).dataDir, 'files');
  const pathOf = (id: string) => join(folder(), id.slice(0, 2), id);
  /** Files go once the transaction is in, and nobody waits for it. */
  const files = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return (existsSync(folder()) ? readdirSync(folder(), { recursive: true, encoding: 'utf8' }) : [])
      .map((path) => path.slice(path.lastIndexOf('/') + 1))
      .filter((name) => name.length === 36)
      .sort();
  };
  const quiet = () => jest.spyOn(console, 'error').mockImplementation(() => undefined);
  /** Those that wait have their turns one after another. */
  const allLookedAt = async () => {
    for (let sweep = 0; sweep < 3; sweep += 1) await t.worker.runUntilIdle();
  };
  const verified = async () => {
    const findings: string[] = [];
    await t.app.get(Verifier).verifyAll(({ what }) => findings.push(what));
    await custody().verify((what) => findings.push(what));
    return findings;
  };

  it('are seen by their writer and by nobody else', async () => {
    const draft = await begin();
    const id = await add(draft, 'Only ours');
    expect(await documents().of(await placeOf(draft))).toMatchObject([
      { id, name: 'letter.txt', kind: 'txt', status: 'ready', organisations: [] },
    ]);
    expect((await documents().read(await placeOf(draft), id)).content.toString()).toBe('Only ours');
    await expect(placeOf(draft, t.people.Stranger)).rejects.toMatchObject({ status: 404 });
    await expect(placeOf(draft, t.people.Dev)).rejects.toMatchObject({ status: 404 });
    // Not even from an unfinished case of one's own, nor by who would have made up such a place.
    const other = await placeOf(await begin(t.people.Stranger), t.people.Stranger);
    const madeUp = { ...other, draftId: draft, personId: t.people.Stranger.personId };
    for (const place of [other, madeUp]) {
      expect(await documents().of(place)).toEqual([]);
      await expect(documents().read(place, id)).rejects.toMatchObject({ status: 404 });
      await expect(documents().share(place, id, [])).rejects.toMatchObject({ status: 404 });
      await expect(documents().remove(place, id)).rejects.toMatchObject({ status: 404 });
    }
    expect(await files()).toContain(id);
    expect(JSON.stringify(await t.db.read.find(DraftDocument))).not.toMatch(/letter\.txt|Only ours/);
  });

  if (kind === 'postgres')
    it('T20 are kept from others by PostgreSQL too, whatever the application asks for', async () => {
      const draft = await begin();
      const id = await add(draft);
      const seenBy = (who: typeof t.people.Amira) =>
        t.db.forRequest(async () => {
          t.db.readAs({ personId: who.personId, at: t.clock.instant() });
          return [
            await t.db.read.countBy(DraftDocument, { id }),
            await t.db.read.countBy(Draft, { id: draft }),
          ];
        });
      expect(await seenBy(t.people.Amira)).toEqual([1, 1]);
      for (const other of [t.people.Stranger, t.people.Dev]) expect(await seenBy(other)).toEqual([0, 0]);
    });

  it('outlive every change of the answers', async () => {
    const draft = await begin();
    const id = await add(draft, 'Still here');
    await drafts().save(draft, amira(), { complaint: 'changed' });
    await drafts().save(draft, amira(), { complaint: 'changed again' });
    expect((await documents().read(await placeOf(draft), id)).content.toString()).toBe('Still here');
  });

  it('become documents of the case that is opened, with its journal, and for those they were meant for', async () => {
    const draft = await begin();
    const first = await add(draft, 'For us');
    const second = await add(draft, 'For the council', [t.organisations.council]);
    const third = await add(draft, 'For another council', ['another']);
    const before = await files();
    const { ref } = await send(draft);
    expect(await files()).toEqual(before);
    expect(await t.db.read.countBy(Draft, { id: draft })).toBe(0);
    expect(await t.db.read.countBy(DraftDocument, { draftId: draft })).toBe(0);
    const { uploads } = await t.app.get(Uploads).of(ref, t.people.Amira);
    expect(uploads).toMatchObject([
      { id: first, name: 'letter.txt', status: 'ready', by: 'The family', bodies: ['family'] },
      { id: second, bodies: ['family', 'council'] },
      { id: third, bodies: ['family'] },
    ]);
    const { id: caseId, disputeId } = await t.db.read.findOneByOrFail(Case, { ref });
    const entries = await t.db.read.find(JournalEntry, { where: { caseId }, order: { seq: 'ASC' } });
    expect(entries.map(({ type }) => type)).toEqual(['opened', ...Array(3).fill('document-added')]);
    expect(entries[2]?.data).toEqual({ document: second, digest: uploads[1]?.digest, kind: 'txt' });
    const theirs = await t.app.get(Uploads).of(ref, t.people.Dev);
    expect(theirs.uploads.map(({ id }) => id)).toEqual([second]);
    const { content } = await t.app.get(Uploads).read(ref, second, t.people.Dev);
    expect(content.toString()).toBe('For the council');
    expect(await verified()).toEqual([]);
    // From now on they are the dispute's, and go with it.
    await t.cases.advance(ref, { type: 'satisfied', data: {} }, t.people.Amira);
    await t.app.get(Erasure).dispute(disputeId, 'retention');
    expect(await files()).toEqual(before.filter((name) => ![first, second, third].includes(name)));
    expect(await t.db.read.countBy(VaultKey, { subject: disputeId })).toBe(0);
  });

  it('stay as they are where the case cannot be opened', async () => {
    const draft = await begin();
    const id = await add(draft, 'Kept', [t.organisations.council]);
    const cases = await t.db.read.count(Case);
    const { opening } = toSend();
    await expect(send(draft, { opening: { ...opening, facts: {} } })).rejects.toMatchObject({ status: 422 });
    // Refused after the case was opened and the documents have come into it.
    await expect(send(draft, { name: 'x'.repeat(121) })).rejects.toMatchObject({ status: 422 });
    expect([await t.db.read.count(Case), await t.db.read.countBy(Upload, { id })]).toEqual([cases, 0]);
    expect((await documents().read(await placeOf(draft), id)).content.toString()).toBe('Kept');
    await send(draft);
    expect(await t.db.read.countBy(Upload, { id })).toBe(1);
  });

  it('are sent once, whoever presses twice, and are not thrown away while they are', async () => {
    const draft = await begin();
    const id = await add(draft, 'Once');
    const cases = await t.db.read.count(Case);
    const answers = await Promise.allSettled([send(draft), send(draft), drafts().discard(draft, amira())]);
    const sent = answers.slice(0, 2).filter(({ status }) => status === 'fulfilled');
    expect(sent.length).toBeLessThan(2);
    expect(await t.db.read.count(Case)).toBe(cases + sent.length);
    const [upload] = await t.db.read.findBy(Upload, { id });
    expect(upload !== undefined).toBe(sent.length === 1);
    expect((await files()).includes(id)).toBe(sent.length === 1);
    expect(await verified()).toEqual([]);
  });

  it('are not lost where an earlier release opened the case and stopped half-way', async () => {
    const half = async () => {
      const draft = await begin();
      const { opening } = toSend();
      const { case: view } = await t.cases.open(
        { ...opening, idempotencyKey: `draft:${draft}` },
        t.people.Amira,
      );
      return { draft, ref: view.ref };
    };
    const empty = await half();
    expect((await send(empty.draft)).ref).toBe(empty.ref);
    const { draft } = await half();
    const id = await add(draft, 'Not lost');
    await expect(send(draft)).rejects.toMatchObject({ status: 409 });
    expect((await documents().read(await placeOf(draft), id)).content.toString()).toBe('Not lost');
  });

  it('are not thrown away by the nightly erasure that found them just before they were sent', async () => {
    const draft = await begin();
    const id = await add(draft, 'Sent in time');
    const tx = t.db.tx.bind(t.db);
    let ref = '';
    // It has read what has run out, and is about to erase it.
    jest.spyOn(t.db, 'tx').mockImplementationOnce(async (work) => {
      ({ ref } = await send(draft));
      return tx(work);
    });
    await drafts().older('2099-01-01', true);
    const { content } = await t.app.get(Uploads).read(ref, id, t.people.Amira);
    expect(content.toString()).toBe('Sent in time');
    expect(await verified()).toEqual([]);
  });

  it('that still wait when the case is sent are looked at there, and a harmful one is seen by nobody', async () => {
    clamd.away = true;
    const draft = await begin();
    const good = await add(draft, await letter('Waits'), [t.organisations.council]);
    const bad = await add(draft, EICAR, [t.organisations.council]);
    expect(await documents().of(await placeOf(draft))).toMatchObject([
      { status: 'waiting' },
      { status: 'waiting' },
    ]);
    await expect(documents().read(await placeOf(draft), good)).rejects.toMatchObject({ status: 404 });
    expect((await custody().waiting()).count).toBe(2);
    const { ref } = await send(draft);
    const status = async (who = t.people.Amira) =>
      Object.fromEntries(
        (await t.app.get(Uploads).of(ref, who)).uploads.map((each) => [each.id, each.status]),
      );
    expect([await status(), await status(t.people.Dev)]).toEqual([
      { [good]: 'waiting', [bad]: 'waiting' },
      {},
    ]);
    clamd.away = false;
    await allLookedAt();
    expect([await status(), await status(t.people.Dev)]).toEqual([
      { [good]: 'ready', [bad]: 'refused' },
      { [good]: 'ready' },
    ]);
    expect(await verified()).toEqual([]);
  });

  it('that wait are looked at by the same worker, and one that is thrown away meanwhile leaves nothing', async () => {
    clamd.away = true;
    const draft = await begin();
    const good = await add(draft, 'Waits');
    const bad = await add(draft, EICAR);
    const gone = await begin();
    const late = await add(gone, 'Too late');
    clamd.away = false;
    const { disputeId } = await t.db.read.findOneByOrFail(Draft, { id: gone });
    const sealed = t.app.get(SealedFiles);
    const read = sealed.read.bind(sealed);
    jest.spyOn(sealed, 'read').mockImplementation(async (row, m) => {
      const content = await read(row, m);
      if (row.id === late) await drafts().discard(gone, amira());
      return content;
    });
    await allLookedAt();
    expect((await documents().of(await placeOf(draft))).map(({ id, status }) => [id, status])).toEqual([
      [good, 'ready'],
      [bad, 'refused'],
    ]);
    expect(await files()).toContain(good);
    for (const id of [bad, late]) expect(await files()).not.toContain(id);
    expect(await t.db.read.countBy(VaultKey, { subject: String(disputeId) })).toBe(0);
  });

  it('whose file is damaged or gone are said to be so, and can be taken away', async () => {
    clamd.away = true;
    const draft = await begin();
    const [damaged, missing] = [await add(draft, 'Damaged'), await add(draft, 'Missing')];
    const { ref } = await send(await begin());
    const inCase = await t.app.get(Uploads).add(ref, t.people.Amira, file('Damaged too'), ['council']);
    for (const id of [damaged, inCase]) writeFileSync(pathOf(id), 'not what was sealed');
    rmSync(pathOf(missing));
    clamd.away = false;
    quiet();
    await allLookedAt();
    expect((await documents().of(await placeOf(draft))).map(({ status }) => status)).toEqual([
      'unreadable',
      'unreadable',
    ]);
    expect((await custody().counts()).unreadable).toBe(3);
    const list = async (who: typeof t.people.Amira) => (await t.app.get(Uploads).of(ref, who)).uploads;
    expect(await list(t.people.Amira)).toMatchObject([
      { id: inCase, status: 'unreadable', may: { open: false, remove: true } },
    ]);
    expect(await list(t.people.Dev)).toEqual([]);
    await t.app.get(Uploads).remove(ref, inCase, t.people.Amira);
    for (const id of [damaged, missing]) await documents().remove(await placeOf(draft), id);
    expect(await documents().of(await placeOf(draft))).toEqual([]);
    expect((await custody().counts()).unreadable).toBe(0);
  });

  it.each([
    ['is away', () => undefined],
    ['is an empty one, with no disk mounted on it', () => mkdirSync(folder())],
  ])('that wait go on waiting while the folder of files %s', async (_, unmounted) => {
    clamd.away = true;
    const draft = await begin();
    await add(draft, 'Patience');
    clamd.away = false;
    quiet();
    renameSync(folder(), `${folder()}-away`);
    unmounted();
    await allLookedAt();
    expect(await documents().of(await placeOf(draft))).toMatchObject([{ status: 'waiting' }]);
    rmSync(folder(), { recursive: true, force: true });
    renameSync(`${folder()}-away`, folder());
    await allLookedAt();
    expect(await documents().of(await placeOf(draft))).toMatchObject([{ status: 'ready' }]);
  });

  it('T1 are held back in the case where they have in them what the family keeps private', async () => {
    const { Stranger } = t.people;
    await t.app.get(PrivateWords).keep(Stranger.personId, STREET);
    const addTo = async (draft: string, content: string) =>
      documents().add(await placeOf(draft, Stranger), file(content), [t.organisations.council]);
    const draft = await begin(Stranger);
    const says = await addTo(draft, `We live at ${STREET}`);
    later(1000);
    const harmless = await addTo(draft, 'Please answer');
    const { ref } = await send(draft, {}, Stranger);
    expect((await t.app.get(Uploads).of(ref, Stranger)).uploads).toMatchObject([
      { id: says, status: 'held', held: 'private-details' },
      { id: harmless, status: 'ready' },
    ]);
    const seenByCouncil = async (at: string) =>
      (await t.app.get(Uploads).of(at, t.people.Dev)).uploads.map(({ id }) => id);
    expect(await seenByCouncil(ref)).toEqual([harmless]);
    // One that could not be taken apart beforehand waits, and is held back by the worker.
    const next = await begin(Stranger);
    const unread = await addTo(next, `Still at ${STREET}`);
    jest.spyOn(documents(), 'apart').mockResolvedValue(new Map());
    const sent = await send(next, {}, Stranger);
    expect((await t.app.get(Uploads).of(sent.ref, Stranger)).uploads).toMatchObject([{ status: 'waiting' }]);
    await allLookedAt();
    expect((await t.app.get(Uploads).of(sent.ref, Stranger)).uploads).toMatchObject([
      { id: unread, status: 'held' },
    ]);
    expect(await seenByCouncil(sent.ref)).toEqual([]);
    expect(await verified()).toEqual([]);
  });

  it('are no more than thirty to a case, and forty an hour wherever they hang', async () => {
    later(2 * 3_600_000);
    const draft = await begin();
    for (let n = 0; n < 30; n += 1) await add(draft, String(n));
    await expect(documents().mayAdd(await placeOf(draft))).rejects.toMatchObject({ status: 422 });
    const next = await begin();
    for (let n = 0; n < 10; n += 1) {
      await documents().mayAdd(await placeOf(next));
      await add(next, String(n));
    }
    await expect(documents().mayAdd(await placeOf(next))).rejects.toMatchObject({ status: 429 });
    const { ref } = await send(draft);
    await expect(t.app.get(Uploads).mayAdd(ref, t.people.Amira)).rejects.toMatchObject({ status: 429 });
    later(2 * 3_600_000);
    await documents().mayAdd(await placeOf(next));
  });

  it('are swept away where a crash has left a file without a row, and no other is', async () => {
    const draft = await begin();
    const id = await add(draft, 'Referred to');
    const orphan = id.replace(/^.{8}/, 'deadbeef');
    mkdirSync(join(folder(), 'de'), { recursive: true });
    writeFileSync(pathOf(orphan), 'left by a crash');
    const long = new Date(t.clock.now().getTime() - 2 * DAY);
    for (const name of await files()) utimesSync(pathOf(name), long, long);
    const before = await files();
    expect(await custody().sweep()).toBe(1);
    expect(await files()).toEqual(before.filter((name) => name !== orphan));
    expect((await documents().read(await placeOf(draft), id)).content.toString()).toBe('Referred to');
  });

  it('go with what they hang on: deleted, run out, or of a person who is erased', async () => {
    const { id: personId } = await t.db.tx((m) =>
      t.app.get(People).create(m, { name: 'Passing', email: 'passing@example.org' }),
    );
    const passing = { kind: 'person' as const, personId };
    const made: { draft: string; id: string; disputeId: string }[] = [];
    for (const who of [t.people.Stranger, t.people.Stranger, passing]) {
      const draft = await begin(who);
      later(1000);
      const id = await documents().add(await placeOf(draft, who), file('Not for long'), []);
      const { disputeId } = await t.db.read.findOneByOrFail(Draft, { id: draft });
      made.push({ draft, id, disputeId: String(disputeId) });
    }
    const [deleted, old, erased] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
    const left = async ({ id, disputeId }: (typeof made)[0]) => [
      (await files()).includes(id),
      await t.db.read.countBy(DraftDocument, { id }),
      (await t.db.read.countBy(VaultKey, { subject: disputeId })) +
        (await t.db.read.countBy(Sealed, { subject: disputeId })),
    ];
    expect(await Promise.all(made.map(left))).toEqual(made.map(() => [true, 1, 2]));
    const gone = [false, 0, 0];
    await drafts().discard(deleted.draft, t.people.Stranger.personId);
    await t.app.get(Erasure).person(personId, 'request');
    expect([await left(deleted), await left(erased)]).toEqual([gone, gone]);
    // A document that is added is a change: counted from then.
    later(60 * DAY);
    await documents().share(await placeOf(old.draft, t.people.Stranger), old.id, []);
    later(60 * DAY);
    await t.app.get(Retention).run();
    expect(await left(old)).toEqual([true, 1, 2]);
    later(31 * DAY);
    await t.app.get(Retention).run();
    expect(await left(old)).toEqual(gone);
  });

  it('go too where a process of an earlier release has thrown away what they hang on', async () => {
    const draft = await begin();
    const id = await add(draft, 'Of nobody');
    const { disputeId } = await t.db.read.findOneByOrFail(DraftDocument, { id });
    const kept = await add(await begin(), 'Of somebody');
    await t.db.tx((m) => m.delete(Draft, { id: draft }));
    await t.app.get(Retention).run();
    expect(await t.db.read.findBy(DraftDocument, { id })).toEqual([]);
    expect(await files()).not.toContain(id);
    expect(await files()).toContain(kept);
    expect(await t.db.read.countBy(VaultKey, { subject: disputeId })).toBe(0);
  });

  it('T10 T11 on the page: added with a form of ours only, given away as a file, and not lost with a session', async () => {
    later(2 * 3_600_000);
    const draft = await begin();
    const path = `/cases/draft/${draft}/documents`;
    const http = () => request(t.app.getHttpServer());
    const sessions = t.app.get(Sessions);
    const cookieOf = async (who: typeof t.people.Amira) => `recourse=${await sessions.start(who.personId)}`;
    const [mine, strangers] = [await cookieOf(t.people.Amira), await cookieOf(t.people.Stranger)];
    const csrfOf = async (cookie: string) =>
      (await sessions.find(cookie.slice('recourse='.length)))?.csrf as string;
    const form = async (cookie: string, csrf?: string) =>
      http()
        .post(path)
        .set('Cookie', cookie)
        .field('_csrf', csrf ?? (await csrfOf(cookie)))
        .attach('file', Buffer.from('<script>alert(1)</script>'), '<img src=x>.html');
    expect((await form(mine, 'wrong')).status).toBe(400);
    expect((await form(strangers)).status).toBe(404);
    const foreign = http().post(path).set('Cookie', mine).set('Sec-Fetch-Site', 'cross-site');
    expect(
      (await foreign.field('_csrf', await csrfOf(mine)).attach('file', Buffer.from('x'), 'x.txt')).status,
    ).toBe(403);
    const bare = await http()
      .post(path)
      .set('Cookie', mine)
      .type('form')
      .send({ _csrf: await csrfOf(mine) });
    expect([bare.status, bare.text.includes('Choose a file.')]).toEqual([422, true]);
    const out = await http().post(path).attach('file', Buffer.from('x'), 'x.txt');
    expect(out.headers.location).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    expect(await documents().of(await placeOf(draft))).toEqual([]);

    expect((await form(mine)).status).toBe(303);
    const page = await http().get(path).set('Cookie', mine).expect(200);
    expect(page.text).not.toMatch(/<img|<script>/);
    const [, href = ''] = /href="([^"]+\/file)"/.exec(page.text) ?? [];
    const given = await http().get(href).set('Cookie', mine).expect(200);
    expect(given.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="img src=x.txt"',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    await http().get(href).set('Cookie', strangers).expect(404);
    for (const act of ['remove', 'sees']) {
      const address = href.replace(/file$/, act);
      await http().get(address).set('Cookie', strangers).expect(404);
      const theirs = http().post(address).set('Cookie', strangers).type('form');
      await theirs.send({ _csrf: await csrfOf(strangers) }).expect(404);
      await http().post(address).set('Cookie', mine).type('form').send({ _csrf: 'wrong' }).expect(400);
    }
    expect(await documents().of(await placeOf(draft))).toHaveLength(1);
  });

  it('go and come with their migration, and what is being written stays', async () => {
    const draft = await begin();
    await add(draft);
    const migration = new DraftDocuments1700000000260();
    const go = (way: 'up' | 'down') => t.db.tx((m) => migration[way](m.queryRunner as QueryRunner));
    await go('down');
    const tables =
      kind === 'sqlite' ? 'sqlite_master WHERE' : 'pg_tables WHERE schemaname = current_schema() AND';
    const name = kind === 'sqlite' ? 'name' : 'tablename';
    const there = async () =>
      ((await t.db.read.query(`SELECT 1 FROM ${tables} ${name} = 'draft_documents'`)) as unknown[]).length;
    expect(await there()).toBe(0);
    await go('up');
    expect(await there()).toBe(1);
    expect((await drafts().get(draft, amira())).route).toBe('council-complaint');
    expect(await documents().of(await placeOf(draft))).toEqual([]);
    await add(draft);
    expect(await documents().of(await placeOf(draft))).toHaveLength(1);
  });
});

// Documents of a case: who adds them, who sees them, what is held back, and that nothing of them lies about unsealed.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import exifr from 'exifr';
import request from 'supertest';
import { ReadLog, Sessions } from '../../src/access';
import { Verifier, type Who } from '../../src/engine';
import { Case, JournalEntry } from '../../src/engine/entities';
import { CONFIG, type Config } from '../../src/platform';
import { Custody, PrivateWords, Uploads, type UploadView } from '../../src/uploads';
import { Upload } from '../../src/uploads/entities';
import { startApp, type TestApp } from '../app';
import { mostlyOnSqlite } from '../databases';
import { FakeClamd } from './clamd';
import { EICAR, letter, photoWithPlace, POISON, wordFile } from './samples';

const ADDRESS = '12 Hidden Lane';

mostlyOnSqlite('Documents of a case', (openTestDb) => {
  const clamd = new FakeClamd();
  let t: TestApp;
  let ref: string;
  const tokens = new Map<string, string>();
  type Name = 'Amira' | 'Dev' | 'Grace' | 'Stranger';

  beforeAll(async () => {
    const env = { CLAMD_URL: await clamd.start() };
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z', env);
    const { Amira } = t.people;
    const appeal = await t.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-11-02', sections: ['F', 'G'] },
        parties: t.organisations,
      },
      Amira,
    );
    const information = appeal.case.links.find(({ route }) => route === 'mediation-information');
    const wanted = await t.cases.advance(
      information?.ref ?? '',
      { type: 'mediation-wanted', data: {} },
      Amira,
    );
    ref = wanted.case.links.find(({ route }) => route === 'mediation.council')?.ref ?? '';
    for (const name of ['Amira', 'Dev', 'Grace', 'Stranger'] as const)
      tokens.set(name, await t.token(t.people[name]));
  });
  afterAll(async () => {
    await clamd.stop();
  });
  afterEach(() => {
    clamd.away = false;
    clamd.answer = undefined;
  });

  const http = () => request(t.app.getHttpServer());
  const bearer = (name: Name) => ['Authorization', `Bearer ${tokens.get(name)}`] as const;
  const add = (name: Name, content: Buffer | string, file = 'letter.bin', sees: string[] = []) => {
    const sent = http()
      .post(`/api/v1/cases/${ref}/uploads`)
      .set(...bearer(name));
    for (const body of sees) sent.field('sees', body);
    return sent.attach('file', Buffer.from(content), file);
  };
  const added = async (...args: Parameters<typeof add>) =>
    (await add(...args).expect(201)).body as UploadView;
  const open = (name: Name, id: string) =>
    http()
      .get(`/api/v1/cases/${ref}/uploads/${id}`)
      .set(...bearer(name));
  const list = async (who: Who & { kind: 'person' }) => (await t.app.get(Uploads).of(ref, who)).uploads;
  const filesOf = (): Buffer[] => {
    const { dataDir } = t.app.get<Config>(CONFIG);
    return ['files', 'intake'].flatMap((folder) =>
      readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    );
  };
  const verified = async () => {
    const findings: string[] = [];
    await t.app.get(Verifier).verifyAll(({ what }) => findings.push(what));
    await t.app.get(Custody).verify((what) => findings.push(what));
    return findings;
  };

  it('T2 T5 a document is seen by its own side and by those it is for, and its place is taken out', async () => {
    const mine = await added('Amira', await photoWithPlace(), 'our garden.jpg');
    expect(mine).toMatchObject({ name: 'our garden.jpg', kind: 'jpg', status: 'ready', bodies: ['family'] });
    await open('Dev', mine.id).expect(404);
    await open('Stranger', mine.id).expect(404);
    expect((await list(t.people.Dev)).map(({ id }) => id)).not.toContain(mine.id);
    await http()
      .put(`/api/v1/cases/${ref}/uploads/${mine.id}/sees`)
      .set(...bearer('Dev'))
      .send({ bodies: ['council'] })
      .expect(404);
    await http()
      .put(`/api/v1/cases/${ref}/uploads/${mine.id}/sees`)
      .set(...bearer('Amira'))
      .send({ bodies: ['council'] })
      .expect(204);
    const given = await open('Dev', mine.id).expect(200);
    expect(await exifr.parse(given.body as Buffer, true)).toBeUndefined();
    expect(given.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="our garden.jpg"',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    await open('Grace', mine.id).expect(404);
    await http().get(`/api/v1/cases/${ref}/uploads/${mine.id}`).expect(401);
  });

  it('stands in the journal with a digest that its readers can check and that tells others nothing', async () => {
    const { id, digest, salt } = await added('Amira', 'A note of our meeting', 'notes.txt');
    const content = (await open('Amira', id)).text;
    expect(createHash('sha256').update(String(salt)).update(content).digest('hex')).toBe(digest);
    const { id: caseId } = await t.db.read.findOneByOrFail(Case, { ref });
    const entries = await t.db.read.findBy(JournalEntry, { caseId, type: 'document-added' });
    expect(entries.map(({ data }) => data)).toContainEqual({ document: id, digest, kind: 'txt' });
    expect(JSON.stringify(entries)).not.toMatch(/notes|meeting/);
    expect(await verified()).toEqual([]);
    const timeline = await t.cases.timeline(ref, t.people.Amira);
    expect(timeline.at(-1)).toMatchObject({ title: 'A document was added', seq: timeline.length });
  });

  it('lies nowhere unsealed, neither while it comes in nor afterwards, and nothing stays of the intake', async () => {
    const before = filesOf().length;
    await added('Amira', `Something only we know: ${POISON}`, `${POISON}.txt`);
    const files = filesOf();
    expect(files.length).toBe(before + 1);
    expect(files.filter((bytes) => bytes.includes(POISON))).toEqual([]);
    const rows = JSON.stringify(await t.db.read.find(Upload));
    expect(rows).not.toContain(POISON);
  });

  it('T15 a virus is refused and not kept', async () => {
    const before = [filesOf().length, await t.db.read.count(Upload)];
    const { body } = await add('Amira', EICAR, 'harmless.txt').expect(422);
    expect(body.detail).toMatch(/harmful/);
    expect([filesOf().length, await t.db.read.count(Upload)]).toEqual(before);
  });

  it.each([
    ['is away', () => (clamd.away = true)],
    ['gives no verdict', () => (clamd.answer = 'INSTREAM size limit exceeded. ERROR')],
    ['answers something else', () => (clamd.answer = 'stream: OK, probably')],
  ])('T15 while the scanner %s, a document waits and nobody can open it', async (_, breakScanner) => {
    const alarm = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    breakScanner();
    const waiting = await added('Amira', await wordFile('Waiting'), 'w.docx', ['council']);
    expect(waiting.status).toBe('waiting');
    await open('Amira', waiting.id).expect(404);
    await open('Dev', waiting.id).expect(404);
    expect((await list(t.people.Dev)).map(({ id }) => id)).not.toContain(waiting.id);
    const bad = await added('Amira', EICAR, 'bad.txt', ['council']);
    await t.worker.runUntilIdle();
    await open('Amira', bad.id).expect(404);
    clamd.away = false;
    clamd.answer = undefined;
    await t.worker.runUntilIdle();
    expect((await open('Dev', waiting.id).expect(200)).body.toString('latin1')).not.toContain(POISON);
    await open('Amira', bad.id).expect(404);
    expect((await list(t.people.Amira)).find(({ id }) => id === bad.id)?.status).toBe('refused');
    expect(await verified()).toEqual([]);
    alarm.mockRestore();
  });

  it('T1 T2 is held back where it has the family’s address in it, until the family lets it go', async () => {
    await t.app.get(PrivateWords).keep(t.people.Amira.personId, `${ADDRESS}\nRV1 2AB`);
    const theirs = await added('Dev', await letter(`To Ms A, 12  HIDDEN-LANE, Riverside`), 'letter.pdf', [
      'family',
      'mediation',
    ]);
    expect(theirs).toMatchObject({ status: 'held', held: 'private-details-of-another' });
    await open('Grace', theirs.id).expect(404);
    await open('Amira', theirs.id).expect(200);
    expect((await list(t.people.Amira)).find(({ id }) => id === theirs.id)).toMatchObject({
      status: 'held',
      held: 'private-details',
      may: { release: true },
    });
    const release = (name: Name, id: string) =>
      http()
        .post(`/api/v1/cases/${ref}/uploads/${id}/release`)
        .set(...bearer(name));
    await release('Dev', theirs.id).expect(403);
    await release('Amira', theirs.id).expect(204);
    expect((await list(t.people.Amira)).find(({ id }) => id === theirs.id)?.status).toBe('ready');

    // Cut into pieces by Word, in a note, in the name of the file: it is the same address.
    const word = await added('Amira', await wordFile(`${ADDRESS}, Riverside`), 'a.docx', ['council']);
    const named = await added('Amira', 'Nothing inside', 'Plan for 12 hidden lane.txt', ['council']);
    const postcode = await added('Amira', 'We live in rv12ab.', 'p.txt', ['council']);
    for (const { id, status } of [word, named, postcode]) {
      expect(status).toBe('held');
      await open('Dev', id).expect(404);
    }
    // On one's own side nothing is held back, and what has no address in it goes.
    expect((await added('Amira', `We live at ${ADDRESS}`, 'own.txt')).status).toBe('ready');
    expect((await added('Amira', 'Please answer', 'ask.txt', ['council'])).status).toBe('ready');
  });

  it('T2 a picture is held until somebody says that every page was looked at', async () => {
    await t.app.get(PrivateWords).keep(t.people.Amira.personId, ADDRESS);
    const scan = await added('Dev', await photoWithPlace(), 'scan.jpg', ['family', 'mediation']);
    expect(scan).toMatchObject({ status: 'held', held: 'pictures', may: { release: true } });
    await open('Grace', scan.id).expect(404);
    const release = (name: Name) =>
      http()
        .post(`/api/v1/cases/${ref}/uploads/${scan.id}/release`)
        .set(...bearer(name));
    await release('Grace').expect(404);
    await release('Dev').expect(204);
    await open('Amira', scan.id).expect(200);
    // Shown to more people later, it is looked at again.
    const note = await added('Amira', `Our house, ${ADDRESS}`, 'house.txt');
    await t.app.get(Uploads).share(ref, note.id, t.people.Amira, ['council']);
    await open('Dev', note.id).expect(404);
  });

  it('is taken away without a trace by who added it; what a family was shown stays', async () => {
    const mine = await added('Amira', 'My mistake', 'm.txt', ['council']);
    const theirs = await added('Dev', 'Our reply', 'r.txt', ['family']);
    const files = filesOf().length;
    await expect(t.app.get(Uploads).remove(ref, mine.id, t.people.Dev)).rejects.toMatchObject({
      status: 403,
    });
    await expect(t.app.get(Uploads).remove(ref, theirs.id, t.people.Dev)).rejects.toMatchObject({
      status: 409,
    });
    await expect(t.app.get(Uploads).share(ref, theirs.id, t.people.Dev, [])).rejects.toMatchObject({
      status: 409,
    });
    await http()
      .delete(`/api/v1/cases/${ref}/uploads/${mine.id}`)
      .set(...bearer('Amira'))
      .expect(204);
    await open('Dev', mine.id).expect(404);
    expect(filesOf().length).toBe(files - 1);
    expect((await t.cases.timeline(ref, t.people.Dev)).at(-1)?.title).toBe('A document was taken away');
    expect(await verified()).toEqual([]);
  });

  it('says which file is not what was recorded', async () => {
    const { id } = await added('Amira', 'To be changed', 'c.txt');
    await t.db.tx((m) => m.update(Upload, { id }, { digest: '0'.repeat(64) }));
    expect(await verified()).toEqual([`document ${id}: not what was recorded`]);
    await t.app.get(Uploads).remove(ref, id, t.people.Amira);
  });

  it('T15 T28 is refused where it is too large, no document, two at once, or nobody’s to add', async () => {
    const large = await add('Amira', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'l.txt').expect(422);
    expect(large.body.detail).toMatch(/larger than 20 MB/);
    await add('Amira', 'MZ\x90\0', 'x.pdf').expect(422);
    await add('Amira', 'x', 'x.txt', ['tribunal']).expect(422);
    await add('Amira', 'one', '1.txt').attach('file', Buffer.from('two'), '2.txt').expect(400);
    await add('Stranger', 'x', 'x.txt').expect(404);
    await http()
      .post(`/api/v1/cases/${ref}/uploads`)
      .set(...bearer('Amira'))
      .expect(422);
  });

  it('T19 is opened only after the reading is written down', async () => {
    const { id } = await added('Amira', 'Read me', 'read.txt', ['council']);
    await open('Dev', id).expect(200);
    const reads = await t.cases.readsOf(ref, t.people.Amira);
    expect(reads).toContainEqual(
      expect.objectContaining({ part: 'council SEND casework', what: `document ${id.slice(0, 8)}` }),
    );
    const fault = jest.spyOn(t.app.get(ReadLog), 'record').mockRejectedValue(new Error('no disk'));
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { text } = await open('Dev', id).expect(500);
    expect(text).not.toContain('Read me');
    fault.mockRestore();
    log.mockRestore();
  });

  it('T10 T11 on the page: added with a form of ours only, given away as a file, its name harmless', async () => {
    const secret = await t.app.get(Sessions).start(t.people.Amira.personId);
    const cookie = `recourse=${secret}`;
    const csrf = (await t.app.get(Sessions).find(secret))?.csrf as string;
    const form = (token: string, file = 'a.txt', content = 'Hello') =>
      http()
        .post(`/cases/${ref}/uploads/add`)
        .set('Cookie', cookie)
        .field('_csrf', token)
        .field('sees', 'council')
        .attach('file', Buffer.from(content), file);
    await form('wrong').expect(400);
    await form(csrf).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await form(csrf, '<img src=x onerror=alert(1)>.html', '<script>alert(1)</script>').expect(303);
    const page = await http().get(`/cases/${ref}/documents`).set('Cookie', cookie).expect(200);
    expect(page.text).not.toMatch(/<img|<script>/);
    const [, href] = /href="(\/files\/[^"]+)"[^>]*>img src=x/.exec(page.text) ?? [];
    const file = await http().get(String(href)).set('Cookie', cookie).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="img src=x onerror=alert\(1\)\.txt"$/,
    );
    const wrong = await form(csrf, 'x.exe', 'MZ\x90\0').expect(422);
    expect(wrong.text).toContain('Choose a PDF, a photo');
    expect(filesOf().length).toBe(await t.db.read.countBy(Upload, { status: 'ready' }));
  });
});

mostlyOnSqlite('Without a virus scanner', (openTestDb) => {
  it('T15 no document is taken, unless the operator has said so', async () => {
    const t = await startApp(await openTestDb());
    const opened = await t.cases.open(
      {
        route: 'council-complaint',
        facts: { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'It is late' },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    const { ref } = opened.case;
    await expect(t.app.get(Uploads).mayAdd(ref, t.people.Amira)).rejects.toMatchObject({ status: 503 });
  });
});

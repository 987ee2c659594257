// Documents that people added leave with an export, as they are opened, and can be checked against the journal.

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { Exporter } from '../../src/exchange';
import { CONFIG, type Config } from '../../src/platform';
import { Custody, type UploadView } from '../../src/uploads';
import { startApp, type TestApp } from '../app';
import { mostlyOnSqlite } from '../databases';
import { FakeClamd } from './clamd';
import { letter, photoWithPlace, POISON } from './samples';

mostlyOnSqlite('An export with documents', (openTestDb) => {
  const clamd = new FakeClamd();
  let t: TestApp;
  let ref: string;
  let token: string;
  let folder: string;
  const add = async (content: Buffer, file: string) => {
    const sent = request(t.app.getHttpServer())
      .post(`/api/v1/cases/${ref}/uploads`)
      .set('Authorization', `Bearer ${token}`);
    return (await sent.attach('file', content, file).expect(201)).body as UploadView;
  };
  const content = async (id: string) =>
    (
      await request(t.app.getHttpServer())
        .get(`/api/v1/cases/${ref}/uploads/${id}`)
        .set('Authorization', `Bearer ${token}`)
        .buffer()
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        })
    ).body as Buffer;
  const lines = (name: string) =>
    readFileSync(join(folder, `${name}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, string>);

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z', { CLAMD_URL: await clamd.start() });
    token = await t.token(t.people.Amira);
    const facts = { about: 'delay', aware: '2026-11-01', received: '2026-11-09', complaint: 'We wait' };
    const opening = { route: 'council-complaint', facts, parties: t.organisations };
    ref = (await t.cases.open(opening, t.people.Amira)).case.ref;
  });
  beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'recourse-export-')), 'out')));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  afterAll(() => clamd.stop());

  it('has each document as it is opened, with its digests, and none that nobody may open yet', async () => {
    const report = await add(await letter('A report'), 'report.pdf');
    const photo = await add(await photoWithPlace(), 'garden.jpg');
    clamd.away = true;
    const waiting = await add(await letter('Not looked at yet'), 'waiting.pdf');
    clamd.away = false;
    const { files } = await t.app.get(Exporter).run(folder);
    expect(files).toMatchObject({ written: 2, missing: [] });
    const listed = lines('files');
    const uploads = lines('uploads');
    expect(uploads.map(({ id }) => id).sort()).toEqual([report.id, photo.id, waiting.id].sort());
    expect(new Set(readdirSync(join(folder, 'files')))).toEqual(
      new Set([`${report.id}.pdf`, `${photo.id}.jpg`]),
    );
    for (const { upload_id: id = '', path = '', sha256, bytes } of listed) {
      const file = readFileSync(join(folder, path));
      expect(file.equals(await content(id))).toBe(true);
      expect([file.length, createHash('sha256').update(file).digest('hex')]).toEqual([bytes, sha256]);
      // The digest that the journal has, from what has left.
      const { salt = '', digest } = uploads.find((row) => row.id === id) as Record<string, string>;
      expect(createHash('sha256').update(salt).update(file).digest('hex')).toBe(digest);
      expect(JSON.stringify(lines('journal'))).toContain(digest);
      expect(file.toString('latin1')).not.toContain(POISON);
      expect(statSync(join(folder, path)).mode & 0o077).toBe(0);
    }
    const described = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: { name: string; path: string }[];
    };
    expect(described.resources.map(({ path }) => path)).toContain('files.jsonl');
  });

  it('names a document whose file is gone or is not what was recorded, and goes on', async () => {
    // The scanner is back: what waited is settled, and new documents are looked at at once.
    expect(await t.app.get(Custody).checkWaiting()).toBe(1);
    const [gone, kept] = [
      await add(await letter('one'), 'one.pdf'),
      await add(await letter('two'), 'two.pdf'),
    ];
    const { dataDir } = t.app.get<Config>(CONFIG);
    rmSync(join(dataDir, 'files', gone.id.slice(0, 2), gone.id));
    const { files } = await t.app.get(Exporter).run(folder);
    expect(files.missing).toEqual([gone.id]);
    expect(lines('files').map((row) => row.upload_id)).toContain(kept.id);
  });
});

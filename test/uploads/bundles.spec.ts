// Documents that people added, in a bundle for the Tribunal: who can put them in, in which order, and what never leaves.

import request from 'supertest';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { Sessions } from '../../src/access';
import { Bundles } from '../../src/documents';
import type { Refusal } from '../../src/platform';
import { PrivateWords, type UploadView } from '../../src/uploads';
import { startApp, type TestApp } from '../app';
import { mostlyOnSqlite } from '../databases';
import { flat, readPdf } from '../read-pdf';
import { FakeClamd } from './clamd';
import { letter, photoWithPlace, wordFile } from './samples';

const ADDRESS = '12 Hidden Lane';

mostlyOnSqlite('A bundle of added documents', (openTestDb) => {
  const clamd = new FakeClamd();
  let t: TestApp;
  let ref: string;
  let appeal: string;
  type Name = 'Amira' | 'Dev' | 'Grace' | 'Stranger';
  const http = () => request(t.app.getHttpServer());
  const add = async (name: Name, content: Buffer | string, file: string, sees: string[] = [], at = ref) => {
    const sent = http()
      .post(`/api/v1/cases/${at}/uploads`)
      .set('Authorization', `Bearer ${await t.token(t.people[name])}`);
    for (const body of sees) sent.field('sees', body);
    const { body } = await sent.attach('file', Buffer.from(content), file).expect(201);
    return `${at}/${(body as UploadView).id}`;
  };
  const bundles = () => t.app.get(Bundles);
  const ids = async (name: Name) =>
    (await bundles().choices(ref, t.people[name])).choices.filter(({ added }) => added).map(({ id }) => id);
  const make = (name: Name, documents: string[], more: Partial<Parameters<Bundles['make']>[1]> = {}) =>
    bundles().make(ref, { documents, removed: [], ...more }, t.people[name]);
  const refusal = (made: Promise<unknown>) =>
    made.then(
      () => undefined,
      ({ type, pointers }: Refusal) => ({ type, pointer: pointers[0]?.pointer, says: pointers[0]?.detail }),
    );

  beforeAll(async () => {
    const env = { CLAMD_URL: await clamd.start() };
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z', env);
    const opened = await t.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-11-02', sections: ['F', 'G'] },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    appeal = opened.case.ref;
    const information = opened.case.links.find(({ route }) => route === 'mediation-information');
    const wanted = await t.cases.advance(
      information?.ref ?? '',
      { type: 'mediation-wanted', data: {} },
      t.people.Amira,
    );
    ref = wanted.case.links.find(({ route }) => route === 'mediation.council')?.ref ?? '';
  });
  afterAll(() => clamd.stop());

  it('offers to each what they can open, also of linked cases, and says what cannot go in', async () => {
    const mine = await add('Amira', await letter('A report from school'), 'report.pdf');
    const shared = await add('Dev', await letter('What we offer'), 'offer.pdf', ['family']);
    const word = await add('Amira', await wordFile('Our views on this'), 'views.docx', ['council']);
    const note = await add('Amira', 'First thing.\n\nSecond thing.', 'note.txt', [], appeal);
    expect(new Set(await ids('Amira'))).toEqual(new Set([mine, shared, note]));
    expect(await ids('Dev')).toEqual([shared]);
    expect(await ids('Grace')).toEqual([]);
    const { unfit } = await bundles().choices(ref, t.people.Dev);
    expect(unfit.map(({ id, title }) => [id, title])).toEqual([[word, 'views.docx']]);
    for (const id of [mine, note, word])
      expect(await refusal(make('Dev', [shared, id]))).toMatchObject({ pointer: '/documents' });
    await expect(bundles().choices(ref, t.people.Stranger)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('puts them in the order that was chosen, with the papers of the case', async () => {
    const [first, second] = await Promise.all([
      add('Amira', await letter('Written later'), 'later.pdf'),
      add('Amira', 'Only a note about 12 hidden\nlane.', 'note.txt'),
    ]);
    const history = `${ref}/history.pdf`;
    const read = await readPdf(await make('Amira', [second, history, first], { looked: true }));
    const index = read.text[0]?.replace(/\s+/g, ' ') ?? '';
    expect(index).toMatch(/1 note\.txt .* 2 The history of the case .* 3 later\.pdf/);
    expect(read.text[1]).toContain('Added by the family');
    expect(read.text.at(-1)).toContain('Written later');
    expect(read.faults.filter((fault) => !/ font /.test(fault))).toEqual([]);
  });

  it('takes out what a family keeps private, whoever makes it, and holds back what nobody has looked at', async () => {
    const shown = await add('Amira', await letter(`We live at ${ADDRESS}, near school`), 'home.pdf', [
      'council',
    ]);
    await t.app.get(PrivateWords).keep(t.people.Amira.personId, ADDRESS);
    for (const name of ['Amira', 'Dev'] as const) {
      const bytes = await make(name, [shown]);
      const read = await readPdf(bytes);
      expect(flat(read)).not.toContain('Hidden');
      expect(read.alts.join(' ')).toContain('We live at [removed], near school');
      expect(bytes.toString('latin1')).not.toContain(ADDRESS);
    }
    const photo = await add('Amira', await photoWithPlace(), 'our house.jpg');
    const asked = await refusal(make('Amira', [shown, photo]));
    expect(asked).toMatchObject({
      type: 'invalid-data',
      pointer: '/looked',
      says: expect.stringContaining('document 2, page 1.'),
    });
    expect(JSON.stringify(asked)).not.toMatch(/our house/);
    expect((await readPdf(await make('Amira', [shown, photo], { looked: true }))).pages).toBe(3);
    await t.app.get(PrivateWords).keep(t.people.Amira.personId, '');
  });

  it('leaves out pages as they are named, and refuses pages that are not there', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    for (const text of ['one', 'two ZZSECRET', 'three'])
      pdf.addPage().drawText(text, { font, x: 50, y: 500 });
    const id = await add('Amira', Buffer.from(await pdf.save()), 'three pages.pdf');
    const read = await readPdf(await make('Amira', [id], { removedPages: { [id]: [2] } }));
    expect(flat(read)).toContain('This page was taken out of the bundle.');
    expect(flat(read)).not.toContain('ZZSECRET');
    expect(await refusal(make('Amira', [id], { removedPages: { [id]: [4] } }))).toEqual({
      type: 'invalid-data',
      pointer: '/documents/0',
      says: 'Document 1: It has 3 pages. There is no page 4.',
    });
  });

  it('is made by the form, which shows again what was filled in', async () => {
    const [id] = await ids('Dev');
    const cookie = `recourse=${await t.app.get(Sessions).start(t.people.Dev.personId)}`;
    const get = async () => (await http().get(`/cases/${ref}/bundle`).set('Cookie', cookie).expect(200)).text;
    const page = await get();
    expect(page).toContain('offer.pdf');
    expect(page).not.toContain('report.pdf');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1];
    const post = (fields: Record<string, string | string[]>) =>
      http()
        .post(`/cases/${ref}/bundle`)
        .set('Cookie', cookie)
        .type('form')
        .send({ _csrf: csrf, ...fields })
        .buffer()
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        });
    const wrong = await post({ documents: [id as string], [`out.${id}`]: '1-9', removed: 'Elm' });
    expect(wrong.status).toBe(422);
    const again = (wrong.body as Buffer).toString();
    expect(again).toContain('offer.pdf: It has one page. There is no page 2.');
    expect(again).toContain('value="1-9"');
    expect(again).toMatch(/<textarea[^>]*>Elm<\/textarea>/);
    expect(
      ((await post({ documents: [id as string], [`out.${id}`]: 'x' })).body as Buffer).toString(),
    ).toContain('Write the pages to take out like this: 2, 5-7');
    const history = `${ref}/history.pdf`;
    const made = await post({ documents: [id as string, history], [`place.${history}`]: '1' });
    expect([made.status, made.headers['content-type']]).toEqual([200, 'application/pdf']);
    const read = await readPdf(made.body as Buffer);
    expect(read.text[0]?.replace(/\s+/g, ' ')).toMatch(/1 The history of the case .* 2 offer\.pdf/);
  });

  it('keeps nobody waiting while it is drawn', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    for (let n = 0; n < 40; n += 1)
      pdf.addPage().drawText(`Page ${n} of ${ADDRESS}`, { font, size: 12, x: 50, y: 500 });
    const id = await add('Amira', Buffer.from(await pdf.save()), 'long.pdf');
    await t.app.listen(0);
    const url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    let done = false;
    const began = performance.now();
    const bundle = make('Amira', [id], { removed: [ADDRESS] }).finally(() => (done = true));
    const waits: number[] = [];
    while (!done) {
      const asked = performance.now();
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const took = performance.now() - began;
    expect((await readPdf(await bundle)).pages).toBe(41);
    // Drawn on the same thread, one of these would have waited for nearly all of it.
    expect(waits.length).toBeGreaterThan(5);
    expect(Math.max(...waits)).toBeLessThan(took / 4);
  }, 60_000);
});

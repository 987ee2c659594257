// A copy of one's own data and of nobody else's; and no case is read without its family being able to see it.

import { strFromU8, unzipSync } from 'fflate';
import request from 'supertest';
import { ReadLog, Sessions } from '../../src/access';
import { Read } from '../../src/access/entities';
import type { Who } from '../../src/engine';
import { ContactSafeties, Drafts } from '../../src/lodging';
import { UnusualReading } from '../../src/privacy';
import { People } from '../../src/access';
import { DraftDocuments, PrivateWords, Uploads } from '../../src/uploads';
import { startApp, type TestApp } from '../app';
import { mostlyOnSqlite } from '../databases';

type Person = Who & { kind: 'person' };

mostlyOnSqlite('One’s own data', (openTestDb) => {
  let t: TestApp;
  const refs = new Map<string, string>();
  const cookies = new Map<string, string>();
  const families = ['Amira', 'Stranger'] as const;
  const http = () => request(t.app.getHttpServer());

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z', { RECOURSE_SCAN: 'none' });
    for (const name of [...families, 'Dev'] as const) {
      const who = t.people[name];
      const poison = `ZZ${name.toUpperCase()}`;
      await t.app.get(People).rename(who.personId, `${poison} name`);
      await t.app.get(ContactSafeties).say(who.personId, { needs: ['bsl'], needsMore: `${poison} need` });
      await t.app.get(PrivateWords).keep(who.personId, `${poison} street`);
      const drafts = t.app.get(Drafts);
      const draft = await drafts.begin(who.personId, 'council-complaint', { complaint: `${poison} draft` });
      const unsent = file(`${poison} not sent`, `${poison} unsent.txt`);
      await t.app.get(DraftDocuments).add(await drafts.place(draft, who.personId), unsent, []);
      cookies.set(
        name,
        `recourse=${await t.app.get(Sessions).start(who.personId, { device: `${poison} phone` })}`,
      );
      if (name === 'Dev') continue;
      const opened = await t.cases.open(
        {
          route: 'council-complaint',
          facts: {
            about: 'delay',
            aware: '2026-10-01',
            received: '2026-11-13',
            complaint: `${poison} complaint`,
          },
          parties: t.organisations,
        },
        who,
      );
      refs.set(name, opened.case.ref);
      await t.app
        .get(Uploads)
        .add(opened.case.ref, who, file(`${poison} document`, `${poison} file.txt`), ['council']);
    }
    // What the council adds for itself belongs to its side; what it adds for the family is the family's too.
    const ref = refs.get('Amira') as string;
    await t.app.get(Uploads).add(ref, t.people.Dev, file('ZZCOUNCIL own', 'own.txt'), []);
    await t.app.get(Uploads).add(ref, t.people.Dev, file('ZZLETTER to you', 'letter.txt'), ['family']);
  });

  const file = (content: string, name: string) => ({
    name,
    content: async () => Buffer.from(content),
    forget: async () => undefined,
  });
  const copyOf = async (name: string) => {
    const from = performance.now();
    const { body, headers } = await http()
      .get('/account/data.zip')
      .set('Cookie', cookies.get(name) as string)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(headers['content-type']).toBe('application/zip');
    expect(performance.now() - from).toBeLessThan(60_000);
    const parts = Object.entries(unzipSync(body as Buffer)).map(
      ([part, bytes]) => [part, strFromU8(bytes)] as const,
    );
    return new Map(parts);
  };
  const poisons = ['ZZAMIRA', 'ZZSTRANGER', 'ZZDEV', 'ZZCOUNCIL', 'ZZLETTER'];

  it.each([
    ['Amira', ['ZZAMIRA', 'ZZLETTER']],
    ['Stranger', ['ZZSTRANGER']],
    ['Dev', ['ZZDEV']],
  ])('the copy of %s has all of their own and nothing of anybody else', async (name, own) => {
    const parts = await copyOf(name);
    const all = [...parts].flat().join('\n');
    expect(poisons.filter((poison) => all.includes(poison))).toEqual(own);
    const page = parts.get('index.html') as string;
    for (const what of ['name', 'street', 'need', 'draft', 'unsent'])
      for (const part of ['index.html', 'my-data.json'])
        expect(parts.get(part)).toContain(`${own[0]} ${what}`);
    const documents = [...parts].filter(([part]) => part.startsWith('documents/'));
    expect(documents.map(([, content]) => content)).toContain(`${own[0]} not sent`);
    if (name === 'Dev') return;
    expect(page).toContain(`${own[0]} complaint`);
    expect(documents).toHaveLength(own.length + 1);
    expect(page).not.toMatch(/<script|undefined/);
    expect((JSON.parse(parts.get('my-data.json') as string) as { cases: unknown[] }).cases).toHaveLength(1);
  });

  it('that a copy was taken is written down', async () => {
    await copyOf('Amira');
    const reads = await t.cases.readsOf(refs.get('Amira') as string, t.people.Amira);
    expect(reads.map(({ what }) => what)).toContain('data copy');
  });

  describe('T19 of a case', () => {
    const paths = (ref: string, upload: string) => [
      `/desk/cases/${ref}`,
      `/cases/${ref}/history`,
      `/cases/${ref}/dates`,
      `/cases/${ref}/dates.ics`,
      `/cases/${ref}/print`,
      `/cases/${ref}/people`,
      `/cases/${ref}/documents`,
      `/cases/${ref}/uploads/add`,
      `/files/${ref}/${upload}`,
      `/api/v1/cases/${ref}`,
      `/api/v1/cases/${ref}/timeline`,
      `/api/v1/cases/${ref}/deadlines`,
      `/api/v1/cases/${ref}/documents`,
      `/api/v1/cases/${ref}/documents/history.txt`,
      `/api/v1/cases/${ref}/proof`,
      `/api/v1/cases/${ref}/uploads`,
      `/api/v1/cases/${ref}/uploads/${upload}`,
    ];

    it('every page, answer and file is written down before it is sent, or is not sent', async () => {
      const ref = refs.get('Amira') as string;
      const { uploads } = await t.app.get(Uploads).of(ref, t.people.Dev);
      const upload = uploads.find(({ name }) => name.startsWith('ZZAMIRA'))?.id as string;
      const bearer = `Bearer ${await t.token(t.people.Dev)}`;
      const get = (path: string) =>
        http()
          .get(path)
          .set(
            path.startsWith('/api') ? { Authorization: bearer } : { Cookie: cookies.get('Dev') as string },
          );
      const { personId } = t.people.Dev;
      for (const path of paths(ref, upload)) {
        const before = await t.db.read.countBy(Read, { personId });
        await get(path).expect(200);
        expect([path, (await t.db.read.countBy(Read, { personId })) > before]).toEqual([path, true]);
      }
      const fault = jest.spyOn(t.app.get(ReadLog), 'record').mockRejectedValue(new Error('no disk'));
      const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      for (const path of paths(ref, upload)) {
        const { status, text } = await get(path);
        expect([path, status, /ZZAMIRA|Riverside/.test(text)]).toEqual([path, 500, false]);
      }
      fault.mockRestore();
      log.mockRestore();
    });

    it('the family sees each of them', async () => {
      const page = await http()
        .get(`/cases/${refs.get('Amira')}/history`)
        .set('Cookie', cookies.get('Amira') as string)
        .expect(200);
      expect(page.text).toMatch(/The council[^<]*\(with the documents? [^)]*\b[0-9a-f]{8}\b/);
    });

    it('who reads very much in an hour, or at night, is named for a person to look at', async () => {
      const unusual = t.app.get(UnusualReading);
      const names = async () => (await unusual.ofLast(7)).map(({ personId, why }) => [personId, why]);
      const before = await names();
      expect(before.filter(([id]) => id === t.people.Ines.personId)).toEqual([]);
      const log = t.app.get(ReadLog);
      const read = async (who: Person, times: number) => {
        for (let n = 0; n < times; n += 1)
          await log.record(`case-${n}`, who.personId, 'ICB complaints team', 'case');
      };
      t.clock.moveTo(new Date('2026-11-16T11:00:00Z'));
      await read(t.people.Ines, 49);
      expect((await names()).map(([id]) => id)).not.toContain(t.people.Ines.personId);
      t.clock.moveTo(new Date('2026-11-16T11:59:00Z'));
      await read(t.people.Ines, 1);
      expect(await names()).toContainEqual([t.people.Ines.personId, 'many in an hour']);
      // Midnight in London in summer is eleven in the evening UTC.
      t.clock.moveTo(new Date('2027-07-01T21:30:00Z'));
      await read(t.people.Patel, 5);
      expect(await names()).toEqual([[t.people.Patel.personId, 'at night']]);
    });
  });
});

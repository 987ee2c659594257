// F17: the virus scanner is away, stands still, breaks off, or will not say. A real process, killed and started again.

import request from 'supertest';
import { Sessions } from '../../src/access';
import { Outbox } from '../../src/messages';
import { Uploads, type UploadView } from '../../src/uploads';
import { startApp, type TestApp } from '../app';
import { mostlyOnSqlite } from '../databases';
import { EICAR, wordFile } from '../uploads/samples';
import { findingsIn, freePort, Program } from './rig';

jest.setTimeout(120_000);

/** As CLAMD_URL has it: so long it may take. */
const PATIENCE = 1;

mostlyOnSqlite('F17 A virus scanner', (openTestDb) => {
  let t: TestApp;
  let port: number;
  let clamd: Program | undefined;
  let ref: string;
  const cookies = new Map<string, string>();

  const start = async (mood = '') => {
    clamd = new Program('test/uploads/clamd.ts', [String(port), mood]);
    await clamd.says('ready');
  };
  const kill = async () => {
    await clamd?.end('SIGKILL');
    clamd = undefined;
  };

  beforeAll(async () => {
    port = await freePort();
    t = await startApp(await openTestDb(), new Date().toISOString(), {
      CLAMD_URL: `tcp://127.0.0.1:${port}?seconds=${PATIENCE}`,
    });
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'x' };
    const opened = await t.cases.open(
      { route: 'council-complaint', facts, parties: t.organisations },
      t.people.Amira,
    );
    ref = opened.case.ref;
    for (const name of ['Amira', 'Dev'] as const)
      cookies.set(name, `recourse=${await t.app.get(Sessions).start(t.people[name].personId)}`);
  });
  afterAll(async () => {
    await kill();
    expect(await findingsIn(t.app)).toEqual([]);
  });

  const http = () => request(t.app.getHttpServer());
  const add = async (content: Buffer | string, file: string): Promise<UploadView> => {
    const token = await t.token(t.people.Amira);
    const { body } = await http()
      .post(`/api/v1/cases/${ref}/uploads`)
      .set('Authorization', `Bearer ${token}`)
      .field('sees', 'council')
      .attach('file', Buffer.from(content), file)
      .expect(201);
    return body as UploadView;
  };
  const opens = async (name: 'Amira' | 'Dev', id: string): Promise<number> => {
    const path = `/api/v1/cases/${ref}/uploads/${id}`;
    const token = await t.token(t.people[name]);
    return (await http().get(path).set('Authorization', `Bearer ${token}`)).status;
  };
  const listed = async (name: 'Amira' | 'Dev', id: string) =>
    (await t.app.get(Uploads).of(ref, t.people[name])).uploads.find((each) => each.id === id)?.status;
  const page = async (name: 'Amira' | 'Dev') =>
    (
      await http()
        .get(`/cases/${ref}/documents`)
        .set('Cookie', cookies.get(name) as string)
        .expect(200)
    ).text;
  const figure = async (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await http().get('/metrics').expect(200)).text)?.[1]);

  it.each<[string, () => Promise<unknown>]>([
    ['is away', () => kill()],
    ['stands still', async () => clamd?.child.kill('SIGSTOP')],
    ['breaks off in the middle of its answer', () => kill().then(() => start('breaks off'))],
    ['says ERROR', () => kill().then(() => start('says ERROR'))],
  ])(
    'F17 that %s lets nothing pass; all of it is looked at when it is back, and everybody is told',
    async (what, breakIt) => {
      await start();
      expect((await add('It works', 'before.txt')).status).toBe('ready');
      await breakIt();
      const good = await add(await wordFile('A letter'), 'letter.docx');
      const bad = await add(EICAR, 'harmless.txt');
      const nobody = async () => {
        for (const { id } of [good, bad]) {
          expect([await opens('Amira', id), await opens('Dev', id)]).toEqual([404, 404]);
          // Who added it sees that it waits; the others do not know of it.
          expect([await listed('Amira', id), await listed('Dev', id)]).toEqual(['waiting', undefined]);
        }
      };
      await nobody();
      // The work that people wait for does not wait for the scanner.
      const { personId } = t.people.Amira;
      const params = { ref, party: 'parent or young person' };
      await t.db.tx((m) =>
        t.app.get(Outbox).enqueue(m, { key: good.id, personId, template: 'your-turn', params }),
      );
      const later = t.worker.whatCanWait();
      const began = performance.now();
      await t.worker.sweep();
      expect(performance.now() - began).toBeLessThan(PATIENCE * 1000);
      await later;
      await nobody();
      expect(await page('Amira')).toContain('We check it for viruses. Nobody can open it yet.');
      expect(await page('Dev')).not.toContain('letter.docx');
      t.clock.moveTo(new Date(t.clock.now().getTime() + 20_000));
      // Figures are kept for ten seconds: asked for once.
      if (what === 'is away') {
        expect(await figure('recourse_documents_waiting')).toBe(2);
        expect(await figure('recourse_oldest_document_waiting_seconds')).toBeGreaterThanOrEqual(20);
      }

      await kill();
      await start();
      await t.worker.runUntilIdle();
      expect([await opens('Amira', good.id), await opens('Dev', good.id)]).toEqual([200, 200]);
      expect([await opens('Amira', bad.id), await opens('Dev', bad.id)]).toEqual([404, 404]);
      expect([await listed('Amira', bad.id), await listed('Dev', bad.id)]).toEqual(['refused', undefined]);
      expect((await add('It works again', 'after.txt')).status).toBe('ready');
      await kill();
    },
  );

  it('F17 that has no verdict on some documents holds up none of the others', async () => {
    await start('says ERROR');
    const poison = await Promise.all(Array.from({ length: 5 }, (_, n) => add(`Poison ${n}`, `${n}.txt`)));
    await kill();
    await start('no verdict on poison');
    const good = await add('Nothing wrong', 'good.txt');
    expect(good.status).toBe('ready');
    await kill();
    const waiting = await add('Something', 'waits.txt');
    await start('no verdict on poison');
    // Whatever comes first: after three without a verdict the others have their turn.
    for (let sweep = 0; sweep < 3; sweep += 1) await t.worker.runUntilIdle();
    expect(await listed('Amira', waiting.id)).toBe('ready');
    expect(await Promise.all(poison.map(({ id }) => listed('Amira', id)))).toEqual(
      poison.map(() => 'waiting'),
    );
    await kill();
    await start();
    for (let sweep = 0; sweep < 3; sweep += 1) await t.worker.runUntilIdle();
    expect(await Promise.all(poison.map(({ id }) => listed('Amira', id)))).toEqual(poison.map(() => 'ready'));
    await kill();
  });
});

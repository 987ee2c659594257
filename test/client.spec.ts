// The client package against the real API, and the example of a council's system that uses it.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { z } from 'zod';
import { Recourse, Refused } from '../clients/typescript/src';
import { postDecisions } from '../examples/council-system/post-decisions';
import {
  caseAnswer,
  deadlineAnswer,
  documentsAnswer,
  explainedAnswer,
  timelineAnswer,
  triageAnswer,
  worklistAnswer,
} from '../src/api/answers';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';
import { startApp, type TestApp } from './app';
import { freshSqlite } from './databases';

const facts = {
  about: 'delay',
  aware: '2026-10-01',
  received: '2026-10-06',
  complaint: 'We wait for a school place',
} as const;

describe('The client', () => {
  let t: TestApp;
  let url: string;
  let family: Recourse;
  let council: Recourse;
  let bearer: string;
  const files = freshSqlite();
  beforeAll(async () => {
    t = await startApp(await openDb(files.settings, entities));
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    bearer = await t.token(t.people.Amira);
    family = new Recourse({ url, token: bearer });
    council = new Recourse({ url, token: await t.token(t.people.Dev), wait: 5 });
  });
  afterAll(async () => {
    await t.close();
    await files.drop();
  });

  it('is made of the OpenAPI document as it is today', () => {
    const at = (...parts: string[]) => join(__dirname, '..', ...parts);
    const program = ['-r', at('bench', 'register.cjs'), at('clients', 'make-types.ts'), '--print'];
    const today = execFileSync(process.execPath, program, { encoding: 'utf8', maxBuffer: 10_000_000 });
    expect(readFileSync(at('clients', 'typescript', 'src', 'schema.ts'), 'utf8')).toBe(today);
  });

  it('opens a case once for a key, moves it on, lists it, and says why not', async () => {
    const opening = { parties: t.organisations, key: 'our-1' };
    const opened = await family.open('council-complaint', facts, opening);
    expect((await family.open('council-complaint', facts, opening)).ref).toBe(opened.ref);
    const sent = await council.send(opened.ref, 'council-complaint', 'acknowledged', {});
    expect([sent.stage.id, sent.turn?.responsible]).toEqual(['stage-1', 'council complaints team']);
    const refs: string[] = [];
    for await (const { ref } of council.worklist({ limit: '1' })) refs.push(ref);
    expect(refs).toContain(opened.ref);
    const stale = council.send(opened.ref, 'council-complaint', 'acknowledged', {}, { version: 1 });
    await expect(stale).rejects.toBeInstanceOf(Refused);
    await expect(stale).rejects.toMatchObject({ problem: { status: 412 } });
  });

  it('sends a request that got no answer again with the same key, so that it is done once', async () => {
    const opened = await family.open('council-complaint', facts, { parties: t.organisations });
    let lost = 0;
    // Passes everything on, and loses the first answer to an event.
    const door = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { host: _, ...headers } = request.headers as Record<string, string>;
        const body = request.method === 'GET' ? undefined : Buffer.concat(chunks);
        void fetch(url + request.url, { method: request.method as string, headers, body }).then(
          async (answer) => {
            const text = await answer.text();
            if (request.url?.endsWith('/events') && lost === 0) {
              lost += 1;
              return response.destroy();
            }
            response
              .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
              .end(text);
          },
        );
      });
    });
    await new Promise<void>((resolve) => door.listen(0, resolve));
    const through = new Recourse({
      url: `http://localhost:${(door.address() as AddressInfo).port}`,
      token: await t.token(t.people.Dev),
      wait: 5,
    });
    await through.send(opened.ref, 'council-complaint', 'acknowledged', {});
    expect([lost, (await family.case(opened.ref)).version]).toEqual([1, 2]);
    door.closeAllConnections();
    await new Promise((resolve) => door.close(resolve));
  });

  it("lets a council's system post its decisions, twice with the effect of once", async () => {
    const { ref } = await family.open('council-complaint', facts, { parties: t.organisations });
    const act = { case: ref, on: '2026-10-06' };
    const lines = [
      { ...act, id: 'A-1', act: 'acknowledged', text: 'You wait for a place.' },
      { ...act, id: 'A-2', act: 'answered', text: 'We were late.', upheld: true },
      { ...act, id: 'A-3', act: 'acknowledged', text: 'Once more.' },
    ].map((each) => JSON.stringify(each));
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(await postDecisions(council, lines, say)).toBe(1);
    const { version } = await family.case(ref);
    expect(await postDecisions(council, lines.slice(0, 2), say)).toBe(0);
    expect([version, (await family.case(ref)).version]).toEqual([3, 3]);
    expect(said[1]).toContain('A-2: ');
    expect(said[2]).toContain('A-3: not done.');
  });

  it('is served what is described, member by member', async () => {
    const { ref } = await family.open('tribunal.sen-appeal', {
      decision: 'refuse-to-assess',
      noticeSent: '2026-10-05',
    });
    const get = async (path: string) =>
      (await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${bearer}` } })).json();
    const post = async (path: string, body: object) =>
      (
        await fetch(`${url}/api/v1${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json();
    const fits = (schema: z.ZodType, answer: unknown) =>
      expect(schema.safeParse(answer).error).toBeUndefined();
    fits(caseAnswer, await get(`/cases/${ref}`));
    fits(timelineAnswer, await get(`/cases/${ref}/timeline`));
    fits(deadlineAnswer.array(), await get(`/cases/${ref}/deadlines`));
    fits(documentsAnswer, await get(`/cases/${ref}/documents`));
    fits(worklistAnswer, await get('/worklist'));
    fits(
      explainedAnswer,
      await post('/deadlines', { rule: 'appeal.lodge', inputs: { noticeSent: '2026-07-10' } }),
    );
    fits(
      triageAnswer,
      await post('/triage', { age: 9, plan: false, decision: 'refuse-to-assess', noticeSent: '2026-10-05' }),
    );
  });
});

// A newcomer's route from one file, with nothing else changed: form, API, date, reminders, page, diagram.

import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { register } from '../workflows';
import { mermaidOf, pageOf } from '../workflows/kit';
import { Reminder } from '../src/reminders/entities';
import { questionsOf } from '../src/pages/questions';
import { jsonSchemaOf } from '../src/engine';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';
import { startApp, type TestApp } from './app';
import { freshSqlite } from './databases';
import { personalBudget } from './fixtures/personal-budget';

const facts = { asked: '2026-09-28', promised: '2026-10-30', why: 'Speech therapy' };

describe('A route from a fixture file', () => {
  let t: TestApp;
  let url: string;
  const files = freshSqlite();
  beforeAll(async () => {
    register(personalBudget);
    t = await startApp(await openDb(files.settings, entities));
    const server = await t.app.listen(0);
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await t.close();
    await files.drop();
  });

  it('is the one in the guide', () => {
    const guide = readFileSync(join(__dirname, '../docs/write-a-route.md'), 'utf8');
    const inGuide = /```ts\n([\s\S]*?)```/.exec(guide)?.[1];
    const fixture = readFileSync(join(__dirname, 'fixtures/personal-budget.ts'), 'utf8');
    expect(inGuide).toBe(fixture.replace("'../../workflows/kit'", "'../kit'"));
  });

  it('is refused where it is not sound or takes a name of the house', () => {
    const unsound = { ...personalBudget, id: 'local.unsound' as const, law: [] };
    expect(() => register(unsound)).toThrow('cites no law');
    expect(() => register({ ...personalBudget, id: 'compliance' })).toThrow('local.');
  });

  it('works over the API, with its date, its acts and its reminders', async () => {
    const call = async (
      method: string,
      path: string,
      who: keyof TestApp['people'],
      body?: object,
      tag = '',
    ) => {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await t.token(t.people[who])}`,
          'content-type': 'application/json',
          ...(tag ? { 'if-match': tag } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, json: (await response.json()) as Record<string, any> }; // eslint-disable-line @typescript-eslint/no-explicit-any
    };
    const opened = await call('POST', '/cases', 'Amira', {
      route: 'local.personal-budget',
      facts,
      parties: t.organisations,
    });
    expect(opened.status).toBe(201);
    expect(opened.json.turn).toMatchObject({ responsibleName: 'Riverside Council', due: '2026-10-30' });
    expect(
      await t.db.read.countBy(Reminder, { caseRef: opened.json.ref, status: 'planned' }),
    ).toBeGreaterThan(3);
    const early = await call(
      'POST',
      `/cases/${opened.json.ref}/events`,
      'Dev',
      { type: 'answered', data: { answer: 'yes' }, occurredOn: '2026-09-01' },
      '"1"',
    );
    expect(early.status).toBe(422);
    const answered = await call(
      'POST',
      `/cases/${opened.json.ref}/events`,
      'Dev',
      { type: 'answered', data: { answer: 'yes' } },
      '"1"',
    );
    expect(answered.json.outcome).toEqual({ title: 'Agreed', meaning: 'The council agreed.' });
    const listed = await call('GET', '/routes', 'Amira');
    expect(JSON.stringify(listed.json)).toContain('local.personal-budget');
  });

  it('has a form, a page and a diagram', () => {
    expect(questionsOf(jsonSchemaOf(personalBudget.facts)).map(({ label }) => label)).toEqual([
      'When did you ask for a personal budget?',
      'By when did the council say it would answer?',
      'What do you want to pay for yourself?',
    ]);
    expect(mermaidOf(personalBudget)).toContain('waiting');
    expect(pageOf(personalBudget)).toContain('must answer the request');
  });
});

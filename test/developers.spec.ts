// The page for whoever connects another system says what the API does: its examples work, nothing is left out.

import { startApp, type TestApp } from './app';
import { freshSqlite } from './databases';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';

describe('The page for developers', () => {
  const { settings, drop } = freshSqlite();
  let t: TestApp;
  let url: string;
  let page: string;
  beforeAll(async () => {
    t = await startApp(await openDb(settings, entities));
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    page = await (await fetch(`${url}/developers`)).text();
  });
  afterAll(async () => {
    await t.close();
    await drop();
  });

  it('has every operation of the document, with what is sent and what comes back', async () => {
    const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId?: string }>>;
    };
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId }) => operationId ?? []),
    );
    expect(ids.length).toBeGreaterThan(20);
    expect([...page.matchAll(/<details[^>]* id="(\w+)"/g)].map(([, id]) => id)).toEqual(ids);
    const [, sent = ''] = /id="sendEvent"([\s\S]+?)<\/details>/.exec(page) ?? [];
    for (const said of ['If-Match (header)', 'Idempotency-Key (header)', 'Sent as JSON', 'Answer 200'])
      expect(sent).toContain(said);
    // What comes back is described once, and each answer leads to it.
    const shapes = [...page.matchAll(/ id="(shape-\w+)"/g)].map(([, id]) => id);
    const links = [...page.matchAll(/ href="#(shape-\w+)"/g)].map(([, id]) => id);
    expect(new Set(links)).toEqual(new Set(shapes));
    expect([shapes.length, new Set(shapes).size]).toEqual([new Set(shapes).size, new Set(links).size]);
    expect(/id="shape-Case"([\s\S]+?)<\/table>/.exec(page)?.[1]).toContain('<code>turn</code>');
    expect(page.length).toBeLessThan(100_000);
  });

  it('begins with examples that work as they stand', async () => {
    const examples = [...page.matchAll(/curl (\S+) -H 'content-type: application\/json' \\\s+-d '(.+?)'/g)];
    expect(examples).toHaveLength(2);
    for (const [, address = '', body = ''] of examples) {
      const answer = await fetch(url + new URL(address).pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([address, answer.ok]).toEqual([address, true]);
      expect(JSON.stringify(await answer.json())).toMatch(/appeal|2026-/);
    }
  });
});

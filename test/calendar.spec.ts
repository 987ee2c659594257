// One date of a case for a calendar: the link beside it gives that event and no other, to who may see the case.

import { Sessions } from '../src/access';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';
import { startApp, type TestApp } from './app';
import { freshSqlite } from './databases';

describe('One date for a calendar', () => {
  const files = freshSqlite();
  let t: TestApp;
  let url: string;
  let ref: string;
  const get = async (path: string, who: keyof TestApp['people'] = 'Amira') => {
    const cookie = `recourse=${await t.app.get(Sessions).start(t.people[who].personId)}`;
    const answer = await fetch(url + path, { headers: { cookie } });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  const values = (ics: string, name: string) =>
    ics.split('\r\n').flatMap((line) => (line.startsWith(name) ? [line.slice(line.indexOf(':') + 1)] : []));

  beforeAll(async () => {
    t = await startApp(await openDb(files.settings, entities));
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'ZZCHILD waits' };
    const opening = { route: 'council-complaint', facts, parties: t.organisations };
    ref = (await t.cases.open(opening, t.people.Amira)).case.ref;
  });
  afterAll(async () => {
    await t.close();
    await files.drop();
  });

  it('stands beside each open date, and is the same event as in the calendar of the whole case', async () => {
    const links = [
      ...(await get(`/cases/${ref}/dates`)).text.matchAll(/href="([^"]+dates\.ics\?date=[^"]+)"/g),
    ];
    const whole = (await get(`/cases/${ref}/dates.ics`)).text;
    expect(links.length).toBe(values(whole, 'UID').length);
    const uids: string[] = [];
    for (const [, link = ''] of links) {
      const { status, type, text } = await get(link);
      expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(values(text, 'UID')).toHaveLength(1);
      expect(text).not.toMatch(/ZZCHILD|Riverside/);
      uids.push(...values(text, 'UID'));
      expect((await get(link, 'Stranger')).status).toBe(404);
    }
    expect(new Set(uids)).toEqual(new Set(values(whole, 'UID')));
  });

  it('is not there for a date that is over, or that there is not', async () => {
    const { deadlines } = await t.cases.view(ref, t.people.Amira);
    await t.cases.advance(ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    const { id = '' } = deadlines.find(({ rule }) => rule === 'council.acknowledge') ?? {};
    expect((await get(`/cases/${ref}/dates.ics?date=${id}`)).status).toBe(404);
    expect((await get(`/cases/${ref}/dates.ics?date=none`)).status).toBe(404);
  });
});

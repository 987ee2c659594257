// The pages of an operator: there for operators alone, without any case, and with every act written down.

import type { AddressInfo } from 'node:net';
import { currentHolidays } from '../workflows/calendar';
import { Operators, People, Sessions } from '../src/access';
import { OperatorAct } from '../src/access/entities';
import { Organisations } from '../src/organisations';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

const pages = ['/admin', '/admin/routes', '/admin/acts', '/admin/organisations', '/admin/calendar'];

onBothDatabases('Administration', (openTestDb) => {
  let t: TestApp;
  let url: string;
  let olu: string;
  let cookie: string;

  const as = async (personId: string): Promise<string> =>
    `recourse=${await t.app.get(Sessions).start(personId)}`;
  const get = (path: string, by = cookie) =>
    fetch(url + path, { headers: { cookie: by }, redirect: 'manual' });
  const post = async (path: string, fields: Record<string, string | string[]>, by = cookie) => {
    const csrf = (await t.app.get(Sessions).find(by.split('=')[1]))?.csrf ?? '';
    const body = new URLSearchParams({ _csrf: csrf });
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each);
    return fetch(url + path, { method: 'POST', body, headers: { cookie: by }, redirect: 'manual' });
  };
  const acts = async () => (await t.app.get(Operators).acts()).map(({ what }) => what);

  beforeAll(async () => {
    t = await startApp(await openTestDb());
    const server = await t.app.listen(0);
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    olu = await t.db.tx(async (m) => {
      const { id } = await t.app.get(People).create(m, { name: 'Olu', email: 'olu@example.org' });
      await t.app.get(Operators).appoint(m, id);
      return id;
    });
    cookie = await as(olu);
    await t.cases.open(
      {
        route: 'council-complaint',
        facts: { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'ZZCHILD waits' },
        parties: t.organisations,
      },
      t.people.Amira,
    );
  });

  afterAll(() => t.app.getHttpServer().close());

  it('is not there for families, staff and visitors, to look at or to act', async () => {
    const one = `/admin/organisations/${t.organisations.council}`;
    for (const who of ['Amira', 'Dev', 'Patel'] as const) {
      const by = await as(t.people[who].personId);
      for (const path of [...pages, one, '/admin/routes/council-complaint/2024-02-01'])
        expect([who, path, (await get(path, by)).status]).toEqual([who, path, 404]);
      for (const path of ['/admin/organisations', `${one}/staff`, `${one}/executives`, '/admin/calendar'])
        expect([who, path, (await post(path, {}, by)).status]).toEqual([who, path, 404]);
    }
    expect((await get('/admin', '')).status).toBe(303);
    const before = await acts();
    expect((await fetch(`${url}/admin/organisations`, { method: 'POST', headers: { cookie } })).status).toBe(
      400,
    );
    expect(await acts()).toEqual(before);
  });

  it('shows an operator what works and where cases stand, and no case', async () => {
    for (const path of pages) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).not.toMatch(/ZZCHILD|RC-[0-9A-Z]{4}-/);
    }
    const route = await (await get('/admin/routes/council-complaint/2024-02-01')).text();
    expect(route).toContain('<svg role="img"');
    expect(route).toMatch(/Complaint to the council/);
    const routes = await (await get('/admin/routes')).text();
    const [row] = routes.match(/council-complaint\/2024-02-01[\s\S]*?<\/tr>/) ?? [''];
    expect(row).toContain('numeric">1<');
  });

  it('adds an organisation with staff, names executives one after the other, and says what was wrong', async () => {
    const bad = await post('/admin/organisations', { name: '', body: 'nobody' });
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('Enter its name')]);
    const added = await post('/admin/organisations', { name: 'NHS Hillshire ICB', body: 'icb' });
    const path = added.headers.get('location') as string;
    const id = path.split('/').at(-1) as string;
    expect(await (await get('/admin/organisations')).text()).toContain(
      'Nobody is named as ICB executive lead',
    );

    const typed = { name: 'Dr Shah', email: 'not-an-address', 'parties[]': 'ICB executive lead' };
    const refused = await post(`${path}/staff`, typed);
    const again = await refused.text();
    expect([refused.status, again.includes('value="Dr Shah"'), again.includes('right form')]).toEqual([
      422,
      true,
      true,
    ]);
    for (const [name, email] of [
      ['Dr Shah', 'shah@example.org'],
      ['Dr Okafor', 'okafor@example.org'],
    ] as const)
      expect((await post(`${path}/staff`, { name, email, 'parties[]': 'ICB executive lead' })).status).toBe(
        303,
      );
    const [okafor, shah] = await t.app.get(People).staffOf(id);

    const name = (person: string, day: string) =>
      post(`${path}/executives`, {
        person,
        party: 'ICB executive lead',
        'fromDay[day]': day,
        'fromDay[month]': '10',
        'fromDay[year]': '2026',
      });
    expect((await name(shah?.personId ?? '', '1')).status).toBe(303);
    expect((await name(okafor?.personId ?? '', '20')).status).toBe(303);
    expect((await name(shah?.personId ?? '', '15')).status).toBe(422);
    expect((await name(shah?.personId ?? '', '32')).status).toBe(422);
    const on = (day: string) => t.app.get(Organisations).executiveOf(id, 'ICB executive lead', day);
    expect([await on('2026-09-30'), await on('2026-10-19'), await on('2026-10-20')]).toEqual([
      undefined,
      shah?.personId,
      okafor?.personId,
    ]);

    const session = await as(shah?.personId ?? '');
    expect((await get('/desk', session)).status).toBe(200);
    await post(`${path}/staff/end`, { person: shah?.personId ?? '' });
    expect((await get('/desk', session)).status).toBe(303);
    expect((await t.app.get(People).staffOf(id)).map((each) => each.name)).toEqual(['Dr Okafor']);
    const about = (await acts()).filter((what) => what.includes(id)).map((what) => what.split(' ')[0]);
    expect(about.sort()).toEqual(['added', 'ended', 'let', 'let', 'named', 'named']);
  });

  it('says which dates a bank holiday moves before it is taken in', async () => {
    const { events, announcedTo } = currentHolidays();
    const announced = events.filter(({ date }) => date <= announcedTo);
    const list = JSON.stringify({
      'england-and-wales': {
        division: 'england-and-wales',
        events: [...announced, { title: 'A new holiday', date: '2026-10-07' }].sort((a, c) =>
          a.date.localeCompare(c.date),
        ),
      },
    });
    const bad = await post('/admin/calendar', { list: 'not json' });
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('paste all of the file')]);
    const before = await acts();
    const preview = await (await post('/admin/calendar', { list })).text();
    expect(preview).toContain('A new holiday');
    expect(preview).toMatch(/[1-9]\d* open dates of 1 cases move/);
    expect(await acts()).toEqual(before);
  });

  it('ends with the next request for one who was dismissed, and can never be rewritten', async () => {
    const by = await as(olu);
    await t.db.tx((m) => t.app.get(Operators).dismiss(m, olu));
    expect((await get('/admin', by)).status).toBe(404);
    await expect(t.db.tx((m) => m.delete(OperatorAct, { personId: olu }))).rejects.toThrow(
      'can only be added to',
    );
    await expect(t.db.tx((m) => m.update(OperatorAct, { personId: olu }, { what: 'x' }))).rejects.toThrow();
  });
});

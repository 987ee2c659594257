// The pages of an operator: there for operators alone, without any case, and with every act written down.

import type { AddressInfo } from 'node:net';
import { currentHolidays } from '../workflows/calendar';
import { Operators, People, Sessions, Tokens } from '../src/access';
import { OperatorAct } from '../src/access/entities';
import { Case } from '../src/engine/entities';
import { MailboxMessage } from '../src/messages/entities';
import { Organisations } from '../src/organisations';
import { Ids } from '../src/platform';
import { ErasureRequests, Holds } from '../src/privacy';
import { Invariants, Verifications } from '../src/verification';
import { Webhooks } from '../src/webhooks';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

const pages = [
  '/admin',
  '/admin/routes',
  '/admin/acts',
  '/admin/organisations',
  '/admin/calendar',
  '/admin/messages',
  '/admin/connections',
  '/admin/security',
  '/admin/privacy',
  '/admin/checks',
];

const forms = [
  '/admin/organisations',
  '/admin/calendar',
  '/admin/messages/test',
  '/admin/connections/webhooks',
  '/admin/connections/webhooks/rotate',
  '/admin/connections/webhooks/remove',
  '/admin/connections/tokens/revoke',
  '/admin/security/sign-out',
  '/admin/security/second-factor',
  '/admin/privacy/retention',
  '/admin/privacy/holds',
  '/admin/privacy/holds/lift',
  '/admin/privacy/erasure',
  '/admin/privacy/erasure/refuse',
  '/admin/checks',
];

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
      for (const path of [...forms, `${one}/staff`, `${one}/executives`])
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

  it('narrows what somebody may do to cases of some routes, says so, and widens it again', async () => {
    const added = await post('/admin/organisations', { name: 'Fenshire Council', body: 'council' });
    const path = added.headers.get('location') as string;
    const id = path.split('/').at(-1) as string;
    const lena = {
      name: 'Lena Link',
      email: 'lena@fenshire.example',
      'parties[]': 'council complaints team',
    };
    const foreign = await post(`${path}/staff`, { ...lena, 'only[]': 'exclusion-review' });
    expect([foreign.status, await foreign.text()]).toEqual([
      422,
      expect.stringContaining('Choose only routes in which they have a part'),
    ]);
    expect((await post(`${path}/staff`, { ...lena, 'only[]': 'toString' })).status).toBe(422);
    expect(await t.app.get(People).staffOf(id)).toEqual([]);

    expect((await post(`${path}/staff`, { ...lena, 'only[]': 'ombudsman.lgsco' })).status).toBe(303);
    const [{ personId, routes } = { personId: '', routes: null }] = await t.app.get(People).staffOf(id);
    expect(routes).toEqual(['ombudsman.lgsco']);
    expect(await (await get(path)).text()).toMatch(/Only in cases of: [^<]*Ombudsman/);
    const form = await (await get(`${path}?change=${personId}`)).text();
    expect(form).not.toContain('There is a problem');
    expect(form).toMatch(/value="lena@fenshire\.example"/);
    expect(form).toMatch(/value="ombudsman\.lgsco" checked/);
    expect((await get(`${path}?change=nobody`)).status).toBe(200);

    expect((await post(`${path}/staff`, lena)).status).toBe(303);
    expect((await t.app.get(People).staffOf(id)).map((each) => each.routes)).toEqual([null]);
    // Both may bear the same instant.
    const admitted = (await acts()).filter((what) => what.startsWith('let') && what.includes(id)).sort();
    expect(admitted.map((what) => what.endsWith(' in ombudsman.lgsco alone'))).toEqual([false, true]);
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

  it('verifies everything when an operator asks, and shows what was found by name', async () => {
    const verifications = t.app.get(Verifications);
    expect(await (await get('/admin/checks')).text()).toContain('Nothing has been verified yet');
    await post('/admin/checks', {});
    await post('/admin/checks', {});
    expect(await (await get('/admin/checks')).text()).toContain('waits for a worker');
    await t.worker.runUntilIdle();
    // The night's own, and one that was asked for twice.
    expect(await verifications.runDue()).toBe(2);
    expect(await verifications.runDue()).toBe(0);
    expect(await (await get('/admin')).text()).toContain('all in order');
    const well = await (await get('/admin/checks')).text();
    expect(well).toContain('Everything held together');
    expect(well).toMatch(/1 cases, 1 entries/);

    const [found] = await t.db.read.find(Case);
    await t.db.tx((m) => m.update(Case, { id: found?.id }, { nextDueAt: '2030-01-01T00:00:00.000Z' }));
    t.clock.moveTo(new Date(t.clock.now().getTime() + 1000));
    await post('/admin/checks', {});
    await verifications.runDue();
    const ill = await (await get('/admin/checks')).text();
    expect(ill).toContain('broken promise');
    expect(ill).toContain(found?.ref);
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^recourse_verify_findings [1-9]/m);
    await t.db.tx((m) => m.update(Case, { id: found?.id }, { nextDueAt: found?.nextDueAt ?? '' }));
  });

  it('lets two processes make one verification a night, and another go on with one that was broken off', async () => {
    const all = async () => (await t.app.get(Verifications).latest(100)).length;
    const before = await all();
    t.clock.moveTo(new Date(t.clock.now().getTime() + 24 * 3_600_000));
    const second = new Verifications(t.db, t.app.get(Invariants), t.clock, t.app.get(Ids));
    const made = await Promise.all([t.app.get(Verifications).runDue(), second.runDue()]);
    expect([made.sort(), (await all()) - before]).toEqual([[0, 1], 1]);

    t.clock.moveTo(new Date(t.clock.now().getTime() + 24 * 3_600_000));
    const third = new Verifications(t.db, t.app.get(Invariants), t.clock, t.app.get(Ids));
    await third.beforeApplicationShutdown();
    await expect(third.runDue()).rejects.toThrow('asked to stop');
    expect((await third.latest(1))[0]).toMatchObject({ beganAt: null, endedAt: null });
    expect(await t.app.get(Verifications).runDue()).toBe(1);
    cookie = await as(olu);
  });

  it('sends a test message the way of every other, and shows what became of it', async () => {
    await post('/admin/messages/test', {});
    expect(await (await get('/admin/messages')).text()).toContain('Waiting to be sent');
    await t.worker.runUntilIdle();
    const page = await (await get('/admin/messages')).text();
    expect(page).toMatch(/Asked for [^<]*: Sent/);
    const [mail] = await t.db.read.findBy(MailboxMessage, { personId: olu });
    expect(mail?.subject).toBe('A test message from Recourse');
    expect(await (await get('/admin/messages/all')).text()).toContain('duty-last-day');
  });

  it('shows the secret of a webhook once, says what was wrong, and ends tokens', async () => {
    const organisation = t.organisations.council as string;
    const bad = await post('/admin/connections/webhooks', { organisation, url: 'http://10.0.0.1/' });
    expect([bad.status, (await bad.text()).includes('value="http://10.0.0.1/"')]).toEqual([422, true]);
    const none = await post('/admin/connections/webhooks', {
      organisation: 'x',
      url: 'https://example.com/',
    });
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Choose whose system')]);
    const added = await post('/admin/connections/webhooks', {
      organisation,
      url: 'https://hooks.example.com/in',
    });
    const [secret] = /whsec_[\w+/=]+/.exec(await added.text()) ?? [];
    expect(secret).toBeDefined();
    const shown = await (await get('/admin/connections')).text();
    expect([shown.includes('hooks.example.com'), shown.includes(secret as string)]).toEqual([true, false]);
    const [hook] = await t.app.get(Webhooks).list();
    const rotated = await (await post('/admin/connections/webhooks/rotate', { id: hook?.id ?? '' })).text();
    expect(rotated).toMatch(/whsec_/);
    expect(rotated).not.toContain(secret);
    expect((await post('/admin/connections/webhooks/remove', { id: hook?.id ?? '' })).status).toBe(303);
    expect(await t.app.get(Webhooks).list()).toEqual([]);

    const token = await t.app.get(Tokens).issue(t.people.Dev.personId, ['cases:read'], null);
    const [standing] = await t.app.get(Tokens).standing(t.people.Dev.personId);
    expect((await post('/admin/connections/tokens/revoke', { id: standing?.id ?? '' })).status).toBe(303);
    expect(await t.app.get(Tokens).find(token)).toBeUndefined();
    expect((await post('/admin/connections/tokens/revoke', { id: standing?.id ?? '' })).status).toBe(404);
  });

  it('signs staff out everywhere, and nobody who is none', async () => {
    const by = await as(t.people.Dev.personId);
    expect((await get('/desk', by)).status).toBe(200);
    const page = await (await get(`/admin/security?organisation=${t.organisations.council}`)).text();
    expect(page).toContain('No second factor of our own');
    expect(page).not.toContain('Amira');
    expect(page).not.toContain('patel@');
    await post('/admin/security/sign-out', { person: t.people.Dev.personId });
    expect((await get('/desk', by)).status).toBe(303);
    const family = await as(t.people.Amira.personId);
    expect((await post('/admin/security/sign-out', { person: t.people.Amira.personId })).status).toBe(404);
    expect((await get('/cases', family)).status).toBe(200);
  });

  it('places and lifts legal holds, answers who asked to be erased, and erases what is due', async () => {
    const [found] = await t.db.read.find(Case);
    const bad = await post('/admin/privacy/holds', { ref: 'RC-0000', why: 'a claim' });
    expect([bad.status, (await bad.text()).includes('value="a claim"')]).toEqual([422, true]);
    await post('/admin/privacy/holds', { ref: found?.ref ?? '', why: 'a claim is announced' });
    expect(await (await get('/admin/privacy')).text()).toContain('a claim is announced');
    await t.app.get(ErasureRequests).ask(t.people.Amira.personId);
    const [asked] = await t.app.get(ErasureRequests).waiting();
    const id = asked?.id ?? '';
    const held = await post('/admin/privacy/erasure', { id });
    expect([held.status, await t.app.get(People).exists(t.people.Amira.personId)]).toEqual([422, true]);
    const silent = await post('/admin/privacy/erasure/refuse', { id, why: ' ' });
    expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('Say why not')]);
    await post('/admin/privacy/erasure/refuse', { id, why: 'A court needs the papers.' });
    expect(await t.app.get(ErasureRequests).waiting()).toEqual([]);
    const [hold] = await t.app.get(Holds).standing();
    await post('/admin/privacy/holds/lift', { id: hold?.id ?? '' });
    expect(await t.app.get(Holds).standing()).toEqual([]);
    expect((await post('/admin/privacy/retention', {})).status).toBe(303);
    expect(await acts()).toContain('erased what was due, which was nothing');
  });

  it('asks an operator to show anew that it is them before what cannot be taken back', async () => {
    t.clock.moveTo(new Date(t.clock.now().getTime() + 11 * 60_000));
    const before = await acts();
    for (const path of [
      '/admin/privacy/retention',
      '/admin/connections/webhooks',
      '/admin/security/second-factor',
    ]) {
      const answer = await post(path, {});
      const back = encodeURIComponent(path.split('/').slice(0, 3).join('/'));
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/account/confirm?to=${back}`]);
    }
    expect(await acts()).toEqual(before);
    cookie = await as(olu);
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

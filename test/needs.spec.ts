// An interpreter, large print, no calls: said once by who needs it, seen by those who have to plan for it, and by nobody else.

import request from 'supertest';
import { Invitations, People, Sessions } from '../src/access';
import { CasePeople, type Who } from '../src/engine';
import { ContactSafeties } from '../src/lodging';
import { Meetings } from '../src/meetings';
import { Organisations } from '../src/organisations';
import { Vault } from '../src/vault';
import { startApp, type TestApp } from './app';
import { mostlyOnSqlite } from './databases';

type Person = Who & { kind: 'person' };

mostlyOnSqlite('What a family needs to take part', (openTestDb) => {
  let t: TestApp;
  let ref: string;
  let other: Person;
  let helper: Person;
  const cookies = new Map<string, { cookie: string; csrf: string }>();

  const signedIn = async ({ personId }: Person) => {
    let known = cookies.get(personId);
    if (!known) {
      const sessions = t.app.get(Sessions);
      const secret = await sessions.start(personId);
      known = { cookie: `recourse=${secret}`, csrf: (await sessions.find(secret))?.csrf ?? '' };
      cookies.set(personId, known);
    }
    return known;
  };
  const read = async (path: string, who: Person) =>
    request(t.app.getHttpServer())
      .get(path)
      .set('Cookie', (await signedIn(who)).cookie)
      .redirects(2);
  const say = async (answers: Record<string, unknown>) => {
    const { cookie, csrf } = await signedIn(t.people.Amira);
    return request(t.app.getHttpServer())
      .post('/account/safety')
      .set('Cookie', cookie)
      .type('form')
      .send({ _csrf: csrf, go: 'send', answers: JSON.stringify(answers) })
      .expect(303);
  };
  const safe = { 'contact-safe': ['text'], 'contact-phone': null, 'contact-hide': ['school'] };
  const needs = {
    ...safe,
    'contact-not-know': null,
    'contact-needs': ['bsl', 'no-calls'],
    'contact-needs-more': 'ZZQUIET room',
  };

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-10-06T09:00:00Z');
    const opened = await t.cases.open(
      {
        route: 'mediation.council',
        facts: { authorityInformed: '2026-10-05', health: true },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    ref = opened.case.ref;
    const [nextDoor, priya] = await t.db.tx(async (m) => {
      const people = t.app.get(People);
      const council = await t.app.get(Organisations).create(m, 'council', 'Hillshire Council');
      const officer = await people.create(m, { name: 'Nadia', email: 'nadia@example.org' });
      await people.join(m, officer.id, council.id, ['council SEND casework']);
      return [officer, await people.create(m, { name: 'Priya', email: 'priya@example.org' })] as const;
    });
    other = { kind: 'person', personId: nextDoor.id };
    helper = { kind: 'person', personId: priya.id };
    const asked = { email: 'priya@example.org', scope: 'read', endsOn: '2026-12-31' } as const;
    await t.app.get(CasePeople).invite(ref, t.people.Amira, asked);
    for (const { id } of await t.app.get(Invitations).waitingFor(helper.personId))
      await t.app.get(Invitations).answer(id, helper.personId, true);
  });

  it('stands in the head of every page of their case, after what is dangerous, for all who have to plan for it', async () => {
    await say(needs);
    for (const who of [t.people.Grace, t.people.Dev, t.people.Ines])
      for (const path of [`/desk/cases/${ref}`, `/desk/cases/${ref}/contacts`, `/cases/${ref}/history`]) {
        const { text, status } = await read(path, who);
        expect([path, status]).toEqual([path, 200]);
        expect(text).toMatch(
          /tag--red">Address hidden<[\s\S]*tag--yellow">BSL interpreter<[\s\S]*tag--yellow">No phone calls</,
        );
      }
    for (const path of ['', '/contacts', '/meeting'])
      expect((await read(`/desk/cases/${ref}${path}`, t.people.Grace)).text).toMatch(
        /Needs: <strong>A British Sign Language \(BSL\) interpreter, No phone calls<[\s\S]*ZZQUIET room/,
      );
    expect((await read(`/cases/${ref}/settings`, t.people.Amira)).text).toContain('ZZQUIET room');
  });

  it('is seen by nobody without a part in it, by no helper, and stands in no journal, message or worklist', async () => {
    for (const path of [`/cases/${ref}`, `/desk/cases/${ref}`])
      for (const who of [other, t.people.Stranger]) expect((await read(path, who)).status).toBe(404);
    const pages = await Promise.all([
      ...['', '/history', '/people', '/documents'].map((path) => read(`/cases/${ref}${path}`, helper)),
      ...[t.people.Grace, t.people.Dev].map((who) => read('/desk', who)),
    ]);
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/ZZQUIET|BSL/);
    }
    const { entries } = await t.cases.proof(ref, t.people.Dev);
    expect(JSON.stringify(entries)).not.toMatch(/ZZQUIET|bsl/);
    for (const table of ['contact_safety', 'sealed', 'outbox', 'journal'])
      expect(JSON.stringify(await t.db.read.query(`SELECT * FROM ${table}`))).not.toMatch(/ZZQUIET|"bsl"/);
  });

  it('is not asked again where a meeting is planned: the form begins with it', async () => {
    const view = (who: Person) => t.cases.view(ref, who);
    const slots = [{ day: '2026-11-05', from: '10:30' }];
    await t.app.get(Meetings).ask(await view(t.people.Grace), t.people.Grace, { venue: 'online', slots });
    expect((await read(`/cases/${ref}/meeting`, t.people.Amira)).text).toMatch(
      /<textarea[^>]*name="needs"[^>]*>A British Sign Language \(BSL\) interpreter; No phone calls; ZZQUIET room</,
    );
  });

  it('is asked at the next case of whoever said what is safe before it was asked, and is gone once it is taken back', async () => {
    const safeties = t.app.get(ContactSafeties);
    const { personId } = t.people.Amira;
    await say({ ...needs, 'contact-needs': [], 'contact-needs-more': null });
    const { text } = await read(`/desk/cases/${ref}`, t.people.Dev);
    expect(text).toContain('Address hidden');
    expect(text).not.toMatch(/ZZQUIET|BSL|Needs:/);
    await say({ ...needs, 'contact-needs': [] });
    expect((await read(`/desk/cases/${ref}`, t.people.Dev)).text).toContain('Has a need');
    await safeties.say(personId, { safe: ['text'] });
    const { cookie, csrf } = await signedIn(t.people.Amira);
    const begun = await request(t.app.getHttpServer())
      .post('/cases/draft')
      .set('Cookie', cookie)
      .type('form')
      .send({ _csrf: csrf, route: 'council-complaint' });
    const next = await read(`${begun.headers.location}/contact`, t.people.Amira);
    expect(next.text).toContain('What do you need when people meet you');
    await safeties.say(personId, { needs: ['supporter'] });
    await t.db.tx((m) => t.app.get(Vault).erase(m, personId));
    expect((await read(`/desk/cases/${ref}`, t.people.Dev)).text).not.toContain('Brings a supporter');
  });
});

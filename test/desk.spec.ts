import { randomBytes } from 'node:crypto';
import type { PartyId } from '../workflows/kit';
import { People, Sessions } from '../src/access';
import { initialsIn } from '../src/access/invitations';
import { Caseload } from '../src/caseload';
import { ContactLog } from '../src/contact-log';
import { PersonalData, Previews, type CaseView, type Who } from '../src/engine';
import { Case, Deadline, JournalEntry } from '../src/engine/entities';
import { Drafts } from '../src/lodging';
import { Meetings } from '../src/meetings';
import { Organisations } from '../src/organisations';
import type { Db } from '../src/persistence';
import { OwnFigures } from '../src/reporting';
import { startApp, type TestApp } from './app';
import { saidIn } from './crawl';
import { onBothDatabases } from './databases';

type Person = Who & { kind: 'person' };

onBothDatabases('The desk of professionals', (openTestDb) => {
  let t: TestApp;
  let db: Db;
  let url: string;
  let mediation: string;
  let appeal: string;
  let Gita: Person;
  let bodies: Record<string, string>;
  const cookies = new Map<string, { cookie: string; csrf: string }>();

  beforeAll(async () => {
    db = await openTestDb();
    t = await startApp(db);
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    Gita = await member('Gita', t.organisations.mediation, ['mediator']);
    const names = { school: 'Oak Lane School', 'nhs-provider': 'Riverside Therapies' } as const;
    bodies = Object.fromEntries(
      await Promise.all(
        Object.entries(names).map(async ([body, name]) => [
          body,
          await db.tx(async (m) => (await t.app.get(Organisations).create(m, body as 'school', name)).id),
        ]),
      ),
    ) as Record<string, string>;
    const opened = await t.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-10-01', sections: ['F'] },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    appeal = opened.case.ref;
    const information = linked(opened.case, 'mediation-information');
    const wanted = await t.cases.advance(information, { type: 'mediation-wanted', data: {} }, t.people.Amira);
    mediation = linked(wanted.case, 'mediation.council');
  });
  afterAll(() => new Promise((closed) => t.app.getHttpServer().close(closed)));

  const linked = ({ links }: CaseView, route: string) =>
    links.find((link) => link.route === route)?.ref ?? '';
  const member = async (name: string, organisation: string, parties: PartyId[]): Promise<Person> => {
    const people = t.app.get(People);
    const personId = await db.tx(async (m) => {
      const { id } = await people.create(m, { name, email: `${name.toLowerCase()}@example.org` });
      await people.join(m, id, organisation, parties);
      return id;
    });
    return { kind: 'person', personId };
  };
  const signedIn = async ({ personId }: Person) => {
    const sessions = t.app.get(Sessions);
    if (!cookies.has(personId)) {
      const secret = await sessions.start(personId);
      const csrf = (await sessions.find(secret))?.csrf ?? '';
      cookies.set(personId, { cookie: `recourse=${secret}`, csrf });
    }
    return cookies.get(personId) as { cookie: string; csrf: string };
  };
  const get = async (path: string, who: Person) => {
    const { cookie } = await signedIn(who);
    const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
  };
  const post = async (path: string, who: Person, fields: Record<string, string>) => {
    const { cookie, csrf } = await signedIn(who);
    const answer = await fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ _csrf: csrf, ...fields }),
    });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
  };
  const counted = async () => [
    await db.read.count(Case),
    await db.read.count(Deadline),
    await db.read.count(JournalEntry),
  ];

  it('asks once for each page who is reading, and shows beside the worklist in how many cases it is their turn', async () => {
    await signedIn(t.people.Dev);
    const found = jest.spyOn(t.app.get(Sessions), 'find');
    const places = jest.spyOn(t.app.get(People), 'memberships');
    const { text } = await get('/desk', t.people.Dev);
    expect([found.mock.calls.length, places.mock.calls.length]).toEqual([1, 0]);
    found.mockRestore();
    places.mockRestore();
    const turns = Number(/<span aria-hidden="true">(\d+)<\/span>/.exec(text)?.[1]);
    expect(turns).toBeGreaterThan(0);
    expect(text).toMatch(new RegExp(`recourse-tiles__count">${turns}</span> Your turn`));
    expect((await get('/desk?show=mine', t.people.Dev)).text.match(/Your turn<\/strong>/g)).toHaveLength(
      turns,
    );
    // A family is shown the same beside its own cases.
    expect((await get('/help', t.people.Amira)).text).toMatch(
      /href="\/cases">Your cases <span class="moj-notification-badge">/,
    );
    // The clock is about to move further than a session lasts.
    cookies.clear();
  });

  it('says before an agreement is sent which dates each point starts, stores nothing, and is right', async () => {
    await t.cases.advance(
      mediation,
      { type: 'meeting-arranged', data: { meeting: '2026-10-20', venue: 'online', authority: true } },
      Gita,
    );
    t.clock.moveTo(new Date('2026-10-20T15:00:00Z'));
    const before = await counted();
    const data = {
      points: [
        { what: 'ZZSECRET sessions', owedBy: 'icb', kind: 'mediation.agreement.no-appeal-right' },
        { what: 'A new plan', owedBy: 'council', kind: 'mediation.agreement.order.make-plan.final' },
      ],
    };
    const preview = await t.app.get(Previews).preview(mediation, { type: 'agreement-recorded', data }, Gita);
    expect(await counted()).toEqual(before);
    expect(preview.case.stage.id).toBe('agreed');
    const { case: after } = await t.cases.advance(mediation, { type: 'agreement-recorded', data }, Gita);
    expect(preview.case.starts.map(({ rule, due }) => [rule, due])).toEqual(
      after.deadlines
        .filter(({ status }) => status === 'open' && status === 'open')
        .flatMap(({ rule, due, owedBy }) => (owedBy === 'mediation adviser' ? [[rule, due]] : [])),
    );
    const told = (rows: { rule: string; due: string }[]) =>
      rows.map(({ rule, due }) => `${rule} ${due}`).sort();
    const compliance = await db.read.findBy(Case, { route: 'compliance' });
    const real = (
      await Promise.all(compliance.map(({ id }) => db.read.findBy(Deadline, { caseId: id, status: 'open' })))
    ).flat();
    expect(told(preview.opens.flatMap(({ starts }) => starts))).toEqual(told(real));
    // A plan has its draft first.
    expect(real).toHaveLength(3);
  });

  it('shows the family the different clocks of each concession before the council chooses, over the API as well', async () => {
    const now = { occurredOn: '2026-10-19' };
    const lodge = { type: 'lodged', data: {}, ...now };
    await t.cases.advance(appeal, { type: 'certificate-received', data: {}, ...now }, t.people.Amira);
    await t.cases.advance(appeal, lodge, t.people.Amira);
    await t.cases.advance(appeal, { type: 'registered', data: {}, ...now }, t.people.Amira);
    const token = await t.token(t.people.Dev);
    const concede = async (kind: string) => {
      const answer = await fetch(`${url}/api/v1/cases/${appeal}/events?preview=true`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'conceded', data: { kind, what: 'What they asked for' } }),
      });
      const body = (await answer.json()) as { opens: { starts: { rule: string; due: string }[] }[] };
      expect([kind, answer.status]).toEqual([kind, 200]);
      return body.opens.flatMap(({ starts }) => starts.map(({ rule, due }) => `${rule} ${due}`));
    };
    // Regulation 45: two weeks to say that it will assess, and fourteen to the plan; two for the school alone.
    expect(await concede('assess')).toEqual([
      'unopposed.assess 2026-11-03',
      'unopposed.assess.final-plan 2027-01-26',
    ]);
    expect(await concede('placement')).toEqual(['unopposed.amend-placement 2026-11-03']);
    const page = await get(`/desk/cases/${appeal}/choices`, t.people.Dev);
    expect(page.text).toContain('The council will change the school');
    expect(page.text).toContain('Tuesday 3 November 2026');
    expect(page.text).toContain('Tuesday 26 January 2027');
    expect((await t.cases.view(appeal, t.people.Dev)).stage.id).toBe('answering');
  });

  it('keeps private notes from everybody but the organisation that wrote them', async () => {
    const log = t.app.get(ContactLog);
    const secret = `ZZPRIVATE${randomBytes(4).toString('hex')}`;
    const written = await post(`/desk/cases/${mediation}/contacts`, t.people.Grace, {
      'happenedOn[day]': '20',
      'happenedOn[month]': '10',
      'happenedOn[year]': '2026',
      how: 'phone',
      withWhom: 'family',
      note: `${secret} said on the telephone`,
    });
    expect(written.status).toBe(303);
    expect((await log.of(mediation, Gita)).map(({ note, by }) => [note, by])).toEqual([
      [`${secret} said on the telephone`, 'Grace'],
    ]);
    for (const who of [t.people.Dev, t.people.Ines, t.people.Amira, t.people.Stranger]) {
      const parts = ['', '/contacts', '/meeting', '/history', '/print', '/people', '/dates'];
      const pages = await Promise.all(
        parts.flatMap((part) => [
          get(`/cases/${mediation}${part}`, who),
          get(`/desk/cases/${mediation}${part}`, who),
        ]),
      );
      expect(pages.filter(({ text }) => text.includes(secret))).toEqual([]);
      const bearer = { authorization: `Bearer ${await t.token(who)}` };
      for (const part of ['', '/timeline', '/deadlines', '/documents', '/proof', '/documents/history.json']) {
        const answer = await fetch(`${url}/api/v1/cases/${mediation}${part}`, { headers: bearer });
        expect((await answer.text()).includes(secret)).toBe(false);
      }
      expect(JSON.stringify(await t.app.get(PersonalData).of(who))).not.toContain(secret);
    }
    await expect(log.of(mediation, t.people.Amira)).rejects.toMatchObject({ status: 404 });
    await expect(log.write(mediation, t.people.Stranger, {})).rejects.toMatchObject({ status: 404 });
    const table = await db.read.query('SELECT note FROM contact_notes');
    expect(JSON.stringify(table)).not.toContain(secret);
    const reads = await t.cases.readsOf(mediation, t.people.Amira);
    expect(reads.filter(({ what }) => what === 'contact log').length).toBeGreaterThan(1);
  });

  it('keeps the head of a case above every page of it, for those who act for a body alone', async () => {
    for (const page of ['documents', 'dates', 'history', 'people']) {
      const path = `/cases/${mediation}/${page}`;
      for (const who of [Gita, t.people.Dev]) {
        const { text } = await get(path, who);
        expect(text).toContain(`aria-current="page" href="${path}"`);
        expect(text).toContain('recourse-identity');
      }
      expect((await get(path, t.people.Amira)).text).not.toMatch(/recourse-(identity|tabs)/);
    }
  });

  it('tells cases apart by the initials of a family, and shows the last contact to whoever noted it', async () => {
    const row = (text: string) =>
      saidIn(new RegExp(`<tr>(?:(?!</tr>)[^])*${mediation}[^]*?</tr>`).exec(text)?.[0] ?? '').join(' ');
    const [grace, dev] = [await get('/desk', Gita), await get('/desk', t.people.Dev)];
    for (const { text } of [grace, dev]) {
      expect(row(text)).toContain('Family A.');
      expect(text).not.toContain('Amira');
    }
    // From the case the papers of it are one step away.
    const documents = `/cases/${mediation}/documents`;
    expect((await get(`/desk/cases/${mediation}`, Gita)).text).toContain(`href="${documents}">Documents`);
    expect((await get(documents, Gita)).status).toBe(200);
    // What it rests on, and for a mediator in whose area it is.
    expect(row(grace.text)).toMatch(/Riverside Council.*SEND Regulations 2014/);
    expect(row(dev.text)).not.toMatch(/Family A. Riverside Council/);
    // The mediator rang on the 20th; a thought of the council is no contact, and each has contacts of its own.
    expect(row(grace.text)).toContain('Tuesday 20 October 2026');
    const log = t.app.get(ContactLog);
    const note = { happenedOn: '2026-10-20', how: 'none', withWhom: 'family', note: 'They may ring.' };
    await log.write(mediation, t.people.Dev, note);
    expect(row((await get('/desk', t.people.Dev)).text)).toContain('None noted');
    await log.write(mediation, t.people.Dev, { ...note, happenedOn: '2026-10-19', how: 'phone' });
    expect(row((await get('/desk', t.people.Dev)).text)).toContain('Monday 19 October 2026');
    expect(row((await get('/desk', Gita)).text)).not.toContain('19 October');
    for (const [name, initials] of Object.entries({
      'Amira Khan': 'A.K.',
      'élodie  van der Berg': 'É.B.',
      'O’Neill': 'O.',
      '阿米拉 可汗': '阿.可.',
      '<b> 7': 'B.',
      '': '',
    }))
      expect([name, initialsIn(name)]).toEqual([name, initials]);
  });

  it('finds a day for a meeting only with somebody who can settle the issues, and shows nobody what a child needs', async () => {
    const meetings = t.app.get(Meetings);
    const view = async (who: Person) => t.cases.view(other, who);
    const opened = await t.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-10-10', sections: ['F'] },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    const information = linked(opened.case, 'mediation-information');
    const wanted = await t.cases.advance(information, { type: 'mediation-wanted', data: {} }, t.people.Amira);
    const other = linked(wanted.case, 'mediation.council');
    const bad = await post(`/desk/cases/${other}/meeting/ask`, t.people.Grace, {
      go: 'send',
      venue: 'online',
      'slots[0][day][day]': '31',
      'slots[0][day][month]': '2',
      'slots[0][day][year]': '2027',
      'slots[0][from]': 'noon',
    });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Point 1, Day: enter a real date');
    expect(bad.text).toContain('value="noon"');
    const slots = [
      { day: '2026-11-05', from: '10:30' },
      { day: '2026-11-06', from: '9.00' },
    ];
    await meetings.ask(await view(t.people.Grace), t.people.Grace, { venue: 'online', slots });
    const family = await get(`/cases/${other}/meeting`, t.people.Amira);
    expect(family.text).toContain('Thursday 5 November 2026, 10:30');
    await post(`/cases/${other}/meeting/answer`, t.people.Amira, {
      'works[]': '1',
      needs: 'ZZNEED quiet room',
    });
    const choose = (key: string) =>
      post(`/desk/cases/${other}/meeting/choose`, t.people.Grace, { slot: key });
    const refused = await choose('1');
    expect([refused.status, refused.text.includes('can settle the issues')]).toEqual([422, true]);
    await post(`/desk/cases/${other}/meeting/answer`, t.people.Dev, {
      'works[]': '1',
      attendees: 'Head of SEND',
      authority: 'yes',
    });
    for (const who of [t.people.Dev, t.people.Ines])
      expect((await get(`/desk/cases/${other}/meeting`, who)).text).not.toContain('ZZNEED');
    expect((await get(`/desk/cases/${other}/meeting`, Gita)).text).toContain('ZZNEED');
    await expect(meetings.ask(await view(t.people.Amira), t.people.Amira, {})).rejects.toMatchObject({
      status: 403,
    });
    expect((await choose('1')).to).toMatch(/\/sent\/\d+$/);
    const after = await view(t.people.Amira);
    expect([after.stage.id, after.turn?.due]).toEqual(['arranged', '2026-11-05']);
    expect(JSON.stringify(await t.cases.timeline(other, t.people.Dev))).not.toContain('ZZNEED');
    expect((await get(`/cases/${other}/meeting`, t.people.Amira)).text).toContain(
      'The meeting is on Thursday 5 November 2026, 10:30',
    );
    expect((await get('/desk/calendar', t.people.Grace)).text).toContain('<strong>10:30</strong>');
  });

  it('hands a case to a colleague of the same organisation only, and covers for one who is away', async () => {
    const caseload = t.app.get(Caseload);
    const { Grace, Dev } = t.people;
    const give = (to: Person, who: Person) => caseload.handOver([mediation], to.personId, 'caseload', who);
    await expect(give(Dev, Grace)).rejects.toMatchObject({ status: 422 });
    await expect(give(Gita, t.people.Stranger)).rejects.toMatchObject({ status: 404 });
    expect(await give(Gita, Grace)).toBe(1);
    const own = async (who: Person) => (await get('/desk?lead=me', who)).text.includes(mediation);
    expect([await own(Gita), await own(Grace)]).toEqual([true, false]);
    const away = {
      personId: Gita.personId,
      coverId: Grace.personId,
      fromDay: '2026-10-19',
      toDay: '2026-10-30',
    };
    await expect(caseload.noteAbsence(t.organisations.mediation, away, Dev)).rejects.toMatchObject({
      status: 422,
    });
    await caseload.noteAbsence(t.organisations.mediation, away, Grace);
    expect(await own(Grace)).toBe(true);
    expect((await get('/desk', Dev)).text).not.toContain('Gita');
    expect((await post('/desk/handover', Grace, {})).text).toContain('Choose at least one case');
  });

  it('shows a school and an NHS provider their own complaints and nothing else', async () => {
    const school = await member('Sam', bodies.school as string, ['school governing board']);
    const provider = await member('Nadia', bodies['nhs-provider'] as string, ['NHS provider']);
    const parties = { ...t.organisations, ...bodies };
    const complaint = await t.cases.open(
      {
        route: 'school-complaint.maintained',
        facts: { about: 'support', against: 'staff', happened: '2026-10-01', complaint: 'Too little help' },
        parties,
      },
      t.people.Amira,
    );
    const health = await t.cases.open(
      {
        route: 'nhs-complaint.provider',
        facts: {
          about: 'waiting',
          whose: 'own',
          happened: '2026-10-01',
          how: 'written',
          complaint: 'No place',
        },
        parties,
      },
      t.people.Amira,
    );
    const every = await db.read.find(Case);
    for (const [who, ours] of [
      [school, complaint.case.ref],
      [provider, health.case.ref],
    ] as const) {
      expect((await get(`/desk/cases/${ours}`, who)).status).toBe(200);
      const list = (await get('/desk', who)).text;
      for (const { ref } of every.filter((each) => each.ref !== ours)) {
        expect([ref, (await get(`/desk/cases/${ref}`, who)).status]).toEqual([ref, 404]);
        expect([ref, list.includes(ref)]).toEqual([ref, false]);
      }
      expect((await get('/desk/report', who)).text).toContain('You act for neither');
      expect((await get('/executive', who)).text).toContain('No escalation waits for you');
    }
  });

  it('counts the true figures of an organisation for its own people', async () => {
    const figures = t.app.get(OwnFigures);
    const [quarter] = figures.quarters();
    if (!quarter) throw new Error('There is always a quarter');
    await t.worker.advanceTo(t.clock, new Date('2026-11-10T09:00:00Z'));
    cookies.clear();
    const own = await figures.of(t.organisations.icb, 'icb', quarter);
    const promises = own.measures.find(({ measure }) => measure === 'promises');
    expect(promises).toMatchObject({ due: 1, onTime: 0, doneLate: 0, notDone: 1, share: 0 });
    const none = await figures.of(bodies.school as string, 'icb', quarter);
    expect(none.measures.every(({ due }) => due === 0)).toBe(true);
    const csv = await get('/desk/report/figures.csv', t.people.Ines);
    expect(csv.text).toContain(`${quarter.id},NHS Riverside ICB,promises,1,0,0,1`);
    expect((await get('/desk/report', t.people.Dev)).text).not.toContain('NHS Riverside ICB');
  });

  it('shows an executive what was promised, how late it is, and what a decision starts', async () => {
    const cards = (await get('/executive', t.people.Patel)).text;
    expect(cards).toContain('1 to decide');
    expect(cards).toContain('ZZSECRET sessions');
    expect(cards).toContain('Not done: 5 working days late');
    for (const who of [t.people.Dev, t.people.Ines, t.people.Grace])
      expect((await get('/executive', who)).text).not.toContain('ZZSECRET');
  });

  it('loses nothing that was typed when a session runs out, and gives it to nobody else', async () => {
    const ref = (
      await t.cases.open(
        {
          route: 'council-complaint',
          facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-09', complaint: 'It is late' },
          parties: t.organisations,
        },
        t.people.Amira,
      )
    ).case.ref;
    await t.cases.advance(ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    const here = `/desk/cases/${ref}/write/stage-1-answered`;
    const typed = {
      go: 'save',
      finding: 'upheld',
      reasons: 'ZZTYPED for an hour',
      'points[0][point]': 'The delay',
    };
    cookies.clear();
    await signedIn(t.people.Dev);
    t.clock.moveTo(new Date(t.clock.now().getTime() + 45 * 60_000));
    const lapsed = await post(here, t.people.Dev, typed);
    expect([lapsed.status, lapsed.to]).toEqual([303, `/sign-in?to=${encodeURIComponent(here)}`]);
    cookies.clear();
    const again = await get(here, t.people.Dev);
    expect(again.text).toContain('ZZTYPED for an hour');
    expect(again.text).toContain('value="The delay"');
    const stored = await db.read.query('SELECT answers FROM drafts');
    expect(JSON.stringify(stored)).not.toContain('ZZTYPED');
    expect(await t.app.get(Drafts).mine(t.people.Dev.personId)).toEqual([]);
    // A date that cannot be, and a promise without one: said beside the answer, everything else kept.
    const wrong = await post(here, t.people.Dev, {
      ...typed,
      go: 'check',
      'occurredOn[day]': '9',
      'occurredOn[month]': '11',
      'occurredOn[year]': '2026',
      'points[0][finding]': 'upheld',
      'points[0][remedy]': 'An apology',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#points[0][by]-day"');
    expect(wrong.text).toContain('what will be done needs a date');
    expect(wrong.text).toContain('value="An apology"');
    const signedOut = await post(here, t.people.Dev, { ...typed, _csrf: 'made up' });
    expect(signedOut.status).toBe(400);
  });
});

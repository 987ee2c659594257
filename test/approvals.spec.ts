// A second person for what binds an organisation: nothing leaves the house before both, and the clock waits for neither.

import type { PartyId } from '../workflows/kit';
import { People, Sessions } from '../src/access';
import { Approvals } from '../src/approvals';
import { Verifier, type Who } from '../src/engine';
import { JournalEntry } from '../src/engine/entities';
import { OutboxMessage } from '../src/messages/entities';
import { Organisations } from '../src/organisations';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

type Person = Who & { kind: 'person' };

onBothDatabases('A second person', (openTestDb) => {
  let t: TestApp;
  let url: string;
  let approvals: Approvals;
  let Bea: Person;
  let Cem: Person;

  const joined = async (
    name: string,
    parties: PartyId[],
    organisation = t.organisations.council,
    routes?: string[],
  ) => {
    const people = t.app.get(People);
    const personId = await t.db.tx(async (m) => {
      const known = await people.findByEmail(m, `${name.toLowerCase()}@example.org`);
      const { id } = known ?? (await people.create(m, { name, email: `${name.toLowerCase()}@example.org` }));
      await people.leave(m, id, organisation);
      await people.join(m, id, organisation, parties, routes ?? null);
      return id;
    });
    return { kind: 'person' as const, personId };
  };
  const askForTwo = (on: boolean) =>
    t.db.tx((m) => t.app.get(Organisations).askForTwo(m, t.organisations.council, on));
  const complaint = async () => {
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-10-05', complaint: 'It is late.' };
    const { case: view } = await t.cases.open(
      { route: 'council-complaint', facts, parties: { council: t.organisations.council } },
      t.people.Amira,
    );
    await t.cases.advance(view.ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    return view.ref;
  };
  const answer = { type: 'stage-1-answered', data: { finding: 'upheld', reasons: 'ZZREASONS' } };
  const told = async (template: string) =>
    (await t.db.read.findBy(OutboxMessage, { template: template as never })).map(({ personId }) => personId);
  const journal = async (ref: string) => {
    const { entries } = await t.cases.proof(ref, t.people.Dev);
    return entries.map(({ type, actor, occurredOn }: JournalEntry) => [type, actor, occurredOn]);
  };

  const desk = async ({ personId }: Person) => {
    const sessions = t.app.get(Sessions);
    const secret = await sessions.start(personId);
    const csrf = (await sessions.find(secret))?.csrf ?? '';
    const go = async (path: string, init: RequestInit = {}) => {
      const headers = { cookie: `recourse=${secret}` };
      const answer = await fetch(url + path, { redirect: 'manual', headers, ...init });
      return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
    };
    return {
      get: (path: string) => go(path),
      post: (path: string, fields: Record<string, string>) =>
        go(path, { method: 'POST', body: new URLSearchParams({ _csrf: csrf, ...fields }) }),
    };
  };

  beforeAll(async () => {
    t = await startApp(await openTestDb());
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    approvals = t.app.get(Approvals);
    Bea = await joined('Bea', ['council complaints team']);
    Cem = await joined('Cem', ['council SEND casework']);
  });
  beforeEach(() => askForTwo(true));
  afterAll(() => new Promise((closed) => t.app.getHttpServer().close(closed)));

  it('is asked for by nobody who has not set it', async () => {
    await askForTwo(false);
    const ref = await complaint();
    await expect(approvals.ask(ref, answer, t.people.Dev)).rejects.toMatchObject({
      type: 'not-possible-now',
    });
    const { case: view } = await t.cases.advance(ref, answer, t.people.Dev);
    expect(view.stage.id).not.toBe('acknowledged');
  });

  it('is wanted for no decision of an executive, who answers for it alone', async () => {
    const Dana = await joined('Dana', ["director of children's services"]);
    const facts = {
      duty: 'Send the draft plan',
      owedBy: 'Riverside Council',
      basis: 'reg 14',
      due: '2026-10-01',
      escalated: '2026-10-02',
    };
    for (const [type, data] of [
      ['action-promised', { who: 'Head of SEND', what: 'Send it', by: '2026-12-01' }],
      ['declined', { reason: 'It was sent' }],
    ] as const) {
      const { case: view } = await t.cases.open(
        { route: 'executive.council', facts, parties: { council: t.organisations.council } },
        t.people.Amira,
      );
      expect(await approvals.wanted(view.ref, type, Dana)).toBe(false);
      const { case: decided } = await t.cases.advance(view.ref, { type, data }, Dana);
      expect(decided.stage.id).not.toBe('received');
    }
  });

  it('is wanted for an answer and a concession, for the body that set it alone, and for no other act', async () => {
    const ref = await complaint();
    await expect(t.cases.advance(ref, answer, t.people.Dev)).rejects.toMatchObject({
      type: 'needs-approval',
      status: 409,
    });
    expect(await approvals.wanted(ref, 'stage-1-answered', t.people.Dev)).toBe(true);
    expect(await approvals.wanted(ref, 'note-added', t.people.Dev)).toBe(false);
    // A family that records the council's letter is no officer.
    expect(await approvals.wanted(ref, 'stage-1-answered', t.people.Amira)).toBe(false);
    await t.cases.advance(
      ref,
      { ...answer, data: { ...answer.data, reasons: 'As the letter says' } },
      t.people.Amira,
    );
    const { case: appeal } = await t.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-10-01', sections: ['I'] },
        parties: { council: t.organisations.council },
      },
      t.people.Amira,
    );
    expect(await approvals.wanted(appeal.ref, 'conceded', t.people.Dev)).toBe(true);
    expect(await approvals.wanted(appeal.ref, 'responded', t.people.Dev)).toBe(false);
  });

  it('approves what is then sent, in one step that names both, as of the day of approval', async () => {
    const ref = await complaint();
    const before = await t.cases.view(ref, t.people.Dev);
    const id = await approvals.ask(ref, answer, t.people.Dev);
    // Nothing has happened in the case, and its date stands.
    expect((await t.cases.view(ref, t.people.Dev)).turn).toEqual(before.turn);
    expect((await told('approval-asked')).sort()).toEqual([Bea.personId, Cem.personId].sort());
    const [seen] = await approvals.of(ref, Bea);
    expect(seen).toMatchObject({ writer: 'Dev', mine: false, mayApprove: true, data: answer.data });
    await expect(approvals.approve(ref, id, t.people.Dev)).rejects.toMatchObject({ status: 403 });
    for (const other of [t.people.Amira, t.people.Dana, t.people.Ines, t.people.Stranger]) {
      expect(await approvals.of(ref, other).catch(() => [])).toEqual([]);
      await expect(approvals.approve(ref, id, other)).rejects.toMatchObject({ status: 404 });
    }
    await expect(approvals.approve(ref, id, Bea, before.version - 1)).rejects.toMatchObject({ status: 412 });
    t.clock.moveTo(new Date('2026-10-08T10:00:00Z'));
    const view = await approvals.approve(ref, id, Bea, before.version);
    expect(view.version).toBe(before.version + 2);
    expect((await journal(ref)).slice(-2)).toEqual([
      ['act-approved', Bea.personId, '2026-10-08'],
      ['stage-1-answered', t.people.Dev.personId, '2026-10-08'],
    ]);
    expect(await told('approval-given')).toEqual([t.people.Dev.personId]);
    await expect(approvals.approve(ref, id, Bea)).rejects.toMatchObject({ status: 409 });
    const family = await t.cases.timeline(ref, t.people.Amira);
    expect(family.slice(-2).map(({ title }) => title)).toEqual([
      'A second person approved what was then sent',
      'The council answered at stage 1',
    ]);
    expect(await t.app.get(Verifier).verifyCase(ref)).toEqual([]);
  });

  it('changes nothing where it cannot be sent any more, or one of the two has lost the right', async () => {
    const ref = await complaint();
    const id = await approvals.ask(ref, answer, Cem);
    const count = (await journal(ref)).length;
    await joined('Bea', ['council complaints team'], t.organisations.council, ['ombudsman.lgsco']);
    await expect(approvals.approve(ref, id, Bea)).rejects.toMatchObject({ status: 404 });
    await joined('Bea', ['council complaints team']);
    await joined('Cem', ['council SEND casework'], t.organisations.council, ['ombudsman.lgsco']);
    await expect(approvals.approve(ref, id, Bea)).rejects.toMatchObject({ type: 'not-possible-now' });
    expect((await journal(ref)).length).toBe(count);
    await joined('Cem', ['council SEND casework']);
    await askForTwo(false);
    await t.cases.advance(ref, answer, t.people.Dev);
    await expect(approvals.approve(ref, id, Bea)).rejects.toMatchObject({ type: 'not-possible-now' });
    expect((await journal(ref)).filter(([type]) => type === 'act-approved')).toEqual([]);
  });

  it('gives back with a reason that the writer alone is shown, and can be asked again', async () => {
    const ref = await complaint();
    const id = await approvals.ask(ref, answer, t.people.Dev);
    await expect(approvals.giveBack(ref, id, ' ', Bea)).rejects.toMatchObject({ status: 422 });
    await expect(approvals.giveBack(ref, id, 'No', t.people.Dev)).rejects.toMatchObject({ status: 403 });
    await approvals.giveBack(ref, id, 'ZZWHY: say sorry first', Bea);
    expect(await approvals.of(ref, t.people.Dev)).toMatchObject([
      { status: 'returned', reason: 'ZZWHY: say sorry first', decidedBy: 'Bea', mine: true },
    ]);
    expect(await approvals.of(ref, Bea)).toEqual([]);
    expect(await told('approval-refused')).toEqual([t.people.Dev.personId]);
    t.clock.moveTo(new Date(t.clock.now().getTime() + 1000));
    const again = await approvals.ask(ref, answer, t.people.Dev);
    expect((await approvals.of(ref, t.people.Dev)).map((each) => each.id)).toEqual([again]);
    // Asking once more takes the place of what waited.
    t.clock.moveTo(new Date(t.clock.now().getTime() + 1000));
    const third = await approvals.ask(ref, answer, t.people.Dev);
    expect((await approvals.of(ref, Bea)).map((each) => each.id)).toEqual([third]);
    await approvals.takeBack(ref, third, t.people.Dev);
    expect(await approvals.of(ref, Bea)).toEqual([]);
    const rows = JSON.stringify(await t.db.read.query('SELECT * FROM approvals'));
    expect(rows).not.toMatch(/ZZREASONS|ZZWHY/);
  });

  it('is reminded of the date together with the writer, whoever of them the route names', async () => {
    const ref = await complaint();
    await t.worker.runUntilIdle();
    await approvals.ask(ref, answer, Cem);
    const due = (await t.cases.view(ref, Cem)).turn?.due as string;
    await t.worker.advanceTo(t.clock, new Date(`${due}T12:00:00Z`));
    const about = (await t.db.read.find(OutboxMessage)).filter(
      ({ params, template }) => params.ref === ref && template === 'duty-last-day',
    );
    const reminded = about.map(({ personId }) => personId);
    // Stage 1 is the complaints team's to keep: Cem, who wrote it, is of casework.
    for (const { personId } of [Bea, Cem, t.people.Dev])
      expect(reminded.filter((id) => id === personId)).toEqual([personId]);
    // When the date has passed the case is late, whoever was waited for.
    await t.worker.advanceTo(t.clock, new Date(new Date(`${due}T12:00:00Z`).getTime() + 2 * 86_400_000));
    expect(
      (await t.cases.view(ref, t.people.Amira)).deadlines.some(({ status }) => status === 'missed'),
    ).toBe(true);
  });

  it('is asked for, read and given on the pages of a desk, and the writer has no button for it', async () => {
    const ref = await complaint();
    let [dev, bea] = [await desk(t.people.Dev), await desk(Bea)];
    const write = `/desk/cases/${ref}/write/stage-1-answered`;
    // A day on which it was sent is not asked: it has not been.
    const form = await dev.get(write);
    expect(form.text).toContain('A colleague must approve this before it is sent');
    expect(form.text).not.toContain('When was the answer sent?');
    await dev.post(write, { go: 'check', finding: 'upheld', reasons: 'We were late.' });
    const check = await dev.get(`${write}/check`);
    expect(check.text).toMatch(
      /wants a second person[^]*The date goes on until then[^]*Ask a colleague to approve it/,
    );
    const page = (await dev.post(`${write}/send`, { version: '2' })).to ?? '';
    expect(page).toMatch(/\/approvals\//);
    expect((await dev.get(`/desk/cases/${ref}`)).text).toContain('You wait for a colleague to approve');
    expect((await dev.get(page)).text).toContain('Take it back to change it');
    expect((await dev.get(page)).text).not.toContain('Approve and send it');
    expect((await (await desk(t.people.Amira)).get(page)).status).toBe(404);
    expect((await (await desk(t.people.Dana)).get(page)).status).toBe(404);
    expect((await bea.get(`/desk/cases/${ref}`)).text).toMatch(
      /Dev asks for approval: <a[^>]*>Answer at stage 1/,
    );
    const seen = (await bea.get(page)).text;
    expect(seen).toMatch(/Nothing has been sent[^]*The date goes on[^]*We were late[^]*Approve and send it/);
    const empty = await bea.post(`${page}/give-back`, { reason: '' });
    expect([empty.status, empty.text.includes('href="#reason"')]).toEqual([422, true]);
    // Her session runs out while she writes why: nothing is lost, and nothing is given back by itself.
    t.clock.moveTo(new Date(t.clock.now().getTime() + 40 * 60_000));
    expect((await bea.post(`${page}/give-back`, { reason: 'Say sorry.' })).to).toMatch(/\/sign-in/);
    [dev, bea] = [await desk(t.people.Dev), await desk(Bea)];
    expect((await bea.get(page)).text).toMatch(/<textarea[^>]*>Say sorry\.<\/textarea>/);
    await bea.post(`${page}/give-back`, { reason: 'Say sorry.' });
    expect((await dev.get(page)).text).toMatch(/Bea gave it back[^]*Say sorry/);
    // The form is as it was, with the reason above it.
    expect((await dev.get(write)).text).toMatch(/Say sorry[^]*We were late/);
    await dev.post(write, { go: 'check', finding: 'upheld', reasons: 'We were late. Sorry.' });
    const second = (await dev.post(`${write}/send`, { version: '2' })).to ?? '';
    const version = /name="version" value="(\d+)"/.exec((await bea.get(second)).text)?.[1] ?? '';
    const sent = await bea.post(`${second}/approve`, { version });
    expect(sent.to).toMatch(/\/sent\/4$/);
    expect((await bea.get(sent.to ?? '')).text).toContain('We were late. Sorry.');
    expect((await dev.get(`/desk/cases/${ref}`)).text).not.toContain('You have a draft');
  });

  it('is asked for and given over the API', async () => {
    const ref = await complaint();
    const call = async (who: Person, method: string, path: string, body?: unknown, version?: number) => {
      const answer = await fetch(`${url}/api/v1/cases/${ref}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await t.token(who)}`,
          'content-type': 'application/json',
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
    };
    const refused = await call(t.people.Dev, 'POST', '/events', answer, 2);
    expect([refused.status, String(refused.body.type)]).toEqual([
      409,
      expect.stringMatching(/needs-approval$/),
    ]);
    const asked = await call(t.people.Dev, 'POST', '/approvals', answer);
    expect([asked.status, asked.body.status]).toEqual([201, 'waiting']);
    // Reading what waits is a read of the case, and the family sees it.
    const reads = async () =>
      (await t.cases.readsOf(ref, t.people.Amira)).filter(({ what }) => what === 'approval').length;
    const before = await reads();
    expect((await call(Bea, 'GET', '/approvals')).body).toMatchObject({ approvals: [{ mayApprove: true }] });
    expect(await reads()).toBe(before + 1);
    expect((await call(t.people.Stranger, 'GET', '/approvals')).status).toBe(404);
    const path = `/approvals/${String(asked.body.id)}`;
    expect((await call(Bea, 'POST', `${path}/give-back`, { reason: 'No' })).status).toBe(204);
    const again = `/approvals/${String((await call(t.people.Dev, 'POST', '/approvals', answer)).body.id)}`;
    expect((await call(t.people.Dev, 'DELETE', again)).status).toBe(204);
    const third = `/approvals/${String((await call(t.people.Dev, 'POST', '/approvals', answer)).body.id)}`;
    expect((await call(t.people.Dev, 'POST', `${third}/approve`, undefined, 2)).status).toBe(403);
    expect((await call(Bea, 'POST', `${third}/approve`)).status).toBe(428);
    const given = await call(Bea, 'POST', `${third}/approve`, undefined, 2);
    expect([given.status, given.body.version]).toEqual([200, 4]);
  });

  it('of two who approve at once one is told that it was decided', async () => {
    const ref = await complaint();
    const id = await approvals.ask(ref, answer, t.people.Dev);
    const results = await Promise.allSettled([
      approvals.approve(ref, id, Bea),
      approvals.approve(ref, id, Cem),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await journal(ref)).filter(([type]) => type === 'stage-1-answered')).toHaveLength(1);
  });
});

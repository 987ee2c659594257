import { Sessions } from '../src/access';
import { EmailChoices, Preferences, Sender, StopLinks, Undelivered } from '../src/messages';
import { OutboxMessage } from '../src/messages/entities';
import { Outbox } from '../src/messages/outbox';
import { DeadLetters } from '../src/worker';
import { startApp, type TestApp } from './app';
import { mostlyOnSqlite } from './databases';

type Name = keyof TestApp['people'];

mostlyOnSqlite('How people are reached', (openTestDb) => {
  let t: TestApp;
  let url: string;

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-10T12:00:00Z');
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
  });
  afterAll(() => t.app.getHttpServer().close());

  /** Signed in anew each time: days go by between two pages. */
  const as = async (name: Name) => `recourse=${await t.app.get(Sessions).start(t.people[name].personId)}`;
  const page = async (name: Name, path: string) => {
    const answer = await fetch(url + path, { headers: { cookie: await as(name) }, redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  };
  const send = async (name: Name, path: string, fields: Record<string, string>) => {
    const cookie = await as(name);
    const form = await (await fetch(`${url}/account/messages`, { headers: { cookie } })).text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const body = new URLSearchParams({ ...fields, _csrf: csrf });
    const answer = await fetch(url + path, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  };
  const feedOf = (text: string) => /value="[^"]*(\/calendar\/[\w-]+\.ics)"/.exec(text)?.[1] ?? '';
  const values = (ics: string, name: string) =>
    ics.split('\r\n').flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));
  const complain = async () =>
    (
      await t.cases.open(
        {
          route: 'council-complaint',
          facts: {
            about: 'delay',
            aware: '2026-11-01',
            received: t.clock.today(),
            complaint: 'ZZCHILD waits',
          },
          parties: t.organisations,
        },
        t.people.Amira,
      )
    ).case.ref;
  const mailFor = async (name: Name) =>
    (await t.app.get(Sender).mailbox(1000)).filter(({ personId }) => personId === t.people[name].personId);

  it('a number for texts must be one, and is nowhere to be read', async () => {
    const safe = (safe: string[], phone: string) => {
      const said = {
        'contact-safe': safe,
        'contact-phone': phone,
        'contact-hide': [],
        'contact-not-know': null,
      };
      return send('Amira', '/account/safety', { go: 'send', answers: JSON.stringify(said) });
    };
    // Said once, with everything else about reaching them safely; a number nobody may text takes no texts.
    for (const [ways, number] of [
      [['text'], '01632 960001'],
      [['call'], '07700 900123'],
    ] as const) {
      await safe([...ways], number);
      const wrong = await send('Amira', '/account/messages', { text: 'yes' });
      expect([wrong.status, wrong.text.includes('give a UK mobile number')]).toEqual([422, true]);
      expect((await t.app.get(Preferences).of(t.people.Amira.personId)).text).toBe(false);
    }
    await safe(['text'], '(07700) 900 123');
    await send('Amira', '/account/messages', { text: 'yes', hours: 'school', news: 'yes' });
    expect(await t.app.get(Preferences).of(t.people.Amira.personId)).toEqual({
      news: true,
      digest: false,
      text: true,
      phone: '+447700900123',
      hours: 'school',
    });
    const rows = JSON.stringify(await t.db.read.query('SELECT * FROM message_preferences'));
    expect(rows).not.toMatch(/7700/);
  });

  it('a text about a missed date waits for the hours that were chosen, and never goes out at night', async () => {
    await complain();
    // 16 November, a Monday, has passed; the miss is raised at midnight of the Tuesday.
    await t.worker.advanceTo(t.clock, new Date('2026-11-18T08:00:00Z'));
    expect((await mailFor('Amira')).filter(({ subject }) => subject === 'Text message')).toEqual([]);
    await t.worker.advanceTo(t.clock, new Date('2026-11-18T12:00:00Z'));
    const texts = (await mailFor('Amira')).filter(({ subject }) => subject === 'Text message');
    expect(texts.map(({ at, text }) => ({ at, text }))).toEqual([
      {
        at: '2026-11-18T09:30:00.000Z',
        text: expect.stringMatching(/^Update on RC-\S+\. Sign in at localhost/),
      },
    ]);
  });

  it('families say whether email is safe; whoever only works here cannot miss the dates of their body by it', async () => {
    const choices = t.app.get(EmailChoices);
    const chosen = async (name: Name) => {
      const shown = (await page(name, '/account')).text.includes('Is it safe to email you?');
      const { status } = await send(name, '/account/email', { 'contact-email': 'no' });
      return [shown, status, await choices.of(t.people[name].personId)];
    };
    expect(await chosen('Stranger')).toEqual([true, 303, 'no']);
    for (const name of ['Dev', 'Patel'] as const) expect(await chosen(name)).toEqual([false, 403, 'yes']);
    // One who works for a council can be the parent in a case as well.
    await t.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-11-02', sections: ['F'] },
      },
      t.people.Ines,
    );
    expect(await chosen('Ines')).toEqual([true, 303, 'no']);
  });

  it('staff who want it so get one list at eight, and what is urgent by itself', async () => {
    await send('Dev', '/account/messages', { digest: 'yes', news: 'yes' });
    const before = new Set((await mailFor('Dev')).map(({ id }) => id));
    const refs = [await complain(), await complain(), await complain()];
    for (const ref of refs) await t.cases.advance(ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    const due = (await t.cases.view(refs[0] as string, t.people.Dev)).turn?.due;
    expect(due).toBe('2026-12-02');
    await t.worker.advanceTo(t.clock, new Date('2026-12-01T12:00:00Z'));
    const mails = (await mailFor('Dev')).filter(
      ({ id, text }) => !before.has(id) && refs.some((ref) => text.includes(ref)),
    );
    const lists = mails.filter(({ subject }) => subject.startsWith('Dates that are coming up'));
    expect(lists.map(({ at }) => at)).toEqual(['2026-11-25T08:00:00.000Z']);
    for (const ref of refs) expect(lists[0]?.text).toContain(`Wednesday 2 December 2026: case ${ref}`);
    const single = mails.filter(({ at }) => at === '2026-12-01T09:00:00.000Z');
    expect(single).toHaveLength(3);
    expect(
      mails.filter(({ at, subject }) => at.startsWith('2026-11-25') && subject.startsWith('Action')),
    ).toEqual([]);
  });

  it('news ends with one click without a session, and a look at the link changes nothing', async () => {
    const { personId } = t.people.Amira;
    const path = new URL(t.app.get(StopLinks).linkFor(personId)).pathname;
    const news = async () => (await t.app.get(Preferences).of(personId)).news;
    expect(path).not.toContain(personId);
    expect((await fetch(url + path)).status).toBe(200);
    expect(await news()).toBe(true);
    expect((await fetch(url + path.slice(0, -2), { method: 'POST' })).status).toBe(404);
    // As RFC 8058 has it: from anywhere, with nothing but the form field of the header.
    const clicked = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([clicked.status, await news()]).toEqual([200, false]);
    expect((await fetch(url + path, { method: 'POST' })).status).toBe(200);
    const queued = async (template: 'news' | 'your-turn') => {
      const key = `stopped|${template}`;
      const params = { ref: 'RC-7F3K-Q2MW-9XC' };
      await t.db.tx((m) => t.app.get(Outbox).enqueue(m, { key, personId, template, params }));
      await t.worker.runUntilIdle();
      return t.db.read.findOneByOrFail(OutboxMessage, { key });
    };
    expect(await queued('news')).toMatchObject({
      status: 'withheld',
      receipt: 'They have switched news off',
    });
    expect(await queued('your-turn')).toMatchObject({ status: 'sent' });
  });

  it('a calendar follows the dates of a family at an address that is shown once and can be ended', async () => {
    const ref = await complain();
    expect((await page('Amira', '/account/messages')).text).toContain('It is off');
    const made = feedOf((await send('Amira', '/account/calendar', {})).text);
    expect(made).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    const first = await fetch(url + made);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'content-type': 'text/calendar; charset=utf-8',
      'referrer-policy': 'no-referrer',
    });
    const before = await first.text();
    expect(values(before, 'SUMMARY')).toContain(`${ref}: someone must act`);
    expect(before).not.toMatch(/ZZCHILD|Riverside|council|complaint|Amira/);
    await t.cases.advance(ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    const after = await (await fetch(url + made)).text();
    const events = (ics: string) =>
      ics
        .split('BEGIN:VEVENT')
        .filter((event) => event.includes(ref))
        .map((event) => ({
          uid: values(event, 'UID')[0],
          status: values(event, 'STATUS')[0],
          sequence: Number(values(event, 'SEQUENCE')[0]),
        }));
    const [acknowledge] = events(before);
    expect(events(after)).toContainEqual({
      uid: acknowledge?.uid,
      status: 'CANCELLED',
      sequence: (acknowledge?.sequence ?? 0) + 1,
    });
    const shown = (await page('Amira', '/account/messages')).text;
    expect(shown).toContain('Last read by a calendar');
    expect(shown).not.toContain(made);
    const stored = JSON.stringify(await t.db.read.query('SELECT * FROM calendar_feeds'));
    expect(stored).not.toContain(made.slice(10, -4));
    const second = feedOf((await send('Amira', '/account/calendar', {})).text);
    expect([(await fetch(url + made)).status, (await fetch(url + second)).status]).toEqual([404, 200]);
    await send('Amira', '/account/calendar/end', {});
    expect((await fetch(url + second)).status).toBe(404);
  });

  it('a calendar that is fetched too often is told to wait', async () => {
    const path = feedOf((await send('Dev', '/account/calendar', {})).text);
    const codes: number[] = [];
    for (let n = 0; n < 32; n += 1) codes.push((await fetch(url + path)).status);
    expect([codes.filter((code) => code === 200).length, codes.at(-1)]).toEqual([30, 429]);
  });

  it('a notice that did not arrive is seen in the case, by its receiver, and ends when somebody was told', async () => {
    const ref = await complain();
    await t.worker.runUntilIdle();
    const message = await t.db.read.findOneByOrFail(OutboxMessage, {
      personId: t.people.Amira.personId,
      status: 'sent',
      template: 'right-opened',
    });
    const undelivered = t.app.get(Undelivered);
    await t.db.tx(async (m) => {
      await m.update(OutboxMessage, { id: message.id }, { status: 'dead', receipt: 'Mail came back' });
      const about = { ...message, params: { ...message.params, ref, party: 'parent or young person' } };
      await undelivered.unreachable(m, message.personId, 'email', 'Mail came back');
      await undelivered.record(m, about, 'email', 'Mail came back');
    });
    const before = await t.cases.view(ref, t.people.Dev);
    const dev = (await page('Dev', `/desk/cases/${ref}`)).text;
    expect(dev).toMatch(/Notice not delivered[\s\S]*the family an email[\s\S]*within one working day/);
    const amira = (await page('Amira', `/cases/${ref}`)).text;
    expect(amira).toContain('We could not reach you');
    expect(amira).toMatch(/sent you an email[\s\S]*No date moves/);
    expect(amira).not.toContain('I told them by telephone');
    const told = `/cases/${ref}/notices/${message.id}/told`;
    expect((await send('Amira', told, { how: 'telephone' })).status).toBe(404);
    expect((await send('Stranger', told, { how: 'telephone' })).status).toBe(404);
    expect((await send('Dev', told, { how: 'pigeon' })).status).toBe(404);
    expect((await send('Dev', told, { how: 'telephone' })).status).toBe(303);
    expect((await send('Dev', told, { how: 'telephone' })).status).toBe(404);
    expect((await page('Dev', `/desk/cases/${ref}`)).text).not.toContain('Notice not delivered');
    expect((await page('Dev', `/cases/${ref}/history`)).text).toMatch(
      /an email to the family\. Told .*\(telephone\)/,
    );
    const only = async (kind: string, who: 'Dev' | 'Amira' = 'Dev') =>
      (await page(who, `/cases/${ref}/history?show=${kind}`)).text;
    const headings = (text: string) => [...text.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, heading]) => heading);
    const everything = headings((await page('Dev', `/cases/${ref}/history`)).text);
    const [notices, opened, done] = [
      await only('notices'),
      await only('opened', 'Amira'),
      await only('done'),
    ];
    expect(headings(notices)).toContain('Notices that did not arrive');
    expect(notices).toMatch(/aria-current="true">Notices that did not arrive \(1\)/);
    expect(headings(opened)).toContain('Who opened your case');
    expect(headings(opened)).not.toContain('Notices that did not arrive');
    expect(headings(done).length).toBeGreaterThan(1);
    expect(headings(done).every((heading) => everything.includes(heading))).toBe(true);
    expect(headings(done)).not.toContain('Who opened your case');
    // Nothing was missed: no way leads there, and whoever asks is told.
    expect(everything.join()).not.toContain('missed');
    expect(await only('missed')).toContain('Dates that were missed: nothing so far.');
    expect((await page('Dev', `/cases/${ref}/history?show=toString`)).status).toBe(400);
    expect(await t.app.get(DeadLetters).all()).toEqual([]);
    const after = await t.cases.view(ref, t.people.Dev);
    expect(after.deadlines.map(({ due, status }) => [due, status])).toEqual(
      before.deadlines.map(({ due, status }) => [due, status]),
    );
    await send('Amira', '/account/messages/use-again', { contact: 'email' });
    expect((await page('Amira', `/cases/${ref}`)).text).not.toContain('We could not reach you');
  });
});

import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';
import { OutboxMessage } from '../src/messages/entities';
import { Reminders } from '../src/reminders';
import { TimedWork } from '../src/worker';
import { Channels, Undelivered } from '../src/messages';
import { mailServer } from './mail-server';

onBothDatabases('A reminder', (openTestDb) => {
  let t: TestApp;
  let mail: Awaited<ReturnType<typeof mailServer>>;

  beforeEach(async () => {
    mail = await mailServer();
    t = await startApp(await openTestDb(), '2026-10-06T08:00:00Z', {
      SMTP_URL: mail.url,
      MAIL_FROM: 'Recourse <r@example.org>',
    });
  });
  afterEach(() => {
    t.app.get(Channels).close();
    return mail.close();
  });

  const subjectsFor = (name: string) =>
    mail.taken.filter(({ to }) => JSON.stringify(to).includes(name)).map(({ subject }) => subject ?? '');
  const complain = async () =>
    (
      await t.cases.open(
        {
          route: 'council-complaint',
          facts: { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'ZZCHILD waits' },
          parties: t.organisations,
        },
        t.people.Amira,
      )
    ).case.ref;

  it('goes to the one who owes the duty on its mornings, and to both sides when the date is missed', async () => {
    await complain();
    await t.worker.advanceTo(t.clock, new Date('2026-10-13T23:30:00Z'));
    const subjects = subjectsFor('dev@');
    expect(subjects.slice(0, 3)).toEqual([
      expect.stringMatching(/^Action needed by 13 October: your SEND case RC-/),
      expect.stringMatching(/^Action needed by 13 October/),
      expect.stringMatching(/^Today is the last day/),
    ]);
    // The miss itself, and the answer that is now due as if the complaint had been acknowledged in time.
    expect(subjects.slice(3).sort()).toEqual([
      expect.stringMatching(/^Action needed by 27 October/),
      expect.stringMatching(/^You have missed a date/),
    ]);
    expect(subjectsFor('amira@')).toContainEqual(expect.stringMatching(/^A date was missed/));
    expect(subjectsFor('dana@')).toContainEqual(expect.stringMatching(/^Action needed by/));
    expect(JSON.stringify(mail.taken)).not.toMatch(/ZZCHILD/);
  });

  it('is not sent for a date that was met', async () => {
    const ref = await complain();
    await t.worker.runUntilIdle();
    await t.cases.advance(ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    const before = subjectsFor('dev@').length;
    await t.worker.advanceTo(t.clock, new Date('2026-10-14T12:00:00Z'));
    expect(
      subjectsFor('dev@')
        .slice(before)
        .filter((subject) => subject.includes('13 October')),
    ).toEqual([]);
  });

  it('is sent once, however many jobs stand for its message', async () => {
    await complain();
    await t.app.get(Reminders).dispatch();
    const [message] = await t.db.read.find(OutboxMessage, { take: 1 });
    const work = t.app.get(TimedWork);
    await Promise.all([1, 2, 3].map(() => work.perform('messages', [(message as OutboxMessage).id])));
    expect(mail.taken).toHaveLength(1);
  });

  it('that a server refuses for now is tried again, and one it refuses for good holds up nobody', async () => {
    mail.refused.set('dev@example.org', 451);
    mail.refused.set('amira@example.org', 550);
    await complain();
    await t.worker.runUntilIdle();
    expect(mail.taken).toEqual([]);
    mail.refused.clear();
    t.clock.moveTo(new Date(t.clock.now().getTime() + 2 * 60_000));
    await t.worker.runUntilIdle();
    expect(subjectsFor('dev@').length).toBeGreaterThan(0);
    expect(subjectsFor('amira@')).toEqual([]);
    // From now on her address is not used, and notices are tasks for a person.
    const undelivered = t.app.get(Undelivered);
    expect(await undelivered.contactsOf(t.people.Amira.personId)).toMatchObject([
      { contact: 'email', reason: 'The mail server refused it for good (550)' },
    ]);
    expect((await undelivered.waiting()).map(({ template }) => template)).toEqual(['right-opened']);
    await t.worker.advanceTo(t.clock, new Date('2026-10-14T12:00:00Z'));
    expect(subjectsFor('amira@')).toEqual([]);
    expect((await undelivered.waiting()).at(-1)).toMatchObject({
      template: 'duty-missed-family',
      party: 'parent or young person',
      contact: 'email',
      reason: 'Nothing reaches this contact',
    });
  });
});

import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import readability from 'text-readability-ts';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';
import { OutboxMessage } from '../src/messages/entities';
import { Reminders } from '../src/reminders';
import { TimedWork } from '../src/worker';
import { Channel, render, templates, type TemplateId } from '../src/messages';

/** A real mail server that keeps what it takes, and refuses whom it is told to. */
async function mailServer() {
  const taken: ParsedMail[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address);
      done(code === undefined ? null : Object.assign(new Error('No'), { responseCode: code }));
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    taken,
    refused,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

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
    t.app.get(Channel).close();
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
    expect(subjectsFor('dev@')).toEqual([
      expect.stringMatching(/^Action needed by 13 October: your SEND case RC-/),
      expect.stringMatching(/^Action needed by 13 October/),
      expect.stringMatching(/^Today is the last day/),
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
  });
});

describe('The words of every message', () => {
  const params = { ref: 'RC-7F3K-Q2MW-9XC', due: '2026-12-04', secret: '123456' };

  it.each(Object.keys(templates) as TemplateId[])('%s can be read at the age of ten', (id) => {
    const { subject, text, html } = render(id, params, 'https://recourse.example');
    expect(subject.length).toBeGreaterThan(10);
    const prose = text
      .split('\n\n')
      .filter((line) => !line.startsWith('Your reference') && !line.startsWith('Go to'))
      .join(' ');
    expect(readability.fleschKincaidGrade(prose)).toBeLessThanOrEqual(6);
    for (const sentence of prose.split(/[.!?]/))
      expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(25);
    for (const line of text.split('\n\n')) {
      if (!line.startsWith('Go to')) expect(html).toContain(line);
    }
  });
});

import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';
import { OutboxMessage } from '../src/messages/entities';
import { DeadLetters } from '../src/worker';

onBothDatabases('An operator', (openTestDb) => {
  let t: TestApp;
  let url: string;
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-10-06T08:00:00Z');
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
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

  it('sees what waits, what is due and since when, and nothing about anybody', async () => {
    t.clock.moveTo(new Date('2026-10-06T08:00:30Z'));
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain;.*version=0\.0\.4/);
    expect(text).toMatch(/^recourse_planned_rows\{kind="deadlines"\} [1-9]/m);
    expect(text).toMatch(/^recourse_due_rows\{kind="reminders"\} [1-9]/m);
    expect(text).toContain('recourse_oldest_due_seconds{kind="reminders"} 30\n');
    expect(text).toContain('recourse_oldest_due_seconds{kind="deadlines"} 0\n');
    expect(text).toContain('recourse_dead_letters{kind="messages"} 0\n');
    // Every line is a comment or a sample, as the format has it.
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[\w-]+"(,\w+="[\w-]+")*\})? [\d.e+-]+)$/);
    expect(text).not.toMatch(/ZZCHILD|example\.org|RC-/);
  });

  it('is told by the health page which database there is, and of a queue only where one is used', async () => {
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', database: t.db.kind }]);
  });

  it('finds a message that nobody would take among the dead letters, and can have it sent again', async () => {
    await t.worker.runUntilIdle();
    const [message] = await t.db.read.find(OutboxMessage, { take: 1 });
    const { id } = message as OutboxMessage;
    await t.db.tx((m) =>
      m.update(OutboxMessage, { id }, { status: 'dead', attempts: 8, receipt: 'refused' }),
    );
    const letters = t.app.get(DeadLetters);
    expect(await letters.all()).toEqual([
      expect.objectContaining({ kind: 'messages', rowId: id, attempts: 8, error: 'refused' }),
    ]);
    expect([await letters.retry(id), await letters.retry('nothing')]).toEqual([true, false]);
    await t.worker.runUntilIdle();
    expect(await t.db.read.findOneBy(OutboxMessage, { id })).toMatchObject({ status: 'sent', attempts: 0 });
    expect(await letters.all()).toEqual([]);
  });
});

// Dispatching and sending side by side: whichever of them fails in between, nothing is lost, and nothing is sent twice
// but what was sent and could not be written down.

import { randomUUID } from 'node:crypto';
import { Parts } from '../../src/access';
import { Channels, Outbox } from '../../src/messages';
import { OutboxMessage } from '../../src/messages/entities';
import type { Db } from '../../src/persistence';
import { Reminders } from '../../src/reminders';
import { Reminder } from '../../src/reminders/entities';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { MailSink } from './mail-sink';
import { findingsIn, until } from './rig';

jest.setTimeout(120_000);

const NOW = '2026-10-06T09:00:00Z';
/** Dispatched together at most. */
const BATCH = 500;
/** A batch and some. */
const MANY = 620;
/** Longer than a claim lasts. */
const LATER = 3 * 60_000;

onBothDatabases('Dispatching and sending', (openTestDb, kind) => {
  let db: Db;
  let t: TestApp;
  let mail: MailSink;
  let disputeId: string;

  beforeEach(async () => {
    db = await openTestDb();
    mail = await MailSink.start();
    t = await startApp(db, NOW, { SMTP_URL: mail.url });
    disputeId = await db.tx(async (m) => {
      const { id } = await t.app.get(Parts).openDispute(m, {});
      await t.app.get(Parts).join(m, id, t.people.Amira.personId, 'parent or young person');
      return id;
    });
  });
  afterEach(async () => {
    t.app.get(Channels).close();
    await t.close();
    await mail.close();
  });

  /** Due a second apart, the last of them now. */
  const plan = async (count: number): Promise<Reminder[]> => {
    const rows = Array.from({ length: count }, (_, n): Reminder => ({
      id: randomUUID(),
      key: `test|${randomUUID()}`,
      caseId: randomUUID(),
      caseRef: 'RC-7F3K-Q2MW-9XC',
      disputeId,
      deadlineId: null,
      party: 'parent or young person',
      template: 'duty-reminder',
      params: { due: '2026-12-04' },
      at: new Date(Date.parse(NOW) - (count - 1 - n) * 1_000).toISOString(),
      status: 'planned',
      closedAt: null,
    }));
    for (let from = 0; from < count; from += 50)
      await db.tx((m) => m.insert(Reminder, rows.slice(from, from + 50)));
    return rows;
  };
  const dispatched = () => db.read.countBy(Reminder, { status: 'dispatched' });
  const sent = () => db.read.countBy(OutboxMessage, { status: 'sent' });
  const later = () => t.clock.moveTo(new Date(t.clock.now().getTime() + LATER));

  /** The database refuses a change of a table as long as this lasts; on PostgreSQL as if it were being stopped. */
  const refusing = async (table: string, when: string, code: string, work: () => Promise<void>) => {
    await db.tx(async (m) => {
      if (kind === 'sqlite')
        await m.query(
          `CREATE TRIGGER refused BEFORE UPDATE ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'refused'); END`,
        );
      else {
        await m.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${code}'; END $$`);
        await m.query(
          `CREATE TRIGGER refused BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refuse()`,
        );
      }
    });
    await work();
    await db.tx((m) => m.query(`DROP TRIGGER refused ${kind === 'postgres' ? `ON ${table}` : ''}`));
  };

  it('go on at once, and each reminder is sent once', async () => {
    await plan(MANY);
    const first = until('the next batch is dispatched', async () => (await dispatched()) > BATCH);
    // The mail server keeps the sender waiting for as long as that takes.
    mail.thinks = () => first;
    await t.worker.runUntilIdle();
    await first;
    expect([mail.taken.size, mail.doubles(), await sent()]).toEqual([MANY, [], MANY]);
    expect(await findingsIn(t.app, 0)).toEqual([]);
  });

  it('hold up nobody for a reminder that cannot be dispatched; put right, it is sent as well', async () => {
    const rows = await plan(MANY);
    const { id } = rows[BATCH + 50] as Reminder;
    await db.tx((m) => m.update(Reminder, { id }, { disputeId: 'none' }));
    await t.worker.runUntilIdle();
    expect(t.worker.lastError).toContain('Dispute none');
    expect([mail.taken.size, mail.doubles(), await sent()]).toEqual([MANY - 1, [], MANY - 1]);
    await db.tx((m) => m.update(Reminder, { id }, { disputeId }));
    await t.worker.runUntilIdle();
    expect([mail.taken.size, mail.doubles(), await sent()]).toEqual([MANY, [], MANY]);
  });

  it('send what was dispatched although dispatching fails, and the rest later', async () => {
    const rows = await plan(MANY);
    const { id } = rows[BATCH + 50] as Reminder;
    await refusing('reminders', `NEW.id = '${id}'`, '57P01', async () => {
      const sweep = t.worker.sweep();
      if (kind === 'postgres') await expect(sweep).rejects.toThrow('refused');
      else await sweep;
    });
    const before = await sent();
    expect(before).toBeGreaterThanOrEqual(BATCH);
    expect(before).toBeLessThan(MANY);
    expect([mail.taken.size, await dispatched()]).toEqual([before, before]);
    await t.worker.runUntilIdle();
    expect([mail.taken.size, mail.doubles(), await sent()]).toEqual([MANY, [], MANY]);
  });

  it('dispatch and send all others although one that was sent cannot be written down', async () => {
    const [, second] = await plan(MANY);
    const key = `${(second as Reminder).key}|${t.people.Amira.personId}`;
    await refusing('outbox', `NEW.key = '${key}' AND NEW.status = 'sent'`, '22000', async () => {
      await expect(t.worker.sweep()).rejects.toThrow('refused');
      await t.worker.sweep();
    });
    expect([mail.taken.size, mail.doubles(), await sent()]).toEqual([MANY, [], MANY - 1]);
    // Nobody knows whether it was sent: it is sent again when the claim has lapsed, not before, and can be told by its id.
    await t.worker.runUntilIdle();
    expect(mail.doubles()).toEqual([]);
    later();
    await t.worker.runUntilIdle();
    expect([mail.taken.size, mail.doubles().length, await sent()]).toEqual([MANY, 1, MANY]);
    expect(mail.taken.get(mail.doubles()[0] as string)).toBe(2);
  });

  it('lose nothing with a process that ends between the two', async () => {
    await plan(MANY);
    const lost: string[] = [];
    await t.app.get(Reminders).dispatch({ hand: (claimed) => lost.push(...claimed.map(({ id }) => id)) });
    expect(lost).toHaveLength(BATCH);
    await t.worker.runUntilIdle();
    expect([mail.taken.size, await sent()]).toEqual([MANY - BATCH, MANY - BATCH]);
    later();
    await t.worker.runUntilIdle();
    expect([mail.taken.size, mail.doubles(), await sent()]).toEqual([MANY, [], MANY]);
  });

  it('hand over only what is due, and what nobody else has', async () => {
    const outbox = t.app.get(Outbox);
    const message = (key: string, at?: string) => ({
      key,
      personId: t.people.Amira.personId,
      template: 'news' as const,
      params: { ref: 'RC-7F3K-Q2MW-9XC' },
      ...(at ? { at } : {}),
    });
    await db.tx((m) => outbox.enqueue(m, message('there already')));
    const soon = new Date(Date.parse(NOW) + 1_000).toISOString();
    const given = [message('there already'), message('due'), message('not yet', soon)];
    const claimed = await db.tx((m) => outbox.enqueueClaimed(m, given));
    expect(claimed.map(({ key }) => key)).toEqual(['due']);
    const rows = await db.read.find(OutboxMessage, { order: { key: 'ASC' } });
    expect(rows.map(({ key, status, nextAttemptAt }) => [key, status, nextAttemptAt])).toEqual([
      ['due', 'claimed', new Date(Date.parse(NOW) + 120_000).toISOString()],
      ['not yet', 'queued', soon],
      ['there already', 'queued', new Date(NOW).toISOString()],
    ]);
    // Many at once are shared out: one sender takes no more than it can send while its claim lasts.
    const many = Array.from({ length: BATCH + 1 }, (_, n) => message(`many ${n}`));
    expect(await db.tx((m) => outbox.enqueueClaimed(m, many))).toHaveLength(BATCH);
  });
});

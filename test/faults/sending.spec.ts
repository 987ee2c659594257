// F2, F7, F10, F20: a sender that is killed, overtaken, or refused loses no message and doubles only what it must.

import { People } from '../../src/access';
import { Channels, Outbox, Sender } from '../../src/messages';
import { OutboxMessage } from '../../src/messages/entities';
import type { Db } from '../../src/persistence';
import { SettableClock } from '../../src/platform';
import { Worker } from '../../src/worker';
import { startApp } from '../app';
import { freshSqlite, onBothDatabases } from '../databases';
import { MailSink, type Fate } from './mail-sink';
import { appOn, chanceFrom, findingsIn, LONG, Program, seedOf, until } from './rig';
import { QUICK } from './scaled-rig';

jest.setTimeout(LONG ? 1_800_000 : 120_000);

const MINUTE = 60_000;

type App = Awaited<ReturnType<typeof appOn>>;

/** One message each to so many people, `n@example.org`; due at once. */
async function writeTo(t: Pick<App, 'app' | 'db'>, count: number): Promise<void> {
  await t.db.tx(async (m) => {
    for (let n = 0; n < count; n += 1) {
      const { id } = await t.app.get(People).create(m, { name: 'A', email: `${n}@example.org` });
      const params = { ref: 'RC-7F3K-Q2MW-9XC', due: '2026-12-04' };
      await t.app
        .get(Outbox)
        .enqueue(m, { key: `test-${n}`, personId: id, template: 'duty-reminder', params });
    }
  });
}

const statuses = async (db: Db): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { status } of await db.read.find(OutboxMessage)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

describe('A sender that is killed after the mail server took a message and before it could write that down', () => {
  const rounds = LONG ? 100 : 3;

  it(`${rounds} times sends everything, and again only what was under way, with the same Message-ID`, async () => {
    const { settings, drop } = freshSqlite();
    const messages = 20 + rounds * 5;
    const first = await appOn(settings);
    await writeTo(first, messages);
    await first.close();
    const mail = await MailSink.start();
    // Each round's clock is past the claims of the one before.
    const sender = (round: number) =>
      new Program('test/faults/timed-worker.ts', [
        JSON.stringify({
          database: settings,
          redisUrl: '',
          smtpUrl: mail.url,
          pace: QUICK,
          ahead: (round + 1) * 3 * MINUTE,
        }),
      ]);
    let kills = 0;
    for (let round = 0; round < rounds; round += 1) {
      const killed = sender(round);
      const seen = mail.taken.size;
      // Taken, but the sender never hears of it.
      mail.thinks = () => (mail.taken.size > seen ? new Promise(() => undefined) : undefined);
      await until('a message is taken', async () => mail.taken.size > seen || !killed.alive);
      expect((await killed.end('SIGKILL')).signal).toBe('SIGKILL');
      kills += 1;
    }
    mail.thinks = () => undefined;
    const last = sender(rounds);
    await until('all are taken', async () => mail.taken.size === messages);
    await last.end('SIGTERM');
    const extra = [...mail.taken.values()].reduce((sum, times) => sum + times - 1, 0);
    expect(extra).toBeGreaterThan(0);
    // Five are under way at once, and as many may wait to be written down.
    expect(extra).toBeLessThanOrEqual(kills * 10);
    const after = await appOn(settings);
    expect(await statuses(after.db)).toEqual({ sent: messages });
    expect(await findingsIn(after.app)).toEqual([]);
    await after.close();
    await mail.close();
    await drop();
  });
});

onBothDatabases('A sender that was overtaken', (openTestDb) => {
  it('sends nothing of what another has taken over, however long it was held up', async () => {
    const mail = await MailSink.start();
    const t = await startApp(await openTestDb(), '2026-10-06T09:00:00Z', { SMTP_URL: mail.url });
    await writeTo(t, 20);
    const sender = t.app.get(Sender);
    const held = await sender.claim();
    expect(held).toHaveLength(20);
    expect(await sender.claim()).toHaveLength(0);
    // It stood still; its claims have lapsed, and somebody else does the work.
    t.clock.moveTo(new Date(t.clock.now().getTime() + 3 * MINUTE));
    expect(await sender.sendDue()).toBe(20);
    await sender.send(held);
    expect([mail.taken.size, mail.doubles(), await statuses(t.db)]).toEqual([20, [], { sent: 20 }]);
    t.app.get(Channels).close();
    await mail.close();
  });
});

describe('A mail server that refuses three in ten for an hour', () => {
  it('gets each message in the end, once; what it refused for good waits for a person, and holds up nobody', async () => {
    const { settings, drop } = freshSqlite();
    const seed = seedOf();
    const chance = chanceFrom(seed);
    const mail = await MailSink.start();
    const clock = new SettableClock(new Date('2026-10-06T09:00:00Z'));
    const t = await appOn(settings, clock, { SMTP_URL: mail.url });
    const messages = LONG ? 1_000 : 100;
    await writeTo(t, messages);
    const healed = new Date(clock.now().getTime() + 60 * MINUTE);
    const never = '3@example.org';
    mail.fate = (to): Fate => {
      if (to === never) return 550;
      if (clock.now() >= healed) return 'take';
      const drawn = chance();
      return drawn < 0.15 ? 451 : drawn < 0.25 ? 554 : drawn < 0.3 ? 'cut' : 'take';
    };
    /** When each message that failed is due again, in minutes from its failure. */
    const waits = new Set<number>();
    await t.app.get(Worker).runUntilIdle();
    // Progress, although some were refused: the others did not wait for them.
    expect(mail.taken.size).toBeGreaterThan(messages * 0.5);
    for (let step = 0; step < 12; step += 1) {
      const waiting = await t.db.read.findBy(OutboxMessage, { status: 'queued' });
      const next = waiting.map(({ nextAttemptAt }) => nextAttemptAt).sort()[0];
      if (next === undefined) break;
      for (const { attempts, nextAttemptAt } of waiting)
        waits.add(attempts * 10_000 + (Date.parse(nextAttemptAt) - clock.now().getTime()) / MINUTE);
      clock.moveTo(new Date(next));
      await t.app.get(Worker).runUntilIdle();
    }
    const counts = await statuses(t.db);
    expect({ seed, pending: (counts.queued ?? 0) + (counts.claimed ?? 0) }).toEqual({ seed, pending: 0 });
    expect({ seed, sent: counts.sent, doubles: mail.doubles() }).toEqual({
      seed,
      sent: mail.taken.size,
      doubles: [],
    });
    expect(counts.sent as number).toBeGreaterThanOrEqual(messages * 0.6);
    const dead = await t.app.get(Sender).dead();
    expect(dead.length + (counts.sent as number)).toBe(messages);
    expect(dead.every(({ receipt }) => receipt?.includes('refused it for good'))).toBe(true);
    expect(waits).toContain(10_001);
    // Put right and tried again by a person, it is sent.
    mail.fate = () => 'take';
    for (const { id } of dead) expect(await t.app.get(Sender).revive(id)).toBe(true);
    await t.app.get(Worker).runUntilIdle();
    expect([mail.taken.size, mail.doubles(), await statuses(t.db)]).toEqual([
      messages,
      [],
      { sent: messages },
    ]);
    expect(await findingsIn(t.app, 0)).toEqual([]);
    await t.close();
    await mail.close();
    await drop();
  });
});

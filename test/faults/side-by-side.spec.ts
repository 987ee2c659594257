// An upgrade without a pause: the first release's own code and today's work on one PostgreSQL and one Redis.

import { randomUUID } from 'node:crypto';
import { Case, JournalEntry } from '../../src/engine/entities';
import { entities } from '../../src/entities';
import { OutboxMessage } from '../../src/messages/entities';
import { openDb, type Db } from '../../src/persistence';
import { Reminder } from '../../src/reminders/entities';
import { DeadLetter } from '../../src/worker/entities';
import { freshPostgres } from '../databases';
import { freshRedis } from '../redis';
import { changedRefs, first, firstRelease, noOldCode, oldCode } from './first-release';
import { MailSink } from './mail-sink';
import { appOn, Clients, findingsIn, LONG, pause, Program, Server, settingsOf, until } from './rig';

jest.setTimeout(600_000);

const missing =
  [process.env.RECOURSE_TEST_POSTGRES, process.env.RECOURSE_TEST_REDIS].find((state) => state !== 'up') ??
  noOldCode ??
  // Compiling and starting another release takes the short form too long; it sends the release's own statements instead.
  (LONG ? undefined : 'only in the long form');

const REMINDERS = 300;

(missing ? it.skip : it)(
  `Processes of the first release and of today work side by side: nothing acknowledged is lost, each reminder is sent once${missing ? ` (skipped: ${missing})` : ''}`,
  async () => {
    const { settings, drop } = await freshPostgres();
    const redis = await freshRedis();
    const mail = await MailSink.start();
    await firstRelease(settings);
    const env = { SMTP_URL: mail.url, REDIS_URL: redis.url };
    const release = oldCode();
    const token = await tokenOf(release, settingsOf(settings));

    const old = await Server.start(settings, env, release);
    const early = new Clients(old.url, token, 'old-').start(2);
    await until('the old one works', async () => early.acknowledged.length >= 10);
    // Migrates while the old one is at work.
    const today = await Server.start(settings, env);
    const late = new Clients(today.url, token, 'new-').start(2);
    await until('both work', async () => late.acknowledged.length >= 10);
    const db = await openDb(settings, entities);
    const spread = 20_000;
    await planReminders(db, spread);
    const seen = [early.acknowledged.length, late.acknowledged.length];
    await pause(spread / 2);
    expect(early.acknowledged.length).toBeGreaterThan(seen[0] as number);
    expect(late.acknowledged.length).toBeGreaterThan(seen[1] as number);
    // The old one is taken away under load; its clients go on with today's, with the keys they had.
    await old.end('SIGTERM');
    early.moveTo(today.url);
    const moved = early.acknowledged.length;
    await until('its clients go on', async () => early.acknowledged.length >= moved + 10);
    await Promise.all([early.stop(), late.stop()]);
    const now = () => new Date().toISOString();
    const waiting = async () => {
      const planned = await db.read.find(Reminder, { where: { status: 'planned' } });
      const queued = await db.read.find(OutboxMessage);
      return [
        ...planned.filter(({ at }) => at <= now()).map(({ key }) => `reminder ${key}`),
        ...queued
          .filter(({ status }) => status === 'queued' || status === 'claimed')
          .map(({ key }) => `message ${key}`),
      ];
    };
    await until('everything due is done', async () => (await waiting()).length === 0, 150_000).catch(
      async (error: Error) => {
        throw new Error(
          `${error.message}: ${(await waiting()).slice(0, 5).join(', ')}; ${today.said.slice(-1500)}`,
        );
      },
    );
    expect((await today.end('SIGTERM')).code).toBe(0);
    expect(old.said + today.said).not.toMatch(/"level":"error"/);

    // Nothing that either acknowledged is lost, and no key was used twice.
    const acknowledged = [...early.acknowledged, ...late.acknowledged];
    const kept = new Map((await db.read.find(Case)).map(({ ref, version }) => [ref, version]));
    expect(acknowledged.filter(({ answer }) => (kept.get(answer!.ref) ?? 0) < answer!.version)).toEqual([]);
    const keys = (await db.read.find(JournalEntry)).flatMap(({ idempotencyKey: key }) => (key ? [key] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect([...new Set([...early.rude, ...late.rude])]).toEqual([]);
    // Each reminder has become its message, and each message one mail.
    expect(await db.read.find(DeadLetter)).toEqual([]);
    const before = new Set((first.tables.outbox ?? []).map(({ id }) => id as string));
    const messages = (await db.read.find(OutboxMessage)).filter(({ id }) => !before.has(id));
    const statuses = new Set(messages.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['sent']));
    expect([mail.taken.size, mail.doubles()]).toEqual([messages.length, []]);
    expect(messages.filter(({ key }) => key.startsWith('side|'))).toHaveLength(REMINDERS);
    await db.close();

    const { app, close } = await appOn(settings);
    const findings = await findingsIn(app, 0);
    expect(findings.filter(({ ref }) => !changedRefs.includes(ref))).toEqual([]);
    await close();
    await mail.close();
    await redis.drop();
    await drop();
  },
);

/** Made by the old release's own command. */
async function tokenOf(release: string, env: NodeJS.ProcessEnv): Promise<string> {
  const command = new Program(`${release}/src/cli.ts`, ['token', '--person', first.amira], env);
  await command.ended;
  const [token] = /rc_\S+/.exec(command.said) ?? [];
  if (token === undefined) throw new Error(`The old release made no token: ${command.said}`);
  return token;
}

/** To the family of the first release's appeal, spread over so many milliseconds from now. */
async function planReminders(db: Db, spread: number): Promise<void> {
  const about = await db.read.findOneByOrFail(Case, { ref: first.ref });
  const rows = Array.from({ length: REMINDERS }, (_, n) => ({
    id: randomUUID(),
    key: `side|${n}`,
    caseId: about.id,
    caseRef: about.ref,
    disputeId: about.disputeId,
    deadlineId: null,
    party: 'parent or young person' as const,
    template: 'right-reminder',
    params: { due: '2026-12-04' },
    at: new Date(Date.now() + (spread * n) / REMINDERS).toISOString(),
    status: 'planned' as const,
    closedAt: null,
  }));
  await db.tx((m) => m.insert(Reminder, rows));
}

import { Deadline, JournalEntry } from '../../src/engine/entities';
import { OutboxMessage } from '../../src/messages/entities';
import { Reminder } from '../../src/reminders/entities';
import { DeadLetters } from '../../src/worker';
import { doorTo } from '../redis';
import { findingsIn, LONG, pause, until } from './rig';
import { missing, ScaledRig } from './scaled-rig';

jest.setTimeout(LONG ? 600_000 : 120_000);

/** `npm run test:faults` takes ten times as much. */
const MANY = LONG ? 5_000 : 500;

(missing ? describe.skip : describe)(`Several workers${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: ScaledRig;
  const begin = async (now?: string) => (rig = await ScaledRig.start(now));
  afterEach(() => rig.close());

  it.each(LONG ? [2, 8] : [2])(
    `, %i of them, race for ${MANY} due reminders and send each exactly once`,
    async (many) => {
      await begin();
      await rig.planReminders(MANY);
      const workers = await Promise.all(Array.from({ length: many }, () => rig.worker()));
      await rig.sent(MANY, MANY * 100);
      const shares = await Promise.all(workers.map((worker) => worker.stop()));
      expect([rig.mail.taken.size, rig.mail.doubles()]).toEqual([MANY, []]);
      // Each had a share: otherwise there was no race.
      expect(Math.min(...shares.map(({ reminders = 0 }) => reminders))).toBeGreaterThan(0);
    },
  );

  // The claims of one that stands still lapse after two minutes of real time: only the long form waits for them.
  (LONG ? it : it.skip)(
    'take over from one that stands still, which sends nothing when it wakes',
    async () => {
      await begin();
      rig.mail.thinks = () => pause(10);
      await rig.planReminders(200);
      const frozen = await rig.worker();
      await until('it is in the middle', async () => rig.mail.taken.size >= 50);
      frozen.child.kill('SIGSTOP');
      await rig.worker();
      await rig.sent(200, 240_000);
      frozen.child.kill('SIGCONT');
      await pause(5_000);
      expect(rig.mail.taken.size).toBe(200);
      // No more than were under way, or not yet written down.
      expect(rig.mail.doubles().length).toBeLessThanOrEqual(10);
    },
  );

  it('raise each missed date exactly once', async () => {
    await begin('2026-03-02T09:00:00Z');
    for (let n = 0; n < 10; n += 1) {
      await rig.t.cases.open(
        {
          route: 'council-complaint',
          facts: { about: 'delay', aware: '2026-03-01', received: '2026-03-02', complaint: 'Still waiting' },
          parties: rig.t.organisations,
        },
        rig.t.people.Amira,
      );
    }
    const late = () =>
      rig.t.db.read
        .createQueryBuilder(Deadline, 'd')
        .where("d.status = 'open' AND d.lateAfter < :now", { now: new Date().toISOString() })
        .getCount();
    expect(await late()).toBeGreaterThanOrEqual(10);
    const workers = await Promise.all([rig.worker(), rig.worker()]);
    await until('every date is raised', async () => (await late()) === 0);
    await Promise.all(workers.map((worker) => worker.stop()));
    const missed = await rig.t.db.read.countBy(Deadline, { status: 'missed' });
    const entries = (await rig.t.db.read.find(JournalEntry)).filter(({ type }) => type.startsWith('missed.'));
    expect(missed).toBeGreaterThanOrEqual(10);
    expect(entries).toHaveLength(missed);
    expect(await findingsIn(rig.t.app)).toEqual([]);
  });

  it('lose nothing and send nothing twice when Redis is emptied under them', async () => {
    await begin();
    await rig.planReminders(MANY, 3_000);
    const workers = await Promise.all([rig.worker(), rig.worker()]);
    for (let flush = 0; flush < 20; flush += 1) {
      await rig.redis.redis.flushdb();
      await pause(120);
    }
    await rig.sent(MANY, MANY * 100);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect([rig.mail.taken.size, rig.mail.doubles()]).toEqual([MANY, []]);
    const early = (await rig.t.db.read.find(Reminder)).filter(
      ({ at, closedAt }) => (closedAt as string) < at,
    );
    expect(early).toEqual([]);
  });

  it('go on from the rows while Redis is away, say so, and return to the queue', async () => {
    await begin();
    const door = await doorTo(rig.redis.url);
    await rig.planReminders(20);
    const worker = await rig.worker({ redisUrl: door.url });
    await rig.sent(20);
    expect(worker.said).toContain('Redis cannot be reached');
    await door.open();
    await until('it is back', async () => worker.said.includes('Redis is back'));
    await rig.planReminders(20);
    await rig.sent(40);
    await door.shut();
    await rig.planReminders(20);
    await rig.sent(60);
    expect(worker.said.match(/Redis cannot be reached/g)).toHaveLength(2);
    // It stops in order although Redis is away.
    const done = await worker.stop();
    expect(done.reminders).toBeGreaterThanOrEqual(20);
    expect([rig.mail.taken.size, rig.mail.doubles()]).toEqual([60, []]);
  });

  it('take over from one that was killed; what may have been sent twice bears the same Message-ID', async () => {
    await begin();
    rig.mail.thinks = () => pause(10);
    await rig.planReminders(200);
    const first = await rig.worker();
    await until('it is in the middle', async () => rig.mail.taken.size >= 50);
    await first.kill();
    expect(await rig.t.db.read.countBy(OutboxMessage, { status: 'sent' })).toBeLessThan(200);
    rig.mail.thinks = () => undefined;
    // Its clock is past the claims of the dead one.
    const second = await rig.worker({ ahead: 3 * 60_000 });
    await rig.sent(200, 60_000);
    await second.stop();
    expect(rig.mail.taken.size).toBe(200);
    // No more than were on their way, or not yet written down, when it was killed.
    expect(rig.mail.doubles().length).toBeLessThanOrEqual(10);
    expect([...rig.mail.taken.values()].every((times) => times <= 2)).toBe(true);
  });

  it('put aside what fails again and again, for a person, and hold up nothing for it', async () => {
    await begin();
    await rig.planReminders(1, 0, { disputeId: 'not a dispute' });
    await rig.planReminders(10);
    const worker = await rig.worker();
    const letters = rig.t.app.get(DeadLetters);
    await until('there is a dead letter', async () => (await letters.count()).reminders === 1);
    await rig.sent(10);
    const [letter] = await letters.all();
    expect(letter).toMatchObject({
      kind: 'reminders',
      attempts: 6,
      error: expect.stringContaining('Dispute'),
    });
    const rowId = letter?.rowId as string;
    await rig.t.db.tx((m) => m.update(Reminder, { id: rowId }, { disputeId: rig.theDispute }));
    expect(await letters.retry(rowId)).toBe(true);
    await rig.sent(11);
    await worker.stop();
    expect([await letters.all(), rig.mail.taken.size, rig.mail.doubles()]).toEqual([[], 11, []]);
  });
});

import { Deadline, JournalEntry } from '../../src/engine/entities';
import { Verifier } from '../../src/engine';
import { OutboxMessage } from '../../src/messages/entities';
import { Reminder } from '../../src/reminders/entities';
import { DeadLetters } from '../../src/worker';
import { doorTo } from '../redis';
import { missing, ScaledRig, until } from './scaled-rig';

jest.setTimeout(process.env.RECOURSE_TEST_LONG ? 600_000 : 120_000);

/** `npm run test:faults` takes ten times as much. */
const MANY = process.env.RECOURSE_TEST_LONG ? 5_000 : 500;

(missing ? describe.skip : describe)(`Several workers${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let rig: ScaledRig;
  const begin = async (now?: string) => (rig = await ScaledRig.start(now));
  afterEach(() => rig.close());

  it(`that race for ${MANY} due reminders send each message exactly once`, async () => {
    await begin();
    await rig.planReminders(MANY);
    const workers = await Promise.all([rig.worker(), rig.worker()]);
    await rig.sent(MANY, MANY * 100);
    const [first, second] = await Promise.all(workers.map((worker) => worker.stop()));
    expect([rig.taken.size, rig.doubles()]).toEqual([MANY, []]);
    // Both had a share: otherwise there was no race.
    expect(Math.min(first?.messages ?? 0, second?.messages ?? 0)).toBeGreaterThan(0);
  });

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
    const findings: unknown[] = [];
    await new Verifier(rig.t.db).verifyAll((finding) => findings.push(finding));
    expect(findings).toEqual([]);
  });

  it('lose nothing and send nothing twice when Redis is emptied under them', async () => {
    await begin();
    await rig.planReminders(MANY, 3_000);
    const workers = await Promise.all([rig.worker(), rig.worker()]);
    for (let flush = 0; flush < 6; flush += 1) {
      await rig.redis.redis.flushdb();
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    await rig.sent(MANY, MANY * 100);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect([rig.taken.size, rig.doubles()]).toEqual([MANY, []]);
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
    expect(done.messages).toBeGreaterThanOrEqual(20);
    expect([rig.taken.size, rig.doubles()]).toEqual([60, []]);
  });

  it('take over from one that was killed; what may have been sent twice bears the same Message-ID', async () => {
    await begin();
    rig.mailTakes = 10;
    await rig.planReminders(200);
    const first = await rig.worker();
    await until('it is in the middle', async () => rig.taken.size >= 50);
    await first.kill();
    expect(await rig.t.db.read.countBy(OutboxMessage, { status: 'sent' })).toBeLessThan(200);
    rig.mailTakes = 0;
    // Its clock is past the claims of the dead one.
    const second = await rig.worker({ ahead: 3 * 60_000 });
    await rig.sent(200, 60_000);
    await second.stop();
    expect(rig.taken.size).toBe(200);
    // No more than were on their way, or not yet written down, when it was killed.
    expect(rig.doubles().length).toBeLessThanOrEqual(20);
    expect([...rig.taken.values()].every((times) => times <= 2)).toBe(true);
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
    expect([await letters.all(), rig.taken.size, rig.doubles()]).toEqual([[], 11, []]);
  });
});

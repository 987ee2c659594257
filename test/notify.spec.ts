import { CallbackTokens, Preferences, Receipts, Undelivered, type TemplateId } from '../src/messages';
import { ContactSafeties } from '../src/lodging';
import { OutboxMessage, TrackedDelivery } from '../src/messages/entities';
import { Outbox } from '../src/messages/outbox';
import { DeadLetters } from '../src/worker';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';
import { notifyServer, type Taken } from './notify-server';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

onBothDatabases('GOV.UK Notify', (openTestDb) => {
  let t: TestApp;
  let notify: Awaited<ReturnType<typeof notifyServer>>;
  let callback: string;
  let token: string;
  let n = 0;

  beforeAll(async () => {
    notify = await notifyServer();
    t = await startApp(await openTestDb(), '2026-10-06T08:00:00Z', {
      ...notify.env,
      BASE_URL: 'https://recourse.example',
    });
    await t.app.listen(0);
    callback = `${await t.app.getUrl()}/api/v1/receipts/notify`.replace('[::1]', 'localhost');
    token = await t.app.get(CallbackTokens).make();
  });
  afterAll(async () => {
    await t.app.getHttpServer().close();
    await notify.close();
  });

  const wait = (ms: number) => t.clock.moveTo(new Date(t.clock.now().getTime() + ms));
  /** Queues one and gives its row. */
  const queue = async (template: TemplateId = 'your-turn', params: Record<string, string> = {}) => {
    const key = `test|${(n += 1)}`;
    const { personId } = t.people.Amira;
    await t.db.tx((m) =>
      t.app.get(Outbox).enqueue(m, {
        key,
        personId,
        template,
        params: { ref: 'RC-7F3K-Q2MW-9XC', party: 'parent or young person', ...params },
      }),
    );
    return t.db.read.findOneByOrFail(OutboxMessage, { key });
  };
  const rowOf = ({ id }: OutboxMessage) => t.db.read.findOneByOrFail(OutboxMessage, { id });
  const handed = async ({ id }: OutboxMessage): Promise<Taken[]> => {
    const rows = await t.db.read.findBy(TrackedDelivery, { messageId: id });
    return notify.taken.filter(({ reference }) => rows.some((row) => row.reference === reference));
  };
  const tell = (reference: string, status: string, bearer = token) => {
    const { id = 'x' } = notify.taken.find((each) => each.reference === reference) ?? {};
    return fetch(callback, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id, reference, to: 'zz@example.org', status, notification_type: 'email' }),
    });
  };
  const sentOnce = async (message: OutboxMessage): Promise<Taken> => {
    await t.worker.runUntilIdle();
    const [one, ...more] = await handed(message);
    expect(more).toEqual([]);
    return one as Taken;
  };

  it('is given an e-mail under our own reference, which says nothing about anybody', async () => {
    const taken = await sentOnce(await queue());
    expect(taken).toMatchObject({ type: 'email', to: 'amira@example.org' });
    expect(taken.reference).toMatch(/^[0-9a-f]{40}$/);
    expect(taken.personalisation).toMatchObject({
      subject: 'It is your turn: your SEND case RC-7F3K-Q2MW-9XC',
      ref: 'RC-7F3K-Q2MW-9XC',
    });
    expect(taken.oneClick).toBeUndefined();
  });

  it('can switch news off by one click, and nothing else', async () => {
    const taken = await sentOnce(await queue('news'));
    expect(taken.oneClick).toMatch(/^https:\/\/recourse\.example\/stop\/[\w-]+$/);
  });

  it('that takes a message and does not answer is asked before it is given another', async () => {
    notify.moods.push('drop');
    const message = await queue();
    await t.worker.runUntilIdle();
    expect(await rowOf(message)).toMatchObject({ status: 'queued', attempts: 1 });
    const sends = notify.sends();
    wait(2 * MINUTE);
    const { id } = await sentOnce(message);
    expect(notify.sends()).toBe(sends);
    expect(await rowOf(message)).toMatchObject({ status: 'sent', receipt: `notify:${id}` });
  });

  it('that wants no more for now is left alone for as long as it says, and that is no failed try', async () => {
    notify.moods.push({ status: 429, error: 'RateLimitError', retryAfter: 1 });
    const message = await queue();
    await t.worker.runUntilIdle();
    expect(await rowOf(message)).toMatchObject({ status: 'queued', attempts: 0 });
    wait(1_000);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    await sentOnce(message);
    expect(await rowOf(message)).toMatchObject({ status: 'sent', attempts: 0 });
  });

  it('that is in trouble is tried again', async () => {
    notify.moods.push({ status: 503, error: 'Exception' });
    const message = await queue();
    await t.worker.runUntilIdle();
    expect(await rowOf(message)).toMatchObject({ status: 'queued', attempts: 1 });
    wait(2 * MINUTE);
    await sentOnce(message);
  });

  it('is believed only with the token', async () => {
    const { reference } = await sentOnce(await queue());
    expect((await tell(reference, 'permanent-failure', 'wrong')).status).toBe(401);
    expect((await tell(reference, 'delivered')).status).toBe(204);
    expect((await tell('no such reference', 'permanent-failure')).status).toBe(204);
    expect(await t.db.read.findOneByOrFail(TrackedDelivery, { reference })).toMatchObject({
      status: 'delivered',
    });
  });

  it('never makes a status go back, however late it tells', async () => {
    const { reference } = await sentOnce(await queue());
    const statusNow = async () => (await t.db.read.findOneByOrFail(TrackedDelivery, { reference })).status;
    for (const [status, then] of [
      ['sending', 'sending'],
      ['created', 'sending'],
      ['no-such-status', 'sending'],
      ['delivered', 'delivered'],
      ['sending', 'delivered'],
      ['permanent-failure', 'delivered'],
    ] as const) {
      await tell(reference, status);
      expect([status, await statusNow()]).toEqual([status, then]);
    }
    expect(await t.app.get(Undelivered).contactsOf(t.people.Amira.personId)).toEqual([]);
  });

  it('makes a failure that may pass a new sending, under a new reference', async () => {
    const message = await queue();
    const first = await sentOnce(message);
    await tell(first.reference, 'temporary-failure');
    expect(await rowOf(message)).toMatchObject({ status: 'queued', attempts: 1 });
    wait(HOUR);
    await t.worker.runUntilIdle();
    const both = await handed(message);
    expect(new Set(both.map(({ reference }) => reference)).size).toBe(2);
  });

  it('that loses receipts is asked once a day what became of them', async () => {
    const message = await queue();
    const taken = await sentOnce(message);
    taken.status = 'delivered';
    await t.app.get(Receipts).askForUnresolved();
    const tracked = () => t.db.read.findOneByOrFail(TrackedDelivery, { reference: taken.reference });
    expect((await tracked()).status).toBe('created');
    wait(25 * HOUR);
    await t.worker.runUntilIdle();
    expect((await tracked()).status).toBe('delivered');
  });

  it('sends a text only to who has said that texts are safe', async () => {
    const none = await queue('text-update');
    await t.worker.runUntilIdle();
    expect(await rowOf(none)).toMatchObject({ status: 'withheld', receipt: 'No texts wanted' });
    const { personId: amira } = t.people.Amira;
    await t.app.get(ContactSafeties).say(amira, { safe: ['text'], phone: '07700 900123' });
    await t.app.get(Preferences).choose(amira, { text: true });
    const taken = await sentOnce(await queue('text-update'));
    expect(taken).toMatchObject({ type: 'sms', to: '+447700900123' });
    const stored = JSON.stringify(await t.db.read.query('SELECT * FROM message_preferences'));
    expect(stored).not.toContain('7700900123');
  });

  it('told a hundred times at once that nothing arrives, it is one task for a person', async () => {
    const { personId } = t.people.Amira;
    const message = await queue('right-reminder', { due: '2026-12-04' });
    const { reference } = await sentOnce(message);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => tell(reference, 'permanent-failure').then(({ status }) => status)),
    );
    expect(new Set(answers)).toEqual(new Set([204]));
    const undelivered = t.app.get(Undelivered);
    expect(await undelivered.waiting()).toEqual([
      expect.objectContaining({ messageId: message.id, caseRef: 'RC-7F3K-Q2MW-9XC', contact: 'email' }),
    ]);
    expect(await rowOf(message)).toMatchObject({ status: 'dead', attempts: 1 });
    expect((await t.app.get(DeadLetters).all()).map(({ rowId }) => rowId)).toEqual([message.id]);
    expect((await undelivered.contactsOf(personId)).map(({ contact }) => contact)).toEqual(['email']);
  });

  it('is not used for an address that takes nothing: each notice is a task, a code is sent all the same', async () => {
    const sends = notify.sends();
    const notice = await queue('right-reminder', { due: '2026-12-04' });
    const news = await queue('news');
    await t.worker.runUntilIdle();
    expect(notify.sends()).toBe(sends);
    expect([(await rowOf(notice)).status, (await rowOf(news)).status]).toEqual(['dead', 'withheld']);
    expect(await t.app.get(Undelivered).waiting()).toHaveLength(2);
    await sentOnce(await queue('sign-in-code'));
  });

  it('is used again when an operator has put it right, under a new reference', async () => {
    for (const { rowId } of await t.app.get(DeadLetters).all())
      expect(await t.app.get(DeadLetters).retry(rowId)).toBe(true);
    await t.worker.runUntilIdle();
    expect(await t.app.get(Undelivered).waiting()).toEqual([]);
    expect(await t.app.get(DeadLetters).all()).toEqual([]);
    expect(await t.app.get(Undelivered).contactsOf(t.people.Amira.personId)).toEqual([]);
  });
});

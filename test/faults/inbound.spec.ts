// F9: what others send us arrives a hundred times at once, changed under the same id, or in the wrong order.

import { CallbackTokens, Outbox, Undelivered, type TemplateId } from '../../src/messages';
import { OutboxMessage, TrackedDelivery } from '../../src/messages/entities';
import { Case } from '../../src/engine/entities';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { notifyServer } from '../notify-server';
import { FACTS, findingsIn, NEXT, send } from './rig';

jest.setTimeout(120_000);

const TIMES = 100;
const ADDRESS = 'zz-private@example.org';

onBothDatabases('F9 What others send us', (openTestDb) => {
  let t: TestApp;
  let notify: Awaited<ReturnType<typeof notifyServer>>;
  let url: string;
  let token: string;

  beforeAll(async () => {
    notify = await notifyServer();
    const now = new Date().toISOString();
    t = await startApp(await openTestDb(), now, { ...notify.env, BASE_URL: 'https://recourse.example' });
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    token = await t.app.get(CallbackTokens).make();
  });
  afterAll(async () => {
    await t.app.getHttpServer().close();
    await notify.close();
  });

  let keys = 0;
  /** A message that Notify has taken. */
  const sent = async (template: TemplateId = 'your-turn') => {
    const key = `f9|${(keys += 1)}`;
    const params = { ref: 'RC-7F3K-Q2MW-9XC', party: 'parent or young person' };
    await t.db.tx((m) =>
      t.app.get(Outbox).enqueue(m, { key, personId: t.people.Amira.personId, template, params }),
    );
    await t.worker.runUntilIdle();
    const message = await t.db.read.findOneByOrFail(OutboxMessage, { key });
    const delivery = await t.db.read.findOneByOrFail(TrackedDelivery, { messageId: message.id });
    return { message, reference: delivery.reference, id: delivery.providerId as string };
  };
  const receipt = ({ id, reference }: { id: string; reference: string }, status: string, more = {}) => ({
    id,
    reference,
    to: ADDRESS,
    status,
    completed_at: '2026-11-25T10:00:00.000000Z',
    notification_type: 'email',
    ...more,
  });
  const post = (path: string, body: string, type = 'application/json', bearer = token) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
      body,
    });
  const tell = async (body: unknown) => (await post('/receipts/notify', JSON.stringify(body))).status;
  const statusOf = async ({ reference }: { reference: string }) =>
    (await t.db.read.findOneByOrFail(TrackedDelivery, { reference })).status;
  /** What the log says of receipts meanwhile. */
  const logged = async (work: () => Promise<void>): Promise<string[]> => {
    const said: string[] = [];
    const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    await work();
    spy.mockRestore();
    return said.filter((line) => line.includes('receipt'));
  };
  const count = (statuses: number[]) =>
    Object.fromEntries(
      [...new Set(statuses)].map((each) => [each, statuses.filter((s) => s === each).length]),
    );
  const atOnce = async (work: () => Promise<number>) =>
    count(await Promise.all(Array.from({ length: TIMES }, work)));

  it(`F9 the same receipt ${TIMES} times at once has one effect`, async () => {
    const one = await sent('right-reminder');
    expect(await atOnce(() => tell(receipt(one, 'permanent-failure')))).toEqual({ 204: TIMES });
    expect(await t.db.read.findOneByOrFail(OutboxMessage, { id: one.message.id })).toMatchObject({
      status: 'dead',
      attempts: 1,
    });
    expect((await t.app.get(Undelivered).waiting()).map(({ messageId }) => messageId)).toEqual([
      one.message.id,
    ]);
    await t.app.get(Undelivered).useAgain(t.people.Amira.personId, 'email');
  });

  it('F9 another content under the same id is refused with 409 and one line in the log that names nobody', async () => {
    const [one, other] = [await sent(), await sent()];
    expect(await tell(receipt(one, 'sending'))).toBe(204);
    expect(await tell(receipt(one, 'delivered'))).toBe(204);
    const altered = [
      // Another time, another kind of message, another of our messages, another end.
      receipt(one, 'delivered', { completed_at: '2026-11-25T11:00:00.000000Z' }),
      receipt(one, 'delivered', { notification_type: 'sms' }),
      receipt({ ...one, reference: other.reference }, 'delivered'),
      receipt(one, 'permanent-failure'),
      // Of a message that nobody has told anything of yet, under an id that is not its own.
      receipt({ ...other, id: '7f5e0000-0000-4000-8000-000000000000' }, 'permanent-failure'),
    ];
    for (const body of altered) {
      const said = await logged(async () => {
        const response = await post('/receipts/notify', JSON.stringify(body));
        expect([response.status, response.headers.get('content-type')]).toEqual([
          409,
          'application/problem+json; charset=utf-8',
        ]);
        const problem = (await response.json()) as { type: string };
        expect(problem.type).toMatch(/\/receipt-altered$/);
        expect(JSON.stringify(problem)).not.toContain(ADDRESS);
      });
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('its id has told something else before');
      expect(said[0]).not.toMatch(/@|RC-|Amira|7f5e0000/);
    }
    expect([await statusOf(one), await statusOf(other)]).toEqual(['delivered', 'created']);
    expect((await t.db.read.findOneByOrFail(OutboxMessage, { id: other.message.id })).status).toBe('sent');
    // What it truly said is still taken, as often as it comes.
    expect(await logged(async () => expect(await tell(receipt(one, 'delivered'))).toBe(204))).toEqual([]);
    const stored = JSON.stringify(await t.db.read.find(TrackedDelivery));
    expect(stored).not.toContain(ADDRESS);
  });

  it(`F9 of ${TIMES} that contradict each other at once, one is believed and all others are refused`, async () => {
    const one = await sent();
    let n = 0;
    const contradicting = () =>
      tell(
        receipt(one, 'delivered', {
          completed_at: `2026-11-25T10:00:00.${String((n += 1)).padStart(6, '0')}Z`,
        }),
      );
    expect(await atOnce(contradicting)).toEqual({ 204: 1, 409: TIMES - 1 });
    expect(await statusOf(one)).toBe('delivered');
  });

  it('F9 statuses in the wrong order, all at once or one by one, never go back', async () => {
    const one = await sent();
    for (const [status, then] of [
      ['created', 'created'],
      ['delivered', 'delivered'],
      ['sending', 'delivered'],
      ['created', 'delivered'],
      ['no such status', 'delivered'],
    ] as const) {
      expect(await tell(receipt(one, status))).toBe(204);
      expect([status, await statusOf(one)]).toEqual([status, then]);
    }
    const other = await sent();
    const order = ['delivered', 'sending', 'created', 'pending', 'sent'];
    let n = 0;
    expect(await atOnce(() => tell(receipt(other, order[(n += 1) % order.length] as string)))).toEqual({
      204: TIMES,
    });
    expect(await statusOf(other)).toBe('delivered');
    expect((await t.db.read.findOneByOrFail(OutboxMessage, { id: other.message.id })).status).toBe('sent');
  });

  it('F9 a receipt that overtakes the answer to the call names the message: it is not sent again', async () => {
    notify.moods.push('drop');
    const one = await sent();
    expect(one.id).toBeNull();
    const taken = notify.taken.find(({ reference }) => reference === one.reference);
    expect(await tell(receipt({ ...one, id: taken?.id as string }, 'delivered'))).toBe(204);
    const sends = notify.sends();
    t.clock.moveTo(new Date(t.clock.now().getTime() + 10 * 60_000));
    await t.worker.runUntilIdle();
    expect(notify.sends()).toBe(sends);
    expect(await t.db.read.findOneByOrFail(OutboxMessage, { id: one.message.id })).toMatchObject({
      status: 'sent',
      receipt: `notify:${taken?.id}`,
    });
  });

  it(`F9 a mail that came back, told ${TIMES} times at once, is one task for a person`, async () => {
    const { message } = await sent('right-reminder');
    const bounce = [
      'From: MAILER-DAEMON@mx.example.org',
      `To: bounces+${message.id}@recourse.example`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      'Action: failed',
      'Status: 5.2.1',
      '--b--',
      '',
    ].join('\r\n');
    const outcomes: string[] = [];
    const before = (await t.app.get(Undelivered).waiting()).length;
    expect(
      await atOnce(async () => {
        const response = await post('/receipts/bounces', bounce, 'message/rfc822');
        outcomes.push(((await response.json()) as { bounce: string }).bounce);
        return response.status;
      }),
    ).toEqual({ 200: TIMES });
    expect(outcomes.filter((each) => each === 'recorded')).toHaveLength(1);
    expect(await t.app.get(Undelivered).waiting()).toHaveLength(before + 1);
    await t.app.get(Undelivered).useAgain(t.people.Amira.personId, 'email');
  });

  it(`F9 an act with the same Idempotency-Key ${TIMES} times at once is done once, and refused where it says something else`, async () => {
    const bearer = await t.token(t.people.Amira);
    const act = (key: string, path: string, body: unknown, version?: number) =>
      send(url, bearer, { key, path, body, version });
    const open = (noticeSent: string) =>
      act('f9-open', '/cases', { route: 'tribunal.sen-appeal', facts: { ...FACTS, noticeSent } });
    const counted = () => t.db.read.countBy(Case, { route: 'tribunal.sen-appeal' });
    const before = await counted();
    expect(await atOnce(async () => (await open(FACTS.noticeSent)).status)).toEqual({ 201: TIMES });
    expect(await counted()).toBe(before + 1);
    const { ref } = (await (await open(FACTS.noticeSent)).json()) as { ref: string };
    const move = () => act('f9-move', `/cases/${ref}/events`, { type: NEXT, data: {} }, 1);
    expect(await atOnce(async () => (await move()).status)).toEqual({ 200: TIMES });
    expect((await t.db.read.findOneByOrFail(Case, { ref })).version).toBe(2);
    const other = await open('2026-01-05');
    expect([other.status, await other.text()]).toEqual([
      422,
      expect.stringContaining('idempotency-key-reused'),
    ]);
    expect(await findingsIn(t.app)).toEqual([]);
  });
});

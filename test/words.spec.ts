// What messages say, how they look on the way, and that nothing of a child, a place or a person is ever in them.

import readability from 'text-readability-ts';
import {
  CallbackTokens,
  channelOf,
  notifyTemplates,
  proseOf,
  render,
  templates,
  Undelivered,
  wordsOf,
  type TemplateId,
} from '../src/messages';
import { OutboxMessage } from '../src/messages/entities';
import { Outbox } from '../src/messages/outbox';
import { People } from '../src/access';
import { startApp, type TestApp } from './app';
import { freshSqlite } from './databases';
import { mailServer } from './mail-server';
import { entities } from '../src/entities';
import { openDb } from '../src/persistence';

const params = {
  ref: 'RC-7F3K-Q2MW-9XC',
  due: '2026-12-04',
  secret: '123456',
  items: 'Friday 4 December 2026: case RC-7F3K-Q2MW-9XC',
};
const BASE = 'https://recourse.example';
const STOP = `${BASE}/stop/abc`;
const ids = Object.keys(templates) as TemplateId[];
const mails = ids.filter((id) => channelOf(id) === 'email');

/** The alphabet of text messages (GSM 03.38) in which 160 letters are one message. */
const GSM = /^[A-Za-z0-9 @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà\n]*$/;

describe('The words of every message', () => {
  it.each(ids)('%s can be read at the age of eleven', (id) => {
    const { subject, text } = render(id, params, BASE, STOP);
    expect(subject.length).toBeGreaterThan(10);
    const prose = proseOf(text);
    expect(prose.split(' ').length).toBeGreaterThan(5);
    expect(readability.fleschKincaidGrade(prose)).toBeLessThanOrEqual(6);
    for (const sentence of prose.split(/[.!?]/))
      expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(25);
  });

  it.each(mails)(
    '%s says the same in HTML as in text, with no picture, no script and no other address',
    (id) => {
      const { text, html } = render(id, params, BASE, STOP);
      const said = (html.split('<body')[1] ?? '')
        .replace(/^[^>]*>/, '')
        .replace(/<br>/g, '\n')
        .replace(/<\/p>\s*/g, '\n\n')
        .replace(/<[^>]+>/g, '')
        .replace(/&quot;/g, '"')
        .trim();
      expect(said).toBe(text);
      expect(html).not.toMatch(/<(img|script|iframe|link)/);
      for (const [, url] of html.matchAll(/(?:href|src)="([^"]*)"/g))
        expect([`${BASE}/track`, STOP]).toContain(url);
    },
  );

  it.each(mails)('%s tells why it cannot be switched off, or how', (id) => {
    const { text } = render(id, params, BASE, STOP);
    const { kind } = wordsOf(id);
    expect(text.includes('so we always send it')).toBe(kind === 'statutory');
    expect(text.includes(STOP)).toBe(kind === 'comfort');
  });

  it('a text is one message, and says nothing but that there is news', () => {
    for (const base of [BASE, `https://${'recourse.'.repeat(6)}riverside.gov.uk`]) {
      const { text } = render('text-update', params, base);
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text).toMatch(GSM);
      expect(text).toMatch(/^Update on RC-7F3K-Q2MW-9XC\. Sign in at \S+\. Do not reply\.$/);
    }
  });

  it('for GOV.UK Notify are the same, with a place for each value', () => {
    const made = notifyTemplates(BASE);
    expect(made.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const values: Record<string, string> = {
      ...params,
      due: 'Friday 4 December 2026',
      dueShort: '4 December',
      stop: STOP,
    };
    for (const { id, type, body, usualSubject } of made) {
      const filled = (text: string) =>
        text.replace(/\(\((\w+)\)\)/g, (_, name: string) => values[name] ?? '???');
      const { ref: _, ...without } = params;
      const ours = render(id, wordsOf(id).kind === 'asked' ? without : params, BASE, STOP);
      expect(filled(body)).toBe(ours.text);
      if (type === 'email') expect(filled(usualSubject ?? '')).toBe(ours.subject);
    }
  });
});

const POISON = ['ZZCHILD', 'ZZPARENT', 'ZZSCHOOL', 'ZZSTREET', 'ZZDIAGNOSIS', '2015-04-01', '07700900999'];

describe('On the way', () => {
  let t: TestApp;
  let mail: Awaited<ReturnType<typeof mailServer>>;
  let stop: () => Promise<void>;
  const logged: string[] = [];

  beforeAll(async () => {
    for (const level of ['log', 'warn', 'error'] as const)
      jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void logged.push(said.join(' ')));
    mail = await mailServer();
    const { settings, drop } = freshSqlite();
    t = await startApp(await openDb(settings, entities), '2026-10-06T08:00:00Z', {
      SMTP_URL: mail.url,
      MAIL_FROM: 'Recourse <r@recourse.example>',
      MAIL_BOUNCES: 'bounces@recourse.example',
      BASE_URL: BASE,
    });
    await t.app.get(People).rename(t.people.Amira.personId, 'ZZPARENT of ZZCHILD');
    stop = async () => {
      await t.close();
      await mail.close();
      await drop();
    };
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await stop();
  });

  it('no message, header, row or line of the log holds anything of a person, whatever the case holds', async () => {
    const { case: opened } = await t.cases.open(
      {
        route: 'council-complaint',
        facts: {
          about: 'delay',
          aware: '2026-10-01',
          received: '2026-10-06',
          complaint:
            'ZZCHILD (born 2015-04-01, ZZDIAGNOSIS) of ZZSTREET waits for ZZSCHOOL, call 07700900999',
        },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    await t.worker.advanceTo(t.clock, new Date('2026-11-20T12:00:00Z'));
    // And each template once, for a person whose name is poison, with values that no message asks for.
    await t.db.tx((m) =>
      t.app.get(Outbox).enqueue(
        m,
        ...mails.map((template) => ({
          key: `poison|${template}`,
          personId: t.people.Amira.personId,
          template,
          params: { ref: opened.ref, due: '2026-12-04', party: 'parent or young person', day: '2026-11-20' },
        })),
      ),
    );
    mail.refused.set('dana@example.org', 550);
    await t.worker.runUntilIdle();
    const sent = await t.db.read.findBy(OutboxMessage, { status: 'sent' });
    expect(new Set(sent.map(({ template }) => template))).toEqual(new Set(mails));
    const everything = [
      ...mail.sources.map(({ from, source }) => from + source + decoded(source)),
      ...(await tables('outbox', 'reminders', 'undelivered_notices', 'deliveries', 'digest_items')),
      logged.join('\n'),
    ];
    expect(mail.sources.length).toBeGreaterThan(mails.length);
    for (const poison of POISON)
      expect([poison, everything.filter((text) => text.includes(poison)).length]).toEqual([poison, 0]);
    // The check itself can fail: the recipient is in every mail.
    expect(everything.some((text) => text.includes('amira@example.org'))).toBe(true);
    expect((await tables('outbox', 'reminders')).some((text) => text.includes('example.org'))).toBe(false);
  });

  it('only news can be switched off in a mail program', () => {
    let stoppable = 0;
    for (const { source } of mail.sources) {
      const news = /List-Unsubscribe: <https:\/\/recourse\.example\/stop\/[\w-]+>/i.test(
        source.replace(/\r\n\s/g, ' '),
      );
      expect(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i.test(source)).toBe(news);
      expect(news).toBe(decoded(source).includes('To stop news like this'));
      stoppable += Number(news);
    }
    expect(stoppable).toBeGreaterThanOrEqual(2);
  });

  it('a mail that comes back is a notice that did not arrive, told by pipe or over HTTP with the token', async () => {
    const undelivered = t.app.get(Undelivered);
    const before = new Set((await undelivered.waiting()).map(({ messageId }) => messageId));
    const message = await t.db.read.findOneByOrFail(OutboxMessage, { key: 'poison|right-reminder' });
    const came = mail.sources.find(({ from }) => from === `bounces+${message.id}@recourse.example`);
    expect(came?.source).toContain(`X-Recourse-Message: ${message.id}`);
    await t.app.listen(0);
    const url = `${await t.app.getUrl()}/api/v1/receipts/bounces`.replace('[::1]', 'localhost');
    const token = await t.app.get(CallbackTokens).make();
    const post = async (body: string, bearer = token) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'message/rfc822' },
        body,
      });
      return [answer.status, await answer.text()];
    };
    const report = bounceOf(came?.source ?? '', 'failed', '5.1.1');
    expect((await post(report, 'wrong'))[0]).toBe(401);
    expect(await post('Subject: hello\n\nNo report')).toEqual([200, '{"bounce":"ignored"}']);
    expect(await post(bounceOf(came?.source ?? '', 'delayed', '4.4.1'))).toEqual([
      200,
      '{"bounce":"ignored"}',
    ]);
    expect(await post(report)).toEqual([200, '{"bounce":"recorded"}']);
    expect(await post(report)).toEqual([200, '{"bounce":"ignored"}']);
    const after = (await undelivered.waiting()).filter(({ messageId }) => !before.has(messageId));
    expect(after).toMatchObject([
      { messageId: message.id, reason: 'Mail came back (5.1.1)', contact: 'email' },
    ]);
    // A reference of a case can have two letters Z in it, and never five letters together.
    expect(JSON.stringify(after)).not.toMatch(/ZZ[A-Z]{3}|example\.org/);
  });

  const tables = (...names: string[]) =>
    Promise.all(names.map(async (name) => JSON.stringify(await t.db.read.query(`SELECT * FROM ${name}`))));
});

/** Quoted-printable made readable, so that nothing hides behind a line break. */
const decoded = (source: string): string =>
  source
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** A report as Postfix writes it (RFC 3464). */
function bounceOf(source: string, action: string, status: string): string {
  const headers = source.split('\r\n\r\n')[0] ?? '';
  return [
    'From: MAILER-DAEMON@recourse.example',
    'To: bounces@recourse.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; amira@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    headers,
    '',
    '--b1--',
    '',
  ].join('\r\n');
}

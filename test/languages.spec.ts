// A family that chose Welsh goes from the first page to a case that is sent, mistakes and a file that is not taken
// included, without a sentence of ours in English. What the law and the routes say is English, and is marked so.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { en, Languages, type Key } from '../src/pages';
import { refusalIn } from '../src/pages/language';
import { readConfig } from '../src/platform';
import { serve } from '../src/serve';
import { mainOf, questionIn, saidIn, Visitor, type Visited } from './crawl';

jest.setTimeout(120_000);

/** A language in which every word of the catalogue is marked: what is not marked was written into a page. */
const MARKED = 'ar-XB';
/** Who takes part in the demonstration is called the same in every language. */
const NAMES =
  /Riverside Council|Hillshire Council|Northport Council|Recourse|National Domestic Abuse Helpline/g;
/** Little words that every English sentence has one of, and no Welsh one. */
const ENGLISH =
  /\b(the|you|your|with|this|that|what|which|who|not|and|have|from|choose|open|start|delete|sign)\b/i;

describe('A family that reads another language', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'recourse-welsh-'));
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    app = await serve(readConfig({ RECOURSE_DEMO: '1', RECOURSE_DATA: dataDir, PORT: '0' }));
    url = (await app.getUrl()).replace('[::1]', 'localhost');
    const words = Object.fromEntries((Object.keys(en) as Key[]).map((key) => [key, `⟦${en[key]}⟧`]));
    app
      .get(Languages)
      .add({ code: MARKED, name: 'عربي', dir: 'rtl', words: words as Record<Key, string>, checked: false });
  });
  afterAll(async () => {
    await app?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** What stands on a page, and above and below it, in no other language than that of the page. */
  const unmarked = (html: string): string[] => {
    const shell = html.replace(
      /<div class="recourse-demo[\s\S]*?<\/header>|<div class="recourse-demo"[\s\S]*/g,
      '',
    );
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
    return [title, ...[shell, mainOf(html)].flatMap((part) => saidIn(withoutMarked(part)))].map((line) =>
      line.replace(NAMES, '').replace(/RC-[\w-]+/g, ''),
    );
  };

  /** From the front page to what is shown once it is sent, as somebody new, in the language. */
  async function lodge(lang: string): Promise<Visited[]> {
    const visitor = new Visitor(url);
    const seen: Visited[] = [];
    const look = (page: Visited) => {
      seen.push(page);
      return page;
    };
    const mailed = async () =>
      (
        (await (await fetch(`${url}/demo/mail`, { headers: { accept: 'application/json' } })).json()) as {
          text: string;
        }[]
      ).flatMap(({ text }) => /Your code is (\d{6})/.exec(text)?.[1] ?? []);
    look(await visitor.get(`/?lang=${lang}`));
    look(await visitor.get('/who-is-responsible'));
    look(await visitor.get('/who-is-responsible?asked=topic'));
    look(await visitor.get('/who-is-responsible/result?topic=late&grievance=late&council=unknown'));
    look(await visitor.get('/start/council-complaint'));
    const to = '/start/council-complaint';
    look(await visitor.get(`/sign-in?to=${to}`));
    look(await visitor.post('/sign-in', { email: 'nobody', to }));
    const before = await mailed();
    look(await visitor.post('/sign-in', { email: `new-${lang}@example.org`, to }));
    look(await visitor.post('/sign-in/code', { code: '1', to }));
    const [code = ''] = (await mailed()).filter((each) => !before.includes(each));
    look(await visitor.post('/sign-in/code', { code, to }));
    const _csrf = await visitor.csrf();
    const safe = look(await visitor.post('/cases/draft', { _csrf, route: 'council-complaint' }));
    const draft = /\/cases\/draft\/[0-9a-f-]+/.exec(safe.html)?.[0] ?? '';
    look(await visitor.get('/stay-safe'));
    look(await visitor.get(draft));
    for (const section of ['what', 'who', 'contact']) {
      let page = look(await visitor.get(`${draft}/${section}`));
      for (let form = questionIn(page.html); form; form = questionIn(page.html)) {
        look(await visitor.send(form, []));
        const answers = form.example.map(([name, value]): [string, string] => [
          name,
          /year\]/.test(name) ? '2026' : value === '12' ? '10' : value,
        ]);
        page = look(await visitor.send(form, answers));
      }
    }
    const documents = `${draft}/documents`;
    look(await visitor.get(documents));
    for (const file of [new File([], 'empty.pdf'), new File([new Uint8Array([0, 1, 2])], 'what.bin')]) {
      const refused = look(await visitor.upload(documents, { _csrf }, file));
      expect([file.name, refused.status]).toEqual([file.name, 422]);
    }
    look(await visitor.upload(documents, { _csrf }, new File(['We wait'], 'notes.txt')));
    look(await visitor.get(draft));
    look(await visitor.get(`${draft}/check`));
    let page = look(await visitor.post(`${draft}/send`, { _csrf }));
    const skipped = await visitor.post('/equality', {
      _csrf,
      go: 'next',
      step: '0',
      to: /name="to" value="([^"]+)/.exec(page.html)?.[1] ?? '',
    });
    look(skipped);
    const on = /name="to" value="([^"]+)/.exec(skipped.html)?.[1] ?? '';
    page = look(await visitor.post('/equality', { _csrf, go: 'skip', step: '1', to: on }));
    expect(page.path).toMatch(/\/sent\//);
    look(await visitor.get(page.path.replace(/\/sent\/.*/, '')));
    look(await visitor.get('/cases'));
    return seen;
  }

  it('finds every word of ours on the way in the catalogue of its language', async () => {
    const left = (await lodge(MARKED)).flatMap(({ path, html }) => {
      expect([path, /<html lang="ar-XB" dir="rtl"/.test(html)]).toEqual([path, true]);
      return unmarked(html)
        .map(withoutKnown)
        .filter((line) => /[a-z]{2}/i.test(line.replace(/notes\.txt|bytes/g, '')))
        .map((line) => `${path}: ${line}`);
    });
    expect([...new Set(left)]).toEqual([]);
  });

  it('reads Welsh from the first page to the case that is sent', async () => {
    const pages = await lodge('cy');
    expect(pages.length).toBeGreaterThan(40);
    const english = pages.flatMap(({ path, html }) => {
      expect([path, /<html lang="cy"/.test(html)]).toEqual([path, true]);
      return unmarked(html)
        .filter((line) => ENGLISH.test(line))
        .map((line) => `${path}: ${line}`);
    });
    expect([...new Set(english)]).toEqual([]);
    const all = pages.map(({ html }) => html).join();
    for (const words of ['Mae’r ffeil yn wag', 'Gwiriwch y cod', 'Mae eich achos ar agor'])
      expect(all).toContain(words);
  });

  it('is told in its words what a service refuses, in the very sentences of the service', () => {
    const welsh = app.get(Languages).find('cy');
    const refusals = (Object.keys(en) as Key[]).filter((key) => key.startsWith('refusal.'));
    expect(refusals.length).toBeGreaterThan(10);
    const source = ['uploads', 'access']
      .flatMap((room) => sourcesIn(join(__dirname, '..', 'src', room)))
      .join('\n')
      .replace(/\$\{[^}]*\}/g, '{n}');
    // The number of documents that a case holds is written out where it is refused.
    const said = refusals.filter(
      (key) => !source.includes(en[key]) && !source.includes(en[key].replace('{n}', '200')),
    );
    expect(said).toEqual([]);
    const large = 'The file is larger than 20 MB. Make it smaller, or add it in parts.';
    expect(welsh && refusalIn(welsh, large)).toEqual({
      text: 'Mae’r ffeil yn fwy na 20 MB. Gwnewch hi’n llai, neu ychwanegwch hi mewn rhannau.',
    });
    expect(welsh && refusalIn(welsh, 'Something else.')).toEqual({ text: 'Something else.', english: true });
  });
});

/** A line without what is marked in it, one message inside another too. */
const withoutKnown = (line: string): string => {
  const rest = line.replace(/⟦[^⟦⟧]*⟧/g, '');
  return rest === line ? line : withoutKnown(rest);
};

/** A page without what it says in another language than its own, however deep the marked part is. */
function withoutMarked(html: string): string {
  const opened = /<(?!html\b)(\w+)\b[^>]*\slang="(?:en|cy)"[^>]*>/.exec(html);
  if (!opened) return html;
  const from = html.indexOf(opened[0]);
  const tags = new RegExp(`<(/?)${opened[1]}\\b[^>]*>`, 'g');
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return withoutMarked(html.slice(0, from) + html.slice(tags.lastIndex));
  }
  return html.slice(0, from);
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));

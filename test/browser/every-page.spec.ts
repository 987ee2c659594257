// The gate for pages: whatever a persona can reach by links and through forms is there, can be read, is labelled, small
// and accessible, at every width, in either direction and in forced colours.

import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import readability from 'text-readability-ts';
import { currentRoutes } from '../../workflows';
import { en, Languages, type Key } from '../../src/pages';
import { addressOf, routerPage, type Answers } from '../../src/pages/router';
import { isError, kindOf, mainOf, questionIn, saidIn, Visitor, type Visited } from '../crawl';
import { violations } from './chromium';
import { DESK, demonstrate, PHONE, type Demonstration } from './demonstration';

// The pages are many and the machine may be busy.
jest.setTimeout(300_000);

const families = ['a visitor', 'Amira', 'Tom', 'Priya'];
const personas = [...families, 'Grace', 'Dev', 'Dana', 'Ines', 'Dr Patel', 'Mr Okoro', 'Olu'];
const LARGEST = 100_000;
/** US grade 7 is about twelve years of age in England; fewer words than this say nothing about a page. */
const GRADE = 7;
const FEWEST_WORDS = 40;
const LONGEST_SENTENCE = 25;
/** 400 % zoom on a desk of 1280 px. */
const ZOOMED = { width: 320, height: 640 };
/** Browser tabs at once: more only wait for each other. */
const TABS = 3;

describe('Every page', () => {
  let demo: Demonstration;
  const pages = new Map<string, Visited[]>();
  const html = (who: string) => (pages.get(who) ?? []).filter(({ type }) => type.startsWith('text/html'));
  const each = <T>(whos: string[], look: (page: Visited, who: string) => T[]): T[] =>
    whos.flatMap((who) => html(who).flatMap((page) => look(page, who)));

  beforeAll(async () => {
    demo = await demonstrate();
    const common = new Map<boolean, Set<string>>();
    for (const who of personas) {
      const visitor = new Visitor(demo.url);
      if (who !== 'a visitor') await visitor.become(who);
      const asked = who === 'a visitor' ? await answers(visitor) : [];
      // What everybody can see is the same for the next of the same kind.
      const family = families.includes(who);
      const lodged = who === 'Amira' ? await lodge(visitor) : [];
      const found = await visitor.everything(who === 'Amira' ? new Set() : common.get(family));
      pages.set(who, [...lodged, ...asked, ...found]);
      if (who !== 'a visitor' && !common.has(family))
        common.set(family, new Set(found.map(({ path }) => path).filter((path) => !OWN.test(path))));
    }
    for (const [path, fields] of EMPTY) {
      const sent = await new Visitor(demo.url).post(path, fields, `${path}, left empty`);
      pages.get('a visitor')?.push(sent);
    }
  });
  afterAll(() => demo?.close());

  it('that is linked, or comes of a form, is there for every persona', () => {
    for (const who of ['a visitor', 'Amira', 'Grace'])
      expect([who, html(who).length > 30]).toEqual([who, true]);
    const dead = personas.flatMap((who) =>
      (pages.get(who) ?? [])
        .filter(({ status, html: text }) => status !== 200 && !(status === 422 && isError(text)))
        .map(({ status, path, from }) => `${who}: ${status} ${path}, from ${from}`),
    );
    expect(dead).toEqual([]);
  });

  it('with questions was answered up to the page before sending, and says what is wrong when left empty', () => {
    const asked = each(families, ({ html: text }) => (questionIn(text) ? [text] : []));
    const wrong = each(personas, (page) => (isError(page.html) ? [page] : []));
    const checks = each(personas, ({ html: text }) => (/name="go" value="send"/.test(text) ? [text] : []));
    expect(asked.length).toBeGreaterThan(60);
    expect(checks.length).toBeGreaterThan(30);
    expect(wrong.length).toBeGreaterThan(30);
    const unsaid = wrong.flatMap(({ path, html: text }) => {
      const links = [...text.matchAll(/error-summary__list">[\s\S]*?href="#([^"]+)"/g)].map(([, id]) => id);
      // A group of inputs takes no focus: only one of them leads somewhere.
      const group = (id = '') =>
        ['radios', 'checkboxes', 'date-input'].some((kind) =>
          text.includes(`class="govuk-${kind}" id="${id}"`),
        );
      const lost = links.filter((id) => !text.includes(` id="${id}"`) || group(id));
      return links.length === 0 || lost.length > 0
        ? [`${path} leads to ${lost.join(', ') || 'no field'}`]
        : [];
    });
    expect(unsaid).toEqual([]);
  });

  it('names every field, uses an id once and refers to nothing that is not there', async () => {
    const check = new HtmlValidate({
      rules: {
        'input-missing-label': 'error',
        'multiple-labeled-controls': 'error',
        'no-dup-id': 'error',
        'no-missing-references': 'error',
        'no-implicit-button-type': 'error',
        // What is wrong is said before the heading: GOV.UK's error summary.
        'heading-level': ['error', { minInitialRank: 'h2' }],
        'text-content': 'error',
        'close-order': 'error',
        'valid-autocomplete': 'error',
      },
    });
    const found = new Set<string>();
    for (const { page } of kinds().values()) {
      const report = await check.validateString(page.html);
      for (const { messages } of report.results)
        for (const { ruleId, message } of messages) found.add(`${page.path} ${ruleId}: ${message}`);
    }
    expect([...found]).toEqual([]);
  });

  it('says nothing with a hole in it, where a template was given no words', () => {
    const hole = /\(\s*\)|“\s*”|\bundefined\b|\bNaN\b|\[object|\bnull\b|, ,|,\s*\./;
    const found = each(personas, ({ path, html: text }) =>
      saidIn(mainOf(text)).flatMap((said) => (hole.test(said) ? [`${path}: ${said.slice(0, 120)}`] : [])),
    );
    // What the documentation of the API says of types is no hole.
    expect(found.filter((each) => !each.startsWith('/developers'))).toEqual([]);
  });

  it('is small enough for a bad connection', () => {
    expect(
      each(personas, ({ path, html: text }) => (text.length < LARGEST ? [] : [`${path}: ${text.length}`])),
    ).toEqual([]);
  });

  it('of a family can be read at about the age of twelve, in sentences that end', () => {
    const hard = each(families, ({ path, html: text }) => {
      // Written for whoever connects another system.
      if (path.startsWith('/developers')) return [];
      // The name of a law is cited, not read; nor is a published root.
      const lines = saidIn(text).filter((line) => !/^(The rule|Law|RC-|[0-9a-f]{64}$)/.test(line));
      const whole = lines.map((line) => (/[.!?:]$/.test(line) ? line : `${line}.`)).join(' ');
      const grade = whole.split(' ').length < FEWEST_WORDS ? 0 : readability.fleschKincaidGrade(whole);
      const long = lines
        .flatMap((line) => line.split(/[.!?:;](?: |$)/))
        .filter((sentence) => sentence.split(' ').length > LONGEST_SENTENCE);
      return [
        ...(grade > GRADE ? [`${kindOf(path)}: grade ${grade}`] : []),
        ...long.map((sentence) => `${kindOf(path)}: ${sentence}`),
      ];
    });
    expect([...new Set(hard)]).toEqual([]);
  });

  it('with a question of a family is in words for about the age of eleven', () => {
    const asked = each(families, ({ html: text }) => (questionIn(text) && !isError(text) ? [text] : []));
    const grades = [
      ...new Set(
        asked.map((text) =>
          saidIn(text)
            .map((line) => (/[.!?:]$/.test(line) ? line : `${line}.`))
            .join(' '),
        ),
      ),
    ].map((text) => readability.fleschKincaidGrade(text));
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(6);
  });

  it('that is wrong would be found', async () => {
    const page = await demo.as(undefined, { bypassCSP: true });
    const { html: shell } = await new Visitor(demo.url).get('/help');
    const bad =
      '<main id="main-content"><p style="width:2000px">wide</p><button type="button" class="govuk-button" style="border:0">x</button><a href="/" style="outline:none">y</a><input class="govuk-input" id="z"></main>';
    await page.setContent(shell.replace(/<main[\s\S]*<\/main>/, bad));
    expect((await violations(page)).join()).toMatch(/label/);
    expect((await misfits(page)).length).toBeGreaterThanOrEqual(3);
    expect(await vanished(page)).toEqual(['has no edge around BUTTON x', 'shows no focus on A y']);
    await page.context().close();
  });

  it('of each kind is accessible and fits every width, also zoomed, from right to left and in forced colours', async () => {
    const all = kinds();
    expect(all.size).toBeGreaterThan(40);
    const found: string[] = [];
    const queue = [...all];
    await Promise.all(
      Array.from({ length: TABS }, async () => {
        const page = await demo.as(undefined, { bypassCSP: true });
        for (let next = queue.shift(); next; next = queue.shift()) {
          const [kind, { page: visited, family }] = next;
          // As it was answered, form or not; the style sheet comes from the service.
          await page.setContent(visited.html);
          found.push(...(await violations(page)).map((violation) => `${kind}: ${violation}`));
          found.push(...(await misfits(page)).map((misfit) => `${kind} ${misfit}`));
          if (family) found.push(...(await vanished(page)).map((gone) => `${kind} ${gone}`));
        }
        await page.context().close();
      }),
    );
    expect(found).toEqual([]);
  });

  it('of the interface has no words that are not in the catalogue of its language', async () => {
    const words = Object.fromEntries(
      (Object.keys(en) as Key[]).map((key) => [key, `⟦${en[key]}⟧`]),
    ) as Record<Key, string>;
    const code = 'ar-XB';
    demo.app.get(Languages).add({ code, name: 'عربي', dir: 'rtl', words, checked: false });
    const amira = await new Visitor(demo.url).become('Amira');
    const [own = ''] = html('Amira').flatMap(({ path }) => /^\/cases\/RC-[\w-]+$/.exec(path) ?? []);
    const _csrf = await amira.csrf();
    const draft = await amira.post('/cases/draft', { _csrf, route: 'council-complaint' });
    const told = 'topic=decision&grievance=assess&noticeSent=2026-10-05&council=unknown';
    for (const path of [
      '/',
      '/cases',
      own,
      `${draft.path}/documents`,
      '/who-is-responsible',
      '/who-is-responsible?topic=decision&grievance=assess&asked=noticeSent',
      `/who-is-responsible/result?${told}`,
      '/who-is-responsible/result?topic=late&grievance=late&requested=2026-02-05&council=unknown',
    ]) {
      const page = await amira.get(`${path}${path.includes('?') ? '&' : '?'}lang=${code}`);
      expect([path, /<html lang="ar-XB" dir="rtl"/.test(page.html)]).toEqual([path, true]);
      const shell = page.html.replace(
        /<div class="recourse-demo[\s\S]*?<\/header>|<div class="recourse-demo"[\s\S]*/g,
        '',
      );
      const left = [shell, mainOf(page.html)].flatMap((part) =>
        saidIn(part.replace(/<(\w+) [^>]*lang="(?:en|cy)"[^>]*>[\s\S]*?<\/\1>/g, ''))
          .map((line) => line.replace(/⟦[^⟦]*⟧/g, '').replace(/RC-[\w-]+/g, ''))
          .filter((line) => /[a-z]{2}/i.test(line)),
      );
      expect([path, [...new Set(left)]]).toEqual([path, []]);
    }
  });

  /** One page of each kind; forms are told apart by what they ask for, and by whether something is wrong. */
  function kinds(): Map<string, { page: Visited; family: boolean }> {
    const found = new Map<string, { page: Visited; family: boolean }>();
    each(personas, (page, who) => {
      const family = families.includes(who);
      // What is not somebody's own looks the same to all.
      const kind = `${OWN.test(page.path) ? (family ? 'family' : 'staff') : 'any'} ${shapeOf(page)}`;
      if (!found.has(kind)) found.set(kind, { page, family });
      return [];
    });
    return found;
  }
});

/** Paths that are a person's own. */
const OWN = /^\/(?:$|cases|desk|account|demo)/;

/** Forms that nothing leads on from without an answer. */
const EMPTY: [string, Record<string, string>][] = [
  ['/sign-in', {}],
  ['/sign-in/code', {}],
  ['/track', {}],
  ['/track', { ref: 'RC-0000', email: 'nobody' }],
];

/** The start page of each route, and the answer to each grievance with a day that was given. */
async function answers(visitor: Visitor): Promise<Visited[]> {
  const starts = currentRoutes().filter(({ id }) => !id.startsWith('executive.'));
  const paths = starts.map(({ id }) => `/start/${id}`);
  const walk = (query: Answers): void => {
    const page = routerPage(query, '2026-11-13');
    if (page.done) return void paths.push(addressOf('/who-is-responsible/result', page.answers));
    const { name, control, options = {} } = page.question;
    const values = control === 'date' ? ['2026-10-05'] : Object.keys(options);
    for (const value of values) walk({ ...query, [name]: value });
  };
  walk({});
  const pages: Visited[] = [];
  for (const path of paths)
    pages.push(await visitor.get(`${path}${path.includes('?') ? '&council=unknown' : ''}`, 'the router'));
  return pages;
}

/** A case from its first question until it is sent, each part of it left empty once. */
async function lodge(visitor: Visitor): Promise<Visited[]> {
  const _csrf = await visitor.csrf();
  const hub = await visitor.post('/cases/draft', { _csrf, route: 'council-complaint' }, 'lodging');
  const id = /\/cases\/draft\/[0-9a-f-]+/.exec(hub.path)?.[0] ?? '';
  const visited = [hub];
  for (const section of ['what', 'who', 'contact']) {
    let page = await visitor.get(`${id}/${section}`, 'lodging');
    for (let form = questionIn(page.html); form; form = questionIn(page.html)) {
      visited.push(page, await visitor.send(form, [], `${page.path}, left empty`));
      page = await visitor.send(
        form,
        form.example.map(([name, value]) => [
          name,
          /year\]/.test(name) ? '2026' : value === '12' ? '10' : value,
        ]),
        page.path,
      );
    }
    visited.push(page);
  }
  visited.push(...(await addDocuments(visitor, id, _csrf)));
  visited.push(await visitor.get(`${id}/check`, 'lodging'));
  let page = await visitor.post(`${id}/send`, { _csrf }, 'lodging');
  for (let form = questionIn(page.html); form; form = questionIn(page.html)) {
    visited.push(page);
    page = await visitor.send(form, form.example, page.path);
  }
  visited.push(page);
  return visited;
}

/** Documents before a case is sent: none yet, a form left empty, one that is added, whom it is for, and taking it away. */
async function addDocuments(visitor: Visitor, id: string, _csrf: string): Promise<Visited[]> {
  const path = `${id}/documents`;
  const empty = await visitor.post(path, { _csrf }, `${path}, left empty`);
  const added = await visitor.upload(path, { _csrf }, new File(['We wait'], 'notes.txt'), 'lodging');
  const base = /[^"]+\/documents\/[0-9a-f-]{36}/.exec(added.html)?.[0] ?? '';
  const rest = ['sees', 'remove', 'file'].map((what) => visitor.get(`${base}/${what}`, path));
  return [await visitor.get(path, 'lodging'), empty, added, ...(await Promise.all(rest))];
}

/** What a page is made of, as far as one of them stands for all. */
function shapeOf({ path, html }: Visited): string {
  const wrong = isError(html) ? ' with an error' : '';
  const main = mainOf(html);
  if (/name="go" value="send"/.test(main))
    return `check${/govuk-warning-text/.test(main) ? ' with a warning' : ''}`;
  if (questionIn(html)) {
    const control = ['date-input', 'radios', 'checkboxes', 'textarea', 'select', 'input'].find((name) =>
      main.includes(`govuk-${name}`),
    );
    return `question by ${/value="add"/.test(main) ? 'list' : control}${wrong}`;
  }
  return `${kindOf(path)
    .replace(/^\/start\/.*/, '/start')
    .replace(/^\/easy-read\/.*/, '/easy-read/:page')
    .replace(/^\/dashboard\/.*-(council|icb)$/, '/dashboard/:$1')}${wrong}`;
}

/** Too wide at some width or in the other direction, or showing what only screen readers should have. */
async function misfits(page: Page): Promise<string[]> {
  const found: string[] = [];
  const over = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  const shown = await page.evaluate<number>(
    '[...document.querySelectorAll(".govuk-visually-hidden")].filter((e) => e.offsetWidth > 1).length',
  );
  if (shown > 0) found.push('shows text that is for screen readers only');
  for (const size of [DESK, PHONE, ZOOMED]) {
    await page.setViewportSize(size);
    const pixels = await over();
    if (pixels > 0) found.push(`is ${pixels} pixels too wide at ${size.width}`);
  }
  await page.evaluate('document.documentElement.dir = "rtl"');
  const pixels = await over();
  if (pixels > 0) found.push(`is ${pixels} pixels too wide from right to left`);
  await page.evaluate('document.documentElement.dir = "ltr"');
  await page.setViewportSize(PHONE);
  return found;
}

/** Controls that cannot be seen, or whose focus cannot, where a reader has chosen their own colours. */
async function vanished(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await page.evaluate<string[]>(`(() => {
    const drawn = (style, edge) => style[edge + 'Style'] !== 'none' && parseFloat(style[edge + 'Width']) >= 1;
    const found = [];
    for (const element of document.querySelectorAll('main :is(a[href], button, input:not([type=hidden]), select, textarea, summary)')) {
      const name = element.tagName + ' ' + (element.id || element.textContent.trim().slice(0, 30));
      // A radio or a box is drawn before its label; the field itself lies over it unseen.
      const shown = element.matches('.govuk-radios__input, .govuk-checkboxes__input')
        ? getComputedStyle(element.nextElementSibling, '::before')
        : getComputedStyle(element);
      const boxed = element.matches('.govuk-button, input, select, textarea');
      if (boxed && !drawn(shown, 'borderTop')) found.push('has no edge around ' + name);
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) continue;
      const focused = element.matches('.govuk-radios__input, .govuk-checkboxes__input')
        ? getComputedStyle(element.nextElementSibling, '::before')
        : getComputedStyle(element);
      if (!drawn(focused, 'outline')) found.push('shows no focus on ' + name);
    }
    return found;
  })()`);
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

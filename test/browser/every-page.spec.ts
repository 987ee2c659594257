// The gate for pages: whatever a persona can reach by links is there, can be read, is labelled, small and accessible.

import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import readability from 'text-readability-ts';
import { saidIn, Visitor, type Visited } from '../crawl';
import { violations } from './chromium';
import { DESK, demonstrate, PHONE, type Demonstration } from './demonstration';

jest.setTimeout(120_000);

const families = ['a visitor', 'Amira', 'Tom'];
const personas = [...families, 'Grace', 'Dev', 'Dana', 'Ines', 'Dr Patel'];
const LARGEST = 100_000;
/** US grade 7 is about twelve years of age in England; fewer words than this say nothing about a page. */
const GRADE = 7;
const FEWEST_WORDS = 40;
const LONGEST_SENTENCE = 25;
/** Browser tabs at once: more only wait for each other. */
const TABS = 4;

describe('Every page', () => {
  let demo: Demonstration;
  const pages = new Map<string, Visited[]>();
  const html = (who: string) => (pages.get(who) ?? []).filter(({ type }) => type.startsWith('text/html'));
  const each = <T>(whos: string[], look: (page: Visited, who: string) => T[]): T[] =>
    whos.flatMap((who) => html(who).flatMap((page) => look(page, who)));

  beforeAll(async () => {
    demo = await demonstrate();
    for (const who of personas) {
      const visitor = new Visitor(demo.url);
      if (who !== 'a visitor') await visitor.become(who);
      pages.set(who, await visitor.everything());
    }
  });
  afterAll(() => demo?.close());

  it('that is linked is there, for every persona', () => {
    for (const who of personas) expect([who, html(who).length > 8]).toEqual([who, true]);
    const dead = personas.flatMap((who) =>
      (pages.get(who) ?? [])
        .filter(({ status }) => status !== 200)
        .map(({ status, path, from }) => `${who}: ${status} ${path}, linked from ${from}`),
    );
    expect(dead).toEqual([]);
  });

  it('names every field, uses an id once and refers to nothing that is not there', async () => {
    const check = new HtmlValidate({
      rules: {
        'input-missing-label': 'error',
        'multiple-labeled-controls': 'error',
        'no-dup-id': 'error',
        'no-missing-references': 'error',
        'no-implicit-button-type': 'error',
        'heading-level': 'error',
        'text-content': 'error',
        'close-order': 'error',
        'valid-autocomplete': 'error',
      },
    });
    const found: string[] = [];
    for (const who of personas) {
      for (const page of html(who)) {
        const report = await check.validateString(page.html);
        for (const { messages } of report.results)
          found.push(...messages.map(({ ruleId, message }) => `${page.path} ${ruleId}: ${message}`));
      }
    }
    expect(found).toEqual([]);
  });

  it('is small enough for a bad connection', () => {
    expect(
      each(personas, ({ path, html: text }) => (text.length < LARGEST ? [] : [`${path}: ${text.length}`])),
    ).toEqual([]);
  });

  it('of a family can be read at about the age of twelve, in sentences that end', () => {
    const hard = each(families, ({ path, html: text }) => {
      const lines = saidIn(text);
      const whole = lines.map((line) => (/[.!?:]$/.test(line) ? line : `${line}.`)).join(' ');
      const grade = whole.split(' ').length < FEWEST_WORDS ? 0 : readability.fleschKincaidGrade(whole);
      const long = lines
        .flatMap((line) => line.split(/[.!?:;](?: |$)/))
        .filter((sentence) => sentence.split(' ').length > LONGEST_SENTENCE);
      return [
        ...(grade > GRADE ? [`${path}: grade ${grade}`] : []),
        ...long.map((sentence) => `${path}: ${sentence}`),
      ];
    });
    expect([...new Set(hard)]).toEqual([]);
  });

  it('of each kind is accessible, and fits a telephone and a desk', async () => {
    const kinds = new Map<string, { who: string; path: string }>();
    each(personas, ({ path }, who) => {
      const kind = `${families.includes(who)} ${kindOf(path)}`;
      if (!kinds.has(kind)) kinds.set(kind, { who, path });
      return [];
    });
    kinds.set('nothing', { who: 'a visitor', path: '/nothing-here' });
    expect(kinds.size).toBeGreaterThan(15);
    const found: string[] = [];
    const queue = [...kinds.values()].sort((a, b) => a.who.localeCompare(b.who));
    const share = Math.ceil(queue.length / TABS);
    await Promise.all(
      Array.from({ length: TABS }, async (_, tab) => {
        let as: string | undefined;
        let page: Page | undefined;
        for (const { who, path } of queue.slice(tab * share, (tab + 1) * share)) {
          if (who !== as || !page) {
            await page?.context().close();
            page = await demo.as(who === 'a visitor' ? undefined : who, { bypassCSP: true });
            as = who;
          }
          await page.goto(demo.url + path);
          found.push(...(await violations(page)));
          const shown = await page.evaluate(
            '[...document.querySelectorAll(".govuk-visually-hidden")].filter((e) => e.offsetWidth > 1).length',
          );
          if (Number(shown) > 0) found.push(`${path} shows text that is for screen readers only`);
          for (const size of [DESK, PHONE]) {
            await page.setViewportSize(size);
            const over = await page.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            );
            if (Number(over) > 0) found.push(`${path} is ${String(over)} pixels too wide at ${size.width}`);
          }
        }
        await page?.context().close();
      }),
    );
    expect(found).toEqual([]);
  });
});

/** Pages that differ only in which case or which act they are about are of one kind. */
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/RC-[0-9A-Z-]+/, ':ref')
    .replace(/\/act\/.*/, '/act')
    .replace(/\/write\/.*/, '/write')
    .replace(/^\/start\/.*/, '/start');

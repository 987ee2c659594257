// A family adds documents to a case before it is sent, in real Chromium and without JavaScript, and finds them in the case.

import type { Page } from 'playwright-core';
import { violations } from './chromium';
import { demonstrate, DESK, type Demonstration } from './demonstration';

jest.setTimeout(120_000);

describe('Documents before a case is sent', () => {
  let demo: Demonstration;
  beforeAll(async () => {
    demo = await demonstrate();
  });
  afterAll(() => demo?.close());

  const main = (page: Page) => page.locator('main').innerText();
  const choose = (page: Page, name: string, content: string) =>
    page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  const add = (page: Page) => page.getByRole('button', { name: 'Add it' }).click();
  const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

  it('are added, refused with what was chosen kept, taken away, sent, and seen by whom they are for', async () => {
    const page = await demo.as('Tom', { javaScriptEnabled: false });
    const checked = await demo.as('Tom', { bypassCSP: true });
    /** The page as it stands, looked at by axe: it needs JavaScript, and the family here has none. */
    const sound = async () => {
      await checked.setContent(await page.content());
      expect(await violations(checked)).toEqual([]);
    };
    await page.goto(`${demo.url}/start/council-complaint`);
    await page.getByRole('button', { name: 'Start now' }).click();
    if (page.url().includes('/stay-safe')) await page.getByRole('button', { name: 'Continue' }).click();
    const hub = page.url();
    expect(await main(page)).toMatch(/Add documents\s+Optional/);
    await follow(page, 'Add documents');
    expect(await main(page)).toContain('Only you see it for now. Say who must answer');
    await sound();
    await choose(page, 'Our notes.txt', 'We have waited since May');
    await add(page);
    expect(await main(page)).toMatch(
      /Our notes\.txt\s+Added 1 KB\. Added \w+ \d+ \w+ 2026[\s\S]*open: only your side\./,
    );

    await follow(page, 'Say who must answer');
    await page.getByLabel('Riverside Council').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await main(page)).toMatch(/Add documents\s+1 added/);
    await follow(page, 'Add documents');
    // Whoever could see it by default sees nothing.
    expect(await page.getByLabel('Riverside Council').isChecked()).toBe(false);
    await page.getByLabel('Riverside Council').check();
    await choose(page, 'letter.pdf', 'MZ\u0000 no letter');
    await add(page);
    expect(await page.getByRole('alert').innerText()).toContain('Choose a PDF, a photo');
    expect(await page.locator('title').textContent()).toMatch(/^Error: /);
    expect(await page.getByLabel('Riverside Council').isChecked()).toBe(true);
    await sound();
    await choose(page, 'For the council.txt', 'Please answer us');
    await add(page);
    await choose(page, 'A mistake.txt', 'Not this one');
    await add(page);
    expect(await main(page)).toMatch(
      /For the council\.txt\s+Added[^:]*:\d\d\.\s[^:]*open: Riverside Council\./,
    );
    expect(await main(page)).toContain('A mistake.txt');
    await sound();
    await follow(page, /^Take it away.*A mistake/);
    expect(await page.locator('h1').innerText()).toBe('Do you want to take A mistake.txt away?');
    await sound();
    await follow(page, 'No, keep it');
    await follow(page, /^Take it away.*A mistake/);
    await page.getByRole('button', { name: 'Yes, take it away' }).click();
    expect(await main(page)).not.toContain('A mistake.txt');
    await follow(page, /^Change.*Our notes/);
    await page.getByLabel('Riverside Council').check();
    await sound();
    await page.getByRole('button', { name: 'Save' }).click();
    expect((await main(page)).match(/open: Riverside Council/g)).toHaveLength(2);
    await follow(page, /^Change.*Our notes/);
    await page.getByLabel('Riverside Council').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    const own = await page.request.get(
      `${demo.url}${await page.getByRole('link', { name: 'Our notes.txt' }).first().getAttribute('href')}`,
    );
    expect([await own.text(), own.headers()['content-disposition']]).toEqual([
      'We have waited since May',
      'attachment; filename="Our notes.txt"',
    ]);
    // Nobody else, and not under another case that is being written.
    const stranger = await demo.as('Priya');
    for (const path of ['documents', `documents/${new URL(own.url()).pathname.split('/').at(-2)}/file`])
      expect((await stranger.request.get(`${hub}/${path}`)).status()).toBe(404);

    await page.goto(hub);
    for (const section of ['What happened', 'How to reach you safely']) {
      await follow(page, section);
      while (/draft\/[0-9a-f-]+\/(what|contact)/.test(page.url())) await answer(page);
    }
    await follow(page, 'Check your answers');
    expect(await main(page)).toMatch(
      /Documents[\s\S]*Our notes\.txt\s+Added\.[^\n]*only your side\.\s+Change/,
    );
    expect(await main(page)).toMatch(
      /Documents[\s\S]*For the council\.txt\s+Added\.[^\n]*Riverside Council\.\s+Change/,
    );
    await sound();
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page
      .getByRole('button', { name: 'Skip them all' })
      .or(page.getByRole('link', { name: 'Skip them all' }))
      .click();
    expect(await main(page)).toMatch(/Your case is open[\s\S]*What happens next/);
    const [ref = ''] = /RC-[\w-]+/.exec(page.url()) ?? [];
    await page.goto(`${demo.url}/cases/${ref}/documents`);
    for (const name of ['Our notes.txt', 'For the council.txt']) expect(await main(page)).toContain(name);
    expect((await page.request.get(`${hub}/documents`)).status()).toBe(404);
    const dev = await demo.as('Dev', { viewport: DESK });
    await dev.goto(`${demo.url}/cases/${ref}/documents`);
    expect(await main(dev)).toContain('For the council.txt');
    expect(await main(dev)).not.toContain('Our notes.txt');
  });
});

/** The question of a page, answered with the first that it takes. */
async function answer(page: Page): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Continue' }) });
  const days = form.locator('[name$="[day]"]');
  if (await days.count()) {
    for (const [part, value] of Object.entries({ day: '12', month: '11', year: '2026' }))
      await form.locator(`[name$="[${part}]"]`).fill(value);
  } else if (await form.getByRole('radio').count()) await form.getByRole('radio').first().check();
  else if (await form.locator('textarea').count()) await form.locator('textarea').first().fill('It is late');
  else if (await form.locator('input[type=tel]').count())
    await form.locator('input[type=tel]').fill('07700 900123');
  else if (await form.locator('input[type=text]').count())
    await form.locator('input[type=text]').first().fill('Tom');
  await page.getByRole('button', { name: 'Continue' }).click();
}

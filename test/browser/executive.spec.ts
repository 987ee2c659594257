import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launch, violations } from './chromium';
import { breakPromise, serveDemonstration, type Served } from './demonstration';

jest.setTimeout(180_000);

describe('An executive with an escalation, in a browser', () => {
  let demo: Served;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    demo = await serveDemonstration();
    ({ url } = demo);
    await breakPromise(demo);
    browser = await launch();
    page = await (
      await browser.newContext({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false })
    ).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('finds in three clicks what was promised, what became of it, and what can be decided', async () => {
    await page.goto(`${url}/demo`);
    await page.getByRole('button', { name: 'Dr Patel' }).click();
    expect(await page.locator('.recourse-tiles').innerText()).toMatch(/0\s+Overdue[\s\S]*1\s+Due within 5/);
    await page.getByRole('link', { name: 'Escalation to the ICB executive' }).first().click();
    await page.getByRole('link', { name: 'Read the one-page brief' }).click();
    expect(await page.locator('h1').innerText()).toBe('You should decide by Friday 11 December 2026');
    const brief = await page.locator('main').innerText();
    expect(brief).toContain('Say that you have received it by Tuesday 1 December 2026.');
    expect(brief).toContain('Twelve speech therapy sessions');
    expect(brief).toContain('NHS Riverside ICB, by Friday 27 November 2026');
    expect(brief).toContain('Not done. 2 working days late today');
    await page.getByRole('link', { name: 'Decide: direct action' }).click();
    expect(await page.locator('h1').innerText()).toBe('Decide: direct action');
    expect(await page.locator('main').innerText()).toContain('Who will do it?');
  });

  it('reads four numbers against the quarter before in the report to the board', async () => {
    const own = await browser.newPage();
    await own.goto(`${url}/demo`);
    await own.getByRole('button', { name: 'Dr Patel' }).click();
    await own.goto(`${url}/executive/board-report`);
    const report = await own.locator('main').innerText();
    expect(await own.locator('h1').innerText()).toBe('Board report, July to September 2026');
    // Of ten invented things, six were late in the last quarter and seven in the one before.
    expect(report).toMatch(/Escalations decided in time\s+3 of 9 \(33%\)\s+Last quarter: 2 of 9 \(22%\)/);
    expect(report).not.toContain('no figures');
    await own.goto(`${url}/executive/board-report?quarter=2026Q2`);
    expect(await own.locator('main').innerText()).toContain('Last quarter: no figures');
  });

  it('is read on a phone, on a desk and on one sheet of paper', async () => {
    const seen = await (await browser.newContext({ bypassCSP: true })).newPage();
    await seen.goto(`${url}/demo`);
    await seen.getByRole('button', { name: 'Dr Patel' }).click();
    const own = (await seen.locator('main tbody a').first().getAttribute('href')) as string;
    const ref = own.replace('/desk', '');
    const paths = { desk: '/desk', waiting: '/desk?show=waiting', case: own, brief: `${ref}/brief` };
    const found: string[] = [];
    for (const width of [375, 1280]) {
      await seen.setViewportSize({ width, height: 800 });
      for (const [name, path] of Object.entries(paths)) {
        await seen.goto(url + path);
        found.push(...(await violations(seen)));
        const overflow = await seen.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (Number(overflow) > 0) found.push(`${name} is ${String(overflow)} pixels too wide at ${width}`);
        if (process.env.PICTURES)
          await seen.screenshot({ path: join(process.env.PICTURES, `${name}-${width}.png`), fullPage: true });
      }
    }
    expect(found).toEqual([]);
    await seen.goto(`${url}${ref}/brief`);
    const sheet = await seen.pdf({
      format: 'A4',
      ...(process.env.PICTURES ? { path: join(process.env.PICTURES, 'brief.pdf') } : {}),
    });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  });
});

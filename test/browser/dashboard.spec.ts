import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launch, violations } from './chromium';
import { serveDemonstration, type Served } from './demonstration';

jest.setTimeout(180_000);

describe('The published figures in a browser', () => {
  let demo: Served;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    demo = await serveDemonstration();
    ({ url } = demo);
    browser = await launch();
    page = await (
      await browser.newContext({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false })
    ).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('are read by anybody, without an account and without JavaScript', async () => {
    await page.goto(url);
    await page.getByRole('link', { name: 'Published figures', exact: true }).click();
    expect(await page.locator('h1').innerText()).toBe('Promises and dates in England');
    const england = await page.locator('main').innerText();
    expect(england).toContain('July to September 2026');
    expect(england).toContain('April to June 2026');
    expect(england).toMatch(/About \d+% of the duties of councils were met on time\./);
    await page.getByRole('link', { name: 'Riverside Council' }).click();
    expect(await page.locator('main').innerText()).toMatch(
      /Riverside Council met about \d+% of its duties on time\. All councils: about \d+%\./,
    );
  });

  const COMPARED = '/dashboard/compare?area=riverside-council&area=nhs-riverside-icb&area=nowhere';

  it('can be compared, and made no ranking of', async () => {
    await page.goto(`${url}/dashboard/riverside-council`);
    await page.getByRole('link', { name: 'Compare it with other areas' }).click();
    expect(await page.getByLabel('Area 1').inputValue()).toBe('riverside-council');
    const others = await page.getByLabel('Area 2').locator('option').allInnerTexts();
    const other = others.find((name) => / Council$/.test(name) && name < 'Riverside') as string;
    await page.getByLabel('Area 2').selectOption(other);
    await page.getByRole('button', { name: 'Compare' }).click();
    expect(await page.locator('tbody th').allInnerTexts()).toEqual([
      other,
      'Riverside Council',
      'All councils',
    ]);
  });

  it.each(['/dashboard', '/dashboard/riverside-council', COMPARED])(
    'show in the chart of %s the same numbers as in the table beside it',
    async (path) => {
      await page.goto(url + path);
      const pairs = await page.locator('.recourse-figure').all();
      expect(pairs.length).toBeGreaterThanOrEqual(2);
      for (const pair of pairs) {
        const chart = pair.locator('svg[role=img]');
        const table = await pair.locator('tbody td').allInnerTexts();
        const drawn = (await chart.locator('text:not(.recourse-chart__title)').allTextContents()).map(
          (text) => text.replace(/^.*: /, ''),
        );
        expect(drawn.length).toBeGreaterThan(1);
        for (const value of drawn) expect(table).toContain(value);
        const text = (await chart.locator('desc').textContent()) ?? '';
        for (const value of drawn) expect(text).toContain(value);
        const widths = await chart
          .locator('rect')
          .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width')?.replace('%', ''))));
        const numbers = drawn.map((value) => Number.parseInt(value, 10) || 0);
        const largest = Math.max(...numbers);
        // The longest bar is the largest number, and no bar is drawn for what is hidden.
        expect(widths.indexOf(Math.max(...widths))).toBe(numbers.indexOf(largest));
        numbers.forEach((number, n) => expect(number === 0).toBe(widths[n] === 0));
      }
    },
  );

  it('are small, and send no script', async () => {
    for (const path of ['/dashboard', '/dashboard/riverside-council', '/dashboard/data']) {
      const html = await (await fetch(url + path)).text();
      expect(html).not.toContain('<script');
      // With two quarters, as a chart and as a table.
      expect(Buffer.byteLength(html)).toBeLessThan(33_000);
      expect(
        Buffer.byteLength(html) + (await (await fetch(`${url}/assets/app.css`)).text()).length,
      ).toBeLessThan(125_000);
    }
  });

  it('come with style that was packed once, and are not packed themselves', async () => {
    const encodings = async (path: string) =>
      Promise.all(
        ['br', 'gzip', 'identity'].map(async (encoding) => {
          const answer = await fetch(url + path, { headers: { 'accept-encoding': encoding } });
          return [answer.headers.get('content-encoding'), (await answer.text()).length] as const;
        }),
      );
    const [[br, whole], [gzip, same], [plain, again]] = (await encodings('/assets/app.css')) as [
      readonly [string, number],
      readonly [string, number],
      readonly [null, number],
    ];
    expect([br, gzip, plain]).toEqual(['br', 'gzip', null]);
    expect([same, again]).toEqual([whole, whole]);
    expect((await encodings('/dashboard')).map(([encoding]) => encoding)).toEqual([null, null, null]);
  });

  it('can be taken away as CSV and JSON, with the meaning of every column', async () => {
    const csv = await (await fetch(`${url}/dashboard/figures.csv`)).text();
    const [header, ...rows] = csv.trimEnd().split('\r\n');
    const json = (await (await fetch(`${url}/dashboard/figures.json`)).json()) as {
      figures: { value: unknown }[];
      dictionary: { column: string }[];
    };
    expect(header).toBe(json.dictionary.map(({ column }) => column).join(','));
    expect(rows.map((row) => row.split(',').at(-1))).toEqual(json.figures.map(({ value }) => String(value)));
    expect(await (await fetch(`${url}/dashboard/data-dictionary.csv`)).text()).toContain('value,');
    expect((await fetch(`${url}/dashboard/nowhere`)).status).toBe(404);
    expect((await fetch(`${url}/dashboard?quarter=2019Q1`)).status).toBe(404);
  });

  it('are accessible on a phone and on a desk', async () => {
    const seen = await (await browser.newContext({ bypassCSP: true })).newPage();
    const found: string[] = [];
    for (const width of [375, 1280]) {
      await seen.setViewportSize({ width, height: 800 });
      for (const path of [
        '/dashboard',
        '/dashboard/riverside-council',
        '/dashboard/nhs-riverside-icb',
        '/dashboard/data',
        COMPARED,
      ]) {
        await seen.goto(url + path);
        found.push(...(await violations(seen)));
        const overflow = await seen.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (Number(overflow) > 0) found.push(`${path} is ${String(overflow)} pixels too wide at ${width}`);
        if (process.env.PICTURES)
          await seen.screenshot({
            path: join(process.env.PICTURES, `${path.replace(/\W+/g, '_')}-${width}.png`),
            fullPage: true,
          });
      }
    }
    expect(found).toEqual([]);
  });
});

// An officer writes an answer, a colleague reads it as the family will, gives it back, and approves it: in a browser.

import type { Page } from 'playwright-core';
import { Demo } from '../../src/demo';
import { violations } from './chromium';
import { demonstrate, DESK, PHONE, type Demonstration } from './demonstration';

jest.setTimeout(120_000);

describe('Two people for one answer, in a browser', () => {
  let demo: Demonstration;
  let complaint: string;
  const main = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  async function looked(page: Page, name: string): Promise<void> {
    const found: string[] = [];
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      const wide = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (Number(wide) > 0) found.push(`${name} is ${String(wide)} pixels too wide at ${size.width}`);
      if (process.env.PICTURES)
        await page.screenshot({
          path: `${process.env.PICTURES}/${name}-${size.width}.png`,
          fullPage: true,
        });
    }
    expect([...found, ...(await violations(page))]).toEqual([]);
  }

  beforeAll(async () => {
    demo = await demonstrate();
    complaint = demo.app.get(Demo).story?.cases.complaint as string;
  });
  afterAll(() => demo?.close());

  it('an operator asks for two, an officer writes, a colleague gives back and approves, and the family reads it', async () => {
    const olu = await demo.as('Olu', { bypassCSP: true });
    await olu.goto(`${demo.url}/admin/organisations`);
    await olu.getByRole('link', { name: 'Riverside Council' }).first().click();
    for (const choice of ['#two-2', '#two-1']) {
      await olu.locator(choice).check();
      await press(olu, 'Save');
      expect(await olu.locator(choice).isChecked()).toBe(true);
    }
    await looked(olu, 'organisation');
    const dev = await demo.as('Dev', { bypassCSP: true });
    await dev.goto(`${demo.url}/demo`);
    await dev.getByRole('link', { name: /The complaint of Tom/ }).click();
    await dev.goto(`${demo.url}/desk/cases/${complaint}/write/stage-1-answered`);
    await dev.locator('[name="finding"][value="upheld"]').check();
    await dev.locator('[name="reasons"]').fill('Our letters go to whoever asked for the plan.');
    await press(dev, 'Continue to check');
    await looked(dev, 'check');
    await press(dev, 'Ask a colleague to approve it');
    await looked(dev, 'waiting');
    const page = dev.url();
    const other = await demo.as('Bea', { bypassCSP: true });
    await looked(other, 'desk');
    await other.locator(`main a[href="/desk/cases/${complaint}"]`).first().click();
    await looked(other, 'asked');
    await other.getByRole('link', { name: 'Answer at stage 1' }).first().click();
    expect(other.url()).toBe(page);
    await press(other, 'Give it back');
    expect(await other.locator('.govuk-error-summary').innerText()).toContain('Say what must be changed');
    await looked(other, 'without-a-reason');
    await other.locator('#reason').fill('Say sorry first.');
    await press(other, 'Give it back');
    await dev.goto(page);
    await looked(dev, 'given-back');
    await dev.getByRole('link', { name: 'Change it and ask again' }).click();
    expect(await main(dev)).toContain('Say sorry first.');
    await dev.locator('[name="reasons"]').fill('We are sorry. From now on we write to you.');
    await press(dev, 'Continue to check');
    await press(dev, 'Ask a colleague to approve it');
    await other.goto(dev.url());
    await looked(other, 'approve');
    await press(other, 'Approve and send it');
    expect(await other.locator('h1').innerText()).toBe('The council answered at stage 1');
    await looked(other, 'sent');
    const tom = await demo.as('Tom');
    await tom.goto(`${demo.url}/cases/${complaint}/history`);
    expect(await main(tom)).toMatch(
      /We are sorry[\s\S]*A second person approved what was then sent|A second person approved what was then sent[\s\S]*We are sorry/,
    );
    expect(await main(tom)).not.toMatch(/Say sorry first|Bea/);
  });
});

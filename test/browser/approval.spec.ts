// An officer writes an answer, a colleague reads it as the family will, gives it back, and approves it: in a browser.

import type { Page } from 'playwright-core';
import { People, Sessions } from '../../src/access';
import { Demo } from '../../src/demo';
import { Cases } from '../../src/engine';
import { Organisations } from '../../src/organisations';
import { Db } from '../../src/persistence';
import { violations } from './chromium';
import { demonstrate, DESK, PHONE, type Demonstration } from './demonstration';

jest.setTimeout(120_000);

describe('Two people for one answer, in a browser', () => {
  let demo: Demonstration;
  let complaint: string;
  let bea: string;
  const main = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  /** Somebody who is no persona. */
  async function colleague(personId: string): Promise<Page> {
    const page = await demo.as(undefined, { bypassCSP: true });
    const value = await demo.app.get(Sessions).start(personId);
    await page.context().addCookies([{ name: 'recourse', value, url: demo.url }]);
    return page;
  }

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
    const person = (label: string) =>
      demo.app.get(Demo).story?.people.find((each) => each.label.startsWith(label))?.id ?? '';
    const registry = demo.app.get(Organisations);
    const council =
      (await registry.list('council')).find(({ name }) => name === 'Riverside Council')?.id ?? '';
    const people = demo.app.get(People);
    bea = await demo.app.get(Db).tx(async (m) => {
      const { id } = await people.create(m, { name: 'Bea', email: 'bea@example.org' });
      await people.join(m, id, council, ['council complaints team']);
      return id;
    });
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-11-03', complaint: 'It is late.' };
    const cases = demo.app.get(Cases);
    const opened = await cases.open(
      { route: 'council-complaint', facts, parties: { council } },
      { kind: 'person', personId: person('Amira') },
    );
    complaint = opened.case.ref;
    await cases.advance(
      complaint,
      { type: 'acknowledged', data: {}, occurredOn: '2026-11-05' },
      { kind: 'person', personId: person('Dev') },
    );
  });
  afterAll(() => demo?.close());

  it('an operator asks for two, an officer writes, a colleague gives back and approves, and the family reads it', async () => {
    const olu = await demo.as('Olu', { bypassCSP: true });
    await olu.goto(`${demo.url}/admin/organisations`);
    await olu.getByRole('link', { name: 'Riverside Council' }).first().click();
    await olu.locator('#two-1').check();
    await press(olu, 'Save');
    expect(await olu.locator('#two-1').isChecked()).toBe(true);
    await looked(olu, 'organisation');
    const dev = await demo.as('Dev', { bypassCSP: true });
    await dev.goto(`${demo.url}/desk/cases/${complaint}/write/stage-1-answered`);
    await dev.locator('[name="finding"][value="upheld"]').check();
    await dev.locator('[name="reasons"]').fill('It was due in September.');
    await press(dev, 'Continue to check');
    await looked(dev, 'check');
    await press(dev, 'Ask a colleague to approve it');
    await looked(dev, 'waiting');
    const page = dev.url();
    const other = await colleague(bea);
    await other.goto(`${demo.url}/desk/cases/${complaint}`);
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
    await dev.locator('[name="reasons"]').fill('We are sorry. It was due in September.');
    await press(dev, 'Continue to check');
    await press(dev, 'Ask a colleague to approve it');
    await other.goto(dev.url());
    await looked(other, 'approve');
    await press(other, 'Approve and send it');
    expect(await other.locator('h1').innerText()).toBe('The council answered at stage 1');
    await looked(other, 'sent');
    const amira = await demo.as('Amira');
    await amira.goto(`${demo.url}/cases/${complaint}/history`);
    expect(await main(amira)).toMatch(/A second person approved what was then sent/);
    expect(await main(amira)).not.toMatch(/Say sorry first|Bea/);
  });
});

import type { Browser, Page } from 'playwright-core';
import { launch } from './chromium';
import { serveDemonstration, type Served } from './demonstration';

jest.setTimeout(180_000);

describe('The demonstration in a browser', () => {
  let demo: Served;
  let browser: Browser;
  let page: Page;
  let url: string;
  let clicks = 0;

  beforeAll(async () => {
    demo = await serveDemonstration();
    ({ url } = demo);
    browser = await launch();
    // No JavaScript: everything must work without it. Axe is run in a window of its own.
    page = await (
      await browser.newContext({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false })
    ).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  const click = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
    clicks += 1;
    await page.getByRole(role, { name }).first().click();
  };

  it('goes from an agreement to a missed date, the executive and a decision, in at most fifteen clicks of the story', async () => {
    const began = process.hrtime.bigint();
    await page.goto(`${url}/demo`);
    await click('Grace, mediator');
    await page.goto(`${url}/demo`);
    await click(/The mediation case/, 'link');
    await click('Record the agreement', 'link');
    // Filling in the form is typing, not finding the way: its buttons are not counted.
    const before = clicks;
    const day = (name: string) => page.locator(`[name="occurredOn[${name}]"]`);
    await day('day').fill('13');
    await day('month').fill('11');
    await day('year').fill('2026');
    await page.locator('[name="points[0][what]"]').fill('12 speech therapy sessions ZZCHILD');
    await page.getByLabel('The ICB').check();
    await page.getByLabel('Something else', { exact: true }).check();
    await click('Continue to check');
    expect(await page.locator('main').innerText()).toContain('Friday 27 November 2026');
    await click('Record the agreement');
    clicks = before;
    expect(await page.locator('h1').innerText()).toContain('An agreement was reached in mediation');

    await click('Amira, parent');
    await click('Keeping the promise', 'link');
    const promise = page.url();
    expect(await page.locator('h1').innerText()).toBe(
      'NHS Riverside ICB must do what was ordered or agreed by Friday 27 November 2026',
    );
    await click('Next reminder');
    expect(await page.locator('.recourse-demo').innerText()).toContain('16 November');
    expect(page.url()).toBe(promise);
    await page.request.post(`${url}/demo/clock`, { data: { now: '2026-11-27T12:00:00.000Z' } });
    await page.goto(`${url}/demo/mail`);
    const mail = await page.locator('main').innerText();
    expect(mail).toContain('Today is the last day');
    expect(mail).not.toContain('ZZCHILD');
    await page.request.post(`${url}/demo/clock`, { data: { now: '2026-11-28T00:00:01.000Z' } });
    await page.goto(promise);
    const late = await page.locator('main').innerText();
    expect(late).toContain('A date was missed');
    expect(late).toContain('Escalation to the ICB executive lead for SEND');

    await click('Dr Patel, ICB executive');
    await click('Escalation to the ICB executive lead for SEND', 'link');
    expect(await page.locator('h1').innerText()).toContain('It is your turn');
    await click('Decide: direct action', 'link');
    await page.locator('#who').fill('Head of therapies');
    await page.locator('#what').fill('Start the sessions');
    for (const [part, value] of [
      ['day', '4'],
      ['month', '12'],
      ['year', '2026'],
    ])
      await page.locator(`[name="by[${part}]"]`).fill(value as string);
    await page.getByRole('button', { name: 'Continue to check' }).click();
    await page.getByRole('button', { name: 'Decide: direct action' }).click();
    await click('Amira, parent');
    await click('Escalation to the ICB executive lead for SEND', 'link');
    expect(await page.locator('h1').innerText()).toContain('by Friday 4 December 2026');
    expect(clicks).toBeLessThanOrEqual(15);
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(120);
  });

  it('tells a family what is wrong with an answer and keeps what they typed', async () => {
    await page.goto(`${url}/who-is-responsible`);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose one answer');
    for (const said of ['A decision of the council', 'The council refused to assess my child']) {
      await page.getByLabel(said).check();
      await page.getByRole('button', { name: 'Continue' }).click();
    }
    const box = (part: string) => page.locator(`[name="noticeSent[${part}]"]`);
    await box('day').fill('31');
    await box('month').fill('2');
    await box('year').fill('2026');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Enter a real date');
    expect(await box('day').inputValue()).toBe('31');
    await box('day').fill('5');
    await box('month').fill('10');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('I do not know, or it is not in this list').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    const answer = await page.locator('main').innerText();
    expect(answer).toContain('Contact the mediation adviser named in the letter');
    expect(answer).toContain('Monday 7 December 2026');
  });

  it('lets a newcomer sign in by a code from the mail, lodge a complaint and act on it', async () => {
    const fresh = await (
      await browser.newContext({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false })
    ).newPage();
    const next = () => fresh.getByRole('button', { name: 'Continue' }).click();
    const today = async (name: string) => {
      for (const [part, value] of [
        ['day', '6'],
        ['month', '11'],
        ['year', '2026'],
      ]) {
        await fresh.locator(`[name="${name}[${part}]"]`).fill(value as string);
      }
      await next();
    };
    await fresh.goto(`${url}/start/council-complaint`);
    await fresh.getByRole('button', { name: 'Start now' }).click();
    await fresh.locator('#email').fill('not an address');
    await next();
    expect(await fresh.locator('.govuk-error-summary').innerText()).toContain('email address');
    await fresh.locator('#email').fill('newcomer@example.org');
    await next();
    const mail = await (
      await fresh.request.get(`${url}/demo/mail`, { headers: { accept: 'application/json' } })
    ).json();
    const code =
      /Your code is (\d{6})/.exec((mail as { text: string }[]).map(({ text }) => text).join())?.[1] ??
      'none came';
    await fresh.locator('#code').fill(code);
    await next();
    await fresh.getByRole('button', { name: 'Start now' }).click();
    await next();
    await fresh.getByRole('link', { name: 'What happened' }).click();
    await fresh.getByLabel('Delay').check();
    await next();
    await today('aware');
    await today('received');
    await fresh.locator('#complaint').fill('It is late.');
    await next();
    await next();
    await fresh.getByRole('link', { name: 'Who must answer' }).click();
    await fresh.getByLabel('Riverside Council').check();
    await next();
    await fresh.getByRole('link', { name: 'How to reach you safely' }).click();
    await fresh.getByLabel('Yes', { exact: true }).check();
    for (let n = 0; n < 8; n += 1) await next();
    await fresh.getByRole('link', { name: 'Check your answers' }).click();
    expect(await fresh.locator('dl').nth(1).innerText()).toContain('Riverside Council');
    await fresh.getByRole('button', { name: 'Open the case' }).click();
    await fresh.getByRole('button', { name: 'Skip them all' }).click();
    expect(await fresh.locator('main').innerText()).toMatch(
      /RC-\S+[\s\S]*Riverside Council must acknowledge the complaint by/,
    );
    await fresh.getByRole('button', { name: 'Go to your case' }).click();
    await fresh.getByRole('link', { name: 'Go to the Ombudsman' }).click();
    await fresh.getByRole('button', { name: 'Go to the Ombudsman' }).click();
    expect(await fresh.locator('h1').innerText()).toBe('Done');
  });

  it('starts over as it was, moves by a working day and to a date, and lets a visitor look in', async () => {
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
    const bar = () => page.locator('#demonstration').innerText();
    await page.goto(`${url}/demo`);
    await press('Tom, 17');
    expect(await page.locator('main').innerText()).toContain('It is your turn');
    await press('Start over');
    expect(await bar()).toContain('Friday 13 November 2026 at 09:00');
    expect(await bar()).toContain('a visitor');
    await page.goto(`${url}/cases`);
    expect(page.url()).toContain('/sign-in');
    await press('+1 working day');
    expect(await bar()).toContain('Monday 16 November 2026 at 09:00');
    await page.locator('#demo-day').fill('2026-12-23');
    await press(/^Go/);
    expect(await bar()).toContain('Wednesday 23 December 2026 at 09:00');
    await press('Amira, parent');
    expect(await page.locator('main').innerText()).toContain('Appeal to the SEND Tribunal');
    await press('A visitor');
    expect(await page.locator('header').innerText()).toContain('Sign in');
    await press('Start over');
  });
});

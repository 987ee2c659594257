import type { Page } from 'playwright-core';
import { violations } from './chromium';
import { casesOf, codesIn, demonstrate, PHONE, type Demonstration } from './demonstration';
import { press, reach } from './keyboard';

jest.setTimeout(120_000);

describe('The pages of a family in a browser', () => {
  let demo: Demonstration;

  beforeAll(async () => {
    demo = await demonstrate();
  });
  afterAll(() => demo?.close());

  it('answer on a telephone, before scrolling: whose turn, what, by when, what if not, what can I do', async () => {
    const page = await demo.as('Amira, parent', { bypassCSP: true });
    const cases = await casesOf(page, demo.url);
    expect(Object.keys(cases).length).toBeGreaterThanOrEqual(3);
    for (const path of Object.values(cases)) {
      await page.goto(demo.url + path);
      const bottom = async (selector: string) => {
        const box = await page.locator(selector).first().boundingBox();
        return (box?.y ?? Infinity) + (box?.height ?? Infinity);
      };
      expect(await page.locator('h1').innerText()).toMatch(/^(It is your turn: you|[A-Z].*) must .+/);
      const panel = await page.locator('.recourse-turn').innerText();
      expect(panel).toMatch(/working days? left|last day|If you miss it|mediation case/);
      expect(await bottom('.recourse-turn')).toBeLessThan(PHONE.height);
      expect(await bottom('section[aria-labelledby=acts] :is(a, p)')).toBeLessThan(PHONE.height);
    }
  });

  it('make the one act that a turn asks for the only button, and show the steps ahead with whose they are', async () => {
    const page = await demo.as('Amira, parent', { bypassCSP: true });
    const cases = await casesOf(page, demo.url);
    await page.goto(demo.url + cases['Appeal to the SEND Tribunal']);
    expect(await page.locator('main .govuk-button').allInnerTexts()).toEqual([
      'Add your mediation certificate',
    ]);
    const steps = await page.locator('.recourse-steps li').allInnerTexts();
    expect(steps[0]).toBe('Now: Get your mediation certificate\nYou, by Tuesday 1 December 2026');
    expect(steps[1]).toBe('Send your appeal\nYou');
    expect(steps[2]).toMatch(/^Waiting for the Tribunal to register the appeal\nThe SEND Tribunal, by /);
  });

  it('give the open dates to a calendar and print without what belongs to the screen', async () => {
    const page = await demo.as('Amira, parent', { bypassCSP: true });
    const path = (await casesOf(page, demo.url))['Appeal to the SEND Tribunal'] as string;
    const file = await page.request.get(`${demo.url}${path}/dates.ics`);
    expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(await file.text()).toContain('DTSTART;VALUE=DATE:20261201\r\n');
    await page.goto(`${demo.url}${path}/print`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['header', 'footer', '#demonstration', '.recourse-ways', '.recourse-screen-only'])
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
    expect(await page.locator('main').innerText()).toContain('Tuesday 1 December 2026');
  });

  it('show a calendar file to nobody else', async () => {
    const amira = await demo.as('Amira, parent');
    const path = (await casesOf(amira, demo.url))['Appeal to the SEND Tribunal'] as string;
    const visitor = await demo.as();
    const answer = await visitor.request.get(`${demo.url}${path}/dates.ics`, { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toContain('/sign-in');
  });

  it('let a parent ask an adviser in, who sees the case after signing in with a code, until she withdraws it', async () => {
    const amira = await demo.as('Amira, parent', { bypassCSP: true });
    const path = (await casesOf(amira, demo.url))['Appeal to the SEND Tribunal'] as string;
    const click = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
    await amira.goto(`${demo.url}${path}/people`);
    expect(await amira.locator('main').innerText()).toMatch(
      /Riverside Council[\s\S]*Who sees nothing here[\s\S]*SEND Tribunal/,
    );
    await amira.getByRole('button', { name: 'Ask somebody to help you' }).click();
    await amira.locator('#email').fill('adviser@example.org');
    await click(amira, 'Continue');
    await amira.getByLabel('See everything, and change nothing').check();
    expect(await violations(amira)).toEqual([]);
    await click(amira, 'Continue');
    for (const [part, value] of Object.entries({ day: '31', month: '12', year: '2026' }))
      await amira.locator(`[name="endsOn[${part}]"]`).fill(value);
    await click(amira, 'Continue');
    await click(amira, 'Send the invitation');
    expect(await amira.locator('main').innerText()).toContain('Has not answered yet');

    const adviser = await demo.as(undefined, { bypassCSP: true });
    await signIn(adviser, demo.url, 'adviser@example.org');
    expect(await adviser.locator('main').innerText()).toContain('Amira asks you to help');
    expect(await violations(adviser)).toEqual([]);
    await click(adviser, 'Yes, I will help');
    await adviser.goto(demo.url + path);
    expect(await adviser.locator('h1').innerText()).toMatch(/^The family must get a mediation certificate/);
    expect(await adviser.locator('section[aria-labelledby=acts]').innerText()).toContain(
      'The family acts in it',
    );

    await amira.goto(`${demo.url}${path}/people`);
    await click(amira, 'Withdraw');
    expect((await adviser.goto(demo.url + path))?.status()).toBe(404);
  });

  it('show where somebody is signed in, and end it from another device', async () => {
    const telephone = await demo.as('Amira, parent', { bypassCSP: true });
    const tablet = await demo.as('Amira, parent');
    await telephone.goto(`${demo.url}/account`);
    await telephone.locator('#name').fill('Amira Khan');
    await telephone.getByRole('button', { name: 'Save your name' }).click();
    expect(await telephone.locator('#name').inputValue()).toBe('Amira Khan');
    const others = telephone.getByRole('button', { name: /^End/ });
    while ((await others.count()) > 0) {
      await others.first().click();
      await telephone.goto(`${demo.url}/account`);
    }
    await tablet.goto(`${demo.url}/cases`);
    expect(tablet.url()).toContain('/sign-in');
    const copy = await (await telephone.request.get(`${demo.url}/account/data.json`)).json();
    expect(copy.person.name).toBe('Amira Khan');
    expect(copy.cases.length).toBeGreaterThanOrEqual(3);
  });

  it('carry answers from the router into a case that can be left and taken up again, and is sent once', async () => {
    const page = await demo.as(undefined, { bypassCSP: true });
    const next = () => page.getByRole('button', { name: 'Continue' }).click();
    const follow = (name: string) => page.getByRole('link', { name }).first().click();
    await page.goto(`${demo.url}/who-is-responsible`);
    await page.getByLabel('A decision of the council').check();
    await next();
    await page.getByLabel('The council refused to assess my child').check();
    await next();
    for (const [part, value] of Object.entries({ day: '5', month: '10', year: '2026' }))
      await page.locator(`[name="noticeSent[${part}]"]`).fill(value);
    await next();
    await page.getByLabel('Riverside Council').check();
    await next();
    expect(await page.locator('main').innerText()).toMatch(
      /It is your turn to act[\s\S]*By Saturday 5 December 2026[\s\S]*Riverside SENDIASS: free advice/,
    );
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Start this \(Appeal/ }).click();
    expect(await violations(page)).toEqual([]);
    await signIn(page, demo.url, 'drafter@example.org', page.url());
    await page.getByRole('button', { name: 'Start now' }).click();
    // The way out is explained once, before the first page that has it.
    expect(await page.locator('h1').innerText()).toBe('How to leave this site quickly');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.locator('main').innerText()).toContain('You have completed 0 of 3 parts');
    expect(await violations(page)).toEqual([]);
    await follow('What happened');
    // What the council decided and when is known from the router: only the rest is asked.
    expect(await page.locator('h1').innerText()).toContain('Which parts of the plan');
    await next();
    await next();
    expect(await page.locator('main').innerText()).toContain('You have completed 1 of 3 parts');
    await page.goto(`${demo.url}/cases`);
    expect(await violations(page)).toEqual([]);
    await follow('Appeal to the SEND Tribunal');
    await follow('How to reach you safely');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('No. I will sign in').check();
    await next();
    // Left in the middle, by way of the list of cases.
    await page.locator('#contact-name').waitFor();
    await page.goto(`${demo.url}/cases`);
    await follow('Appeal to the SEND Tribunal');
    await follow('Who must answer');
    // Which council it is was said before the case began.
    for (const name of ['NHS Riverside ICB', 'Calm Waters Mediation']) {
      await page.getByLabel(name).check();
      await next();
    }
    await follow('How to reach you safely');
    await page.locator('#contact-name').fill('Dora');
    await next();
    await page.getByLabel('Send me a text').check();
    await next();
    await page.locator('#contact-phone').fill('07700 900123');
    await next();
    await page.getByLabel('The other parent').check();
    await next();
    await page.locator('#contact-not-know').fill('His father');
    await next();
    await page.getByLabel('An interpreter for another language').check();
    expect(await violations(page)).toEqual([]);
    await next();
    await page.locator('#contact-needs-more').fill('Polish');
    await next();
    await follow('Check your answers');
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('main').innerText()).toContain('Monday 5 October 2026');
    const draft = page.url().replace('/check', '');
    await page.getByRole('button', { name: 'Open the case' }).click();
    // Asked once, after everything was sent; what is left out is no error.
    expect(await page.locator('main').innerText()).toMatch(/has been sent[\s\S]*You can skip them all/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Answer the questions' }).click();
    await page.getByLabel('5 to 10').check();
    expect(await violations(page)).toEqual([]);
    for (let n = 0; n < 6; n += 1) await next();
    const sent = page.url();
    const [ref = ''] = /RC-[\w-]+/.exec(sent) ?? [];
    expect(await page.locator('main').innerText()).toMatch(
      /Your case is open[\s\S]*What happens next[\s\S]*by Monday 7 December 2026/,
    );
    expect(await violations(page)).toEqual([]);
    expect((await page.goto(draft))?.status()).toBe(404);
    await page.goto(`${demo.url}/cases/${ref}/settings`);
    expect(await page.locator('main').innerText()).toMatch(
      /07700 900123[\s\S]*The other parent[\s\S]*His father/,
    );
    expect(await violations(page)).toEqual([]);
    // Whoever might write or ring reads what is safe, and those outside the case see nothing.
    const dev = await demo.as('Dev');
    await dev.goto(`${demo.url}/cases/${ref}`);
    expect(await dev.locator('main').innerText()).toMatch(
      /Interpreter[\s\S]*Before you get in touch with the family[\s\S]*Must not know about this case: His father[\s\S]*Polish/,
    );
    expect((await dev.goto(`${demo.url}/cases/${ref}/settings`))?.status()).toBe(404);
    expect((await page.goto(sent))?.status()).toBe(200);
    expect((await page.goto(sent.replace(/\d+$/, '99')))?.status()).toBe(404);
    await page.goto(`${demo.url}/account`);
    expect(await page.locator('#name').inputValue()).toBe('Dora');
    expect(await page.getByLabel('No. I will sign in').isChecked()).toBe(true);
  });

  it('can be used with a keyboard alone: a case is opened, and an act sent in it', async () => {
    const page = await demo.as('Tom', { bypassCSP: true });
    await page.goto(`${demo.url}/start/council-complaint`);
    await press(page, page.getByRole('button', { name: 'Start now' }));
    if (page.url().includes('/stay-safe')) await press(page, page.getByRole('button', { name: 'Continue' }));
    for (const section of ['What happened', 'Who must answer', 'How to reach you safely']) {
      await press(page, page.getByRole('link', { name: section }));
      while (!/draft\/[0-9a-f-]+$/.test(page.url())) await answer(page);
    }
    await press(page, page.getByRole('link', { name: 'Check your answers' }));
    await press(page, page.getByRole('button', { name: 'Open the case' }));
    await press(page, page.getByRole('button', { name: 'Answer the questions' }));
    while (await page.locator('[name=step]').count()) await answer(page);
    expect(await page.locator('h1').innerText()).toBe('Your case is open');
    await press(page, page.getByRole('button', { name: 'Go to your case' }));
    await press(page, page.getByRole('link', { name: 'Add a note to the history' }));
    while (await page.locator('[name=step]').count()) {
      // The page before sending also names a step, to change an answer.
      if (await page.getByRole('button', { name: 'Add a note to the history' }).count()) break;
      await answer(page);
    }
    await press(page, page.getByRole('button', { name: 'Add a note to the history' }));
    expect(await page.locator('main').innerText()).toContain('A note was added');
  });

  it('leave at once by the button or by three times Shift, signed out and with nothing to go back to', async () => {
    for (const leave of [
      (page: Page) => page.getByRole('link', { name: 'Exit this page' }).click(),
      async (page: Page) => {
        for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift');
      },
    ]) {
      const page = await demo.as('Amira, parent');
      const left: (string | undefined)[] = [];
      // The weather is not to be had in a test: what the service answers is real, the other site is not.
      await page.route('**/exit', async (route) => {
        left.push((await route.fetch({ maxRedirects: 0 })).headers().location);
        await route.fulfill({ body: 'The weather' });
      });
      await page.goto(`${demo.url}/cases`);
      await page.goto(`${demo.url}/account`);
      await leave(page);
      await page.waitForURL('**/exit');
      expect(left).toEqual(['https://www.bbc.co.uk/weather']);
      await page.goBack();
      await page.waitForURL(/sign-in/);
      expect(await page.locator('main').innerText()).not.toContain('Amira');
    }
  });
});

/** The question that is shown, by whatever it wants, and on. */
async function answer(page: Page): Promise<void> {
  const fields = page.locator('main :is(input:not([type=hidden]), textarea, select)');
  const choice = ['radio', 'checkbox'].includes((await fields.first().getAttribute('type')) ?? '');
  const typed = (await fields.count()) === 3 && !choice ? ['1', '11', '2026'] : ['My own words'];
  for (const [n, text] of choice ? [[0, ''] as const] : [...typed.entries()]) {
    await reach(page, fields.nth(n));
    if (choice) await page.keyboard.press('Space');
    else await page.keyboard.type(text);
  }
  await press(page, page.getByRole('button', { name: 'Continue' }));
  expect(await page.title()).not.toMatch(/^Error/);
}

/** As somebody new: by the code that is in the mail. */
async function signIn(page: Page, url: string, email: string, to = '/cases'): Promise<void> {
  const codes = () => codesIn(page, url);
  // The clock stands still: which of two codes came later only their being there before can tell.
  const before = new Set((await codes()).map(({ id }) => id));
  await page.goto(`${url}/sign-in?to=${new URL(to, url).pathname}`);
  await page.locator('#email').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  const code = (await codes()).find(({ id }) => !before.has(id))?.code ?? 'none came';
  await page.locator('#code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

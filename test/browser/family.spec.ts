import { violations } from './chromium';
import { casesOf, DESK, demonstrate, PHONE, type Demonstration } from './demonstration';

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
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      expect(await violations(page)).toEqual([]);
    }
  });

  it('give the open dates to a calendar and print without what belongs to the screen', async () => {
    const page = await demo.as('Amira, parent', { bypassCSP: true });
    const path = (await casesOf(page, demo.url))['Appeal to the SEND Tribunal'] as string;
    const file = await page.request.get(`${demo.url}${path}/dates.ics`);
    expect(file.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(await file.text()).toContain('DTSTART;VALUE=DATE:20261201\r\n');
    await page.goto(`${demo.url}${path}/print`);
    expect(await violations(page)).toEqual([]);
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
});

// People at work who use no mouse: each signs in, finds what waits for them and does it, with a keyboard alone. On the way
// they make a mistake, and are led to it.

import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { Demo } from '../../src/demo';
import { Clock } from '../../src/platform';
import { breakPromise, codesIn, demonstrate, DESK, type Demonstration } from './demonstration';
import {
  choose,
  fieldsOfErrors,
  press,
  reach,
  skip,
  stopsBackOf,
  stopsOf,
  write,
  writeDay,
} from './keyboard';

jest.setTimeout(180_000);

describe('Staff with a keyboard alone', () => {
  let demo: Demonstration;
  let page: Page;
  let complaint: string;
  let mediation: string;

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const main = () => page.locator('main').innerText();

  /** By the code in the mail. */
  async function signInByCode(email: string): Promise<void> {
    page = await demo.as(undefined, { viewport: DESK });
    await page.goto(`${demo.url}/help`);
    await press(page, link('Sign in'));
    await write(page, page.locator('#email'), email);
    // The clock stands still: which of several codes is new only their being there before can tell.
    const before = (await codesIn(page, demo.url)).map(({ id }) => id);
    await press(page, button('Continue'));
    const newest = (await codesIn(page, demo.url)).find(({ id }) => !before.includes(id));
    await write(page, page.locator('#code'), '1');
    await press(page, button('Continue'));
    expect(await fieldsOfErrors(page)).toEqual(['code']);
    await write(page, page.locator('#code'), newest?.code ?? '');
    await press(page, button('Continue'));
  }

  /** And by an app that is set up on the way, as everybody must who sees more than their own cases. */
  async function signIn(email: string): Promise<void> {
    await signInByCode(email);
    await press(page, button('Use an app on your telephone'));
    const letters = await page.locator('main strong').first().innerText();
    const timestamp = demo.app.get(Clock).now().getTime();
    await write(
      page,
      page.locator('#code'),
      new TOTP({ secret: Secret.fromBase32(letters) }).generate({ timestamp }),
    );
    await press(page, button('Continue'));
  }

  /** The whole page, there and back: no stop is left out, met twice or without an end, and what is above is jumped over. */
  async function walk(): Promise<void> {
    const stops = await stopsOf(page);
    expect(
      await page.evaluate(`(() => {
      const all = [...document.querySelectorAll('*')];
      const takes = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
      const groups = new Set();
      return all.filter((each) => {
        if (!each.matches(takes) || each.tabIndex < 0 || !each.checkVisibility()) return false;
        if (each.type !== 'radio') return true;
        // A group of choices is one stop.
        const first = !groups.has(each.form.action + each.name);
        groups.add(each.form.action + each.name);
        return first;
      }).length;
    })()`),
    ).toBe(stops.length);
    const order = stops.map((stop) => Number(stop.split(' ')[0]));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect((await stopsBackOf(page, stops.at(-1) as string)).length).toBe(stops.length);
    expect(await skip(page)).toBe(true);
  }

  beforeAll(async () => {
    demo = await demonstrate({ STAFF_SECOND_FACTOR: 'on' });
    ({ complaint, mediation } = demo.app.get(Demo).story?.cases as { complaint: string; mediation: string });
  });
  afterEach(() => page?.context().close());
  afterAll(() => demo?.close());

  it('a mediation adviser signs in, and writes down a contact after leaving out what was said', async () => {
    await signIn('grace@example.org');
    await walk();
    await reach(page, link('Worklist').last());
    await press(page, page.locator(`main a[href="/desk/cases/${mediation}"]`));
    await walk();
    await press(page, link('Contacts'));
    await walk();
    const keep = button('Keep this private note');
    await choose(page, page.getByLabel('Telephone'));
    await press(page, keep);
    expect(await fieldsOfErrors(page)).toEqual(['withWhom', 'note']);
    expect(await page.getByLabel('Telephone').isChecked()).toBe(true);
    await choose(page, page.getByLabel('The council', { exact: true }));
    await write(page, page.locator('#note'), 'They can come on Friday.');
    await press(page, keep);
    expect(await main()).toMatch(/Your private note is kept[\s\S]*They can come on Friday/);
  });

  it('a council officer answers a complaint point by point, and asks a colleague to approve it', async () => {
    await signIn('dev@example.org');
    await press(page, page.locator(`main a[href="/desk/cases/${complaint}"]`));
    await press(page, page.locator('main a[href$="/write/stage-1-answered"]'));
    await walk();
    await press(page, button('Continue to check'));
    expect(await fieldsOfErrors(page)).toEqual(['finding', 'reasons']);
    await write(page, page.locator('[name="points[0][point]"]'), 'The assessment was late');
    await choose(page, page.locator('[name="points[0][finding]"][value="upheld"]'));
    await press(page, button('Add another point'));
    await press(page, button('Remove point 2'));
    await choose(page, page.locator('[name="finding"][value="upheld"]'));
    await write(page, page.locator('[name="reasons"]'), 'It was due in September. It came in November.');
    await press(page, button('Continue to check'));
    expect(await page.title()).not.toMatch(/^Error/);
    await walk();
    await press(page, button('Ask a colleague to approve it'));
    expect(await page.locator('h1').innerText()).toBe('Waiting for a colleague');
  });

  it('a head teacher answers, after leaving out what was found and why', async () => {
    await signIn('mr.okoro@example.org');
    await press(page, link('Complaint to the school and its governors'));
    await press(page, page.getByRole('button', { name: 'Answer in writing' }));
    await press(page, button('Continue to check'));
    expect(await fieldsOfErrors(page)).toEqual(['finding', 'reasons']);
    await choose(page, page.locator('[name="finding"][value="upheld"]'));
    await write(page, page.locator('[name="reasons"]'), 'The reading group did not begin.');
    await writeDay(page, 'askBy', '2026-11-27');
    await press(page, button('Continue to check'));
    await press(page, button('Answer in writing'));
    expect(await page.locator('h1').innerText()).toBe('The school answered in writing');
  });

  it('an NHS service records the day that was agreed, after one that is too late', async () => {
    await signIn('sam@example.org');
    await press(page, link('Complaint to the NHS provider'));
    await press(page, link('Record the day you agreed for the answer'));
    await writeDay(page, 'by', '2027-09-01');
    await press(page, button('Continue to check'));
    expect(await fieldsOfErrors(page)).toEqual(['by[day]']);
    await writeDay(page, 'by', '2026-12-18');
    await press(page, button('Continue to check'));
    await press(page, button('Record the day you agreed for the answer'));
    expect(await main()).toContain('Friday 18 December 2026');
  });

  it('an adviser of SENDIASS says that she will help, and records for the young person who asked that he has appealed', async () => {
    await signInByCode('priya@example.org');
    await walk();
    await press(page, button('Yes, I will help'));
    await press(page, link('Appeal to the SEND Tribunal'));
    await walk();
    await press(page, page.getByRole('button', { name: 'Record that you sent your appeal' }));
    await press(page, button('Continue'));
    expect(await fieldsOfErrors(page)).toEqual(['occurredOn[day]']);
    await writeDay(page, 'occurredOn', '2026-11-12');
    await press(page, button('Continue'));
    await press(page, button('Record that you sent your appeal'));
    expect(await page.locator('h1').innerText()).toBe('Done');
  });

  it('an operator names a new organisation, and has two people answer for it', async () => {
    await signIn('olu@example.org');
    await press(page, link('Organisations'));
    await walk();
    await press(page, button('Add it'));
    expect(await fieldsOfErrors(page)).toEqual(['name', 'body']);
    await write(page, page.locator('#name'), 'Fenshire Council');
    await choose(page, page.locator('[name="body"][value="council"]'));
    await press(page, button('Add it'));
    expect(await page.locator('h1').innerText()).toContain('Fenshire Council');
    await choose(page, page.locator('#two-1'));
    await press(page, button('Save'));
    expect(await page.locator('#two-1').isChecked()).toBe(true);
  });

  it('an executive decides, after a day that has passed was not taken', async () => {
    await breakPromise(demo);
    await signIn('dr.patel@example.org');
    await press(page, link('Escalations'));
    await walk();
    // What is called a button is pressed like one.
    await press(page, page.getByRole('button', { name: 'Read the brief and decide' }), 'Space');
    await walk();
    await press(page, link('Decide: direct action'));
    await write(page, page.locator('#who'), 'Head of therapies');
    await write(page, page.locator('#what'), 'Start the sessions');
    await writeDay(page, 'by', '2026-11-30');
    await press(page, button('Continue to check'));
    expect(await fieldsOfErrors(page)).toEqual(['by[day]']);
    await writeDay(page, 'by', '2026-12-08');
    await press(page, button('Continue to check'));
    await press(page, button('Decide: direct action'));
    expect(await page.locator('h1').innerText()).toBe('The executive directed action');
  });
});

import type { Page } from 'playwright-core';
import { Cases, type Who } from '../../src/engine';
import { Demo } from '../../src/demo';
import { Organisations } from '../../src/organisations';
import { Db } from '../../src/persistence';
import { violations } from './chromium';
import { demonstrate, DESK, PHONE, type Demonstration } from './demonstration';

jest.setTimeout(180_000);

describe('Professionals at their desks, in a browser', () => {
  let demo: Demonstration;
  let cases: Cases;
  let complaint: string;
  let mediation: string;
  const noScript = { javaScriptEnabled: false };

  const person = (label: string): Who & { kind: 'person' } => ({
    kind: 'person',
    personId: demo.app.get(Demo).story?.people.find((each) => each.label.startsWith(label))?.id ?? '',
  });
  const date = async (page: Page, name: string, day: string) => {
    const [year, month, date] = day.split('-') as [string, string, string];
    for (const [part, value] of Object.entries({ day: date, month, year }))
      await page.locator(`[name="${name}[${part}]"]`).fill(String(Number(value)));
  };
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click();
  const main = (page: Page) => page.locator('main').innerText();

  beforeAll(async () => {
    demo = await demonstrate();
    cases = demo.app.get(Cases);
    const registry = demo.app.get(Organisations);
    const named = async (body: 'council' | 'icb' | 'mediation', name: string) =>
      (await registry.list(body)).find((each) => each.name === name)?.id ?? '';
    const parties = {
      council: await named('council', 'Riverside Council'),
      icb: await named('icb', 'NHS Riverside ICB'),
      mediation: await named('mediation', 'Calm Waters Mediation'),
    };
    // Here one officer is enough; two of them are in approval.spec.ts.
    await demo.app.get(Db).tx((m) => registry.askForTwo(m, parties.council, false));
    const opened = await cases.open(
      {
        route: 'council-complaint',
        facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-03', complaint: 'It is late.' },
        parties,
      },
      person('Amira'),
    );
    complaint = opened.case.ref;
    await cases.advance(
      complaint,
      { type: 'acknowledged', data: {}, occurredOn: '2026-11-05' },
      person('Dev'),
    );
    const second = await cases.open(
      {
        route: 'mediation.council',
        facts: { authorityInformed: '2026-11-10', health: true },
        parties,
      },
      person('Amira'),
    );
    mediation = second.case.ref;
  });
  afterAll(() => demo?.close());

  // First, while there is one window: the packaged browser mixes up the cookies of scripts in several.
  it('shows the dates by itself where there is JavaScript, and keeps the draft while it does', async () => {
    const page = await demo.as('Dev', { viewport: DESK });
    const { case: view } = await cases.open(
      {
        route: 'council-complaint',
        facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-11', complaint: 'Again.' },
        parties: { council: (await cases.view(complaint, person('Dev'))).parties.council?.id ?? '' },
      },
      person('Amira'),
    );
    await page.goto(`${demo.url}/desk/cases/${view.ref}/write/acknowledged`);
    const follows = page.locator('#live-follows');
    expect(await follows.innerText()).toContain('Friday 27 November 2026');
    await date(page, 'occurredOn', '2026-11-12');
    await page.locator('[name="understanding"]').fill('The delay');
    await page.locator('[name="understanding"]').blur();
    await follows.getByText('Thursday 26 November 2026').first().waitFor();
    await page.goto(`${demo.url}/desk/cases/${view.ref}/write/acknowledged`);
    expect(await page.locator('[name="understanding"]').inputValue()).toBe('The delay');
  });

  it('a council officer answers a complaint point by point, leaves it half way, and sends what the family then reads', async () => {
    const page = await demo.as('Dev', { ...noScript, viewport: DESK });
    await page.goto(`${demo.url}/desk/cases/${complaint}`);
    await page.getByRole('link', { name: 'See which dates each choice starts' }).click();
    const choices = await main(page);
    expect(choices).toMatch(/Take more time for stage 1[\s\S]*Thursday 3 December 2026/);
    expect(choices).toMatch(/Answer at stage 1[\s\S]*Friday 11 December 2026/);
    await page.getByRole('link', { name: /Choose this.*Answer at stage 1/ }).click();
    await page.locator('[name="points[0][point]"]').fill('The assessment was late');
    await page.locator('#points-section').getByLabel('Upheld', { exact: true }).check();
    await page.locator('[name="points[0][reasons]"]').fill('It was due in September. It came in November.');
    await page.locator('[name="points[0][remedy]"]').fill('Pay for private sessions');
    await press(page, 'Add another point');
    await page.locator('[name="points[1][point]"]').fill('Nobody answered the telephone');
    await press(page, 'Continue to check');
    const errors = await page.locator('.govuk-error-summary').innerText();
    expect(errors).toContain('Point 2, What is the finding: choose one answer');
    expect(errors).toContain('What are the reasons: enter an answer');
    expect(await page.locator('[name="points[0][remedy]"]').inputValue()).toBe('Pay for private sessions');
    await page.locator('[name="points[1][finding]"][value="not-upheld"]').check();
    await page.locator('[name="finding"][value="partly-upheld"]').check();
    await page.locator('[name="reasons"]').fill('We were late once.');
    await press(page, 'Continue to check');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain(
      'what will be done needs a date',
    );
    await date(page, 'points[0][by]', '2026-12-04');
    await press(page, 'Show the dates');
    expect(await page.locator('#live-points-0').innerText()).toContain('By Friday 4 December 2026');
    await press(page, 'Save and come back later');
    await page.goto(`${demo.url}/desk/cases/${complaint}`);
    await page.getByRole('link', { name: 'Answer at stage 1' }).first().click();
    await press(page, 'Continue to check');
    const check = await main(page);
    expect(check).toContain('Friday 4 December 2026');
    expect(check).toMatch(/Ask for stage 2[\s\S]*Friday|Friday 11 December 2026[\s\S]*Ask for stage 2/);
    const letter = await page.locator('.recourse-letter dl').allInnerTexts();
    await press(page, 'Answer at stage 1');
    expect(await page.locator('h1').innerText()).toBe('The council answered at stage 1');
    const lasting = page.url();
    await page.goto(lasting);
    expect(await main(page)).toContain('can ask for stage 2 without giving a reason');
    const family = await demo.as('Amira', { ...noScript, viewport: DESK });
    await family.goto(`${demo.url}/cases/${complaint}/history`);
    const history = await family.locator('main dl').allInnerTexts();
    expect(letter.length).toBeGreaterThan(2);
    for (const part of letter) expect(history).toContain(part);
  });

  it('a mediator arranges a meeting with a family and a council, holds it, and writes an agreement whose dates are seen', async () => {
    const grace = await demo.as('Grace', noScript);
    const dev = await demo.as('Dev', noScript);
    const amira = await demo.as('Amira', noScript);
    const meeting = `${demo.url}/desk/cases/${mediation}/meeting`;
    await grace.goto(meeting);
    expect(await main(grace)).toContain('Thursday 10 December 2026');
    await grace.getByLabel('Online').check();
    await date(grace, 'slots[0][day]', '2026-11-13');
    await grace.locator('[name="slots[0][from]"]').fill('14:00');
    await press(grace, 'Add another time');
    await date(grace, 'slots[1][day]', '2026-11-18');
    await grace.locator('[name="slots[1][from]"]').fill('9:30');
    await press(grace, 'Ask everyone about these times');
    await amira.goto(`${demo.url}/cases/${mediation}`);
    await amira.getByRole('link', { name: 'Choose times for the meeting' }).click();
    await amira.getByLabel('Friday 13 November 2026, 14:00').check();
    await press(amira, 'Send my answer');
    expect(await main(amira)).toContain('We have your answer');
    await dev.goto(meeting);
    await dev.getByLabel('Friday 13 November 2026, 14:00').check();
    await dev.getByLabel('Yes').check();
    await dev.getByRole('button', { name: 'Send this answer' }).click();
    await grace.goto(meeting);
    expect(await main(grace)).toContain('Can settle');
    await grace.getByLabel('Friday 13 November 2026, 14:00').check();
    await press(grace, 'Arrange the meeting');
    expect(await grace.locator('h1').innerText()).toBe('A mediation meeting was arranged');
    const write = `${demo.url}/desk/cases/${mediation}/write`;
    await grace.goto(`${write}/mediation-held`);
    for (const name of ['attended', 'views']) await grace.locator(`[name="${name}"][value="yes"]`).check();
    await press(grace, 'Continue to check');
    await press(grace, 'Record that the meeting took place');
    await grace.goto(`${write}/agreement-recorded`);
    await grace.locator('[name="points[0][what]"]').fill('Twelve sessions, one each week');
    await grace.getByLabel('The ICB').check();
    await grace.getByLabel('Something else', { exact: true }).check();
    await press(grace, 'Show the dates');
    expect(await grace.locator('#live-points-0').innerText()).toContain('By Friday 27 November 2026');
    await press(grace, 'Continue to check');
    await press(grace, 'Record the agreement');
    expect(await main(grace)).toContain('An agreement was reached in mediation');
  });

  it('an executive decides on a telephone, sees first what follows, and changes nothing by looking', async () => {
    await demo.app.get(Demo).moveTo(new Date('2026-12-01T09:00:00Z'));
    const page = await demo.as('Dr Patel', noScript);
    await page.goto(`${demo.url}/executive`);
    expect(await main(page)).toContain('Twelve sessions, one each week');
    const began = process.hrtime.bigint();
    await page.getByRole('button', { name: 'Read the brief and decide' }).first().click();
    await page.getByRole('link', { name: 'Decide: direct action' }).click();
    await page.locator('#who').fill('Head of therapies');
    await page.locator('#what').fill('Start the sessions');
    await date(page, 'by', '2026-11-30');
    await press(page, 'Continue to check');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('must not be in the past');
    await date(page, 'by', '2026-12-08');
    await press(page, 'Continue to check');
    expect(await main(page)).toMatch(/Action was promised[\s\S]*Tuesday 8 December 2026/);
    await press(page, 'Decide: direct action');
    expect(await page.locator('h1').innerText()).toBe('The executive directed action');
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(60);
  });

  // Every page that can be reached is checked in every-page.spec.ts; here are those of a case that has gone further.
  const long = process.env.RECOURSE_TEST_LONG || process.env.PICTURES ? it : it.skip;
  long('is accessible and fits a telephone and a desk on every page of a case', async () => {
    const page = await demo.as('Grace', { bypassCSP: true });
    const found: string[] = [];
    const paths = ['', '/contacts', '/meeting', '/choices', '/write/certificate-issued', '/write/note-added'];
    const desk = ['/desk', '/desk?lead=me', '/desk/calendar', '/desk/handover', '/desk/report', '/executive'];
    for (const path of [...paths.map((each) => `/desk/cases/${mediation}${each}`), ...desk]) {
      for (const size of [PHONE, DESK]) {
        await page.setViewportSize(size);
        expect([path, (await page.goto(demo.url + path))?.status()]).toEqual([path, 200]);
        const over = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (Number(over) > 0) found.push(`${path} is ${String(over)} pixels too wide at ${size.width}`);
        if (process.env.PICTURES)
          await page.screenshot({
            path: `${process.env.PICTURES}/${path.replace(/\W+/g, '-').replace(/RC-\w+-\w+-\w+-?/, 'case-')}-${size.width}.png`,
            fullPage: true,
          });
      }
      found.push(...(await violations(page)));
    }
    expect(found).toEqual([]);
  });
});

// A school, an NHS service, an adviser, a link officer and a director: each finds their own part of the demonstration, does
// what is theirs in it, and finds nothing else, whatever they ask for.

import type { Page } from 'playwright-core';
import { ContactLog } from '../../src/contact-log';
import { Demo } from '../../src/demo';
import { CaseLists, Cases, type Who } from '../../src/engine';
import { PrivateWords } from '../../src/uploads';
import { Visitor } from '../crawl';
import { demonstrate, DESK, type Demonstration } from './demonstration';

jest.setTimeout(60_000);

/** Words of each case that stand nowhere else. */
const WORDS = {
  school: 'Nobody helps Leo with reading',
  therapy: 'We have waited 14 months',
  complaint: 'No speech therapy has come since Easter',
  remedy: 'Say sorry to the family in writing',
  promise: 'A teaching assistant for 15 hours each week',
  address: 'ZZADDRESS',
  note: 'ZZNOTE',
  offer: 'ZZOFFER',
};
type Word = keyof typeof WORDS;

const SEEN: Record<string, Word[]> = {
  'Mr Okoro': ['school'],
  Sam: ['therapy'],
  Priya: ['school'],
  Lena: ['remedy'],
  Dana: ['promise'],
};

describe('Everybody at their own part, in a browser', () => {
  let demo: Demonstration;
  let cases: Cases;
  let lists: CaseLists;
  const refs: Record<string, string> = {};
  const noScript = { javaScriptEnabled: false };

  const person = (label: string): Who & { kind: 'person' } => ({
    kind: 'person',
    personId: demo.app.get(Demo).story?.people.find((each) => each.label.startsWith(label))?.id ?? '',
  });
  const main = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click();
  const date = async (page: Page, name: string, day: string) => {
    const [year, month, date] = day.split('-') as [string, string, string];
    for (const [part, value] of Object.entries({ day: date, month, year }))
      await page.locator(`[name="${name}[${part}]"]`).fill(String(Number(value)));
  };
  const errors = (page: Page) => page.locator('.govuk-error-summary').innerText();

  beforeAll(async () => {
    demo = await demonstrate();
    cases = demo.app.get(Cases);
    lists = demo.app.get(CaseLists);
    for (const { ref, route } of await lists.mine(person('Rosa').personId)) refs[route] = ref;
    for (const each of ['Rosa', 'Amira'])
      await demo.app.get(PrivateWords).keep(person(each).personId, `12 ${WORDS.address} Road`);
    const mediation = demo.app.get(Demo).story?.cases.mediation as string;
    const note = { happenedOn: '2026-11-12', how: 'phone', withWhom: 'family', note: WORDS.note };
    await demo.app.get(ContactLog).write(mediation, person('Grace'), note);
    const offer = { subject: 'What was offered', note: WORDS.offer };
    await cases.advance(mediation, { type: 'note-added', data: offer }, person('Grace'));
  });
  afterAll(() => demo?.close());

  it('each reads their own words on the pages they can reach, and none of the others', async () => {
    for (const [who, own] of Object.entries(SEEN)) {
      const visitor = await new Visitor(demo.url).become(who);
      const pages = await visitor.everything({ has: (path) => !OWN.test(path) });
      expect([who, pages.length > 15]).toEqual([who, true]);
      const text = pages.map(({ html }) => html).join('\n');
      const seen = (Object.keys(WORDS) as Word[]).filter((word) => text.includes(WORDS[word]));
      expect([who, seen]).toEqual([who, own]);
    }
  });

  it('another case is not found, whatever is asked of it', async () => {
    const all = (
      await Promise.all(['Rosa', 'Amira', 'Tom'].map((each) => lists.mine(person(each).personId)))
    ).flat();
    expect(all.length).toBeGreaterThan(8);
    for (const who of Object.keys(SEEN)) {
      const visitor = await new Visitor(demo.url).become(who);
      const _csrf = await visitor.csrf();
      const theirs: string[] = [];
      for (const { ref, route } of all) {
        const found = await visitor.get(`/cases/${ref}`);
        if (found.status === 200) theirs.push(route);
        else {
          for (const path of ['history', 'documents', 'people', 'brief'])
            expect([who, route, (await visitor.get(`/cases/${ref}/${path}`)).status]).toEqual([
              who,
              route,
              404,
            ]);
          for (const path of ['/contacts', '/write/note-added'])
            expect([who, route, (await visitor.get(`/desk/cases/${ref}${path}`)).status]).toEqual([
              who,
              route,
              404,
            ]);
          const sent = await visitor.post(`/cases/${ref}/act/note-added`, {
            _csrf,
            go: 'send',
            answers: '{}',
          });
          expect([who, route, sent.status]).toEqual([who, route, 404]);
        }
      }
      expect([who, theirs]).toEqual([who, [MINE[who]]]);
    }
  });

  it('a head teacher answers a complaint at the stage of the school, and the family reads it', async () => {
    const page = await demo.as('Mr Okoro', { ...noScript, viewport: DESK });
    expect(await page.locator('.recourse-header').innerText()).toMatch(/Your turn 1\n/);
    await page.getByRole('link', { name: 'Complaint to the school and its governors' }).click();
    expect(await page.locator('h1').innerText()).toContain('you must answer in writing');
    await page.getByRole('button', { name: 'Answer in writing' }).click();
    await press(page, 'Continue to check');
    expect(await errors(page)).toContain('What are the reasons: enter an answer');
    await page.locator('[name="finding"][value="upheld"]').check();
    await page
      .locator('[name="reasons"]')
      .fill('We promised a reading group in September. It did not begin.');
    await date(page, 'askBy', '2026-11-12');
    await press(page, 'Continue to check');
    expect(await errors(page)).toContain('in the past');
    await date(page, 'askBy', '2026-11-27');
    await press(page, 'Continue to check');
    expect(await main(page)).toContain('It did not begin.');
    await press(page, 'Answer in writing');
    expect(await page.locator('h1').innerText()).toBe('The school answered in writing');
    const rosa = await demo.as('Rosa', noScript);
    await rosa.goto(`${demo.url}/cases/${refs['school-complaint.maintained']}`);
    expect(await rosa.locator('h1').innerText()).toMatch(
      /It is your turn: you can ask for .* Friday 27 November 2026/,
    );
  });

  it('an NHS service agrees a day, tells how it goes, and answers point by point', async () => {
    const page = await demo.as('Sam', { ...noScript, viewport: DESK });
    await page.getByRole('link', { name: 'Complaint to the NHS provider' }).click();
    expect(await page.locator('h1').innerText()).toMatch(
      /your turn: you must talk with the family about the day/,
    );
    const act = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
    await act('Record the day you agreed for the answer');
    await date(page, 'by', '2027-09-01');
    await press(page, 'Continue to check');
    expect(await errors(page)).toContain('It cannot be later than');
    await date(page, 'by', '2026-12-18');
    await press(page, 'Continue to check');
    expect(await main(page)).toContain('Friday 18 December 2026');
    await press(page, 'Record the day you agreed for the answer');
    await page.goto(`${demo.url}/desk/cases/${refs['nhs-complaint.provider']}/write/answered`);
    await page.locator('[name="findings[0][point]"]').fill('The wait for a first appointment');
    await page.locator('[name="findings[0][finding]"][value="upheld"]').check();
    await page.locator('[name="reasons"]').fill('Two of our four therapists had left.');
    for (const name of ['signed', 'ombudsman']) await page.locator(`[name="${name}"][value="yes"]`).check();
    await press(page, 'Continue to check');
    await press(page, 'Send the answer');
    expect(await page.locator('h1').innerText()).toBe('The body answered the complaint');
    const rosa = await demo.as('Rosa', noScript);
    await rosa.goto(`${demo.url}/cases/${refs['nhs-complaint.provider']}/history`);
    expect(await main(rosa)).toContain('Two of our four therapists had left.');
  });

  it('a link officer sees the case that went to the Ombudsman, says what was done, and sees no complaint before it', async () => {
    const page = await demo.as('Lena', { ...noScript, viewport: DESK });
    const listed = await page.locator('.recourse-work tbody th').allInnerTexts();
    expect(listed.map((text) => text.split('\n')[0])).toEqual(['Local Government and Social Care Ombudsman']);
    await page.getByRole('link', { name: 'Local Government and Social Care Ombudsman' }).click();
    expect(await main(page)).toMatch(/your turn: you must do what the Ombudsman decided/);
    expect(await main(page)).not.toContain('Linked cases');
    await page.getByRole('button', { name: 'Say that a remedy is done' }).click();
    await page.getByLabel('1. Say sorry to the family in writing, by Monday 7 December 2026').check();
    await press(page, 'Continue to check');
    await press(page, 'Say that a remedy is done');
    expect(await page.locator('h1').innerText()).toBe('A remedy was done');
    const rosa = await demo.as('Rosa', noScript);
    await rosa.goto(`${demo.url}/cases/${refs['ombudsman.lgsco']}`);
    expect(await main(rosa)).toContain('A remedy was done');
  });

  it('a director decides an escalation on a telephone, from its card', async () => {
    const page = await demo.as('Dana', noScript);
    await page.goto(`${demo.url}/executive`);
    expect(await main(page)).toMatch(/1 to decide[\s\S]*teaching assistant for 15 hours[\s\S]*Not done/);
    await page.getByRole('button', { name: 'Read the brief and decide' }).click();
    await page.getByRole('link', { name: 'Decide: direct action' }).click();
    await page.locator('#who').fill('Head of SEND');
    await page.locator('#what').fill('Pay an assistant from an agency until one is found');
    await date(page, 'by', '2026-11-02');
    await press(page, 'Continue to check');
    expect(await errors(page)).toContain('must not be in the past');
    await date(page, 'by', '2026-11-20');
    await press(page, 'Continue to check');
    await press(page, 'Decide: direct action');
    expect(await page.locator('h1').innerText()).toBe('The executive directed action');
    const rosa = await demo.as('Rosa', noScript);
    await rosa.goto(`${demo.url}/cases/${refs['executive.council']}`);
    expect(await rosa.locator('h1').innerText()).toContain('by Friday 20 November 2026');
  });

  // Last, because its end is a day on which the clock has to be.
  it('an adviser of SENDIASS sees what a parent lets her see, to the last day, and nothing once it is taken back', async () => {
    const rosa = await demo.as('Rosa', noScript);
    const path = `/cases/${refs['council-complaint']}`;
    await rosa.goto(`${demo.url}${path}/people/invite`);
    await rosa.locator('#email').fill('priya@example');
    await press(rosa, 'Continue');
    expect(await errors(rosa)).toContain('like name@example.com');
    await rosa.locator('#email').fill('priya@example.org');
    await press(rosa, 'Continue');
    await rosa.getByLabel('See everything and act for me, but give nothing up').check();
    await press(rosa, 'Continue');
    await date(rosa, 'endsOn', '2026-11-20');
    await press(rosa, 'Continue');
    await press(rosa, 'Send the invitation');
    const priya = await demo.as('Priya', noScript);
    expect((await priya.goto(demo.url + path))?.status()).toBe(404);
    await priya.goto(`${demo.url}/cases`);
    expect(await main(priya)).toMatch(/Tom asks you to help[\s\S]*Rosa asks you to help/);
    await priya.getByRole('button', { name: 'Yes, I will help' }).last().click();
    expect(await main(priya)).toContain(
      'Rosa asked you to help. You act for them, but give nothing up, until Friday 20 November 2026.',
    );
    expect((await priya.goto(demo.url + path))?.status()).toBe(200);
    await priya.goto(`${demo.url}/cases/${refs['school-complaint.maintained']}`);
    expect(await main(priya)).toContain(
      'You see everything, and change nothing, until Friday 29 January 2027.',
    );
    await rosa.goto(`${demo.url}/cases/${refs['school-complaint.maintained']}/people`);
    await press(rosa, 'Withdraw');
    expect((await priya.goto(`${demo.url}/cases/${refs['school-complaint.maintained']}`))?.status()).toBe(
      404,
    );
    const visitor = await new Visitor(demo.url).become('Grace');
    await visitor.post('/demo/clock', { day: '2026-11-21' });
    await press(priya, 'Priya');
    expect(await main(priya)).not.toContain('Rosa');
    expect((await priya.goto(demo.url + path))?.status()).toBe(404);
    expect((await rosa.goto(demo.url + path))?.status()).toBe(200);
  });
});

/** Pages that are somebody's own; the others are the same for everybody. */
const OWN = /^\/(?:$|cases|desk|executive|account|files|patterns)/;

/** The one case of each, by its route. */
const MINE: Record<string, string> = {
  'Mr Okoro': 'school-complaint.maintained',
  Sam: 'nhs-complaint.provider',
  Priya: 'school-complaint.maintained',
  Lena: 'ombudsman.lgsco',
  Dana: 'executive.council',
};

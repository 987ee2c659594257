import { Recourse } from '../clients/typescript/src';
import { Sessions, Tokens } from '../src/access';
import { boardReportAnswer } from '../src/api/answers';
import { entities } from '../src/entities';
import { Organisations } from '../src/organisations';
import { openDb } from '../src/persistence';
import { BoardReports } from '../src/reporting';
import { inventPastDisputes } from '../src/demo/past-disputes';
import { startApp, type TestApp } from './app';
import { freshSqlite } from './databases';

interface Answer {
  publication?: { quarter: string };
  quarters: string[];
  areas: { area: string; name: string }[];
  figures: { area: string; value: number | '*' }[];
}

describe('Figures, briefs and worklists over HTTP', () => {
  let t: TestApp;
  let url: string;
  let stop: () => Promise<void>;
  let escalation: string;

  beforeAll(async () => {
    const { settings, drop } = freshSqlite();
    t = await startApp(await openDb(settings, entities), '2026-09-30T10:00:00Z');
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    stop = async () => {
      await t.close();
      await drop();
    };
  });
  afterAll(() => stop());

  const figures = async (query = '') => {
    const response = await fetch(`${url}/api/v1/dashboard${query}`);
    return { status: response.status, body: (await response.json()) as Answer & { type?: string } };
  };
  const page = async (path: string, who?: keyof TestApp['people']) => {
    const cookie = who ? `recourse=${await t.app.get(Sessions).start(t.people[who].personId)}` : '';
    const response = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    };
  };

  it('says so where nothing has been published yet', async () => {
    expect(await figures()).toEqual({ status: 200, body: { quarters: [], areas: [], figures: [] } });
    expect((await page('/dashboard')).text).toContain('No figures have been published yet');
    expect((await page('/dashboard/data')).status).toBe(200);
    expect((await figures('?quarter=2026Q3')).status).toBe(404);
  });

  it('gives anybody the published figures, and refuses what it does not understand', async () => {
    const made = await t.db.tx((m) => t.app.get(Organisations).create(m, 'council', '=cmd "Hill", Council'));
    await t.db.tx(() =>
      inventPastDisputes(t.cases, '2026-07-01', [
        { council: made.id, icb: t.organisations.icb, lateOfTen: 3, size: 30 },
      ]),
    );
    // Before somebody starts, as long as there are enough cases to say it.
    const span = async (route: string) =>
      /Half of the cases like this that ended here took (\d+ \w+) or less/.exec(
        await (await fetch(`${url}/start/${route}`)).text(),
      )?.[1];
    expect([await span('compliance'), await span('school-complaint.academy')]).toEqual([
      expect.stringMatching(/^\d+ weeks$/),
      undefined,
    ]);
    t.clock.moveTo(new Date('2026-10-15T09:00:00Z'));
    await t.worker.runUntilIdle();
    const england = (await figures()).body;
    expect(england.publication?.quarter).toBe('2026Q3');
    expect(new Set(england.figures.map(({ area }) => area))).toEqual(new Set(['england']));
    expect(england.areas.map(({ area }) => area)).toContain('cmd-hill-council');
    const area = (await figures('?area=cmd-hill-council&quarter=2026Q3')).body;
    expect(new Set(area.figures.map((figure) => figure.area))).toEqual(
      new Set(['england', 'cmd-hill-council']),
    );
    expect((await figures('?area=all')).body.figures.length).toBeGreaterThan(area.figures.length);
    expect((await figures('?area=nowhere')).body.type).toMatch(/not-found$/);
    expect((await figures('?colour=red')).body.type).toMatch(/bad-request$/);
    expect((await figures('?area=a&area=b')).body.type).toMatch(/bad-request$/);
  });

  it('shows an odd name as text, on the page and in a spreadsheet', async () => {
    expect((await page('/dashboard')).text).toContain('=cmd &quot;Hill&quot;, Council');
    expect((await page('/dashboard/figures.csv')).text).toContain(`,"'=cmd ""Hill"", Council",`);
  });

  it('describes the figures in OpenAPI as they come', async () => {
    const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      paths: Record<string, { get: { security: unknown[] } }>;
      components: { schemas: { Dashboard: { properties: { figures: { items: { required: string[] } } } } } };
    };
    expect(document.paths['/dashboard']?.get.security).toEqual([]);
    const [first] = (await figures()).body.figures;
    expect(Object.keys(first as object).sort()).toEqual(
      [...document.components.schemas.Dashboard.properties.figures.items.required].sort(),
    );
  });

  it('opens the brief to the executive alone, and links to it for nobody else', async () => {
    const { case: promise } = await t.cases.open(
      {
        route: 'compliance',
        facts: {
          source: 'agreement',
          made: '2026-10-01',
          owedBy: 'icb',
          points: [{ key: '1', what: 'Twelve sessions', kind: 'mediation.agreement.no-appeal-right' }],
        },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    await t.worker.advanceTo(t.clock, new Date('2026-10-20T09:00:00Z'));
    escalation = (await t.cases.view(promise.ref, t.people.Amira)).links[0]?.ref as string;
    const patel = await page(`/cases/${escalation}/brief`, 'Patel');
    expect(patel.status).toBe(200);
    expect(patel.text).toContain('Twelve sessions');
    expect(patel.text).toContain('Not done. 3 working days late today');
    expect((await page(`/desk/cases/${escalation}`, 'Patel')).text).toContain(`/cases/${escalation}/brief`);
    const family = await page(`/cases/${escalation}`, 'Amira');
    expect([family.status, family.text.includes('/brief')]).toEqual([200, false]);
    for (const who of ['Amira', 'Ines', 'Dev', 'Dana', 'Stranger'] as const) {
      const refused = await page(`/cases/${escalation}/brief`, who);
      expect([who, refused.status, refused.text.includes('Twelve sessions')]).toEqual([who, 404, false]);
    }
    expect((await page(`/cases/${escalation}/brief`)).location).toContain('/sign-in');
    expect((await page(`/cases/RC-0000-0000-000/brief`, 'Patel')).status).toBe(404);
  });

  it('gives the board report over the API, as it read at any instant, to who answers for the body alone', async () => {
    const get = async (name: keyof TestApp['people'], query = '', format = '') => {
      const headers = { authorization: `Bearer ${await t.token(t.people[name])}` };
      const answer = await fetch(`${url}/api/v1/board-report${format}${query}`, { headers });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    };
    const before = await get('Patel', '?quarter=2026Q3');
    const report = boardReportAnswer.parse(JSON.parse(before.text));
    expect(report).toMatchObject({ quarter: '2026Q3', organisation: { name: 'NHS Riverside ICB' } });
    expect(report.content.promises.due).toBe(10);
    const then = t.clock.instant();
    t.clock.moveTo(new Date(t.clock.now().getTime() + 60_000));
    const { personId } = t.people.Patel;
    await t.app.get(BoardReports).write(personId, '2026Q3', 'We have hired two therapists.');
    const after = boardReportAnswer.parse(JSON.parse((await get('Patel')).text));
    expect([after.narrative?.text, after.content]).toEqual(['We have hired two therapists.', report.content]);
    expect((await get('Patel', `?quarter=2026Q3&asAt=${then}`)).text).toBe(before.text);
    const table = await get('Patel', '?quarter=2026Q3', '.csv');
    expect([table.status, table.type]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(table.text).toContain('2026Q3,Promises that fell due,Fell due,This quarter,10');
    expect(table.text).toBe((await page('/executive/board-report.csv?quarter=2026Q3', 'Patel')).text);
    const typed = await new Recourse({ url, token: await t.token(t.people.Patel) }).boardReport();
    expect(typed).toEqual(after);
    for (const who of ['Amira', 'Ines', 'Dev', 'Grace', 'Stranger'] as const)
      expect([who, (await get(who)).status, (await get(who, '', '.csv')).status]).toEqual([who, 404, 404]);
    const elsewhere = `?organisation=${t.organisations.council}`;
    expect((await get('Patel', elsewhere)).status).toBe(404);
    expect((await get('Patel', '?quarter=2026Q1')).status).toBe(404);
    for (const query of ['?quarter=summer', '?asAt=yesterday', '?colour=red'])
      expect([query, (await get('Patel', query)).status]).toEqual([query, 422]);
    const narrow = await t.app.get(Tokens).issue(personId, ['cases:read'], null);
    const headers = { authorization: `Bearer ${narrow}` };
    expect((await fetch(`${url}/api/v1/board-report`, { headers })).status).toBe(403);
    expect((await fetch(`${url}/api/v1/board-report`)).status).toBe(401);
  });

  it('puts what is late first on the desk, and narrows it by tile and by route', async () => {
    const desk = await page('/desk', 'Ines');
    expect(desk.text).toMatch(/>1<\/span> Overdue<\/a>/);
    expect(desk.text).toContain('Overdue by 3 working days');
    expect(desk.text).toContain('Your turn');
    expect((await page('/desk?show=overdue&route=compliance', 'Ines')).text).toContain(
      'Keeping the promise</a>',
    );
    expect((await page('/desk?show=waiting', 'Ines')).text).toContain('Nothing waits for others.');
    expect((await page('/desk?route=council-complaint', 'Ines')).text).toContain(
      'There are no open cases here.',
    );
    expect((await page('/desk?show=everything', 'Ines')).status).toBe(400);
  });
});

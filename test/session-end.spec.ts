// A session ends while somebody is writing: nothing they typed is lost, nothing is sent by itself, nobody else sees it.

import { RandomIds } from '../src/platform';
import { serveDemonstration, type Served } from './browser/demonstration';
import { questionIn, saidIn, Visitor, type Form } from './crawl';

jest.setTimeout(60_000);

const TYPED = 'We rang three times & nobody came';
const said = ({ html }: { html: string }) => saidIn(html).join(' ');

describe('When a session ends while somebody is writing', () => {
  let demo: Served;
  let url: string;

  beforeAll(async () => {
    demo = await serveDemonstration();
    ({ url } = demo);
  });
  afterAll(async () => {
    await demo?.close();
  });

  /** Amira at the question of a note, and what she would send. */
  async function writing() {
    const amira = await new Visitor(url).become('Amira');
    const [, ref = ''] =
      /href="\/cases\/(RC-[\w-]+)">Mediation with the council/.exec((await amira.get('/cases')).html) ?? [];
    const path = `/cases/${ref}/act/note-added`;
    // What a test before has left is taken up by the first look.
    await amira.get(path);
    const asked = questionIn((await amira.get(path)).html) as Form;
    const second = await amira.send(asked, [['subject', 'The therapist']]);
    return { amira, ref, path, form: questionIn(second.html) as Form };
  }

  /** Somebody else moves the clock: for the writer, half an hour goes by. */
  async function halfAnHourLater() {
    const other = await new Visitor(url).become('Grace');
    const { html } = await other.get('/help');
    const [, to = ''] = /name="to" value="([^"]+)"><button[^>]*>\+1 hour/.exec(html) ?? [];
    await other.post('/demo/clock', { to });
  }

  it('what was typed is there after signing in again, marked as not sent', async () => {
    const { amira, ref, path, form } = await writing();
    await halfAnHourLater();
    const refused = await amira.send(form, [['note', TYPED]]);
    expect(refused.path).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    await amira.become('Amira');
    const again = await amira.get(path);
    expect(said(again)).toMatch(/Nothing was lost.*has not been sent yet/);
    expect(said(again)).toContain('The therapist');
    expect(said(again)).toContain(TYPED);
    expect(said(await amira.get(`/cases/${ref}/history`))).not.toContain(TYPED);
    // It is shown once; now the page is as it always was.
    expect(said(await amira.get(path))).not.toContain(TYPED);
  });

  it('it is shown to nobody else who signs in at the same browser', async () => {
    const { amira, path, form } = await writing();
    await halfAnHourLater();
    await amira.send(form, [['note', TYPED]]);
    await amira.become('Grace');
    expect(said(await amira.get(path))).not.toContain(TYPED);
  });

  it('a form that only takes answers leads back to the page it stands on', async () => {
    const visitor = new Visitor(url);
    expect((await visitor.post('/account/name', { name: 'X' })).path).toBe('/sign-in?to=%2Faccount');
    expect((await visitor.post('/cases/RC-7F3K-Q2MW-9XC/people/1/withdraw', {})).path).toBe(
      '/sign-in?to=%2Fcases%2FRC-7F3K-Q2MW-9XC',
    );
  });

  it('nothing is kept of a form that another site sends', async () => {
    const { amira, path, form } = await writing();
    await halfAnHourLater();
    const answer = await fetch(url + form.action, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams([...form.hidden, ['note', TYPED]]),
    });
    expect(answer.status).toBe(403);
    await amira.become('Amira');
    expect(said(await amira.get(path))).not.toContain(TYPED);
  });

  it('what was sent can still be read a year later, with where the case is then', async () => {
    const { amira, ref } = await writing();
    const sent = await amira.get(`/cases/${ref}/sent/1`);
    expect(said(sent)).toMatch(new RegExp(`Your reference ${ref}.*The case was opened`));
    await amira.post('/demo/clock', { day: '2027-11-15' });
    const later = await amira.get(`/cases/${ref}/sent/1`);
    expect([later.status, said(later)]).toEqual([200, expect.stringContaining('Where the case is now')]);
    expect((await amira.get(`/cases/${ref}/sent/999`)).status).toBe(404);
  });

  it('tracking says the same of a case that is there, of one that is not, and of somebody else’s', async () => {
    const { ref } = await writing();
    const answers = await Promise.all(
      [ref, new RandomIds().caseRef()].flatMap((each) =>
        ['amira@example.org', 'nobody@example.org'].map(async (email) => {
          const { status, html } = await new Visitor(url).post('/track', { ref: each, email });
          return [status, saidIn(html).join(' ')];
        }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(200);
  });
});

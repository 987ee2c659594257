// Passkeys in real Chromium, with an authenticator that DevTools puts in place of a finger.

import type { Browser, CDPSession, Page } from 'playwright-core';
import { Passkey } from '../../src/access/entities';
import { Passkeys, Sessions } from '../../src/access';
import { launch } from '../browser/chromium';
import { mostlyOnSqlite } from '../databases';
import { served, type Served } from './served';

jest.setTimeout(60_000);

mostlyOnSqlite('A passkey', (openTestDb, kind) => {
  let t: Served;
  let chromium: Browser;
  let page: Page;
  let devtools: CDPSession;
  let authenticatorId: string;

  beforeAll(async () => {
    if (kind === 'postgres') return;
    t = await served(await openTestDb(), { STAFF_SECOND_FACTOR: 'on' });
    chromium = await launch();
    page = await (await chromium.newContext()).newPage();
    devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    ({ authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }));
  });
  afterAll(async () => {
    await chromium?.close();
  });

  const signedInAs = async (personId: string) => {
    await page.context().clearCookies();
    const value = await t.app.get(Sessions).start(personId);
    await page.context().addCookies([{ name: 'recourse', value, url: t.url }]);
  };
  const at = () => new URL(page.url()).pathname;

  const inChromium = kind === 'sqlite' ? it : it.skip;

  inChromium('is added by a family on their account, and signs them in without a code', async () => {
    await signedInAs(t.people.Amira.personId);
    await page.goto(`${t.url}/account/security`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Take it off').waitFor();
    expect(await t.db.read.countBy(Passkey, { personId: t.people.Amira.personId })).toBe(1);
    await page.context().clearCookies();
    await page.goto(`${t.url}/sign-in?to=/account`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL((url) => url.pathname === '/account');
    expect(await page.locator('main').innerText()).toContain('amira@example.org');
  });

  inChromium('is the second step of staff, and somebody else’s is not', async () => {
    await signedInAs(t.people.Dev.personId);
    await page.goto(`${t.url}/desk`);
    expect(at()).toBe('/sign-in/second');
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.waitForURL('**/desk');
    await signedInAs(t.people.Dev.personId);
    await page.goto(`${t.url}/desk`);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await page.waitForURL('**/desk');
    const credentials = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials.credentials).toHaveLength(2);
  });

  inChromium('T9 is refused when its counter goes back, and when the answer is used again', async () => {
    const answers: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/sign-in/passkey')) answers.push(request.postData() ?? '');
    });
    await page.context().clearCookies();
    await page.goto(`${t.url}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    // The browser takes one of the two passkeys it has.
    await page.waitForURL(({ pathname }) => ['/cases', '/desk'].includes(pathname));
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const replayed = await fetch(`${t.url}/sign-in/passkey`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookies },
      body: answers[0] as string,
    });
    expect(replayed.status).toBe(422);
    for (const { personId } of [t.people.Amira, t.people.Dev])
      await t.db.tx((m) => m.update(Passkey, { personId }, { counter: 1_000_000 }));
    await page.context().clearCookies();
    await page.goto(`${t.url}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('That did not work').waitFor();
    expect(at()).toBe('/sign-in');
  });

  it('cannot be added or used with an answer that is none', async () => {
    const own = t ?? (await served(await openTestDb()));
    const passkeys = own.app.get(Passkeys);
    const { personId } = own.people.Stranger;
    await passkeys.offer(personId, 'stranger@example.org', 'browser');
    for (const answer of [undefined, {}, { id: 'x', response: {} }])
      await expect(passkeys.add(personId, answer, 'browser', '')).rejects.toMatchObject({ status: 422 });
    await passkeys.ask('browser');
    await expect(passkeys.use({ id: 'x' }, 'browser')).rejects.toMatchObject({ status: 422 });
    expect(await passkeys.of(personId)).toEqual([]);
  });
});

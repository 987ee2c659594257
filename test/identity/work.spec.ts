// Staff sign in through their organisation: a real OpenID Connect provider in a process of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { WorkAccount } from '../../src/access/entities';
import { People } from '../../src/access';
import { mostlyOnSqlite } from '../databases';
import { Browser } from './browser';
import { freePort, served, type Served } from './served';

mostlyOnSqlite('Signing in through an organisation', (openTestDb) => {
  let t: Served;
  let provider: ChildProcess;

  beforeAll(async () => {
    const [port, idp] = [await freePort(), await freePort()];
    const script = join(__dirname, 'provider.mjs');
    provider = spawn(process.execPath, [script, String(idp), `http://localhost:${port}/sign-in/work/back`]);
    await new Promise<void>((resolve, reject) => {
      let said = '';
      provider.stderr?.on('data', (text) => (said += String(text)));
      provider.stdout?.on('data', (text) => String(text).includes('ready') && resolve());
      provider.once('exit', () => reject(new Error(said)));
    });
    const env = {
      STAFF_SECOND_FACTOR: 'on',
      OIDC_ISSUER: `http://127.0.0.1:${idp}`,
      OIDC_CLIENT_ID: 'recourse',
      OIDC_CLIENT_SECRET: 'of-the-test',
      OIDC_EMAIL_DOMAINS: 'example.org',
    };
    t = await served(await openTestDb(), env, port);
  });
  afterAll(async () => {
    provider.kill();
    await new Promise((resolve) => provider.once('exit', resolve));
  });

  const come = async (account: string) => {
    const browser = new Browser(t.url, { 'x-account': account });
    await browser.follow('/sign-in/work?to=/desk');
    return browser;
  };
  const isIn = async (browser: Browser) => {
    await browser.follow(`${t.url}/account`);
    return browser.path === '/account';
  };

  it('opens the worklist to who was let in by an operator, without another step, and remembers who it is', async () => {
    const browser = await come('dev@example.org');
    expect(browser.path).toBe('/desk');
    expect(await t.db.read.countBy(WorkAccount, { personId: t.people.Dev.personId })).toBe(1);
    await come('dev@example.org');
    expect(await t.db.read.countBy(WorkAccount, { personId: t.people.Dev.personId })).toBe(1);
  });

  it.each([
    ['somebody nobody let in', 'new.officer@example.org'],
    ['an address of another domain', 'dev@example.org.evil.example'],
    ['a family, whose address it is not for', 'amira@example.org'],
    ['an address that was not verified there', 'unverified:ines@example.org'],
  ])('T25 does not open to %s, and makes no account', async (_, account) => {
    const browser = await come(account);
    expect([browser.path, await isIn(browser)]).toEqual(['/sign-in/work/back', false]);
    expect(await t.app.get(People).findByEmail(t.db.read, 'new.officer@example.org')).toBeNull();
  });

  it('T9 is finished only in the browser in which it was begun, once', async () => {
    const victim = new Browser(t.url, { 'x-account': 'dev@example.org' });
    const begun = await victim.go('/sign-in/work');
    let answer = await victim.go(String(begun.headers.get('location')));
    let back = '';
    for (let next = answer.headers.get('location'); next; next = answer.headers.get('location')) {
      if (next.startsWith(t.url)) {
        back = next;
        break;
      }
      answer = await victim.go(next);
    }
    expect(back).toContain('/sign-in/work/back?code=');
    const attacker = new Browser(t.url);
    await attacker.follow(back);
    expect(await isIn(attacker)).toBe(false);
    await victim.follow(back);
    expect(await isIn(victim)).toBe(true);
    const again = new Browser(t.url);
    again.setCookie('recourse-browser', victim.cookie('recourse-browser') ?? '');
    await again.follow(back);
    expect(await isIn(again)).toBe(false);
  });

  it('T34 leads only to pages of ours, and T21 ends when the person leaves', async () => {
    const browser = new Browser(t.url, { 'x-account': 'grace@example.org' });
    await browser.follow('/sign-in/work?to=https://evil.example/');
    expect([browser.at.startsWith(t.url), browser.path]).toEqual([true, '/desk']);
    expect(await isIn(browser)).toBe(true);
    await t.db.tx((m) => t.app.get(People).deactivate(m, t.people.Grace.personId));
    expect(await isIn(browser)).toBe(false);
    expect(await isIn(await come('grace@example.org'))).toBe(false);
  });
});

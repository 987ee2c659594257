// `npm run gallery`: every page of the demonstration as a picture, on a telephone and on a desk, in gallery/: also those
// that only a form leads to, with what each form says when it is left empty, and the pages that speak another language.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { chromium } from 'playwright-core';
import { at, prepare, say } from './prepare.mjs';

const SIZES = [
  { width: 375, height: 667 },
  { width: 1280, height: 800 },
];
/** Kinds of pages are told apart; a second case or act of the same kind adds nothing to look at. */
const kindOf = (path) =>
  path
    .replace(/\?.*/, '')
    .replace(/RC-[0-9A-Z-]+(?=\/)/, 'ref')
    .replace(/\/act\/.*/, '/act')
    .replace(/\/write\/.*/, '/write')
    .replace(/draft\/[0-9a-f-]{36}/, 'draft')
    .replace(/organisations\/[0-9a-f-]{36}/, 'organisation')
    .replace(/^\/start\/.*/, '/start');
/** A day that any form takes: the demonstration begins on it. */
const EXAMPLE = { day: '13', month: '11', year: '2026' };
const LONGEST_WALK = 20;
const nameOf = (who, path) => `${who} ${path}`.replace(/\W+/g, '-').replace(/^-|-$/g, '').toLowerCase();

prepare();
const dataDir = mkdtempSync(`${tmpdir()}/recourse-gallery-`);
const server = spawn(process.execPath, [at('dist', 'src', 'main.js')], {
  env: { ...process.env, RECOURSE_DEMO: '1', RECOURSE_DATA: dataDir, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve, reject) => {
  server.stdout.on('data', (text) => {
    const ready = /http:\/\/localhost:\d+/.exec(String(text));
    if (ready) resolve(ready[0]);
  });
  server.on('exit', () => reject(new Error('The demonstration did not start.')));
});

const packaged = async () => (await import('@sparticuz/chromium')).default.executablePath();
const browser = await chromium.launch({
  executablePath: existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : await packaged(),
  args: ['--no-sandbox', '--headless', '--disable-gpu'],
});

const folder = at('gallery');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const shown = [];
/** Pages that are somebody's own; the others look the same to everybody of a kind. */
const OWN = /^\/(?:$|cases|desk|executive|admin|account|patterns|equality)/;
const common = { family: new Set(), staff: new Set() };
/** Pages that speak more than English. */
const LANGUAGE = [
  '/',
  '/cases',
  '/who-is-responsible?topic=decision',
  '/who-is-responsible/result?topic=decision&grievance=assess&noticeSent=2026-10-05&council=unknown',
];
try {
  const front = await browser.newPage();
  await front.goto(`${url}/demo`);
  const personas = await front.locator('#demonstration [aria-label="Who you are"] button').allInnerTexts();
  await front.close();
  for (const persona of personas) {
    const who = persona.split(',')[0];
    const page = await (await browser.newContext({ viewport: SIZES[0] })).newPage();
    await page.goto(`${url}/demo`);
    await page.getByRole('button', { name: persona, exact: true }).click();
    const staff = page.url().includes('/desk') || page.url().includes('/admin');
    const seen = new Set();
    const shoot = async (name) => {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const file = `${nameOf(who, name)}-${size.width}.png`;
        await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
        shown.push({ who, path: name, width: size.width, file });
      }
    };
    if (who === 'Amira') await lodge(page, shoot);
    const queue = ['/'];
    for (let path = queue.shift(); path; path = queue.shift()) {
      const kind = kindOf(path);
      if (seen.has(kind) || path === '/exit') continue;
      seen.add(kind);
      const known = common[staff ? 'staff' : 'family'];
      if (!OWN.test(path) && known.has(kind)) continue;
      if (!OWN.test(path)) known.add(kind);
      if (!(await looksAt(page, path))) continue;
      await shoot(kind);
      const links = await page
        .locator('a[href^="/"]:not([hreflang])')
        .evaluateAll((found) => found.map((a) => a.getAttribute('href')));
      queue.push(...links.map((link) => link.replace(/#.*/, '')));
      await walk(page, kind, shoot);
    }
    for (const path of staff ? [] : LANGUAGE) {
      // The language that was shown last is remembered.
      await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}lang=en`);
      const others = await page
        .locator('a[hreflang]')
        .evaluateAll((found) => found.map((a) => a.getAttribute('href')));
      for (const other of others) {
        await page.goto(url + other);
        await shoot(`${kindOf(path)} in ${new URL(other, url).searchParams.get('lang')}`);
      }
    }
    await page.context().close();
    say(`${who}: ${seen.size} kinds of pages`);
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
  rmSync(dataDir, { recursive: true, force: true });
}
writeFileSync(`${folder}/index.html`, indexOf(shown));
say(`${shown.length} pictures in ${folder}; open index.html`);

/** Presses what leads to another page, and waits for it. */
function press(page, target) {
  return Promise.all([page.waitForEvent('load'), target.first().click()]);
}

/** From a page with a question to the page before sending, each question left empty once. */
async function walk(page, kind, shoot) {
  for (let step = 1; step <= LONGEST_WALK; step += 1) {
    const form = page.locator('main form:has(button[value=next]), main form:has([name=asked])').first();
    if ((await form.count()) === 0) return;
    const go = form.locator('button[type=submit]').first();
    await press(page, go);
    if ((await page.title()).startsWith('Error')) await shoot(`${kind} ${step} left empty`);
    else {
      await shoot(`${kind} ${step} next`);
      continue;
    }
    await answer(form);
    await press(page, go);
    if ((await page.title()).startsWith('Error')) throw new Error(`${kind} does not take its own example`);
    await shoot(`${kind} ${step} next`);
  }
}

/** An example of an answer to each question of a form. */
async function answer(form) {
  const done = new Set();
  for (const field of await form.locator('input:not([type=hidden]), textarea, select').all()) {
    const [name, type] = [await field.getAttribute('name'), await field.getAttribute('type')];
    const part = /\[(day|month|year)\]$/.exec(name)?.[1];
    if (done.has(name)) continue;
    done.add(name);
    if (type === 'radio' || type === 'checkbox') await field.check();
    else if (part) await field.fill(EXAMPLE[part]);
    else if ((await field.getAttribute('inputmode')) === 'email') await field.fill('example@example.org');
    else if (await field.evaluate((element) => element.tagName === 'SELECT'))
      await field.selectOption({ index: 1 });
    else await field.fill('12');
  }
}

/** A case from the start page of its route until it is sent. */
async function lodge(page, shoot) {
  await page.goto(`${url}/start/council-complaint`);
  await press(page, page.getByRole('button', { name: 'Start now' }));
  await shoot('lodging before the way out');
  await press(page, page.getByRole('button', { name: 'Continue' }));
  const hub = page.url();
  await shoot('lodging the list of parts');
  for (const section of ['what', 'who', 'contact']) {
    await page.goto(`${hub}/${section}`);
    await shoot(`lodging ${section}`);
    await walk(page, `lodging ${section}`, shoot);
  }
  await page.goto(`${hub}/check`);
  await shoot('lodging check');
  await press(page, page.getByRole('button', { name: 'Open the case' }));
  await shoot('equality');
  await press(page, page.getByRole('button', { name: 'Answer the questions' }));
  await shoot('equality question');
  await press(page, page.getByRole('button', { name: 'Skip them all' }));
  await shoot('lodging sent');
}

/** Only pages: a calendar, a copy of data or the API is nothing to look at. */
async function looksAt(page, path) {
  if (/\.(ics|json|csv|pdf|docx|txt|mjs|zip)(\?|$)/.test(path)) return false;
  const answer = await page.goto(url + path).catch((error) => {
    if (/Download is starting/.test(String(error))) return undefined;
    throw error;
  });
  return (answer?.headers()['content-type'] ?? '').startsWith('text/html');
}

function indexOf(pictures) {
  const figure = ({ who, path, width, file }) =>
    `<figure><figcaption>${who}, ${path}, ${width} px</figcaption><a href="${file}"><img loading="lazy" width="240" alt="" src="${file}"></a></figure>`;
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Recourse: every page</title>',
    '<style>body{font-family:arial;display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0;width:240px}</style>',
    ...pictures.map(figure),
    '</html>',
    '',
  ].join('\n');
}

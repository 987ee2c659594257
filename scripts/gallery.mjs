// `npm run gallery`: every page of the demonstration as a picture, on a telephone and on a desk, in gallery/.

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
    .replace(/\/act\/.*/, '/act')
    .replace(/^\/start\/.*/, '/start');
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
    const seen = new Set();
    const queue = ['/'];
    for (let path = queue.shift(); path; path = queue.shift()) {
      const kind = kindOf(path);
      if (seen.has(kind) || path === '/exit') continue;
      seen.add(kind);
      if (!(await looksAt(page, path))) continue;
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const file = `${nameOf(who, path)}-${size.width}.png`;
        await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
        shown.push({ who, path, width: size.width, file });
      }
      const links = await page
        .locator('a[href^="/"]')
        .evaluateAll((found) => found.map((a) => a.getAttribute('href')));
      queue.push(...links.map((link) => link.replace(/#.*/, '')));
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

/** Only pages: a calendar, a copy of data or the API is nothing to look at. */
async function looksAt(page, path) {
  if (/\.(ics|json|csv|pdf|docx|txt)$/.test(path)) return false;
  const answer = await page.goto(url + path);
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

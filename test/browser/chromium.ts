// Real Chromium: the one the machine has, or the one that a package ships.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { madeOnce } from '../made-once';

const PACKAGED =
  "import('@sparticuz/chromium').then(async (m) => console.log(await m.default.executablePath()))";

const OWN = '/usr/bin/chromium';

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: existsSync(OWN) ? OWN : await unpacked(),
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
  });
}

/** The package unpacks its browser when it is first asked for the path. */
async function unpacked(): Promise<string> {
  const asked = await madeOnce('chromium', async (folder) => {
    writeFileSync(join(folder, 'path'), execFileSync(process.execPath, ['-e', PACKAGED]));
  });
  return readFileSync(join(asked, 'path'), 'utf8').trim();
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string }[];
}

interface Axe {
  run: (options: object) => Promise<{ violations: Violation[] }>;
}

/** WCAG 2.2 AA violations of the page as it stands, one line each. */
export async function violations(page: Page): Promise<string[]> {
  // A page that was given other content still has it.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  // Only what is said of them leaves the browser: all that axe has looked at is a hundred times as much.
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  return found.map((each) => `${page.url()} ${each}`);
}

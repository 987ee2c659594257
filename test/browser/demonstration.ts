// The demonstration, served for a browser test, and a browser to look at it with.

import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readConfig } from '../../src/platform';
import { serve } from '../../src/serve';
import { launch } from './chromium';

export const PHONE = { width: 375, height: 667 };
export const DESK = { width: 1280, height: 800 };

export interface Demonstration {
  app: NestExpressApplication;
  browser: Browser;
  url: string;
  /** A browser of its own for one persona; nobody where the label is left out. */
  as: (persona?: string, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
  close: () => Promise<void>;
}

export async function demonstrate(): Promise<Demonstration> {
  const dataDir = mkdtempSync(join(tmpdir(), 'recourse-demo-'));
  const app = await serve(readConfig({ RECOURSE_DEMO: '1', RECOURSE_DATA: dataDir, PORT: '0' }));
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  const browser = await launch();
  return {
    app,
    browser,
    url,
    as: async (persona, options = {}) => {
      const context: BrowserContext = await browser.newContext({ viewport: PHONE, ...options });
      const page = await context.newPage();
      await page.goto(`${url}/demo`);
      if (persona) await page.getByRole('button', { name: persona }).click();
      return page;
    },
    close: async () => {
      await browser.close();
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Where each of a persona's cases is, by the title of its route. */
export async function casesOf(page: Page, url: string): Promise<Record<string, string>> {
  await page.goto(`${url}/cases`);
  const links = await page.locator('main h2 a').all();
  return Object.fromEntries(
    await Promise.all(
      links.map(async (link) => [await link.innerText(), (await link.getAttribute('href')) as string]),
    ),
  );
}

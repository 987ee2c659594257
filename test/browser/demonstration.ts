// The demonstration, served for a browser test, and a browser to look at it with.

import type { NestExpressApplication } from '@nestjs/platform-express';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Demo } from '../../src/demo';
import { Cases } from '../../src/engine';
import { readConfig } from '../../src/platform';
import { serve } from '../../src/serve';
import { madeOnce } from '../made-once';
import { launch } from './chromium';

export const PHONE = { width: 375, height: 667 };
export const DESK = { width: 1280, height: 800 };

export interface Served {
  app: NestExpressApplication;
  url: string;
  close: () => Promise<void>;
}

export interface Demonstration extends Served {
  browser: Browser;
  /** A browser of its own for one persona; nobody where the label is left out. */
  as: (persona?: string, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
}

/** As a visitor finds it who comes first: its story is played once in a run of tests, and copied. */
export async function serveDemonstration(env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const told = await madeOnce('demonstration', async (folder) => {
    await (await demonstrationIn(folder)).close();
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'recourse-demo-'));
  cpSync(told, dataDir, { recursive: true });
  const app = await demonstrationIn(dataDir, env);
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  return {
    app,
    url,
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const demonstrationIn = (dataDir: string, env: NodeJS.ProcessEnv = {}) =>
  serve(readConfig({ RECOURSE_DEMO: '1', RECOURSE_DATA: dataDir, PORT: '0', ...env }));

export async function demonstrate(env: NodeJS.ProcessEnv = {}): Promise<Demonstration> {
  const served = await serveDemonstration(env);
  const browser = await launch();
  return {
    ...served,
    browser,
    as: async (persona, options = {}) => {
      const context: BrowserContext = await browser.newContext({ viewport: PHONE, ...options });
      const page = await context.newPage();
      await page.goto(`${served.url}/demo`);
      if (persona) await page.getByRole('button', { name: persona }).click();
      return page;
    },
    close: async () => {
      await browser.close();
      await served.close();
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

/** A promise of the ICB in the mediation of the story, which it does not keep: its executive has to decide. */
export async function breakPromise({ app }: Pick<Demonstration, 'app'>): Promise<void> {
  const { story } = app.get(Demo);
  const grace = story?.people.find(({ label }) => label.startsWith('Grace'))?.id as string;
  const point = { owedBy: 'icb', kind: 'mediation.agreement.no-appeal-right' };
  await app.get(Cases).advance(
    story?.cases.mediation as string,
    {
      type: 'agreement-recorded',
      data: { points: [{ ...point, what: 'Twelve speech therapy sessions, one each week' }] },
      occurredOn: '2026-11-13',
    },
    { kind: 'person', personId: grace },
  );
  await app.get(Demo).moveTo(new Date('2026-12-01T09:00:00Z'));
}

/** Codes in the mail of the demonstration, each with its message. */
export async function codesIn(page: Page, url: string): Promise<{ id: string; code: string }[]> {
  const answer = await page.request.get(`${url}/demo/mail`, { headers: { accept: 'application/json' } });
  return ((await answer.json()) as { id: string; text: string }[]).flatMap(({ id, text }) => {
    const code = /Your code is (\d{6})/.exec(text)?.[1];
    return code ? [{ id, code }] : [];
  });
}

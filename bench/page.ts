// PAGE: what a family's phone loads and when it sees something: start page, answer of "Who is responsible?" and case page at
// 375 px over slow 4G, beside a page of the GOV.UK start page template. Run after a build: node -r ./bench/register.cjs bench/page.ts.

import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import nunjucks from 'nunjucks';
import type { BrowserContext } from 'playwright-core';
import { casesOf, demonstrate, PHONE } from '../test/browser/demonstration';
import { median, report, ROUNDS, type Figure } from './measure';

/** As Chromium's own tools call it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const LIMIT = 100_000;
const ANSWER = '/who-is-responsible/result?topic=late&grievance=late&requested=2026-02-05&council=unknown';

const dist = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');

/** A start page as the design system shows it, with its own style sheet, script and fonts, packed as GOV.UK packs them. */
async function startPageTemplate(): Promise<{ url: string; close: () => void }> {
  const page = nunjucks.configure(dist, { autoescape: true }).renderString(
    `{% extends "govuk/template.njk" %}
     {% from "govuk/components/breadcrumbs/macro.njk" import govukBreadcrumbs %}
     {% from "govuk/components/button/macro.njk" import govukButton %}
     {% block head %}<link rel="stylesheet" href="/govuk-frontend.min.css">{% endblock %}
     {% block beforeContent %}{{ govukBreadcrumbs({ items: [{ text: "Home", href: "#" }, { text: "Education", href: "#" }] }) }}{% endblock %}
     {% block content %}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
       <h1 class="govuk-heading-xl">Service name goes here</h1>
       <p class="govuk-body">Use this service to:</p>
       <ul class="govuk-list govuk-list--bullet"><li>do something</li><li>update your name and address</li></ul>
       <p class="govuk-body">Registering takes around 5 minutes.</p>
       {{ govukButton({ text: "Start now", href: "#", isStartButton: true }) }}
       <h2 class="govuk-heading-m">Before you start</h2><p class="govuk-body">You can also register by post.</p>
     </div></div>{% endblock %}
     {% block bodyEnd %}<script type="module" src="/govuk-frontend.min.js"></script>{% endblock %}`,
    {},
  );
  const types: Record<string, string> = {
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(gzipSync(page));
      return;
    }
    try {
      const body = readFileSync(join(dist, 'govuk', path));
      const type = types[extname(path)];
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(type ? gzipSync(body) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

interface View {
  bytes: number;
  requests: number;
  /** Largest contentful paint, in milliseconds. */
  painted: number;
}

/** What `globalThis` has in a browser. */
interface Painting {
  painted?: number;
}

async function firstView(context: BrowserContext, url: string): Promise<View> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  // As on a first visit, signed in or not.
  await devtools.send('Network.clearBrowserCache');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  let bytes = 0;
  let requests = 0;
  devtools.on('Network.requestWillBeSent', () => (requests += 1));
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      (globalThis as Painting).painted = list.getEntries().at(-1)?.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true } as never);
  });
  const response = await page.goto(url, { waitUntil: 'load' });
  if (response?.status() !== 200 || page.url() !== url)
    throw new Error(`${url}: ${response?.status()} ${page.url()}`);
  await page.waitForTimeout(500);
  const painted = await page.evaluate(() => (globalThis as Painting).painted ?? NaN);
  if (Number.isNaN(painted)) throw new Error(`${url}: nothing was painted`);
  await page.close();
  return { bytes, requests, painted };
}

async function main(): Promise<void> {
  const demo = await demonstrate();
  const template = await startPageTemplate();
  const family = await demo.as('Amira', { viewport: PHONE });
  const [first] = Object.values(await casesOf(family, demo.url));
  if (!first) throw new Error('the demonstration has no case');
  const stranger = await demo.as(undefined, { viewport: PHONE });
  const pages: Record<string, [BrowserContext, string]> = {
    'GOV.UK start page template': [stranger.context(), template.url],
    'start page': [stranger.context(), `${demo.url}/`],
    'answer of "Who is responsible?"': [stranger.context(), demo.url + ANSWER],
    'case page of a family': [family.context(), new URL(first, demo.url).href],
  };
  const views = Object.fromEntries(Object.keys(pages).map((what) => [what, [] as View[]]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [what, [context, url]] of Object.entries(pages)) {
      const view = await firstView(context, url);
      if (round > 0) views[what]?.push(view);
    }
  const of = (what: string, key: keyof View) => median((views[what] ?? []).map((view) => view[key]));
  const [floor = ''] = Object.keys(pages);
  report(
    'PAGE: first view at 375 px, slow 4G',
    Object.keys(pages).map((what): Figure => {
      const painted = (views[what] ?? []).map((view) => view.painted);
      return {
        what,
        median: `${(of(what, 'bytes') / 1000).toFixed(1)} kB in ${of(what, 'requests')} requests, LCP ${Math.round(of(what, 'painted'))} ms`,
        range: `LCP ${Math.round(Math.min(...painted))} to ${Math.round(Math.max(...painted))} ms`,
        ...(what === floor
          ? {}
          : {
              ratio: `bytes × ${(of(what, 'bytes') / of(floor, 'bytes')).toFixed(2)}, LCP × ${(of(what, 'painted') / of(floor, 'painted')).toFixed(2)}`,
              goal: `≤ ${LIMIT / 1000} kB`,
            }),
      };
    }),
  );
  template.close();
  await demo.close();
}

void main();

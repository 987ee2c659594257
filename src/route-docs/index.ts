// Writes the page and the diagrams of every route into docs/routes/, from the routes themselves.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { currentRoutes, routeFor, routes as everyRoute } from '../../workflows';
import { differencesOf, dotOf, mermaidOf, pageOf, type Route } from '../../workflows/kit';
import { verificationSection } from '../../workflows/law';

/** The stages of a route as a picture. */
export async function svgOf(route: Route): Promise<string> {
  const viz = await instance();
  return viz
    .renderString(dotOf(route), { format: 'svg' })
    .replace(
      '<svg ',
      `<svg role="img" aria-label="Stages of the route: ${route.title.replace(/[&"<>]/g, ' ')}" `,
    );
}

/** Versions that cases may still be on, though none is opened on them any more. */
const earlierRoutes = (): Route[] =>
  everyRoute.filter((route) => !route.proposed && routeFor(route.id) !== route);

/** What an earlier version says in other words than the one that took its place. */
function earlierPage(route: Route): string {
  const next = everyRoute
    .filter(({ id, version, proposed }) => id === route.id && version > route.version && !proposed)
    .sort((a, b) => (a.version < b.version ? -1 : 1))[0] as Route;
  const differences = differencesOf(route, next).map(
    ({ where, what, before, after }) => `| ${where} | ${what} | ${cell(before)} | ${cell(after)} |`,
  );
  return [
    `# ${route.title}: the version of ${route.version}`,
    '',
    `In force from ${route.effective.from} to ${route.effective.to ?? 'today'}. Cases that were opened on it stay on it.`,
    `In these words it differs from [the version of ${next.version}](${route.id}.md):`,
    '',
    `| where | what | ${route.version} | ${next.version} |`,
    '| --- | --- | --- | --- |',
    ...differences,
    '',
  ].join('\n');
}

const cell = (text = '–'): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** File name and content of everything in docs/routes/. */
export async function routeDocs(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const routes = currentRoutes();
  for (const route of routes) {
    files.set(`${route.id}.md`, pageOf(route));
    files.set(`${route.id}.mmd`, mermaidOf(route));
    files.set(`${route.id}.svg`, await svgOf(route));
  }
  const earlier = earlierRoutes();
  for (const route of earlier) files.set(`${route.id}@${route.version}.md`, earlierPage(route));
  files.set(
    'README.md',
    [
      '# The routes',
      '',
      'Made from `workflows/routes/` by `npm run docs`; do not edit.',
      '',
      ...routes.map(({ id, title, summary }) => `* [${title}](${id}.md): ${summary}`),
      '',
      '## Earlier versions',
      '',
      'No case is opened on them any more; those that were go on as they were.',
      '',
      ...earlier.map(({ id, title, version }) => `* [${title}, ${version}](${id}@${version}.md)`),
      '',
    ].join('\n'),
  );
  return files;
}

export async function writeRouteDocs(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of await routeDocs()) await writeFile(join(folder, name), content);
}

/** Renews the table at the end of the page on what was read for each rule; what was written by hand stays. */
export async function renewLawPage(file: string): Promise<void> {
  const page = await readFile(file, 'utf8');
  await writeFile(file, page.slice(0, page.indexOf('## The rules')) + verificationSection());
}

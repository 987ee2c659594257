// Writes the page and the diagrams of every route into docs/routes/, from the routes themselves.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { currentRoutes } from '../../workflows';
import { dotOf, mermaidOf, pageOf, type Route } from '../../workflows/kit';
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

/** File name and content of everything in docs/routes/. */
export async function routeDocs(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const routes = currentRoutes();
  for (const route of routes) {
    files.set(`${route.id}.md`, pageOf(route));
    files.set(`${route.id}.mmd`, mermaidOf(route));
    files.set(`${route.id}.svg`, await svgOf(route));
  }
  files.set(
    'README.md',
    [
      '# The routes',
      '',
      'Made from `workflows/routes/` by `npm run docs`; do not edit.',
      '',
      ...routes.map(({ id, title, summary }) => `* [${title}](${id}.md): ${summary}`),
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

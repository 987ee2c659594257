// Cases live for years, on the version of their route that they were opened with. What a released version decided, it
// must go on deciding: histories of every version are replayed on today's machines.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRoute, routes } from '../../workflows';
import type { Route } from '../../workflows/kit';
import { decidedBy, fileOf, type Recorded } from './history';

const read = (file: string): Recorded => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as Recorded;
const files = readdirSync(__dirname).filter((file) => file.endsWith('.json'));

/** Where the first history differs, and what to do about it; nothing where all are as they were. */
function difference(route: Route, { histories }: Recorded): string | undefined {
  for (const [n, history] of histories.entries()) {
    const now = decidedBy(route, history);
    for (const [at, was] of history.decided.entries()) {
      const is = now[at] ?? [];
      const lost = was.filter((line) => !is.includes(line));
      const added = is.filter((line) => !was.includes(line));
      if (lost.length === 0 && added.length === 0) continue;
      const event = at === 0 ? 'opening' : history.past[at - 1]?.type;
      return [
        `History ${n + 1} of ${route.id}@${route.version} comes out differently after "${event}" (event ${at}).`,
        `It was: ${lost.join('; ') || 'nothing else'}. It is: ${added.join('; ') || 'nothing else'}.`,
        'Cases that are open today would change under the people who are in them. If the law has changed, leave this version',
        'as it was, and add a new one with its own "effective" dates, a new rule for a new period, and record it: npm run histories.',
        `If this version was never released: npm run histories -- --again ${route.id}@${route.version}`,
      ].join('\n');
    }
  }
  return undefined;
}

describe('Histories of released routes', () => {
  it('exist for every version that is or was in force', () => {
    const missing = routes
      .filter(({ proposed, id }) => !proposed && !id.startsWith('local.'))
      .filter((route) => !existsSync(join(__dirname, fileOf(route))))
      .map(({ id, version }) => `${id}@${version}: record it with "npm run histories"`);
    expect(missing).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s comes out as it was recorded', (file) => {
    const recorded = read(file);
    const route = findRoute(recorded.route, recorded.version);
    if (!route)
      throw new Error(`${file}: this release has no such version; open cases are on it, so put it back.`);
    expect(recorded.histories.length).toBeGreaterThan(0);
    const said = difference(route, recorded);
    if (said) throw new Error(said);
  });

  it('would show a stage that was renamed, a date that moved and an event that is gone, and say what to do', () => {
    const recorded = read(files.find((file) => file.startsWith('council-complaint@')) as string);
    const changed = (change: (text: string) => string): Recorded =>
      JSON.parse(change(JSON.stringify(recorded))) as Recorded;
    const route = findRoute(recorded.route, recorded.version) as Route;
    const stage = recorded.histories[0]?.decided[0]?.[0] as string;
    for (const other of [
      changed((text) => text.replaceAll(`"${stage}"`, '"stage renamed"')),
      changed((text) => text.replace(/due 2026-\d\d-\d\d/, 'due 2026-01-01')),
      changed((text) => text.replace(/"past":\[{"type":"[^"]+"/, '"past":[{"type":"something-gone"')),
    ])
      expect(difference(route, other)).toMatch(
        /comes out differently[\s\S]*add a new one with its own "effective"/,
      );
  });
});

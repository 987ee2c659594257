// `npm run histories`: records histories of every version of a route that has none yet. What was recorded is the law as
// it was released, and is not recorded again; `--again ID@VERSION` (or `--again all`) is for before a release.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../../workflows';
import { coveringWays, explore } from '../model/explore';
import { OPENED } from '../model/ways';
import { decidedBy, fileOf, type History, type Recorded } from './history';

const again = process.argv[2] === '--again' ? process.argv[3] : undefined;

for (const route of routes.filter(({ proposed, id }) => !proposed && !id.startsWith('local.'))) {
  const file = join(__dirname, fileOf(route));
  const name = `${route.id}@${route.version}`;
  if (existsSync(file) && again !== 'all' && again !== name) continue;
  const histories = coveringWays(explore(route)).map(({ facts, steps }): History => {
    const past = steps.map(({ type, on, data }) => ({ type, on, data }));
    return { facts, opened: OPENED, past, decided: decidedBy(route, { facts, opened: OPENED, past }) };
  });
  const recorded: Recorded = { route: route.id, version: route.version, histories };
  // A line for each history: a change can be read in the difference.
  const lines = recorded.histories.map((history) => `    ${JSON.stringify(history)}`).join(',\n');
  writeFileSync(
    file,
    `{\n  "route": "${route.id}",\n  "version": "${route.version}",\n  "histories": [\n${lines}\n  ]\n}\n`,
  );
  console.log(`${name}: ${histories.length} histories`);
}

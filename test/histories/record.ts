// `npm run histories`: records histories of every version of a route that has none yet. What was recorded is the law as
// it was released, and is not recorded again; `--again ID@VERSION` (or `--again all`) is for before a release. Where a version
// only gained ways that no case has gone yet, `--more ID@VERSION` adds them and leaves every other line as it was.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../../workflows';
import { coveringWays, explore } from '../model/explore';
import { OPENED } from '../model/ways';
import { decidedBy, fileOf, type History, type Recorded } from './history';

const asked = (option: string) => (process.argv[2] === option ? process.argv[3] : undefined);
const [again, more] = [asked('--again'), asked('--more')];

/** The transitions that a history takes, in the words of a way that was found. */
const edgesOf = ({ past, decided }: History): string[] => {
  const stages = decided.map(([stage]) => stage?.replace('stage ', ''));
  return past.map(({ type }, n) => `${stages[n]}|${type}|${stages[n + 1]}`);
};

for (const route of routes.filter(({ proposed, id }) => !proposed && !id.startsWith('local.'))) {
  const file = join(__dirname, fileOf(route));
  const name = `${route.id}@${route.version}`;
  if (existsSync(file) && again !== 'all' && again !== name && more !== name) continue;
  const kept = more === name ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded).histories : [];
  const taken = new Set(kept.flatMap(edgesOf));
  const found = coveringWays(explore(route))
    .filter(({ edges }) => kept.length === 0 || edges.some((edge) => !taken.has(edge)))
    .map(({ facts, steps }): History => {
      const past = steps.map(({ type, on, data }) => ({ type, on, data }));
      return { facts, opened: OPENED, past, decided: decidedBy(route, { facts, opened: OPENED, past }) };
    });
  const histories = [...kept, ...found];
  const recorded: Recorded = { route: route.id, version: route.version, histories };
  // A line for each history: a change can be read in the difference.
  const lines = recorded.histories.map((history) => `    ${JSON.stringify(history)}`).join(',\n');
  writeFileSync(
    file,
    `{\n  "route": "${route.id}",\n  "version": "${route.version}",\n  "histories": [\n${lines}\n  ]\n}\n`,
  );
  console.log(`${name}: ${histories.length} histories`);
}

// Where the clock of the demonstration stands: kept beside its data, so that it goes on from there, and so that commands count
// from the same instant as its pages.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettableClock, type Config } from '../platform';

type Folder = Pick<Config, 'dataDir'>;

const fileIn = ({ dataDir }: Folder): string => join(dataDir, 'demo-clock.json');

/** What was kept last, if the data in this folder are those of a demonstration. */
export function keptStory<Story extends { now: string }>(folder: Folder): Story | undefined {
  const file = fileIn(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Story) : undefined;
}

export function keepStory(folder: Folder, story: { now: string }): void {
  // On PostgreSQL nothing else may have made it.
  mkdirSync(folder.dataDir, { recursive: true });
  writeFileSync(fileIn(folder), JSON.stringify(story));
}

/** The clock of a demonstration for a command beside it; none for other data, and never in production. */
export function clockOfDemonstration(config: Config): SettableClock | undefined {
  const story = config.production ? undefined : keptStory(config);
  return story && new SettableClock(new Date(story.now));
}

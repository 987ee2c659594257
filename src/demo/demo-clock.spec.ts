import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../platform';
import { clockOfDemonstration, keepStory, keptStory } from './demo-clock';

describe('The clock of the demonstration', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'recourse-demo-clock-'));
  const config = readConfig({ RECOURSE_DATA: dataDir });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is none of other data', () => {
    expect([keptStory(config), clockOfDemonstration(config)]).toEqual([undefined, undefined]);
  });

  it('is the one by which a command beside it counts, and stands where it was left; in production it is none', () => {
    const story = { now: '2026-11-13T09:00:00.000Z', of: 'Amira' };
    keepStory(config, story);
    expect(keptStory(config)).toEqual(story);
    expect(clockOfDemonstration(config)?.instant()).toBe(story.now);
    expect(clockOfDemonstration({ ...config, production: true })).toBeUndefined();
  });
});

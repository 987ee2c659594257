// The plan of the house is the one that the lint rule keeps: the same rooms in the same order, and no room without a line.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const at = (...path: string[]) => join(__dirname, '..', ...path);
const read = (...path: string[]) => readFileSync(at(...path), 'utf8');

const [, list = ''] = /const rooms = \[([^\]]+)\]/.exec(read('eslint.config.mjs')) ?? [];
const rooms = [...list.matchAll(/'([\w-]+)'/g)].map(([, room]) => room);

describe('The plan of the house', () => {
  it('names every room once, in the order in which they may import each other', () => {
    const lines = read('docs', 'architecture.md')
      .split('\n')
      .filter((line) => line.startsWith('| `src/'));
    const planned = lines.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/src\/([\w-]+)\//g)].map(([, room]) => room),
    );
    expect(planned).toEqual(rooms);
  });

  it('knows every folder of src', () => {
    const folders = readdirSync(at('src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...rooms].sort());
  });
});

// What is written about the software is held against it: settings, commands, links between pages.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const pages = ['README.md', 'SECURITY.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  .concat(readdirSync(join(root, 'docs', 'decisions')).map((name) => `docs/decisions/${name}`))
  .filter((path) => path.endsWith('.md'));

describe('The documentation', () => {
  it('names every setting that is read, and none that is not', () => {
    const code = ['src/platform/config.ts', 'src/local-routes.ts', 'src/platform/log.ts'].map((path) =>
      read(path),
    );
    const used = [...code.join('\n').matchAll(/(?:env\.|[{,] )([A-Z]+(?:_[A-Z]+)+|PORT)\b/g)].map(
      ([, name]) => name as string,
    );
    const table = /## Settings([\s\S]+?)\n## /.exec(read('docs', 'operate.md'))?.[1] ?? '';
    const rows = table.split('\n').map((line) => line.split('|')[1] ?? '');
    const named = rows.flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name));
    expect(new Set(named)).toEqual(new Set(used));
  });

  it('names only commands that there are', () => {
    const code = readdirSync(join(root, 'src', 'command-line'))
      .map((name) => read('src', 'command-line', name))
      .concat(read('src', 'cli.ts'))
      .join('\n');
    const known = new Set([...code.matchAll(/\.command\('([\w-]+)/g)].map(([, name]) => name));
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/`recourse ([a-z][\w-]+)/g)].map(([, name]) => `${page}: ${name}`),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((each) => !known.has(each.split(': ')[1]))).toEqual([]);
  });

  it('leads nowhere that is not there', () => {
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target]) => (target as string).replace(/#.*/, ''))
        .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentRoutes, routes } from '../../workflows';

const root = join(__dirname, '..', '..');

describe('The pages of the routes', () => {
  it('are what the routes say today (if not: npm run docs)', () => {
    // Graphviz comes as WebAssembly in an ES module: it is run as `npm run docs` runs it, not inside Jest.
    const script =
      "require('./dist/src/route-docs').routeDocs().then((files) => process.stdout.write(JSON.stringify([...files])))";
    const made = JSON.parse(
      execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 }),
    ) as [string, string][];
    // A page and two pictures for each route in force, a page for each version before it, and the list.
    const earlier = routes.filter(({ proposed }) => !proposed).length - currentRoutes().length;
    expect(earlier).toBeGreaterThan(0);
    expect(made).toHaveLength(currentRoutes().length * 3 + earlier + 1);
    for (const [name, content] of made) {
      const file = join(root, 'docs', 'routes', name);
      expect([name, existsSync(file) ? readFileSync(file, 'utf8') : 'missing']).toEqual([name, content]);
    }
  });
});

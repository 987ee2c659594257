// T30: what the product is made of. Everything is locked to one content, nothing comes from elsewhere, no package runs a
// program of its own when it is installed but the one we know, and a list of parts can be made without the network.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

interface Locked {
  /** What is behind an alias. */
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  lockfileVersion: number;
  packages: Record<string, Locked>;
};
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const parts = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.split('node_modules/').at(-1) as string;

/** Why a package is not as it should be; nothing where it is. */
function wrongWith([path, part]: [string, Locked]): string[] {
  const { resolved, integrity = '', link } = part;
  const asked = Object.values({ ...part.dependencies, ...part.optionalDependencies });
  return [
    ...(link ? ['is a folder of this machine'] : []),
    ...(/^sha512-[\w+/]{86}==$/.test(integrity) ? [] : ['is not tied to one content']),
    ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
      ? []
      : [`is from ${resolved}`]),
    ...asked.filter((range) => /^(git[+:]|https?:|file:|github:)|^[\w-]+\/[\w-]+/.test(range)),
    ...(part.hasInstallScript && manifest.allowScripts[nameOf(path)] === undefined ? ['runs a program'] : []),
  ].map((wrong) => `${path}: ${wrong}`);
}

describe('T30 What the product is made of', () => {
  it('is locked, to one content each, from the public registry alone', () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(parts.length).toBeGreaterThan(500);
    expect(parts.flatMap(wrongWith)).toEqual([]);
  });

  it('the check above finds each of the ways in which a part could be another', () => {
    const good = parts[0]?.[1] as Locked;
    const bad: Partial<Locked>[] = [
      { integrity: 'sha1-abc' },
      { resolved: 'https://registry.example/x.tgz' },
      { resolved: 'git+ssh://git@example.org/x.git' },
      { link: true },
      { hasInstallScript: true },
      { dependencies: { x: 'git+https://example.org/x.git' } },
      { dependencies: { x: 'owner/name' } },
    ];
    expect(bad.map((part) => wrongWith(['node_modules/x', { ...good, ...part }]).length)).toEqual(
      bad.map(() => 1),
    );
  });

  it('is asked for by one version, and only one package may build itself', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, range]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(range),
    );
    expect(loose).toEqual([]);
    expect(Object.entries(manifest.allowScripts).filter(([, may]) => may)).toEqual([['sqlite3', true]]);
  });

  it('can be listed without the network, every part that runs with its version and its licence', () => {
    const listed = JSON.parse(
      execFileSync('npm', ['run', '--silent', 'sbom'], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64_000_000,
        env: { ...process.env, npm_config_offline: 'true' },
      }),
    ) as {
      bomFormat: string;
      components: { name: string; version: string; purl: string; hashes?: unknown[]; licenses?: unknown[] }[];
    };
    expect(listed.bomFormat).toBe('CycloneDX');
    const known = new Set(listed.components.map(({ name, version }) => `${name}@${version}`));
    const running = parts.filter(([, { dev, optional }]) => !dev && !optional);
    expect(running.length).toBeGreaterThan(150);
    expect(
      running
        .filter(
          ([path, { name = '', version }]) =>
            !known.has(`${nameOf(path)}@${version}`) && !known.has(`${name}@${version}`),
        )
        .map(([path]) => path),
    ).toEqual([]);
    // Of these four the licence is a file in the package, and no word in its description.
    expect(listed.components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name)).toEqual([
      'busboy',
      'dejavu-fonts-ttf',
      'png-js',
      'streamsearch',
    ]);
  });
});

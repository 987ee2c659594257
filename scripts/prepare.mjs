// Brings a clone to where it can run: installs what is missing and builds what has changed. Speaks on stderr only.

import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const at = (...parts) => join(root, ...parts);

export const say = (text) => console.error(`recourse: ${text}`);

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : changedAt(path));
  }
  return newest;
}

function run(title, command, args) {
  say(title);
  // The caller's stdout may be a pipe that expects answers only: everything said here goes to stderr.
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    say(`"${[command, ...args].join(' ')}" did not succeed; see the lines above.`);
    process.exit(status ?? 1);
  }
}

export function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`Node.js 20.19 or later is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (changedAt(at('node_modules', '.package-lock.json')) < changedAt(at('package-lock.json'))) {
    if (existsSync(at('node_modules')) && lstatSync(at('node_modules')).isSymbolicLink()) {
      say('node_modules is a link and older than package-lock.json: install where it points to.');
      process.exit(1);
    }
    // Building needs the development packages even where NODE_ENV says production.
    run('installing packages; the first time sqlite3 may be compiled, which takes a minute or two …', 'npm', [
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
    ]);
  }
  const sources = Math.max(...['src', 'workflows', 'scripts'].map((folder) => newestIn(at(folder))));
  if (changedAt(at('dist', '.built')) < Math.max(sources, changedAt(at('package-lock.json')))) {
    run('building …', 'npm', ['run', '--silent', 'build']);
  }
}

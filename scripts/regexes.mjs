// `npm run regexes`: no regular expression of the product takes for ever on a text that somebody thought up (ASVS 1.3.12).
// The checker is large and is needed here alone, so it is fetched for the occasion; without the network this says so.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const CHECKER = 'recheck@4.5.0';
const root = fileURLToPath(new URL('..', import.meta.url));
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && /(?<!\.spec)\.ts$/.test(each.name))
    .map((each) => join(each.parentPath ?? each.path, each.name));

const found = new Map();
for (const file of [...filesIn(join(root, 'src')), ...filesIn(join(root, 'workflows'))]) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) found.set(node.text, relative(root, file));
    ts.forEachChild(node, visit);
  };
  visit(source);
}

const folder = mkdtempSync(join(tmpdir(), 'recourse-regexes-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const fetched = spawnSync(
  'npm',
  ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, CHECKER],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
if (fetched.status !== 0) {
  console.error(`Not checked: ${CHECKER} could not be fetched.`);
  process.exit(2);
}
process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = createRequire(join(folder, 'package.json'))('recheck');
let wrong = 0;
for (const [text, file] of found) {
  const end = text.lastIndexOf('/');
  const { status, complexity } = checkSync(text.slice(1, end), text.slice(end + 1), { timeout: 20_000 });
  if (status === 'safe') continue;
  wrong += 1;
  console.log(`${file}: ${text} is ${complexity?.summary ?? status}`);
}
console.log(`${found.size} regular expressions, ${wrong} not safe`);
process.exit(wrong === 0 ? 0 : 1);

// `npm test`: builds, checks types, style and who imports whom, runs every spec, and ends with one line of counts.

import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const results = join(tmpdir(), `recourse-jest-${process.pid}.json`);

const linted = ['src', 'workflows', 'test', 'bench', 'clients', 'examples'];

let passed = 0;
let failed = 0;
let skipped = 0;

/** What it says is shown when it ends, so that checks which run side by side stay readable. */
function check(title, command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    child.on('error', (error) => (said += error.message));
    child.on('close', (status) => {
      console.log(`${said}${status === 0 ? 'PASS' : 'FAIL'} ${title}`);
      if (status === 0) passed += 1;
      else failed += 1;
      resolve(status === 0);
    });
  });
}

// `--long`: fault tests with as many rounds as a night has time for.
const long = process.argv.includes('--long');
const only = process.argv.slice(2).filter((word) => word !== '--long');
const whole = only.length === 0;

/** Three at once on two cores: a spec that waits for a disk, a browser or a clock leaves room for another. */
const AT_ONCE = '--maxWorkers=3';

async function specs() {
  const args = ['--json', '--outputFile', results, AT_ONCE, ...only];
  const env = { ...process.env, NODE_ENV: 'test', ...(long ? { RECOURSE_TEST_LONG: '1' } : {}) };
  const stdio = ['ignore', 'ignore', 'inherit'];
  await new Promise((resolve) =>
    spawn(bin('jest'), args, { cwd: root, stdio, env }).on('error', resolve).on('close', resolve),
  );
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
    skipped += report.numPendingTests + report.numTodoTests;
  } catch (error) {
    console.error(`Jest left no report: ${error.message}`);
    failed += 1;
  }
  rmSync(results, { force: true });
}

const linting = whole && check('Rooms import only what they may (lint)', bin('eslint'), linted);
const built = await check('The product builds', 'npm', ['run', '--silent', 'build']);
await Promise.all([
  linting,
  whole && check('Every type fits', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  built && specs(),
]);

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);

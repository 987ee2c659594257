// `npm test`: builds, checks types, style and who imports whom, runs every spec, and ends with one line of counts.

import { spawn, spawnSync } from 'node:child_process';
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

const building = check('The product builds', 'npm', ['run', '--silent', 'build']);
if (whole) {
  await Promise.all([
    building,
    check('Every type fits', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
    check('Rooms import only what they may (lint)', bin('eslint'), linted),
  ]);
}
if (await building) {
  spawnSync(bin('jest'), ['--json', '--outputFile', results, '--maxWorkers=2', ...only], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', ...(long ? { RECOURSE_TEST_LONG: '1' } : {}) },
  });
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

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);

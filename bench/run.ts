// Runs every bench, each in a process of its own, and writes their figures into docs/performance.md.
// Run: npm run bench [-- --full] [-- --only=timers,date].

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './measure';

const BENCHES = [
  'date',
  'transition',
  'advance',
  'timers',
  'late',
  'claim',
  'query',
  'freeze',
  'replay',
  'page',
  'start',
  'rivals',
];
const DOCUMENT = join(__dirname, '..', 'docs', 'performance.md');
const [, only] = /--only=(\S+)/.exec(process.argv.join(' ')) ?? [];

const passed = process.argv.slice(2).filter((argument) => !argument.startsWith('--only'));
const folder = mkdtempSync(join(tmpdir(), 'recourse-bench-'));
const failed: string[] = [];
const document = () => readFileSync(DOCUMENT, 'utf8');

for (const bench of only?.split(',') ?? BENCHES) {
  const out = join(folder, `${bench}.jsonl`);
  writeFileSync(out, '');
  const program = join(__dirname, `${bench}.ts`);
  const register = join(__dirname, 'register.cjs');
  const { status } = spawnSync(process.execPath, ['--expose-gc', '-r', register, program, ...passed], {
    stdio: 'inherit',
    env: { ...process.env, BENCH_OUT: out },
  });
  if (status !== 0) failed.push(bench);
  const tables = readFileSync(out, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; rows: Figure[] });
  if (status === 0 && tables.length > 0) record(bench, tables.map(markdown).join('\n\n'));
}
rmSync(folder, { recursive: true });
if (failed.length > 0) {
  console.error(`bench: these failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function markdown({ id, rows }: { id: string; rows: Figure[] }): string {
  const lines = rows.map(
    ({ what, median, range, ratio = '', goal = '' }) =>
      `| ${what} | ${median} | ${range} | ${ratio} | ${goal} |`,
  );
  return [
    `**${id}**`,
    '',
    '| | median | lowest and highest | ratio | goal |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** Puts the figures between the marks of their bench; what is written around them stays. */
function record(bench: string, figures: string): void {
  const [begin, end] = [`<!-- figures: ${bench} -->`, '<!-- end -->'];
  const text = document();
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`docs/performance.md has no place for ${bench}`);
  const when = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores${passed.length > 0 ? `, ${passed.join(' ')}` : ''}`;
  writeFileSync(
    DOCUMENT,
    `${text.slice(0, from)}${begin}\n\n${figures}\n\nMeasured ${when}.\n\n${text.slice(to)}`,
  );
}

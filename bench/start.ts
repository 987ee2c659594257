// START: the second `npm start` until it is ready, its memory at rest, and a bare Nest application beside it.
// Run: node -r ./bench/register.cjs bench/start.ts.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, report, type Figure } from './measure';

const ROUNDS = 3;
const ROOT = join(__dirname, '..');
const REST = 5_000;

interface Started {
  seconds: number;
  megabytes: number;
}

/** @param ready what it prints when it can be reached */
async function started(command: string[], env: NodeJS.ProcessEnv, ready: string): Promise<Started> {
  const began = performance.now();
  // A group of its own: npm and what it starts end together.
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(ready)) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended: ${said.slice(-500)}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  await new Promise((resolve) => setTimeout(resolve, REST));
  const megabytes = Math.max(...(await groupOf(child.pid as number)).map(residentMegabytes));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid as number), 'SIGTERM');
  await ended;
  return { seconds, megabytes };
}

/** Every process of a group, by its number. */
async function groupOf(group: number): Promise<string[]> {
  const { readdirSync } = await import('node:fs');
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) === group;
    } catch {
      return false; // it has ended
    }
  });
}

const residentMegabytes = (pid: string): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'recourse-start-'));
  const bare = join(data, 'bare.cjs');
  writeFileSync(
    bare,
    `require(${JSON.stringify(join(ROOT, 'node_modules/reflect-metadata'))});
     const { NestFactory } = require(${JSON.stringify(join(ROOT, 'node_modules/@nestjs/core'))});
     class Bare {}
     Reflect.defineMetadata('imports', [], Bare);
     NestFactory.create(Bare, { logger: false }).then((app) => app.listen(0)).then(() => console.log('ready'));`,
  );
  const ours = () =>
    started(['npm', 'start', '--silent'], { PORT: '0', RECOURSE_DATA: data }, 'Recourse is ready');
  await ours(); // the first start installs, builds and fills the demonstration
  const sides: Record<string, Started[]> = { 'second npm start': [], 'bare Nest application': [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    sides['second npm start']?.push(await ours());
    sides['bare Nest application']?.push(await started([process.execPath, bare], {}, 'ready'));
  }
  rmSync(data, { recursive: true, force: true });
  report(
    'START',
    Object.entries(sides).map(([what, values]): Figure => {
      const seconds = values.map((each) => each.seconds);
      return {
        what,
        median: `${median(seconds).toFixed(1)} s, ${Math.round(median(values.map((each) => each.megabytes)))} MB at rest`,
        range: `${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)} s`,
        ...(what === 'second npm start' ? { goal: '< 10 s, ≤ 250 MB' } : {}),
      };
    }),
  );
}

void main();

// What fault tests share: real processes of the product, clients that keep asking, and the one program of invariants.

import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { resolve, join } from 'node:path';
import { People, scopes, Tokens } from '../../src/access';
import type { Finding } from '../../src/engine';
import { entities } from '../../src/entities';
import { openDb, type DbSettings } from '../../src/persistence';
import { RandomIds, readConfig, SystemClock, type Clock } from '../../src/platform';
import { createApp } from '../../src/serve';
import { Invariants } from '../../src/verification';

/** `npm run test:faults` takes the long way. */
export const LONG = process.env.RECOURSE_TEST_LONG !== undefined;

const root = join(__dirname, '..', '..');
const register = join(root, 'bench', 'register.cjs');
export const KEY = Buffer.alloc(32, 7).toString('base64');

/** A number from which all chance of a test follows: printed with what failed, so that it can be run again. */
export const seedOf = (): number => Number(process.env.RECOURSE_TEST_SEED ?? randomInt(1_000_000));

/** Numbers from 0 up to 1, always the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The long form may run on a busy machine: what only has to happen at all may take longer. */
const START_WITHIN = LONG ? 300_000 : 60_000;

/** What runs for half an hour says now and then how far it is. */
export function tellProgress(far: string, round: number): void {
  if (LONG && round % 25 === 24) process.stderr.write(`${far}\n`);
}

export async function until(
  what: string | (() => string),
  holds: () => Promise<boolean>,
  within = LONG ? 120_000 : 30_000,
): Promise<void> {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end)
      throw new Error(`Not within ${within / 1000} s: ${typeof what === 'string' ? what : what()}`);
    await pause(25);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const programs = new Set<Program>();
// A test that fails leaves nothing running. (Programs of the tests use this file too, without a test around them.)
if (typeof afterAll === 'function')
  afterAll(() => Promise.all([...programs].map((each) => each.end('SIGKILL'))));

/** A program of this repository in a process of its own. */
export class Program {
  said = '';
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly child: ChildProcess;

  /** `file`: from the root of the repository, or of an older one, without a build. */
  constructor(file: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
    this.child = spawn(process.execPath, ['-r', register, resolve(root, file), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.on('exit', (code, signal) => resolve({ code, signal })));
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async says(words: string, within = START_WITHIN): Promise<void> {
    await until(
      () => `"${words}"; it has said: ${this.said.slice(-1000)}`,
      async () => {
        if (this.said.includes(words)) return true;
        if (!this.alive) throw new Error(`It ended by itself: ${this.said.slice(-1000)}`);
        return false;
      },
      within,
    );
  }

  async end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    if (this.alive) this.child.kill(signal);
    // One that stands still would not notice.
    if (signal === 'SIGKILL') this.child.kill('SIGCONT');
    const how = await this.ended;
    programs.delete(this);
    return how;
  }
}

/** The product as `recourse serve` starts it. */
export class Server extends Program {
  private constructor(
    readonly url: string,
    file: string,
    env: NodeJS.ProcessEnv,
  ) {
    super(file, [], env);
  }

  /** `release`: the folder of an older one. */
  static async start(settings: DbSettings, env: NodeJS.ProcessEnv = {}, release = '.'): Promise<Server> {
    const port = await freePort();
    const server = new Server(`http://127.0.0.1:${port}`, join(release, 'src/main.ts'), {
      PORT: String(port),
      ...settingsOf(settings),
      ...env,
    });
    await server.says('Recourse is ready');
    return server;
  }
}

/** A database as processes are told of it. */
export const settingsOf = ({ dataDir, databaseUrl, schema }: DbSettings): NodeJS.ProcessEnv => ({
  RECOURSE_DATA: dataDir,
  RECOURSE_MASTER_KEY: KEY,
  ...(databaseUrl ? { DATABASE_URL: schema ? withSchema(databaseUrl, schema) : databaseUrl } : {}),
});

function withSchema(databaseUrl: string, schema: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

/** The application in this process, on the database of a test. */
export async function appOn(
  settings: DbSettings,
  clock: Clock = new SystemClock(),
  env: NodeJS.ProcessEnv = {},
) {
  const config = readConfig({ RECOURSE_DATA: settings.dataDir, RECOURSE_MASTER_KEY: KEY, PORT: '0', ...env });
  const db = await openDb(settings, entities);
  const app = await createApp({ config, db, clock, ids: new RandomIds() });
  await app.init();
  return { app, db, close: () => app.close() };
}

/** A person who may open cases, with a token; before any process has the database. */
export async function personIn(settings: DbSettings): Promise<{ personId: string; token: string }> {
  const { app, db, close } = await appOn(settings);
  const { id } = await db.tx((m) => app.get(People).create(m, { name: 'A', email: 'a@example.org' }));
  const token = await app.get(Tokens).issue(id, scopes, null);
  await close();
  return { personId: id, token };
}

/** What `recourse verify` finds. `grace`: how long what is due may have waited; with none, everything must be done. */
export async function findingsIn(app: { get: (type: typeof Invariants) => Invariants }, grace = Infinity) {
  const findings: Finding[] = [];
  await app.get(Invariants).verifyAll((each) => findings.push(each), { grace });
  return findings;
}

/** The first of the month before: two months from then are never over, so that no date is missed in between. */
function recently(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
}

export const FACTS = { decision: 'refuse-to-assess', noticeSent: recently() };
export const NEXT = 'certificate-received';

/** One request of a client, until it was answered. */
export interface Act {
  key: string;
  path: string;
  body: unknown;
  version: number | undefined;
  /** Every status it was given, the last one first successful; 0 where there was no answer. */
  statuses: number[];
  /** What it was answered at last. */
  answer?: { ref: string; version: number };
}

/**
 * Clients who open a case and move it on, again and again, and who ask once more with the same key where they got no
 * answer, as docs and OpenAPI tell them to.
 */
export class Clients {
  readonly acts: Act[] = [];
  /** Answers that tell a client nothing about when to try again. */
  readonly rude: string[] = [];
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private url: string,
    private readonly token: string,
    /** Tells the keys of several groups of clients apart. */
    private readonly group = '',
    /** Milliseconds that each takes before its next act. */
    private readonly calm = 0,
  ) {}

  start(count: number): this {
    this.running = Promise.all(Array.from({ length: count }, (_, n) => this.client(n)));
    return this;
  }

  moveTo(url: string): void {
    this.url = url;
  }

  /** Lets each finish what it is asking for. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  get acknowledged(): Act[] {
    return this.acts.filter(({ answer }) => answer);
  }

  private async client(n: number): Promise<void> {
    for (let round = 0; !this.stopping; round += 1) {
      const opened = await this.act(`open-${this.group}${n}-${round}`, '/cases', {
        route: 'tribunal.sen-appeal',
        facts: FACTS,
      });
      if (!opened) return;
      await this.act(
        `move-${this.group}${n}-${round}`,
        `/cases/${opened.ref}/events`,
        { type: NEXT, data: {} },
        opened.version,
      );
    }
  }

  private async act(key: string, path: string, body: unknown, version?: number): Promise<Act['answer']> {
    const act: Act = { key, path, body, version, statuses: [] };
    this.acts.push(act);
    if (this.calm > 0) await pause(this.calm);
    const tries = 400;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const done = await this.once(act);
      if (done) return act.answer;
      if (this.stopping && attempt > 40) return undefined;
      await pause(50);
    }
    return undefined;
  }

  private async once(act: Act): Promise<boolean> {
    try {
      const response = await send(this.url, this.token, act);
      act.statuses.push(response.status);
      const body = (await response.json()) as { ref: string; version: number };
      if (response.ok) {
        act.answer = { ref: body.ref, version: body.version };
        return true;
      }
      const polite =
        response.status === 503 &&
        response.headers.get('content-type')?.includes('application/problem+json') === true &&
        Number(response.headers.get('retry-after')) > 0;
      if (!polite) this.rude.push(`${response.status} ${JSON.stringify(body).slice(0, 200)}`);
      return false;
    } catch {
      act.statuses.push(0);
      return false;
    }
  }
}

export const send = (url: string, token: string, { key, path, body, version }: Omit<Act, 'statuses'>) =>
  fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });

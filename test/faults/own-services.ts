// A PostgreSQL and a Redis of a test's own, to be stopped, cut off and restarted; others share the ones that run here.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, until } from './rig';

const binaryOf = (name: string, folders: string[]): string | undefined =>
  [...folders, ...(process.env.PATH ?? '').split(':')].map((folder) => join(folder, name)).find(existsSync);

const debian = '/usr/lib/postgresql';
const postgresFolders = existsSync(debian)
  ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
  : [];
/** A program that comes with PostgreSQL. */
export const postgresTool = (name: string): string | undefined => binaryOf(name, postgresFolders);
const pgCtl = binaryOf('pg_ctl', postgresFolders);
const initDb = binaryOf('initdb', postgresFolders);
const redisServer = binaryOf('redis-server', []);

/** PostgreSQL refuses to run as root. */
const owner = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  return { uid, gid } as { uid: number; gid: number };
};

/** Why a test cannot have its own, if it cannot. */
export const noPostgres = pgCtl && initDb ? undefined : 'pg_ctl and initdb are not on this machine';
export const noPostgresTools =
  postgresTool('pg_dump') && postgresTool('pg_restore')
    ? undefined
    : 'pg_dump and pg_restore are not on this machine';
export const noRedis = redisServer ? undefined : 'redis-server is not on this machine';

export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'recourse-pg-'));
    const { uid, gid } = owner();
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    const own = new OwnPostgres(folder, await freePort());
    own.run(initDb as string, ['-D', own.data, '-U', 'postgres', '-A', 'trust', '-N']);
    own.control('start');
    return own;
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  /** `immediate`: as after a power cut, without a word to anybody who is connected. */
  restart(): void {
    this.control('stop', '-m', 'immediate');
    this.control('start');
  }

  halt(): void {
    this.control('stop', '-m', 'immediate');
  }

  begin(): void {
    this.control('start');
  }

  async remove(): Promise<void> {
    spawnSync(pgCtl as string, ['-D', this.data, 'stop', '-m', 'immediate'], owner());
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private control(...words: string[]): void {
    const options = ['-o', `-p ${this.port} -k ${this.folder} -c listen_addresses=127.0.0.1`];
    const [act] = words;
    this.run(pgCtl as string, [
      '-D',
      this.data,
      '-w',
      '-l',
      join(this.folder, 'log'),
      ...(act === 'start' ? options : []),
      ...words,
    ]);
  }

  private run(program: string, args: string[]): void {
    const { status, stderr } = spawnSync(program, args, {
      ...owner(),
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      cwd: this.folder,
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  }
}

export class OwnRedis {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<OwnRedis> {
    const own = new OwnRedis(await freePort(), mkdtempSync(join(tmpdir(), 'recourse-redis-')));
    await own.begin();
    return own;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`;
  }

  async begin(password?: string): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--dir', this.folder];
    const locked = password === undefined ? [] : ['--requirepass', password];
    this.server = spawn(redisServer as string, [...settings, ...locked], { stdio: 'ignore' });
    const probe = new Redis(this.url, { ...(password ? { password } : {}), lazyConnect: true });
    probe.on('error', () => undefined);
    await until('Redis answers', async () => {
      try {
        return (await probe.ping()) === 'PONG';
      } catch {
        return false;
      }
    });
    probe.disconnect();
  }

  /** It is there and says nothing. */
  freeze(): void {
    this.server?.kill('SIGSTOP');
  }

  thaw(): void {
    this.server?.kill('SIGCONT');
  }

  async halt(): Promise<void> {
    const ended = new Promise((resolve) => this.server?.once('exit', resolve));
    this.server?.kill('SIGKILL');
    await ended;
    this.server = undefined;
  }

  async remove(): Promise<void> {
    if (this.server) await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

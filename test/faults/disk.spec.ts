// F8, F9b: the disk is full, or the power goes while SQLite is writing.

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'sqlite3';
import { Cases } from '../../src/engine';
import { Case } from '../../src/engine/entities';
import { freshSqlite } from '../databases';
import { appOn, chanceFrom, FACTS, findingsIn, LONG, NEXT, personIn, seedOf, send, Server } from './rig';

jest.setTimeout(LONG ? 600_000 : 120_000);

/** A file system of eight megabytes, where this user may make one. */
function smallDisk(): { folder: string; missing?: string } {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-disk-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'recourse-test', folder], {
    encoding: 'utf8',
  });
  return status === 0 ? { folder } : { folder, missing: `no small disk can be made here: ${stderr?.trim()}` };
}

const disk = smallDisk();
afterAll(() => {
  // Lazily: where the test failed, something may still be open in there.
  if (!disk.missing) spawnSync('umount', ['-l', disk.folder]);
  rmSync(disk.folder, { recursive: true, force: true });
});

(disk.missing ? it.skip : it)(
  `A full disk refuses what it cannot store, spoils nothing, and is forgotten when there is room again${disk.missing ? ` (skipped: ${disk.missing})` : ''}`,
  async () => {
    const settings = { dataDir: join(disk.folder, 'data') };
    const filler = join(disk.folder, 'filler');
    const { token } = await personIn(settings);
    const server = await Server.start(settings);
    const open = (n: number) =>
      send(server.url, token, {
        key: `open-${n}`,
        path: '/cases',
        body: { route: 'tribunal.sen-appeal', facts: FACTS },
        version: undefined,
      });
    for (let n = 0; n < 5; n += 1) expect((await open(n)).status).toBe(201);
    expect(() => writeFileSync(filler, Buffer.alloc(16 * 2 ** 20))).toThrow('ENOSPC');

    const refused: number[] = [];
    let acknowledged = 5;
    for (let n = 5; n < 30 && refused.length < 5; n += 1) {
      const response = await open(n);
      if (response.status === 201) {
        // The file had a little room of its own left.
        acknowledged += 1;
        continue;
      }
      refused.push(response.status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('retry-after')).toBe('60');
      expect(((await response.json()) as { detail: string }).detail).toContain('Nothing was changed');
    }
    // The log of writes is used again where it can be: not every one is refused.
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set([503]));
    // What needs no writing still works.
    for (const path of ['/', '/health/ready', '/api/v1/routes', '/transparency'])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);

    rmSync(filler);
    expect((await open(0)).headers.get('idempotent-replayed')).toBe('true');
    for (let n = 30; n < 35; n += 1) expect((await open(n)).status).toBe(201);
    expect(server.alive).toBe(true);
    expect((await server.end('SIGTERM')).code).toBe(0);

    const { app, db, close } = await appOn(settings);
    expect(await db.read.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await db.read.count(Case, { where: { route: 'tribunal.sen-appeal' } })).toBe(acknowledged + 5);
    expect(await findingsIn(app)).toEqual([]);
    await close();
  },
);

const SECTOR = 512;

describe('A power cut while SQLite writes', () => {
  it('leaves a whole prefix of what was acknowledged, wherever the log of writes was cut off', async () => {
    const { settings, drop } = freshSqlite();
    const seed = seedOf();
    const chance = chanceFrom(seed);
    const { personId } = await personIn(settings);
    const { app, db, close } = await appOn(settings);
    // A commit is only acknowledged when the disk has it.
    expect(await db.tx((m) => m.query('PRAGMA synchronous'))).toEqual([{ synchronous: 2 }]);
    const who = { kind: 'person', personId } as const;
    const copies = mkdtempSync(join(tmpdir(), 'recourse-cut-'));
    const file = join(settings.dataDir, 'recourse.sqlite');
    /** The state after each acknowledgement, as the cases are listed. */
    const history = [await listing(file)];
    const snapshots = new Set(Array.from({ length: LONG ? 6 : 2 }, () => Math.floor(chance() * 20)));
    const taken: { folder: string; acknowledged: number }[] = [];
    let ref = '';
    for (let n = 0; n < 20; n += 1) {
      if (n % 2 === 0)
        ref = (await app.get(Cases).open({ route: 'tribunal.sen-appeal', facts: FACTS }, who)).case.ref;
      else await app.get(Cases).advance(ref, { type: NEXT, data: {} }, who);
      history.push(await listing(file));
      if (!snapshots.has(n)) continue;
      const folder = join(copies, String(n));
      mkdirSync(folder);
      for (const end of ['', '-wal']) copyFileSync(file + end, join(folder, `recourse.sqlite${end}`));
      taken.push({ folder, acknowledged: history.length - 1 });
    }
    await close();

    let cuts = 0;
    for (const { folder, acknowledged } of taken) {
      const size = readFileSync(join(folder, 'recourse.sqlite-wal')).length;
      // Every sector of the end; before it, in the long form, one of every sixteen.
      const last = Math.max(0, Math.floor(size / SECTOR) * SECTOR - 64 * 1024);
      let furthest = -1;
      const ends = [...(LONG ? sectors(0, last, 16) : []), ...sectors(last, size, 1)];
      for (const at of [...ends, size]) {
        const cut = join(copies, 'cut.sqlite');
        rmSync(`${cut}-shm`, { force: true });
        copyFileSync(join(folder, 'recourse.sqlite'), cut);
        copyFileSync(join(folder, 'recourse.sqlite-wal'), `${cut}-wal`);
        truncateSync(`${cut}-wal`, at);
        const state = await listing(cut, true);
        const place = history.indexOf(state);
        expect({ seed, at, place, known: place >= 0 && place <= acknowledged }).toEqual({
          seed,
          at,
          place,
          known: true,
        });
        expect(place).toBeGreaterThanOrEqual(furthest);
        furthest = place;
        cuts += 1;
      }
      // Uncut, it is all there.
      expect(furthest).toBe(acknowledged);
    }
    expect(cuts).toBeGreaterThan(100);

    // One that was cut in the middle goes on as if nothing had been.
    const folder = taken[0]?.folder as string;
    const wal = join(folder, 'recourse.sqlite-wal');
    truncateSync(wal, Math.floor(readFileSync(wal).length / 2));
    const after = await appOn({ dataDir: folder });
    expect(await findingsIn(after.app)).toEqual([]);
    await after.close();
    rmSync(copies, { recursive: true, force: true });
    await drop();
  });
});

/** Where to cut between two places, every so many sectors. */
const sectors = (from: number, to: number, every: number): number[] =>
  Array.from({ length: Math.floor((to - from) / SECTOR / every) }, (_, n) => from + n * every * SECTOR);

/** Every case with its version and head, as one text. `check`: the whole file is looked at. */
async function listing(file: string, check = false): Promise<string> {
  const database = await new Promise<Database>((resolve, reject) => {
    const opened = new Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const all = (sql: string) =>
    new Promise<Record<string, unknown>[]>((resolve, reject) =>
      database.all(sql, (error, rows) =>
        error ? reject(error) : resolve(rows as Record<string, unknown>[]),
      ),
    );
  try {
    if (check) expect(await all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const rows = await all(
      `SELECT c.ref, c.version, c.head_hash, count(j.seq) AS entries FROM cases c
       LEFT JOIN journal j ON j.case_id = c.id GROUP BY c.ref, c.version, c.head_hash ORDER BY c.ref`,
    );
    return JSON.stringify(rows);
  } finally {
    await new Promise<void>((resolve) => database.close(() => resolve()));
  }
}

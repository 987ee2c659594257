// The root of every day: what is published, how a party checks its case alone, and what `verify` sees when somebody
// rewrites the past.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Case } from '../src/engine/entities';
import type { Finding } from '../src/engine';
import { Roots } from '../src/transparency';
import { pathOf, groupRoot, leafOf, rootOfGroups } from '../src/transparency/tree';
import { Invariants } from '../src/verification';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

type Proof = Awaited<ReturnType<Roots['proof']>>;
interface List {
  days: { day: string; root: string; previous: string; head: string }[];
}

const program = join(__dirname, '..', 'docs', 'check-proof.mjs');

onBothDatabases('The record', (openTestDb, kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-proof-'));
  let t: TestApp;
  let url: string;
  const refs: string[] = [];

  const open = async () => {
    const facts = { decision: 'refuse-to-assess', noticeSent: '2026-10-05' };
    const opened = await t.cases.open({ route: 'tribunal.sen-appeal', facts }, t.people.Amira);
    refs.push(opened.case.ref);
  };
  const nextDay = () => t.worker.advanceTo(t.clock, new Date(t.clock.now().getTime() + 24 * 60 * 60_000));
  const get = async <T>(path: string, who?: 'Amira' | 'Stranger') => {
    const headers: Record<string, string> = who
      ? { authorization: `Bearer ${await t.token(t.people[who])}` }
      : {};
    const response = await fetch(url + path, { headers });
    return { status: response.status, body: (await response.json()) as T };
  };
  const proofOf = async (ref: string) => (await get<Proof>(`/api/v1/cases/${ref}/proof`, 'Amira')).body;
  const list = async () => (await get<List>('/api/v1/transparency')).body;

  /** What the program for the parties says. */
  const checked = (proof: unknown, roots: unknown, older?: unknown) => {
    const files = [proof, roots, older].flatMap((content, n) => {
      if (content === undefined) return [];
      const file = join(folder, `${n}.json`);
      writeFileSync(file, JSON.stringify(content));
      return [file];
    });
    const { status, stdout } = spawnSync(process.execPath, [program, ...files], { encoding: 'utf8' });
    return [status, stdout.trim()];
  };
  const findings = async () => {
    const all: Finding[] = [];
    await t.app.get(Invariants).verifyAll((each) => all.push(each));
    return all.map(({ ref, seq, what }) => [ref, seq, what]);
  };

  beforeAll(async () => {
    t = await startApp(await openTestDb());
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
    for (let n = 0; n < 3; n += 1) await open();
    await nextDay();
    await t.cases.advance(refs[0] as string, { type: 'certificate-received', data: {} }, t.people.Amira);
    await open();
    await nextDay();
  });
  afterAll(async () => {
    await t.app.getHttpServer().close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has one root for each day, in which nothing says how many cases there are or which', async () => {
    const { days } = await list();
    expect(days.map(({ day }) => day)).toEqual(['2026-10-08', '2026-10-07', '2026-10-06']);
    expect(new Set(days.map(({ head }) => head)).size).toBe(3);
    expect(days[0]?.root).not.toBe(days[1]?.root);
    expect(days.every(({ previous }, n) => previous === (days[n + 1]?.head ?? '0'.repeat(64)))).toBe(true);
    expect(Object.keys(days[0] ?? {}).sort()).toEqual(['day', 'head', 'previous', 'root']);
    expect(await t.app.get(Roots).makeDue()).toBe(false);
  });

  it('can be checked by a party of every case without us, an older proof of it too', async () => {
    const [ref, other] = refs as [string, string];
    const older = await proofOf(ref);
    expect(older.inclusion).toMatchObject({ day: '2026-10-08', version: older.entries.length });
    expect(checked(older, await list())).toEqual([0, 'FITS: 2 entries in the root of 2026-10-08']);
    await t.cases.advance(other, { type: 'certificate-received', data: {} }, t.people.Amira);
    await nextDay();
    const roots = await list();
    expect(checked(await proofOf(ref), roots, older)[0]).toBe(0);
    expect(checked(await proofOf(other), roots, older)).toEqual([
      1,
      'DOES NOT FIT: it lost what it once had',
    ]);
  });

  it('does not fit where a proof, or the published list, was tampered with', async () => {
    if (kind === 'postgres') return; // the program is the same
    const [proof, roots] = [await proofOf(refs[0] as string), await list()];
    const tampered = (change: (proof: Proof, roots: List) => void) => {
      const copy = structuredClone({ proof, roots });
      change(copy.proof, copy.roots);
      return checked(copy.proof, copy.roots);
    };
    const said = (why: string) => [1, `DOES NOT FIT: ${why}`];
    expect(tampered((p) => (p.entries[0]!.occurredOn = '2026-10-01'))).toEqual(
      said('entry 1 is not what was recorded'),
    );
    expect(tampered((p) => p.entries.pop())).toEqual(said('the last entry is missing'));
    expect(tampered((p) => p.entries.shift())).toEqual(said('entry 1 is missing'));
    expect(tampered((p) => (p.inclusion!.path[3] = p.inclusion!.root))[1]).toContain('does not lead');
    expect(tampered((p) => (p.inclusion!.position ^= 1))[1]).toContain('does not lead');
    expect(tampered((p) => (p.ref = refs[1] as string))[1]).toContain('does not lead');
    // A root made to fit was never published.
    expect(tampered((_, r) => r.days.shift())[1]).toContain('was not published');
    expect(tampered((_, r) => (r.days[1]!.root = r.days[0]!.root))[1]).toContain('the list is wrong');
    expect(tampered((_, r) => r.days.splice(1, 1))[1]).toContain('the list is broken');
  });

  it('is proved to a party and to nobody else', async () => {
    expect((await get(`/api/v1/cases/${refs[0]}/proof`, 'Stranger')).status).toBe(404);
    expect((await get(`/api/v1/cases/${refs[0]}/proof`)).status).toBe(401);
    const document = await fetch(`${url}/api/v1/cases/${refs[0]}/documents/proof.json`, {
      headers: { authorization: `Bearer ${await t.token(t.people.Amira)}` },
    });
    expect(checked(await document.json(), await list())[0]).toBe(0);
    const page = await (await fetch(`${url}/transparency`)).text();
    expect(page).toContain((await list()).days[0]?.root);
    for (const ref of refs) expect(page).not.toContain(ref);
  });

  it('cannot be changed by the application itself', async () => {
    for (const table of ['tree_days', 'tree_leaves']) {
      await expect(t.db.tx((m) => m.query(`DELETE FROM ${table}`))).rejects.toThrow(
        'What was published stays',
      );
      await expect(t.db.tx((m) => m.query(`UPDATE ${table} SET day = '2026-01-01'`))).rejects.toThrow(
        'What was published stays',
      );
    }
  });

  it('shows an entry that somebody took from the end of a journal, although the rest fits together', async () => {
    expect(await findings()).toEqual([]);
    const [ref] = refs as [string];
    const { id, version } = await t.db.read.findOneByOrFail(Case, { ref });
    await t.db.tx(async (m) => {
      const off =
        kind === 'postgres' ? 'ALTER TABLE journal DISABLE TRIGGER ALL' : 'DROP TRIGGER journal_no_delete';
      await m.query(off);
      await m.query(`DELETE FROM journal WHERE case_id = '${id}' AND seq = ${version}`);
      const [{ hash, stage }] = await m.query(
        `SELECT hash, stage FROM journal WHERE case_id = '${id}' AND seq = ${version - 1}`,
      );
      await m.query(
        `UPDATE cases SET version = ${version - 1}, head_hash = '${hash}', stage = '${stage}', state_hash = NULL WHERE id = '${id}'`,
      );
    });
    expect(await findings()).toContainEqual([
      ref,
      version,
      expect.stringMatching(/^An entry is gone that was in the root of 2026-10-0\d$/),
    ]);
    expect(await t.app.get(Invariants).verifyCase(ref)).toContainEqual(
      expect.objectContaining({ ref, invariant: 'I3', todo: expect.stringContaining('backup') }),
    );
  });
});

describe('The tree of a day', () => {
  const leaf = (n: number) => leafOf(`case ${n}`, 1, 'ab'.repeat(32));
  const groupsOf = (count: number): string[][] =>
    Array.from({ length: Math.ceil(count / 256) }, (_, g) =>
      Array.from({ length: Math.min(256, count - g * 256) }, (_, n) => leaf(g * 256 + n)),
    );

  it.each([1, 256, 257, 1024, 1025, 1500])('leads from each of %i leaves to the root', (count) => {
    const groups = groupsOf(count);
    const roots = groups.map(groupRoot);
    const lengths = new Set<number>();
    for (const position of [0, Math.floor(count / 2), count - 1]) {
      const path = pathOf(position, groups[Math.floor(position / 256)] as string[], roots);
      lengths.add(path.length);
      const proof = {
        ref: `case ${position}`,
        head: '',
        entries: [],
        inclusion: { day: '2026-10-06', version: 1, position, path, root: rootOfGroups(roots) },
      };
      expect(walked(proof.inclusion, leaf(position))).toBe(proof.inclusion.root);
    }
    expect([...lengths]).toEqual([count > 1024 ? 11 : 10]);
  });
});

/** The way up as RFC 6962 has it, written once more without the code that is tested. */
function walked({ position, path }: { position: number; path: string[] }, from: string): string {
  const { createHash } = jest.requireActual<typeof import('node:crypto')>('node:crypto');
  return path.reduce((below, sibling, height) => {
    const pair = (position >> height) % 2 === 1 ? sibling + below : below + sibling;
    return createHash('sha256')
      .update(Buffer.from(`01${pair}`, 'hex'))
      .digest('hex');
  }, from);
}

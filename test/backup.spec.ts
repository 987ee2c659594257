// A backup made while cases are being written is whole, and says so; a damaged one is refused.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'sqlite3';
import { backUp, restore } from '../src/command-line/sqlite-backup';
import { Verifier } from '../src/engine';
import { entities } from '../src/entities';
import { lastBackup, openDb } from '../src/persistence';
import { startApp } from './app';
import { freshSqlite } from './databases';

const facts = { decision: 'refuse-to-assess', noticeSent: '2026-10-05' };

describe('A backup of the SQLite file', () => {
  const source = freshSqlite();
  const folder = mkdtempSync(join(tmpdir(), 'recourse-backup-'));
  afterAll(async () => {
    await source.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds every case that was acknowledged before it began, and can be verified after it is restored', async () => {
    const t = await startApp(await openDb(source.settings, entities));
    const open = () =>
      t.cases.open({ route: 'tribunal.sen-appeal', facts, parties: t.organisations }, t.people.Amira);
    for (let n = 0; n < 5; n += 1) await open();
    const writing = Promise.all(Array.from({ length: 10 }, open));
    const copy = join(folder, 'one');
    const manifest = await backUp(source.settings.dataDir, copy, t.clock.instant(), false);
    await writing;
    expect(lastBackup(source.settings.dataDir)).toBe(manifest.madeAt);
    await t.close();
    expect(manifest.cases).toBeGreaterThanOrEqual(10);

    const restored = join(folder, 'restored');
    expect(await restore(copy, restored)).toEqual(manifest);
    // A copy has not been copied itself.
    expect(lastBackup(restored)).toBeUndefined();
    const again = await startApp(await openDb({ dataDir: restored }, entities));
    const findings: unknown[] = [];
    const { cases, entries } = await again.app.get(Verifier).verifyAll((finding) => findings.push(finding));
    expect([cases, entries, findings]).toEqual([manifest.cases, manifest.entries, []]);
    await again.close();
  });

  it('is refused where an entry is missing, and never written over data', async () => {
    const copy = join(folder, 'one');
    await expect(restore(copy, join(folder, 'restored'))).rejects.toThrow('move it away first');
    await expect(backUp(source.settings.dataDir, copy, '', false)).rejects.toThrow('already');
    await new Promise<void>((resolve, reject) => {
      const database = new Database(join(copy, 'recourse.sqlite'));
      database.exec(
        'DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE seq = 1 AND case_id = (SELECT id FROM cases LIMIT 1)',
        (error) => (error ? reject(error) : database.close(() => resolve())),
      );
    });
    await expect(restore(copy, join(folder, 'elsewhere'))).rejects.toThrow('damaged: entries');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { freshPostgres, freshSqlite, onBothDatabases } from '../../test/databases';
import { JournalEntry } from '../engine/entities';
import { entities } from '../entities';
import { VaultKey } from '../vault/entities';
import { insertAll, insertion, openDb, readTogether, rowsOf, Writes, type Db } from '.';
import { migrations } from './migrations';

const row = (subject: string) => ({ subject, wrappedKey: 'k', madeAt: '2026-11-24T09:00:00.000Z' });

onBothDatabases('Starting over', (openTestDb) => {
  it('takes everything away, also what may never be deleted, and leaves every table ready', async () => {
    const db = await openTestDb();
    const entry = {
      caseId: 'c',
      seq: 1,
      at: '2026-11-24T09:00:00.000Z',
      occurredOn: '2026-11-24',
      type: 'opened',
      party: 'Recourse',
      actor: 'clock',
      data: {},
      changes: [],
      stage: 's',
      idempotencyKey: null,
      prevHash: '',
      hash: '',
    };
    const keep = () => db.tx((m) => m.insert(JournalEntry, entry));
    await keep();
    await expect(db.tx((m) => m.delete(JournalEntry, { caseId: 'c' }))).rejects.toThrow();
    await db.startOver();
    expect(await db.read.count(JournalEntry)).toBe(0);
    await keep();
    await expect(db.tx((m) => m.delete(JournalEntry, { caseId: 'c' }))).rejects.toThrow();
  });
});

onBothDatabases('One transaction', (openTestDb) => {
  let db: Db;
  beforeAll(async () => {
    db = await openTestDb();
  });

  const subjects = async () =>
    (await db.read.find(VaultKey, { order: { subject: 'ASC' } })).map((r) => r.subject);

  it('keeps all of it or none of it', async () => {
    await expect(
      db.tx(async (m) => {
        await m.insert(VaultKey, row('lost'));
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await subjects()).toEqual([]);
  });

  it('joins the one it is called in, and nudges only after the outermost commit', async () => {
    const order: string[] = [];
    await db.tx(async (m) => {
      await m.insert(VaultKey, row('outer'));
      await db.tx(async (inner) => {
        await inner.insert(VaultKey, row('inner'));
        db.afterCommit(() => order.push('after'));
      });
      expect(await subjects()).toEqual(['inner', 'outer']);
      order.push('still inside');
    });
    expect(order).toEqual(['still inside', 'after']);
  });

  it('is not undone by another one that fails at the same time', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        db.tx(async (m) => {
          await m.insert(VaultKey, row(`n${n}`));
          await new Promise((resolve) => setTimeout(resolve, n % 3));
          if (n % 2) throw new Error('odd');
        }),
      ),
    );
    expect(results.filter((r) => r.status === 'rejected')).toHaveLength(10);
    expect((await subjects()).filter((s) => s.startsWith('n'))).toHaveLength(10);
  });
});

onBothDatabases('Statements that go together', (openTestDb) => {
  let db: Db;
  beforeAll(async () => {
    db = await openTestDb();
    await db.tx((m) => insertAll(m, VaultKey, ['a', 'b'].map(row)));
  });

  const keys = (subject: string) => rowsOf(db.read, VaultKey, 'subject = $1', [subject]);
  const rename = (from: string, to: string) => ({
    sql: 'UPDATE vault_keys SET wrapped_key = $1 WHERE subject = $2',
    values: [to, from],
  });

  it('are read each with its own parameters', async () => {
    const [none, b, a] = await readTogether(db.read, keys('none'), keys('b'), keys('a'));
    expect([none, b, a]).toEqual([[], [row('b')], [row('a')]]);
  });

  it('are written all of them, whatever the text', async () => {
    const odd = { ...row('c'), wrappedKey: `it's "odd" $1 \\ {} \n é` };
    await db.tx(async (m) => {
      const writes = new Writes(m);
      writes.add(insertion(m, VaultKey, [odd]));
      writes.add(undefined);
      writes.add(rename('a', 'new'), () => new Error('gone'));
      await writes.flush();
    });
    const [c, a] = await readTogether(db.read, keys('c'), keys('a'));
    expect([c, a]).toEqual([[odd], [{ ...row('a'), wrappedKey: 'new' }]]);
  });

  it('are all taken back where a row is gone that one of them changes', async () => {
    const gone = new Error('gone');
    const attempt = db.tx(async (m) => {
      const writes = new Writes(m);
      writes.add(insertion(m, VaultKey, [row('d')]));
      writes.add(rename('nobody', 'new'), () => gone);
      await writes.flush();
    });
    await expect(attempt).rejects.toBe(gone);
    expect((await readTogether(db.read, keys('d')))[0]).toEqual([]);
  });

  it('leave out a row that is there already only where that is asked for', async () => {
    await expect(db.tx((m) => insertAll(m, VaultKey, [row('b')]))).rejects.toThrow();
    await db.tx((m) => insertAll(m, VaultKey, ['b', 'e'].map(row), 'or ignore'));
    expect((await readTogether(db.read, keys('e')))[0]).toEqual([row('e')]);
  });
});

describe('The SQLite file', () => {
  it('belongs to one process at a time, and says so', async () => {
    const { settings, drop } = freshSqlite();
    const first = await openDb(settings, entities);
    await expect(openDb(settings, entities)).rejects.toThrow(/Another Recourse process is already using/);
    await first.close();
    await (await openDb(settings, entities)).close();
    await drop();
  });

  it('is written through to the disk before an event is acknowledged', async () => {
    const { settings, drop } = freshSqlite();
    const db = await openDb(settings, entities);
    const [{ synchronous }] = await db.tx((m) => m.query('PRAGMA synchronous'));
    const [{ journal_mode }] = await db.tx((m) => m.query('PRAGMA journal_mode'));
    expect({ synchronous, journal_mode }).toEqual({ synchronous: 2, journal_mode: 'wal' });
    await expect(db.read.insert(VaultKey, row('x'))).rejects.toThrow(/readonly/);
    await db.close();
    await drop();
  });
});

describe('The migrations', () => {
  const check = async (source: DataSource) => {
    await source.runMigrations({ transaction: 'each' });
    const pending = await source.driver.createSchemaBuilder().log();
    expect(pending.upQueries.map(({ query }) => query)).toEqual([]);
    for (let n = 0; n < migrations.length; n += 1) await source.undoLastMigration({ transaction: 'each' });
    await source.runMigrations({ transaction: 'each' });
    await source.destroy();
  };

  it('make exactly the tables that the entities describe, and can be taken back (SQLite)', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'recourse-'));
    await check(
      await new DataSource({
        type: 'sqlite',
        database: join(dir, 'x.sqlite'),
        entities,
        migrations,
      }).initialize(),
    );
    rmSync(dir, { recursive: true });
  });

  (process.env.RECOURSE_TEST_POSTGRES === 'up' ? it : it.skip)(
    'make exactly the tables that the entities describe, and can be taken back (PostgreSQL)',
    async () => {
      const { settings, drop } = await freshPostgres();
      await check(
        await new DataSource({
          type: 'postgres',
          url: settings.databaseUrl,
          extra: { options: `-c search_path=${settings.schema}` },
          entities,
          migrations,
        }).initialize(),
      );
      await drop();
    },
  );
});

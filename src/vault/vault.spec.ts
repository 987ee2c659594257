import { z } from 'zod';
import { onBothDatabases } from '../../test/databases';
import { list, personalLine, text, line } from '../../workflows/kit';
import type { Db } from '../persistence';
import { RandomIds, SettableClock } from '../platform';
import { newKey } from './cipher';
import { Sealed } from './entities';
import { ERASED, Vault } from './vault';

const schema = z.object({
  school: line({ label: 'Kind of school' }),
  what: text({ label: 'What happened' }).optional(),
  points: list(
    { label: 'Points' },
    z.object({ key: line({ label: 'Key' }), what: personalLine({ label: 'What' }) }),
  ),
});

onBothDatabases('Personal text', (openTestDb) => {
  let db: Db;
  const vault = new Vault(newKey(), new RandomIds(), new SettableClock(new Date('2026-11-24T09:00:00Z')));
  const subject = 'dispute-1';
  const data = { school: 'special', what: 'ZZCHILD cried', points: [{ key: '1', what: 'ZZSTREET taxi' }] };

  beforeAll(async () => {
    db = await openTestDb();
  });

  it('is sealed where its question says so, and comes back as it was', async () => {
    const sealed = await db.tx((m) => vault.sealPersonal(m, subject, schema, data));
    expect(JSON.stringify(sealed)).not.toMatch(/ZZCHILD|ZZSTREET/);
    expect(sealed.school).toBe('special');
    expect(sealed.points[0]?.key).toBe('1');
    expect(await vault.reveal(db.read, sealed)).toEqual(data);
    expect(JSON.stringify(await db.read.find(Sealed))).not.toMatch(/ZZCHILD|ZZSTREET/);
  });

  it('keeps its token when it travels to a linked case', async () => {
    const sealed = await db.tx((m) => vault.sealPersonal(m, subject, schema, data));
    expect(await db.tx((m) => vault.sealPersonal(m, subject, schema, sealed))).toEqual(sealed);
  });

  it('is gone for good when the key of its dispute is destroyed, and nobody else loses theirs', async () => {
    const mine = await db.tx((m) => vault.seal(m, 'mine', 'my words'));
    const other = await db.tx((m) => vault.seal(m, 'other', 'their words'));
    await db.tx((m) => vault.erase(m, 'mine'));
    expect(await vault.reveal(db.read, { mine, other })).toEqual({ mine: ERASED, other: 'their words' });
  });

  it('cannot be moved to another place or read with another key', async () => {
    const token = await db.tx((m) => vault.seal(m, 'a', 'secret'));
    const stranger = new Vault(
      newKey(),
      new RandomIds(),
      new SettableClock(new Date('2026-11-24T09:00:00Z')),
    );
    await expect(stranger.reveal(db.read, { token })).rejects.toThrow();
  });
});

// Save and return, and whether it is safe to e-mail somebody.

import { Drafts } from '../src/lodging';
import { EmailChoices, Sender } from '../src/messages';
import { OutboxMessage } from '../src/messages/entities';
import { Sealed } from '../src/vault/entities';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

onBothDatabases('A case that is being written', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z');
  });
  const drafts = () => t.app.get(Drafts);
  const amira = () => t.people.Amira.personId;

  it('is kept sealed, and read by nobody but its writer', async () => {
    const id = await drafts().begin(amira(), 'council-complaint', { complaint: 'ZZCHILD waits' });
    expect((await drafts().get(id, amira())).answers).toEqual({ complaint: 'ZZCHILD waits' });
    for (const act of [
      drafts().get(id, t.people.Stranger.personId),
      drafts().save(id, t.people.Stranger.personId, {}),
      drafts().discard(id, t.people.Stranger.personId),
    ])
      await expect(act).rejects.toMatchObject({ status: 404 });
    const [row] = (await t.db.read.query('SELECT answers FROM drafts')) as { answers: string }[];
    expect(row?.answers).toMatch(/^sealed:/);
  });

  it('keeps nothing of an answer that was changed, nor of a case that was thrown away', async () => {
    const id = await drafts().begin(amira(), 'council-complaint', { complaint: 'first' });
    await drafts().save(id, amira(), { complaint: 'second' });
    expect(await t.db.read.countBy(Sealed, { subject: id })).toBe(1);
    expect((await drafts().get(id, amira())).answers).toEqual({ complaint: 'second' });
    await drafts().discard(id, amira());
    expect(await t.db.read.countBy(Sealed, { subject: id })).toBe(0);
    await expect(drafts().get(id, amira())).rejects.toMatchObject({ status: 404 });
  });

  it('is forgotten after ninety days without a change', async () => {
    const id = await drafts().begin(t.people.Stranger.personId, 'council-complaint', { complaint: 'old' });
    t.clock.moveTo(new Date('2027-02-11T08:00:00Z'));
    await drafts().begin(amira(), 'council-complaint', {});
    expect((await drafts().get(id, t.people.Stranger.personId)).id).toBe(id);
    t.clock.moveTo(new Date('2027-02-11T10:00:00Z'));
    await drafts().begin(amira(), 'council-complaint', {});
    await expect(drafts().get(id, t.people.Stranger.personId)).rejects.toMatchObject({ status: 404 });
    expect(await t.db.read.countBy(Sealed, { subject: id })).toBe(0);
  });
});

onBothDatabases('Whether it is safe to e-mail', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z');
  });

  it.each([
    ['yes', /SEND case RC-/],
    ['neutral', /^There is an update for you$/],
  ] as const)('%s decides what the subject says', async (choice, subject) => {
    expect(await subjectsAfter(choice)).toEqual([expect.stringMatching(subject)]);
  });

  it('no means that nothing is sent, on record', async () => {
    expect(await subjectsAfter('no')).toEqual([]);
    const withheld = await t.db.read.findBy(OutboxMessage, { status: 'withheld' });
    expect(withheld.length).toBeGreaterThan(0);
    expect(new Set(withheld.map(({ personId }) => personId))).toEqual(new Set([t.people.Amira.personId]));
  });

  /** What Amira is sent when a complaint is opened after she has chosen. */
  async function subjectsAfter(choice: 'yes' | 'neutral' | 'no'): Promise<string[]> {
    await t.app.get(EmailChoices).choose(t.people.Amira.personId, choice);
    const before = new Set((await t.app.get(Sender).mailbox()).map(({ id }) => id));
    await t.cases.open(
      {
        route: 'council-complaint',
        facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-13', complaint: 'It is late' },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    await t.worker.runUntilIdle();
    return (await t.app.get(Sender).mailbox())
      .filter(({ id, personId }) => !before.has(id) && personId === t.people.Amira.personId)
      .map(({ subject }) => subject)
      .slice(0, 1);
  }
});

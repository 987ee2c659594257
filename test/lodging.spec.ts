// Save and return, what outlives a session, and how somebody can be reached safely.

import { Sessions } from '../src/access';
import { ContactSafeties, Drafts } from '../src/lodging';
import { Draft } from '../src/lodging/entities';
import { EmailChoices, Sender } from '../src/messages';
import { OutboxMessage } from '../src/messages/entities';
import { Vault } from '../src/vault';
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

onBothDatabases('What is typed when a session has ended', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z');
  });
  const forms = () => t.app.get(Drafts);
  const amira = () => t.people.Amira.personId;
  const PATH = '/cases/RC-0000/act/note-added';

  it('is kept sealed for its writer and its page alone, once, and the last of two', async () => {
    await forms().keep(amira(), PATH, { note: 'first' });
    await forms().keep(amira(), PATH, { note: 'ZZCHILD waits' });
    const [row, none] = (await t.db.read.query('SELECT answers AS fields FROM drafts')) as {
      fields: string;
    }[];
    expect(row?.fields).toMatch(/^sealed:/);
    expect(none).toBeUndefined();
    expect(await t.db.read.countBy(Sealed, { id: row?.fields.slice('sealed:'.length) })).toBe(1);
    expect(await forms().take(t.people.Stranger.personId, PATH)).toBeUndefined();
    expect(await forms().take(amira(), '/cases/RC-0000/act/other')).toBeUndefined();
    expect(await forms().take(amira(), PATH)).toEqual({ note: 'ZZCHILD waits' });
    expect(await forms().take(amira(), PATH)).toBeUndefined();
    expect(await t.db.read.countBy(Sealed, { id: row?.fields.slice('sealed:'.length) })).toBe(0);
  });

  it('is forgotten after a week', async () => {
    await forms().keep(amira(), PATH, { note: 'old' });
    t.clock.moveTo(new Date('2026-11-20T09:00:01Z'));
    expect(await forms().take(amira(), PATH)).toBeUndefined();
    expect(await t.db.read.countBy(Draft, {})).toBe(0);
  });

  it('is known to be somebody’s only where the session ran out by itself', async () => {
    const sessions = t.app.get(Sessions);
    const left = await sessions.start(amira());
    const ended = await sessions.start(amira());
    await sessions.end(ended);
    t.clock.moveTo(new Date('2026-11-20T09:31:00Z'));
    expect((await sessions.ranOut(left))?.personId).toBe(amira());
    expect(await sessions.ranOut(ended)).toBeUndefined();
    expect(await sessions.ranOut('made up')).toBeUndefined();
  });
});

onBothDatabases('How a family can be reached safely', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z');
  });

  it('is sealed with the key of the person, of the last answer alone, and gone with them', async () => {
    const { personId } = t.people.Amira;
    const safeties = t.app.get(ContactSafeties);
    const before = await t.db.read.countBy(Sealed, { subject: personId });
    await safeties.say(personId, { safe: ['text'], mustNotKnow: 'ZZFATHER' });
    await safeties.say(personId, { safe: [], hideAddressFrom: ['other-parent'] });
    expect(await safeties.of(personId)).toEqual({ safe: [], hideAddressFrom: ['other-parent'] });
    expect(await t.db.read.countBy(Sealed, { subject: personId })).toBe(before + 1);
    expect(await safeties.of(t.people.Stranger.personId)).toBeUndefined();
    await t.db.tx((m) => t.app.get(Vault).erase(m, personId));
    expect(await safeties.of(personId)).toBeUndefined();
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

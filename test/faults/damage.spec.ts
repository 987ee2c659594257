// F11, F12, F13: rows that cannot be worked with, routes that this release does not have, states that were damaged.
// What can be made good is made good, what cannot is left alone and shown, and everybody else's case goes on.

import { randomUUID } from 'node:crypto';
import { CaseLists, type Finding } from '../../src/engine';
import { Case, Deadline, JournalEntry } from '../../src/engine/entities';
import { OutboxMessage } from '../../src/messages/entities';
import { soundToRead, tailOf } from '../../src/engine/sound-state';
import { readTogether } from '../../src/persistence';
import { Parts } from '../../src/access';
import { Reminder } from '../../src/reminders/entities';
import { Invariants } from '../../src/verification';
import { DeadLetters } from '../../src/worker';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { findingsIn } from './rig';

jest.setTimeout(120_000);

const facts = { decision: 'refuse-to-assess', noticeSent: '2026-10-05' };

onBothDatabases('Damage', (openTestDb, kind) => {
  let t: TestApp;
  let url: string;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
    await t.app.listen(0);
    url = (await t.app.getUrl()).replace('[::1]', 'localhost');
  });
  afterAll(() => t.app.getHttpServer().close());

  const open = async () => {
    const { ref } = (
      await t.cases.open({ route: 'tribunal.sen-appeal', facts, parties: t.organisations }, t.people.Amira)
    ).case;
    return t.db.read.findOneByOrFail(Case, { ref });
  };
  const moveOn = ({ ref }: Case) =>
    t.cases.advance(ref, { type: 'certificate-received', data: {} }, t.people.Amira);
  const get = async (path: string) =>
    fetch(url + path, { headers: { authorization: `Bearer ${await t.token(t.people.Amira)}` } });
  const sql = (text: string) => t.db.tx((m) => m.query(text));
  const verify = (ref: string): Promise<Finding[]> => t.app.get(Invariants).verifyCase(ref);

  describe('to the stored state of a case', () => {
    const harms: [string, (before: Case, after: Case) => string][] = [
      ['that can no longer be read', () => `context = '{"facts":{"deci'`],
      [
        'of one letter',
        ({ context }) => `context = '${JSON.stringify(context).replace('2026-10-05', '2026-10-06')}'`,
      ],
      ['of its stage', () => `stage = 'registered'`],
      [
        'by an older copy of it that fits together',
        ({ context, stage, version, headHash, stateHash }) =>
          `context = '${JSON.stringify(context)}', stage = '${stage}', version = ${version}, head_hash = '${headHash}', state_hash = '${stateHash}'`,
      ],
    ];

    it.each(harms)('%s is noticed and made good from its journal', async (_, harm) => {
      const before = await open();
      const whole = (await moveOn(before)).case;
      const after = await t.db.read.findOneByOrFail(Case, { id: before.id });
      await sql(`UPDATE cases SET ${harm(before, after)} WHERE id = '${before.id}'`);
      expect((await verify(before.ref)).length).toBeGreaterThan(0);
      // Nobody is ever shown, or held to, what is not so.
      expect(await t.cases.view(before.ref, t.people.Amira)).toMatchObject({
        version: whole.version,
        stage: whole.stage,
        facts: whole.facts,
      });
      const [next] = whole.events;
      await t.cases
        .advance(before.ref, { type: next?.type ?? '', data: {} }, t.people.Amira)
        .catch((error: { type?: string }) => expect(error.type).toBe('invalid-data'));
      await t.db.tx((m) => m.query(`SELECT 1`));
      const { headHash } = await t.db.read.findOneByOrFail(Case, { id: before.id });
      expect(headHash === after.headHash || headHash.length === 64).toBe(true);
    });

    it('is not what a reader sees who comes between two steps: the case as it is by now is shown', async () => {
      const found = await open();
      const [tail] = await readTogether(t.db.read, tailOf(found));
      await moveOn(found);
      const [later] = await readTogether(t.db.read, tailOf(found));
      const warned = jest.spyOn(process.stderr, 'write');
      const said = jest.spyOn(process.stdout, 'write');
      // The row was read before the step and the journal after it, or both before.
      expect(await soundToRead(t.db.read, { ...found }, later)).toMatchObject({ version: 2 });
      expect(await soundToRead(t.db.read, { ...found }, tail)).toMatchObject({ version: 1 });
      const lines = [...warned.mock.calls, ...said.mock.calls].map(([line]) => String(line));
      expect(lines.filter((line) => line.includes('damaged'))).toEqual([]);
      warned.mockRestore();
      said.mockRestore();
    });

    it('that its journal cannot make good leaves the case alone, its history readable, and no other case touched', async () => {
      const [harmed, other] = [await open(), await open()];
      const off =
        kind === 'postgres' ? 'ALTER TABLE journal DISABLE TRIGGER ALL' : 'DROP TRIGGER journal_no_update';
      await sql(off);
      await sql(
        `UPDATE journal SET data = '{"decision":"cease","noticeSent":"2026-10-01"}' WHERE case_id = '${harmed.id}'`,
      );
      await sql(`UPDATE cases SET context = 'x' WHERE id = '${harmed.id}'`);
      await expect(moveOn(harmed)).rejects.toMatchObject({ type: 'unavailable' });
      expect(await t.db.read.countBy(JournalEntry, { caseId: harmed.id })).toBe(1);
      const shown = await get(`/api/v1/cases/${harmed.ref}`);
      expect([shown.status, ((await shown.json()) as { detail: string }).detail]).toEqual([
        503,
        expect.stringContaining('history can still be read'),
      ]);
      expect((await get(`/api/v1/cases/${harmed.ref}/timeline`)).status).toBe(200);
      expect(await verify(harmed.ref)).toContainEqual(
        expect.objectContaining({ invariant: 'I3', seq: 1, what: 'Its content is not what was recorded' }),
      );
      expect((await moveOn(other)).case.version).toBe(2);
      expect(await verify(other.ref)).toEqual([]);
    });
  });

  it('by a release that lacks the version of a route leaves those cases alone and the others at work', async () => {
    const [lost, other] = [await open(), await open()];
    await sql(`UPDATE cases SET route_version = '1999-01-01' WHERE id = '${lost.id}'`);
    expect((await get(`/api/v1/cases/${lost.ref}`)).status).toBe(503);
    await expect(moveOn(lost)).rejects.toMatchObject({ type: 'unavailable' });
    const mine = (await t.app.get(CaseLists).mine(t.people.Amira.personId)).map(({ ref }) => ref);
    expect([mine.includes(lost.ref), mine.includes(other.ref)]).toEqual([false, true]);
    const [said] = await verify(lost.ref);
    expect(said).toMatchObject({ invariant: 'I3', todo: expect.stringContaining('Install the release') });
    expect((await moveOn(other)).case.version).toBe(2);
    await sql(`UPDATE cases SET route_version = '${lost.routeVersion}' WHERE id = '${lost.id}'`);
    expect((await moveOn(lost)).case.version).toBe(2);
  });

  it('to the time of a reminder is found to the minute, and what an earlier release planned for nine is none', async () => {
    const points = [{ key: '1', what: 'x', kind: 'mediation.agreement.no-appeal-right' }];
    const promised = { source: 'agreement', made: '2026-10-05', owedBy: 'icb', points };
    const { ref } = (
      await t.cases.open({ route: 'compliance', facts: promised, parties: t.organisations }, t.people.Amira)
    ).case;
    expect(await verify(ref)).toEqual([]);
    const moved = async (row: Reminder, minutes: number) => {
      const at = new Date(Date.parse(row.at) + minutes * 60_000).toISOString();
      await t.db.tx((m) => m.update(Reminder, { id: row.id }, { at }));
      const said = (await verify(ref)).map(({ invariant, what }) => `${invariant} ${what}`);
      await t.db.tx((m) => m.update(Reminder, { id: row.id }, { at: row.at }));
      return said;
    };
    const rows = await t.db.read.findBy(Reminder, { caseRef: ref, status: 'planned' });
    const timed = rows.filter(({ key }) => /\|-\d+$/.test(key));
    expect(timed.length).toBeGreaterThan(2);
    for (const row of timed) {
      for (const minutes of [-1, 1, 60])
        expect(await moved(row, minutes)).toEqual([expect.stringMatching(/^I4 .* is at the wrong time: /)]);
    }
    const listed = timed.filter(({ at }) => at.slice(14, 16) === '55');
    expect(listed.length).toBeGreaterThan(0);
    for (const row of listed) expect(await moved(row, 65)).toEqual([]);
    const [atOnce] = rows.filter(({ key }) => key.endsWith('|start'));
    expect(await moved(atOnce as Reminder, 60)).toEqual([
      expect.stringMatching(/^I4 .* is at the wrong time: /),
    ]);
    expect(await verify(ref)).toEqual([]);
  });

  it('by a body of five megabytes is refused before it is read', async () => {
    const response = await fetch(`${url}/api/v1/cases`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await t.token(t.people.Amira)}`,
      },
      body: JSON.stringify({ route: 'tribunal.sen-appeal', facts: { why: 'x'.repeat(5 * 2 ** 20) } }),
    });
    expect(response.status).toBe(413);
  });

  it('to hundreds of rows that fail holds up nothing; they wait for a person and are done once when put right', async () => {
    const disputeId = await t.db.tx(async (m) => {
      const { id } = await t.app.get(Parts).openDispute(m, {});
      await t.app.get(Parts).join(m, id, t.people.Amira.personId, 'parent or young person');
      return id;
    });
    const row = (disputes: string, minutes: number): Reminder => ({
      id: randomUUID(),
      key: `test|${randomUUID()}`,
      caseId: randomUUID(),
      caseRef: 'RC-7F3K-Q2MW-9XC',
      disputeId: disputes,
      deadlineId: null,
      party: 'parent or young person',
      template: 'duty-reminder',
      params: { due: '2026-12-04' },
      at: new Date(t.clock.now().getTime() - minutes * 60_000).toISOString(),
      status: 'planned',
      closedAt: null,
    });
    // All of them due before the ones that can be done; on SQLite, which only sweeps, more than are looked at together.
    const many = kind === 'sqlite' ? 210 : 20;
    const poison = Array.from({ length: many }, () => row('no such dispute', 60));
    const good = Array.from({ length: 20 }, () => row(disputeId, 1));
    await t.db.tx((m) => m.insert(Reminder, [...poison, ...good]));
    const poisoned = await open();
    const lateOnes = [poisoned, await open()];
    await sql(`UPDATE cases SET route_version = '1999-01-01' WHERE id = '${poisoned.id}'`);
    await t.worker.runUntilIdle();
    const ofGood = async () => {
      const keys = new Set(good.map(({ key }) => `${key}|${t.people.Amira.personId}`));
      const messages = (await t.db.read.find(OutboxMessage)).filter(({ key }) => keys.has(key));
      return [messages.length, messages.every(({ status }) => status === 'sent')];
    };
    expect(await ofGood()).toEqual([20, true]);
    expect(t.worker.lastError).toBeDefined();

    t.clock.moveTo(new Date('2027-01-15T09:00:00Z'));
    for (let sweep = 0; sweep < 12; sweep += 1) await t.worker.runUntilIdle();
    const missed = await t.db.read.findBy(Deadline, { caseId: lateOnes[1]?.id ?? '', status: 'missed' });
    expect(missed.length).toBeGreaterThan(0);
    const letters = t.app.get(DeadLetters);
    const counts = await letters.count();
    expect(counts.reminders).toBe(many);
    expect(counts.deadlines).toBeGreaterThan(0);
    await t.worker.runUntilIdle();
    expect(t.worker.lastError).toBeUndefined();

    const [{ id }] = poison as [Reminder];
    await t.db.tx((m) => m.update(Reminder, { id }, { disputeId }));
    await sql(`UPDATE cases SET route_version = '${poisoned.routeVersion}' WHERE id = '${poisoned.id}'`);
    for (const { rowId, kind: what } of await letters.all())
      if (what === 'deadlines' || rowId === id) expect(await letters.retry(rowId)).toBe(true);
    await t.worker.runUntilIdle();
    await t.worker.runUntilIdle();
    expect(await t.db.read.findOneByOrFail(Reminder, { id })).toMatchObject({ status: 'dispatched' });
    expect((await letters.count()).deadlines).toBe(0);
    expect(await verify(poisoned.ref)).toEqual([]);
    // A second time changes nothing.
    const sent = await t.db.read.count(OutboxMessage);
    await t.worker.runUntilIdle();
    expect(await t.db.read.count(OutboxMessage)).toBe(sent);
    const waiting = (await findingsIn(t.app, 0)).filter(({ invariant }) => invariant === 'I5');
    expect(waiting).toEqual([]);
  });
});

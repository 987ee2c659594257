import { startApp, type TestApp } from '../../test/app';
import { onBothDatabases } from '../../test/databases';
import { Refusal } from '../platform';
import { Verifier } from './verifier';
import type { CaseView } from './types';
import { Case, JournalEntry } from './entities';

const decision = { decision: 'refuse-to-assess', noticeSent: '2026-10-05' };

const refusal = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('It was not refused');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(Refusal);
      return error as Refusal;
    },
  );

onBothDatabases('A dispute', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
  });

  const open = async (): Promise<CaseView> =>
    (
      await t.cases.open(
        { route: 'tribunal.sen-appeal', facts: decision, parties: t.organisations },
        t.people.Amira,
      )
    ).case;
  const send = async (
    ref: string,
    who: keyof TestApp['people'],
    type: string,
    data = {},
    occurredOn?: string,
  ) =>
    (await t.cases.advance(ref, { type, data, ...(occurredOn ? { occurredOn } : {}) }, t.people[who])).case;
  const linked = (view: CaseView, route: string) =>
    view.links.find((link) => link.route === route)?.ref as string;

  it('says from the first moment whose turn it is, by when, and what if not', async () => {
    const view = await open();
    expect(view.turn).toMatchObject({
      responsible: 'parent or young person',
      duty: 'must get a mediation certificate before the appeal',
      due: '2026-12-07',
    });
    const information = await t.cases.view(linked(view, 'mediation-information'), t.people.Amira);
    expect(information.turn).toMatchObject({
      due: '2026-12-05',
      ifMissed: expect.stringContaining('Tribunal'),
    });
  });

  it('goes from a refused assessment to an order that is kept', async () => {
    const appeal = await open();
    const information = linked(appeal, 'mediation-information');
    await send(information, 'Amira', 'mediation-declined');
    const waiting = await t.cases.view(information, t.people.Amira);
    expect(waiting.turn).toMatchObject({ responsible: 'mediation adviser', due: '2026-10-09' });
    await send(information, 'Grace', 'certificate-issued', { reason: 'declined' });
    await t.worker.runUntilIdle();
    expect((await t.cases.view(appeal.ref, t.people.Amira)).stage.id).toBe('ready');
    await send(appeal.ref, 'Amira', 'lodged');
    await send(appeal.ref, 'Amira', 'registered');
    const answering = await t.cases.view(appeal.ref, t.people.Dev);
    expect(answering.turn).toMatchObject({ responsibleName: 'Riverside Council', due: '2026-11-17' });
    await send(appeal.ref, 'Dev', 'responded', { opposes: 'all' });
    const decided = await send(appeal.ref, 'Amira', 'order-made', {
      sent: '2026-10-06',
      points: [{ what: 'Assess the child', kind: 'order.assess.notify' }],
    });
    expect(decided.stage.id).toBe('allowed');
    const compliance = await t.cases.view(linked(decided, 'compliance'), t.people.Amira);
    expect(compliance.turn).toMatchObject({ responsible: 'council SEND casework', due: '2026-10-20' });
    const kept = await send(compliance.ref, 'Dev', 'point-kept', { point: '1' });
    expect(kept.outcome?.title).toBe('The promise was kept');
    expect(kept.deadlines.map(({ status }) => status)).toEqual(['met']);
    const history = await t.cases.timeline(appeal.ref, t.people.Amira);
    expect(history.map(({ type }) => type)).toEqual([
      'opened',
      'certificate-received',
      'lodged',
      'registered',
      'responded',
      'order-made',
    ]);
  });

  it('refuses what cannot be, says what can, and changes nothing', async () => {
    const { ref, version } = await open();
    expect(await refusal(send(ref, 'Amira', 'heard'))).toMatchObject({
      type: 'not-possible-now',
      more: { possible: expect.arrayContaining(['certificate-received', 'leave-asked']) },
    });
    expect(await refusal(send(ref, 'Amira', 'certificate-received', {}, '2027-01-01'))).toMatchObject({
      type: 'invalid-data',
    });
    expect((await refusal(send(ref, 'Amira', 'certificate-received', {}, '2026-10-01'))).detail).toContain(
      'cannot be earlier',
    );
    expect(await refusal(send(ref, 'Amira', 'certificate-received', { extra: 1 }))).toMatchObject({
      type: 'invalid-data',
    });
    expect(await refusal(send(ref, 'Stranger', 'certificate-received'))).toMatchObject({ type: 'not-found' });
    expect(await refusal(send(ref, 'Dev', 'certificate-received'))).toMatchObject({ type: 'not-allowed' });
    expect(
      await refusal(
        t.cases.advance(ref, { type: 'certificate-received', data: {}, expectedVersion: 99 }, t.people.Amira),
      ),
    ).toMatchObject({ type: 'stale-version' });
    expect(await refusal(t.cases.open({ route: 'no-such', facts: {} }, t.people.Amira))).toMatchObject({
      type: 'unknown-route',
    });
    expect(
      await refusal(
        t.cases.open(
          { route: 'tribunal.sen-appeal', facts: { ...decision, noticeSent: '2027-01-01' } },
          t.people.Amira,
        ),
      ),
    ).toMatchObject({ pointers: [{ pointer: '/noticeSent' }] });
    expect((await t.cases.view(ref, t.people.Amira)).version).toBe(version);
  });

  it('answers the same request twice with one effect', async () => {
    const { ref } = await open();
    const once = { type: 'certificate-received', data: {}, idempotencyKey: 'k1' };
    const first = await t.cases.advance(ref, once, t.people.Amira);
    const second = await t.cases.advance(ref, once, t.people.Amira);
    expect(second).toEqual({ case: first.case, replayed: true });
    expect(
      await refusal(t.cases.advance(ref, { ...once, occurredOn: '2026-10-06' }, t.people.Amira)),
    ).toMatchObject({ type: 'idempotency-key-reused' });
  });

  it('lets exactly one of a hundred that come at once win', async () => {
    const { ref, version } = await open();
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        t.cases.advance(
          ref,
          { type: 'certificate-received', data: {}, expectedVersion: version },
          t.people.Amira,
        ),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await t.cases.timeline(ref, t.people.Amira)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('keeps a journal that nobody can rewrite, and that shows it if somebody did', async () => {
    const { ref } = await open();
    await expect(t.db.tx((m) => m.update(JournalEntry, { seq: 1 }, { stage: 'x' }))).rejects.toThrow(
      /only be added to/,
    );
    await expect(t.db.tx((m) => m.delete(JournalEntry, { seq: 1 }))).rejects.toThrow(/only be added to/);
    expect(await t.app.get(Verifier).verifyCase(ref)).toEqual([]);
    const { id, stage } = await t.db.read.findOneByOrFail(Case, { ref });
    await t.db.tx((m) => m.update(Case, { id }, { stage: 'late' }));
    expect(await t.app.get(Verifier).verifyCase(ref)).toMatchObject([
      { what: expect.stringContaining('stored state') },
    ]);
    await t.db.tx((m) => m.update(Case, { id }, { stage }));
  });

  it('leaves nothing behind that its journals do not lead to', async () => {
    const findings: unknown[] = [];
    const { cases, entries } = await t.app.get(Verifier).verifyAll((finding) => findings.push(finding));
    expect(findings).toEqual([]);
    expect(entries).toBeGreaterThan(cases);
  });
});

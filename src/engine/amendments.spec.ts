// What changes dates without an event of the route: a newer list of bank holidays, and a fact put right.

import { startApp, type TestApp } from '../../test/app';
import { onBothDatabases } from '../../test/databases';
import { currentHolidays } from '../../workflows/calendar';
import { BankHolidays } from '../bank-holidays';
import { Refusal } from '../platform';
import { Corrections } from './corrections';
import { Case } from './entities';
import { Recalculation, type MovedDate } from './recalculation';
import { Verifier } from './verifier';

const proclaimed = (date: string, title: string) => ({
  'england-and-wales': {
    division: 'england-and-wales',
    events: [...currentHolidays().events.filter((each) => each.date.startsWith('2026')), { date, title }].map(
      (each) => ({ date: each.date, title: each.title }),
    ),
  },
});

onBothDatabases('Dates that are counted again', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
  });

  const open = async (noticeSent = '2026-10-05') =>
    (
      await t.cases.open(
        {
          route: 'tribunal.sen-appeal',
          facts: { decision: 'refuse-to-assess', noticeSent },
          parties: t.organisations,
        },
        t.people.Amira,
      )
    ).case;
  const findings = async (ref: string) => t.app.get(Verifier).verifyCase(ref);

  it('put a fact right in one recorded step, and keep what was said', async () => {
    const { ref, turn } = await open();
    expect(turn?.due).toBe('2026-12-07');
    const before = await t.cases.view(ref, t.people.Amira);
    await t.app.get(Corrections).correct(
      ref,
      {
        facts: { noticeSent: '2026-09-25' },
        reason: 'I read the wrong letter',
        expectedVersion: before.version,
      },
      t.people.Amira,
    );
    const after = await t.cases.view(ref, t.people.Amira);
    expect(after.version).toBe(before.version + 1);
    expect(after.facts).toMatchObject({ noticeSent: '2026-09-25', decision: 'refuse-to-assess' });
    expect(after.turn?.due).toBe('2026-11-25');
    expect(after.deadlines.filter(({ status }) => status === 'superseded').map(({ due }) => due)).toContain(
      '2026-12-07',
    );
    const last = (await t.cases.timeline(ref, t.people.Amira)).at(-1);
    expect(last).toMatchObject({
      type: 'facts-corrected',
      data: { facts: { noticeSent: '2026-09-25' }, reason: 'I read the wrong letter' },
    });
    expect(await findings(ref)).toEqual([]);
    await t.cases.advance(ref, { type: 'withdrawn', data: {} }, t.people.Amira).catch(() => undefined);
    expect(await findings(ref)).toEqual([]);
  });

  it.each([
    ['by the other side', 'Dev', { noticeSent: '2026-09-25' }, 'not-allowed'],
    ['by a stranger', 'Stranger', { noticeSent: '2026-09-25' }, 'not-found'],
    ['into the future', 'Amira', { noticeSent: '2026-12-25' }, 'invalid-data'],
    ['to what it is', 'Amira', { noticeSent: '2026-10-05' }, 'invalid-data'],
    ['of what was never asked', 'Amira', { shoeSize: 4 }, 'invalid-data'],
  ] as const)('refuse a correction %s', async (_, who, facts, code) => {
    const { ref, version } = await open();
    const refused = await t.app
      .get(Corrections)
      .correct(ref, { facts, reason: 'because' }, t.people[who])
      .then(
        () => undefined,
        (error: unknown) => error as Refusal,
      );
    expect(refused?.type).toBe(code);
    expect((await t.cases.view(ref, t.people.Amira)).version).toBe(version);
  });

  it('put a fact right in a case that is still on an earlier version of its route, and leave it there', async () => {
    const facts = { about: 'conduct', happened: '2026-09-21', what: 'The judge shouted' };
    const { ref } = (await t.cases.open({ route: 'judicial-complaint', facts }, t.people.Amira)).case;
    await t.db.tx((m) => m.update(Case, { ref }, { routeVersion: '2014-08-18' }));
    await t.app
      .get(Corrections)
      .correct(ref, { facts: { happened: '2026-09-28' }, reason: 'A week later' }, t.people.Amira);
    expect(await t.cases.view(ref, t.people.Amira)).toMatchObject({
      routeVersion: '2014-08-18',
      turn: { due: '2026-12-27' },
    });
    expect(await findings(ref)).toEqual([]);
    // Back to a time when this version was in force for everybody: other law than that of the case as it stands.
    const other = { facts: { happened: '2023-09-21' }, reason: 'Three years ago' };
    await expect(t.app.get(Corrections).correct(ref, other, t.people.Amira)).rejects.toThrow('other law');
  });

  it('refuse a fact with which what happened since could not have happened', async () => {
    const view = await open();
    const information = view.links.find(({ route }) => route === 'mediation-information')?.ref as string;
    await t.cases.advance(
      information,
      { type: 'mediation-declined', data: {}, occurredOn: '2026-10-05' },
      t.people.Amira,
    );
    await t.cases.advance(
      information,
      { type: 'certificate-issued', data: { reason: 'declined' }, occurredOn: '2026-10-05' },
      t.people.Grace,
    );
    await expect(
      t.app
        .get(Corrections)
        .correct(information, { facts: { noticeSent: '2026-10-06' }, reason: 'x' }, t.people.Amira),
    ).rejects.toBeInstanceOf(Refusal);
  });

  it('move every open date that a proclaimed bank holiday touches, and say so beforehand', async () => {
    const appeal = await open();
    const information = appeal.links.find(({ route }) => route === 'mediation-information')?.ref as string;
    await t.cases.advance(information, { type: 'mediation-declined', data: {} }, t.people.Amira);
    const before = await t.cases.view(information, t.people.Amira);
    expect(before.turn?.due).toBe('2026-10-09');

    const bankHolidays = t.app.get(BankHolidays);
    const { holidays, added } = await bankHolidays.merged(proclaimed('2026-10-08', 'A day of mourning'));
    expect(added).toMatchObject([{ date: '2026-10-08' }]);
    const moves: MovedDate[] = [];
    await t.app.get(Recalculation).preview(holidays, (each) => moves.push(each));
    expect(moves).toContainEqual(
      expect.objectContaining({ caseRef: information, from: '2026-10-09', to: '2026-10-12' }),
    );
    expect((await t.cases.view(information, t.people.Amira)).version).toBe(before.version);

    t.clock.moveTo(new Date(t.clock.now().getTime() + 60_000));
    await bankHolidays.takeIn(holidays);
    await t.worker.runUntilIdle();
    const after = await t.cases.view(information, t.people.Amira);
    expect(after.turn?.due).toBe('2026-10-12');
    expect(after.version).toBe(before.version + 1);
    expect((await t.cases.timeline(information, t.people.Amira)).at(-1)?.type).toBe('dates-recounted');
    expect(await findings(information)).toEqual([]);

    await t.worker.runUntilIdle();
    expect((await t.cases.view(information, t.people.Amira)).version).toBe(after.version);
    await t.cases.advance(
      information,
      { type: 'certificate-issued', data: { reason: 'declined' } },
      t.people.Grace,
    );
    expect(await findings(information)).toEqual([]);
  });
});

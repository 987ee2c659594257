// Helpers of a family: asked in by e-mail, to a day, and sent away at once.

import { Invitations, Parts, People, toldKey, Sessions, type HelperScope } from '../src/access';
import { CaseLists, CasePeople, PersonalData } from '../src/engine';
import { Case } from '../src/engine/entities';
import { Sender } from '../src/messages';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

onBothDatabases('A helper of a family', (openTestDb) => {
  let t: TestApp;
  let ref: string;

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z');
  });
  beforeEach(async () => {
    const opened = await t.cases.open(
      {
        route: 'council-complaint',
        facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-13', complaint: 'It is late' },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    ref = opened.case.ref;
  });

  const helper = () => t.people.Stranger;
  const invite = (scope: HelperScope, endsOn = '2026-12-31', email = 'stranger@example.org') =>
    t.app.get(CasePeople).invite(ref, t.people.Amira, { email, scope, endsOn });
  const answer = async (yes: boolean) => {
    const [waiting] = await t.app.get(Invitations).waitingFor(helper().personId);
    await t.app.get(Invitations).answer(waiting?.id ?? 'none', helper().personId, yes);
  };
  const helpers = async () => (await t.app.get(CasePeople).of(ref, t.people.Amira)).helpers ?? [];

  it('sees nothing before they accept, and then everything', async () => {
    await invite('read');
    await expect(t.cases.view(ref, helper())).rejects.toMatchObject({ status: 404 });
    await answer(true);
    expect((await t.cases.view(ref, helper())).facts).toMatchObject({ complaint: 'It is late' });
    expect(await helpers()).toMatchObject([{ email: 'stranger@example.org', status: 'accepted' }]);
  });

  it('who may only see can send nothing and is not told to act', async () => {
    await invite('read');
    await answer(true);
    const view = await t.cases.view(ref, helper());
    expect([view.scope, view.events, view.mayCorrect]).toEqual(['read', [], false]);
    await expect(t.cases.advance(ref, { type: 'ombudsman-asked', data: {} }, helper())).rejects.toMatchObject(
      { status: 403 },
    );
    const { disputeId } = await t.db.read.findOneByOrFail(Case, { ref });
    const family = { disputeId, party: 'parent or young person' as const, route: 'council-complaint' };
    const told = await t.app.get(Parts).recipients(t.db.read, [family]);
    expect(told.get(toldKey(family))).toEqual([t.people.Amira.personId]);
  });

  it('who acts for a body in cases of some routes alone sees those, and is told of those', async () => {
    const { personId } = await t.db.tx(async (m) => {
      const { id } = await t.app.get(People).create(m, { name: 'Lena', email: 'lena@example.org' });
      await t.app
        .get(People)
        .join(m, id, t.organisations.council, ['council complaints team'], ['ombudsman.lgsco']);
      return { personId: id };
    });
    const lena = { kind: 'person', personId } as const;
    await expect(t.cases.view(ref, lena)).rejects.toMatchObject({ status: 404 });
    const { case: asked } = await t.cases.advance(ref, { type: 'ombudsman-asked', data: {} }, t.people.Amira);
    const referred = asked.links.find(({ route }) => route === 'ombudsman.lgsco')?.ref as string;
    expect((await t.cases.view(referred, lena)).links).toEqual([]);
    const listed = await t.app
      .get(CaseLists)
      .worklist({}, lena, await t.app.get(People).memberships(personId));
    expect(listed.items.map((item) => item.ref)).toEqual([referred]);
    const { disputeId } = await t.db.read.findOneByOrFail(Case, { ref });
    const team = { disputeId, party: 'council complaints team' as const };
    const concerned = ['council-complaint', 'ombudsman.lgsco'].map((route) => ({ ...team, route }));
    const told = await t.app.get(Parts).recipients(t.db.read, concerned);
    expect(concerned.map((each) => told.get(toldKey(each))?.includes(personId))).toEqual([false, true]);
  });

  it('who acts for the family can act, but gives nothing up', async () => {
    await invite('representative');
    await answer(true);
    const types = (await t.cases.view(ref, helper())).events.map(({ type }) => type);
    expect(types).toContain('ombudsman-asked');
    expect(types).not.toContain('satisfied');
    await expect(t.cases.advance(ref, { type: 'satisfied', data: {} }, helper())).rejects.toMatchObject({
      status: 403,
    });
  });

  it('sees nothing more from the moment the family withdraws, and after the last day', async () => {
    await invite('representative', '2026-11-16');
    await answer(true);
    t.clock.moveTo(new Date('2026-11-16T23:59:00Z'));
    await t.cases.view(ref, helper());
    t.clock.moveTo(new Date('2026-11-17T00:00:01Z'));
    await expect(t.cases.view(ref, helper())).rejects.toMatchObject({ status: 404 });
    expect(await helpers()).toMatchObject([{ status: 'over' }]);

    await invite('read');
    await answer(true);
    const now = (await helpers()).find(({ status }) => status === 'accepted');
    await t.app.get(CasePeople).withdraw(ref, t.people.Amira, now?.id ?? 'none');
    await expect(t.cases.view(ref, helper())).rejects.toMatchObject({ status: 404 });
    // The family's own part is as it was.
    expect((await t.cases.view(ref, t.people.Amira)).scope).toBe('full');
  });

  it('cannot take up an invitation that was withdrawn, refused, or is for somebody else', async () => {
    await invite('read');
    const [waiting] = await t.app.get(Invitations).waitingFor(helper().personId);
    const id = waiting?.id as string;
    const take = (who: { personId: string }) => t.app.get(Invitations).answer(id, who.personId, true);
    await expect(take(t.people.Dev)).rejects.toMatchObject({ status: 404 });
    await answer(false);
    await expect(take(helper())).rejects.toMatchObject({ status: 404 });
    expect(await helpers()).toMatchObject([{ status: 'refused' }]);
  });

  it('is asked in by the family itself only, once, to a day within a year', async () => {
    const people = t.app.get(CasePeople);
    const wanted = { email: 'other@example.org', scope: 'read', endsOn: '2026-12-31' } as const;
    await expect(people.invite(ref, t.people.Dev, wanted)).rejects.toMatchObject({ status: 403 });
    await expect(people.invite(ref, helper(), wanted)).rejects.toMatchObject({ status: 404 });
    await expect(invite('read', '2026-11-12')).rejects.toMatchObject({ pointers: [{ pointer: '/endsOn' }] });
    await expect(invite('read', '2028-01-01')).rejects.toMatchObject({ pointers: [{ pointer: '/endsOn' }] });
    await expect(invite('read', '2026-12-31', 'dev@example.org')).rejects.toMatchObject({ status: 422 });
    await invite('representative');
    await expect(invite('read')).rejects.toMatchObject({ status: 422 });
    await answer(true);
    await expect(people.invite(ref, helper(), wanted)).rejects.toMatchObject({ status: 403 });
    expect((await people.of(ref, helper())).helpers).toBeUndefined();
    expect((await people.of(ref, t.people.Dev)).family).toEqual([]);
  });

  it('learns from the message that a family asks, and nothing about the case', async () => {
    await invite('read', '2026-12-31', 'newcomer@example.org');
    await t.worker.runUntilIdle();
    const message = (await t.app.get(Sender).mailbox()).find(({ subject }) => subject.startsWith('A family'));
    expect(message?.subject).toBe('A family asks you to help with a SEND case');
    expect(message?.text).not.toMatch(/RC-|Amira|council|late/i);
  });
});

onBothDatabases('One’s own account', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
  });

  it('ends a session of one’s own, and never another’s', async () => {
    const sessions = t.app.get(Sessions);
    const [mine, other, stranger] = [
      await sessions.start(t.people.Amira.personId),
      await sessions.start(t.people.Amira.personId),
      await sessions.start(t.people.Stranger.personId),
    ];
    const open = await sessions.openOf(t.people.Amira.personId);
    expect(open).toHaveLength(2);
    const otherId = (await sessions.find(other))?.sessionId as string;
    await sessions.endOne(t.people.Stranger.personId, otherId);
    expect(await sessions.find(other)).toBeDefined();
    await sessions.endOne(t.people.Amira.personId, otherId);
    expect(await sessions.find(other)).toBeUndefined();
    expect(await sessions.find(mine)).toBeDefined();
    expect(await sessions.find(stranger)).toBeDefined();
  });

  it('gives a copy of everything about oneself and of nobody else', async () => {
    for (const [who, complaint] of [
      [t.people.Amira, 'ZZAMIRA'],
      [t.people.Stranger, 'ZZSTRANGER'],
    ] as const) {
      await t.cases.open(
        {
          route: 'council-complaint',
          facts: { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint },
          parties: t.organisations,
        },
        who,
      );
    }
    const copy = JSON.stringify(await t.app.get(PersonalData).of(t.people.Amira));
    expect(copy).toContain('amira@example.org');
    expect(copy).toContain('ZZAMIRA');
    expect(copy).not.toContain('ZZSTRANGER');
    expect(copy).not.toContain('"sessionId"');
  });
});

import { startApp, type TestApp } from '../../test/app';
import { mostlyOnSqlite } from '../../test/databases';
import { CaseLists, Desk } from '../engine';
import { People } from '../access';
import { Briefs } from './briefs';

mostlyOnSqlite('An escalation to the ICB executive', (openTestDb) => {
  let t: TestApp;
  let mediation: string;
  let promise: string;
  let escalation: string;

  const linked = async (ref: string, route: string) =>
    (await t.cases.view(ref, t.people.Amira)).links.filter((link) => link.route === route).at(-1)
      ?.ref as string;
  const brief = (who: keyof TestApp['people'], ref = escalation) =>
    t.app.get(Briefs).read(ref, t.people[who]);
  const until = (instant: string) => t.worker.advanceTo(t.clock, new Date(instant));

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-10-06T09:00:00Z');
    // The ICB lets the 30 days for mediation pass, then agrees to something and does not do it.
    mediation = (
      await t.cases.open(
        { route: 'mediation.icb', facts: { icbNotified: '2026-10-05' }, parties: t.organisations },
        t.people.Amira,
      )
    ).case.ref;
    await until('2026-11-10T09:00:00Z');
    const grace = (type: string, data: Record<string, unknown>, occurredOn: string) =>
      t.cases.advance(mediation, { type, data, occurredOn }, t.people.Grace);
    await grace(
      'meeting-arranged',
      { meeting: '2026-11-10', venue: 'online', authority: true },
      '2026-11-09',
    );
    await grace(
      'agreement-recorded',
      {
        points: [
          { what: 'Twelve therapy sessions', owedBy: 'icb', kind: 'mediation.agreement.no-appeal-right' },
          { what: 'A secret between others', owedBy: 'icb', kind: 'named.date', by: '2027-03-01' },
        ],
      },
      '2026-11-10',
    );
    promise = await linked(mediation, 'compliance');
    await until('2026-11-27T09:00:00Z');
    // The council was not told of the agreement either: that is an escalation of its own.
    for (const { ref } of (await t.cases.view(promise, t.people.Amira)).links) {
      const { route, facts } = await t.cases.view(ref, t.people.Amira);
      if (route === 'executive.icb' && facts.due === '2026-11-24') escalation = ref;
    }
  });

  it('shows the promise against the fact, in the words of the point that was missed and no other', async () => {
    const { promises, decide, view } = await brief('Patel');
    expect(view.turn).toMatchObject({ responsible: 'ICB executive lead' });
    // Missed on the 25th: two working days to acknowledge, ten to decide.
    expect(view.turn?.due).toBe('2026-11-27');
    expect(decide?.due).toBe('2026-12-09');
    const [missed] = promises.filter(({ words }) => words === 'Twelve therapy sessions');
    // Two weeks from 10 November; three working days are 25, 26 and 27 November.
    expect(missed).toMatchObject({ owedBy: 'NHS Riverside ICB', due: '2026-11-24', workingDaysLate: 3 });
    expect(missed?.doneOn).toBeUndefined();
    expect(JSON.stringify(promises)).not.toContain('A secret between others');
  });

  it('shows the chain of dates that the same organisation missed, oldest first', async () => {
    const { chain } = await brief('Patel');
    expect(chain[0]).toMatchObject({
      ref: mediation,
      due: '2026-11-04',
      doneOn: '2026-11-09',
      workingDaysLate: 3,
    });
    expect(chain.map(({ due }) => due)).toEqual([...chain.map(({ due }) => due)].sort());
    expect(chain.some(({ ref }) => ref === promise)).toBe(true);
    expect(new Set(chain.map(({ owedBy }) => owedBy))).toEqual(new Set(['NHS Riverside ICB']));
  });

  it('says what can be decided and what follows from it', async () => {
    const { decisions } = await brief('Patel');
    const follows = (type: string) => decisions.find((each) => each.type === type)?.follows;
    expect(follows('declined')).toContain('You can complain, or go to the Ombudsman');
    expect(follows('action-promised')).toContain('should see that the promised action is done');
    expect(follows('referred')).toContain('chief executive');
    expect(follows('information-asked')).toContain('the date for the decision does not move');
  });

  it.each(['Amira', 'Ines', 'Dev', 'Dana', 'Grace', 'Stranger'] as const)(
    'is not there for %s, who is not on the side of the executive',
    async (name) => {
      await expect(brief(name)).rejects.toMatchObject({ type: 'not-found' });
    },
  );

  it('is not there for a case that is no escalation', async () => {
    await expect(brief('Ines', promise)).rejects.toMatchObject({ type: 'not-found' });
    await expect(brief('Patel', promise)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('leaves a mark in every case it was drawn from, for the family to see', async () => {
    await brief('Patel');
    for (const ref of [mediation, promise, escalation])
      expect(await t.cases.readsOf(ref, t.people.Amira)).toContainEqual(
        expect.objectContaining({ part: 'ICB executive lead', what: 'brief' }),
      );
  });

  it('is counted on the desk by whose turn it is and how late', async () => {
    const places = (name: keyof TestApp['people']) => t.app.get(People).memberships(t.people[name].personId);
    const counts = async (name: keyof TestApp['people']) => t.app.get(Desk).counts(await places(name));
    const list = async (name: keyof TestApp['people'], query = {}) =>
      (await t.app.get(CaseLists).worklist(query, t.people[name], await places(name))).items;
    for (const name of ['Ines', 'Patel', 'Grace', 'Dev', 'Stranger'] as const) {
      const all = await list(name);
      const found = await counts(name);
      expect([name, found.all]).toEqual([name, all.length]);
      const own = (await places(name)).flatMap(({ parties }) => parties as string[]);
      const mine = all.filter(({ responsible }) => own.includes(responsible));
      expect([name, found.overdue]).toEqual([name, mine.filter(({ overdue }) => overdue).length]);
      expect([name, found.waiting]).toEqual([name, all.length - mine.length]);
      expect(found.soon).toBe(
        mine.filter(
          ({ overdue, workingDaysLeft }) => !overdue && workingDaysLeft !== undefined && workingDaysLeft <= 5,
        ).length,
      );
      for (const show of ['overdue', 'soon', 'waiting'] as const)
        expect(await list(name, { show })).toHaveLength(found[show]);
      for (const [route, count] of Object.entries(found.routes))
        expect(await list(name, { route })).toHaveLength(count);
      const due = all.map(({ dueAt }) => dueAt ?? '9999');
      expect(due).toEqual([...due].sort());
    }
    expect((await counts('Ines')).overdue).toBeGreaterThan(0);
    expect((await counts('Patel')).all).toBeGreaterThan(1);
    expect((await counts('Stranger')).all).toBe(0);
  });
});

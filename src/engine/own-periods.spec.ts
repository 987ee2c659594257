// A school's own complaint policy: its days count for its cases, are said to be policy, and change no date already given.

import { startApp, type TestApp } from '../../test/app';
import { onBothDatabases } from '../../test/databases';
import { currentHolidays } from '../../workflows/calendar';
import { RuleInputError } from '../../workflows/law';
import { Organisations } from '../organisations';
import { Refusal } from '../platform';
import { Recalculation } from './recalculation';
import { Verifier } from './verifier';

onBothDatabases('An organisation’s own period', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
  });

  const set = (organisation: string, rule: never, period: number) =>
    t.db.tx((m) => t.app.get(Organisations).setPeriod(m, organisation, rule, period));
  const complaint = {
    about: 'delay',
    aware: '2026-09-01',
    received: '2026-10-01',
    complaint: 'Nothing happens',
  };
  const answered = async () => {
    const { ref } = (
      await t.cases.open(
        { route: 'council-complaint', facts: complaint, parties: t.organisations },
        t.people.Amira,
      )
    ).case;
    await t.cases.advance(ref, { type: 'acknowledged', data: {}, occurredOn: '2026-10-05' }, t.people.Dev);
    const answer = { finding: 'not-upheld', reasons: 'No fault' };
    const { deadlines } = (
      await t.cases.advance(
        ref,
        { type: 'stage-1-answered', data: answer, occurredOn: '2026-10-05' },
        t.people.Dev,
      )
    ).case;
    return { ref, date: deadlines.find(({ rule }) => rule === 'council.stage-2.request') };
  };

  it('counts for its cases from then on, labelled as a policy, and leaves earlier dates alone', async () => {
    const before = await answered();
    await set(t.organisations.council, 'council.stage-2.request' as never, 10);
    const after = await answered();
    expect(before.date?.due).not.toBe(after.date?.due);
    expect(after.date).toMatchObject({ due: '2026-10-19', kind: 'policy', working: { ownPeriod: 10 } });
    const moved: unknown[] = [];
    await t.app.get(Recalculation).preview(currentHolidays(), (each) => moved.push(each));
    expect(moved).toEqual([]);
    for (const { ref } of [before, after]) expect(await t.app.get(Verifier).verifyCase(ref)).toEqual([]);
  });

  it('cannot be set for what the law sets, or to what is no number of days', async () => {
    await expect(set(t.organisations.council, 'council.acknowledge' as never, 60)).rejects.toBeInstanceOf(
      RuleInputError,
    );
    for (const rule of ['named.date', 'appeal.respond', 'school.stage-1']) {
      await expect(set(t.organisations.council, rule as never, 60)).rejects.toBeInstanceOf(Refusal);
    }
    await expect(
      set(t.organisations.council, 'council.stage-2.request' as never, 1.5),
    ).rejects.toBeInstanceOf(RuleInputError);
  });
});

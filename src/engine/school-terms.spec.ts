// A school's own term dates: its cases count school days by them from then on, and no date already given moves.

import { startApp, type TestApp } from '../../test/app';
import { onBothDatabases } from '../../test/databases';
import { currentHolidays, Holidays } from '../../workflows/calendar';
import { Organisations } from '../organisations';
import { Refusal } from '../platform';
import { Recalculation } from './recalculation';
import { Verifier } from './verifier';

onBothDatabases('A school’s own terms', (openTestDb) => {
  let t: TestApp;
  let school: string;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
    school = (await t.db.tx((m) => t.app.get(Organisations).create(m, 'school', 'Millbrook Primary School')))
      .id;
  });

  const autumn = { from: '2026-09-02', to: '2026-10-23' };
  const winter = { from: '2026-11-02', to: '2026-12-18' };
  const set = (id: string, terms: { from: string; to: string }[]) =>
    t.db.tx((m) => t.app.get(Organisations).setTerms(m, id, terms));
  const complaint = {
    about: 'support',
    against: 'staff',
    happened: '2026-09-21',
    complained: '2026-10-05',
    complaint: 'There is no help in class',
  };
  const answerDue = async () => {
    const { ref, deadlines } = (
      await t.cases.open(
        {
          route: 'school-complaint.maintained',
          facts: complaint,
          parties: { ...t.organisations, school },
        },
        t.people.Amira,
      )
    ).case;
    return { ref, date: deadlines.find(({ rule }) => rule === 'school.stage-1') };
  };

  it('count for its cases from then on, are said, and leave earlier dates alone', async () => {
    const before = await answerDue();
    expect(before.date).toMatchObject({ due: '2026-11-02', kind: 'policy' });
    expect(before.date?.working.warnings).toEqual([expect.stringContaining('term dates are not known')]);

    await set(school, [autumn, winter]);
    const after = await answerDue();
    expect(after.date).toMatchObject({ due: '2026-11-09', working: { schoolTerms: [autumn, winter] } });
    expect(after.date?.working.trace).toContain("School days are counted by the school's own term dates.");
    expect(after.date?.working.warnings ?? []).toEqual([]);

    const moved: { caseRef: string; from: string; to: string }[] = [];
    const preview = (holidays: Holidays) =>
      t.app.get(Recalculation).preview(holidays, (each) => moved.push(each));
    await preview(currentHolidays());
    expect(moved).toEqual([]);
    for (const { ref } of [before, after]) expect(await t.app.get(Verifier).verifyCase(ref)).toEqual([]);
  });

  it('are replaced whole, and only a school has any', async () => {
    await set(school, [autumn, winter]);
    await set(school, [winter]);
    expect(await t.app.get(Organisations).settingsOf(t.db.read, [school])).toEqual({
      periods: {},
      schoolTerms: [winter],
    });
    await expect(set(t.organisations.council, [autumn])).rejects.toBeInstanceOf(Refusal);
  });
});

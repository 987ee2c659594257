// Between the earliest and the last day on which a time can end, nobody is called late.

import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';
import { CaseLists, Desk, Verifier, type Finding, type WorklistShow } from '../src/engine';
import { Organisations } from '../src/organisations';
import { Worker } from '../src/worker';
import { casePage } from '../src/pages/case-page';

onBothDatabases('Between the earliest and the last day of a date', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
  });

  /** A permanent exclusion, whose 15 school days end on 22 October at the earliest and on 26 November at the latest. */
  const opened = async (parties: Record<string, string> = {}) => {
    t.clock.reset(new Date('2026-10-05T09:00:00Z'));
    const facts = { kind: 'permanent', school: 'maintained', excluded: '2026-10-01', notified: '2026-10-01' };
    return (await t.cases.open({ route: 'exclusion-review', facts, parties }, t.people.Amira)).case;
  };
  const at = (day: string) => t.app.get(Worker).advanceTo(t.clock, new Date(`${day}T09:00:00Z`));

  it('a case page calls nobody late', async () => {
    const { ref } = await opened();
    const on = async (day: string) => {
      await at(day);
      const { late, daysLeft, dates } = casePage(await t.cases.view(ref, t.people.Amira));
      const [first] = (await t.app.get(CaseLists).mine(t.people.Amira.personId)).filter(
        (item) => item.ref === ref,
      );
      return [late, daysLeft, dates[0]?.state, first?.inDoubt];
    };
    expect(await on('2026-10-22')).toEqual([false, 'Today is the last day', 'Today is the last day', false]);
    const doubt = 'The earliest date has passed';
    expect(await on('2026-10-23')).toEqual([false, doubt, doubt, true]);
    expect(await on('2026-11-26')).toEqual([false, doubt, doubt, true]);
    const over = 'Overdue by 26 working days';
    expect(await on('2026-11-27')).toEqual([true, over, over, false]);
  });

  it('a worklist has it in the order of the earliest, and calls nobody late', async () => {
    const school = await t.db.tx((m) => t.app.get(Organisations).create(m, 'school', 'Hill School'));
    await opened({ school: school.id });
    const place = { organisationId: school.id, parties: ['school governing board' as const] };
    const on = async (day: string) => {
      await at(day);
      const { items } = await t.app.get(CaseLists).worklist({}, t.people.Dev, [place]);
      const { overdue, soon } = await t.app.get(Desk).counts([place]);
      const shown = async (show: WorklistShow) =>
        (await t.app.get(CaseLists).worklist({ show }, t.people.Dev, [place])).items.length;
      expect([await shown('overdue'), await shown('soon')]).toEqual([overdue, soon]);
      return [items.map(({ due, inDoubt, overdue }) => [due, inDoubt, overdue]), overdue, soon];
    };
    expect(await on('2026-10-22')).toEqual([[['2026-10-22', undefined, false]], 0, 1]);
    expect(await on('2026-10-23')).toEqual([[['2026-10-22', true, false]], 0, 1]);
    expect(await on('2026-11-26')).toEqual([[['2026-10-22', true, false]], 0, 1]);
    expect(await on('2026-11-27')).toEqual([[['2026-10-22', undefined, true]], 1, 0]);
    const findings: Finding[] = [];
    await t.app.get(Verifier).verifyAll((finding) => findings.push(finding));
    expect(findings).toEqual([]);
  });

  it('is no more where a process of the release before moves the date and knows nothing of the last day', async () => {
    const school = await t.db.tx((m) => t.app.get(Organisations).create(m, 'school', 'Dale School'));
    const { ref } = await opened({ school: school.id });
    const both = () =>
      t.db.read.query(`
        SELECT c.last_due_at AS ofcase, o.last_due_at AS ofplace
        FROM cases c JOIN case_organisations o ON o.case_id = c.id WHERE c.ref = '${ref}'`);
    const last = '2026-11-26T23:59:59.999Z';
    expect(await both()).toEqual([{ ofcase: last, ofplace: last }]);
    await t.db.tx(async (m) => {
      const moved = `next_due_at = '2026-12-01T23:59:59.999Z'`;
      await m.query(`UPDATE cases SET ${moved} WHERE ref = '${ref}'`);
      await m.query(
        `UPDATE case_organisations SET ${moved} WHERE case_id = (SELECT id FROM cases WHERE ref = '${ref}')`,
      );
    });
    expect(await both()).toEqual([{ ofcase: null, ofplace: null }]);
  });
});

// Between the earliest and the last day on which a time can end, nobody is called late.

import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';
import { Worker } from '../src/worker';
import { casePage } from '../src/pages/case-page';

onBothDatabases('What a case page says of a date', (openTestDb) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
  });

  it('calls nobody late while the last day on which it can end has not passed', async () => {
    t.clock.reset(new Date('2026-10-05T09:00:00Z'));
    const facts = { kind: 'permanent', school: 'maintained', excluded: '2026-10-01', notified: '2026-10-01' };
    const { ref } = (await t.cases.open({ route: 'exclusion-review', facts }, t.people.Amira)).case;
    const on = async (day: string) => {
      await t.app.get(Worker).advanceTo(t.clock, new Date(`${day}T09:00:00Z`));
      const { late, daysLeft, dates } = casePage(await t.cases.view(ref, t.people.Amira));
      const [first] = (await t.cases.mine(t.people.Amira.personId)).filter((item) => item.ref === ref);
      return [late, daysLeft, dates[0]?.state, first?.inDoubt];
    };
    expect(await on('2026-10-22')).toEqual([false, 'Today is the last day', 'Today is the last day', false]);
    const doubt = 'The earliest date has passed';
    expect(await on('2026-10-23')).toEqual([false, doubt, doubt, true]);
    expect(await on('2026-11-26')).toEqual([false, doubt, doubt, true]);
    const over = 'Overdue by 26 working days';
    expect(await on('2026-11-27')).toEqual([true, over, over, false]);
  });
});

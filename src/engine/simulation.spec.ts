import { startApp, type TestApp } from '../../test/app';
import { onBothDatabases } from '../../test/databases';
import { routeFor } from '../../workflows';
import type { Route } from '../../workflows/kit';
import { tribunalAppeal2029 } from '../../workflows/routes/proposed/tribunal-appeal-2029';
import { Simulation, type Simulated } from './simulation';

onBothDatabases('A simulated version', (openTestDb) => {
  let t: TestApp;
  const refs: string[] = [];
  beforeAll(async () => {
    t = await startApp(await openTestDb());
    for (const noticeSent of ['2026-08-20', '2026-10-05']) {
      const { case: view } = await t.cases.open(
        {
          route: 'tribunal.sen-appeal',
          facts: { decision: 'refuse-to-assess', noticeSent },
          parties: t.organisations,
        },
        t.people.Amira,
      );
      refs.push(view.ref);
    }
  });

  const present = routeFor('tribunal.sen-appeal') as Route;
  const run = async (route: Route, from = '1970-01-01') => {
    const changed: Simulated[] = [];
    const totals = await t.app.get(Simulation).run(route, from, (each) => changed.push(each));
    return { totals, changed };
  };

  it('changes nothing where it is the version in force', async () => {
    expect(await run(present)).toEqual({ totals: { cases: 2, changed: 0 }, changed: [] });
  });

  it('names each case that would lose its date, and writes nothing', async () => {
    const before = await t.cases.view(refs[1] as string, t.people.Amira);
    const dateless: Route = {
      ...present,
      proposed: true,
      stages: {
        ...present.stages,
        [before.stage.id]: { ...present.stages[before.stage.id], deadlines: [] },
      } as Route['stages'],
      throughout: { ...present.throughout, deadlines: [] },
    };
    const { totals, changed } = await run(dateless, '2026-09-01');
    expect(totals).toEqual({ cases: 1, changed: 1 });
    expect(changed).toMatchObject([{ ref: refs[1], dates: [{ key: 'appeal.lodge', before: '2026-12-07' }] }]);
    expect(await t.cases.view(refs[1] as string, t.people.Amira)).toEqual(before);
  });

  it('of the proposed appeal names the case that would need mediation first', async () => {
    const { case: view } = await t.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', sections: ['I'], noticeSent: '2026-10-05' },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    const { totals, changed } = await run(tribunalAppeal2029);
    expect(totals).toEqual({ cases: 3, changed: 1 });
    expect(changed).toMatchObject([{ ref: view.ref, stage: 'ready', otherStage: 'certificate' }]);
  });
});

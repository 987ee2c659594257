// Who may do what: every party, in every stage of every route, with every event. What is not allowed changes nothing.

import { routes } from '../../workflows';
import { isWorking, possibleEvents, type PartyId, type Route } from '../../workflows/kit';
import { partiesOf } from '../../src/engine/view';
import { Case } from '../../src/engine/entities';
import { Refusal } from '../../src/platform';
import { startApp, type TestApp } from '../app';
import { freshSqlite } from '../databases';
import { entities } from '../../src/entities';
import { openDb } from '../../src/persistence';
import { Driver, FAMILY } from './driver';
import { explore } from './explore';
import type { Way } from './ways';

describe('The role matrix', () => {
  let t: TestApp;
  let driver: Driver;
  const files = freshSqlite();
  beforeAll(async () => {
    t = await startApp(await openDb(files.settings, entities));
    driver = await Driver.in(t);
  });
  afterAll(async () => {
    await t.close();
    await files.drop();
  });

  it.each(routes.map((route) => [route.id, route] as const))(
    '%s',
    async (_, route) => {
      for (const way of oneWayToEachStage(route)) {
        const found = await driver.drive(route.id, way);
        const now = new Set(possibleEvents(route, { stage: found.stage, context: found.context }));
        let askedInVain = false;
        for (const [party, person] of driver.staff) {
          if (!partiesOf(route).has(party)) {
            expect(await refusal(t.cases.view(found.ref, person))).toBe('not-found');
            continue;
          }
          const shown = (await t.cases.view(found.ref, person)).events.map(({ type }) => type);
          expect(shown.sort()).toEqual([...now].filter((type) => isBy(route, type, party)).sort());
          for (const type of Object.keys(route.events)) {
            if (now.has(type) && isBy(route, type, party)) continue;
            // What is not possible now is so for everybody: it is asked once.
            if (!now.has(type) && askedInVain) continue;
            const why = await refusal(t.cases.advance(found.ref, { type, data: {} }, person));
            expect(`${party} ${type} ${why}`).toBe(
              `${party} ${type} ${now.has(type) ? 'not-allowed' : 'not-possible-now'}`,
            );
          }
          askedInVain = true;
        }
        for (const type of now) {
          expect(await refusal(t.cases.advance(found.ref, { type, data: {} }, t.people.Stranger))).toBe(
            'not-found',
          );
        }
        const after = await t.db.read.findOneByOrFail(Case, { id: found.id });
        expect(after.version).toBe(found.version);
      }
    },
    120_000,
  );

  it('gives the family of one case no part in another', async () => {
    const [route] = routes as [Route];
    const [way] = oneWayToEachStage(route) as [Way];
    const { ref } = await driver.drive(route.id, way);
    expect(await refusal(t.cases.view(ref, t.people.Amira))).toBe('not-found');
    expect(partiesOf(route).has(FAMILY)).toBe(true);
  });
});

const isBy = (route: Route, type: string, party: PartyId): boolean =>
  route.events[type]?.by.includes(party) === true;

function oneWayToEachStage(route: Route): Way[] {
  const shortest = new Map<string, Way>();
  for (const way of explore(route).ways.values()) {
    const known = shortest.get(way.state.stage);
    if (!known || way.steps.length < known.steps.length) shortest.set(way.state.stage, way);
  }
  return [...shortest.values()].filter(({ state }) => isWorking(route.stages[state.stage] as object));
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it was allowed',
    (error: unknown) => (error instanceof Refusal ? error.type : String(error)),
  );

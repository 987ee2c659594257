// Every transition of every route through the real engine: database, vault, journal, deadlines and replay.

import { routes } from '../../workflows';
import { partyDefinition, partyIds, type Body, type PartyId } from '../../workflows/kit';
import { People } from '../../src/access';
import { Verifier } from '../../src/engine';
import { Case, Deadline } from '../../src/engine/entities';
import { Organisations } from '../../src/organisations';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { coveringWays, explore, OPENED, type Way } from './explore';

const coverings = routes.map((route) => ({ route, ways: coveringWays(explore(route)) }));

onBothDatabases('The engine and the machines agree', (openTestDb) => {
  let t: TestApp;
  /** Takes part for every body in turn: who may send what is proved elsewhere. */
  let everybody: { kind: 'person'; personId: string };
  const parties: Partial<Record<Body, string>> = {};

  beforeAll(async () => {
    t = await startApp(await openTestDb());
    const [people, organisations] = [t.app.get(People), t.app.get(Organisations)];
    await t.db.tx(async (m) => {
      const { id } = await people.create(m, { name: 'Everybody', email: 'everybody@example.org' });
      everybody = { kind: 'person', personId: id };
      const inside = partyIds.filter((party) => !partyDefinition(party).outside && party !== FAMILY);
      for (const body of new Set(inside.map((party) => partyDefinition(party).body))) {
        const organisation = await organisations.create(m, body, `The ${body}`);
        parties[body] = organisation.id;
        await people.join(
          m,
          id,
          organisation.id,
          inside.filter((party) => partyDefinition(party).body === body),
        );
      }
    });
  });
  const FAMILY: PartyId = 'parent or young person';

  it.each(coverings.map(({ route, ways }) => [route.id, ways.length, ways] as const))(
    '%s: %i ways',
    async (id, _, ways) => {
      for (const way of ways) await drive(id, way);
    },
    120_000,
  );

  async function drive(route: string, way: Way): Promise<void> {
    t.clock.reset(new Date(`${OPENED}T09:00:00Z`));
    const { ref } = (await t.cases.open({ route, facts: way.facts, parties }, everybody)).case;
    const { id: caseId } = await t.db.read.findOneByOrFail(Case, { ref });
    for (const [n, { kind, type, on, data, key, round }] of way.steps.entries()) {
      if (kind === 'miss') {
        const deadline = await t.db.read.findOneByOrFail(Deadline, {
          caseId,
          key: key ?? '',
          round: round ?? 0,
        });
        const passed = new Date(Date.parse(deadline.lateAfter) + 1);
        if (passed > t.clock.now()) t.clock.moveTo(passed);
        expect(await t.cases.miss(deadline.id)).toBe(true);
      } else {
        await t.cases.advance(ref, { type, data, occurredOn: on }, everybody);
      }
      const { stage } = await t.db.read.findOneByOrFail(Case, { id: caseId });
      expect(`${type} leads to ${stage}`).toBe(`${type} leads to ${way.edges[n]?.split('|')[2]}`);
    }
    const stored = await t.db.read.findBy(Deadline, { caseId });
    expect(stored.map(words).sort()).toEqual(way.rows.map(words).sort());
    expect(await t.app.get(Verifier).verifyCase(ref)).toEqual([]);
  }
});

const words = ({ key, round, due, status }: { key: string; round: number; due: string; status: string }) =>
  `${key} ${round} ${due} ${status}`;

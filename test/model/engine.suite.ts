// Every transition of every route through the real engine: database, vault, journal, deadlines and replay.

import { routes } from '../../workflows';
import { Verifier } from '../../src/engine';
import { Deadline } from '../../src/engine/entities';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';
import { Driver } from './driver';
import { coveringWays, explore } from './explore';

/** SQLite takes all; PostgreSQL, whose every step is a journey over a socket, those written by hand and one in so many. */
const ONE_IN = { sqlite: 1, postgres: 5 };

onBothDatabases('The engine and the machines agree', (openTestDb, kind) => {
  let t: TestApp;
  let driver: Driver;
  beforeAll(async () => {
    t = await startApp(await openTestDb());
    driver = await Driver.in(t);
  });

  it.each(routes.map((route) => [route.id, route] as const))(
    '%s',
    async (id, route) => {
      const explored = explore(route);
      const ways = coveringWays(explored).filter(
        (way, n) => explored.written.includes(way) || n % ONE_IN[kind] === 0,
      );
      for (const way of ways) {
        const found = await driver.drive(id, way, (stage, n) => {
          const said = way.edges[n] ?? '';
          expect([...said.split('|').slice(0, 2), stage].join('|')).toBe(said);
        });
        const stored = await t.db.read.findBy(Deadline, { caseId: found.id });
        expect(stored.map(words).sort()).toEqual(way.rows.map(words).sort());
        expect(await t.app.get(Verifier).verifyCase(found.ref)).toEqual([]);
      }
    },
    120_000,
  );
});

const words = ({ key, round, due, status }: { key: string; round: number; due: string; status: string }) =>
  `${key} ${round} ${due} ${status}`;

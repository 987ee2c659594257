// The real application on a real database, with a clock that the test moves and a family, a council and an ICB in it.

import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartyId } from '../workflows/kit';
import { People, Tokens, scopes } from '../src/access';
import { Cases, type Who } from '../src/engine';
import { Organisations } from '../src/organisations';
import type { Db } from '../src/persistence';
import { RandomIds, readConfig, SettableClock } from '../src/platform';
import { createApp } from '../src/serve';
import { Worker } from '../src/worker';
import { endsWith } from './databases';

export interface TestApp {
  app: NestExpressApplication;
  clock: SettableClock;
  db: Db;
  cases: Cases;
  worker: Worker;
  organisations: { council: string; icb: string; mediation: string };
  /** Personas by first name. */
  people: Record<PersonaName, Who & { kind: 'person' }>;
  token: (who: Who & { kind: 'person' }) => Promise<string>;
  close: () => Promise<void>;
}

const staff = {
  Grace: { body: 'mediation', parties: ['mediation adviser', 'mediator', 'mediation provider'] },
  Dev: { body: 'council', parties: ['council SEND casework', 'council complaints team'] },
  Dana: { body: 'council', parties: ["director of children's services"] },
  Patel: { body: 'icb', parties: ['ICB executive lead'] },
  Ines: { body: 'icb', parties: ['ICB (responsible commissioner)', 'ICB complaints team'] },
} as const satisfies Record<string, { body: string; parties: PartyId[] }>;

type PersonaName = 'Amira' | 'Stranger' | keyof typeof staff;

/** `db` must be open and empty. Closed through `close`, at the latest with the suite that opened `db`. */
export async function startApp(
  db: Db,
  now = '2026-10-06T09:00:00Z',
  env: NodeJS.ProcessEnv = {},
): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'recourse-app-'));
  const clock = new SettableClock(new Date(now));
  const config = readConfig({ RECOURSE_DATA: dataDir, PORT: '0', ...env });
  const app = await createApp({ config, db, clock, ids: new RandomIds() });
  await app.init();
  const registry = app.get(Organisations);
  const people = app.get(People);
  const made = await db.tx(async (m) => {
    const council = (
      await registry.create(m, 'council', 'Riverside Council', {
        name: 'Riverside SENDIASS',
        phone: '01632 960001',
      })
    ).id;
    const icb = (await registry.create(m, 'icb', 'NHS Riverside ICB')).id;
    const mediation = (await registry.create(m, 'mediation', 'Calm Mediation')).id;
    const organisations = { council, icb, mediation };
    const known: Record<string, Who & { kind: 'person' }> = {};
    for (const name of ['Amira', 'Stranger', ...Object.keys(staff)]) {
      const { id } = await people.create(m, { name, email: `${name.toLowerCase()}@example.org` });
      known[name] = { kind: 'person', personId: id };
      const role = (
        staff as Record<string, { body: keyof typeof organisations; parties: readonly PartyId[] }>
      )[name];
      if (role) await people.join(m, id, organisations[role.body], [...role.parties]);
    }
    return { organisations, people: known as TestApp['people'] };
  });
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= app.close().finally(() => rmSync(dataDir, { recursive: true, force: true })));
  endsWith(db, close);
  return {
    app,
    clock,
    db,
    cases: app.get(Cases),
    worker: app.get(Worker),
    ...made,
    token: (who) => app.get(Tokens).issue(who.personId, scopes, null),
    close,
  };
}

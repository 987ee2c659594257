// A process that opens and moves cases as fast as it can and prints each acknowledgement: made to be killed.

import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { People } from '../../src/access';
import { Cases } from '../../src/engine';
import { entities } from '../../src/entities';
import { openDb, type DbSettings } from '../../src/persistence';
import { RandomIds, readConfig, SystemClock } from '../../src/platform';
import { createApp } from '../../src/serve';

async function main(settings: DbSettings): Promise<void> {
  const { dataDir } = settings;
  const config = readConfig({ RECOURSE_DATA: dataDir, PORT: '0' });
  const db = await openDb(settings, entities);
  const app = await createApp({ config, db, clock: new SystemClock(), ids: new RandomIds() });
  await app.init();
  const known = join(dataDir, 'person');
  if (!existsSync(known)) {
    const { id } = await db.tx((m) => app.get(People).create(m, { name: 'A', email: 'a@example.org' }));
    writeFileSync(known, id);
  }
  const who = { kind: 'person', personId: readFileSync(known, 'utf8') } as const;
  const cases = app.get(Cases);
  console.log('ready');
  for (;;) {
    const facts = { decision: 'refuse-to-assess', noticeSent: '2026-01-05' };
    const { ref } = (await cases.open({ route: 'tribunal.sen-appeal', facts }, who)).case;
    console.log(`${ref} 1`);
    const { version } = (await cases.advance(ref, { type: 'certificate-received', data: {} }, who)).case;
    console.log(`${ref} ${version}`);
  }
}

void main(JSON.parse(process.argv[2] as string) as DbSettings);

// A process that opens and moves cases as fast as it can and prints each try and each acknowledgement: made to be killed.

import 'reflect-metadata';
import type { DbSettings } from '../../src/persistence';
import { Cases } from '../../src/engine';
import { appOn, FACTS, NEXT } from './rig';

async function main(settings: DbSettings, personId: string, round: string): Promise<void> {
  const { app } = await appOn(settings);
  const who = { kind: 'person', personId } as const;
  const cases = app.get(Cases);
  for (let n = 0; ; n += 1) {
    const [open, move] = [`open-${round}-${n}`, `move-${round}-${n}`];
    console.log(`try ${open}`);
    const { ref } = (
      await cases.open({ route: 'tribunal.sen-appeal', facts: FACTS, idempotencyKey: open }, who)
    ).case;
    console.log(`done ${open} ${ref} 1`);
    console.log(`try ${move} ${ref}`);
    const { version } = (await cases.advance(ref, { type: NEXT, data: {}, idempotencyKey: move }, who)).case;
    console.log(`done ${move} ${ref} ${version}`);
  }
}

const [settings, personId, round] = process.argv.slice(2) as [string, string, string];
void main(JSON.parse(settings) as DbSettings, personId, round);

// Many cases in little time: one is opened by the engine, the others are its copies.

import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { People, scopes, Tokens } from '../src/access';
import { Cases } from '../src/engine';
import { Case, Deadline, JournalEntry } from '../src/engine/entities';
import { Organisations } from '../src/organisations';
import type { Db } from '../src/persistence';
import { Clock, Ids } from '../src/platform';
import type { Body } from '../workflows/kit';
import { copyOf, insertDisputes, rowsOfDispute } from './copies';

const LOT = 200;

export interface Copy {
  id: string;
  ref: string;
}

/** A complaint to a council, and those who act in it. */
export class Template {
  private constructor(
    private readonly db: Db,
    private readonly ids: Ids,
    readonly ref: string,
    /** What the officer sends with each request. */
    readonly officer: { personId: string; token: string },
    readonly family: { personId: string },
    readonly places: Partial<Record<Body, string>>,
  ) {}

  static async open(app: INestApplication, db: Db): Promise<Template> {
    const people = app.get(People);
    const today = app.get(Clock).today();
    const { parent, officer, places } = await db.tx(async (m) => {
      const council = await app.get(Organisations).create(m, 'council', 'Riverside Council');
      const icb = await app.get(Organisations).create(m, 'icb', 'NHS Riverside ICB');
      const made = await people.create(m, { name: 'A Parent', email: `${randomUUID()}@example.org` });
      const staff = await people.create(m, { name: 'An Officer', email: `${randomUUID()}@example.org` });
      await people.join(m, staff.id, council.id, ['council complaints team', 'council SEND casework']);
      return { parent: made.id, officer: staff.id, places: { council: council.id, icb: icb.id } };
    });
    const { case: view } = await app.get(Cases).open(
      {
        route: 'council-complaint',
        facts: {
          about: 'delay',
          aware: today,
          received: today,
          complaint: 'Nothing has happened for weeks.',
        },
        parties: places,
      },
      { kind: 'person', personId: parent },
    );
    const token = await app.get(Tokens).issue(officer, scopes, null);
    const by = { personId: officer, token };
    return new Template(db, app.get(Ids), view.ref, by, { personId: parent }, places);
  }

  async copies(count: number): Promise<Copy[]> {
    const { disputeId } = await this.db.read.findOneByOrFail(Case, { ref: this.ref });
    const rows = JSON.stringify(await rowsOfDispute(this.db, disputeId));
    const made: Copy[] = [];
    while (made.length < count) {
      const lot = Array.from({ length: Math.min(LOT, count - made.length) }, () => copyOf(rows, this.ids));
      await insertDisputes(this.db, lot);
      made.push(...lot.flatMap(({ cases }) => cases.map(({ id, ref }) => ({ id, ref }))));
    }
    return made;
  }

  async rows(): Promise<{ found: Case; journal: JournalEntry[]; deadlines: Deadline[] }> {
    const { read } = this.db;
    const found = await read.findOneByOrFail(Case, { ref: this.ref });
    const caseId = found.id;
    return {
      found,
      journal: await read.find(JournalEntry, { where: { caseId }, order: { seq: 'ASC' } }),
      deadlines: await read.findBy(Deadline, { caseId }),
    };
  }
}

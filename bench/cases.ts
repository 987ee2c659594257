// Many cases in little time: one is opened by the engine, the others are its copies, each with a chain of its own that verifies.

import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { People, scopes, Tokens } from '../src/access';
import { Dispute, Participation } from '../src/access/entities';
import { Cases } from '../src/engine';
import { Case, CaseOrganisation, Deadline, JournalEntry } from '../src/engine/entities';
import { hashOfEntry, hashOfState, NO_HASH } from '../src/engine/journal';
import { Organisations } from '../src/organisations';
import { insertAll, type Db } from '../src/persistence';
import { Clock, Ids } from '../src/platform';
import { Reminder } from '../src/reminders/entities';
import type { Body } from '../workflows/kit';

const LOT = 200;

export interface Copy {
  id: string;
  ref: string;
}

interface Rows {
  dispute: Dispute;
  participations: Participation[];
  found: Case;
  organisations: CaseOrganisation[];
  journal: JournalEntry[];
  deadlines: Deadline[];
  reminders: Reminder[];
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
    const rows = await this.rows();
    const made: Copy[] = [];
    while (made.length < count) {
      const lot = Array.from({ length: Math.min(LOT, count - made.length) }, () => this.copy(rows));
      await this.db.tx(async (m) => {
        await insertAll(
          m,
          Dispute,
          lot.map((each) => each.dispute),
        );
        await insertAll(
          m,
          Participation,
          lot.flatMap((each) => each.participations),
        );
        await insertAll(
          m,
          Case,
          lot.map((each) => each.found),
        );
        await insertAll(
          m,
          CaseOrganisation,
          lot.flatMap((each) => each.organisations),
        );
        await insertAll(
          m,
          JournalEntry,
          lot.flatMap((each) => each.journal),
        );
        await insertAll(
          m,
          Deadline,
          lot.flatMap((each) => each.deadlines),
        );
        await insertAll(
          m,
          Reminder,
          lot.flatMap((each) => each.reminders),
        );
      });
      made.push(...lot.map(({ found: { id, ref } }) => ({ id, ref })));
    }
    return made;
  }

  async rows(): Promise<Rows> {
    const { read } = this.db;
    const found = await read.findOneByOrFail(Case, { ref: this.ref });
    const caseId = found.id;
    return {
      found,
      dispute: await read.findOneByOrFail(Dispute, { id: found.disputeId }),
      participations: await read.findBy(Participation, { disputeId: found.disputeId }),
      organisations: await read.findBy(CaseOrganisation, { caseId }),
      journal: await read.find(JournalEntry, { where: { caseId }, order: { seq: 'ASC' } }),
      deadlines: await read.findBy(Deadline, { caseId }),
      reminders: await read.findBy(Reminder, { caseId }),
    };
  }

  private copy(rows: Rows): Rows {
    const caseId = this.ids.id();
    const disputeId = this.ids.id();
    const ref = this.ids.caseRef();
    const deadlineIds = new Map(rows.deadlines.map(({ id }) => [id, this.ids.id()]));
    let prevHash = NO_HASH;
    const journal = rows.journal.map((entry) => {
      const copy = { ...entry, caseId, prevHash, hash: '' };
      copy.hash = prevHash = hashOfEntry(copy);
      return copy;
    });
    const found = { ...rows.found, id: caseId, ref, disputeId, headHash: prevHash };
    found.stateHash = hashOfState(found);
    return {
      found,
      dispute: { ...rows.dispute, id: disputeId },
      participations: rows.participations.map((each) => ({ ...each, id: this.ids.id(), disputeId })),
      organisations: rows.organisations.map((each) => ({ ...each, caseId })),
      journal,
      deadlines: rows.deadlines.map((each) => ({ ...each, id: deadlineIds.get(each.id) as string, caseId })),
      reminders: rows.reminders.map((each) => ({
        ...each,
        id: this.ids.id(),
        key: this.ids.id(),
        caseId,
        caseRef: ref,
        disputeId,
        deadlineId: each.deadlineId === null ? null : (deadlineIds.get(each.deadlineId) as string),
      })),
    };
  }
}

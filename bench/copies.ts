// Disputes by the thousand in little time: each is a copy of one that went through the engine, with ids, references and
// chains of its own that verify. Whatever database it is read from, it can be written to either.

import { randomUUID } from 'node:crypto';
import { In, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Dispute, Participation } from '../src/access/entities';
import {
  Case,
  CaseOrganisation,
  Deadline,
  IdempotentAnswer,
  JournalEntry,
  Link,
} from '../src/engine/entities';
import { hashOfEntry, hashOfRequest, hashOfState, NO_HASH } from '../src/engine/journal';
import { insertAll, type Db } from '../src/persistence';
import type { Ids } from '../src/platform';
import { Reminder } from '../src/reminders/entities';

/** A dispute with its cases. */
export interface Rows {
  disputes: Dispute[];
  participations: Participation[];
  cases: Case[];
  organisations: CaseOrganisation[];
  journal: JournalEntry[];
  deadlines: Deadline[];
  reminders: Reminder[];
  links: Link[];
  answers: IdempotentAnswer[];
}

const ENTITIES: { [K in keyof Rows]: EntityTarget<Rows[K][number]> } = {
  disputes: Dispute,
  participations: Participation,
  cases: Case,
  organisations: CaseOrganisation,
  journal: JournalEntry,
  deadlines: Deadline,
  reminders: Reminder,
  links: Link,
  answers: IdempotentAnswer,
};
const TABLES = Object.keys(ENTITIES) as (keyof Rows)[];

export async function rowsOfDispute({ read }: Db, id: string): Promise<Rows> {
  const cases = await read.findBy(Case, { disputeId: id });
  const caseId = In(cases.map((each) => each.id));
  return {
    disputes: await read.findBy(Dispute, { id }),
    participations: await read.findBy(Participation, { disputeId: id }),
    cases,
    organisations: await read.findBy(CaseOrganisation, { caseId }),
    journal: await read.find(JournalEntry, { where: { caseId }, order: { caseId: 'ASC', seq: 'ASC' } }),
    deadlines: await read.findBy(Deadline, { caseId }),
    reminders: await read.findBy(Reminder, { caseId }),
    links: await read.findBy(Link, { fromCase: caseId }),
    answers: await read.findBy(IdempotentAnswer, { caseId }),
  };
}

/** Of rows as JSON. Every id, reference and key of a request is another one, wherever it stands. */
export function copyOf(json: string, ids: Ids): Rows {
  const rows = JSON.parse(json) as Rows;
  const others = new Map<string, string>();
  for (const { id, ref } of rows.cases) others.set(id, ids.id()).set(ref, ids.caseRef());
  for (const { id } of [...rows.disputes, ...rows.participations, ...rows.deadlines, ...rows.reminders])
    others.set(id, ids.id());
  for (const { key } of rows.answers) {
    const other = randomUUID();
    others.set(key, other).set(hashOfRequest(key), hashOfRequest(other));
  }
  const text = json.replace(
    /[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|RC-[0-9A-Z-]{11,}/g,
    (known) => others.get(known) ?? known,
  );
  const copy = JSON.parse(text) as Rows;
  const heads = new Map<string, string>();
  for (const entry of copy.journal) {
    entry.prevHash = heads.get(entry.caseId) ?? NO_HASH;
    entry.hash = hashOfEntry(entry);
    heads.set(entry.caseId, entry.hash);
  }
  for (const found of copy.cases) {
    found.headHash = heads.get(found.id) ?? NO_HASH;
    found.stateHash = hashOfState(found);
  }
  return copy;
}

export async function insertDisputes(db: Db, lot: Rows[]): Promise<void> {
  await db.tx(async (m) => {
    for (const table of TABLES) {
      const rows = lot.flatMap((each) => each[table] as ObjectLiteral[]);
      await insertAll(m, ENTITIES[table] as EntityTarget<ObjectLiteral>, rows);
    }
  });
}

// What is read of cases to verify them: many cases at once, and of their rows what is looked at, because most of the work is
// reading them.

import type { EntityManager } from 'typeorm';
import type { Holidays } from '../../workflows/calendar';
import { fieldIn, isOneOf, readTogether, rowsAsJson, rowsAsText, type Reading } from '../persistence';
import { Case, CaseOrganisation, Deadline, IdempotentAnswer, JournalEntry, Link } from './entities';
import { remindersAsJson, remindersAsText } from './verified-reminders';

const ofCase = [
  'id',
  'ref',
  'route',
  'routeVersion',
  'stage',
  'version',
  'headHash',
  'stateHash',
  'responsible',
  'nextDueAt',
  'lastDueAt',
  'over',
] as const satisfies (keyof Case)[];

/** All: its hash covers them. */
const ofEntry = [
  'caseId',
  'seq',
  'at',
  'occurredOn',
  'type',
  'party',
  'actor',
  'data',
  'changes',
  'stage',
  'idempotencyKey',
  'prevHash',
  'hash',
] as const satisfies (keyof JournalEntry)[];

const ofDeadline = [
  'id',
  'caseId',
  'key',
  'round',
  'rule',
  'owedBy',
  'familyRight',
  'escalates',
  'status',
  'due',
  'dueAt',
  'lateAfter',
] as const satisfies (keyof Deadline)[];

const ofOrganisation = [
  'caseId',
  'route',
  'responsible',
  'nextDueAt',
  'lastDueAt',
  'over',
] as const satisfies (keyof CaseOrganisation)[];

/** With its state as JSON: a damaged one may be anything. */
export type VerifiedCase = Pick<Case, (typeof ofCase)[number]> & { storedContext: string };
/** `explains`: something where its working ends in its dates. */
export type VerifiedDeadline = Pick<Deadline, (typeof ofDeadline)[number]> & { explains: string | null };

/** All rows of one case. */
export interface CaseRows {
  found: VerifiedCase;
  journal: JournalEntry[];
  deadlines: VerifiedDeadline[];
  /** As lines: see `reminderIn`. */
  reminders: string[];
  /** What was answered to a sender, by the sender's key. */
  answers: { key: string; version: string | null }[];
  organisations: Pick<CaseOrganisation, (typeof ofOrganisation)[number]>[];
  /** Cases that this one opened. */
  opened: Pick<Case, 'route' | 'context'>[];
  /** The list of bank holidays that was in use at an instant. */
  holidaysAt: (instant: string) => Holidays;
}

/** One case of those that were read. @throws SyntaxError where a row cannot be taken for what it should be */
export interface ReadCase {
  id: string;
  rows: () => CaseRows;
}

/** As text where they are many; as JSON whatever a value holds, also a mark that the text is parted by. */
const asText = { rows: rowsAsText, reminders: remindersAsText };
const asJson = { rows: rowsAsJson, reminders: remindersAsJson };

/** In order of their ids, so many after this one. */
export const casesAfter = (
  manager: EntityManager,
  id: string,
  count: number,
  holidaysAt: CaseRows['holidaysAt'],
): Promise<ReadCase[]> =>
  readCases(manager, asText, `SELECT id FROM cases WHERE id > $1 ORDER BY id LIMIT ${count}`, id, holidaysAt);

export const caseWith = async (
  manager: EntityManager,
  id: string,
  holidaysAt: CaseRows['holidaysAt'],
): Promise<CaseRows | undefined> =>
  (await readCases(manager, asJson, 'SELECT id FROM cases WHERE id = $1', id, holidaysAt))[0]?.rows();

/** All that was written about these cases, in one reading: it sees one instant. */
async function readCases(
  manager: EntityManager,
  as: typeof asText | typeof asJson,
  which: string,
  parameter: string,
  holidaysAt: CaseRows['holidaysAt'],
): Promise<ReadCase[]> {
  const rows = as.rows as typeof rowsAsJson;
  const theirs = isOneOf(manager, 'case_id', which);
  const from = isOneOf(manager, 'from_case', which);
  const values = [parameter];
  const version = fieldIn(manager, 'answer', 'version');
  const explained = (field: string) => fieldIn(manager, 'explained', field);
  const explains = `CASE WHEN ${explained('due')} = due AND ${explained('dueAt')} = due_at
    AND ${explained('lateAfter')} = late_after THEN 'yes' END`;
  const ids: Reading<string[]> = {
    sql: which,
    values,
    columns: ['id'],
    read: (found) => found.map(({ id }) => id as string),
  };
  const [found, cases, journal, deadlines, reminders, answers, organisations, links, linked] =
    await readTogether(
      manager,
      ids,
      rows(
        manager,
        Case,
        { by: 'id', properties: ofCase, also: { storedContext: 'context' } },
        isOneOf(manager, 'id', which),
        values,
      ),
      rows(manager, JournalEntry, { by: 'caseId', properties: ofEntry }, theirs, values),
      rows(manager, Deadline, { by: 'caseId', properties: ofDeadline, also: { explains } }, theirs, values),
      as.reminders(manager, theirs, values),
      rows(
        manager,
        IdempotentAnswer,
        { by: 'caseId', properties: ['caseId', 'key'], also: { version } },
        theirs,
        values,
      ),
      rows(manager, CaseOrganisation, { by: 'caseId', properties: ofOrganisation }, theirs, values),
      rows(manager, Link, { by: 'fromCase', properties: ['fromCase', 'toCase'] }, from, values),
      rows(
        manager,
        Case,
        { by: 'id', properties: ['id', 'route', 'context'] },
        `id IN (SELECT to_case FROM links WHERE ${from})`,
        values,
      ),
    );
  return found.map((id) => ({
    id,
    rows: () => ({
      found: theOne(cases(id)) as VerifiedCase,
      holidaysAt,
      journal: journal(id).sort((a, b) => a.seq - b.seq),
      deadlines: deadlines(id),
      reminders: reminders(id),
      answers: answers(id),
      organisations: organisations(id),
      opened: links(id).flatMap(({ toCase }) => linked(toCase)),
    }),
  }));
}

function theOne<T>(cases: T[]): T {
  const [found] = cases;
  if (!found) throw new SyntaxError('A value holds a mark');
  return found;
}

// What is read of cases to verify them: many cases at once, and of their rows what is looked at, because most of the work is
// reading them.

import type { EntityManager } from 'typeorm';
import type { Holidays } from '../../workflows/calendar';
import { columnsOf, fieldIn, isOneOf, readTogether } from '../persistence';
import { Case, CaseOrganisation, Deadline, IdempotentAnswer, JournalEntry, Link } from './entities';
import { remindersOf } from './verified-reminders';

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
/** `explains`: its working ends in its dates. */
export type VerifiedDeadline = Pick<Deadline, (typeof ofDeadline)[number]> & Record<'explains', unknown>;

/** All rows of one case. */
export interface CaseRows {
  found: VerifiedCase;
  journal: JournalEntry[];
  deadlines: VerifiedDeadline[];
  /** As lines: see `remindersIn`. */
  reminders: string;
  /** What was answered to a sender, by the sender's key. */
  answers: { key: string; version: unknown }[];
  organisations: Pick<CaseOrganisation, (typeof ofOrganisation)[number]>[];
  /** Cases that this one opened. */
  opened: Pick<Case, 'route' | 'context'>[];
  /** The list of bank holidays that was in use at an instant. */
  holidaysAt: (instant: string) => Holidays;
}

/** In order of their ids, so many after this one. */
export const casesAfter = (
  manager: EntityManager,
  id: string,
  count: number,
  holidaysAt: CaseRows['holidaysAt'],
): Promise<CaseRows[]> =>
  rowsOfCases(manager, `SELECT id FROM cases WHERE id > $1 ORDER BY id LIMIT ${count}`, id, holidaysAt);

export const caseWith = async (
  manager: EntityManager,
  id: string,
  holidaysAt: CaseRows['holidaysAt'],
): Promise<CaseRows | undefined> =>
  (await rowsOfCases(manager, 'SELECT id FROM cases WHERE id = $1', id, holidaysAt))[0];

/** All that was written about these cases, in one reading: it sees one instant. */
async function rowsOfCases(
  manager: EntityManager,
  which: string,
  parameter: string,
  holidaysAt: CaseRows['holidaysAt'],
): Promise<CaseRows[]> {
  const theirs = isOneOf(manager, 'case_id', which);
  const from = isOneOf(manager, 'from_case', which);
  const values = [parameter];
  const version = fieldIn(manager, 'answer', 'version');
  const explained = (field: string) => fieldIn(manager, 'explained', field);
  const [cases, journal, deadlines, reminders, answers, organisations, links, linked] = await readTogether(
    manager,
    columnsOf(manager, Case, ofCase, `${isOneOf(manager, 'id', which)} ORDER BY id`, values, {
      storedContext: 'context',
    }),
    columnsOf(manager, JournalEntry, ofEntry, `${theirs} ORDER BY case_id, seq`, values),
    columnsOf(manager, Deadline, ofDeadline, theirs, values, {
      explains: `${explained('due')} = due AND ${explained('dueAt')} = due_at AND ${explained('lateAfter')} = late_after`,
    }),
    remindersOf(manager, theirs, values),
    columnsOf(manager, IdempotentAnswer, ['caseId', 'key'], theirs, values, { version }),
    columnsOf(manager, CaseOrganisation, ofOrganisation, theirs, values),
    columnsOf(manager, Link, ['fromCase', 'toCase'], from, values),
    columnsOf(
      manager,
      Case,
      ['id', 'route', 'context'],
      `id IN (SELECT to_case FROM links WHERE ${from})`,
      values,
    ),
  );
  const made = new Map<string, CaseRows>();
  for (const found of cases) {
    made.set(found.id, {
      found: found as VerifiedCase,
      holidaysAt,
      journal: [],
      deadlines: [],
      reminders: '',
      answers: [],
      organisations: [],
      opened: [],
    });
  }
  for (const row of journal) made.get(row.caseId)?.journal.push(row);
  for (const row of deadlines) made.get(row.caseId)?.deadlines.push(row);
  for (const { caseId, lines } of reminders) {
    const rows = made.get(caseId);
    if (rows) rows.reminders = lines;
  }
  for (const row of answers) made.get(row.caseId)?.answers.push(row);
  for (const row of organisations) made.get(row.caseId)?.organisations.push(row);
  const openedById = new Map(linked.map((each) => [each.id, each]));
  for (const { fromCase, toCase } of links) {
    const opened = openedById.get(toCase);
    if (opened) made.get(fromCase)?.opened.push(opened);
  }
  return [...made.values()];
}

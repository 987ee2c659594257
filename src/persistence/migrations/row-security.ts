// Row-level security on PostgreSQL, for whoever reads in the role of readers (see reader-connection.ts). The owner of the
// tables, as whom the engine and the workers run, is not held by it. SQLite knows nothing of the kind.

import type { QueryRunner } from 'typeorm';

/** Which rows of a table a reader is given. */
export type Rule = (table: string) => string;

const organisations = '(SELECT recourse_organisations())::varchar[]';
const disputes = '(SELECT recourse_disputes())::varchar[]';
const reader = "current_setting('recourse.reader', true)";

/** Of a case they read: through their own place in its dispute, or through an organisation that takes part in it. */
export const ofCase =
  (column = 'case_id'): Rule =>
  (table) =>
    `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.${column})`;

export const ofCaseRef: Rule = (table) => `EXISTS (SELECT 1 FROM cases c WHERE c.ref = ${table}.case_ref)`;

export const ofDispute =
  (column = 'dispute_id'): Rule =>
  (table) =>
    `recourse_reads_dispute(${table}.${column})`;

/** Of an organisation they work for. */
export const ofOrganisation: Rule = (table) => `${table}.organisation_id = ANY (${organisations})`;

/** Their own. */
export const ofReader: Rule = (table) => `${table}.person_id = ${reader}`;

/** Of something that one of these rows belongs to. */
export const ofRow =
  (other: string, column: string): Rule =>
  (table) =>
    `EXISTS (SELECT 1 FROM ${other} r WHERE r.id = ${table}.${column})`;

/** The rule of the cases themselves, on which most others rest. */
export const itself: Rule = (table) =>
  `${table}.dispute_id = ANY (${disputes}) OR EXISTS (SELECT 1 FROM case_organisations o
     WHERE o.case_id = ${table}.id AND o.organisation_id = ANY (${organisations}))`;

export const any =
  (...rules: Rule[]): Rule =>
  (table) =>
    rules.map((rule) => `(${rule(table)})`).join(' OR ');

const policy = (table: string): string => `${table}_readers`;

/** From here on a reader is given only the rows of which the rule holds. */
export async function secure(runner: QueryRunner, table: string, rule: Rule): Promise<void> {
  if (runner.connection.options.type !== 'postgres') return;
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY ${policy(table)} ON ${table} FOR SELECT USING (${rule(table)})`);
}

export async function unsecure(runner: QueryRunner, table: string): Promise<void> {
  if (runner.connection.options.type !== 'postgres') return;
  await runner.query(`DROP POLICY ${policy(table)} ON ${table}`);
  await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
}

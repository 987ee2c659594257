// The second layer between councils, on PostgreSQL: which rows a reader is given, whatever the application asks for.

import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  any,
  itself,
  ofCase,
  ofCaseRef,
  ofDispute,
  ofOrganisation,
  ofReader,
  ofRow,
  secure,
  unsecure,
  type Rule,
} from './row-security';

const hidden: Rule = (table) => `NOT recourse_hides(${table}.subject)`;

const rules: Record<string, Rule> = {
  cases: itself,
  case_organisations: ofOrganisation,
  journal: ofCase(),
  deadlines: ofCase(),
  links: any(ofCase('from_case'), ofCase('to_case')),
  tells: ofDispute(),
  idempotency: ofCase(),
  reminders: ofCase(),
  reads: ofCase(),
  uploads: ofCase(),
  disputes: ofDispute('id'),
  participations: any(ofReader, ofDispute()),
  invitations: any(ofReader, ofDispute()),
  memberships: any(ofReader, ofOrganisation),
  handovers: ofOrganisation,
  absences: ofOrganisation,
  contact_notes: ofOrganisation,
  meetings: ofCaseRef,
  meeting_answers: ofRow('meetings', 'meeting_id'),
  undelivered_notices: any(ofReader, ofCaseRef),
  digest_items: ofReader,
  imported_cases: ofCaseRef,
  legal_holds: ofDispute(),
  board_reports: ofOrganisation,
  board_narratives: ofOrganisation,
  webhooks: ofOrganisation,
  webhook_events: ofRow('webhooks', 'webhook_id'),
  // Without its key a sealed text is noise.
  vault_keys: hidden,
};

export class RowSecurity1700000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'postgres') return;
    const [{ schema }] = (await runner.query('SELECT quote_ident(current_schema()) AS schema')) as [
      { schema: string },
    ];
    // They look where the reader may not, and answer with no more than whose it is.
    const looking = `STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp`;
    await runner.query(`
      CREATE FUNCTION recourse_organisations() RETURNS varchar[] LANGUAGE sql ${looking} AS
      $$ SELECT coalesce(array_agg(organisation_id), '{}') FROM memberships
         WHERE person_id = current_setting('recourse.reader', true) AND active $$`);
    await runner.query(`
      CREATE FUNCTION recourse_disputes() RETURNS varchar[] LANGUAGE sql ${looking} AS
      $$ SELECT coalesce(array_agg(dispute_id), '{}') FROM participations
         WHERE person_id = current_setting('recourse.reader', true) AND revoked_at IS NULL
           AND (expires_at IS NULL OR expires_at > current_setting('recourse.now', true)) $$`);
    await runner.query(`
      CREATE FUNCTION recourse_reads_dispute(dispute varchar) RETURNS boolean LANGUAGE sql ${looking} AS
      $$ SELECT dispute = ANY (recourse_disputes()) OR EXISTS (
           SELECT 1 FROM cases c JOIN case_organisations o ON o.case_id = c.id
           WHERE c.dispute_id = dispute AND o.organisation_id = ANY (recourse_organisations())) $$`);
    await runner.query(`
      CREATE FUNCTION recourse_hides(subject varchar) RETURNS boolean LANGUAGE sql ${looking} AS
      $$ SELECT EXISTS (SELECT 1 FROM disputes d WHERE d.id = subject) AND NOT recourse_reads_dispute(subject) $$`);
    for (const [table, rule] of Object.entries(rules)) await secure(runner, table, rule);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'postgres') return;
    for (const table of Object.keys(rules).reverse()) await unsecure(runner, table);
    for (const name of [
      'recourse_hides(varchar)',
      'recourse_reads_dispute(varchar)',
      'recourse_disputes()',
      'recourse_organisations()',
    ])
      await runner.query(`DROP FUNCTION ${name}`);
  }
}

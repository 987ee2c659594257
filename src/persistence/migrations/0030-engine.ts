// Cases, their journal, their deadlines and the links between them. The journal can be added to and nothing else.

import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableOptions } from 'typeorm';
import { day, flag, id, instant, longText, optional, primaryId, whole, words } from './columns';

export class Engine1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = (name: string, options: Omit<TableOptions, 'name'>) =>
      runner.createTable(new Table({ ...options, name }));
    const index = (name: string, columnNames: string[]) =>
      runner.createIndex(name, new TableIndex({ name: `${name}_${columnNames.join('_')}`, columnNames }));
    await table('cases', {
      columns: [
        primaryId(),
        words('ref', 20),
        id('dispute_id'),
        words('route', 60),
        day('route_version'),
        words('stage', 60),
        longText('context'),
        whole('version'),
        words('head_hash', 64),
        optional(words('responsible', 60)),
        words('next_due_at', 24),
        flag('over'),
        instant('opened_at'),
      ],
      uniques: [{ name: 'cases_ref', columnNames: ['ref'] }],
    });
    await table('case_organisations', {
      columns: [
        id('case_id', { isPrimary: true }),
        words('body', 40, { isPrimary: true }),
        id('organisation_id'),
        flag('over'),
        words('next_due_at', 24),
      ],
    });
    await table('journal', {
      columns: [
        id('case_id', { isPrimary: true }),
        whole('seq', { isPrimary: true }),
        instant('at'),
        day('occurred_on'),
        words('type', 80),
        words('party', 60),
        words('actor', 60),
        longText('data'),
        longText('changes'),
        words('stage', 60),
        optional(words('idempotency_key', 200)),
        words('prev_hash', 64),
        words('hash', 64),
      ],
    });
    await table('deadlines', {
      columns: [
        primaryId(),
        id('case_id'),
        words('key', 120),
        whole('round'),
        words('rule', 80),
        optional(words('point', 40)),
        optional(words('point_title')),
        longText('inputs'),
        words('owed_by', 60),
        longText('met_by'),
        flag('family_right'),
        longText('if_missed'),
        flag('escalates'),
        words('status', 20),
        day('due'),
        instant('due_at'),
        instant('late_after'),
        optional(day('met_on')),
        longText('explained'),
      ],
      uniques: [{ name: 'deadlines_round', columnNames: ['case_id', 'key', 'round'] }],
    });
    await table('links', {
      columns: [id('from_case', { isPrimary: true }), id('to_case', { isPrimary: true })],
    });
    await table('tells', {
      columns: [
        primaryId(),
        words('key', 120),
        id('dispute_id'),
        words('route', 60),
        words('event', 80),
        day('occurred_on'),
        longText('data'),
        words('status', 20),
        optional(words('reason', 300)),
        instant('created_at'),
      ],
      uniques: [{ name: 'tells_key', columnNames: ['key'] }],
    });
    await table('idempotency', {
      columns: [
        words('scope', 60, { isPrimary: true }),
        words('key', 200, { isPrimary: true }),
        words('request_hash', 64),
        id('case_id'),
        longText('answer'),
        instant('created_at'),
      ],
    });
    await index('cases', ['dispute_id']);
    await index('case_organisations', ['organisation_id', 'over', 'next_due_at', 'case_id']);
    await index('deadlines', ['status', 'late_after']);
    await index('links', ['to_case']);
    await index('tells', ['status', 'created_at']);
    await forbidChanges(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'idempotency',
      'tells',
      'links',
      'deadlines',
      'journal',
      'case_organisations',
      'cases',
    ]) {
      await runner.dropTable(table);
    }
    if (runner.connection.options.type === 'postgres')
      await runner.query('DROP FUNCTION journal_is_append_only()');
  }
}

/** Whoever reaches the database with the application's rights still cannot rewrite what happened. */
async function forbidChanges(runner: QueryRunner): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`
      CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'The journal can only be added to'; END $$`);
    await runner.query(`
      CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal
      FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()`);
    return;
  }
  for (const act of ['UPDATE', 'DELETE']) {
    await runner.query(`
      CREATE TRIGGER journal_no_${act.toLowerCase()} BEFORE ${act} ON journal
      BEGIN SELECT RAISE(ABORT, 'The journal can only be added to'); END`);
  }
}

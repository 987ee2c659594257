// The daily tree over the heads of all journals: which leaf each case had from which day on, and the root of each day.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, id, instant, longText, whole, words } from './columns';

const tables = ['tree_leaves', 'tree_days'];

export class Transparency1700000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'tree_days',
        columns: [
          day('day', { isPrimary: true }),
          words('root', 64),
          words('previous', 64),
          words('head', 64),
          longText('groups'),
          instant('made_at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'tree_leaves',
        columns: [
          whole('position', { isPrimary: true }),
          day('day', { isPrimary: true }),
          id('case_id'),
          whole('version'),
          words('leaf', 64),
        ],
      }),
    );
    const index = { name: 'tree_leaves_case_id_version', columnNames: ['case_id', 'version'] };
    await runner.createIndex('tree_leaves', new TableIndex(index));
    for (const table of tables) await appendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.dropTable(table);
    if (runner.connection.options.type === 'postgres')
      await runner.query('DROP FUNCTION tree_is_append_only()');
  }
}

/** What was published stays as it was published, for the application's own rights too. */
async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  const said = 'What was published stays';
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`
      CREATE OR REPLACE FUNCTION tree_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '${said}'; END $$`);
    await runner.query(`
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION tree_is_append_only()`);
    return;
  }
  for (const act of ['UPDATE', 'DELETE']) {
    await runner.query(`
      CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
      BEGIN SELECT RAISE(ABORT, '${said}'); END`);
  }
}

// The daily tree over the heads of all journals: which leaf each case had from which day on, and the root of each day.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendOnly } from './append-only';
import { day, id, instant, longText, whole, words } from './columns';

const tables = ['tree_leaves', 'tree_days'];

const GUARD = 'tree_is_append_only';

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
    for (const table of tables) await appendOnly(runner, table, GUARD, 'What was published stays');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.dropTable(table);
    if (runner.connection.options.type === 'postgres') await runner.query(`DROP FUNCTION ${GUARD}()`);
  }
}

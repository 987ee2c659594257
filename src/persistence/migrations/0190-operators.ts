// Operators, and what they have done: a log that can only be added to.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendOnly } from './append-only';
import { id, instant, optional, primaryId, words } from './columns';

const LOG = 'operator_acts';

export class Operators1700000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'operators',
        columns: [
          id('person_id', { isPrimary: true }),
          instant('appointed_at'),
          optional(instant('ended_at')),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: LOG,
        columns: [primaryId(), instant('at'), optional(id('person_id')), words('what', 300)],
      }),
    );
    await runner.createIndex(LOG, new TableIndex({ name: `${LOG}_at`, columnNames: ['at'] }));
    await appendOnly(runner, LOG, `${LOG}_append_only`, 'What operators did can only be added to');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(LOG);
    if (runner.connection.options.type === 'postgres')
      await runner.query(`DROP FUNCTION ${LOG}_append_only()`);
    await runner.dropTable('operators');
  }
}

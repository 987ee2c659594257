// Operators, and what they have done: a log that can only be added to.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
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
    if (runner.connection.options.type === 'postgres') {
      await runner.query(`
        CREATE FUNCTION ${LOG}_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'What operators did can only be added to'; END $$`);
      await runner.query(`
        CREATE TRIGGER ${LOG}_append_only BEFORE UPDATE OR DELETE ON ${LOG}
        FOR EACH ROW EXECUTE FUNCTION ${LOG}_append_only()`);
      return;
    }
    for (const act of ['UPDATE', 'DELETE']) {
      await runner.query(`
        CREATE TRIGGER ${LOG}_no_${act.toLowerCase()} BEFORE ${act} ON ${LOG}
        BEGIN SELECT RAISE(ABORT, 'What operators did can only be added to'); END`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(LOG);
    if (runner.connection.options.type === 'postgres')
      await runner.query(`DROP FUNCTION ${LOG}_append_only()`);
    await runner.dropTable('operators');
  }
}

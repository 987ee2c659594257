// Documents that people add to a case, and what a family keeps private.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { flag, id, instant, longText, optional, primaryId, whole, words } from './columns';

export class Uploads1700000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'uploads',
        columns: [
          primaryId(),
          id('case_id'),
          id('dispute_id'),
          id('added_by'),
          words('party', 60),
          longText('name'),
          words('kind', 10),
          whole('size'),
          optional(words('digest', 64)),
          words('salt', 64),
          longText('bodies'),
          words('status', 10),
          longText('held_for'),
          flag('unread'),
          instant('added_at'),
        ],
      }),
    );
    for (const columnNames of [['case_id', 'added_at'], ['dispute_id'], ['status', 'added_at']]) {
      const name = `uploads_${columnNames.join('_')}`;
      await runner.createIndex('uploads', new TableIndex({ name, columnNames }));
    }
    await runner.createTable(
      new Table({
        name: 'private_details',
        columns: [id('person_id', { isPrimary: true }), longText('details'), instant('changed_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('private_details');
    await runner.dropTable('uploads');
  }
}

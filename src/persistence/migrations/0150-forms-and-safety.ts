// Forms that outlived their session, and how a family can be reached safely.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, primaryId, words } from './columns';

export class FormsAndSafety1700000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'kept_forms',
        columns: [
          primaryId(),
          id('person_id'),
          words('path', 200),
          longText('fields'),
          instant('created_at'),
        ],
      }),
    );
    for (const column of ['person_id', 'created_at']) {
      await runner.createIndex(
        'kept_forms',
        new TableIndex({ name: `kept_forms_${column}`, columnNames: [column] }),
      );
    }
    await runner.createTable(
      new Table({
        name: 'contact_safety',
        columns: [id('person_id', { isPrimary: true }), longText('answers'), instant('updated_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('contact_safety');
    await runner.dropTable('kept_forms');
  }
}

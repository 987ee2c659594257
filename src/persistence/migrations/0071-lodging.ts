// Cases not yet sent, and whether it is safe to e-mail somebody.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, primaryId, words } from './columns';

export class Lodging1700000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'drafts',
        columns: [
          primaryId(),
          id('person_id'),
          words('route', 60),
          longText('answers'),
          instant('created_at'),
          instant('updated_at'),
        ],
      }),
    );
    for (const column of ['person_id', 'updated_at']) {
      await runner.createIndex('drafts', new TableIndex({ name: `drafts_${column}`, columnNames: [column] }));
    }
    await runner.createTable(
      new Table({
        name: 'email_choices',
        columns: [id('person_id', { isPrimary: true }), words('choice', 20), instant('chosen_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('email_choices');
    await runner.dropTable('drafts');
  }
}

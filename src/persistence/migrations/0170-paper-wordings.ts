// Wordings of papers that organisations made their own.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, optional, whole, words } from './columns';

export class PaperWordings1700000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'paper_wordings',
        columns: [
          id('organisation_id', { isPrimary: true }),
          words('kind', 20, { isPrimary: true }),
          whole('number', { isPrimary: true }),
          optional(longText('text')),
          instant('saved_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('paper_wordings');
  }
}

// Which cases came from another system, so that a line is taken in once.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, words } from './columns';

export class ImportedCases1700000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'imported_cases',
        columns: [
          words('source', 64, { isPrimary: true }),
          words('reference', 100, { isPrimary: true }),
          words('case_ref', 20),
          instant('imported_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('imported_cases');
  }
}

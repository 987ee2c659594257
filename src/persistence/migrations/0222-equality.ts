// Equality questions: counts by quarter, and who has been asked.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, whole, words } from './columns';

export class Equality1700000000222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'equality_counts',
        columns: [
          words('quarter', 6, { isPrimary: true }),
          words('question', 30, { isPrimary: true }),
          words('answer', 30, { isPrimary: true }),
          whole('count'),
        ],
      }),
    );
    await runner.createTable(
      new Table({ name: 'equality_asked', columns: [id('person_id', { isPrimary: true })] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('equality_asked');
    await runner.dropTable('equality_counts');
  }
}

// Timed work that failed for good, until a person has looked at it.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, primaryId, whole, words } from './columns';

export class DeadLetters1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'dead_letters',
        columns: [
          primaryId(),
          words('kind', 20),
          id('row_id'),
          whole('attempts'),
          words('error', 500),
          instant('died_at'),
        ],
        uniques: [{ name: 'dead_letters_row', columnNames: ['kind', 'row_id'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('dead_letters');
  }
}

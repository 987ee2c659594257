// Everything of one case is found without looking through the others: verify reads so, and erasure deletes so.

import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = ['reminders', 'idempotency'];

export class VerifyByCase1700000000191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.createIndex(table, new TableIndex({ name: `${table}_case_id`, columnNames: ['case_id'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.dropIndex(table, `${table}_case_id`);
  }
}

// A hash over the stored state of a case: damage is noticed before an event rests on it.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StateHash1700000000120 implements MigrationInterface {
  /** Plain SQL: TypeORM would copy the whole table on SQLite. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases ADD COLUMN state_hash varchar(64)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases DROP COLUMN state_hash');
  }
}

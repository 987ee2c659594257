// Somebody who acts for an organisation in cases of some routes alone, such as the link officer for the Ombudsman.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NarrowMemberships1700000000220 implements MigrationInterface {
  /** Plain SQL: TypeORM would copy the whole table on SQLite. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE memberships ADD COLUMN routes text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE memberships DROP COLUMN routes');
  }
}

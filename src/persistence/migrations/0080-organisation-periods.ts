// An organisation's own periods for policies and service standards.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, whole, words } from './columns';

export class OrganisationPeriods1700000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'organisation_periods',
        columns: [
          id('organisation_id', { isPrimary: true }),
          words('rule', 80, { isPrimary: true }),
          whole('period'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('organisation_periods');
  }
}

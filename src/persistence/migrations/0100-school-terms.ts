// A school's own term dates, for periods that are counted in school days.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, id } from './columns';

export class SchoolTerms1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'school_terms',
        columns: [
          id('organisation_id', { isPrimary: true }),
          day('from_day', { isPrimary: true }),
          day('to_day'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('school_terms');
  }
}

// Lists of bank holidays taken in after a proclamation. Old ones stay: they say what a date was once counted with.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { instant, longText, optional, whole } from './columns';

export class BankHolidays1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'bank_holiday_lists',
        columns: [
          whole('number', { isPrimary: true }),
          instant('taken_in_at'),
          optional(instant('recounted_at')),
          longText('events'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('bank_holiday_lists');
  }
}

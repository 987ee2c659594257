// What boards are told: the counts of a body and a quarter, frozen once, and the words its executive adds.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, whole, words } from './columns';

export class BoardReports1700000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'board_reports',
        columns: [
          id('organisation_id', { isPrimary: true }),
          words('quarter', 6, { isPrimary: true }),
          longText('content'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'board_narratives',
        columns: [
          id('organisation_id', { isPrimary: true }),
          words('quarter', 6, { isPrimary: true }),
          whole('number', { isPrimary: true }),
          longText('text'),
          id('written_by'),
          instant('written_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('board_narratives');
    await runner.dropTable('board_reports');
  }
}

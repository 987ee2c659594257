// Organisations that take part in disputes, and who is accountable in them from when to when.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, id, longText, optional, primaryId, words } from './columns';

export class Organisations1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'organisations',
        columns: [primaryId(), words('body', 40), words('name'), optional(longText('help'))],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'named_executives',
        columns: [
          primaryId(),
          id('organisation_id'),
          words('party', 60),
          id('person_id'),
          day('from_day'),
          optional(day('to_day')),
        ],
      }),
    );
    await runner.createIndex(
      'named_executives',
      new TableIndex({ name: 'named_executives_organisation', columnNames: ['organisation_id', 'party'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('named_executives');
    await runner.dropTable('organisations');
  }
}

// Who was asked to help a family, how far they may go and until when.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, id, instant, optional, primaryId, words } from './columns';

export class Invitations1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'invitations',
        columns: [
          primaryId(),
          id('dispute_id'),
          id('person_id'),
          words('scope', 20),
          id('invited_by'),
          day('ends_on'),
          instant('created_at'),
          optional(instant('accepted_at')),
          optional(instant('refused_at')),
          optional(instant('withdrawn_at')),
        ],
      }),
    );
    for (const column of ['dispute_id', 'person_id']) {
      await runner.createIndex(
        'invitations',
        new TableIndex({ name: `invitations_${column}`, columnNames: [column] }),
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('invitations');
  }
}

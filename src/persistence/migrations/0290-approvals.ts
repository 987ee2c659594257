// A second person for what binds an organisation: whether it wants one, and what waits for one.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, optional, primaryId, words } from './columns';
import { ofOrganisation, secure, unsecure } from './row-security';

export class Approvals1700000000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Plain SQL: TypeORM would copy the whole table on SQLite.
    const no = runner.connection.options.type === 'postgres' ? 'false' : '0';
    await runner.query(
      `ALTER TABLE organisations ADD COLUMN second_approval boolean NOT NULL DEFAULT (${no})`,
    );
    await runner.createTable(
      new Table({
        name: 'approvals',
        columns: [
          primaryId(),
          words('case_ref', 20),
          id('organisation_id'),
          words('act', 80),
          id('writer_id'),
          optional(longText('content')),
          instant('asked_at'),
          words('status', 20),
          optional(id('decided_by')),
          optional(instant('decided_at')),
          optional(longText('reason')),
        ],
      }),
    );
    const columnNames = ['case_ref', 'status'];
    await runner.createIndex('approvals', new TableIndex({ name: 'approvals_case_ref_status', columnNames }));
    await secure(runner, 'approvals', ofOrganisation);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unsecure(runner, 'approvals');
    await runner.dropTable('approvals');
    await runner.query('ALTER TABLE organisations DROP COLUMN second_approval');
  }
}

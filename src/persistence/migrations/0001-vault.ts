// Sealed personal text and the key of each subject it is sealed with.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, primaryId } from './columns';

export class Vault1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'vault_keys',
        columns: [id('subject', { isPrimary: true }), longText('wrapped_key'), instant('made_at')],
      }),
    );
    await runner.createTable(
      new Table({ name: 'sealed', columns: [primaryId(), id('subject'), longText('cipher')] }),
    );
    await runner.createIndex('sealed', new TableIndex({ name: 'sealed_subject', columnNames: ['subject'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sealed');
    await runner.dropTable('vault_keys');
  }
}

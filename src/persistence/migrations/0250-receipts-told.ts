// What a provider has told of a delivery: the same receipt with another content is noticed, as is one provider's id for
// two deliveries.

import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

export class ReceiptsTold1700000000250 implements MigrationInterface {
  /** Plain SQL: TypeORM would copy the whole table on SQLite. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deliveries ADD COLUMN told text');
    // Earlier releases left the time of sending with mail that came back.
    await runner.query("UPDATE outbox SET sent_at = NULL WHERE status = 'dead'");
    await runner.createIndex(
      'deliveries',
      new TableIndex({ name: 'deliveries_provider_id', columnNames: ['provider_id'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('deliveries', 'deliveries_provider_id');
    await runner.query('ALTER TABLE deliveries DROP COLUMN told');
  }
}

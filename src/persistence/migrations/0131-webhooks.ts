// Systems of organisations that want to be told of changes, and what is to be sent to them.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, optional, primaryId, whole, words } from './columns';

export class Webhooks1700000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'webhooks',
        columns: [
          primaryId(),
          id('organisation_id'),
          words('url', 500),
          longText('secret'),
          optional(longText('old_secret')),
          optional(instant('old_secret_until')),
          instant('created_at'),
          optional(instant('removed_at')),
        ],
      }),
    );
    await runner.createIndex(
      'webhooks',
      new TableIndex({ name: 'webhooks_organisation_id', columnNames: ['organisation_id'] }),
    );
    await runner.createTable(
      new Table({
        name: 'webhook_events',
        columns: [
          primaryId(),
          id('webhook_id'),
          words('case_ref', 20),
          whole('version'),
          words('stage', 60),
          instant('at'),
          words('status', 20),
          whole('attempts', { default: 0 }),
          instant('next_attempt_at'),
          optional(id('claim')),
          optional(words('result')),
        ],
      }),
    );
    await runner.createIndex(
      'webhook_events',
      new TableIndex({ name: 'webhook_events_due', columnNames: ['status', 'next_attempt_at'] }),
    );
    await runner.createIndex(
      'webhook_events',
      new TableIndex({ name: 'webhook_events_webhook_id', columnNames: ['webhook_id'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('webhook_events');
    await runner.dropTable('webhooks');
  }
}

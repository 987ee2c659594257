// The id behind the instant of webhook events too, as with all timed rows: a page of what falls due is read from the index alone.

import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLE = 'webhook_events';
const NAME = 'webhook_events_due';
const COLUMNS = ['status', 'next_attempt_at'];

export class WebhookEventsInOrder1700000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, NAME);
    await runner.createIndex(TABLE, new TableIndex({ name: NAME, columnNames: [...COLUMNS, 'id'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, NAME);
    await runner.createIndex(TABLE, new TableIndex({ name: NAME, columnNames: COLUMNS }));
  }
}

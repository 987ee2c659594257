// Calendars that people have subscribed to their dates with.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, optional, words } from './columns';

export class CalendarFeeds1700000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'calendar_feeds',
        columns: [
          id('person_id', { isPrimary: true }),
          words('hash', 64),
          instant('made_at'),
          optional(instant('fetched_at')),
        ],
        uniques: [{ name: 'calendar_feeds_hash', columnNames: ['hash'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_feeds');
  }
}

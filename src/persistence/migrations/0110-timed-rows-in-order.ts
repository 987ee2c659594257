// The id behind the instant in the index of timed rows: of many that fall due at once, each page costs the same.

import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const indexes: { table: string; name: string; columnNames: [string, string] }[] = [
  { table: 'reminders', name: 'reminders_due', columnNames: ['status', 'at'] },
  { table: 'outbox', name: 'outbox_due', columnNames: ['status', 'next_attempt_at'] },
  { table: 'deadlines', name: 'deadlines_status_late_after', columnNames: ['status', 'late_after'] },
  { table: 'tells', name: 'tells_status_created_at', columnNames: ['status', 'created_at'] },
];

export class TimedRowsInOrder1700000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, name, columnNames } of indexes) {
      await runner.dropIndex(table, name);
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames, 'id'] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name, columnNames } of indexes) {
      await runner.dropIndex(table, name);
      await runner.createIndex(table, new TableIndex({ name, columnNames }));
    }
  }
}

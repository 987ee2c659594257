// Indexes for many rows: the id behind the instant of timed rows, so that of many that fall due at once each page costs
// the same; and the status behind the deadline of a reminder, so that SQLite does not look through all that are planned.

import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const indexes: { table: string; name: string; columnNames: string[]; added: string }[] = [
  { table: 'reminders', name: 'reminders_due', columnNames: ['status', 'at'], added: 'id' },
  { table: 'reminders', name: 'reminders_deadline', columnNames: ['deadline_id'], added: 'status' },
  { table: 'outbox', name: 'outbox_due', columnNames: ['status', 'next_attempt_at'], added: 'id' },
  {
    table: 'deadlines',
    name: 'deadlines_status_late_after',
    columnNames: ['status', 'late_after'],
    added: 'id',
  },
  { table: 'tells', name: 'tells_status_created_at', columnNames: ['status', 'created_at'], added: 'id' },
];

export class TimedRowsInOrder1700000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, name, columnNames, added } of indexes) {
      await runner.dropIndex(table, name);
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames, added] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name, columnNames } of indexes) {
      await runner.dropIndex(table, name);
      await runner.createIndex(table, new TableIndex({ name, columnNames }));
    }
  }
}

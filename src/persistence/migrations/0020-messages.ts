// Reminders as planned, messages as sent, and the demonstration's mailbox.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, optional, primaryId, whole, words } from './columns';

export class Messages1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'outbox',
        columns: [
          primaryId(),
          words('key'),
          id('person_id'),
          words('template', 60),
          longText('params'),
          optional(longText('secret')),
          words('status', 20),
          whole('attempts', { default: 0 }),
          instant('next_attempt_at'),
          optional(id('claim')),
          optional(words('receipt')),
          instant('created_at'),
          optional(instant('sent_at')),
        ],
        uniques: [{ name: 'outbox_key', columnNames: ['key'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'mailbox',
        columns: [
          primaryId(),
          id('person_id'),
          words('subject', 300),
          longText('text'),
          longText('html'),
          instant('at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'reminders',
        columns: [
          primaryId(),
          words('key'),
          id('case_id'),
          words('case_ref', 20),
          id('dispute_id'),
          optional(id('deadline_id')),
          words('party', 60),
          words('template', 60),
          longText('params'),
          instant('at'),
          words('status', 20),
          optional(instant('closed_at')),
        ],
        uniques: [{ name: 'reminders_key', columnNames: ['key'] }],
      }),
    );
    await runner.createIndex(
      'outbox',
      new TableIndex({ name: 'outbox_due', columnNames: ['status', 'next_attempt_at'] }),
    );
    await runner.createIndex('mailbox', new TableIndex({ name: 'mailbox_at', columnNames: ['at'] }));
    await runner.createIndex(
      'reminders',
      new TableIndex({ name: 'reminders_due', columnNames: ['status', 'at'] }),
    );
    await runner.createIndex(
      'reminders',
      new TableIndex({ name: 'reminders_deadline', columnNames: ['deadline_id'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reminders', 'mailbox', 'outbox']) await runner.dropTable(table);
  }
}

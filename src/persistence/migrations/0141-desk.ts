// The desk of professionals: private notes of contacts, meetings that are being arranged, and who looks after which case.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, flag, id, instant, longText, optional, primaryId, words } from './columns';

const INDEXES: Record<string, string[]> = {
  contact_notes: ['case_ref', 'organisation_id'],
  meetings: ['case_ref'],
  handovers: ['organisation_id', 'case_ref'],
  absences: ['organisation_id', 'to_day'],
};

export class Desk1700000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'contact_notes',
        columns: [
          primaryId(),
          words('case_ref', 20),
          id('organisation_id'),
          id('person_id'),
          day('happened_on'),
          words('how', 20),
          words('with_whom', 20),
          longText('note'),
          optional(longText('next_step')),
          instant('written_at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'meetings',
        columns: [
          primaryId(),
          words('case_ref', 20),
          id('organisation_id'),
          words('body', 40),
          words('venue', 20),
          optional(longText('place')),
          longText('slots'),
          words('status', 20),
          optional(words('chosen', 10)),
          id('asked_by'),
          instant('asked_at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'meeting_answers',
        columns: [
          id('meeting_id', { isPrimary: true }),
          words('body', 40, { isPrimary: true }),
          longText('works'),
          flag('authority'),
          longText('attendees'),
          optional(longText('needs')),
          id('answered_by'),
          instant('answered_at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'handovers',
        columns: [
          primaryId(),
          words('case_ref', 20),
          id('organisation_id'),
          id('person_id'),
          words('reason', 20),
          id('given_by'),
          instant('given_at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'absences',
        columns: [
          primaryId(),
          id('organisation_id'),
          id('person_id'),
          id('cover_id'),
          day('from_day'),
          day('to_day'),
          id('noted_by'),
        ],
      }),
    );
    for (const [table, columnNames] of Object.entries(INDEXES))
      await runner.createIndex(
        table,
        new TableIndex({ name: `${table}_${columnNames.join('_')}`, columnNames }),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['absences', 'handovers', 'meeting_answers', 'meetings', 'contact_notes'])
      await runner.dropTable(table);
  }
}

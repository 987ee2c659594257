// When everything was verified, and what was found.

import { Table, TableIndex, TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, instant, longText, optional, primaryId, whole } from './columns';

const NAME = 'verifications';

export class Verifications1700000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: NAME,
        columns: [
          primaryId(),
          optional(day('night')),
          instant('asked_at'),
          optional(instant('began_at')),
          optional(instant('ended_at')),
          ...['cases', 'entries', 'roots', 'findings'].map((name) => whole(name, { default: 0 })),
          longText('named'),
        ],
        uniques: [new TableUnique({ name: `${NAME}_night`, columnNames: ['night'] })],
        indices: [new TableIndex({ name: `${NAME}_asked_at`, columnNames: ['asked_at'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(NAME);
  }
}

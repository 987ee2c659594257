// Legal holds, requests to be erased, and that something was erased.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, id, instant, longText, optional, primaryId, words } from './columns';

export class Privacy1700000000162 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const index = (name: string, column: string) =>
      runner.createIndex(name, new TableIndex({ name: `${name}_${column}`, columnNames: [column] }));
    await runner.createTable(
      new Table({
        name: 'legal_holds',
        columns: [
          primaryId(),
          id('dispute_id'),
          words('reason', 300),
          instant('placed_at'),
          optional(instant('lifted_at')),
        ],
      }),
    );
    await index('legal_holds', 'dispute_id');
    await runner.createTable(
      new Table({
        name: 'erasure_requests',
        columns: [
          primaryId(),
          id('person_id'),
          instant('asked_at'),
          day('due_on'),
          optional(instant('refused_at')),
          optional(longText('reason')),
        ],
      }),
    );
    await index('erasure_requests', 'person_id');
    await runner.createTable(
      new Table({
        name: 'erasures',
        columns: [primaryId(), words('what', 20), words('why', 20), instant('at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['erasures', 'erasure_requests', 'legal_holds']) await runner.dropTable(name);
  }
}

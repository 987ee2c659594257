// Documents of a case that is not sent yet, and the dispute that it will be, whose key seals them. On PostgreSQL a reader is
// given no draft but their own.

import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, optional, primaryId, whole, words } from './columns';
import { ofReader, secure, unsecure } from './row-security';

export class DraftDocuments1700000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('drafts', new TableColumn(optional(id('dispute_id'))));
    await runner.createTable(
      new Table({
        name: 'draft_documents',
        columns: [
          primaryId(),
          id('draft_id'),
          id('person_id'),
          id('dispute_id'),
          longText('name'),
          words('kind', 10),
          whole('size'),
          optional(words('digest', 64)),
          words('salt', 64),
          longText('organisations'),
          words('status', 10),
          instant('added_at'),
        ],
      }),
    );
    for (const columnNames of [
      ['draft_id', 'added_at'],
      ['person_id', 'added_at'],
      ['status', 'added_at'],
    ]) {
      const name = `draft_documents_${columnNames.join('_')}`;
      await runner.createIndex('draft_documents', new TableIndex({ name, columnNames }));
    }
    for (const table of ['drafts', 'draft_documents']) await secure(runner, table, ofReader);
  }

  /** Their files are then of nobody, and are swept away. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['draft_documents', 'drafts']) await unsecure(runner, table);
    await runner.dropTable('draft_documents');
    await runner.dropColumn('drafts', 'dispute_id');
  }
}

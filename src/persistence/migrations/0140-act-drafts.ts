// Drafts of acts in a case, beside drafts of cases.

import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { optional, words } from './columns';

export class ActDrafts1700000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('drafts', new TableColumn(optional(words('about', 120))));
    await runner.createIndex(
      'drafts',
      new TableIndex({
        name: 'drafts_person_id_about',
        columnNames: ['person_id', 'about'],
        isUnique: true,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('drafts', 'drafts_person_id_about');
    await runner.dropColumn('drafts', 'about');
  }
}

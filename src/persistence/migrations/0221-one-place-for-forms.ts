// Forms that outlived their session are drafts like any other: they move, sealed as they are.

import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, longText, primaryId, words } from './columns';

export class OnePlaceForForms1700000000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO drafts (id, person_id, route, about, answers, created_at, updated_at)
       SELECT id, person_id, '', path, fields, created_at, created_at FROM kept_forms
       WHERE LENGTH(path) <= 120
         AND id IN (SELECT MAX(id) FROM kept_forms GROUP BY person_id, path)`,
    );
    await runner.dropTable('kept_forms');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'kept_forms',
        columns: [
          primaryId(),
          id('person_id'),
          words('path', 200),
          longText('fields'),
          instant('created_at'),
        ],
      }),
    );
    for (const column of ['person_id', 'created_at'])
      await runner.createIndex(
        'kept_forms',
        new TableIndex({ name: `kept_forms_${column}`, columnNames: [column] }),
      );
    await runner.query(
      `INSERT INTO kept_forms (id, person_id, path, fields, created_at)
       SELECT id, person_id, about, answers, updated_at FROM drafts WHERE about LIKE '/%'`,
    );
    await runner.query(`DELETE FROM drafts WHERE about LIKE '/%'`);
  }
}

// Figures frozen for the public, after disclosure control. No count that is hidden is in here.

import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { day, instant, optional, whole, words } from './columns';

export class PublishedFigures1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'publications',
        columns: [
          words('quarter', 6, { isPrimary: true }),
          day('from_day'),
          day('to_day'),
          day('cut_off'),
          instant('built_at'),
          whole('method'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'published_figures',
        columns: [
          words('quarter', 6, { isPrimary: true }),
          words('body', 10, { isPrimary: true }),
          words('area', 220, { isPrimary: true }),
          words('measure', 20, { isPrimary: true }),
          words('category', 130, { isPrimary: true }),
          words('area_name'),
          optional(whole('value')),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('published_figures');
    await runner.dropTable('publications');
  }
}

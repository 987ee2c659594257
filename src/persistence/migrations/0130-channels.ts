// What people choose about messages, what providers were given and said, and notices that did not arrive.

import {
  Table,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';
import { day, flag, id, instant, longText, optional, whole, words } from './columns';

const primary = { isPrimary: true };

const tables: Record<string, TableColumnOptions[]> = {
  message_preferences: [
    id('person_id', primary),
    flag('news'),
    flag('digest'),
    flag('text'),
    optional(longText('phone')),
    words('hours', 10),
    instant('chosen_at'),
  ],
  digest_items: [words('key', 200, primary), id('person_id'), day('day'), words('case_ref', 20), day('due')],
  deliveries: [
    words('reference', 40, primary),
    id('message_id'),
    optional(words('provider_id', 60)),
    whole('round'),
    words('status', 30),
    whole('rank'),
    instant('created_at'),
    instant('looked_at'),
  ],
  unreachable_contacts: [
    id('person_id', primary),
    words('contact', 10, primary),
    words('reason'),
    instant('since'),
  ],
  undelivered_notices: [
    id('message_id', primary),
    id('person_id'),
    optional(words('case_ref', 20)),
    optional(words('party', 60)),
    words('template', 60),
    words('contact', 10),
    words('reason'),
    instant('at'),
    optional(instant('told_at')),
    optional(words('told_how', 20)),
    optional(id('told_by')),
  ],
  callback_tokens: [words('purpose', 20, primary), words('hash', 64), instant('made_at')],
};

const indices: [table: string, columns: string[]][] = [
  ['digest_items', ['person_id', 'day']],
  ['deliveries', ['message_id']],
  ['deliveries', ['rank', 'looked_at']],
  ['undelivered_notices', ['case_ref']],
  ['undelivered_notices', ['told_at']],
];

export class Channels1700000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables))
      await runner.createTable(new Table({ name, columns }));
    for (const [table, columnNames] of indices)
      await runner.createIndex(
        table,
        new TableIndex({ name: `${table}_${columnNames.join('_')}`, columnNames }),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}

// Second factors, passkeys, work accounts, what a browser must bring back, and how often things were tried.

import {
  Table,
  TableColumn,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableOptions,
} from 'typeorm';
import { id, instant, longText, optional, primaryId, whole, words } from './columns';

export class Identity1700000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = (name: string, columns: TableOptions['columns']) =>
      runner.createTable(new Table({ name, columns: columns ?? [] }));
    const index = (name: string, column: string) =>
      runner.createIndex(name, new TableIndex({ name: `${name}_${column}`, columnNames: [column] }));
    const hash = words('id', 64, { isPrimary: true });
    await runner.addColumn('sessions', new TableColumn(whole('factors', { default: 1 })));
    await runner.addColumn('sessions', new TableColumn(instant('proved_at', { default: "''" })));
    await runner.addColumn('sessions', new TableColumn(words('device', 60, { default: "''" })));
    await runner.dropColumn('sign_in_codes', 'person_id');
    await runner.addColumn('sign_in_codes', new TableColumn(optional(id('recipient_id'))));
    await table('recipients', [primaryId(), longText('email'), instant('created_at')]);
    await index('recipients', 'created_at');
    await table('passkeys', [
      words('id', 400, { isPrimary: true }),
      id('person_id'),
      longText('public_key'),
      whole('counter'),
      words('device', 60),
      instant('created_at'),
      optional(instant('last_used_at')),
    ]);
    await index('passkeys', 'person_id');
    await table('authenticators', [
      id('person_id', { isPrimary: true }),
      longText('secret'),
      optional(instant('confirmed_at')),
      whole('last_step', { default: 0 }),
    ]);
    await table('challenges', [hash, longText('value'), instant('expires_at')]);
    await index('challenges', 'expires_at');
    await table('attempts', [hash, whole('count'), instant('expires_at')]);
    await index('attempts', 'expires_at');
    await table('work_accounts', [hash, id('person_id'), instant('linked_at')]);
    await index('work_accounts', 'person_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'work_accounts',
      'attempts',
      'challenges',
      'authenticators',
      'passkeys',
      'recipients',
    ])
      await runner.dropTable(name);
    await runner.dropColumn('sign_in_codes', 'recipient_id');
    await runner.addColumn('sign_in_codes', new TableColumn(optional(id('person_id'))));
    for (const name of ['device', 'proved_at', 'factors']) await runner.dropColumn('sessions', name);
  }
}

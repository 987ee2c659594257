// People, how they sign in, the parts they have in disputes, and who read what.

import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableOptions } from 'typeorm';
import { flag, id, instant, longText, optional, primaryId, whole, words } from './columns';

export class Access1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const table = (name: string, options: Omit<TableOptions, 'name'>) =>
      runner.createTable(new Table({ ...options, name }));
    await table('people', {
      columns: [
        primaryId(),
        longText('name'),
        longText('email'),
        words('email_hash', 64),
        flag('active'),
        instant('created_at'),
      ],
      uniques: [{ name: 'people_email_hash', columnNames: ['email_hash'] }],
    });
    await table('memberships', {
      columns: [primaryId(), id('person_id'), id('organisation_id'), longText('parties'), flag('active')],
    });
    await table('disputes', { columns: [primaryId(), longText('organisations'), instant('opened_at')] });
    await table('participations', {
      columns: [
        primaryId(),
        id('dispute_id'),
        id('person_id'),
        words('party', 60),
        words('scope', 20),
        optional(id('granted_by')),
        optional(instant('expires_at')),
        optional(instant('revoked_at')),
        instant('created_at'),
      ],
    });
    await table('sign_in_codes', {
      columns: [
        primaryId(),
        words('email_hash', 64),
        words('browser_hash', 64),
        words('code_hash', 64),
        optional(id('person_id')),
        instant('expires_at'),
        whole('tries', { default: 0 }),
        optional(instant('used_at')),
        instant('created_at'),
      ],
    });
    await table('sessions', {
      columns: [
        words('id', 64, { isPrimary: true }),
        id('person_id'),
        words('csrf', 64),
        instant('created_at'),
        instant('last_seen_at'),
        optional(instant('ended_at')),
      ],
    });
    await table('api_tokens', {
      columns: [
        primaryId(),
        words('hash', 64),
        id('person_id'),
        longText('scopes'),
        optional(instant('expires_at')),
        optional(instant('revoked_at')),
        instant('created_at'),
      ],
      uniques: [{ name: 'api_tokens_hash', columnNames: ['hash'] }],
    });
    await table('reads', {
      columns: [
        primaryId(),
        id('case_id'),
        id('person_id'),
        words('part', 60),
        words('what', 40),
        instant('at'),
      ],
    });
    const index = (tableName: string, columnNames: string[]) =>
      runner.createIndex(
        tableName,
        new TableIndex({ name: `${tableName}_${columnNames.join('_')}`, columnNames }),
      );
    await index('memberships', ['person_id']);
    await index('memberships', ['organisation_id']);
    await index('participations', ['dispute_id']);
    await index('participations', ['person_id']);
    await index('sign_in_codes', ['email_hash', 'created_at']);
    await index('sessions', ['person_id']);
    await index('reads', ['case_id', 'at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'reads',
      'api_tokens',
      'sessions',
      'sign_in_codes',
      'participations',
      'disputes',
      'memberships',
      'people',
    ]) {
      await runner.dropTable(table);
    }
  }
}
